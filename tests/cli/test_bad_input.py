"""Bad input: an error with its place and what is allowed, exit 1, nothing written; never a traceback."""

import errno
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.conftest import Program, Run


def spoiled(year: Path, old: str, new: str) -> int:
    """Replace the first `old` in the file, and return the line on which the first change lies."""
    text = year.read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    year.write_text(changed, encoding="utf-8")
    pairs = zip(text.splitlines(), changed.splitlines(), strict=False)
    return next(number for number, (before, after) in enumerate(pairs, start=1) if before != after)


def assert_refused(answer: Run, *said: str, code: int = 1) -> None:
    """Exit 1, of what was typed 2, a sentence for every mistake, a closing line, no output, no traceback."""
    assert answer.code == code
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert answer.err.rstrip().endswith("处错误，没有写出任何结果。")
    for words in said:
        assert words in answer.err


BALLOTS = "{issued: 40, returned: 38, 满意: 30, 一般: 6, 不满意: 2}"

MISTAKES = [
    ("unknown unit in a decision", "{unit: arts, kind", "{unit: art, kind", ["没有“art”这个单位", "arts"]),
    ("unknown indicator", "T3: 85", "T33: 85", ["T33", "是否想写：T3"]),
    ("indicator of another list", "T3: 85", "D1: 10", ["D1"]),
    ("unknown input", "{papers: 12, teachers: 30}", "{paper: 12, teachers: 30}", ["paper", "是否想写：papers"]),
    ("unknown field of a unit", "    short: 文院", "    shrot: 文院", ["没有“shrot”这个键", "是否想写：short"]),
    ("unknown level", "level: 省级", "level: 市级", ["市级", "是否想写：省级"]),
    ("unknown class", "class: 教学奖, level: 省级", "class: 教学讲, level: 省级", ["教学讲", "教学奖"]),
    ("unknown type", "type: college", "type: colege", ["colege", "是否想写：college"]),
    ("unknown table", "table: registry", "table: regisry", ["regisry", "registry"]),
    (
        "unknown voter group",
        "ballots: {staff: {issued: 40, returned: 38",
        "ballots: {staf: {issued: 40, returned: 38",
        ["staf"],
    ),
    ("unknown ballot level", "满意: 30", "较好: 30", ["较好", "满意"]),
    ("unknown leader group", "leaders: {heads: [88, 92]}", "leaders: {head: [88, 92]}", ["head"]),
    ("unknown grade", "grade: 不达标", "grade: 不及格", ["不及格", "不达标"]),
    ("unknown condition", "meets: [progress]", "meets: [progres]", ["progres", "progress"]),
    ("mark above the full mark", "T1: 18.5", "T1: 20.5", ["20.5", "0至20分"]),
    ("mark off its step", "T1: 18.5", "T1: 18.3", ["18.3", "步长0.5"]),
    ("negative mark", "T1: 18.5", "T1: -1", ["-1", "0至20分"]),
    ("negative count", "papers: 12", "papers: -12", ["-12", "≥0"]),
    ("part of a paper", "papers: 12", "papers: 12.5", ["整数"]),
    ("percentage above 100", "T3: 85", "T3: 850", ["850", "100"]),
    ("percentage sign", "T3: 85", "T3: 85%", ["85%", "只填数字"]),
    ("none of a count that must be positive", "teachers: 30", "teachers: 0", ["0", ">0"]),
    ("NaN", "T3: 85", "T3: .nan", [".nan"]),
    ("infinity", "T3: 85", "T3: inf", ["inf"]),
    ("a huge number", "T3: 85", "T3: 1e999999", ["1e999999"]),
    ("a number of a thousand digits", "T3: 85", f"T3: {'9' * 1000}", ["999…"]),
    ("text for a number", "T3: 85", "T3: 八十五", ["八十五"]),
    ("a list for a number", "T3: 85", "T3: [85, 90]", ["T3"]),
    ("a number for a list", "leaders: {heads: [88, 92]}", "leaders: {heads: 88}", ["列表"]),
    ("more ballots returned than issued", BALLOTS, BALLOTS.replace("38", "41"), ["收回41张", "发出的40张"]),
    ("more ballots cast than returned", BALLOTS, BALLOTS.replace("30", "40"), ["合计48张", "收回的38张"]),
    ("negative ballots", BALLOTS, BALLOTS.replace("30", "-30"), ["-30"]),
    ("half a ballot", BALLOTS, BALLOTS.replace("30", "29.5"), ["整数"]),
    ("leader's mark above 100", "[88, 92]", "[88, 192]", ["校领导评价超出了范围", "100"]),
    ("unit twice", "id: science", "id: arts", ["arts", "重复"]),
    ("key twice", "T3: 85", "T3: 85\n      T3: 86", ["“T3”重复了"]),
    ("a date that is none", "at: 2026-01-10", "at: 2026-13-10", ["2026-13-10"]),
    ("a decision without a reason", "reason: 讨论决定, ", "", ["reason"]),
    ("no units", "units:", "unites:", ["unites", "units"]),
    ("broken YAML", "leaders: {heads: [88, 92]}", "leaders: {heads: [88, 92}", ["写法有误"]),
    ("another scheme's evidence", "scheme: small", "scheme: smal", ["smal", "small"]),
]


@pytest.mark.parametrize(("old", "new", "said"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_in_the_data(
    run: Program,
    small: Path,
    year: Path,
    tmp_path: Path,
    old: str,
    new: str,
    said: list[str],
) -> None:
    """Each mistake is named with file, line and what is allowed, for every command that reads the data."""
    line = spoiled(year, old, new)
    answer = run("score", small, year)
    assert_refused(answer, *said)
    assert f"{year}:" in answer.err
    places = [int(one.split(":")[1]) for one in answer.err.splitlines() if one.startswith(f"{year}:")]
    assert min(abs(place - line) for place in places) <= 2
    for form in ("json", "csv"):
        assert run("score", small, year, "--format", form) == answer
    assert run("explain", small, year, "science") == answer
    demo = run("demo", "--scheme", small, "--out", tmp_path / "out")
    assert (demo.code, demo.out) == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_all_mistakes_at_once(run: Program, small: Path, year: Path) -> None:
    """One run shows every mistake of the file, in the file's order."""
    for old, new in (("T1: 18.5", "T1: 99"), ("T3: 92.5", "T3: x"), ("type: institute", "type: institut")):
        spoiled(year, old, new)
    answer = run("score", small, year)
    assert_refused(answer, "99", "“x”", "institut", "共3处错误")
    lines = [int(one.split(":")[1]) for one in answer.err.splitlines() if one.startswith(f"{year}:")]
    assert lines == sorted(lines)


def test_endless_mistakes(run: Program, small: Path, year: Path) -> None:
    """Of thousands of mistakes the first are listed, all are counted."""
    year.write_text("scheme: small\ntitle: t\nunits: [" + "x," * 2000 + "]\n", encoding="utf-8")
    answer = run("score", small, year)
    assert_refused(answer, "没有列出，请先改正以上各处")
    assert len(answer.err.splitlines()) < 1100


def test_ballots_that_are_all_zero_are_missing(run: Program, small: Path, year: Path) -> None:
    """No valid ballot is something missing, not a zero and not a crash."""
    spoiled(year, BALLOTS, "{issued: 0, returned: 0, 满意: 0, 一般: 0, 不满意: 0}")
    answer = run("score", small, year)
    assert answer.code == 0
    assert "文学院的群众评议：教职工没有有效票" in answer.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的"),
        (b"   \n\n", "文件是空的"),
        (b"# nothing\n", "文件里没有内容"),
        (b"hello", "键: 值"),
        (b"- 1\n- 2\n", "键: 值"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "不是文本文件"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "不是文本文件"),
        (b"\xff\xfe\xff", "文字编码"),
        (b"scheme: \xff\xff\xff", "文字编码"),
        (b"units: " + b"9" * (50 * 1024 * 1024), "文件太大（上限4MB）"),
        (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "不支持锚点和引用"),
        (b"units: " + b"[" * 100_000, "嵌套太深（最多40层）"),
        (b"{a: " * 100_000, "嵌套太深（最多40层）"),
        (b"scheme: small\nunits: !!python/object:os.system []\n", "不支持标签"),
        (b"scheme: small\n---\nscheme: small\n", "一份内容"),
        (b"scheme: a\x07b\n", "控制字符"),
        (b"units: [" + b"a," * 500_000 + b"]", "最多400000个值"),
    ],
    ids=[
        "empty",
        "blank",
        "comment",
        "word",
        "list",
        "picture",
        "workbook",
        "odd utf-16",
        "no encoding",
        "50 MB",
        "bomb",
        "deep list",
        "deep table",
        "tag",
        "two documents",
        "bell",
        "many values",
    ],
)
def test_a_file_that_is_no_evidence(run: Program, small: Path, year: Path, content: bytes, said: str) -> None:
    """A file that cannot be evidence is refused, with the limit that it breaks."""
    year.write_bytes(content)
    answer = run("score", small, year)
    assert_refused(answer, str(year), said)
    assert len(answer.err) < 10_000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings_of_office_machines(run: Program, small: Path, year: Path, encoding: str) -> None:
    """UTF-8 with a mark, GBK and UTF-16 are read, and give the same result."""
    plain = run("score", small, year)
    year.write_bytes(year.read_text(encoding="utf-8").encode(encoding))
    assert run("score", small, year) == plain


def test_json_evidence(run: Program, small: Path, tmp_path: Path) -> None:
    """Evidence may be JSON, indented with tabs too."""
    path = tmp_path / "year.json"
    path.write_text(
        '{\n\t"scheme": "small",\n\t"title": "t",\n\t"units": [{"id": "a", "name": "甲", "type": "college"}]\n}\n',
        encoding="utf-8",
    )
    answer = run("score", small, path)
    assert answer.code == 0
    assert "未完成" in answer.out


def test_files_that_cannot_be_read(run: Program, small: Path, tmp_path: Path) -> None:
    """A missing file or a folder in its place is one sentence and exit 3."""
    for path, said in ((tmp_path / "none.yaml", "找不到文件"), (tmp_path, "是一个文件夹")):
        answer = run("score", small, path)
        assert (answer.code, answer.out) == (3, "")
        assert said in answer.err
        assert str(path) in answer.err
        assert answer.err.count("\n") == 1


def test_a_name_that_no_file_can_have(run: Program, small: Path) -> None:
    """A name of endless length is a sentence too, for the data and for the scheme."""
    assert run("score", small, "x" * 5000).code == 3
    assert run("score", "x" * 5000, "year.yaml").code in {1, 3}


def test_a_file_without_permission(
    run: Program,
    small: Path,
    year: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that may not be read is one sentence and exit 3."""
    readable = Path.open

    def opened(path: Path, mode: str = "r") -> IO[Any]:
        if path == year:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return readable(path, mode)

    monkeypatch.setattr(Path, "open", opened)
    answer = run("score", small, year)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"没有权限读取文件“{year}”。\n"


def test_an_unknown_scheme(run: Program, year: Path, tmp_path: Path) -> None:
    """An unknown scheme, a folder without one and a file in its place are wrong usage, and it is said what there is."""
    for reference in ("lianyungang-2108", tmp_path, year, ""):
        answer = run("score", reference, year)
        assert_refused(answer, "没有", "lianyungang-2018", code=2)


def test_a_wrong_word_beside_wrong_data(run: Program, small: Path, year: Path) -> None:
    """Where the data are wrong too the code is that of the data: typing the word right would not help."""
    path = small / "scheme.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("max: 20, rule", "max: zwanzig, rule"), encoding="utf-8")
    answer = run("score", small, year, "--reading", "R9=cap")
    assert_refused(answer, "没有“R9”这条理解", "zwanzig", code=1)


def test_a_broken_scheme(run: Program, small: Path, year: Path) -> None:
    """Mistakes of a scheme are shown with their places by every command that opens it."""
    path = small / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("max: 20, rule: {judged: {}}", "max: zwanzig, rule: {judgd: {}}"), encoding="utf-8")
    for arguments in (("score", small, year), ("scheme", "show", small), ("scheme", "test", small)):
        answer = run(*arguments)
        assert_refused(answer, "small/scheme.yaml:", "zwanzig", "judgd", "是否想写：judged")
