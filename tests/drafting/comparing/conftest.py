"""The made-up scheme `college.yaml`, and what two versions of it differ in."""

from pathlib import Path

from assess.drafting.comparing import differences
from assess.files.yaml_reader import parse
from assess.ground.tree import Table
from assess.scheme.reading.building import build_scheme

HERE = Path(__file__).parent
COLLEGE = (HERE / "college.yaml").read_text(encoding="utf-8")


def changed_tree(*replacements: tuple[str, str]) -> Table:
    """The scheme's tree, with each text put in the place of the first one."""
    text = COLLEGE
    for old, new in replacements:
        assert old in text, f"not in college.yaml: {old}"
        text = text.replace(old, new, 1)
    return parse(text, "college.yaml")


def sentences(*replacements: tuple[str, str]) -> list[str]:
    """What the changed scheme differs in: `theme：sentence`."""
    old, new = build_scheme(changed_tree()), build_scheme(changed_tree(*replacements))
    return [f"{one.theme.value}: {one.sentence()}" for one in differences(old, new)]
