"""Every rule kind in the registry with random parameters and random entries, as `script/soak --rules` tries them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.rules.grammar.reach import Reach
from assess.rules.judged import Judged
from assess.rules.registry import kinds
from script.soaking import rule_trial
from script.soaking.rule_trial import tried_rule
from script.soaking.statements import points_missing, standing_untrue, untrue
from tests.engine.properties.material import PROFILE

SEED = 1
#: `script/soak --rules N` tries as many as somebody has time for.
EXAMPLES = 80


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_with_random_parameters(name: str) -> None:
    """No kind raises, says what cannot be true, or gives points beyond its reach, whatever is declared and entered."""
    scored = 0

    @settings(PROFILE, max_examples=EXAMPLES)
    @given(number=st.integers(0, 10**6))
    def one_trial(number: int) -> None:
        nonlocal scored
        result = tried_rule(kinds()[name], SEED, number)
        assert not result.complaint, (
            f"script/soak --seed {SEED} --one {name} {number}\n{result.rule}\n{result.complaint}"
        )
        scored += result.scored

    one_trial()
    assert scored >= EXAMPLES


def test_a_trial_can_be_repeated() -> None:
    """The same number tries the same parameters with the same entries."""
    assert tried_rule(kinds()["sum"], SEED, 7) == tried_rule(kinds()["sum"], SEED, 7)


def test_a_fault_of_a_kind_is_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a trial looks for it finds: an exception, points beyond the reach, points that are not said."""
    with monkeypatch.context() as patched:
        patched.setattr(Judged, "score", lambda *_: Fraction(1) / 0)
        assert "ZeroDivisionError" in tried_rule(Judged, SEED, 1).complaint
    with monkeypatch.context() as patched:
        patched.setattr(Judged, "reach", lambda *_: Reach(Fraction(-2), Fraction(-1)))
        assert "beyond the reach from -2 to -1" in tried_rule(Judged, SEED, 1).complaint
    with monkeypatch.context() as patched:
        patched.setattr(Judged, "explain", lambda *_: iter(["考核评分-7分"]))
        assert "are not said: 考核评分-7分" in tried_rule(Judged, SEED, 1).complaint
    with monkeypatch.context() as patched:
        patched.setattr(rule_trial, "_scheme", lambda *_: None)
        assert tried_rule(Judged, SEED, 1).complaint == "no parameters were taken"


#: Sentences that stand for themselves or behind others, each with one thing that cannot be true.
LIES = [
    ["计100/17分"],
    ["考核评分3.0000分"],
    ["参与率70%（<70%，符合），计1分"],
    ["参与率69%（<70%，不符合），计1分"],
    ["材料归档：否（为“是”，符合），计1分"],
    ["合计8分，超过上限8分，按8分计"],
    ["合计9分，超过上限8分，按7分计"],
    ["合计1分，低于下限0分，按0分计"],
    ["0.3333 + 0.3333 = 0.6667分"],
    ["1 + (-2) = 1分"],
    ["1 + 1 ≈ 2.1分"],
    ["就业率85%", "符合“≥80%且<85%”一档，计1分"],
    ["示范成果8分、合作企业2家", "符合“合作企业≥3家”一档，计1分"],
    ["项目经费350000元", "每满100000元计1分，满4个，计4分"],
    ["项目经费350000元", "每满100000元计1分，满3个，计2分"],
    ["项目经费350000元", "每100000元计1分（不足的按一个计），共3个，计3分"],
    ["项目经费350000元", "每100000元计1分（按比例），折合3.6个，计3.6分"],
    ["会议8次", "没有达到指标值≥8次，完成100%，按比例计2分"],
    ["会议7次", "达到指标值≥8次，得满分2分"],
    ["会议6次", "没有达到指标值≥8次，完成70%，按比例计1.4分"],
    ["会议9次", "正好是指标值>8次的界限，不算达到，计1.99分"],
    ["会议8次", "超过指标值≤8次，这是不允许发生的，计0分"],
    ["学生数20人", "全校平均值10人，为其100%"],
    ["课题“甲”20000元，未达到20000元"],
    ["课题“甲”20000元，达到20000元，计1分", "达线2项，每项1分，计2分"],
    ["课题“甲”20000元，达到20000元，计1分", "达线1项，每项1分，计2分"],
    ["排名第4（共3个单位），计1分"],
    ["排名第2（共3个单位），前1名计2分"],
    ["排名第1（共3个单位），不在前1名，计2分"],
    ["违规事件2起，每起扣0.5分，扣1.5分"],
    ["满分2分", "违规事件2起，每起扣0.5分，扣1分", "扣后计1.5分"],
    ["教学成果奖2项，每项3分", "课程1项，非第一作者，不计", "权重合计5分，计5分"],
    ["甲：计1分", "乙：计0.5分", "2项合计2分"],
    ["计0.125分", "四舍五入到2位小数：0.12分"],
]


@pytest.mark.parametrize("lines", LIES, ids=["，".join(lines) for lines in LIES])
def test_what_cannot_be_true_is_noticed(lines: list[str]) -> None:
    """A careful reader would stumble over it, and over nothing else in these sentences."""
    assert len(list(untrue(lines, 4))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["学生数1000人、专业教师数60人：学生数 ÷ 专业教师数 = 16.6667", "全校平均值20，为其83.33%"],
        ["满分2分", "违规事件3起，每起扣0.5分，扣1.5分", "参与率70%（<70%，不符合），不扣分", "扣后计0.5分"],
        ["教学成果奖2项，每项3分", "课程1项，非第一作者，不计", "权重合计6分，计6分"],
        ["0.3333 + 0.3333 ≈ 0.6667分", "四舍五入到2位小数：0.67分"],
        ["会议5次", "没有达到指标值≥8次，完成62.5%，按比例计1.25分"],
        ["项目经费350000元", "每100000元计1分（按比例），折合3.5个，计3.5分"],
        ["获奖0.004801项", "超过指标值<0.0048005项，按指标值÷实际值＝99.99998%，计1.99分"],
    ],
)
def test_what_is_true_is_left_alone(lines: list[str]) -> None:
    """Sentences as the kinds say them pass."""
    assert list(untrue(lines, 4)) == []


#: Sentences with points of some places, whether `≈` is right in them, and what rounding to these places can do.
ROUNDED = [
    (2, ["0.33 + 0.33 ≈ 0.67分"], True),
    (2, ["0.33 + 0.33 = 0.67分"], False),
    (2, ["0.33 + 0.33 ≈ 0.66分"], False),
    (2, ["0.33 + 0.33 ≈ 0.68分"], False),
    (2, ["0.3 + 0.3 ≈ 0.61分"], False),
    (3, ["0.33 + 0.33 ≈ 0.67分"], False),
    (0, ["3 + 3 ≈ 7分"], True),
    (0, ["10 + 20 ≈ 31分"], False),
    (2, ["不受上限限制的0.33分另加：0.33 + 0.33 ≈ 0.67分"], True),
    (2, ["不受上限限制的0.33分另加：0.33 + 0.33 = 0.67分"], False),
    (2, ["甲：计1.83分", "乙：计1.83分", "2项合计≈3.67分"], True),
    (2, ["甲：计1.83分", "乙：计1.83分", "2项合计3.67分"], False),
    (2, ["奖项3项，每项0.125分", "合计≈0.38分，超过上限0.3分，按0.3分计"], True),
    (2, ["奖项3项，每项0.125分", "合计0.38分，超过上限0.3分，按0.3分计"], False),
    (2, ["考核评分0.67分", "会议3次，每次扣0.125分，扣0.38分", "扣后计0.29分"], True),
    (2, ["考核评分0.67分", "会议3次，每次扣0.125分，扣≈0.38分", "扣后计0.29分"], False),
    (2, ["考核评分0.67分", "会议1次（≥1次，符合），扣0.38分", "合计≈0.3分，低于下限0.5分，按0.5分计"], True),
    (2, ["考核评分0.67分", "会议1次（≥1次，符合），扣0.38分", "合计≈0.31分，低于下限0.5分，按0.5分计"], False),
    (2, ["会议4次", "每3次计1分（按比例），折合1.3333个，计1.33分"], True),
    (2, ["会议4次", "每3次计1分（按比例），折合1.3333个，计1.34分"], False),
    (4, ["会议4次", "每3次计1分（按比例），折合1.3333个，计1.33分"], False),
    (4, ["会议4次", "每3次计3分（按比例），折合1.3333个，计≈4分"], True),
    (4, ["会议4次", "每3次计3分（按比例），折合1.3333个，计4分"], False),
    (4, ["会议4次", "每3次计3分（按比例），折合1.3333个，计≈4.0003分"], False),
    (2, ["未达成，1.7%：2分×1.7%，计0.03分"], True),
    (2, ["未达成，1.7%：2分×1.7%，计0.04分"], False),
    (2, ["课题“甲”1元，达到1元，计0.125分", "达线1项，每项0.125分，计0.12分"], False),
    (2, ["奖项5项，每项1分", "权重合计5分，全校最高7分，最高的计8分，其余按比例，计5.71分"], True),
    (2, ["奖项5项，每项1分", "权重合计5分，全校最高7分，最高的计8分，其余按比例，计5.72分"], False),
    (2, ["奖项5项，每项0分", "权重合计0分，全校最高0分，最高的计8分，其余按比例，计0分"], True),
    (2, ["考核评分3.33分（满分5分），扣1.67分"], True),
    (2, ["考核评分3.33分（满分5分），扣1.66分"], False),
]


@pytest.mark.parametrize(("places", "lines", "true"), ROUNDED, ids=["，".join(lines) for _, lines, _ in ROUNDED])
def test_rounding_explains_no_more_than_it_does(places: int, lines: list[str], *, true: bool) -> None:
    """Without ≈ what is shown comes out as it is written; with it, it does not, and is off by rounding alone."""
    assert (list(untrue(lines, places)) == []) is true


def test_the_last_sentence_says_the_points() -> None:
    """Points and 不适用 have to be said, as near as their places can be."""
    assert list(points_missing("考核评分0.3333分", Fraction(1, 3), 4)) == []
    assert list(points_missing("考核评分0.33分", Fraction(1, 3), 2)) == []
    assert list(points_missing("考核评分4.997分", Fraction(14990, 3000), 2)) == []
    assert list(points_missing("经认定不适用，不计入满分", None, 4)) == []
    assert len(list(points_missing("考核评分0.33分", Fraction(1, 3), 4))) == 1
    assert len(list(points_missing("考核评分0.34分", Fraction(1, 3), 2))) == 1
    assert len(list(points_missing("考核评分5分", Fraction(14990, 3000), 2))) == 1
    assert len(list(points_missing("考核评分0分", None, 4))) == 1


def test_a_standing_is_held_against_its_value() -> None:
    """On course is what meets the half-year value; more than an exact one may be harmless."""
    assert list(standing_untrue("6次，半年值≥6次", met=True)) == []
    assert list(standing_untrue("7次，半年值＝6次", met=True)) == []
    assert len(list(standing_untrue("5次，半年值≥6次", met=True))) == 1
    assert len(list(standing_untrue("6次，半年值≥6次", met=False))) == 1
