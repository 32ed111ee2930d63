"""attainment: people judge how far a target in words is reached: a level, and a percentage inside its band."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any, ClassVar

from pydantic import Field

from assess.entered.inputs import Input
from assess.ground.edges import Edges
from assess.ground.numbers import ZERO, plain, short
from assess.ground.said import Said
from assess.rules.base import Contradiction, Example, Flaw
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.case import Case
from assess.rules.grammar.deviation import DEVIATION, deviation_input
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import CYCLE, FULL, HALF
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.reckoning import multiplied
from assess.rules.grammar.standing import Standing, State, by_share
from assess.rules.grammar.step import Step
from assess.rules.grammar.target_value import TargetValue, values_in_words
from assess.rules.grammar.wording import value_of
from assess.rules.target import ACTUAL

LEVEL, PERCENT = "level", "percent"

_LEVELS = {
    "达成": Edges(at_least=Fraction(80), at_most=Fraction(100)),
    "部分达成": Edges(at_least=Fraction(60), below=Fraction(80)),
    "未达成": Edges(at_least=ZERO, below=Fraction(60)),
}

_STATES: tuple[State, ...] = ("on_course", "at_risk", "behind")


class Attainment(Aimed):
    """The full mark times a percentage that a person chooses inside the band of the chosen level.

    Any level but the best demands a reason. At half-year the levels mean on course, at risk, behind; a half-year value
    with a number is measured.
    """

    kind: ClassVar[str] = "attainment"
    title: ClassVar[str] = "按达成程度计分"
    summary: ClassVar[str] = "文字的指标值由人评定达成程度，并在这一档的范围里选一个百分比，乘以满分。"
    example: ClassVar[Example] = Example(
        leaf={"max": "2", "rule": {"attainment": {"full": {"printed": "健全"}}}},
        facts={"level": "部分达成", "percent": "70", "deviation": "两项制度还在修订"},
        points="1.4",
    )

    half: Annotated[TargetValue | None, HALF] = Field(default=None, description="半年指标值；只用于半年监控，不计分")
    full: Annotated[TargetValue, FULL] = Field(description="全年指标值：文字，或说不成一个数的要求")
    cycle: Annotated[str, CYCLE] = Field(default="", description="实施周期指标值，照原文印；与全年指标值相同的不写")
    levels: Annotated[dict[str, Edges], Said("百分比范围")] = Field(
        default=_LEVELS,
        description="三档达成程度，从好到差，写成“名称: 百分比范围”；默认达成80–100、部分达成60–80、未达成0–60",
    )

    def words(self, frame: Frame) -> str:
        """`指标值“健全”（半年“健全”），按达成程度`; the levels where they are not the usual ones."""
        del frame
        levels = "、".join(f"{name}{band.text('%')}" for name, band in self.levels.items())
        usual = self.levels == _LEVELS
        return f"{values_in_words(self.full, self.half, self.cycle)}，按达成程度" + ("" if usual else f"（{levels}）")

    def reads(self) -> Iterator[str]:
        """Level, percentage, reason, and the number of a measured half-year value."""
        yield from (name for name, _ in self.brings())

    def brings(self) -> Iterator[tuple[str, Input]]:
        """All of them."""
        yield LEVEL, Input(label="达成程度", choices=tuple(self.levels))
        yield PERCENT, Input(label="达成百分比", unit="%", at_most=Fraction(100))
        yield DEVIATION, deviation_input()
        if self._half_is_measured:
            yield ACTUAL, Input(label="半年实际完成值", unit=self.half.unit if self.half else "", unitless=True)

    def contradictions(self, values: Mapping[str, Any]) -> Iterator[Contradiction]:
        """A percentage outside the band of its level."""
        level, given = values.get(LEVEL), values.get(PERCENT)
        band = self.levels.get(level) if isinstance(level, str) else None
        if band is not None and isinstance(given, Fraction) and not band.holds(given):
            fits = next((name for name, other in self.levels.items() if other.holds(given)), "")
            text = f"达成百分比{plain(given)}%不在“{level}”的范围里，允许{band.text('%')}"
            yield Contradiction(PERCENT, text, f"{plain(given)}%是“{fits}”" if fits else "")

    def target_values(self) -> tuple[TargetValue | None, TargetValue]:
        """Half-year and full-year value."""
        return self.half, self.full

    def asks(self, case: Case) -> Iterator[str]:
        """Level and percentage; then the reason, when it is not the best level."""
        yield LEVEL
        yield PERCENT
        if case.known(LEVEL) and case.word(LEVEL) != next(iter(self.levels)):
            yield DEVIATION

    def asks_halfway(self, case: Case) -> Iterator[str]:
        """The number or the level, where the half-year value asks something."""
        del case
        if self._half_is_measured:
            yield ACTUAL
        elif self._half_is_judged:
            yield LEVEL

    def score(self, case: Case) -> Step:
        """The full mark times the percentage."""
        share = case.number(PERCENT) / 100
        return Step(self.kind, case.frame.full * share, {LEVEL: case.word(LEVEL), "share": share})

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the level, the percentage and the points."""
        full, share = short(frame.full), short(value_of(step, "share") * 100)
        points = multiplied((full, share, "0.01"), short(step.points or ZERO, frame.places), frame.places)
        yield f"{step.values[LEVEL]}，{share}%：{full}分×{share}%，计{points}分"

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the full mark."""
        return Reach(ZERO, frame.full)

    def standing(self, case: Case, at_risk_from: Fraction) -> Standing:
        """By the number where the half-year value has one, else by the level."""
        if self.half is not None and self.half.is_measurable:
            return _measured(self.half, case.number(ACTUAL), at_risk_from)
        if not self._half_is_judged:
            return Standing("no_requirement")
        level = case.word(LEVEL)
        position = list(self.levels).index(level)
        return Standing(_STATES[min(position, len(_STATES) - 1)], None, level)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A full mark, and three levels that do not overlap."""
        if frame.maximum is None:
            yield Flaw((), "no_full_mark", "按达成程度计分要有满分", "在指标上写max，或由上级的shares分")
        if len(self.levels) != len(_STATES):
            yield Flaw(
                ("levels",),
                "levels",
                f"达成程度要写三档，这里写了{len(self.levels)}档",
                f"从好到差：{'、'.join(_LEVELS)}",
            )
        bands = list(self.levels.items())
        for (better, high), (worse, low) in pairwise(bands):
            if (
                high.low is None
                or low.high is None
                or low.high > high.low
                or (low.high == high.low and low.at_most is not None)
            ):
                text = f"“{worse}”的上限应接在“{better}”的下限之下"
                yield Flaw(("levels", worse), "levels", text, "下限用at_least（含），上限用below（不含）")

    @property
    def _half_is_measured(self) -> bool:
        return self.half is not None and self.half.is_measurable

    @property
    def _half_is_judged(self) -> bool:
        return self.half is not None and self.half.operator is None and not self.half.no_requirement


def _measured(half: TargetValue, value: Fraction, at_risk_from: Fraction) -> Standing:
    text = f"{half.actual(value)}，半年值{half.text()}"
    if half.holds(value):
        return Standing("on_course", Fraction(1), text)
    amount = half.amount or ZERO
    share = ZERO
    if amount > 0:
        share = max(value, ZERO) / amount if value <= amount else amount / value
    return by_share(share, at_risk_from, text)
