"""target: an actual value held against the printed one: ≥ > ＝ ≤ <, none may happen, percentage points over."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.entered.inputs import Input
from assess.ground.edges import Edges
from assess.ground.expression import Expression, Formula, UndefinedError
from assess.ground.model import NotNegative, Positive
from assess.ground.numbers import ZERO, plain, short
from assess.ground.said import Said
from assess.rules.base import Example, Flaw
from assess.rules.grammar import flaws
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.case import Case
from assess.rules.grammar.deviation import DEVIATION, deviation_input
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import CYCLE, FULL, HALF, VALUE
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.standing import Standing, by_share
from assess.rules.grammar.step import Step
from assess.rules.grammar.target_value import TargetValue, values_in_words
from assess.rules.grammar.wording import formula, percent, points_of, used, value_of
from assess.rules.grammar.wording import measured as measured_text

ACTUAL = "actual"

Over = Literal["ratio", "linear", "per_point", "none"]
OnLine = Literal["step", "proportional"]

_ACTUAL_VALUE = Expression(ACTUAL)

_ONE, _HUNDRED = Fraction(1), Fraction(100)


class Target(Aimed):
    """The full mark when the value meets the target; else a share of it, from 0 to the full mark.

    Short of ≥, > or ＝: the share reached, value ÷ target. Past ≤, < or a ＝ that is a ceiling: `over`. On the line of
    > or < the target is not met: `on_line`. A reason is demanded short of or past the target, and from `reason_from`
    percent of it on (closed) where more is better.
    """

    kind: ClassVar[str] = "target"
    title: ClassVar[str] = "对照指标值计分"
    summary: ClassVar[str] = "实际完成值对照指标值：达到得满分，没有达到的按比例，超过上限的按写明的办法扣。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "rule": {"target": {"full": {"printed": "≥8次", "at_least": "8", "unit": "次"}}},
        },
        facts={"actual": "6", "deviation": "有两次活动延到下年"},
        points="1.5",
    )

    half: Annotated[TargetValue | None, HALF] = Field(default=None, description="半年指标值；只用于半年监控，不计分")
    full: Annotated[TargetValue, FULL] = Field(description="全年指标值，按它计分；要有at_least等一个读法")
    cycle: Annotated[str, CYCLE] = Field(default="", description="实施周期指标值，照原文印；与全年指标值相同的不写")
    value: Annotated[Formula | None, VALUE] = Field(
        default=None, description="算式，算出实际完成值；不写就是直接填的实际完成值（actual）"
    )
    possible: Annotated[Edges, Said("实际值可能的范围")] = Field(
        default=Edges(), description="实际完成值可能的范围，如满意度不会超过100；不写表示不小于0"
    )
    over: Annotated[
        Over,
        Said(
            "超过上限的",
            choices={
                "ratio": "按指标值÷实际值",
                "linear": "按超出的比例扣，到两倍为0分",
                "per_point": "每超过1个扣一份",
                "none": "超过得0分",
            },
        ),
    ] = Field(
        default="ratio",
        description=(
            "超过上限怎样计分。ratio：满分×指标值÷实际值；linear：满分×(1-(实际值-指标值)÷指标值)，到两倍为0；"
            "per_point：每超过1个（百分点），扣满分的百分之几（per_point）；none：一超过就是0分，用于不允许发生的事"
        ),
    )
    per_point: Annotated[NotNegative, Said("每超过1个扣满分的", unit="%")] = Field(
        default=Fraction(10), description="over为per_point时，每超过1个扣满分的百分之几"
    )
    more: Annotated[
        Literal["harm", "harmless"], Said("超过“＝”的", choices={"harm": "按上限扣", "harmless": "不扣"})
    ] = Field(default="harm", description="“＝”的指标值，超过了怎样算。harm：按over扣分；harmless：得满分")
    on_line: Annotated[
        OnLine, Said("正好在界限上的", choices={"step": "比满分少一个最小分", "proportional": "满分"})
    ] = Field(
        default="step",
        description="“>”“<”的指标值，正好等于它时不算达到。step：比满分少一个最小分；proportional：按比例，即满分",
    )
    reason_from: Annotated[Positive | None, Said("达到指标值多少起要写原因", unit="%")] = Field(
        default=Fraction(130), description="越多越好的，达到指标值的百分之几（含）起要写原因；null：不要求"
    )

    def words(self, frame: Frame) -> str:
        """`指标值≥8次（半年≥4次）；达不到按比例`; what is as usual is left out."""
        parts = [values_in_words(self.full, self.half, self.cycle)]
        if self.value is not None:
            parts.append(f"实际值＝{formula(self.value, frame)}")
        parts.append("，".join(self._points_in_words()))
        return "；".join(filter(None, parts))

    def _points_in_words(self) -> Iterator[str]:
        if self.full.rises or (self.full.operator == "equal" and self._amount > 0):
            yield "达不到按比例"
        highest = self.possible.high
        if self._has_ceiling and (highest is None or highest > self._amount):
            unit = "1个百分点" if self._unit == "%" else f"1{self._unit}"
            yield {
                "ratio": "超过按比例扣",
                "linear": "超过按超出的比例扣，到两倍为0分",
                "per_point": f"每超过{unit}扣满分的{plain(self.per_point)}%",
                "none": "超过得0分",
            }[self.over]
        elif self.full.operator == "equal" and self.more == "harmless":
            yield "超过不扣"
        if self.full.operator in ("above", "below") and self.on_line == "proportional":
            yield "正好等于的得满分"

    def reads(self) -> Iterator[str]:
        """The inputs of the value, and the reason."""
        yield from self._value.names
        yield DEVIATION

    def brings(self) -> Iterator[tuple[str, Input]]:
        """The actual value, where no formula gives it, and the reason for a deviation."""
        if self._value.names == (ACTUAL,):
            edges = self.possible.model_dump(exclude_none=True)
            yield ACTUAL, Input(label="实际完成值", unit=self._unit, unitless=not self._unit, **edges)
        yield DEVIATION, deviation_input()

    @property
    def primary(self) -> str | None:
        """The actual value."""
        return self._value.names[0] if len(self._value.names) == 1 else None

    def target_values(self) -> tuple[TargetValue | None, TargetValue]:
        """Half-year and full-year value."""
        return self.half, self.full

    def asks(self, case: Case) -> Iterator[str]:
        """The value; then the reason, when what is entered deviates."""
        yield from self._value.names
        if all(case.known(name) for name in self._value.names) and self._deviates(case):
            yield DEVIATION

    def asks_halfway(self, case: Case) -> Iterator[str]:
        """The value, where the half-year value can be measured."""
        del case
        if self.half is not None and self.half.is_measurable:
            yield from self._value.names

    def score(self, case: Case) -> Step:
        """The full mark times the share."""
        value = self._value.value(case.number)
        full = case.frame.full
        share = self._share(value, self.full)
        points = full * share
        if self._is_open and self.on_line == "step" and not self._met(value, self.full):
            # A value just short of the line would else be rounded to the full mark.
            points = min(points, max(full - case.frame.step, ZERO))
        values = used(self._value.names, case) | {"value": value, "share": share}
        return Step(self.kind, points, values, band=self.full.text())

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the value, the target, and how the points follow."""
        value, share, given = value_of(step, "value"), value_of(step, "share"), points_of(step, frame.places)
        ratio = self.full.actual(value) if self.full.per is not None else ""
        yield measured_text(step, self._value, frame, ratio, self.full.lines)
        if self._met(value, self.full):
            yield f"达到指标值{self.full.text()}，得满分{given}"
        elif value == self._amount and share == 1:
            less = "，比满分少一个最小分" if self.on_line == "step" else ""
            yield f"正好是指标值{self.full.text()}的界限，不算达到{less}，计{given}"
        else:
            less = "，但要比满分少一个最小分，" if step.points != frame.full * share else ""
            if value < self._amount or self.full.rises:
                yield f"没有达到指标值{self.full.text()}，完成{percent(share)}，按比例{less}计{given}"
            else:
                yield f"超过指标值{self.full.text()}，{self._over_text(share)}{less or '，'}计{given}"

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the full mark."""
        return Reach(ZERO, frame.full)

    def standing(self, case: Case, at_risk_from: Fraction) -> Standing:
        """The half-year value; one of at least 0, in words or of something not built yet asks nothing."""
        if self.half is None or not self.half.is_measurable:
            return Standing("no_requirement")
        value = self._value.value(case.number)
        text = f"{self.half.actual(value)}，半年值{self.half.text()}"
        share = self._share(value, self.half)
        if self._met(value, self.half):
            return Standing("on_course", share, text)
        return by_share(share, at_risk_from, text)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A full mark, a value to compare with, a way to go past 0, half-year words that say that they ask nothing."""
        yield from flaws.of_formula(self, self._value, frame, ("value",))
        yield from flaws.not_negative(self.per_point, "per_point")
        if self.reason_from is not None:
            yield from flaws.positive(self.reason_from, "reason_from")
        if frame.maximum is None:
            yield Flaw((), "no_full_mark", "对照指标值计分要有满分", "在指标上写max，或由上级的shares分")
        if self.full.amount is None:
            text = f"指标值“{self.full.printed}”没有写怎样读"
            yield Flaw(("full",), "no_operator", text, "写at_least、above、at_most、below或equal；文字指标用attainment")
            return
        if self.full.amount < 0 and (self.full.rises or self.full.operator == "equal"):
            yield Flaw(("full",), "negative", "要达到的指标值不能小于0")
        if self.full.amount <= 0 and self._has_ceiling and self.over in ("ratio", "linear"):
            text = f"上限是{short(self.full.amount)}，超过了不能按{self.over}计分"
            yield Flaw(("over",), "over_zero", text, "写over: none（不允许发生）或over: per_point（每超过1个扣分）")
        if self.half is not None and self.half.operator is None and not self.half.no_requirement:
            text = f"半年值“{self.half.printed}”没有写怎样读"
            yield Flaw(("half",), "no_operator", text, "写at_least等读法；没有可衡量的要求的，写no_requirement: true")

    @property
    def _value(self) -> Expression:
        return self.value if self.value is not None else _ACTUAL_VALUE

    @property
    def _amount(self) -> Fraction:
        return self.full.amount if self.full.amount is not None else ZERO

    @property
    def _unit(self) -> str:
        return self.full.unit

    @property
    def _is_open(self) -> bool:
        return self.full.operator in ("above", "below")

    @property
    def _has_ceiling(self) -> bool:
        return self.full.operator in ("at_most", "below") or (self.full.operator == "equal" and self.more == "harm")

    def _met(self, value: Fraction, wanted: TargetValue) -> bool:
        if wanted.operator == "equal" and self.more == "harmless":
            return value >= (wanted.amount or ZERO)
        return wanted.holds(value)

    def _share(self, value: Fraction, wanted: TargetValue) -> Fraction:
        """The share of what is wanted, from 0 to 1 (both closed)."""
        amount = wanted.amount or ZERO
        if self._met(value, wanted) or value == amount > 0:
            return _ONE
        if value < amount or wanted.rises:
            share = value / amount if amount > 0 else ZERO
        else:
            share = self._share_over(value, amount)
        return min(max(share, ZERO), _ONE)

    def _share_over(self, value: Fraction, amount: Fraction) -> Fraction:
        beyond = value - amount
        if self.over == "per_point":
            return 1 - beyond * self.per_point / _HUNDRED
        if self.over == "none" or amount <= 0:
            return ZERO
        return amount / value if self.over == "ratio" else 1 - beyond / amount

    def _over_text(self, share: Fraction) -> str:
        if self.over == "none":
            return "这是不允许发生的"
        if self.over == "per_point":
            return f"每超过1{'个百分点' if self._unit == '%' else self._unit}扣满分的{plain(self.per_point)}%"
        how = "指标值÷实际值" if self.over == "ratio" else "1-(实际值-指标值)÷指标值"
        return f"按{how}＝{percent(share)}"

    def _deviates(self, case: Case) -> bool:
        """Whether a reason is demanded: not met, or far more than asked where more is better."""
        try:
            value = self._value.value(case.number)
        except UndefinedError:
            return False
        if not self._met(value, self.full):
            return True
        rises = self.full.rises or (self.full.operator == "equal" and self.more == "harmless")
        if not rises or self.reason_from is None or self._amount <= 0:
            return False
        return value * _HUNDRED >= self._amount * self.reason_from
