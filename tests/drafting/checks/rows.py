"""A small target table for checks, and what they say about it."""

from tests.drafting.checks.found import found

#: The unit type of the quiet scheme has one table; a test adds its rows.
_TABLE = """\
targets:
- list: units
  {plan}
  indicators:
  - id: G
    label: 产出
    clause: 三
    max: 10
    shares: leaves
    indicators:
"""
PLAN = "plan: {title: 绩效目标表}"


def said(*rows: str, plan: str = PLAN, rest: str = "") -> list[str]:
    """Code and text of every warning about a table of these rows: `名称 = rule`, with ids R1, R2, …."""
    text = _TABLE.format(plan=plan) + rest_of(rows)
    return [" ".join((line.split(" ")[0], line.split(" ", 2)[2])) for line in found(text + rest)]


def rest_of(rows: tuple[str, ...]) -> str:
    """The rows as a file writes them."""
    lines = []
    for number, row in enumerate(rows, start=1):
        label, _, rule = row.partition(" = ")
        lines.append(f"    - {{id: R{number}, label: {label}, clause: 三{number}, rule: {rule}}}\n")
    return "".join(lines)


def target(full: str, half: str = "", more: str = "") -> str:
    """A target with these values, each as `printed, reading`."""
    before = f"half: {{printed: {half}}}, " if half else ""
    return f"{{target: {{{before}full: {{printed: {full}}}{more}}}}}"


def words(full: str, half: str = "") -> str:
    """A target in words."""
    before = f"half: {{printed: {half}}}, " if half else ""
    return f"{{attainment: {{{before}full: {{printed: {full}}}}}}}"
