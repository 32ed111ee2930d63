"""Small sheets made by hand, and what comes back when somebody has typed into them."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from assess.ground.address import YEAR
from assess.ground.edges import Edges
from assess.ground.numbers import plain
from assess.ground.place import Place
from assess.workbooks.ask import Ask
from assess.workbooks.book import NAME, UNNAMED, WHAT, WHOSE, FormCell, FormColumn, FormRow, FormSheet, SumDown
from assess.workbooks.pointer import Pointer
from assess.workbooks.returned import ReturnedCell, ReturnedSheet, Value
from assess.workbooks.stamp import Stamp
from assess.workbooks.tag import LABEL, Tag, signature

STAMP = Stamp("2018", "0123abcd", "*", "sheet", 2, 10, "fedcba98", "abc")
STUDENTS = Ask("number", "学生数", "人", "≥0人", bounds=Edges.model_validate({"at_least": "0"}), note="以教务系统为准")
MARK = Ask("number", "考核分", "分", "0至1分", bounds=Edges.model_validate({"at_least": "0", "at_most": "1"}))
LISTED = Ask("nothing", "成果", others=("无",))
WORDS = Ask("text", "名称")


def label(text: str) -> FormCell:
    """A cell of words."""
    return FormCell("label", text)


def column(title: str, pointer: Pointer, ask: Ask | None = None) -> FormColumn:
    """A column of inputs."""
    return FormColumn(title, 10, Tag(pointer, signature(title), "" if ask is None else ask.signature))


def named(words: str, pointer: Pointer, cells: tuple[FormCell, ...], ask: Ask) -> FormRow:
    """A row with words that name it."""
    return FormRow((label(words), *cells), Tag(pointer, signature(words), ask.signature))


def matrix() -> FormSheet:
    """Two values of two units; one does not apply, one list has its records elsewhere."""
    first, second = Pointer(node="K3.1", input="students"), Pointer(node="K1.1a", input="achievements")
    return FormSheet(
        title="指标",
        heading="2018年　指标",
        lines=("请填写。",),
        stamp=STAMP,
        columns=(FormColumn("指标", 10, names=True), column("甲", Pointer(unit="a")), column("乙", Pointer(unit="b"))),
        rows=(
            FormRow((label("一、师资"), label(""), label("")), heading=True),
            named("学生数", first, (FormCell("input", Fraction(5), STUDENTS), FormCell("closed", "不适用")), STUDENTS),
            named("成果", second, (FormCell("closed", "已登记1项"), FormCell("input", None, LISTED)), LISTED),
            FormRow((label("合计"), *[FormCell("total", Fraction(5), total=SumDown(0, "分"))] * 2)),
        ),
    )


def records() -> FormSheet:
    """A list with one record and two rows for new ones."""
    whose = Ask("choice", "单位", choices={"a": "甲", "b": "乙"})
    what = Ask("choice", "指标", choices={"K1.1a/achievements": "K1.1a 成果"})
    blank = (FormCell("input", None, whose), FormCell("input", None, what), FormCell("input", None, WORDS))
    old = Pointer("a", "K1.1a", "achievements", record=7)
    return FormSheet(
        title="成果",
        heading="2018年　成果",
        lines=(),
        stamp=STAMP,
        columns=(
            column("单位", Pointer(field=WHOSE)),
            column("指标", Pointer(field=WHAT)),
            column("名称", Pointer(field="title"), WORDS),
        ),
        rows=(
            FormRow((label("甲"), label("K1.1a 成果"), FormCell("input", "一门课", WORDS)), Tag(old)),
            FormRow(blank, Tag(Pointer(record=-1)), spare=True),
            FormRow(blank, Tag(Pointer(record=-2)), spare=True),
        ),
    )


def marks() -> FormSheet:
    """A column of an assessor who is known, and two whose heading asks for a name."""
    asking = [
        FormColumn(
            f"校领导\n{UNNAMED}", 10, Tag(Pointer(input="deputy", record=-at), "", MARK.signature), asks_name=True
        )
        for at in (1, 2)
    ]
    cells = (label("甲"), FormCell("input", Fraction(1, 2), MARK), *[FormCell("input", None, MARK)] * 2)
    return FormSheet(
        title="领导",
        heading="2018年　领导",
        lines=(),
        stamp=STAMP,
        columns=(
            FormColumn("单位", 10, names=True),
            column("校领导\n张三", Pointer(input="deputy", assessor="张三"), MARK),
            *asking,
        ),
        rows=(FormRow(cells, Tag(Pointer(unit="a", node="leadership"), signature("甲"))),),
    )


def people() -> FormSheet:
    """Names with the unit that they belong to."""
    ask = Ask("choice", "所在单位", choices={"a": "甲", "b": "乙"})
    blank = (FormCell("input", None, Ask("text", "评分人")), FormCell("input", None, ask))
    return FormSheet(
        title="评分人",
        heading="2018年　评分人",
        lines=(),
        stamp=STAMP,
        columns=(column("评分人", Pointer(field=NAME)), column("所在单位", Pointer(unit=YEAR))),
        rows=(
            FormRow((label("张三"), FormCell("input", "甲", ask)), Tag(Pointer(node="assessors", input="张三"))),
            FormRow(blank, Tag(Pointer(node="assessors", record=-1)), spare=True),
        ),
    )


def returned(sheet: FormSheet, typed: dict[str, Any] | None = None) -> ReturnedSheet:
    """The sheet as it comes back. `typed`: by cell (`C5`) what somebody has typed there; None: emptied."""
    cells: dict[tuple[int, int], ReturnedCell] = {(1, 1): ReturnedCell(str(sheet.stamp))}
    for at, one in enumerate(sheet.columns, 2):
        tag = str(one.tag) if one.tag is not None else LABEL if one.names else ""
        if tag:
            cells[1, at] = ReturnedCell(tag)
        cells[sheet.top, at] = ReturnedCell(one.title)
    cells[2, 2] = ReturnedCell(sheet.heading)
    cells.update({(at, 2): ReturnedCell(line) for at, line in enumerate(sheet.lines, 3)})
    for number, row in enumerate(sheet.rows, sheet.top + 1):
        if row.tag is not None:
            cells[number, 1] = ReturnedCell(str(row.tag))
        for at, cell in enumerate(row.cells, 2):
            value: Value | None = Decimal(plain(cell.value)) if isinstance(cell.value, Fraction) else cell.value
            if value:
                cells[number, at] = ReturnedCell(value, formula=cell.role == "total")
    back = ReturnedSheet(sheet.title, Place("表.xlsx", sheet=sheet.title), cells)
    for name, value in (typed or {}).items():
        where = place(name)
        if value is None:
            cells.pop(where, None)
        else:
            cells[where] = value if isinstance(value, ReturnedCell) else ReturnedCell(value)
    return back


def place(name: str) -> tuple[int, int]:
    """Row and column of a cell such as C5."""
    return int(name[1:]), ord(name[0]) - ord("A") + 1
