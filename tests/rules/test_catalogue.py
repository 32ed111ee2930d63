"""catalogue: weights of achievements."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "achievements": {
        "label": "成果",
        "records": {
            "classes": {
                "教学成果奖": {"levels": {"国家级": "5", "省级": "3"}},
                "课程": {"levels": {"国家级": "5", "省级": "2"}},
                "大创": {"levels": {"国家级": "2", "省级": "1"}},
                "发明专利": {"weight": "3", "events": ["授权", "受理"], "counted": ["授权"]},
            },
        },
    },
}
CAP = {"catalogue": {"of": "achievements", "limit": "cap", "cap": "8", "population": "units"}}
SCALE = {"catalogue": CAP["catalogue"] | {"limit": "scale_to_top"}}


def listed(*entries: str) -> dict[str, Any]:
    """Facts with records, each written `class level`."""
    records = [dict(zip(("class", "level"), entry.split(), strict=True)) for entry in entries]
    return {"achievements": records}


SEVEN = listed("教学成果奖 国家级", "课程 省级")
EIGHT = listed("教学成果奖 国家级", "教学成果奖 省级")
NINE = listed("教学成果奖 国家级", "教学成果奖 省级", "大创 省级")


@pytest.mark.parametrize(("facts", "points"), [(listed(), "0"), (SEVEN, "7"), (EIGHT, "8"), (NINE, "8")])
def test_the_sum_is_capped(facts: dict[str, Any], points: str, trial: "Maker") -> None:
    """U24: Σ 7 → 7, Σ 8 → 8, Σ 9 → 8."""
    assert trial(CAP, INPUTS, full="8").points(facts) == points


def test_a_cap_that_bites_is_recorded(trial: "Maker") -> None:
    """The step says what the sum was; a cap that is only reached says nothing."""
    case = trial(CAP, INPUTS, full="8")
    assert [limit.text() for limit in case.step(NINE).limits] == ["合计9分，超过上限8分，按8分计"]
    assert case.step(EIGHT).limits == ()


@pytest.mark.parametrize(
    ("own", "best", "points"),
    [(NINE, EIGHT, "8"), (SEVEN, EIGHT, "7"), (SEVEN, NINE, "56/9"), (listed(), NINE, "0"), (listed(), listed(), "0")],
)
def test_the_best_gets_the_cap(own: dict[str, Any], best: dict[str, Any], points: str, trial: "Maker") -> None:
    """U24 scale_to_top: Σ ÷ the highest Σ × cap; nobody gets anything when that is 0."""
    step = trial(SCALE, INPUTS, full="8").step(own, {"乙": best})
    assert str(step.points) == points
    assert step.figures == ("maximum units",)
    assert step.limits == ()


def test_a_unit_outside_the_population_may_have_more_than_the_best(trial: "Maker") -> None:
    """It gets the cap; the sentences say what the proportion would give, and that this is over the cap."""
    case = trial(SCALE, INPUTS, full="8")
    step = case.rule.score(replace(case.case(NINE), units={"乙": EIGHT}))
    assert str(step.points) == "8"
    assert list(case.rule.explain(step, case.frame))[-2:] == [
        "权重合计9分，全校院部最高8分，最高的计8分，其余按比例，计9分",
        "合计9分，超过上限8分，按8分计",
    ]


def test_only_scaling_needs_a_figure(trial: "Maker") -> None:
    """With a cap the population is not looked at, though it may be written."""
    assert list(trial(CAP, INPUTS).rule.figures()) == []
    assert [spec.kind for spec in trial(SCALE, INPUTS).rule.figures()] == ["maximum"]


def test_what_does_not_count_is_kept_with_its_reason(trial: "Maker") -> None:
    """U25: not first author, a repeated achievement and an event that does not count stay as parts of weight 0."""
    facts = {
        "achievements": [
            {"class": "教学成果奖", "level": "省级", "title": "甲", "identity": "P1"},
            {"class": "教学成果奖", "level": "国家级", "title": "甲", "identity": "P1"},
            {"class": "课程", "level": "省级", "title": "乙", "first": False},
            {"class": "发明专利", "title": "丙", "event": "受理"},
            {"class": "发明专利", "title": "丁", "event": "授权"},
        ],
    }
    case = trial(CAP, INPUTS, full="8")
    step = case.step(facts)
    assert [str(part.points) for part in step.parts] == ["0", "5", "0", "0", "3"]
    assert case.text(facts) == [
        "教学成果奖（省级）1项，同一成果已按最高级别计一次",
        "教学成果奖（国家级）1项，每项5分",
        "课程（省级）1项，非第一作者（主持人、获奖人），不计",
        "发明专利1项，该类别此环节不计",
        "发明专利1项，每项3分",
        "权重合计8分，计8分",
    ]


def test_the_explanation_counts_alike_records_together(trial: "Maker") -> None:
    """Two records of one class and level are one line; none at all is said."""
    case = trial(CAP, INPUTS, full="8")
    assert case.text(listed("大创 省级", "大创 省级")) == ["大创（省级）2项，每项1分", "权重合计2分，计2分"]
    assert case.text(listed()) == ["成果：无，计0分"]
    assert case.text(NINE)[-1] == "合计9分，超过上限8分，按8分计"


def test_the_explanation_of_scaling(trial: "Maker") -> None:
    """A reader sees the best sum and the proportion."""
    assert trial(SCALE, INPUTS).text(listed("大创 国家级"), {"乙": EIGHT})[-1] == (
        "权重合计2分，全校院部最高8分，最高的计8分，其余按比例，计2分"
    )


def test_asks_and_reach(trial: "Maker") -> None:
    """It asks for the records; the cap bounds the points."""
    assert trial(CAP, INPUTS).asks({}) == ["achievements"]
    assert trial(CAP, INPUTS).reach() == ("0", "8")


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"of": "achievement"}, [(("of",), "unknown_input")]),
        ({"of": "count"}, [(("of",), "wrong_input_kind")]),
        ({"of": "unweighed"}, [(("of",), "no_weights")]),
        ({"of": "fined"}, [(("of",), "negative")]),
        ({"of": "fine"}, [(("of",), "negative")]),
        ({"cap": "-1"}, [(("cap",), "negative")]),
        ({"population": "all"}, [(("population",), "unknown_population")]),
        ({"population": None}, []),
        ({"population": None, "limit": "scale_to_top"}, [((), "no_population")]),
    ],
)
def test_flaws(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """It needs records with weights, none below 0; the population is checked wherever it is written."""
    inputs = INPUTS | {
        "count": {"label": "数量", "unit": "项"},
        "unweighed": {"label": "清单", "records": {"classes": {"一类": {}}}},
        "fined": {"label": "处分", "records": {"classes": {"一类": {"levels": {"大": "1", "小": "-1"}}}}},
        "fine": {"label": "处分", "records": {"classes": {"一类": {"weight": "-1"}, "二类": {"weight": "0"}}}},
    }
    assert trial({"catalogue": CAP["catalogue"] | change}, inputs).flaws() == flaws
