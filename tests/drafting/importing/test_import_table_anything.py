"""Whatever a table holds: it is refused, or becomes a scheme that builds, is tidy and agrees with itself."""

import csv
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assess.ground.place import ProblemsError
from assess.services.cases import run_cases
from assess.services.scheme_fmt import format_scheme
from assess.services.scheme_import import Wanted, import_table
from tests.engine.properties.material import PROFILE

HEADINGS = (
    "一级指标 二级指标 三级指标 指标值",
    "一级指标 二级指标 重点工作 三级指标 半年指标值 全年指标值",
    "一级指标 二级指标 三级指标 绩效指标描述 实施周期指标值 年度指标值",
    "一级指标 二级指标 三级指标 半年指标值 全年指标值 半年读法 读法",
    "一级指标 二级指标 三级指标 指标值 分值",
    "一级指标 权重 二级指标 三级指标 指标值 权重",
)


def words(text: str) -> list[str]:
    """Each of them."""
    return text.split()


VALUES = words("""
≥8次 ＝1个 >3000（人） 10人以上 每学期400人/次以上 100百分比 1:200 ≤1:18 无 0 0次 =0% ≥0% ≤0% <0
<-5% ≤-5% =-5% -3 80%-90% 12个月 >24小时/天 >100% ≥120% 无安全事故 推进 健全 — / 1:0 0:1 =0:5
>9999999999999.9999999999 <0.0000000001 ＝0个 <5% >0 2026年6月底前 {a: b} #x 'q' - [1,2] null true ~
: &a *b !c %d @e `f
""")
NAMES = words("""
满意度 事故发生数 有效投诉数量 三公经费变动率 预算执行率 控制率 完成率 增长率 师生比 响应时间
使用年限 成本 开放时间 出勤率（%） 合规性 2026 &x ≥3个
""")
SECTIONS = words("""
产出指标（50分） 合计 产出指标 效益指标 满意度指标 成本指标 决策 履职 其它 1-产出指标
""")
NOTES = words("""
≥8次 ≤100万元；超出按反比 文字 无要求 ≤0 ＝0个；无要求 乱 ≥1:5 ≤0；超出计0分 ≥2；可能≤1 ＝-5
≥5；算式spent/budget ≥5；算式x
""")
WEIGHTS = words("""
50 30 10 10 5 5 3分 20% 12.5 0.01 0 9999 -5 见说明 — 100 90
""")
HEADS = words("""
项目名称 单位名称 年度 2024年度 预算数 500 其中：财政资金 其他资金 资金用途 绩效目标 中长期目标
某大学 某项目绩效目标表 部门整体绩效目标表 支出 半年计划执行数 全年预算数 单位：万元 合计 备注：无
职能
""")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """One to three tables, one below the other, with any words in any place."""
    rows: list[list[str]] = []
    for _ in range(draw(st.integers(1, 3))):
        rows += draw(st.lists(st.lists(st.sampled_from([*HEADS, ""]), min_size=1, max_size=6), max_size=5))
        heading = draw(st.sampled_from(HEADINGS)).split()
        rows.append(heading)
        columns = [cell(name) for name in heading]
        rows += draw(st.lists(st.tuples(*columns).map(list), max_size=10))
    return rows


def cell(heading: str) -> st.SearchStrategy[str]:
    """What may stand below a heading."""
    known = NAMES
    if heading == "一级指标":
        known = SECTIONS
    elif heading in ("分值", "权重"):
        known = WEIGHTS
    elif heading.endswith("读法"):
        known = NOTES
    elif heading.endswith("值"):
        known = VALUES
    return st.sampled_from([*known, ""]) | st.text(max_size=6)


@given(rows=tables())
@example(rows=[["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "", "\x07", "\u2028≥1"]])
@settings(PROFILE, max_examples=40)
def test_any_table(rows: list[list[str]]) -> None:
    """No other ending is possible, and nothing is left lying about."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with (folder / "表.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
            csv.writer(file).writerows(rows)
        try:
            made = import_table([folder / "表.csv"], Wanted("anything", year=2026), folder)
        except ProblemsError:
            assert [path.name for path in folder.iterdir()] == ["表.csv"]
            return
        assert format_scheme(str(made.folder), check=True).changed == ()
        assert all(result.ok for result in run_cases(str(made.folder)))
