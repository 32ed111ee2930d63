"""What every rule kind has: parameters, the inputs it asks for, points, explanation, reach, checks, a worked case."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from assess.entered.inputs import Input, MarkInput
from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.model import Model
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import FigureSpec
from assess.rules.grammar.frame import Frame, FrameChange
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.step import Step


class Flaw(NamedTuple):
    """Something wrong with a rule's parameters; `path` leads from the rule to the place."""

    path: tuple[str | int, ...]
    code: str
    text: str
    hint: str = ""
    #: Whether it is the key at the end of the path that is wrong, not what stands there.
    is_key: bool = False


class Example(NamedTuple):
    """A rule kind's worked case: parameters as written, the inputs declared, what a unit entered, and the points."""

    leaf: Mapping[str, Any]
    facts: Mapping[str, Any]
    points: str
    #: Other units of the population: name → facts.
    others: Mapping[str, Mapping[str, Any]] = {}


class Contradiction(NamedTuple):
    """Two entered values that cannot both hold: which input is to be corrected, why, and what is allowed."""

    name: str
    text: str
    hint: str = ""


class Rule(Model):
    """A rule kind. A file in this package that defines one is all that a new kind needs."""

    kind: ClassVar[str] = ""
    #: What it is called on paper.
    title: ClassVar[str] = ""
    #: What it does, in a sentence or two for the office.
    summary: ClassVar[str] = ""
    example: ClassVar[Example]

    def words(self, frame: Frame) -> str:
        """What it asks for in a scheme's tables, in its own words; empty: its parameters are named one by one."""
        del frame
        return ""

    def reads(self) -> Iterator[str]:
        """Names of all declared inputs that it may read."""
        for _, rule, _ in self.nested():
            yield from rule.reads()

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """Marks that people give for it, by input name."""
        for _, rule, inner in self.nested():
            yield from rule.marks(inner(frame))

    def brings(self) -> Iterator[tuple[str, Input]]:
        """Inputs that the rule itself declares; one that the indicator declares takes their place."""
        for _, rule, _ in self.nested():
            yield from rule.brings()

    @property
    def primary(self) -> str | None:
        """The input that a bare value stands for, where there are several."""
        return None

    def contradictions(self, values: Mapping[str, Any]) -> Iterator[Contradiction]:
        """What cannot be true together among the values entered for one leaf; looked for when evidence is read."""
        for _, rule, _ in self.nested():
            yield from rule.contradictions(values)

    def asks(self, case: Case) -> Iterator[str]:
        """Names of the inputs that this unit must give, as far as what is known decides it."""
        for _, rule, _ in self.nested():
            yield from rule.asks(case)

    def figures(self) -> Iterator[FigureSpec]:
        """The population figures that it needs."""
        for _, rule, _ in self.nested():
            yield from rule.figures()

    def figures_for(self, case: Case) -> Iterator[FigureSpec]:
        """The figures that the points of this one unit rest on."""
        del case
        yield from self.figures()

    def score(self, case: Case) -> Step:
        """The points of one unit, with how they came about."""
        raise NotImplementedError

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Sentences that tell a reader how `step` came about."""
        raise NotImplementedError

    def reach(self, frame: Frame) -> Reach:
        """The lowest and highest points it can give; both ends can be reached."""
        raise NotImplementedError

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """What is wrong with its parameters beyond what their types say."""
        del frame
        yield from ()

    @property
    def may_exceed(self) -> bool:
        """Whether its points may lie above the leaf's full mark (an uncapped part)."""
        return any(rule.may_exceed for _, rule, _ in self.nested())

    @property
    def may_be_waived(self) -> bool:
        """Whether a person may find it 不适用, so that it gives no points at all."""
        return any(rule.may_be_waived for _, rule, _ in self.nested())

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], "Rule", FrameChange]]:
        """The rules inside it: path, rule, and how the frame changes on the way in."""
        yield from ()

    def all_flaws(self, frame: Frame) -> Iterator[Flaw]:
        """The flaws of this rule and of all rules inside it."""
        yield from self.flaws(frame)
        for path, rule, inner in self.nested():
            for flaw in rule.all_flaws(inner(frame)):
                yield flaw._replace(path=(*path, rule.kind, *flaw.path))


class Measured(Rule):
    """A rule that puts its points on a measured value, so that `top` can rank by it."""

    def ranked_value(self) -> Expression | None:
        """The expression to rank by; None when there is no single one."""
        raise NotImplementedError

    def tested_value(self, case: Case) -> Fraction | None:
        """The value that bands and preconditions are held against; None when there is nothing to compare with."""
        raise NotImplementedError

    def edges_text(self, edges: Edges, frame: Frame) -> str:
        """Edges on the tested value as a reader sees them, with their unit."""
        raise NotImplementedError


class _AnyKind:
    """Checks a rule by the one model of all kinds, which is made when it is first needed: then all are known."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source
        from assess.rules.registry import any_rule

        return handler.generate_schema(any_rule())


#: A rule as a parameter: `{kind: {parameters}}` in the file.
AnyRule = Annotated[Rule, _AnyKind()]
