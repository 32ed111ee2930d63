"""per_item: points for each record whose amount reaches the line of its class."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from assess.entered.records import REASONS, Counted
from assess.ground.model import Exact, NotNegative
from assess.ground.numbers import ZERO, plain, short
from assess.ground.place import did_you_mean
from assess.ground.said import Said
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import ACHIEVEMENTS, CAP, POINTS
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.step import Step, limited
from assess.rules.grammar.wording import before_limits, label, points_of, value_of


class PerItem(Rule):
    """`points` for each counted record whose amount is ≥ its class's line; at most `cap` (closed). U27.

    The lines are in the unit of the records' amount. A class without a line brings nothing.
    """

    kind: ClassVar[str] = "per_item"
    title: ClassVar[str] = "按项达线计分"
    summary: ClassVar[str] = "每一项成果的金额达到本类的线，就得一份分。"
    example: ClassVar[Example] = Example(
        leaf={
            "inputs": {
                "projects": {
                    "label": "科研项目",
                    "records": {
                        "classes": {"社会科学类": {}, "自然科学类": {}},
                        "amount": {"label": "到账经费", "unit": "元", "at_least": "0"},
                    },
                },
            },
            "rule": {
                "per_item": {
                    "of": "projects",
                    "lines": {"社会科学类": "20000", "自然科学类": "50000"},
                    "points": "1",
                },
            },
        },
        facts={
            "projects": [
                {"class": "社会科学类", "title": "课题一", "amount": "20000"},
                {"class": "自然科学类", "title": "课题二", "amount": "49999"},
            ],
        },
        points="1",
    )

    of: Annotated[str, ACHIEVEMENTS] = Field(description="成果清单的编号，要有金额（amount）")
    lines: Annotated[dict[str, Exact], Said("达线标准", word="达到")] = Field(
        description="各类别的线，写成“类别: 金额”，达到（≥）就计；没有写线的类别不计"
    )
    points: Annotated[NotNegative, POINTS] = Field(description="每项得的分，不小于0")
    cap: Annotated[NotNegative | None, CAP] = Field(default=None, description="最多计多少分，不小于0；null：不设上限")

    def reads(self) -> Iterator[str]:
        """The records."""
        yield self.of

    def asks(self, case: Case) -> Iterator[str]:
        """The records."""
        del case
        yield self.of

    def score(self, case: Case) -> Step:
        """The points of the records that reach their lines; every record is a part."""
        parts = tuple(map(self._part, case.records(self.of)))
        summed = sum((part.points or ZERO for part in parts), ZERO)
        points, limits = limited(summed, self.cap, None)
        return Step(self.kind, points, {"count": Fraction(len(parts))}, limits=limits, parts=parts)

    def _part(self, one: Counted) -> Step:
        record, amount = one.record, one.record.amount or ZERO
        line = self.lines.get(record.class_name or "")
        reached = not one.reason and line is not None and amount >= line
        values: dict[str, Fraction | str] = {"title": record.title, "class_name": record.class_name or ""}
        values |= {"amount": amount, "reason": REASONS[one.reason]}
        if line is not None:
            values["line"] = line
        return Step("per_item.record", self.points if reached else ZERO, values)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say each record's amount against its line, then the points."""
        spec = frame.inputs[self.of].records
        unit = spec.amount.unit if spec is not None and spec.amount is not None else ""
        for part in step.parts:
            yield _sentence(part, unit)
        if not step.parts:
            yield f"{label(self.of, frame)}：无"
        reached = sum(map(_reaches, step.parts))
        yield f"达线{reached}项，每项{plain(self.points)}分，计{before_limits(step, frame.places)}分"
        yield from (limit.text(frame.places) for limit in step.limits)

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the cap."""
        del frame
        return Reach(ZERO, self.cap)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A records input with amounts, lines for classes that it has."""
        yield from flaws.not_negative(self.points, "points")
        yield from flaws.not_negative(self.cap, "cap")
        spec = frame.inputs.get(self.of)
        if spec is None:
            yield from flaws.of_names(self, (self.of,), frame, ("of",))
        elif spec.records is None or spec.records.amount is None:
            yield flaws.wrong_kind(("of",), self.of, spec, "带amount（金额）的成果清单（records）")
        else:
            for name in self.lines:
                if name not in spec.records.classes:
                    yield Flaw(
                        ("lines", name),
                        "unknown_class",
                        f"数据“{self.of}”没有类别“{name}”",
                        did_you_mean(name, spec.records.classes),
                    )


def _sentence(part: Step, unit: str) -> str:
    values = part.values
    line = [value_of(part, "line")] if "line" in values else []
    amount = short(value_of(part, "amount"), beside=line)
    head = f"{values['class_name']}“{values['title']}”{amount}{unit}"
    if values["reason"]:
        return f"{head}：{values['reason']}"
    if not line:
        return f"{head}：本类未设线，不计"
    wanted = f"{plain(line[0])}{unit}"
    return f"{head}，达到{wanted}，计{points_of(part)}" if _reaches(part) else f"{head}，未达到{wanted}"


def _reaches(part: Step) -> bool:
    """Whether the record counts and reaches the line of its class; its points may be 0."""
    values = part.values
    return not values["reason"] and "line" in values and value_of(part, "amount") >= value_of(part, "line")
