"""Attributes of units that decide a line and are left out."""

from collections.abc import Iterator

from assess.ground.address import UNIT, Address
from assess.scheme.nodes import all_nodes
from assess.year.evidence import Unit
from assess.year.reminders.nodes import specs_of, title
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def left_out(year: Year) -> Iterator[Noticed]:
    """A unit of a type that has an attribute gives it, where a line depends on it."""
    for unit in year.units:
        for name, attribute in year.scheme.attributes.items():
            if not attribute.concerns(unit.type) or unit.attributes.get(name):
                continue
            line = next(_lines_by(year, unit, name), "")
            if line:
                text = f"{unit.name}没有写{attribute.label}，{line}的数量线按它定"
                choices = "、".join(attribute.choices)
                yield Noticed(Address(unit.id, UNIT, name), "", text, f"请写明{attribute.label}：{choices}")


def _lines_by(year: Year, unit: Unit, attribute: str) -> Iterator[str]:
    """What the attribute decides for the unit: `“B36 舆论宣传与自媒体”的平均每月采用稿件`."""
    for node in all_nodes(year.nodes.tree(unit).nodes):
        if node.applies(unit.type):
            for spec in specs_of(node).values():
                if spec.line_by is not None and spec.line_by.get("attribute") == attribute:
                    yield f"{title(node)}的{spec.label}"


REMINDERS = (
    Reminder(
        "attribute_lacking",
        "没有写的单位属性",
        "有的数量线按单位属性定，没有写属性，单上就没有线可比。",
        left_out,
    ),
)
