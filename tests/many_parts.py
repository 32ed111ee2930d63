"""A scheme whose total has as many parts as wanted, each of indicators of its own, and a year for it."""

from pathlib import Path

#: Labels as offices write them.
LABELS = (
    "党的建设",
    "教学工作",
    "科学研究",
    "学生工作",
    "师资队伍建设",
    "安全稳定",
    "社会服务",
    "创新创优",
    "校园文化建设",
)

GRADES = """\
grades:
  bands:
    - {label: 优秀, at_least: 90, at_most: 100}
    - {label: 合格, at_least: 60, below: 90}
    - {label: 不合格, at_least: 0, below: 60}
"""

_HEAD = """\
id: many
title: 各项工作考核
source: {document: 考核办法}
period: {from: 2025-01-01, to: 2025-12-31}
lists: {units: {label: 院部}}
unit_types: {college: {label: 二级学院, list: units}, department: {label: 教学部, list: units}}
"""


def written(folder: Path, parts: int, grades: str = GRADES, missing: int = 0) -> tuple[Path, Path]:
    """The scheme's folder and the year's file.

    Each part is worth 100 ÷ `parts`, rounded down, and the first one the rest; its indicators are out of 17, of which a
    教学部 is assessed on 13. The last `missing` units lack their last mark.
    """
    full = 100 // parts
    fulls = [100 - full * (parts - 1), *([full] * (parts - 1))]
    numbers = range(1, parts + 1)
    scheme = _HEAD + grades + "parts:\n"
    for number, worth in zip(numbers, fulls, strict=True):
        scheme += f"  part{number}: {{label: {LABELS[number - 1]}, full: {{units: {worth}}}, "
        scheme += f"indicators: {{nodes: [A{number}, B{number}], partial: convert, basis: derived}}}}\n"
    scheme += "targets:\n  - list: units\n    indicators:\n"
    for number in numbers:
        scheme += f"      - {{id: A{number}, label: 计划{number}, max: 13, rule: {{judged: {{}}}}}}\n"
        scheme += f"      - {{id: B{number}, label: 总结{number}, max: 4, only: [college], rule: {{judged: {{}}}}}}\n"
    (folder / "scheme.yaml").write_text(scheme, encoding="utf-8")
    names = ("教务处", "人事处", "学工部", "马克思主义学院")
    year = "scheme: many\ntitle: 一年\nunits:\n"
    for place, name in enumerate(names):
        is_college = place % 2 == 0
        facts = [f"A{number}: {13 - (place + number) % 4}" for number in numbers]
        facts += [f"B{number}: 3" for number in numbers] if is_college else []
        if place >= len(names) - missing:
            del facts[0]
        kind = "college" if is_college else "department"
        year += f"  - {{id: u{place}, name: {name}, type: {kind}, facts: {{{', '.join(facts)}}}}}\n"
    path = folder / "year.yaml"
    path.write_text(year, encoding="utf-8")
    return folder, path
