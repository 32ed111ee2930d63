"""Arithmetic over named inputs: `(plan - arrivals) / plan * 100`, `mean(a / c, b / c)`.

Four operations, parentheses, a leading minus, `mean`, `min`, `max`. Nothing else, so that a personnel officer can
read it and nothing in a scheme file can run code.
"""

import operator
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import WithJsonSchema

from assess.ground.model import ReadBy
from assess.ground.numbers import exact

Lookup = Callable[[str], Fraction]
Evaluate = Callable[[Lookup], Fraction]

#: Deepest nesting of parentheses.
MAX_DEPTH = 20
MAX_LENGTH = 300

_TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]+)?)|([^\W\d]\w*)|([-+*/(),]))")

#: What stands on paper, and how it is written here.
_SIGNS = {"÷": "/", "×": "*", "－": "-", "−": "-", "＋": "+", "／": "/", "（": "(", "）": ")", "，": ","}


class ExpressionError(ValueError):
    """An expression that cannot be read; says where."""


class UndefinedError(ArithmeticError):
    """An expression that has no value for these inputs: a division by zero."""


class Expression:
    """A parsed expression; equal when written alike."""

    __slots__ = ("_evaluate", "names", "text")

    def __init__(self, text: str) -> None:
        """Parse `text`; raise `ExpressionError` where it is no expression."""
        self.text = text
        parser = _Parser(text)
        self._evaluate = parser.whole()
        #: The inputs it reads, in the order of their first use.
        self.names = tuple(dict.fromkeys(parser.names))

    def __eq__(self, other: object) -> bool:
        """Two expressions are equal when they are written alike."""
        return isinstance(other, Expression) and other.text == self.text

    def __hash__(self) -> int:
        """Hash by the text."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Show the text."""
        return f"Expression({self.text!r})"

    def value(self, lookup: Lookup) -> Fraction:
        """Compute with the inputs that `lookup` gives; raise `UndefinedError` on a division by zero."""
        return self._evaluate(lookup)


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


class _Parser:
    """Recursive descent: sum → product → factor."""

    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH:
            message = f"算式太长（最多{MAX_LENGTH}个字符）"
            raise ExpressionError(message)
        self._tokens = list(_tokens(text))
        self._next = 0
        self._depth = 0
        self.names: list[str] = []

    def whole(self) -> Evaluate:
        result = self._sum()
        if self._peek().kind != "end":
            raise _unexpected(self._peek())
        return result

    def _peek(self) -> _Token:
        return self._tokens[self._next]

    def _take(self, text: str) -> bool:
        if self._peek().kind == "sign" and self._peek().text == text:
            self._next += 1
            return True
        return False

    def _sum(self) -> Evaluate:
        left = self._product()
        while True:
            if self._take("+"):
                left = _binary(operator.add, left, self._product())
            elif self._take("-"):
                left = _binary(operator.sub, left, self._product())
            else:
                return left

    def _product(self) -> Evaluate:
        left = self._factor()
        while True:
            if self._take("*"):
                left = _binary(operator.mul, left, self._factor())
            elif self._take("/"):
                left = _binary(_divide, left, self._factor())
            else:
                return left

    def _factor(self) -> Evaluate:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"算式嵌套太深（最多{MAX_DEPTH}层）"
            raise ExpressionError(message)
        try:
            if self._take("-"):
                inner = self._factor()
                return lambda lookup: -inner(lookup)
            if self._take("("):
                inner = self._sum()
                self._expect(")")
                return inner
            return self._atom()
        finally:
            self._depth -= 1

    def _atom(self) -> Evaluate:
        token = self._peek()
        self._next += 1
        if token.kind == "number":
            number = exact(token.text)
            return lambda _: number
        if token.kind == "name":
            if self._take("("):
                return self._call(token)
            name = token.text
            self.names.append(name)
            return lambda lookup: lookup(name)
        raise _unexpected(token)

    def _call(self, name: _Token) -> Evaluate:
        function = FUNCTIONS.get(name.text)
        if function is None:
            message = f"第{name.column}个字符：没有函数“{name.text}”，可用的有：{'、'.join(FUNCTIONS)}"
            raise ExpressionError(message)
        arguments = [self._sum()]
        while self._take(","):
            arguments.append(self._sum())
        self._expect(")")
        return lambda lookup: function([argument(lookup) for argument in arguments])

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            token = self._peek()
            message = f"第{token.column}个字符处应有“{sign}”"
            raise ExpressionError(message)


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    stripped = text.rstrip()
    while position < len(stripped):
        found = _TOKEN.match(stripped, position)
        if found is None:
            raise _unreadable(stripped, position)
        kind = ("number", "name", "sign")[(found.lastindex or 1) - 1]
        yield _Token(kind, found[found.lastindex or 1], found.start(found.lastindex or 1) + 1)
        position = found.end()
    yield _Token("end", "", len(stripped) + 1)


def _unreadable(text: str, position: int) -> ExpressionError:
    rest = text[position:].lstrip()
    meant = _SIGNS.get(rest[0])
    if meant is not None:
        return ExpressionError(f"第{len(text) - len(rest) + 1}个字符“{rest[0]}”应写成“{meant}”")
    return ExpressionError(f"第{position + 1}个字符处有认不出的内容“{rest[:10]}”")


def _unexpected(token: _Token) -> ExpressionError:
    if token.kind == "end":
        return ExpressionError("算式没有写完")
    return ExpressionError(f"第{token.column}个字符处不应有“{token.text}”")


def _binary(operation: Callable[[Fraction, Fraction], Fraction], left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda lookup: operation(left(lookup), right(lookup))


def _divide(left: Fraction, right: Fraction) -> Fraction:
    if right == 0:
        raise UndefinedError
    return left / right


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


FUNCTIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {"mean": _mean, "min": min, "max": max}


def _parse(value: Any) -> Expression:  # noqa: ANN401 pydantic hands over whatever the file holds
    if isinstance(value, str):
        return Expression(str(value))
    message = "应为算式，例如 students / teachers"
    raise ValueError(message)


#: An expression as a scheme file writes it.
Formula = Annotated[Expression, ReadBy(_parse, lambda expression: expression.text), WithJsonSchema({"type": "string"})]
