"""What a scheme proposes of who is responsible for what is compared item by item."""

from assess.drafting.comparing import differences
from tests import small


def said(old: str, new: str) -> list[str]:
    """The sentences about two schemes with these duties."""
    before, after = (small.scheme(small.ONE_MARK, duties=duties) for duties in (old, new))
    return [one.sentence() for one in differences(before, after)]


def test_a_duty_that_comes_goes_or_changes_is_said() -> None:
    """By the name of its item, whatever word names it; in another order it is the same."""
    old = "{A: {department: 教务处, assessors: [张三]}, targets: {department: 目标办}}"
    kept = "{A: {department: 教务处, assessors: [张三]}, targets: {department: 督查办}}"
    assert said(old, kept) == ["建议的考核分工（目标考核）由目标办牵头改为督查办牵头"]
    new = "{全部: {department: 组织部}, 工作实绩: {department: 科研处, due: 2018-12-01}}"
    assert said(old, new) == [
        "建议的考核分工（A 工作实绩）由“教务处牵头，张三评分”改为“科研处牵头，2018-12-01前交”",
        "不再建议考核分工：目标考核",
        "新建议考核分工：全部，组织部牵头",
    ]
    assert said(old, "{targets: {department: 目标办}, 工作实绩: {department: 教务处, assessors: [张三]}}") == []


def test_an_item_that_is_gone_goes_by_its_old_name() -> None:
    """The new scheme does not have it any more."""
    before = small.scheme(small.ONE_MARK, duties="{A: {department: 教务处}}")
    after = small.scheme(small.ONE_MARK.replace("id: A", "id: B"))
    assert "不再建议考核分工：A 工作实绩" in [one.sentence() for one in differences(before, after)]
