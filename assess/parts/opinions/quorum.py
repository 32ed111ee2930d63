"""How many have to vote so that a vote counts at all."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from assess.entered.rounds import DUE, ISSUED, PRESENT, RETURNED, ROUND_NUMBERS
from assess.ground.model import Exact, Model, Positive
from assess.ground.numbers import plain
from assess.ground.said import Said

#: Of each number, the one that it is a share of.
_WHOLE = {PRESENT: DUE, RETURNED: ISSUED}


class Turnout(NamedTuple):
    """How many took part in a vote; None: not entered."""

    due: int | None = None
    present: int | None = None
    issued: int | None = None
    returned: int | None = None


class Quorum(Model):
    """The share of voters who have to be there, or of papers that have to come back."""

    of: Annotated[
        Literal["present", "returned"],
        Said("看什么", choices={PRESENT: "实到占应到", RETURNED: "收回占发出"}),
    ] = Field(description="present：实到占应到的比例；returned：收回的票占发出的比例")
    at_least: Annotated[Exact | None, Said("不少于")] = Field(
        default=None, description="不少于几份；和above只写一个，与out_of合起来是一个比例，如 at_least: 2, out_of: 3"
    )
    above: Annotated[Exact | None, Said("多于")] = Field(
        default=None, description="多于几份，等于不算；如过半数写 above: 1, out_of: 2"
    )
    out_of: Annotated[Positive, Said("总份数")] = Field(description="总共几份，大于0；百分率写100")
    clause: Annotated[str, Said("条款")] = Field(default="", description="条款")
    below: Annotated[
        Literal["remind", "refuse"], Said("达不到的", choices={"remind": "提醒，由人确认", "refuse": "不能计分"})
    ] = Field(default="remind", description="remind：提醒，要由人确认；refuse：不能计分")

    @model_validator(mode="after")
    def _one_share(self) -> Self:
        if (self.at_least is None) == (self.above is None):
            message = "at_least（不少于）和above（多于）写且只写一个"
            raise ValueError(message)
        if self.out_of <= 0 or not 0 <= self.share <= self.out_of:
            message = "out_of（总份数）必须大于0，at_least或above在0和out_of之间"
            raise ValueError(message)
        return self

    @property
    def share(self) -> Exact:
        """The edge, in parts of `out_of`."""
        share = self.at_least if self.at_least is not None else self.above
        assert share is not None  # noqa: S101 one of them is given
        return share

    @property
    def numbers(self) -> tuple[str, str]:
        """The number and the whole that it is a share of, as rounds call them."""
        return self.of, _WHOLE[self.of]

    def words(self) -> str:
        """`收回不少于发出的2/3`, `实到多于应到的80%`."""
        label, whole = (ROUND_NUMBERS[name][0] for name in self.numbers)
        share = f"{plain(self.share)}%" if self.out_of == 100 else f"{plain(self.share)}/{plain(self.out_of)}"  # noqa: PLR2004 per cent
        return f"{label}{'不少于' if self.at_least is not None else '多于'}{whole}的{share}"

    def missed(self, turnout: Turnout) -> str:
        """What was reached instead: `发出60张，收回30张`; empty where it is enough, or not known."""
        number, whole = (getattr(turnout, name) for name in self.numbers)
        if number is None or whole is None:
            return ""
        reached, line = number * self.out_of, self.share * whole
        if reached > line or (reached == line and self.at_least is not None):
            return ""
        name, of = self.numbers
        return "，".join(
            f"{ROUND_NUMBERS[one][0]}{count}{ROUND_NUMBERS[one][1]}" for one, count in ((of, whole), (name, number))
        )
