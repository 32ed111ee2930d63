"""A scheme file's keys and their types, checked by pydantic. What they mean together is the compiler's matter."""

from fractions import Fraction
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from assess.domain.ballots import BallotRules
from assess.domain.build.days import Day
from assess.domain.build.indicator_file import Above0, Id, NodeFile, TreeFile
from assess.domain.build.reading_file import ReadingFile
from assess.domain.model import Exact, Model
from assess.domain.panel import PanelRules
from assess.domain.records import Counting
from assess.domain.selection import SelectionRules

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
