"""Rules in words, for the tables of a scheme: what stands first, what is left out, what a word of the file means."""

from typing import TYPE_CHECKING, Any

import pytest

from assess.drafting.comparing.walker import Walker
from assess.rules.catalogue import Catalogue
from assess.rules.grammar.rule_words import RuleWords, rule_words

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "students": {"label": "学生数", "unit": "人"},
    "teachers": {"label": "教师数", "unit": "人"},
    "faults": {"label": "教学事故", "events": {"unit": "起"}},
    "papers": {
        "label": "论文",
        "records": {"classes": {"核心": {"levels": {"一级": "3", "二级": "2"}}, "普刊": {"weight": "1"}, "其他": {}}},
    },
}
FEW = {"value": "students", "bands": [{"at_least": "9", "points": "2"}]}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            {"bands": {**FEW, "otherwise": "1"}},
            "分档计分：学生数，≥9人计2分，其余1分",
        ),
        (
            {
                "relative": {
                    "bands": [{"below": "0.7", "points": "2"}],
                    "otherwise": "1",
                    "value": "students / teachers",
                    "zero_value": "-1",
                    "population": "units",
                    "reference": "mean",
                    "better": "lower",
                }
            },
            "相对比较：学生数 ÷ 教师数，越低越好，参照平均值，范围全校院部，<70%计2分，数值为0的计-1分，其余1分",
        ),
        (
            {
                "rank_table": {
                    "value": "students",
                    "better": "higher",
                    "population": "units",
                    "points": {"1": "3", "2": "2"},
                    "otherwise": "1",
                    "last": "-1",
                    "all_tied": "ranked",
                }
            },
            "名次计分：学生数，越高越好，范围全校院部，计第1名3分、第2名2分，末位计-1分，全部并列时都照第1名，其余1分",
        ),
        (
            {
                "top": {
                    "ranks": "2",
                    "population": "units",
                    "better": "higher",
                    "when": {"at_least": "5"},
                    "points": "3",
                    "otherwise": {"bands": FEW},
                }
            },
            "前几名另计：≥5人，越高越好，范围全校院部，前2名，计3分，其余（分档计分：学生数，≥9人计2分）",
        ),
        (
            {"catalogue": {"of": "papers", "limit": "scale_to_top", "cap": "8", "population": "units"}},
            "成果目录计分：论文〔核心：一级3、二级2；普刊1；其他〕，范围全校院部，权重最高的单位得满分，其他按比例，最高8分",
        ),
        (
            {
                "deduction": {
                    "start": "full",
                    "floor": "-1",
                    "each": [
                        {"events": "faults", "points": "0.5"},
                        {"value": "students", "every": "10", "points": "1", "steps": "proportional"},
                        {
                            "when": {"teachers": {"below": "3"}},
                            "discretion": {"input": "loss", "allowed": [{"from": "0", "to": "1"}]},
                        },
                    ],
                }
            },
            (
                "扣分：从满分起扣，教学事故每起，扣0.5分；学生数，每10人，扣1分，按比例计；教师数<3人，酌情扣分，最低-1分；"
                "酌情扣分（教师数<3人）0至1分，步长0.01"
            ),
        ),
        (
            {
                "sum": {
                    "of": [{"bands": FEW}],
                    "ceiling": "3",
                    "floor": "-2",
                    "uncapped": [{"per_amount": {"value": "faults", "every": "2", "points": "1", "steps": "started"}}],
                }
            },
            (
                "合计：（分档计分：学生数，≥9人计2分），合计最高3分，最低-2分，不受上限限制的另加"
                "（按数额计分：教学事故，每2起，计1分，不足的按一个计）"
            ),
        ),
        (
            {"by_type": {"types": {"college": {"bands": FEW}}, "otherwise": {"judged": {}}}},
            "按单位类型计分：学院（分档计分：学生数，≥9人计2分），其余（评分）；考核分0至8分，步长0.01",
        ),
        (
            {
                "checklist": {
                    "items": [
                        {"label": "学生", "when": {"students": {"above": "0"}}},
                        {"label": "教师", "when": {"teachers": {"above": "0"}}},
                    ],
                    "shares": ["1", "2"],
                }
            },
            "逐项达标计分：学生数>0人、教师数>0人，分值1、2",
        ),
    ],
)
def test_a_rule(rule: dict[str, Any], words: str, trial: "Maker") -> None:
    """What is measured, which way is better and among whom come first, whatever the file's order; the rest last."""
    made = trial(rule, INPUTS, full="8")
    assert rule_words(made.rule, made.frame, {"college": "学院"}) == words


def test_a_name_that_is_also_a_word_of_the_language(trial: "Maker") -> None:
    """An input is called by its label, even where its name means something in another parameter."""
    inputs = {"full": {"label": "满员数", "unit": "人"}}
    made = trial({"deduction": {"start": "10", "each": [{"events": "full", "points": "1"}]}}, inputs)
    assert rule_words(made.rule, made.frame, {}) == "扣分：10分，满员数每人，扣1分"


def test_a_list_that_nobody_declared(trial: "Maker") -> None:
    """Achievements that are known to one of two schemes only are called by their name."""
    made = trial({"catalogue": {"of": "papers", "cap": "8"}}, INPUTS)
    assert isinstance(made.rule, Catalogue)
    words = RuleWords(made.frame, {})
    other = made.rule.model_copy(update={"of": "works"})
    assert list(Walker(words, words).rule(made.rule, other)) == [
        "计分数据由“论文〔核心：一级3、二级2；普刊1；其他〕”改为“works”"
    ]
