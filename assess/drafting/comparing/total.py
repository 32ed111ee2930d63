"""The scheme as a whole: the parts of the total and their full marks, lists, unit types, populations, stated totals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.indicators import applicable
from assess.drafting.comparing.plain_words import PlainWords
from assess.drafting.comparing.values import NOTHING, changed
from assess.drafting.comparing.walker import Walker
from assess.ground.numbers import plain
from assess.scheme.scheme import Part, Scheme


def labels_of(scheme: Scheme) -> dict[str, str]:
    """What lists and unit types are called."""
    return {**scheme.lists, **{name: kind.label for name, kind in scheme.unit_types.items()}}


def walker_of(old: Scheme, new: Scheme) -> Walker:
    """The walker for parameters outside of indicators."""
    return Walker(PlainWords(labels_of(old)), PlainWords(labels_of(new)))


def scheme_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Title, source, period, rounding, counting, reminders."""
    for what, before, after in (
        ("名称", old.title, new.title),
        ("依据", old.document, new.document),
        ("发文单位", old.issuer or NOTHING, new.issuer or NOTHING),
        ("考核期", "至".join(old.period), "至".join(new.period)),
        ("考核期的说明", "；".join(old.notes) or NOTHING, "；".join(new.notes) or NOTHING),
        ("得分保留的小数位数", f"{old.digits}位", f"{new.digits}位"),
        ("舍入", *("每项得分都舍入" if one.round_at == "leaf" else "只在总分舍入" for one in (old, new))),
        ("给自己单位评分", *("回避" if one.recused else "允许" for one in (old, new))),
    ):
        if before != after:
            yield Difference(Theme.SCHEME, changed(what, before, after))
    walker = walker_of(old, new)
    for text in (
        *walker.model(old.counting, new.counting, "成果计算："),
        *walker.model(old.reminders, new.reminders, "提醒核对："),
    ):
        yield Difference(Theme.SCHEME, text)


def part_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """The parts, and what a list's total and a unit type's targets come to."""
    before, after = ({part.id: part for part in one.parts} for one in (old, new))
    for name, part in before.items():
        texts = _part(part, after[name], old, new) if name in after else (f"取消{_whole_part(part, old)}",)
        yield from (Difference(Theme.PARTS, text) for text in texts)
    for name, part in after.items():
        if name not in before:
            yield Difference(Theme.PARTS, f"新增{_whole_part(part, new)}")
    for name, label in new.lists.items():
        if name in old.lists and old.total_full(name) != new.total_full(name):
            totals = [f"{plain(one.total_full(name))}分" for one in (old, new)]
            yield Difference(Theme.PARTS, changed(f"{label}的总分", *totals))
    for name, kind in new.unit_types.items():
        trees = [one.trees.get(kind.list) for one in (old, new)]
        if name in old.unit_types and trees[0] is not None and trees[1] is not None:
            full = [applicable(trees[0], name, old), applicable(trees[1], name, new)]
            if full[0] != full[1]:
                yield Difference(Theme.PARTS, changed(f"{kind.label}的指标适用满分", *full))


def _whole_part(part: Part, scheme: Scheme) -> str:
    full = "、".join(f"{scheme.lists[name]}{plain(points)}分" for name, points in part.full.items())
    return f"“{part.label}”（{full}）"


def _part(old: Part, new: Part, before: Scheme, after: Scheme) -> Iterator[str]:
    where = f"“{new.label}”的"
    for what, was, now in (("名称", old.label, new.label), ("条款", old.clause, new.clause)):
        if was != now:
            yield changed(f"{where}{what}", was or NOTHING, now or NOTHING)
    for name, label in after.lists.items():
        if name in old.full and old.full[name] != new.full[name]:
            yield changed(f"{where}{label}满分", f"{plain(old.full[name])}分", f"{plain(new.full[name])}分")
    yield from _part_rules(old, new, walker_of(before, after))


def _part_rules(old: Part, new: Part, walker: Walker) -> Iterator[str]:
    where = f"“{new.label}”的"
    was, now = old.rules, new.rules
    if was.kind != now.kind:
        yield changed(f"{where}计分方式", was.title, now.title)
    else:
        yield from walker.model(was, now, where)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What something is called, what is said about it, and by what that is compared."""

    label: str
    about: str = ""
    key: tuple[str, ...] = ()

    def words(self) -> str:
        """`“教学部”（院部）`."""
        return f"“{self.label}”" + (f"（{self.about}）" if self.about else "")


def unit_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Lists, unit types, populations, attributes."""
    before, after = _described(old), _described(new)
    for what, entries in before.items():
        for text in _entries(what, entries, after[what]):
            yield Difference(Theme.UNITS, text)


def _described(scheme: Scheme) -> dict[str, dict[str, _Entry]]:
    """By kind of thing, then by id."""
    types = scheme.unit_types

    def named(names: Iterable[str]) -> str:
        wanted = set(names)
        return "、".join(types[name].label for name in types if name in wanted)

    return {
        "名单": {name: _Entry(label) for name, label in scheme.lists.items()},
        "单位类型": {name: _Entry(one.label, scheme.lists[one.list], (one.list,)) for name, one in types.items()},
        "比较范围": {
            name: _Entry(one.label, named(one.types), tuple(sorted(one.types)))
            for name, one in scheme.populations.items()
        },
        "单位属性": {
            name: _Entry(
                one.label,
                f"{named(one.types or types)}：{'、'.join(one.choices)}",
                (*sorted(one.types or types), *sorted(one.choices)),
            )
            for name, one in scheme.attributes.items()
        },
    }


def _entries(what: str, old: dict[str, _Entry], new: dict[str, _Entry]) -> Iterator[str]:
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            yield f"取消{what}{before.words()}"
            continue
        if before.label != after.label:
            yield changed(f"{what}“{before.label}”的名称", before.label, after.label)
        if before.key != after.key:
            yield changed(f"{what}“{after.label}”", before.about, after.about)
    for name, after in new.items():
        if name not in old:
            yield f"新增{what}{after.words()}"
