"""What is said of the parameters that several rule kinds have; what only one has stands with it."""

from assess.ground.numbers import plain
from assess.ground.said import Said, Turn
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.wording import label, population

VALUE = Said("计算式", word="", turn=Turn.SUBJECT)
WHEN = Said("条件", word="", turn=Turn.SUBJECT)
BETTER = Said("优劣方向", word="", turn=Turn.DIRECTION, choices={"higher": "越高越好", "lower": "越低越好"})
POPULATION = Said("比较范围", word="范围", turn=Turn.AMONG, shown=population)
EVERY = Said("每份", word="每", unit_of="value")
STEPS = Said(
    "不足一份的",
    word="",
    choices={"whole": "不满的不计", "started": "不足的按一个计", "proportional": "按比例计"},
)
POINTS = Said("计分", word="计", unit="分")
LOSS = Said("扣分", word="扣", unit="分")
CAP = Said("上限", word="最高", unit="分")
ZERO_VALUE = Said("数值为0的计分", word="数值为0的计", unit="分")
OTHERWISE = Said("其余情况", word="其余", unit="分", turn=Turn.REST)

HALF = Said("半年指标值")
FULL = Said("指标值")
CYCLE = Said("实施周期指标值")

MARK_NAME = Said("评分名称", mention="never")
ALLOWED = Said("可给的分", mention="never")


def _achievements(name: str, frame: Frame) -> str:
    """The list with its classes and their weights: `成果〔课题：国家级4、省级3；发明专利3〕`."""
    spec = frame.inputs.get(name)
    if spec is None or spec.records is None:
        return label(name, frame)
    classes = []
    for name_of_class, one in spec.records.classes.items():
        levels = "、".join(f"{level}{plain(weight)}" for level, weight in one.levels.items())
        alone = "" if one.weight is None else plain(one.weight)
        classes.append(f"{name_of_class}：{levels}" if levels else name_of_class + alone)
    return f"{label(name, frame)}〔{'；'.join(classes)}〕"


ACHIEVEMENTS = Said("计分数据", word="", turn=Turn.SUBJECT, shown=_achievements)
