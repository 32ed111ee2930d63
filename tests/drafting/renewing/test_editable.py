"""Files that are written back: byte for byte, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.files.editable import read_editable
from assess.ground.place import ProblemsError
from assess.services.scheme_items import Imported
from tests.drafting.renewing.conftest import ITEMS, texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_is_read_is_written(tmp_path: Path, encoding: str) -> None:
    """Every encoding goes there and back."""
    content = "考核𠮷\r\n㛃".encode(encoding)
    (tmp_path / "f").write_bytes(content)
    file = read_editable(tmp_path / "f", "f")
    assert file.text == "考核𠮷\r\n㛃"
    assert file.encoded(file.text) == content


def test_a_file_that_cannot_be_written_back(tmp_path: Path) -> None:
    """A file whose bytes would change by reading and writing alone is refused."""
    (tmp_path / "f").write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa: 1")
    with pytest.raises(ProblemsError) as caught:
        read_editable(tmp_path / "f", "f")
    assert str(caught.value) == "f: 错误：文件的编码不规范，改动后写不回原样\n    → 请另存为UTF-8编码后再试"


def test_a_way_of_writing_that_cannot_be_changed(
    tiny: Path, fill: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the changed files do not say what the workbook wants, nothing is written."""
    before = texts(tiny)
    monkeypatch.setattr("assess.services.scheme_items.edited", lambda texts, _: texts)
    with pytest.raises(OutsideError, match="方案文件的写法特殊，改不了；没有改动任何文件"):
        fill({(ITEMS, "D2"): "教学督导"})
    assert texts(tiny) == before
