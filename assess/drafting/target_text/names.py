"""What an indicator's name and the sections above it say about its value.

These are general rules of target tables, from the words that names end in; where a name fits none, nothing is
assumed. The same rules are used for the shipped schemes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assess.drafting.target_text.printed import narrowed

Better = Literal["high", "low"]

_COST = re.compile("成本")
#: What nobody wants to happen.
_HARM = re.compile(
    "事故|差错|投诉|违规|违纪|违法|失误|流失|伤亡|死亡|案件|案发|事件|火灾|中毒|泄露|泄密|假冒|伪劣|舆情|纠纷|上访|逾期|超期|故障|责任事|失职|隐患"
)
#: What is done against it: more of that is better.
_AGAINST_HARM = re.compile(
    "处理|处置|整改|办结|结案|关闭|修复|修理|排查|排除|治理|消除|化解|解决|答复|满意|演练|培训|教育|宣传|预防|防范|防控|应急|回访|排解|检查|巡查|监测|覆盖|及时"
)
#: Bounds that must not be passed: a value above an ＝ is as wrong as one below.
_CEILING = re.compile("控制率|调整率|结转结余率|结余率|结转率|变动率|预算执行率|政府采购执行率|负债率|超支")
#: Percentages that can be above 100: of a plan, a budget, the year before. All others are shares of a whole.
_ABOVE_100 = re.compile(
    "完成率|变动|增长|增幅|执行率|控制率|调整率|结转|结余|负债率|产出|利润|回报|比上年|同比|提高|提升|降低|下降"
)
#: Done in time is a share even where it is called 完成率.
_IN_TIME = re.compile("及时|按时|按期|准时")
#: Changes, which can be negative.
_SIGNED = re.compile("变动率|增长率|增幅|增减率|同比|比上年|净增")
#: Whatever is a rate has a percent sign.
_RATE = re.compile("(?:率|占比|比重|满意度|覆盖面)(?:%|\\(%\\))?\\Z")
#: A time that should be short, and one that should be long.
_SHORT_TIME = re.compile(
    "进度|工期|周期|时限|期限|响应|修复|维修时间|处理时间|办理|完成时间|完工|交付|时效|延迟|等待|及时"
)
_LONG_TIME = re.compile("年限|开放|使用|运行|寿命|质保|保修|持续|发挥作用|服务时间|供应|就餐|学时|课时|时长")
#: `设备运行维护的满意率（%）`: the unit stands in the name.
_UNIT_IN_NAME = re.compile(r"\((%|‰|人|人次|次|个|项|万元|元|天|小时|家|件|门|台|套|篇|册|亩|平方米)\)\Z")


@dataclass(frozen=True, slots=True)
class About:
    """What is known about an indicator before its values are read."""

    name: str
    #: The labels above it, the section first.
    levels: tuple[str, ...] = ()
    #: Which direction is better, where somebody has said so; None: as name and section say.
    better: Better | None = None
    #: Money that should not be passed: 成本指标.
    is_cost: bool = False
    #: Counts something that nobody wants: accidents, complaints.
    counts_harm: bool = False
    #: Above an ＝ is as wrong as below.
    is_ceiling: bool = False
    is_signed: bool = False
    is_rate: bool = False
    #: Whether a percentage is one of a whole, at most 100.
    is_share: bool = False
    #: A time that should be short ("low") or long ("high").
    time: Better | None = None
    #: A unit that the name gives.
    unit: str = ""

    @property
    def likes(self) -> Better | None:
        """Which direction is better by name and section; None: nothing says so, and more is taken to be better."""
        if self.better is not None:
            return self.better
        return "low" if self.is_cost or self.counts_harm else None


def about(name: str, levels: Sequence[str] = (), better: Better | None = None) -> About:
    """Return what the words of `name` and of the labels above it say."""
    narrow = narrowed(name)
    above = [narrowed(level) for level in levels]
    found = _UNIT_IN_NAME.search(narrow)
    bare = _UNIT_IN_NAME.sub("", narrow)
    return About(
        name=name,
        levels=tuple(levels),
        better=better,
        is_cost=any(_COST.search(level) for level in above) or bool(re.search("成本(?:控制)?\\Z", bare)),
        counts_harm=counts_harm(bare),
        is_ceiling=bool(_CEILING.search(bare)),
        is_signed=bool(_SIGNED.search(bare)),
        is_rate=bool(_RATE.search(narrow)),
        is_share=not _ABOVE_100.search(bare) or bool(_IN_TIME.search(bare)),
        time="low" if _SHORT_TIME.search(bare) else "high" if _LONG_TIME.search(bare) else None,
        unit=found[1] if found else "",
    )


def counts_harm(name: str) -> bool:
    """Whether a name counts what nobody wants: 安全事故发生数, 有效投诉数量, but not 投诉处理率."""
    return bool(_HARM.search(name)) and not _AGAINST_HARM.search(name)


def is_harm(words: str) -> bool:
    """Whether words name something that nobody wants."""
    return bool(_HARM.search(words))
