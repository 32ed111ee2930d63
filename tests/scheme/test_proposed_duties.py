"""A scheme may propose who is responsible for what."""

from datetime import date

import pytest

from assess.ground.place import ProblemsError
from tests import small
from tests.scheme.small import scheme, scheme_mistakes


def test_a_proposal_names_its_item_by_id_or_label() -> None:
    """It is kept under the word of the item; assessors and a day may be left out."""
    duties = scheme(
        'duties:\n  党建: {department: 组织部, assessors: [张三, 李四], due: 2019-12-01}\n  "*": {department: 目标办}\n'
    ).duties
    assert list(duties) == ["A1", "*"]
    assert duties["A1"].department == "组织部"
    assert duties["A1"].assessors == ("张三", "李四")
    assert duties["A1"].due == date(2019, 12, 1)
    assert duties["*"].due is None


def test_what_names_no_item_or_one_twice_is_a_mistake_with_its_place() -> None:
    """All of it in one run."""
    found = scheme_mistakes("duties:\n  党健: {department: 组织部}\n  A1: {department: 甲}\n  党建: {department: 乙}\n")
    assert found == [
        "t.yaml:2:3: 错误：没有“党健”这个指标或组成部分",
        "→ 是否想写：党建？",
        "t.yaml:4:3: 错误：“A1 党建”的分工写了两次",
        "→ 只留一个",
    ]


def test_a_label_that_several_have_is_a_mistake() -> None:
    """It says which ids there are."""
    both = small.BOTH_LISTS.replace("部门实绩", "工作实绩")
    with pytest.raises(ProblemsError) as caught:
        small.scheme(both, duties="{工作实绩: {department: 教务处}}")
    assert [(one.text, one.hint) for one in caught.value.problems] == [("“工作实绩”有2个", "请写编号：A、D")]


def test_a_proposal_needs_a_department() -> None:
    """The rest of the scheme is still checked."""
    found = scheme_mistakes("duties:\n  A1: {due: 昨天}\nid: 小\n")
    assert [line for line in found if line.startswith("t.yaml:2:")]
    assert [line for line in found if line.startswith("t.yaml:3:")]
