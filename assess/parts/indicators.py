"""Points from indicators: how their sum enters the total where some of them do not apply. Readings U1, U2a."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from assess.ground.numbers import ZERO, bracketed, fixed, half_up, plain
from assess.ground.said import Said
from assess.parts.base import PartCase, PartRules, PartScore, ReachCase, Written
from assess.rules.grammar.reach import Reach

Partial = Literal["convert", "raw", "mean_fill", "rank_within_type"]


@dataclass(frozen=True, slots=True)
class IndicatorScore(PartScore):
    """What the indicators give one unit."""

    def why_nothing(self, unit: str = "本单位") -> str:
        """Why no points can come of the indicators of a unit to which none applies, or only bonuses do."""
        return f"没有一个指标适用于{unit}" if self.raw is None else f"适用于{unit}的指标都没有满分"

    def lines(self, digits: int) -> Iterator[str]:
        """Say the sum and what it became."""
        if self.nothing_applies:
            yield self.why_nothing()
        if self.raw is not None and self.applicable_full is not None:
            yield f"指标得分{fixed(self.raw, digits)}分（适用满分{plain(self.applicable_full)}分）"
        if self.conversion:
            yield f"折算：{self.conversion}"

    def calculation(self) -> str:
        """The conversion; where there is none the parts are only added up."""
        return self.conversion or "各部分小计相加"

    def document(self, written: Written) -> dict[str, Any]:
        """The sum, and the full mark that it is of."""
        return {"raw": written(self.raw), "applicable_full": written(self.applicable_full)}


class IndicatorRules(PartRules):
    """How the points of indicators enter the total; of all at the top of a table, or of those that it names."""

    kind: ClassVar[str] = "indicators"
    title: ClassVar[str] = "指标"
    summary: ClassVar[str] = "目标考核：由指标算分"
    sums_indicators: ClassVar[bool] = True

    nodes: Annotated[tuple[str, ...], Said("由哪些指标算分")] = Field(
        default=(),
        description=(
            "由最上一级的哪些指标算分，写它们的编号；不写：全部。有几个部分由指标算分时，每个部分都要写，"
            "最上一级的每个指标要在、也只能在一个部分里"
        ),
    )
    partial: Annotated[
        Partial,
        Said(
            "适用满分不足的单位",
            choices={
                "convert": "按适用满分折算",
                "raw": "按原始分",
                "mean_fill": "不参加的按其他单位的平均补足",
                "rank_within_type": "同类单位之间排名",
            },
        ),
    ] = Field(
        default="convert",
        description=(
            "有的指标不适用时，得分怎样进总分。convert：按适用满分折算；raw：直接相加；"
            "mean_fill：不适用的按用同一套指标的其他单位的平均补；rank_within_type：只在同类单位里排"
        ),
    )
    basis: Annotated[
        Literal["derived", "stated"],
        Said("适用满分", choices={"derived": "按不参加的项目推算", "stated": "按原文印出的"}),
    ] = Field(default="derived", description="折算用的满分。derived：按参加的指标推算；stated：用stated_totals里印出的")

    def score(self, case: PartCase) -> IndicatorScore:
        """Convert or fill the sum to the full mark of the part, where the scheme says so."""
        sums = case.indicators
        full, raw = sums.applicable(stated=self.basis == "stated"), sums.raw
        # A full mark of 0 is none: nothing applies, or only what carries no full mark.
        score = IndicatorScore(raw, provisional=sums.provisional, raw=raw, applicable_full=full or None)
        if raw is None:
            return replace(score, nothing_applies=not sums.is_missing)
        if self.partial == "mean_fill" and full < case.full:
            return self._filled(score, raw, full, case)
        if self.partial != "convert" or full == case.full or (full <= 0 and not sums.carry):
            return score
        if full <= 0:
            # Only bonuses apply: there is nothing to convert by.
            return replace(score, points=None, applicable_full=None, nothing_applies=True)
        points = case.rounded(raw / full * case.full)
        own, printed = fixed(raw, case.digits), fixed(points, case.digits)
        shown = half_up(Fraction(own) / full * case.full, case.digits)
        sign = "=" if shown == Fraction(printed) else "≈"
        terms = f"{own} ÷ {bracketed(full)} × {bracketed(case.full)}"
        return replace(score, points=points, conversion=f"{terms} {sign} {printed}")

    def _filled(self, score: IndicatorScore, raw: Fraction, full: Fraction, case: PartCase) -> IndicatorScore:
        """Fill what does not apply with the rate that the other units on the same indicators reach (U1 mean_fill).

        The gap to the part's full mark is filled at that rate. It is provisional while one of them is not scored for
        certain.
        """
        elsewhere = case.indicators.elsewhere()
        score = replace(score, provisional=score.provisional or elsewhere.provisional)
        if not elsewhere.marks:
            return replace(score, conversion="没有其他单位可比，不参加部分没有补分")
        rate = elsewhere.points / elsewhere.marks
        filled = case.rounded(rate * (case.full - full))
        own, more = fixed(raw, case.digits), fixed(filled, case.digits)
        text = f"{own} + 不参加部分按其他单位平均得分率{fixed(rate * 100)}%补{more}"
        return replace(score, points=raw + filled, conversion=text)

    def reach(self, case: ReachCase) -> Reach:
        """What the sum can be, converted or filled as the scheme says."""
        raw, full = case.raw, case.applicable(stated=self.basis == "stated")
        if self.partial == "mean_fill" and full < case.full:
            return Reach(raw.low, None if raw.high is None else raw.high + case.full - full)
        if self.partial != "convert" or full in (case.full, ZERO):
            return raw
        return Reach(*(None if end is None else end / full * case.full for end in raw))

    def takes(self, node: str) -> bool:
        """All nodes at the top, or those that it names."""
        return not self.nodes or node in self.nodes

    @property
    def named_nodes(self) -> tuple[str, ...]:
        """Those that it names."""
        return self.nodes

    @property
    def ranks_within_type(self) -> bool:
        """As `partial` says."""
        return self.partial == "rank_within_type"
