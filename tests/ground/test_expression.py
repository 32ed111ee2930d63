"""Expressions over inputs: exact, small, and harmless."""

from fractions import Fraction

import pytest
from pydantic import TypeAdapter, ValidationError

from assess.ground.expression import MAX_LENGTH, Expression, ExpressionError, Formula, UndefinedError

INPUTS = {"plan": Fraction(500), "arrivals": Fraction(430), "staff": Fraction(3), "人数": Fraction(7)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plan", Fraction(500)),
        ("(plan - arrivals) / plan * 100", Fraction(14)),
        ("1 / 3 * 3", Fraction(1)),
        ("2 + 3 * 4", Fraction(14)),
        ("(2 + 3) * 4", Fraction(20)),
        ("10 - 3 - 2", Fraction(5)),
        ("12 / 3 / 2", Fraction(2)),
        ("-staff + 5", Fraction(2)),
        ("--staff", Fraction(3)),
        ("2 * -staff", Fraction(-6)),
        ("0.5 * staff", Fraction(3, 2)),
        ("mean(plan / staff, arrivals / staff)", Fraction(155)),
        ("min(plan, arrivals, 600)", Fraction(430)),
        ("max(plan, min(arrivals, 600))", Fraction(500)),
        ("人数*2", Fraction(14)),
        (" plan ", Fraction(500)),
    ],
)
def test_expressions_are_computed_exactly(text: str, value: Fraction) -> None:
    """The usual precedence, from left to right, with rationals."""
    assert Expression(text).value(INPUTS.__getitem__) == value


def test_names_come_once_in_the_order_of_their_use() -> None:
    """The inputs that an expression reads; functions are none of them."""
    assert Expression("mean(b / a, c / a)").names == ("b", "a", "c")
    assert Expression("3").names == ()


@pytest.mark.parametrize("text", ["plan / (staff - 3)", "1 / 0", "mean(plan, 1 / (3 - staff))"])
def test_a_division_by_zero_has_no_value(text: str) -> None:
    """It is an error of its own, so that the engine can make a problem of it."""
    with pytest.raises(UndefinedError):
        Expression(text).value(INPUTS.__getitem__)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "算式没有写完"),
        ("plan /", "算式没有写完"),
        ("plan arrivals", "第6个字符处不应有“arrivals”"),
        ("3x", "第2个字符处不应有“x”"),
        ("plan)", "第5个字符处不应有“\\)”"),
        ("* plan", "第1个字符处不应有“\\*”"),
        ("(plan", "第6个字符处应有“\\)”"),
        ("mean(plan; staff)", "第10个字符处有认不出的内容“; staff\\)”"),
        ("mean(plan", "第10个字符处应有“\\)”"),
        ("sum(plan)", "第1个字符：没有函数“sum”，可用的有：mean、min、max"),
        ("plan ** 2", "第7个字符处不应有“\\*”"),
        ("plan % 2", "第5个字符处有认不出的内容“% 2”"),
        ("__import__('os')", "第12个字符处有认不出的内容"),
        (".5", "第1个字符处有认不出的内容"),
    ],
)
def test_what_is_no_expression_is_refused_with_its_column(text: str, message: str) -> None:
    """The message names the character at which reading stopped."""
    with pytest.raises(ExpressionError, match=message):
        Expression(text)


def test_length_and_depth_are_limited() -> None:
    """Neither a long text nor deep nesting can exhaust the program."""
    assert Expression("1" + " " * (MAX_LENGTH - 1)).value(INPUTS.__getitem__) == 1
    with pytest.raises(ExpressionError, match="算式太长（最多300个字符）"):
        Expression("1" + " " * MAX_LENGTH)
    assert Expression("(" * 19 + "1" + ")" * 19).value(INPUTS.__getitem__) == 1
    with pytest.raises(ExpressionError, match="嵌套太深（最多20层）"):
        Expression("(" * 21 + "1" + ")" * 21)
    with pytest.raises(ExpressionError, match="嵌套太深"):
        Expression("-" * 100 + "1")


def test_many_factors_side_by_side_are_not_deep() -> None:
    """Only nesting counts as depth."""
    assert Expression(" + ".join(["(1)"] * 40)).value(INPUTS.__getitem__) == 40


def test_a_number_beyond_the_limits_is_refused() -> None:
    """Numbers inside an expression obey the limits of all numbers."""
    with pytest.raises(ValueError, match="不是可用的数字"):
        Expression("1234567890123456 * 2")


def test_equal_when_written_alike() -> None:
    """Two rules that write the same expression share one figure."""
    assert Expression("a / b") == Expression("a / b")
    assert len({Expression("a / b"), Expression("a / b"), Expression("a/b")}) == 2
    assert Expression("a") != "a"
    assert repr(Expression("a / b")) == "Expression('a / b')"


def test_in_a_scheme_file_an_expression_is_a_text() -> None:
    """It is read from text, written as text, and described to editors as a string."""
    formula: TypeAdapter[Expression] = TypeAdapter(Formula)
    assert formula.validate_python("a / b") == Expression("a / b")
    assert formula.dump_python(Expression("a / b")) == "a / b"
    assert formula.json_schema() == {"type": "string"}
    with pytest.raises(ValidationError, match="应为算式，例如 students / teachers"):
        formula.validate_python(["a"])
