"""catalogue: achievements bring weights by class and level; the sum is capped, or scaled to the best one."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.entered.records import REASONS, Counted, total
from assess.ground.expression import Expression
from assess.ground.model import NotNegative
from assess.ground.numbers import ZERO, plain
from assess.ground.said import Said
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import FigureSpec
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import ACHIEVEMENTS, CAP, POPULATION
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.step import Step, limited
from assess.rules.grammar.wording import before_limits, label, points_of, population, value_of


class Catalogue(Rule):
    """The counted weights of a records input (points). U24, U25a–c, U48.

    `limit: cap` gives at most `cap` (closed); `scale_to_top` gives `cap` to the best unit of the population
    and to the others in proportion (0 to everyone when the best has 0).
    """

    kind: ClassVar[str] = "catalogue"
    title: ClassVar[str] = "成果目录计分"
    summary: ClassVar[str] = "成果按类别和级别的权重相加，再封顶，或者以最高的单位为满分按比例折算。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "8",
            "inputs": {
                "achievements": {
                    "label": "成果",
                    "records": {
                        "classes": {
                            "教学成果奖": {"levels": {"国家级": "5", "省级": "3"}},
                            "大学生创新训练": {"levels": {"国家级": "2", "省级": "1"}},
                        },
                    },
                },
            },
            "rule": {"catalogue": {"of": "achievements", "limit": "cap", "cap": "8"}},
        },
        facts={
            "achievements": [
                {"class": "教学成果奖", "level": "国家级", "title": "成果一"},
                {"class": "教学成果奖", "level": "省级", "title": "成果二"},
                {"class": "大学生创新训练", "level": "省级", "title": "项目三"},
            ],
        },
        points="8",
    )

    of: Annotated[str, ACHIEVEMENTS] = Field(description="成果清单的编号，各类别要有权重")
    limit: Annotated[
        Literal["cap", "scale_to_top"],
        Said("限分方式", word="", choices={"cap": "权重相加", "scale_to_top": "权重最高的单位得满分，其他按比例"}),
    ] = Field(default="cap", description="cap：合计超过cap的，按cap计；scale_to_top：合计最高的单位计cap分，其余按比例")
    cap: Annotated[NotNegative, CAP] = Field(description="最多计多少分，不小于0")
    population: Annotated[str | None, POPULATION] = Field(
        default=None, description="和哪些单位比最高；limit是scale_to_top时必须写"
    )

    def reads(self) -> Iterator[str]:
        """The records."""
        yield self.of

    def asks(self, case: Case) -> Iterator[str]:
        """The records."""
        del case
        yield self.of

    def figures(self) -> Iterator[FigureSpec]:
        """The best unit's sum, where the others are scaled to it."""
        if self.limit == "scale_to_top" and self.population is not None:
            yield FigureSpec("maximum", Expression(self.of), self.population)

    def score(self, case: Case) -> Step:
        """The sum of the weights, within its limit; every record is a part."""
        records = case.records(self.of)
        before = total(records)
        values = {"sum": before}
        figures = tuple(map(case.figure, self.figures()))
        for figure in figures:
            values["best"] = figure.value or ZERO
            before = before / figure.value * self.cap if figure.value else ZERO
        points, limits = limited(before, self.cap, None)
        ids = tuple(figure.id for figure in figures)
        return Step(self.kind, points, values, figures=ids, limits=limits, parts=tuple(map(_part, records)))

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say what counts, what does not and why, the sum, and its limit."""
        for part, count in Counter((_named(part), part.points) for part in step.parts).items():
            (name, reason), weight = part
            each = reason or f"每项{plain(weight or ZERO)}分"
            yield f"{name}{count}项，{each}"
        summed = value_of(step, "sum")
        if not step.parts:
            yield f"{label(self.of, frame)}：无，计{points_of(step)}"
        elif "best" in step.values:
            best = f"{population(self.population, frame)}最高{plain(value_of(step, 'best'))}分"
            scale = f"最高的计{plain(self.cap)}分，其余按比例"
            yield f"权重合计{plain(summed)}分，{best}，{scale}，计{before_limits(step, frame.places)}分"
        elif not step.limits:
            yield f"权重合计{plain(summed)}分，计{points_of(step)}"
        terms = () if "best" in step.values else (plain(summed),)
        yield from (limit.text(frame.places, terms) for limit in step.limits)

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the cap."""
        del frame
        return Reach(ZERO, self.cap)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A records input with weights, a cap that is not negative, a population to scale by."""
        spec = frame.inputs.get(self.of)
        if spec is None:
            yield from flaws.of_names(self, (self.of,), frame, ("of",))
        elif spec.records is None:
            yield flaws.wrong_kind(("of",), self.of, spec, "有权重的成果清单（records）")
        elif not flaws.has_weights(spec):
            yield flaws.without_weights(("of",), self.of)
        else:
            yield from flaws.of_negative_weights(("of",), self.of, spec)
        yield from flaws.not_negative(self.cap, "cap")
        if self.limit == "scale_to_top" or self.population is not None:
            yield from flaws.of_population(self.population, frame)


def _part(one: Counted) -> Step:
    record = one.record
    return Step(
        "catalogue.record",
        one.weight,
        {
            "title": record.title,
            "class_name": record.class_name or "",
            "level": record.level or "",
            "reason": REASONS[one.reason],
        },
    )


def _named(part: Step) -> tuple[str, str]:
    level = f"（{part.values['level']}）" if part.values["level"] else ""
    return f"{part.values['class_name']}{level}", str(part.values["reason"])
