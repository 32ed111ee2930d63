"""rank_table: points by place in a ranking."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.ground.expression import Formula
from assess.ground.model import Exact
from assess.ground.numbers import ZERO
from assess.ground.said import Said
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import Better, Figure, FigureSpec
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import BETTER, OTHERWISE, POINTS, POPULATION, VALUE, ZERO_VALUE
from assess.rules.grammar.reach import Reach, between
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import measured, points_of, used


class RankTable(Rule):
    """Points by competition rank (1, 2, 2, 4); ranks that are not in the table get `otherwise`. U36, U44.

    `zero_value`, the points of a unit whose own value is 0, goes before everything. Then `last`, the points
    of the last place and of all tied on it in a ranking of two or more; without it that is a place like any.
    Where everybody is tied, `all_tied` says whether that is the last place or the first.
    """

    kind: ClassVar[str] = "rank_table"
    title: ClassVar[str] = "名次计分"
    summary: ClassVar[str] = "按数值排名，按名次给分。并列的名次相同（1、2、2、4）。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {"exemplars": {"label": "示范成果权重", "unit": "分"}},
            "rule": {
                "rank_table": {
                    "value": "exemplars",
                    "better": "higher",
                    "population": "units",
                    "points": {"1": "2", "2": "2", "3": "1.5"},
                    "otherwise": "0",
                    "last": "0",
                    "zero_value": "0",
                },
            },
        },
        facts={"exemplars": "8"},
        points="2",
        others={"乙": {"exemplars": "10"}, "丙": {"exemplars": "5"}},
    )

    value: Annotated[Formula, VALUE] = Field(description="算式，按它排名")
    better: Annotated[Better, BETTER] = Field(description="higher：越高名次越前；lower：越低名次越前")
    population: Annotated[str, POPULATION] = Field(description="在哪个比较范围里排名")
    points: Annotated[dict[int, Exact], POINTS] = Field(
        min_length=1, description="各名次的得分，写成“名次: 分值”；名次从1起，后面的不能比前面的高"
    )
    otherwise: Annotated[Exact, OTHERWISE] = Field(default=ZERO, description="表里没有的名次的得分")
    last: Annotated[Exact | None, Said("末位计分", word="末位计", unit="分")] = Field(
        default=None, description="最后一名（含并列）的得分；只有一个单位时不用；不写就照表计"
    )
    all_tied: Annotated[
        Literal["last", "ranked"],
        Said("全部并列时", mention="unusual", choices={"last": "都算末位", "ranked": "都照第1名"}),
    ] = Field(
        default="last", description="全部单位并列时。last：人人都算末位；ranked：人人都照第1名计。数值都为0的不在此列"
    )
    zero_value: Annotated[Exact | None, ZERO_VALUE] = Field(
        default=None, description="数值为0时的得分，先于其他各项；不写就照名次计"
    )

    def reads(self) -> Iterator[str]:
        """The inputs of the value."""
        yield from self.value.names

    def asks(self, case: Case) -> Iterator[str]:
        """All of them."""
        del case
        yield from self.value.names

    def figures(self) -> Iterator[FigureSpec]:
        """The ranking."""
        yield FigureSpec("ranking", self.value, self.population, self.better)

    def score(self, case: Case) -> Step:
        """The points of the unit's place."""
        (figure,) = map(case.figure, self.figures())
        value, rank = self.value.value(case.number), figure.ranks[case.unit_id]
        points, note = self._placed(value, rank, figure)
        values = used(self.value.names, case) | {
            "value": value,
            "rank": Fraction(rank),
            "of": Fraction(len(figure.ranks)),
            "note": note,
        }
        return Step(self.kind, points, values, figures=(figure.id,))

    def _placed(self, value: Fraction, rank: int, figure: Figure) -> tuple[Fraction, str]:
        if self.zero_value is not None and value == 0:
            return self.zero_value, "，数值为0"
        spared = rank == 1 and self.all_tied == "ranked"
        if self.last is not None and rank == figure.last_rank and len(figure.ranks) > 1 and not spared:
            return self.last, "，为末位"
        return self.points.get(rank, self.otherwise), ""

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the value and the place."""
        yield measured(step, self.value, frame)
        values = step.values
        yield f"排名第{values['rank']}（共{values['of']}个单位）{values['note']}，计{points_of(step)}"

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest points of any place."""
        del frame
        special = [points for points in (self.last, self.zero_value) if points is not None]
        return between((*self.points.values(), self.otherwise, *special))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """Places count from 1, a better one never gets less, and everybody assessed is ranked."""
        yield from flaws.of_formula(self, self.value, frame, ("value",))
        yield from flaws.of_population(self.population, frame)
        yield from self._table_flaws()
        ranked = frame.populations.get(self.population, frame.types)
        if frame.types - ranked:
            outside = "、".join(sorted(frame.types - ranked))
            yield Flaw(
                ("population",),
                "not_ranked",
                f"单位类型“{outside}”适用本指标，但不在比较范围“{self.population}”内，没有名次",
                "换一个比较范围，或用by_type给这些类型另写规则",
            )

    def _table_flaws(self) -> Iterator[Flaw]:
        for rank in self.points:
            if rank < 1:
                yield Flaw(("points", str(rank)), "rank_below_one", f"名次从1算起，这里是{rank}")
        for better, worse in pairwise(sorted(self.points)):
            if self.points[worse] > self.points[better]:
                yield Flaw(
                    ("points", str(worse)),
                    "worse_rank_gets_more",
                    f"第{worse}名的分值高于第{better}名",
                    "名次靠后的分值不能更高",
                )
