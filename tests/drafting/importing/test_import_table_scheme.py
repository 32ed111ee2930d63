"""The scheme that becomes of target tables: its files, its defaults, its worked case, its doubts."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from assess.drafting.importing.import_remarks import doubt_text, readme
from assess.drafting.importing.target_scheme import Draft, Wanted, draft_of
from assess.files import yaml_reader
from assess.files.tree_writing import document
from assess.files.yaml_house import house_form
from assess.ground.place import ProblemsError
from assess.ground.plain import Plain
from assess.scheme.reading.building import build_scheme
from assess.services.scheme_import import import_table
from tests.drafting.importing.table_grids import SKELETON, at, read

PROJECT = """
安保经费绩效目标表|<|<|<|<
项目名称|安保经费|<|<|<
2026年度|<|<|<|<
预算数|638.50|其他资金||
资金用途|请保安|<|<|<
绩效目标|1. 平安\\n2. 整洁|<|<|<
一级指标|二级指标|三级指标|绩效指标描述|指标值
产出指标|数量指标|保安人数|人数|≥20人
^|质量指标|巡查记录|记录|完整
^|数量指标|巡查次数|次数|300次
效益指标|社会效益|事故发生数|安全|0
满意度指标|服务对象|满意度|调查|≥90%
"""

SCHEME = """\
id: my-college
title: 2026年度绩效目标
source: {document: 安保经费绩效目标表}
period: {from: 2026-01-01, to: 2026-12-31}
include: [projects/*.yaml]
lists: {projects: {label: 项目}}
unit_types: {project: {label: 项目, list: projects, count: 1}}
parts:
  execution: {label: 预算执行率, full: {projects: 10}, execution: {}}
  targets:
    label: 绩效指标
    full: {projects: 90}
    indicators: {partial: raw}
weights:
  origin: 原文没有印出权重；这是本项目的默认（常见的自评表），可以改
  sections: {output: 50, benefit: 30, satisfaction: 10}
grades:
  origin: 原文没有印出等次线；这是本项目的默认，可以改
  bands:
    - {label: 优, at_least: 90, at_most: 100}
    - {label: 良, at_least: 80, below: 90}
    - {label: 中, at_least: 60, below: 80}
    - {label: 差, at_least: 0, below: 60}
monitoring: {at_risk_from: 80, origin: 原文没有印出这条线；这是本项目的默认，可以改}
"""

TABLE = """\
targets:
  - table: p1
    label: 安保经费
    max: 90
    shares: weights
    plan:
      title: 安保经费绩效目标表
      unit: 万元
      funds: [{label: 预算数, amount: 638.5}, {label: 其他资金, amount: null}]
      purpose: 请保安
      goals: [平安, 整洁]
      layout: {description: 绩效指标描述}
    indicators:
      - id: output
        label: 产出指标
        shares: leaves
        indicators:
          - id: output.1
            label: 数量指标
            indicators:
              - id: T1
                label: 保安人数
                content: 人数
                rule: {target: {full: {printed: ≥20人, at_least: 20, unit: 人}}}
          - id: output.2
            label: 质量指标
            indicators:
              - id: T2
                label: 巡查记录
                content: 记录
                rule: {attainment: {full: {printed: 完整}}}
          - id: output.3
            label: 数量指标
            indicators:
              - id: T3
                label: 巡查次数
                content: 次数
                rule: {target: {full: {printed: 300次, at_least: 300, unit: 次}}}
      - id: benefit
        label: 效益指标
        shares: leaves
        indicators:
          - id: benefit.1
            label: 社会效益
            indicators:
              - id: T4
                label: 事故发生数
                content: 安全
                rule: {target: {full: {printed: "0", at_most: 0, unit: 起}, over: none}}
      - id: satisfaction
        label: 满意度指标
        shares: leaves
        indicators:
          - id: satisfaction.1
            label: 服务对象
            indicators:
              - id: T5
                label: 满意度
                content: 调查
                rule: {target: {full: {printed: ≥90%, at_least: 90, unit: "%"}, possible: {at_most: 100}}}
"""

CASE = """\
cases:
  - title: p1：每个指标正好达到指标值，指标得满分
    table: p1
    facts:
      funds: {budget: 100, spent: 100}
      T1: 20
      T2: {level: 达成, percent: 100}
      T3: 300
      T4: 0
      T5: 90
    expect: {targets: 90}
"""


def drafted(*texts: str, year: int | None = 2026, title: str = "") -> Draft:
    """The scheme of the tables in these texts."""
    return draft_of(read(*texts), Wanted("my-college", title, year), "表.csv", SKELETON)


def table(rows: str, *, heading: str = "一级指标|二级指标|三级指标|指标值", head: str = "项目名称|甲|<|<") -> str:
    """One table of a project."""
    return f"{head}\n{heading}\n{rows}"


def test_the_files_of_a_project() -> None:
    """Word for word, in the house form."""
    draft = drafted(PROJECT, year=None)
    files = {name: document(content) for name, content in draft.files.items()}
    assert files == {"scheme.yaml": SCHEME, "projects/p1.yaml": TABLE, "cases/full_marks.yaml": CASE}
    assert {name: house_form(text, name) for name, text in files.items()} == files
    assert draft.doubts == ()
    assert (draft.title, draft.year) == ("2026年度绩效目标", 2026)


def test_the_files_of_an_institution() -> None:
    """One table, in a file of its own; no execution part; the year's weights; layout of two values."""
    draft = drafted("""
部门整体绩效目标表|<|<|<|<|<
单位名称|某某学院|<|<|<|<
支出|半年计划执行数|全年预算数|||
基本支出|1|2|||
中长期目标|建成|<|<|<|<
一级指标|二级指标|重点工作|三级指标|半年指标值|全年指标值
决策|计划|<|规划|健全|健全
过程|执行|<|预算执行率|=45%|=95%
履职|职能|工作|师生比|1:20|1:20
产出|数量|<|活动|>1次|>3次
自评|其它|<|收入|<9元|<9元
""")
    scheme, targets = draft.files["scheme.yaml"], draft.files["targets.yaml"]
    assert at(scheme, "include") == ["targets.yaml"]
    assert at(scheme, "lists") == {"institution": {"label": "部门整体"}}
    assert list(scheme["parts"]) == ["targets"]  # type: ignore[arg-type] # a table
    weights = at(scheme, "weights", "sections")
    assert weights == {
        "decision": 10,
        "process": 20,
        "duty": 40,
        "benefit": 20,
        "satisfaction": 10,
        "output": 40,
        "section_5": 10,
    }
    entry = at(targets, "targets", 0)
    assert isinstance(entry, Mapping)
    assert (entry["list"], entry["label"], entry["max"]) == ("institution", "某某学院", 100)
    assert at(entry, "plan", "layout") == {
        "period_values": ["半年指标值", "全年指标值"],
        "levels": ["一级指标", "二级指标", "重点工作", "三级指标"],
    }
    assert at(draft.files["cases/full_marks.yaml"], "cases", 0, "facts") == {
        "funds": {"budget": 100, "spent": 95, "deviation": "算例"},
        "T1": {"level": "达成", "percent": 100},
        "T3": {"former": 1, "latter": 20},
        "T4": Fraction("3.3"),
        "T5": 0,
    }
    assert [doubt_text(one) for one in draft.doubts][-1] == "表.csv:11:4: “自评”没有通行的权重；权重按10"


def test_sections_have_known_ids() -> None:
    """By the words of their names; a second one with the same word, and any other, by its number."""
    draft = drafted(table("产出|a|x|1次\n效益|b|y|1次\n效益指标|b|z|1次\n成本|c|w|1元\n|d||2次"))
    sections = at(draft.files["projects/p1.yaml"], "targets", 0, "indicators")
    assert isinstance(sections, list)
    assert [at(one, "id") for one in sections] == ["output", "benefit", "section_3", "cost"]


def test_a_section_in_two_places() -> None:
    """Its rows are put together; ids follow the order in the scheme, and it is said."""
    draft = drafted(table("产出|a|x|1次\n效益|b|y|1次\n产出|a|z|1次"))
    leaves = at(draft.files["projects/p1.yaml"], "targets", 0, "indicators", 0, "indicators", 0, "indicators")
    assert isinstance(leaves, list)
    assert [(at(one, "id"), at(one, "label")) for one in leaves] == [("T1", "x"), ("T2", "z")]
    assert [one.doubt.code for one in draft.doubts] == ["split_section"]


def test_indicators_without_levels() -> None:
    """They stand in a section of their own, or directly below it."""
    draft = drafted(table("||x|1次\n产出||y|2次"))
    sections = at(draft.files["projects/p1.yaml"], "targets", 0, "indicators")
    assert at(sections, 0, "label") == "指标"
    assert at(sections, 1, "indicators", 0, "id") == "T2"


@pytest.mark.parametrize(
    ("text", "year", "doubts"),
    [
        (PROJECT, 2026, 0),
        (table("产出|a|x|1次", head="项目名称|甲（2024年）|<|<"), 2024, 1),
        (table("产出|a|x|1次", head="甲|<|<|<\n绩效目标|2025年做好|<|<"), 2025, 2),
    ],
)
def test_the_year(text: str, year: int, doubts: int) -> None:
    """As printed; else the one in names, with a doubt."""
    draft = drafted(text, year=None)
    assert (draft.year, sum(one.doubt.code in ("year", "no_project") for one in draft.doubts)) == (year, doubts)


def test_no_year_at_all() -> None:
    """Somebody has to say it."""
    with pytest.raises(ProblemsError) as caught:
        drafted(table("产出|a|x|1次"), year=None)
    assert str(caught.value) == "表.csv: 错误：表上没有写年度\n    → 请用 --year 写明，例如 --year 2026"


def test_names() -> None:
    """A title given, or the holder without the number of its budget; a project without a name."""
    assert drafted(PROJECT, title="甲方案").title == "甲方案"
    named = drafted(table("产出|a|x|1次", head="单位名称|704201 某某学院|<|<\n项目名称|甲|<|<"))
    assert named.title == "某某学院2026年度绩效目标"
    unnamed = drafted(table("产出|a|x|1次", head="乙事绩效目标表|<|<|<"))
    assert [(one.label, one.doubts) for one in unnamed.tables] == [("乙事", 1)]
    assert [one.label for one in drafted(table("产出|a|x|1次", head="备注：略|<|<|<")).tables] == ["p1"]


def test_institutions_and_projects_in_one_file() -> None:
    """They are scored in different ways, so each needs a scheme of its own."""
    with pytest.raises(ProblemsError, match="既有部门整体的表，又有项目的表"):
        drafted(table("产出|a|x|1次"), table("履职|a|x|1次", head="单位名称|某校|<|<"))


def test_several_institutions() -> None:
    """A table each; without a printed title it is called what it is."""
    one, two = (table("履职|a|x|1次", head=f"单位名称|{name}|<|<") for name in ("甲校", "乙校"))
    draft = drafted(one, two)
    assert list(draft.files) == ["scheme.yaml", "units/u1.yaml", "units/u2.yaml", "cases/full_marks.yaml"]
    assert at(draft.files["units/u2.yaml"], "targets", 0, "plan", "title") == "绩效目标表"
    assert [(one.label, one.indicators) for one in draft.tables] == [("甲校", 1), ("乙校", 1)]


def test_a_list_of_projects() -> None:
    """The sum over all projects, the values of the whole cycle, where the indicators stood."""
    heading = "项目名称（资金使用单位）|总计|财政拨款|绩效目标|绩效指标"
    indicator = "1、1-产出指标；11-数量指标；门数；实施周期指标值：{}；年度指标值：2门。"
    draft = drafted(
        f"单位：元\n{heading}\n合计|30|30||\n甲|10|10||{indicator.format('6门')}\n乙|20|20|{indicator.format('2门')}|"
    )
    assert draft.files["scheme.yaml"]["stated_budget"] == {"amount": 30, "unit": "元", "clause": "合计"}
    first, second = (at(draft.files[f"projects/p{number}.yaml"], "targets", 0) for number in (1, 2))
    path = ("indicators", 0, "indicators", 0, "indicators", 0, "rule", "target")
    value = {"printed": "2门", "at_least": 2, "unit": "门"}
    assert (at(first, *path), at(second, *path)) == ({"full": value, "cycle": "6门"}, {"full": value})
    layout = {"period_values": ["实施周期指标值", "年度指标值"], "cycle_first": True}
    assert at(first, "plan", "layout") == layout
    assert at(second, "plan", "layout") == layout | {"indicators_stand_in": "绩效目标"}


def test_units_of_money_that_are_mixed() -> None:
    """All that are printed are kept, for a check to say."""
    head = "部门整体绩效目标表|<|<|<\n资金（元）|<|预算（万元）|<"
    draft = drafted(table("履职|a|事故数|>0", head=head))
    entry = at(draft.files["targets.yaml"], "targets", 0)
    assert at(entry, "plan", "units_printed") == ["元", "万元"]
    assert "label" not in list(entry)  # type: ignore[arg-type] # a table
    assert at(draft.files["cases/full_marks.yaml"], "cases", 0, "facts", "T1") == 1


NOTED = "一级指标|二级指标|三级指标|半年指标值|全年指标值|半年读法|读法"


def noted(row: str) -> tuple[Plain, list[str]]:
    """The rule of one row with notes, and the doubts."""
    draft = drafted(table(f"产出|成本|{row}", heading=NOTED))
    section = at(draft.files["projects/p1.yaml"], "targets", 0, "indicators", 0, "indicators", 0, "indicators", 0)
    return section, [one.doubt.text for one in draft.doubts]


def test_a_note_settles_how_a_value_is_read() -> None:
    """Nothing is doubtful then; a blank note leaves the value as it is read by itself."""
    leaf, doubts = noted("设备|50万元|≥100万元||≥100万元；超出按差额")
    assert at(leaf, "rule", "target", "full") == {"printed": "≥100万元", "at_least": 100, "unit": "万元"}
    assert at(leaf, "rule", "target", "half") == {"printed": "50万元", "at_most": 50, "unit": "万元"}
    assert at(leaf, "rule", "target", "over") == "linear"
    assert doubts == []
    assert noted("设备|≥50万元|≥100万元||")[1] == []
    leaf, doubts = noted("设备|50万元|完成|无要求|")
    assert at(leaf, "rule", "attainment", "half") == {"printed": "50万元", "no_requirement": True}
    assert doubts == []
    leaf, _ = noted("设备||100|≥5|文字")
    assert at(leaf, "rule", "attainment") == {"half": {"printed": "", "at_least": 5}, "full": {"printed": "100"}}


def test_a_note_about_a_ratio() -> None:
    """Its two numbers are asked for; so they are where only the value is a ratio."""
    leaf, _ = noted("比||健全||≥1:20")
    assert at(leaf, "rule", "target", "value") == "former / latter"
    assert list(at(leaf, "inputs")) == ["former", "latter"]  # type: ignore[arg-type] # a table
    assert noted("比||1:20||≤1:20")[1] == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("八次", "看不懂读法“八次”；"),
        ("无要求", "读法“无要求”不能用：指标值“8次”没有写怎样读；"),
        ("≤0次", "读法“≤0次”不能用：上限是0，超过了不能按ratio计分；"),
        ("≥8次；可能≤5", "读法“≥8次；可能≤5”不能用：可能的范围里没有一个数达到指标值；"),
        ("≥8次；算式x", "读法“≥8次；算式x”不能用："),
    ],
)
def test_a_note_that_cannot_be_used(note: str, said: str) -> None:
    """It is said, and the value is read as it is printed."""
    leaf, doubts = noted(f"活动|4次|8次||{note}")
    assert at(leaf, "rule", "target", "full") == {"printed": "8次", "at_most": 8, "unit": "次"}
    assert doubts[0].startswith(said)


def test_rules_that_want_different_things_of_the_money() -> None:
    """No amount meets both: such a table has no worked case."""
    rows = "过程|执行|预算执行率|=100%\n过程|执行|预算执行率|=50%"
    assert "cases/full_marks.yaml" not in drafted(table(rows)).files


def test_the_readme_lists_what_is_doubtful() -> None:
    """With place, indicator, assumption and what to do; signs of Markdown are told apart from its own."""
    draft = drafted(table("产出|成本指标|补助_金额|≥100万元"), table("效益|a|收入*|9元"))
    text = readme(draft, "表[1].csv")
    assert "从“表\\[1\\].csv”读出" in text
    assert "- 甲：1个指标，其中0个由人评定（≥ 1）\n" in text
    assert (
        "- 表.csv:3:4: p1/T1 补助\\_金额：成本类指标印成“≥100万元”，成本应是越低越好；按≤100万元读\n  - 不对的" in text
    )
    assert "没有存疑之处。" in readme(drafted(PROJECT), "表.csv")


def test_a_folder_that_is_ready(tmp_path: Path) -> None:
    """It builds; its texts are read back whatever signs they have."""
    path = tmp_path / "表.csv"
    names = ["a: b #c", "- x", "{y}", "'q'", "true", "&a *b", "2026-01-01", "𠮷", "～"]
    rows = "\n".join(f'产出,"{name}","{name}","{name}"' for name in names)
    path.write_text(f"项目名称,甲,,\n一级指标,二级指标,三级指标,指标值\n{rows}\n", encoding="utf-8")
    made = import_table([path], Wanted("x-1", year=2026), tmp_path)
    tree = yaml_reader.read(made.folder / "projects" / "p1.yaml")
    assert [tree["targets"][0]["indicators"][0]["indicators"][at]["label"] for at in range(len(names))] == names  # type: ignore[index,call-overload] # a tree
    assert sum(table.indicators for table in made.tables) == len(names)


def test_writing_numbers_and_lists() -> None:
    """A comment on top; empty lists and texts; a list too long for a line has a line a row."""
    text = document({"a": [], "b": "", "c": ["长" * 60, "短" * 60], "d": {"e": None, "f": True}}, comment="一\n二")
    assert text == f'# 一\n# 二\na: []\nb: ""\nc:\n  - {"长" * 60}\n  - {"短" * 60}\nd: {{e: null, f: true}}\n'
    assert document({"cases": [{"a": "1"}, [], "b"]}) == 'cases:\n  - a: "1"\n  - []\n  - b\n'


def test_what_is_drafted_builds() -> None:
    """All files together are a scheme."""
    draft = drafted(PROJECT)
    whole = dict(draft.files["scheme.yaml"]) | dict(draft.files["projects/p1.yaml"])
    del whole["include"]
    scheme = build_scheme(yaml_reader.parse(document(whole), "x"))
    assert scheme.title == "2026年度绩效目标"
