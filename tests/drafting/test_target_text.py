"""What is printed as a value, and how it is read; what is unclear is said, with what was assumed."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assess.drafting.target_text import Better, IndicatorReading, about, read_indicator, read_printed, read_value
from assess.drafting.target_text.reading_notes import half_reading_note, reading_note
from assess.entered.inputs import Input
from assess.ground.numbers import plain
from assess.rules.grammar.frame import Frame
from tests.engine.properties.material import QUICK

PRINTED = """
≥8次           | ≥    | at_least 8 次
⩾8 次          | ≥    | at_least 8 次
≧8次           | ≥    | at_least 8 次
>=8次          | ≥    | at_least 8 次
＞＝8次        | ≥    | at_least 8 次
不少于8次      | ≥    | at_least 8 次
不小于8次      | ≥    | at_least 8 次
不低于90%      | ≥    | at_least 90 %
达到90%        | ≥    | at_least 90 %
大于或等于2项  | ≥    | at_least 2 项
≤100万元       | ≤    | at_most 100 万元
<=100万元      | ≤    | at_most 100 万元
不超过5天      | ≤    | at_most 5 天
不高于5%       | ≤    | at_most 5 %
不大于5%       | ≤    | at_most 5 %
5天以内        | ≤    | at_most 5 天
30分钟内       | ≤    | at_most 30 分钟
＝1个          | ＝   | equal 1 个
=45%           | ＝   | equal 45 %
>3000（人）    | >    | above 3000 人
＞300          | >    | above 300
大于3次        | >    | above 3 次
超过3次        | >    | above 3 次
<5             | <    | below 5
小于5小时      | <    | below 5 小时
低于5%         | <    | below 5 %
10人以上       | 以上 | at_least 10 人
85%或以上      | 以上 | at_least 85 %
10家（含）以上 | 以上 | at_least 10 家
99.90%         | bare | 99.9 %
100 百分比     | bare | 100 %
≥98 百分号     | ≥    | at_least 98 %
百分之90       | bare | 90 %
90%（含）      | bare | 90 %
1,234.5万元    | bare | 1234.5 万元
≥3.5万         | ≥    | at_least 3.5 万
２亿元         | bare | 2 亿元
16.5小时/天    | bare | 16.5 小时/天
10个/栋        | bare | 10 个/栋
12个月         | bare | 12 个月
三次以上       | 以上 | at_least 3 次
-5%            | bare | -5 %
0              | zero | 0
0次            | zero | 0 次
1:200          | ratio | 1:200
1：200         | ratio | 1:200
≤18∶1          | ratio | at_most 18:1
健全           | text |
二级           | text |
无             | text |
无安全事故     | text |
完成常州市下达计划 | text |
100%。         | bare | 100 %
—              | blank |
每学期400人/次以上 | 以上 | at_least 400 人次 over_what
人均不少于2次  | ≥    | at_least 2 次 over_what
约50人         | bare | 50 人 about
50人左右       | bare | 50 人 about
80%-90%        | ≥    | at_least 80 % span
3次～5次       | ≥    | at_least 3 次 span
5日以下        | ≤    | at_most 5 日 inclusive
≥90%以内       | ≥    | at_least 90 % two_signs
5个百分点      | bare | 5 % percentage_points
校园维稳处理率100% | text | 100 % inside_words
满意度不低于90% | text | at_least 90 % inside_words
2026年6月底前  | text | date
2026-06-30     | text | date
12月           | text | date
30日前完成     | text | date
本地全量备份不小于每周一次 | text | number_inside
10个，其中省级3个 | text | number_inside
1:0            | text | number_inside
1,23           | text | number_inside
9-5            | text | number_inside
99999999999999999次 | text | number_inside
"""


def in_short(text: str) -> str:
    """`≥ | at_least 8 次 doubt`."""
    one = read_printed(text)
    number = [] if one.number is None else [plain(one.number) + ("" if one.per is None else f":{plain(one.per)}")]
    words = [*filter(None, [one.operator]), *number, *filter(None, [one.unit]), *one.doubts]
    return f"{one.form} | {' '.join(words)}".strip()


@pytest.mark.parametrize("line", PRINTED.strip().splitlines())
def test_a_printed_text(line: str) -> None:
    """Signs of every shape, words before and behind, units, ratios, spans, dates, numbers inside words."""
    text, form, rest = (part.strip() for part in line.split("|"))
    assert in_short(text) == f"{form} | {rest}".strip()


def test_the_text_stays() -> None:
    """What is printed is kept; only line breaks and blanks that are doubled go."""
    assert read_printed(" ≥3000  人\n次 ").text == "≥3000 人 次"
    assert read_printed("").form == "blank"


def read(full: str, *, name: str = "活动", half: str | None = None, above: str = "产出指标") -> IndicatorReading:
    """An indicator below a section."""
    return read_indicator(about(name, (above,)), full, half)


def notes(reading: IndicatorReading) -> str:
    """`half → full` as notes say it, then the codes of the doubts."""
    half = half_reading_note(reading.rule)
    codes = " ".join(f"?{doubt.code}" for doubt in reading.doubts)
    return f"{half + ' → ' if half else ''}{reading_note(reading.rule)} {codes}".strip()


FULL_YEAR = """
开展活动        | 产出指标   | ≥8次     | ≥8次
开展活动        | 产出指标   | 8次      | ≥8次
设备购置成本    | 成本指标   | 500 万元 | ≤500万元
补助金额        | 成本指标   | ≥100万元 | ≤100万元 ?cost_upwards
项目实际成本    | 产出指标   | 12万元   | ≤12万元
成本控制        | 成本指标   | 符合规定 | 文字
在职人员控制率  | 过程       | =100%    | ＝100%
预算调整率      | 决策       | =0%      | ＝0%；每超1扣满分的10%
预算调整率      | 决策       | 0%       | ≤0%；每超1扣满分的10%
三公经费变动率  | 过程       | ≤0%      | ≤0%；每超1扣满分的10%；可能≥-100
三公经费变动率  | 过程       | ≤-5%     | ≤-5%；每超1扣满分的10%；可能≥-100
收入增长率      | 效益       | ≥-5%     | 文字 ?negative
收入增长率      | 效益       | ≥5%      | ≥5%；可能≥-100
建设基地        | 履职       | ＝1个    | ＝1个；超过不扣
覆盖率          | 过程       | =100%    | ＝100%；可能≤100
任务完成率      | 产出指标   | 100%     | ≥100%
任务按期完成率  | 产出指标   | 100%     | ≥100%；可能≤100
满意度          | 满意度指标 | ≥95%     | ≥95%；可能≤100
满意度          | 满意度指标 | ≥120%    | ≥120%
满意度          | 满意度指标 | >100%    | >100%
食堂开放时间    | 履职       | ≥14小时/天 | ≥14小时/天；可能≤24
预算执行率      | 过程       | =100%    | ＝100%；算式spent / budget * 100
重大安全事故次数 | 效益指标  | 0        | ≤0次；超出计0分
安全生产事故发生数 | 效益指标 | 0       | ≤0起；超出计0分
意识形态类事件发生数量 | 履职 | =0次     | ≤0次；超出计0分
收到有效投诉数量 | 满意度指标 | 0       | ≤0件；超出计0分
学生申报资格零差错 | 产出指标 | 0       | ≤0次；超出计0分
设备事故发生率  | 效益指标   | 0        | ≤0%；超出计0分；可能≤100
锅炉房安全生产  | 履职       | 无安全事故 | ≤0起；超出计0分
档案管理        | 产出指标   | 零差错   | ≤0次；超出计0分
食品安全        | 履职       | 0起事故  | ≤0起；超出计0分
伤亡人数        | 效益指标   | 无       | ≤0人；超出计0分
校园环境        | 效益指标   | 无       | 文字
事故            | 效益指标   | ≤2次     | ≤2次
事故次数        | 效益指标   | 2次      | ≤2次 ?harm_bare
投诉处理率      | 效益指标   | 100%     | ≥100%；可能≤100
活动            | 产出指标   | 0次      | ≤0次；超出计0分 ?zero
预算结余        | 成本指标   | 0        | ≤0；超出计0分
活动            | 产出指标   | ≥0次     | ≥0次 ?asks_nothing
活动            | 产出指标   | -3次     | 文字 ?negative
活动            | 产出指标   | <0       | 文字 ?negative
活动            | 产出指标   | <5       | <5
响应时间        | 产出指标   | 3小时    | ≤3小时 ?duration
使用年限        | 效益指标   | 5年      | ≥5年 ?duration
建设期          | 产出指标   | 12个月   | ≤12个月 ?duration
响应时间        | 产出指标   | ≤3（秒） | ≤3秒
满意率（%）     | 满意度指标 | 90       | ≥90%；可能≤100
计划完成率      | 产出指标   | 18       | ≥18% ?rate_without_percent
修复及时率      | 产出指标   | ≤5小时   | ≤5小时 ?rate_without_percent
开水机器配置率  | 履职       | 10个/栋  | ≥10个/栋
辅导员师生比    | 履职       | 1:200    | ≥1:200 ?ratio ?ratio_inputs
生师比          | 履职       | 18:1     | ≤18:1 ?ratio ?ratio_inputs
生师比          | 履职       | ≤18:1    | ≤18:1 ?ratio_inputs
交流学习        | 效益指标   | 校园维稳处理率100% | ≥100%；可能≤100 ?inside_words
合同填报        | 效益指标   | 签署合同后的15个工作日内填报 | 文字 ?number_inside
活动            | 产出指标   |          | 文字 ?blank
活动            | 产出指标   | —        | 文字
"""


@pytest.mark.parametrize("line", FULL_YEAR.strip().splitlines())
def test_a_value_of_the_year(line: str) -> None:
    """Direction by sign, section and name; zeros that may not happen; what percentages can be; formulas."""
    name, above, full, expected = (part.strip() for part in line.split("|"))
    assert notes(read(full, name=name, above=above)) == expected


BOTH = """
开展活动        | ≥4次   | ≥8次   | ≥4次 → ≥8次
召开会议        | ≥7次   | 7      | ≥7次 → ≥7次
消防演练        | 1      | 2      | ≥1 → ≥2
会计实训基地    | ＝0个  | ＝1个  | ＝0个；无要求 → ＝1个；超过不扣
获奖数          | ≥0个   | ≥1个   | ≥0个 → ≥1个
获奖数          | 0      | 3个    | ≥0个 → ≥3个
书记项目        | 推进   | ≥16个  | 无要求 → ≥16个
新生心理普查    | 无     | ≥100%  | 无要求 → ≥100%；可能≤100
食品安全事故次数 | 无    | 无     | ≤0次 → ≤0次；超出计0分
事故            | 无     | ≤2起   | 无要求 → ≤2起
食品安全        | 无     | 无食品安全事故 | ≤0起 → ≤0起；超出计0分
军训            | 无     | 完成   | 无要求 → 文字
党建工作        | 推进   | 落实   | 无要求 → 文字
文化建设        | 推进中 | 完善   | 无要求 → 文字
文化建设        | 持续推进 | 持续推进 | 文字 → 文字
基地            | 建设中 | 建成   | 无要求 → 文字
环境            | 无     | 无     | 无要求 → 文字
活动            | 开展   | 完成   | 文字 → 文字
困难认定        | 动态调整 | 完成认定 | 文字 → 文字
发展党员数      | ≥30%   | 完成下达计划 | ≥30% → 文字 ?kind_changes
活动            | 制定   | ≥3次   | 无要求 → ≥3次 ?kind_changes
活动            | —      | ≥3次   | 无要求 → ≥3次
活动            |        | ≥3次   | ≥3次
维修            | 到位   |        | 文字 → 文字 ?only_half
活动            | ≥3次   |        | ≥3次 → ≥3次 ?only_half
预算调整率      | =0%    | =0%    | ＝0% → ＝0%；每超1扣满分的10%
设备成本        | 50     | 100万元 | ≤50万元 → ≤100万元
"""


@pytest.mark.parametrize("line", BOTH.strip().splitlines())
def test_half_year_and_year_together(line: str) -> None:
    """One value lends the other its sign and unit; half-year words ask for nothing where the year's value is none."""
    name, half, full, expected = (part.strip() for part in line.split("|"))
    assert notes(read(full, name=name, half=half, above="履职")) == expected


@pytest.mark.parametrize(
    ("better", "full", "expected"),
    [("low", "8次", "≤8次"), ("high", "500万元", "≥500万元"), ("high", "0次", "≥0次 ?asks_nothing")],
)
def test_whoever_knows_the_direction_says_so(better: Better, full: str, expected: str) -> None:
    """The direction given takes the place of the section's."""
    section = "成本指标" if better == "high" else "产出指标"
    assert notes(read_indicator(about("活动", (section,), better), full)) == expected
    assert notes(read_indicator(about("活动", ("成本指标",), "high"), "≥5万元")) == "≥5万元"
    assert notes(read_indicator(about("师资比", (), "low"), "1:18")) == "≤1:18 ?ratio ?ratio_inputs"
    assert notes(read_indicator(about("事故", (), "high"), "3起")) == "≥3起"


def test_a_blank_cell_stays_blank_on_paper() -> None:
    """The half-year value says how a blank full-year value is read, and does not become its text."""
    rule = read("", half="≥3次").rule
    assert (rule.full.printed, rule.full.text()) == ("", "≥3次")


def test_the_value_of_the_whole_cycle() -> None:
    """It is kept where it differs from that of the year."""
    assert read_indicator(about("课程"), "2门", cycle="6门").rule.cycle == "6门"
    assert read_indicator(about("课程"), "2门", cycle=" 2门").rule.cycle == ""
    assert read_indicator(about("制度"), "健全", cycle="完善").rule.cycle == "完善"


def test_a_ratio_asks_for_two_numbers() -> None:
    """The office enters both; the second cannot be 0."""
    inputs = read("1:200", name="师生比").inputs
    assert {name: (one.label, one.unitless, one.above) for name, one in inputs.items()} == {
        "former": ("师生比：比的前项", True, None),
        "latter": ("师生比：比的后项", True, 0),
    }


def test_a_doubt_says_what_was_assumed_and_what_to_do() -> None:
    """All of it for the person who has the table in hand."""
    (doubt,) = read("≥100万元", name="补助金额", above="成本指标").doubts
    assert doubt.text == "成本类指标印成“≥100万元”，成本应是越低越好"
    assert doubt.assumed == "按≤100万元读"
    assert doubt.hint == "不对的，在表里加一栏“读法”写明（如≤100万元），或改方案文件"


def test_one_value_by_itself() -> None:
    """A value has its form whatever it is read as."""
    reading = read_value("0次", about("事故次数"))
    assert (reading.form, reading.zero, reading.value.text()) == ("zero", True, "≤0次")


SIGNS = "≥≤＝=><以上不少于超过约每学期无零事故差错推进健全0123456789.,:：%％万元次个人/—-~（）()百分点 \n月年日成本率"


@given(
    full=st.text(alphabet=SIGNS, max_size=14) | st.text(max_size=8),
    half=st.none() | st.text(alphabet=SIGNS, max_size=8),
    name=st.sampled_from(["活动", "满意度", "变动率", "事故数", "预算执行率", "师生比", "成本", "控制率", "开放时间"]),
    above=st.sampled_from(["产出指标", "成本指标", "过程"]),
)
@example(full="=-0%", half="<0", name="变动率", above="过程")
@example(full="<0.0000000001", half=None, name="活动", above="产出指标")
@example(full=">24小时/天", half="无", name="活动", above="产出指标")
@QUICK
def test_nothing_is_too_wrong_to_be_read(full: str, half: str | None, name: str, above: str) -> None:
    """Whatever is printed becomes a rule that a scheme accepts, and its text stays."""
    reading = read_indicator(about(name, (above,)), full, half)
    money = {one: Input(label=one, unitless=True, above="0") for one in ("budget", "spent")}
    brought = dict(reading.rule.brings())
    frame = Frame("T1", name, Fraction(1), Fraction(1), {**money, **brought, **reading.inputs})
    assert list(reading.rule.flaws(frame)) == []
    assert reading.rule.full.printed == " ".join(full.split())
    if half is not None and reading.rule.half is not None:
        assert reading.rule.half.printed == " ".join(half.split())
