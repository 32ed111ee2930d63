"""A scheme file's keys and their types, checked by pydantic. What they mean together is the compiler's matter."""

from functools import cache
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from assess.domain.ballots import BallotRules
from assess.domain.build.days import Day
from assess.domain.filled import Filled
from assess.domain.inputs import EvidenceLine, Input
from assess.domain.model import Exact, Model
from assess.domain.numbers import plain
from assess.domain.panel import PanelRules
from assess.domain.records import Counting
from assess.domain.rules.registry import any_rule
from assess.domain.selection import SelectionRules

if TYPE_CHECKING:
    from assess.domain.rules.base import Rule as AnyRule

#: Ids of nodes and of everything else that is cited: letters, digits, dots, dashes, underscores.
Id = str


def _above_0(value: Fraction) -> Fraction:
    if value <= 0:
        message = f"应大于0，这里是{plain(value)}"
        raise ValueError(message)
    return value


#: A number above 0.
Above0 = Annotated[Exact, AfterValidator(_above_0)]


class NodeFile(Model):
    """An indicator or a group of indicators."""

    model_config = ConfigDict(populate_by_name=True)

    id: Id = Field(pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$", max_length=40)
    label: str = Field(min_length=1)
    clause: str = ""
    max: Exact | None = None
    except_: tuple[str, ...] = Field(default=(), alias="except")
    only: tuple[str, ...] = ()
    mark_step: Above0 | Literal["all"] | None = None
    inputs: dict[str, Input] = Field(default_factory=dict)
    evidence: dict[str, EvidenceLine] = Field(default_factory=dict)
    texts: dict[str, str] = Field(default_factory=dict)
    content: str = ""
    tags: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    rule: "AnyRule | None" = None
    floor: Exact | None = None
    shares: Literal["equal", "single"] | dict[str, Exact] | None = None
    lift: bool = False
    indicators: "tuple[NodeFile, ...]" = ()

    @model_validator(mode="after")
    def _group_or_leaf(self) -> Self:
        if bool(self.indicators) == (self.rule is not None):
            message = "应写rule（一个指标）或indicators（一组指标），二者写且只写一个"
            raise ValueError(message)
        if self.indicators and self.max is None:
            message = "一组指标必须写max（满分）"
            raise ValueError(message)
        if self.except_ and self.only:
            message = "except（不参加的类型）和only（只适用的类型）只能写一个"
            raise ValueError(message)
        return self


class TreeFile(Model):
    """The indicators of a list, or of one department's table."""

    list: str | None = None
    table: str | None = None
    label: str = ""
    clause: str = ""
    use_common: bool = False
    additions: dict[str, str] = Field(default_factory=dict)
    indicators: tuple[NodeFile, ...]

    @model_validator(mode="after")
    def _list_or_table(self) -> Self:
        if (self.list is None) == (self.table is None):
            message = "应写list（名单）或table（部门指标表），二者写且只写一个"
            raise ValueError(message)
        return self


class SourceFile(Model):
    """The document that the scheme follows."""

    document: str
    issuer: str = ""
    effective: Day | None = None
    note: str = ""


class PeriodFile(Model):
    """The period assessed, both days included."""

    model_config = ConfigDict(populate_by_name=True)

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            message = f"from（{self.start}）不能晚于to（{self.end}）"
            raise ValueError(message)
        return self


class RoundingFile(Model):
    """Places of printed points, and whether leaves or only totals are rounded (U15)."""

    digits: int = Field(default=2, ge=0, le=4)
    at: Literal["leaf", "total"] = "leaf"


class LabelFile(Model):
    """Something that has only a name."""

    label: str


class UnitTypeFile(Model):
    """A kind of unit, its list, and how many such units there are (None: not said)."""

    label: str
    list: str
    count: int | None = Field(default=None, ge=1)


class AttributeFile(Model):
    """Something about a unit that wording or evidence lines depend on."""

    label: str
    choices: tuple[str, ...]
    types: tuple[str, ...] = ()


class PopulationFile(Model):
    """Whom relative rules compare with."""

    label: str
    types: tuple[str, ...]


class TargetsFile(Model):
    """How target points enter the total (U1, U2a)."""

    partial: Literal["convert", "raw", "mean_fill", "rank_within_type"] = "convert"
    basis: Literal["derived", "stated"] = "derived"


class PartFile(Model):
    """A part of the total: exactly one of ballots, indicators, panel."""

    label: str
    clause: str = ""
    full: dict[str, Exact]
    ballots: BallotRules | None = None
    indicators: TargetsFile | None = None
    panel: PanelRules | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(way is not None for way in (self.ballots, self.indicators, self.panel)) != 1:
            message = "ballots（测评票）、indicators（指标）、panel（领导评价）写且只写一种"
            raise ValueError(message)
        return self


class StatedFile(Model):
    """A total that the document prints."""

    types: tuple[str, ...]
    node: str
    points: Exact
    clause: str = ""


class OverlapFile(Model):
    """Items that the document states twice (U51)."""

    table: str
    ids: tuple[str, ...] = Field(min_length=2)
    relation: Literal["same", "contains"] = "same"
    note: str = ""


class StepFile(Model):
    """A step of the procedure."""

    label: str
    clause: str = ""


class ConsequenceFile(Model):
    """What follows from a result."""

    when: str
    text: str
    clause: str = ""


class OverlayFile(Model):
    """One replacement that an alternative reading makes: a path to what stands there, and what is put in its place."""

    at: Filled[str]
    put: Any


class ChoiceFile(Model):
    """One answer to a reading's question."""

    label: str
    overlay: tuple[OverlayFile, ...] = ()


class ReadingFile(Model):
    """A question that the document leaves open."""

    clause: str
    question: str
    default: str
    choices: dict[str, ChoiceFile] = Field(min_length=1)

    @model_validator(mode="after")
    def _default_is_a_choice(self) -> Self:
        if self.default not in self.choices:
            message = f"default（默认）应为choices之一：{'、'.join(self.choices)}"
            raise ValueError(message)
        if self.choices[self.default].overlay:
            message = "默认的理解就是数据本身，不能再写overlay"
            raise ValueError(message)
        return self


class SchemeFile(Model):
    """A whole scheme as its files write it."""

    id: Id = Field(pattern=r"^[a-z0-9][a-z0-9\-]*$", max_length=60)
    title: str = Field(min_length=1)
    source: SourceFile
    period: PeriodFile
    rounding: RoundingFile = RoundingFile()
    mark_step: Above0 = Fraction(1, 100)
    counting: Counting = Counting()
    recusal: Literal["allowed", "recused"] = "allowed"
    lists: dict[str, LabelFile] = Field(min_length=1)
    unit_types: dict[str, UnitTypeFile] = Field(min_length=1)
    attributes: dict[str, AttributeFile] = Field(default_factory=dict)
    populations: dict[str, PopulationFile] = Field(default_factory=dict)
    parts: dict[str, PartFile] = Field(min_length=1)
    targets: tuple[TreeFile, ...] = ()
    common: tuple[NodeFile, ...] = ()
    overlaps: tuple[OverlapFile, ...] = ()
    stated_totals: tuple[StatedFile, ...] = ()
    selection: SelectionRules | None = None
    steps: tuple[StepFile, ...] = ()
    consequences: tuple[ConsequenceFile, ...] = ()
    readings: dict[str, ReadingFile] = Field(default_factory=dict)


@cache
def scheme_file() -> type[SchemeFile]:
    """Return the model with all rule kinds filled in."""
    rule = any_rule()
    NodeFile.model_rebuild(force=True, _types_namespace={"AnyRule": rule, "NodeFile": NodeFile})
    TreeFile.model_rebuild(force=True)
    SchemeFile.model_rebuild(force=True)
    return SchemeFile
