"""Who is responsible for what (考核分工), as a scheme may propose it: in a cycle the office decides."""

from typing import Annotated

from pydantic import Field

from assess.ground.days import Day
from assess.ground.model import Model
from assess.ground.said import Said


class ProposedDuty(Model):
    """Who is responsible for an item as the scheme's document has it."""

    department: Annotated[str, Said("牵头部门")] = Field(min_length=1, description="牵头部门")
    assessors: Annotated[tuple[str, ...], Said("评分人")] = Field(default=(), description="评分人，可以有几个")
    due: Annotated[Day | None, Said("截止日期")] = Field(default=None, description="数据交到什么时候为止")
