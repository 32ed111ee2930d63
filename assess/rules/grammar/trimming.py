"""How several assessors' marks become one: the plain mean, or the mean without the highest and lowest. U6b."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from assess.ground.model import Model
from assess.ground.numbers import ZERO, plain
from assess.ground.said import Said

TRIM = Said("去掉最高最低分")


class Trim(Model):
    """Drop `drop` highest and `drop` lowest marks when there are more than `when_more_than` (None: never). U6b."""

    when_more_than: Annotated[int | None, Said("人数线")] = Field(
        default=None, ge=0, description="评分超过几个时才去掉最高分和最低分；不写表示不去"
    )
    drop: Annotated[int, Said("个数")] = Field(default=1, ge=0, description="最高、最低各去掉几个")


#: What a rule that says nothing of trimming does.
UNTRIMMED = Trim()


@dataclass(frozen=True, slots=True)
class UsedMarks:
    """The marks of one input: as given, which of them were dropped, and how many people were recused beside them."""

    #: The input that they were given for.
    name: str
    given: tuple[Fraction, ...]
    #: Dropped at either end, in ascending order.
    lowest: tuple[Fraction, ...] = ()
    highest: tuple[Fraction, ...] = ()
    #: Whose mark on their own unit is left out (U16); they stand in nothing else here.
    recused: int = 0

    @property
    def counted(self) -> tuple[Fraction, ...]:
        """The marks that make the mean."""
        if not self.lowest:
            return self.given
        return tuple(sorted(self.given)[len(self.lowest) : -len(self.highest)])

    @property
    def mean(self) -> Fraction | None:
        """The exact mean of those that count; None for none."""
        counted = self.counted
        if len(counted) == 1:  # most indicators have a single mark
            return counted[0]
        return sum(counted, ZERO) / len(counted) if counted else None


def used_marks(name: str, values: Iterable[Fraction], trim: Trim, recused: int = 0) -> UsedMarks:
    """Drop marks at both ends where `trim` says so; never so many that none is left in the middle."""
    given = tuple(values)
    drop = trim.drop if trim.when_more_than is not None and len(given) > trim.when_more_than else 0
    if not drop or len(given) <= 2 * drop:
        return UsedMarks(name, given, recused=recused)
    ordered = sorted(given)
    return UsedMarks(name, given, tuple(ordered[:drop]), tuple(ordered[-drop:]), recused)


def unused_document(used: UsedMarks) -> dict[str, Any]:
    """For a result in JSON: how many marks count and which were dropped; nothing where all of them count."""
    if not used.lowest:
        return {}
    ends = {"lowest": [plain(mark) for mark in used.lowest], "highest": [plain(mark) for mark in used.highest]}
    return {"counted": len(used.counted), "dropped": ends}
