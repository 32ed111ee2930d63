"""Bytes to text: the encodings that offices use, and one sentence for everything else."""

from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.files.files import MAX_BYTES, read_text
from assess.files.yaml_reader import read
from assess.ground.place import ProblemsError

TEXT = "名称: 二级学院甲\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with or without a mark, UTF-16 with one, and GBK are recognised."""
    path = tmp_path / "a.yaml"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text(path) == TEXT
    assert read(path)["名称"] == "二级学院甲"


def test_big_endian(tmp_path: Path) -> None:
    """UTF-16 is recognised in both byte orders."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read_text(path) == TEXT


def test_a_rare_character_in_gb18030(tmp_path: Path) -> None:
    """A name with a rare character survives GB18030."""
    path = tmp_path / "a.yaml"
    path.write_bytes("姓名: 㛃𠮷\n".encode("gb18030"))
    assert read(path)["姓名"] == "㛃𠮷"


SAVE = "→ 请另存为UTF-8编码的YAML或JSON文件后再试"
SURE = "→ 请确认选对了文件"


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (b"", ["错误：文件是空的", SURE]),
        (b" \n\t\n", ["错误：文件是空的", SURE]),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ["错误：这不是文本文件", SAVE]),
        (b"a: \xff\xfe\xff\n", ["错误：认不出文字编码（可用UTF-8、GBK），或者这不是文本文件", SAVE]),
        (b"\xef\xbb\xbfa: \xff\n", ["错误：认不出文字编码（可用UTF-8、GBK），或者这不是文本文件", SAVE]),
        (b"\xff\xfea", ["错误：认不出文字编码（可用UTF-8、GBK），或者这不是文本文件", SAVE]),
        (b"a" * (MAX_BYTES + 1), ["错误：文件太大（上限4MB）", SURE]),
    ],
    ids=["nothing", "blanks", "picture", "no encoding", "marked UTF-8", "marked UTF-16", "too large"],
)
def test_content_that_is_refused(tmp_path: Path, content: bytes, messages: list[str]) -> None:
    """Empty, binary, oddly encoded and too large files are a problem with the file's name and what to do."""
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    with pytest.raises(ProblemsError) as raised:
        read(path)
    (problem,) = raised.value.problems
    assert str(problem).replace(f"{path}: ", "").split("\n    ") == messages
    assert str(problem).startswith(f"{path}: ")


def test_a_file_goes_by_the_name_it_is_given(tmp_path: Path) -> None:
    """A caller may say how messages call the file."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"")
    with pytest.raises(ProblemsError, match=r"^方案/base\.yaml: 错误：文件是空的"):
        read(path, "方案/base.yaml")


def test_a_file_of_the_largest_size(tmp_path: Path) -> None:
    """A file of exactly the limit is read."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES - 5))
    assert read(path) == {"a": "1"}


def test_a_missing_file(tmp_path: Path) -> None:
    """A missing file is one sentence with its name."""
    path = tmp_path / "没有.yaml"
    with pytest.raises(OutsideError) as raised:
        read(path)
    assert str(raised.value) == f"找不到文件“{path}”，请检查文件名和所在的文件夹。"


def test_a_folder(tmp_path: Path) -> None:
    """A folder in place of a file is one sentence."""
    with pytest.raises(OutsideError) as raised:
        read(tmp_path)
    assert str(raised.value) == f"“{tmp_path}”是一个文件夹，这里需要一个文件。"


def refusing(error: Exception) -> object:
    """A replacement for `Path.open` that fails; root may open everything, so permissions alone prove nothing."""

    def opened(*_: object, **__: object) -> None:
        raise error

    return opened


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "没有权限读取文件“{path}”。"),
        (OSError(5, "Input/output error"), "读不了文件“{path}”（系统提示：Input/output error）。"),
        (OSError("unknown"), "读不了文件“{path}”（系统提示：unknown）。"),
        (ValueError("embedded null byte"), "读不了文件“{path}”（系统提示：embedded null byte）。"),
    ],
)
def test_a_file_that_cannot_be_opened(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    sentence: str,
) -> None:
    """A file that may not or cannot be read is one sentence."""
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refusing(error))
    with pytest.raises(OutsideError) as raised:
        read(path)
    assert str(raised.value) == sentence.format(path=path)
