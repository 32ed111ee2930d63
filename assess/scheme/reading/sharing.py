"""Shares a full mark out among the nodes below: equally, by given weights, by the scheme's, or over all indicators."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from assess.ground.numbers import plain, shares
from assess.ground.place import did_you_mean
from assess.ground.tree import Path
from assess.rules.base import Flaw
from assess.scheme.reading.indicator_file import NodeFile
from assess.scheme.reading.scheme_file import SchemeFile

Shares = Literal["equal", "leaves", "weights", "single"] | Mapping[str, Fraction] | None


class Sharing:
    """The full marks that nodes get from above; what is wrong goes to `flaws`."""

    def __init__(self, file: SchemeFile, flaws: list[Flaw]) -> None:
        self.file = file
        self.flaws = flaws
        #: Full marks that come from above, by the path of the node.
        self._shared: dict[Path, Fraction] = {}
        #: Indicators that share with all others below one node, where a weight of their own counts.
        self._weighed: set[Path] = set()
        #: Groups whose indicators have got their shares from further above.
        self._shared_through: set[Path] = set()

    def maximum(self, node: NodeFile, path: Path) -> Fraction | None:
        """Return the node's full mark: its share, or its own."""
        if node.weight is not None and path not in self._weighed:
            text = "只有上级写shares: leaves时，指标才能写weight（占几份）"
            self._flaw((*path, "weight"), "shares", text, "删去weight")
        return self._shared.get(path, node.max)

    def _flaw(self, path: Path, code: str, text: str, hint: str = "") -> None:
        self.flaws.append(Flaw(path, code, text, hint))

    def share_out(self, children: Sequence[NodeFile], how: Shares, full: Fraction, path: Path, owner: str) -> None:
        """Give each child its share of `full`; with `leaves` each indicator below, and each group between their sum.

        `path` leads to the node that has the children, `owner` is what messages call it.
        """
        if path in self._shared_through:
            if how is not None:
                text = f"上级已按shares: leaves分到每个指标，“{owner}”不能再写shares"
                self._flaw((*path, "shares"), "shares", text, "删去这个shares")
            return
        if how is None or how == "single":
            return
        below = (*path, "indicators")
        self._check_no_full_marks(children, below, owner, deep=how == "leaves")
        if how == "leaves":
            found = list(_leaves_below(children, below))
            paths = [where for where, _ in found]
            maxima = self._split(full, [leaf.weight or Fraction(1) for _, leaf in found], path)
            self._weighed.update(paths)
            self._sum_up(paths, maxima, below)
        else:
            paths = [(*below, index) for index in range(len(children))]
            weights = self._weights(children, how, path)
            # Without shares the children are checked all the same, as if each had the whole.
            maxima = self._split(full, weights, path) if weights else _whole(full, len(paths))
        self._shared.update(zip(paths, maxima, strict=True))

    def _sum_up(self, paths: Sequence[Path], maxima: Sequence[Fraction], below: Path) -> None:
        """The groups on the way down to the indicators have the sum of what is below them."""
        for where, maximum in zip(paths, maxima, strict=True):
            for length in range(len(below) + 1, len(where), 2):
                group = where[:length]
                self._shared[group] = self._shared.get(group, Fraction(0)) + maximum
                self._shared_through.add(group)

    def _split(self, full: Fraction, weights: Sequence[Fraction], path: Path) -> Sequence[Fraction]:
        digits = self.file.rounding.share_digits
        try:
            return shares(full, weights, digits)
        except ValueError:
            text = f"满分{plain(full)}分的小数多于{digits}位（rounding的digits），不能按shares分给下级指标"
            self._flaw((*path, "max"), "full_mark", text)
            return _whole(full, len(weights))

    def _check_no_full_marks(self, children: Sequence[NodeFile], below: Path, owner: str, *, deep: bool) -> None:
        for index, child in enumerate(children):
            if child.max is not None:
                text = f"“{child.id}”的满分由上级“{owner}”的shares决定，不能再写max"
                self._flaw((*below, index, "max"), "share_and_max", text, "删去这个max，或删去上级的shares")
            if deep:
                self._check_no_full_marks(child.indicators, (*below, index, "indicators"), owner, deep=True)

    def _weights(self, children: Sequence[NodeFile], how: Shares, path: Path) -> list[Fraction]:
        """Equal weights, the scheme's or the given ones: one above 0 for each child, and for nothing else."""
        ids = [child.id for child in children]
        if how == "weights":
            return self._scheme_weights(ids, path)
        if not isinstance(how, Mapping):
            return [Fraction(1) for _ in ids]
        where, known = (*path, "shares"), "、".join(ids)
        wrong = [
            Flaw((*where, name), "shares", f"shares里的“{name}”不是下级指标", f"下级指标是：{known}", is_key=True)
            for name in how
            if name not in ids
        ]
        wrong += [
            Flaw(
                (*where, name),
                "shares",
                f"shares里“{name}”的份额应大于0" if name in how else f"shares里没有写“{name}”的份额",
                "每个下级指标写一个份额",
            )
            for name in ids
            if how.get(name, 0) <= 0
        ]
        self.flaws += wrong
        return [] if wrong else [how[name] for name in ids]

    def _scheme_weights(self, ids: Sequence[str], path: Path) -> list[Fraction]:
        """The weights of the scheme for the sections that are present; their sum need not be 100."""
        given = self.file.weights.sections if self.file.weights is not None else {}
        here = (*path, "shares")
        wrong = [
            Flaw(here, "shares", f"方案的weights里没有“{name}”的权重", did_you_mean(name, given))
            for name in ids
            if name not in given
        ]
        self.flaws += wrong
        return [] if wrong else [given[name] for name in ids]


def _whole(full: Fraction, count: int) -> list[Fraction]:
    return [max(full, Fraction(1))] * count


def _leaves_below(nodes: Sequence[NodeFile], path: Path) -> Iterator[tuple[Path, NodeFile]]:
    for index, node in enumerate(nodes):
        if node.indicators:
            yield from _leaves_below(node.indicators, (*path, index, "indicators"))
        else:
            yield (*path, index), node
