"""Reads what people say of one unit: the ballots and marks of every part of the total that has a section of its own."""

from assess.entered.values import Opinion
from assess.ground.findings import Findings
from assess.ground.tree import Table, place_of
from assess.parts.registry import sections
from assess.scheme.scheme import Scheme
from assess.year.sections import is_by_part


def read_opinions(findings: Findings, scheme: Scheme, unit: Table, name: str) -> dict[str, dict[str, Opinion]]:
    """By part of the total and group; `name` is what messages call the unit."""
    found: dict[str, dict[str, Opinion]] = {}
    for section in sections():
        if unit.get(section) is not None:
            found |= _section(findings, scheme, unit, section, name)
    return found


def _section(findings: Findings, scheme: Scheme, unit: Table, section: str, name: str) -> dict[str, dict[str, Opinion]]:
    parts, given = scheme.parts_under(section), unit[section]
    if not parts:
        # What only the default readings ask for may stay in the file while others are in force.
        if scheme.by_default is None or not scheme.by_default.parts_under(section):
            text = f"{name}不能填{section}：方案里没有由它计分的部分"
            findings.error(unit.key_place(section), "unknown_key", text, f"请删去{section}，或核对方案的parts")
        return {}
    if not is_by_part(scheme, section, given):
        read = {parts[0].id: parts[0].rules.read(findings, given, name)}
    else:
        table = findings.table(given, f"{name}的{section}", place_of(unit, (section,)), _by_part_hint(scheme, section))
        asleep = scheme.by_default.parts_under(section) if scheme.by_default is not None else ()
        findings.unknown_keys(table, [part.id for part in (*parts, *asleep)], f"{name}的{section}")
        read = {
            part.id: part.rules.read(findings, table[part.id], f"{name}（{part.label}）")
            for part in parts
            if table.get(part.id) is not None
        }
    return {part: opinions for part, opinions in read.items() if opinions}


def _by_part_hint(scheme: Scheme, section: str) -> str:
    ids = "、".join(f"{part.id}（{part.label}）" for part in scheme.parts_under(section))
    return f"方案里有几个这样的部分，先写部分的编号，再写群体：{ids}"
