"""A template prints exactly what its context documents."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jinja2 import meta, nodes

from assess.reports.pages import Context, environment
from assess.reports.printable import LabelledValue
from assess.reports.sheets.list_context import RankedList
from assess.reports.sheets.sheet_context import Sheet
from assess.reports.targets.charts import Chart
from assess.reports.targets.evaluation_context import Evaluation
from assess.reports.targets.monitoring_context import MonitoringPage
from assess.reports.targets.summary_context import Summary
from assess.reports.targets.table_context import TargetTablePage
from assess.resources import templates_dir

CONTEXTS: list[type[Context]] = [Sheet, RankedList, TargetTablePage, Evaluation, MonitoringPage, Summary]

#: What the arguments of macros are, by their names.
ARGUMENTS: dict[str, Any] = {"chart": Chart, "facts": tuple[LabelledValue, ...], "notices": tuple[str, ...]}


@dataclass
class Reader:
    """Follows names through a template and notes which fields of which class are printed."""

    names: dict[str, Any]
    used: set[tuple[str, str]]

    def read(self, node: nodes.Node) -> None:
        """Walk a template; a loop's variable has the type of the items."""
        if isinstance(node, nodes.For):
            items = self.type_of(node.iter)
            assert isinstance(node.target, nodes.Name)
            inner = Reader(self.names | {node.target.name: item_of(items)}, self.used)
            for child in node.body:
                inner.read(child)
            return
        if isinstance(node, nodes.FromImport):
            assert isinstance(node.template, nodes.Const)
            for macro in parsed(node.template.value).find_all(nodes.Macro):
                self.read(macro)
            return
        if isinstance(node, nodes.Macro):
            inner = Reader({argument.name: ARGUMENTS.get(argument.name) for argument in node.args}, self.used)
            for child in node.body:
                inner.read(child)
            return
        if isinstance(node, nodes.Getattr):
            self.type_of(node)
        for child in node.iter_child_nodes():
            self.read(child)

    def type_of(self, node: nodes.Node) -> Any:  # noqa: ANN401 a type of any kind
        """The type of an expression."""
        if isinstance(node, nodes.Name):
            return self.names.get(node.name)
        if isinstance(node, nodes.Filter) and node.name == "batch":
            assert node.node is not None
            items = self.type_of(node.node)
            return tuple[items, ...]  # type: ignore[valid-type]
        if isinstance(node, nodes.Getattr) and not (isinstance(node.node, nodes.Name) and node.node.name == "loop"):
            owner = self.type_of(node.node)
            self.used.add((owner.__name__, node.attr))
            return get_type_hints(owner)[node.attr]
        return None


def parsed(name: str) -> nodes.Template:
    """A template or a piece of one."""
    return environment().parse((templates_dir() / name).read_text(encoding="utf-8"))


def item_of(items: Any) -> Any:  # noqa: ANN401 a type of any kind
    """The type of the items of `tuple[X, ...]`."""
    assert get_origin(items) is tuple
    return get_args(items)[0]


def documented(context: type) -> set[tuple[str, str]]:
    """The fields of every class inside a context; a single value as well as a row of them."""
    found: set[tuple[str, str]] = set()
    for name, kind in get_type_hints(context).items():
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if is_dataclass(inner) and isinstance(inner, type) and name != "template":
            found |= {(inner.__name__, field.name) for field in fields(inner)} | documented(inner)
    return found


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_template_uses_all_fields_and_no_others(context: type[Context]) -> None:
    """The names at the top and the fields of everything inside are those of the context's dataclasses."""
    tree = parsed(context.template)
    assert meta.find_undeclared_variables(tree) == {field.name for field in fields(context)}
    hints = get_type_hints(context)
    reader = Reader({field.name: hints[field.name] for field in fields(context)}, set())
    reader.read(tree)
    assert reader.used == documented(context)


def test_every_template_has_a_context() -> None:
    """No page lies in the folder that nothing prints."""
    pages = {path.name for path in templates_dir().glob("*.html")}
    assert pages == {context.template for context in CONTEXTS}
