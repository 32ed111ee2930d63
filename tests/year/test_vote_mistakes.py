"""What is wrong with self-marks, ballots, leaders' marks, applications and last year, message by message."""

import pytest

from tests.scheme.small import unit_mistakes

NO_BALLOTS = (
    "→ 写成 {issued: 发出数, returned: 收回数, 各等次: 票数, 弃权: 票数, 无效: 票数}；没有收回票的，写 returned: 0"
)
LEADERS = "→ 写成列表 [92, 88]，或写明评分人 {张三: 92, 李四: 88}；没有人评分的，写“无”"
UNSAID = "→ 单个评分保密，这里不显示，请到填写的地方核对"

UNITS = [
    (
        "self_marks: {A11: 1}\n",
        [
            "u.yaml:1:14: 错误：甲学院没有“A11”这个评分的指标",
            "→ 是否想写：A1、A3.1？",
        ],
    ),
    (
        "self_marks: {A1: 3}\n",
        [
            "u.yaml:1:18: 错误：甲学院“A1”的自评分是3分，允许≥0分且≤2分",
        ],
    ),
    (
        "self_marks: {A1: -3}\n",
        [
            "u.yaml:1:18: 错误：甲学院“A1”的自评分是-3分，允许≥0分且≤2分",
        ],
    ),
    (
        "self_marks: {A1: 优}\n",
        [
            (
                "u.yaml:1:18: 错误：甲学院“A1”的自评分：“优”不是可用的数字（只接受普通小数，"
                "小数点前后各不超过15位）；允许≥0分且≤2分"
            ),
        ],
    ),
    (
        "self_marks: {A1: }\n",
        [],
    ),
    (
        "self_marks: {A3: 1}\n",
        [
            "u.yaml:1:14: 错误：甲学院没有“A3”这个评分的指标",
            "→ 是否想写：A3.2、A3.1、A7？",
        ],
    ),
    (
        "ballots: {staf: {优秀: 1}}\n",
        [
            "u.yaml:1:11: 错误：甲学院的测评票里没有“staf”这一项",
            "→ 是否想写：staff？",
        ],
    ),
    (
        "ballots: {staff: {优: 1}}\n",
        [
            "u.yaml:1:19: 错误：甲学院中层干部的测评票里没有“优”这一项",
            "→ 是否想写：优秀？",
        ],
    ),
    (
        "ballots: {staff: 60}\n",
        [
            "u.yaml:1:18: 错误：甲学院中层干部的测评票应为“键: 值”的形式",
            NO_BALLOTS,
        ],
    ),
    (
        "ballots: {staff: 无}\n",
        [
            "u.yaml:1:18: 错误：甲学院中层干部的测评票应为“键: 值”的形式",
            NO_BALLOTS,
        ],
    ),
    (
        "ballots: [60]\n",
        [
            "u.yaml:1:10: 错误：“ballots”应为“键: 值”的形式",
        ],
    ),
    (
        "ballots: {staff: {issued: 50, returned: 60, 优秀: 60}}\n",
        [
            "u.yaml:1:31: 错误：甲学院中层干部的测评票收回60张，多于发出的50张",
            "→ 请核对发出数和收回数",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 10, 弃权: 1}}\n",
        [
            "u.yaml:1:18: 错误：甲学院中层干部的测评票各项合计51张，多于收回的50张",
            "→ 请核对各等次的票数",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 5}}\n",
        [],
    ),
    (
        "ballots: {staff: {issued: 60, 优秀: 40, 合格: 21}}\n",
        [
            "u.yaml:1:18: 错误：甲学院中层干部的测评票各项合计61张，多于发出的60张",
            "→ 请核对各等次的票数",
        ],
    ),
    (
        "ballots: {staff: {returned: 60, 优秀: 60, own: {合格: 1}}}\n",
        [
            "u.yaml:1:47: 错误：甲学院中层干部的测评票中本单位的合格票1张，多于该等次的0张",
            "→ 本单位的票（own）已包括在各等次的票数里，请核对",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 10, own: {优秀: 41}}}\n",
        [
            "u.yaml:1:67: 错误：甲学院中层干部的测评票中本单位的优秀票41张，多于该等次的40张",
            "→ 本单位的票（own）已包括在各等次的票数里，请核对",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: -40, 合格: 10}}\n",
        [
            "u.yaml:1:49: 错误：甲学院中层干部的测评票的优秀是-40，允许≥0",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40.5, 合格: 10}}\n",
        [
            "u.yaml:1:49: 错误：甲学院中层干部的测评票的优秀应为整数",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 10, own: 3}}\n",
        [
            "u.yaml:1:66: 错误：甲学院中层干部的测评票中本单位的票应为“键: 值”的形式",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 10, own: {良: 3}}}\n",
        [
            "u.yaml:1:67: 错误：甲学院中层干部的测评票中本单位的票里没有“良”这一项",
            "→ 可用的有：优秀、合格、不合格",
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 50, 优秀: 40, 合格: 10, own: {优秀: 一}}}\n",
        [
            (
                "u.yaml:1:71: 错误：甲学院中层干部的测评票中本单位的优秀票：“一”不是可用的数字（只接受普通小数，"
                "小数点前后各不超过15位）；允许≥0"
            ),
        ],
    ),
    (
        "ballots: {staff: {issued: 60, returned: 0, 优秀: 0}}\n",
        [],
    ),
    (
        "ballots: {staff: {优秀: 40}}\n",
        [],
    ),
    (
        "ballots: {staff: }\n",
        [],
    ),
    (
        "leaders: {principals: [90]}\n",
        [
            "u.yaml:1:11: 错误：甲学院的领导评价里没有“principals”这一项",
            "→ 是否想写：principal？",
        ],
    ),
    (
        "leaders: {principal: [90, 101]}\n",
        [
            "u.yaml:1:27: 错误：甲学院的正职评价超出了范围，允许≥0分且≤100分",
            UNSAID,
        ],
    ),
    (
        "leaders: {principal: 90}\n",
        [
            "u.yaml:1:22: 错误：甲学院的正职评价应为列表",
            LEADERS,
        ],
    ),
    (
        "leaders: {principal: 没有}\n",
        [
            "u.yaml:1:22: 错误：甲学院的正职评价应为列表",
            LEADERS,
        ],
    ),
    (
        "leaders: {principal: 无, deputy: []}\n",
        [],
    ),
    (
        "leaders: 90\n",
        [
            "u.yaml:1:10: 错误：“leaders”应为“键: 值”的形式",
        ],
    ),
    (
        "leaders: {deputy: {张三: 90, 李四: -1}}\n",
        [
            "u.yaml:1:32: 错误：甲学院的副职评价（李四）超出了范围，允许≥0分且≤100分",
            UNSAID,
        ],
    ),
    (
        "leaders: {deputy: [~, 90], principal: []}\n",
        [],
    ),
    (
        "attributes: {partty: 党总支}\n",
        [
            "u.yaml:1:22: 错误：没有“partty”这项单位属性",
            "→ 是否想写：party？",
        ],
    ),
    (
        "attributes: {party: 支部}\n",
        [
            "u.yaml:1:21: 错误：没有“支部”这种党组织类型",
            "→ 是否想写：直属党支部？",
        ],
    ),
    (
        ("type: office\ntable: dean\nattributes: {party: 党总支}\n"),
        [],
    ),
    (
        "application: {meets: [inovation], work: A99}\n",
        [
            "u.yaml:1:23: 错误：没有“inovation”这个申报条件",
            "→ 是否想写：innovation？",
            "u.yaml:1:41: 错误：没有“A99”这个指标",
            "→ 可用的有：A3、A1、A2、A3.1、A3.2、A4、A5、A6、A7",
        ],
    ),
    (
        "application: {meet: [innovation]}\n",
        [
            "u.yaml:1:15: 错误：“application”没有“meet”这个键",
            "→ 是否想写：meets？",
        ],
    ),
    (
        "application: innovation\n",
        [
            "u.yaml:1:14: 错误：“application”应为“键: 值”的形式",
        ],
    ),
    (
        "last_year: {list: acad, rank: 1, of: 11, last: false}\n",
        [
            "u.yaml:1:19: 错误：没有“acad”这个名单",
            "→ 是否想写：academic？",
        ],
    ),
    (
        "last_year: {list: academic, rank: 12, of: 11, last: false}\n",
        [
            "u.yaml:1:35: 错误：去年名次12大于单位数11",
        ],
    ),
    (
        "last_year: {list: academic, rank: 0, of: 11, last: maybe}\n",
        [
            "u.yaml:1:35: 错误：“rank”应不小于1，这里写的是“0”",
            "u.yaml:1:52: 错误：“last”应为true或false，这里写的是“maybe”",
        ],
    ),
    (
        "last_year: {list: academic, rank: 1}\n",
        [
            "u.yaml:1:1: 错误：“last_year”缺少“last”",
            "→ 这一项必须写",
            "u.yaml:1:1: 错误：“last_year”缺少“of”",
            "→ 这一项必须写",
        ],
    ),
    (
        ("hed: 张三\nfacts: {A1: 3, A4: [{class: 奖}]}\nleaders: {principal: [101]}\n"),
        [
            "u.yaml:1:1: 错误：“college_a”没有“hed”这个键",
            "→ 是否想写：head？",
            "u.yaml:2:13: 错误：“A1”的考核分是3分，允许0至2分，步长0.1",
            "u.yaml:2:29: 错误：“A4”的成果第1项的类别（class）没有“奖”这一项",
            "→ 可用的有：教学成果奖、专利、教材",
            "u.yaml:3:23: 错误：甲学院的正职评价超出了范围，允许≥0分且≤100分",
            UNSAID,
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), UNITS)
def test_a_vote_is_refused(text: str, messages: list[str]) -> None:
    """A wrong count or mark is told with its place and what is allowed."""
    assert unit_mistakes(text) == messages
