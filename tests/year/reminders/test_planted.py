"""One slip in a shipped sample, as it happens at a desk: it is asked about once, and nothing else is."""

from pathlib import Path

import pytest
import yaml

from assess.files import yaml_reader
from assess.resources import schemes_dir
from assess.services.schemes import open_scheme
from assess.year.reading.building import build_evidence
from tests.year.reminders.small_year import said

SLIPS = [
    pytest.param(of["sample"], slip["written"], slip["slip"], slip["asked"], id=slip["asked"])
    for of in yaml.safe_load(Path(__file__).with_name("slips.yaml").read_text(encoding="utf-8"))
    for slip in of["slips"]
]


def asked_about(sample: str, text: str) -> list[str]:
    """What is noticed in a changed sample, as code and address."""
    path = Path(schemes_dir(), sample)
    scheme = open_scheme(str(path.parents[1]))
    found = said(scheme, build_evidence(yaml_reader.parse(text, path.name), scheme, is_sample=True))
    return [one.split(" [")[0] for one in found]


def original(sample: str) -> str:
    """The sample as it is shipped."""
    return Path(schemes_dir(), sample).read_text(encoding="utf-8")


@pytest.mark.parametrize(("sample", "written", "slip", "asked"), SLIPS)
def test_a_slip(sample: str, written: str, slip: str, asked: str) -> None:
    """The first place at which the sample has `written` has the slip instead."""
    text = original(sample)
    assert written in text
    assert asked_about(sample, text.replace(written, slip, 1)) == [asked]


@pytest.mark.parametrize(
    ("sample", "first", "after", "asked"),
    [
        ("lianyungang-2018/sample/year.yaml", "library", "service_company", "table_lacking -/tables/library"),
        ("lianyungang-2018/sample/year.yaml", "ideology", "continuing", "unit_type_lacking -/unit_types/ideology_dept"),
        ("tianjin-projects/sample/year.yaml", "p2", "p3", "table_lacking -/tables/p2"),
    ],
)
def test_a_unit_that_is_not_entered(sample: str, first: str, after: str, asked: str) -> None:
    """Without the library one department would go from 待审议 to 优秀."""
    text = original(sample)
    start, end = (text.index(f"  - id: {unit}\n") for unit in (first, after))
    assert asked_about(sample, text[:start] + text[end:]) == [asked]
