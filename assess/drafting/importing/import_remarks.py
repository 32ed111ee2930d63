"""The README of an imported scheme: where it comes from, what was read, what a person has to look at."""

from collections.abc import Iterator, Sequence

from assess.drafting.importing.table_rows import PlacedDoubt
from assess.drafting.importing.target_scheme import Draft, TableCounts
from assess.drafting.target_text import Form

#: Forms in the order and words in which counts are told.
FORM_LABELS: dict[Form, str] = {
    "≥": "≥",
    "≤": "≤",
    "＝": "＝",
    ">": ">",
    "<": "<",
    "以上": "以上",
    "bare": "没有符号",
    "zero": "零",
    "ratio": "比值",
    "text": "文字",
    "blank": "空着",
}


def readme(draft: Draft, source: str) -> str:
    """The whole text, in Markdown."""
    return "\n".join(_lines(draft, source)) + "\n"


def _lines(draft: Draft, source: str) -> Iterator[str]:
    yield f"# {draft.title}"
    yield ""
    yield f"由 `assess scheme import-table` 从“{_plain(source)}”读出。"
    yield "名称和指标值照原表；怎样读，写在每个指标的rule里。"
    yield f"{_weights_text(draft.tables)}等次线、监控的线原表没有印出，用的是默认（见scheme.yaml里的origin），可以改。"
    yield ""
    yield "## 读出了什么"
    yield ""
    for table in draft.tables:
        yield f"- {_plain(table.label)}：{table.indicators}个指标，其中{table.judged}个由人评定（{forms_text(table)}）"
    yield ""
    yield "## 请核对"
    yield ""
    if not draft.doubts:
        yield "没有存疑之处。"
    for placed in draft.doubts:
        yield f"- {_plain(doubt_text(placed))}"
        yield f"  - {_plain(placed.doubt.hint)}"
    yield ""
    yield "核对以后：`assess scheme check 文件夹` 查出表本身的毛病，`assess scheme test 文件夹` 检验算例。"


def _weights_text(tables: Sequence[TableCounts]) -> str:
    """The beginning of the sentence about defaults."""
    if all(table.has_printed_weights for table in tables):
        return "权重是原表印出的分值；"
    if any(table.has_printed_weights for table in tables):
        return "有的表印出了分值，权重照印出的；其余的表的权重、"
    if any(table.has_refused_weights for table in tables):
        return "权重用的是默认（原表印出的分值不能用，见下）；"
    return "权重、"


def forms_text(table: TableCounts) -> str:
    """`≥ 78、＝ 4、文字 6`."""
    return "、".join(f"{label} {table.forms[form]}" for form, label in FORM_LABELS.items() if table.forms.get(form))


def doubt_text(placed: PlacedDoubt) -> str:
    """Where, what is unclear, and what was assumed."""
    where = f"{placed.place}: " if placed.place else ""
    subject = f"{placed.subject}：" if placed.subject else ""
    return f"{where}{subject}{placed.doubt.text}；{placed.doubt.assumed}"


def _plain(text: str) -> str:
    """Signs that Markdown would take for its own."""
    return "".join(f"\\{sign}" if sign in "\\`*_<>[]#|" else sign for sign in text)
