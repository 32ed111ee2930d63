"""A part of `script/soak --workbooks`: whatever comes back is used or refused in a sentence, and nothing is written."""

from collections import Counter
from pathlib import Path

from script.soaking.workbooks import spoil

SEED, COUNT = 5, 100
SMALL = Path(__file__).parents[1] / "cli" / "data" / "small"


def test_spoilt_workbooks_and_tables(said: list[str]) -> None:
    """Bytes, parts, cells and lines."""
    done = list(spoil(SMALL, SMALL / "sample" / "year.yaml", COUNT, SEED))
    endings = Counter(one.ending for one in done)
    said.append(f"seed {SEED}, {COUNT} spoilt workbooks and tables: {dict(endings)}")
    assert [one for one in done if one.complaint] == []
    assert set(endings) == {"used", "refused"}
