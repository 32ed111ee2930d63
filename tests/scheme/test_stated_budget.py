"""The sum of the tables' budgets that a document prints."""

from fractions import Fraction

from tests.scheme.small import scheme, scheme_mistakes


def test_the_printed_sum_is_kept_exactly_with_its_unit_and_place() -> None:
    """`4791.93` stays exact; the check reads it from the scheme."""
    stated = scheme("stated_budget: {amount: 4791.93, unit: 元, clause: 合计}\n").stated_budget
    assert stated is not None
    assert (stated.amount, stated.unit, stated.clause) == (Fraction(479193, 100), "元", "合计")


def test_amounts_are_in_ten_thousand_yuan_unless_the_scheme_says_otherwise() -> None:
    """The document's tables print 万元."""
    stated = scheme("stated_budget: {amount: 1}\n").stated_budget
    assert stated is not None
    assert (stated.unit, stated.clause) == ("万元", "")


def test_a_scheme_without_a_printed_sum_has_none() -> None:
    """Most regulations are about points, not money."""
    assert scheme().stated_budget is None


def test_a_sum_without_a_usable_amount_is_a_mistake_with_its_place() -> None:
    """The other keys of the scheme are still checked: the wrong id is named in the same run."""
    found = scheme_mistakes("stated_budget: {amount: 4,791.93 万元}\nid: 小\n")
    assert [line for line in found if line.startswith("t.yaml:1:")]
    assert [line for line in found if line.startswith("t.yaml:2:")]
    assert scheme_mistakes("stated_budget: {unit: 万元}\n") == [
        "t.yaml:1:1: 错误：“stated_budget”缺少“amount”",
        "→ 这一项必须写",
    ]
