"""The weights of a target table's sections, and where they come from."""

from pydantic import Field

from assess.ground.model import Exact, Model


class Weights(Model):
    """Weights by the id of a section; only those present in a table count, in proportion."""

    origin: str = Field(default="", description="权重从哪里来，印在单上；原文没有权重时要说明是默认")
    sections: dict[str, Exact] = Field(min_length=1, description="各部分的权重，写成“指标组编号: 权重”，大于0")
