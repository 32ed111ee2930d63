"""What is asked of a unit: numbers, records of achievements, events, choices, yes or no, and marks that people give."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from assess.ground.edges import Edges
from assess.ground.model import Exact, Model
from assess.ground.numbers import decimal_multiple, decimals_around, plain
from assess.ground.said import Said

InputKind = Literal["number", "records", "events", "choice", "flag", "text"]


class RecordClass(Model):
    """A class of achievement: its weight by level (or one weight), and which events of it exist and count."""

    levels: Annotated[dict[str, Exact], Said("权重", unit="分")] = Field(
        default_factory=dict, description="各级别的权重（分），写成“级别: 分值”；与weight只写一个"
    )
    weight: Annotated[Exact | None, Said("权重")] = Field(
        default=None, description="不分级别时的权重（分）；levels和weight都不写，表示只列出、不计权重"
    )
    events: Annotated[tuple[str, ...], Said("事项")] = Field(
        default=(), description="环节名称，如立项、验收；不分环节就不写"
    )
    #: The events that count; None: all of them.
    counted: Annotated[tuple[str, ...] | None, Said("计分的事项")] = Field(
        default=None, description="计分的环节，须是events里有的；不写表示各环节都计"
    )

    @model_validator(mode="after")
    def _one_way_to_weigh(self) -> Self:
        if self.levels and self.weight is not None:
            message = "levels（分级权重）和weight（单一权重）只能写一个"
            raise ValueError(message)
        unknown = [event for event in self.counted or () if event not in self.events]
        if unknown:
            message = f"counted里的“{'、'.join(unknown)}”不在events里"
            raise ValueError(message)
        return self

    def weight_of(self, level: str | None) -> Fraction:
        """The weight of an achievement at `level`; 0 for a class without weights (it is listed, not weighed)."""
        if level is not None and level in self.levels:
            return self.levels[level]
        return self.weight if self.weight is not None else Fraction(0)


class Amount(Edges):
    """The amount that each record carries."""

    label: Annotated[str, Said("名称")] = Field(description="金额的名称，如到账经费")
    unit: Annotated[str, Said("单位")] = Field(description="金额的单位，如元")


class RecordsSpec(Model):
    """What a record of this input may be."""

    classes: Annotated[dict[str, RecordClass], Said("类别")] = Field(
        min_length=1, description="成果的类别，写成“类别: {…}”；至少一类"
    )
    amount: Annotated[Amount | None, Said("金额")] = Field(
        default=None, description="每项成果要填的金额；没有金额就不写"
    )


class EventsSpec(Model):
    """Happenings that are counted."""

    unit: Annotated[str, Said("计数单位")] = Field(default="次", description="计数的单位，如次、起、人")


class Line(Model):
    """The regulation's numeric line that a shown number is held against."""

    line: Annotated[Edges | None, Said("原文数字线")] = Field(
        default=None, description="原文写明的数量线，印在数旁边，注明达到或未达到；不计分"
    )
    #: `attribute` names a unit attribute; every other key is one of its choices with the edges for it.
    line_by: dict[str, str | Edges] | None = Field(
        default=None, description="按单位属性分的数量线：attribute写属性编号，其余的键是它的取值，后面写界限"
    )

    def edges_for(self, attributes: Mapping[str, str]) -> Edges | None:
        """Return the line for a unit with these attributes; None when there is none."""
        if self.line_by is None:
            return self.line
        choice = attributes.get(str(self.line_by.get("attribute")), "")
        edges = self.line_by.get(choice)
        return edges if isinstance(edges, Edges) else None


class EvidenceLine(Line):
    """Something that is shown beside a mark and never scored; the office may leave it out."""

    label: Annotated[str, Said("名称")] = Field(description="名称，印在评分旁边")
    unit: Annotated[str, Said("单位")] = Field(default="", description="数的单位")
    text: Annotated[bool, Said("文字类数据")] = Field(default=False, description="true：填文字；false：填数")
    note: Annotated[str, Said("说明")] = Field(default="", description="填写说明")


class Input(Line):
    """One value that a rule reads; without `records`, `events`, `choices`, `flag` or `text` it is a number."""

    label: Annotated[str, Said("名称")] = Field(description="数据的名称")
    unit: Annotated[str, Said("单位")] = Field(
        default="", description="单位，如人、元、%；数字类数据必须写；百分率写%，填86，不填0.86"
    )
    at_least: Exact | None = Field(default=None, description="允许的最小值（含）；最小值不写时是0")
    above: Exact | None = Field(default=None, description="必须大于这个数；用作除数的数据写 above: 0")
    at_most: Exact | None = Field(default=None, description="允许的最大值（含）")
    below: Exact | None = Field(default=None, description="必须小于这个数")
    whole: Annotated[bool, Said("只填整数")] = Field(default=False, description="true：只能填整数")
    as_of: Annotated[str, Said("时点")] = Field(default="", description="数据的时点或口径，印在数据旁边")
    part_of: Annotated[str | None, Said("所属的总数")] = Field(
        default=None,
        description="它是哪个数的一部分：写本指标或上级组的另一个同单位的数的编号；填得比它大时提醒核对，不影响计分",
    )
    note: Annotated[str, Said("说明")] = Field(default="", description="填写说明")
    records: RecordsSpec | None = Field(default=None, description="成果清单：逐项登记，各类别、级别有权重")
    events: Annotated[EventsSpec | None, Said("事件数据")] = Field(
        default=None, description="事件清单：逐起登记，按次数计；没有发生要写“无”"
    )
    choices: Annotated[tuple[str, ...], Said("选项")] = Field(default=(), description="只能从这几项里选一项")
    flag: bool = Field(default=False, description="true：填是或否，在算式里是算1、否算0")
    text: Annotated[bool, Said("文字类数据")] = Field(default=False, description="true：填文字，不能用在算式里")
    unitless: Annotated[bool, Said("没有单位的数")] = Field(
        default=False, description="true：没有单位的数，如比值；不用再写unit"
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [self.records is not None, self.events is not None, bool(self.choices), self.flag, self.text]
        if sum(kinds) > 1:
            message = "records、events、choices、flag、text只能写一种"
            raise ValueError(message)
        if sum(kinds) == 0 and not self.unit and not self.unitless:
            message = "数字类数据必须写unit（单位）"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _some_value_is_allowed(self) -> Self:
        try:
            _ = self.bounds
        except ValidationError as error:
            raise error.errors()[0]["ctx"]["error"] from None
        return self

    @property
    def kind(self) -> InputKind:
        """Which of the six kinds this is."""
        if self.records is not None:
            return "records"
        if self.events is not None:
            return "events"
        if self.choices:
            return "choice"
        if self.text:
            return "text"
        return "flag" if self.flag else "number"

    @cached_property
    def bounds(self) -> Edges:
        """The values allowed: at least 0 unless the scheme says otherwise."""
        no_low = self.at_least is None and self.above is None
        return Edges(
            at_least=Fraction(0) if no_low else self.at_least,
            above=self.above,
            at_most=self.at_most,
            below=self.below,
        )


class Span(Model):
    """A closed range of marks."""

    low: Exact = Field(alias="from", description="最低分（含）")
    high: Exact = Field(alias="to", description="最高分（含），不小于from")

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        if self.low > self.high:
            message = f"from（{plain(self.low)}）不能大于to（{plain(self.high)}）"
            raise ValueError(message)
        return self

    def words(self) -> str:
        """`0.5至1`."""
        return f"{plain(self.low)}至{plain(self.high)}"

    def holds(self, mark: Fraction, step: Fraction) -> bool:
        """Whether `mark` lies inside, whole steps (or the highest mark) above the lowest."""
        if mark == self.high:
            return True
        # (mark - low) / step is whole; in whole numbers, since a year has a thousand marks and `Fraction` is slow
        top, bottom = mark.as_integer_ratio()
        low_top, low_bottom = self.low.as_integer_ratio()
        step_top, step_bottom = step.as_integer_ratio()
        beyond = (top * low_bottom - low_top * bottom) * step_bottom
        return beyond >= 0 and mark < self.high and beyond % (bottom * low_bottom * step_top) == 0


@cache
def up_to(high: Fraction) -> Span:
    """The range from 0 to `high`; most indicators of a scheme share a few of them."""
    return Span.model_validate({"from": Fraction(0), "to": high})


Allowed = tuple[Exact | Span, ...]

#: `all` as a step: only 0 or the full mark.
ALL_OR_NOTHING = "all"


@dataclass(frozen=True, slots=True)
class MarkInput:
    """A mark that one or several assessors give; bounds are closed, and the step holds for each mark.

    For a highest mark that no decimal writes (25/3, a share of 25) either decimal beside it may be given, 8.33 or 8.34,
    as the mark would be printed where shares are rounded; both count as what they stand for.
    """

    label: str
    allowed: Allowed
    step: Fraction
    waivable: bool = False
    unit: str = "分"
    #: Places of the decimals that stand for such a mark.
    digits: int = 2

    @property
    def low(self) -> Fraction:
        """The lowest mark."""
        return min(_low(choice) for choice in self.allowed)

    @property
    def high(self) -> Fraction:
        """The highest mark."""
        return max(_high(choice) for choice in self.allowed)

    def counted(self, marks: list[Fraction]) -> list[Fraction]:
        """What the marks count: themselves, but the highest one where a decimal stands for it."""
        high = self.high
        below, above = decimals_around(high, self.digits)
        return marks if below == above else [high if mark >= below else mark for mark in marks]

    def accepts(self, mark: Fraction) -> bool:
        """Whether one assessor may give `mark`."""
        for choice in self.allowed:
            if isinstance(choice, Span):
                if choice.holds(mark, self.step):
                    return True
            elif mark == choice:
                return True
        return mark in decimals_around(self.high, self.digits)

    def text(self) -> str:
        """What is allowed, for a message: `0至1.5分，步长0.1`; `0或1分` where the step leaves only the ends.

        Marks are decimals: of steps of 2/3 every third can be given, so that the step is 2.
        """
        spans = [choice for choice in self.allowed if isinstance(choice, Span)]
        step = decimal_multiple(self.step)
        only_ends = all(choice.high - choice.low <= step for choice in spans)
        written = [self._choice_text(choice, "或" if only_ends else "至") for choice in self.allowed]
        by = "" if only_ends else f"，步长{plain(step)}"
        waiver = "，或“不适用”" if self.waivable else ""
        return f"{'或'.join(written)}{self.unit}{by}{waiver}"

    def _choice_text(self, choice: Fraction | Span, between: str) -> str:
        if isinstance(choice, Span) and choice.low < choice.high:
            return f"{plain(choice.low)}{between}{plain(decimals_around(choice.high, self.digits)[1])}"
        return plain(_low(choice))


def _low(choice: Fraction | Span) -> Fraction:
    return choice.low if isinstance(choice, Span) else choice


def _high(choice: Fraction | Span) -> Fraction:
    return choice.high if isinstance(choice, Span) else choice


@dataclass(frozen=True, slots=True)
class InputSlot:
    """An input as a leaf sees it: declared by `owner` (the leaf or a group above it) under `name`."""

    owner: str
    name: str
    spec: Input | MarkInput

    @property
    def key(self) -> str:
        """The evidence key: `K3.1.students`."""
        return f"{self.owner}.{self.name}"
