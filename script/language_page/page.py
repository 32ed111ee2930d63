"""The page of the scheme language: the template's prose, with tables and worked examples made from the code."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from assess.drafting.checks import CHECKS
from assess.rules.base import Rule
from assess.rules.registry import kinds
from assess.scheme.reading.schema import scheme_schema
from script.language_page.examples import example
from script.language_page.tables import Tables, cell

TEMPLATE = Path(__file__).with_name("template.md")
_MARKER = re.compile(r"^\{\{(\w+) ?(\w*)\}\}$", re.MULTILINE)
#: `### 界限` above a table: the model's place in the page.
_HEADED = re.compile(r"^#+ (.+)\n\n(?:(?!#|\{\{).*\n)*\{\{keys (\w+)\}\}$", re.MULTILINE)


def page() -> str:
    """Return the whole page."""
    template = TEMPLATE.read_text(encoding="utf-8")
    headings = {model: heading for heading, model in _HEADED.findall(template)}
    headings |= {kind.__name__: _heading(kind) for kind in kinds().values()}
    tables = Tables(scheme_schema(), headings | {"RuleChoice": "计分办法", "Conditions": "条件"})
    makers: dict[str, Callable[[str], str]] = {
        "keys": tables.table,
        "kinds": lambda _: "\n\n".join(_kind(kind, tables) for kind in _in_order()),
        "kind_list": lambda _: _kind_list(),
        "checks": lambda _: _checks(),
    }
    return _MARKER.sub(lambda found: makers[found[1]](found[2]), template)


def _in_order() -> Iterator[type[Rule]]:
    """The kinds by their words: new ones find their place by themselves."""
    yield from kinds().values()


def _heading(kind: type[Rule]) -> str:
    return f"{kind.title} {kind.kind}"


def _kind_list() -> str:
    rows = [
        f"| [`{kind.kind}`]({_anchor(_heading(kind))}) | {kind.title} | {cell(kind.summary)} |" for kind in _in_order()
    ]
    return "\n".join(["| 写法 | 名称 | 做什么 |", "|---|---|---|", *rows])


def _anchor(heading: str) -> str:
    return "#" + heading.replace(" ", "-")


def _kind(kind: type[Rule], tables: Tables) -> str:
    return f"### {_heading(kind)}\n\n{kind.summary}\n\n{tables.table(kind.__name__)}\n\n{example(kind)}"


def _checks() -> str:
    sections = []
    for theme in dict.fromkeys(check.theme for check in CHECKS):
        rows = [
            f"| {cell(check.title)} | {cell(check.reason)} | `{check.code}` |"
            for check in CHECKS
            if check.theme == theme
        ]
        sections.append("\n".join([f"**{theme}**", "", "| 查什么 | 为什么 | 代号 |", "|---|---|---|", *rows]))
    return "\n\n".join(sections)
