"""What does not add up in a round by itself: its own numbers, and the papers of its bundles."""

from collections.abc import Iterator

from assess.entered.questions import lack
from assess.entered.rounds import (
    DUE,
    ISSUED,
    PAPERS,
    PRESENT,
    RETURNED,
    ROUND_NUMBERS,
    SPOILT,
    Bundle,
    Round,
)
from assess.ground.address import BUNDLES, ROUNDS, YEAR, Address
from assess.ground.place import Problem

#: The code of everything that does not add up among the numbers of a vote.
COUNTING = "counting"

#: What no row can be checked without.
_NEEDED = (ISSUED, RETURNED, SPOILT)
#: Of each pair the first number is at most the second.
_AT_MOST = ((PRESENT, DUE), (RETURNED, ISSUED), (SPOILT, RETURNED))


def round_address(of: Round, number: str) -> Address:
    """Where a number of a round is entered."""
    return Address(YEAR, ROUNDS, number, group=of.name)


def papers_address(of: Bundle) -> Address:
    """Where the number of a bundle's papers is entered."""
    return Address(YEAR, BUNDLES, PAPERS, group=of.name)


def needed(quorum_of: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers that a round must have; `quorum_of`: those of which the scheme wants a share."""
    return tuple(name for name in ROUND_NUMBERS if name in _NEEDED or name in quorum_of)


def round_problems(what: str, of: Round, quorum_of: tuple[str, ...] = ()) -> Iterator[Problem]:
    """What lacks and what contradicts itself; `what` is what the part of the total is called."""
    called = f"{what}场次“{of.name}”"
    for name in needed(quorum_of):
        if of.number(name) is None:
            hint = "没有整票无效的写0" if name == SPOILT else ""
            yield lack(round_address(of, name), f"{called}缺{ROUND_NUMBERS[name][0]}", hint, COUNTING)
    for name, at_most in _AT_MOST:
        number, most = of.number(name), of.number(at_most)
        if number is not None and most is not None and number > most:
            (label, unit), (other, other_unit) = ROUND_NUMBERS[name], ROUND_NUMBERS[at_most]
            text = f"{called}{label}{number}{unit}，多于{other}的{most}{other_unit}，多{number - most}{unit}"
            yield contradiction(round_address(of, name), text, f"请核对{label}和{other}")
    if of.bundles:
        yield from _bundle_problems(called, of)


def _bundle_problems(called: str, of: Round) -> Iterator[Problem]:
    unknown = [one for one in of.bundles if one.papers is None]
    for one in unknown:
        yield lack(papers_address(one), f"{called}的“{one.name}”缺张数", "", COUNTING)
    counted = of.counted
    if unknown or counted is None or counted < 0:
        return
    papers = sum(one.papers or 0 for one in of.bundles)
    address = round_address(of, RETURNED)
    text = f"{called}各捆共{papers}张，应为{counted}张（{source(of)}）"
    if papers < counted:
        # As long as a bundle may be to come this is no mistake.
        hint = "是不是还有一捆没有录入，或少数了一张？"
        yield lack(address, f"{text}，少{counted - papers}张", hint, COUNTING)
    elif papers > counted:
        hint = "各捆里不放整票无效的票；请核对各捆的张数"
        yield contradiction(address, f"{text}，多{papers - counted}张", hint)


def source(of: Round) -> str:
    """Where the number of papers that count in every row is from: `收回100张减去整票无效1张`."""
    return f"收回{of.returned}张减去整票无效{of.spoilt}张"


def contradiction(address: Address, text: str, hint: str) -> Problem:
    """Numbers that cannot both be right: nothing is scored before one of them is mended."""
    return Problem(None, COUNTING, text, hint, address=address)
