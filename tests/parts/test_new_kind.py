"""A new kind of part is one class with its score: everything above takes it as it is."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, replace
from fractions import Fraction

import pytest

from assess.cli.views.spreadsheet import as_csv
from assess.drafting.checks.attainable import of_total
from assess.engine.assessment import assess
from assess.engine.form import form
from assess.entered.rounds import Round
from assess.entered.values import Opinion
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.parts.base import PartCase, PartRules, PartScore, ReachCase
from assess.rules.grammar.reach import Reach
from assess.scheme.scheme import Part, Scheme
from assess.words.document import as_document
from assess.words.explanation import part_lines
from assess.year.case import Facts
from assess.year.part_case import UnitPart
from tests import small


@dataclass(frozen=True, slots=True)
class LetterScore(PartScore):
    """As many points as the name of the unit has letters."""

    _: KW_ONLY
    name: str

    def lines(self, digits: int) -> Iterator[str]:
        """Say the letters."""
        del digits
        yield f"{self.name}有{len(self.name)}个字"


class LetterRules(PartRules):
    """It has no word, so that no scheme can name it."""

    def score(self, case: PartCase) -> LetterScore:
        """Count the letters of the unit's name."""
        return LetterScore(case.rounded(Fraction(len(case.unit_name))), name=case.unit_name)

    def reach(self, case: ReachCase) -> Reach:
        """Up to the full mark."""
        return Reach(Fraction(0), case.full)


def scheme() -> Scheme:
    """Indicators of 10 points, and 5 points for letters."""
    of = small.scheme(small.BOTH_LISTS)
    letters = Part("letters", "字数", "二", {"academic": Fraction(5), "administrative": Fraction(0)}, LetterRules())
    return replace(of, parts=(*of.parts, letters))


YEAR = "- {id: a, name: 甲学院, type: college, facts: {A: 8}}"


def test_it_counts_and_says_why() -> None:
    """Points, total, explanation and JSON have it, without a line of their own about it."""
    outcome = assess(scheme(), small.evidence(YEAR, scheme()))
    result = small.unit(outcome, "a")
    assert (str(result.parts["letters"].points), str(result.total)) == ("3", "11")
    assert part_lines(result.parts["letters"], outcome) == ["甲学院有3个字", "依据：二"]
    assert as_document(outcome, trace=True)["lists"][0]["units"][0]["parts"]["letters"] == {
        "points": "3.00",
        "full": "5.00",
    }
    assert ",字数,总分," in as_csv(outcome, outcome.lists).decode("utf-8-sig").splitlines()[0]
    assert of_total(outcome.scheme.trees["academic"], "college", outcome.scheme) == Reach(Fraction(0), Fraction(15))


def test_what_it_does_not_say_is_nothing() -> None:
    """It has no groups, no entries, no levels, no indicators, nothing odd and nothing to ask."""
    of = scheme()
    evidence = small.evidence(YEAR, of)
    rules, facts = of.part_of["letters"].rules, Facts(of, evidence)
    case = UnitPart(facts, of.part_of["letters"], evidence.units[0])
    score = rules.score(case)
    read: dict[str, Opinion] = rules.read(Findings(), None, "甲学院")
    assert (read, list(rules.asks(case)), list(rules.odd(case)), list(rules.names())) == ({}, [], [], [])
    assert (rules.top_level, rules.highest_mark("x"), rules.in_words(), rules.named_nodes) == (None, None, "", ())
    assert (dict(rules.entry_inputs), rules.written_at(Address("a", "letters", "x")), rules.entered_at("letters")) == (
        {},
        (),
        (),
    )
    assert rules.group_address("a", "letters", "g") == Address("a", "letters", "g")
    assert list(rules.asks_of(Round("会场", "letters", "g"), "字数", of.lists)) == []
    assert score.concealed(lambda _: False) == score
    assert (score.calculation(), score.why_nothing(), score.groups, score.blocked) == ("", "", (), ())
    assert not [one for one in form(facts, evidence.units[0]) if one.address.node == "letters"]


def test_indicators_are_summed_before_they_are_asked_for() -> None:
    """Who scores a part without them is told so at once."""
    of = small.scheme(small.BOTH_LISTS)
    evidence = small.evidence(YEAR, of)
    case = UnitPart(Facts(of, evidence), of.part_of["targets"], evidence.units[0])
    with pytest.raises(LookupError, match="targets were asked for before they were summed"):
        of.part_of["targets"].rules.score(case)
