"""The workbook of a scheme's main work, printed totals and quotas: its sheets, its columns, what stands in them."""

import re
from collections.abc import Iterator

from assess.drafting.renewing.item_tags import TAGS, one_cell
from assess.drafting.renewing.items import Contents, seen
from assess.ground.sheet import CellValue, Column, Notes, Sheet

NOTES, ITEMS, STATED, QUOTAS = "说明", "部门主要工作", "印出的总分", "名额"
SCHEME, SHA256 = "方案编号", "校验码"

DEPARTMENT, TABLE, ID, LABEL, CONTENT = "部门", "表", "编号", "指标", "内容"
SHARE, CLAUSE, ACTION = "份额", "条款", "处理"
TYPES, NODE, NODE_LABEL, POINTS = "单位类型", "指标编号", "指标名称", "分值"
LIST, LIST_LABEL, QUOTA = "名单", "名单名称", "名额"

DELETE = "删除"
#: What may stand between several types in one cell.
BETWEEN = re.compile(r"[、，,；;/\s]+")

ITEM_COLUMNS = (
    Column(DEPARTMENT, 16, fixed=True),
    Column(TABLE, 18, fixed=True),
    Column(ID, 7, fixed=True),
    Column(LABEL, 36),
    Column(CONTENT, 48),
    Column(TAGS, 16),
    Column(SHARE, 8, number=True),
    Column(CLAUSE, 22),
    Column(ACTION, 8, choices=(DELETE,)),
)
STATED_COLUMNS = (
    Column(TYPES, 32),
    Column(NODE, 12),
    Column(NODE_LABEL, 16, fixed=True),
    Column(POINTS, 8, number=True),
    Column(CLAUSE, 22),
    Column(ACTION, 8, choices=(DELETE,)),
)
QUOTA_COLUMNS = (
    Column(LIST, 18, fixed=True),
    Column(LIST_LABEL, 16, fixed=True),
    Column(QUOTA, 8, number=True),
)

_SPARE = 40
_SENTENCES = (
    "改完后保存，用“assess scheme items import 方案 工作簿 --dry-run”先看会改什么，再去掉--dry-run导入。",
    f"“{ITEMS}”：一行一条。可改指标、内容、{TAGS}、{SHARE}、条款；灰色的列是用来对应的，请不要改。",
    f"新增：在要排的位置插入一行（写在表的最后，就排在本部门最后），{ID}留空，由程序排下一个编号；条款不写时按同表的样子补。",
    f"{DEPARTMENT}和{TABLE}写一个就够；两个都写，必须是同一个部门。",
    f"删除：删去整行，或在“{ACTION}”列写“{DELETE}”。删去的编号停用，不再给别的条目。每张表至少留一条。",
    "次序：同一部门各行的先后就是评分表上的先后，编号跟着条目走，不因移动而变。",
    f"{TAGS}：写标签的文字，几个标签用顿号隔开，没有就留空；方案里还没有的标签也可以写。",
    f"{SHARE}：全部留空是平均分配；要分轻重，就给同一部门的每一条都写一个大于0的数。",
    f"“{STATED}”：文件上印出的各类单位满分，只用来核对。单位类型可写几个，用顿号隔开。",
    f"“{QUOTAS}”：各名单最高等次的个数，写整数。",
    "没有改动的内容，连同方案文件里的注释，导入后一字不变；有一处不对就全部不改，并逐格列出错误。",
    "单元格里不要用公式；四张工作表和第一行的列名都要留着。可以另加自己的列，程序不看。",
)


def sheets(scheme: Contents, sha256: str) -> tuple[Notes | Sheet, ...]:
    """Return the sheets of the workbook that goes out."""
    named = ((SCHEME, scheme.scheme), ("方案名称", scheme.title), (SHA256, sha256))
    return (
        Notes(NOTES, f"{ITEMS}、{STATED}、{QUOTAS}", named, _SENTENCES),
        Sheet(ITEMS, ITEM_COLUMNS, tuple(_items(scheme)), _SPARE),
        Sheet(STATED, STATED_COLUMNS, tuple(_stated(scheme)), 5),
        Sheet(QUOTAS, QUOTA_COLUMNS, tuple((name, scheme.names.lists[name], q) for name, q in scheme.quotas.items())),
    )


def _items(scheme: Contents) -> Iterator[tuple[CellValue, ...]]:
    for table in scheme.tables:
        for one in table.items:
            texts = (seen(one.label), seen(one.content), one_cell(one.tags) or None)
            yield (seen(table.name), table.id, one.id, *texts, one.share, seen(one.clause), None)


def _stated(scheme: Contents) -> Iterator[tuple[CellValue, ...]]:
    for one in scheme.stated:
        yield (
            "、".join(_type(name, scheme.names.types[name]) for name in one.types),
            one.node,
            scheme.names.nodes[one.node],
            one.points,
            seen(one.clause),
            None,
        )


def _type(name: str, label: str) -> str:
    """A type's label; its id where the label would not be found again among several."""
    return name if BETWEEN.search(label) or label != seen(label) else label
