"""`assess attachment`: files that prove what was entered."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program

HUGE = "9" * 30


@pytest.fixture
def attached(imported: Program) -> Program:
    """The program in a folder whose cycle has a file attached."""
    Path("名册.pdf").write_bytes(b"scan" * 1000)
    assert imported("attachment", "add", "文院", "T1", "名册.pdf").code == 0
    return imported


def test_a_file_is_attached_listed_and_saved(attached: Program) -> None:
    """Each answer names the value that it proves; a file that is there is not replaced unasked."""
    assert attached("attachment", "list").out.split()[-2:] == ["4", "KB"]
    (listed,) = json.loads(attached("attachment", "list", "--format", "json").out)["attachments"]
    assert (listed["number"], listed["name"], listed["size"]) == (1, "名册.pdf", 4000)
    assert attached("attachment", "save", "1").out == f"已写出 {Path('附件') / '名册.pdf'}\n"
    assert attached("attachment", "save", "1").code == 3
    assert attached("attachment", "save", "1", "--force").code == 0
    assert "已去掉附件“名册.pdf”" in attached("attachment", "remove", "1").out
    assert attached("attachment", "list").out == "没有附件。\n"


@pytest.mark.parametrize("command", ["save", "remove"])
@pytest.mark.parametrize("number", ["0", "-1", "一", HUGE])
def test_what_is_no_number_is_wrong_usage(attached: Program, command: str, number: str) -> None:
    """Also one that no computer counts to."""
    answer = attached("attachment", command, "--", number)
    assert answer.code == 2
    assert "应为整数，从1数起" in answer.err


def test_one_file_at_a_time(attached: Program) -> None:
    """More names than one are a blank too many."""
    answer = attached("attachment", "add", "文院", "T1", "甲", "乙", "名册.pdf")
    assert answer.code == 2
    assert "名称最多写一个" in answer.err
