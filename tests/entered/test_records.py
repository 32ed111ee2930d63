"""Which achievements count, and for how much."""

from fractions import Fraction
from typing import Any

import pytest

from assess.entered.inputs import RecordsSpec
from assess.entered.records import REASONS, Counting, Record, counted, total
from assess.files.yaml_reader import parse

SPEC = RecordsSpec.model_validate(
    parse(
        """
classes:
  课题: {levels: {国家级: 4, 省级: 3, 市级: 2}}
  专利: {weight: 3, events: [授权, 受理], counted: [授权]}
  其他: {}
""",
        "s",
    ),
)


def topic(level: str, **more: Any) -> Record:  # noqa: ANN401 fields of a record
    """A research topic."""
    return Record(class_name="课题", level=level, **more)


def weights(records: list[Record], **counting: Any) -> list[tuple[str, str]]:  # noqa: ANN401 fields of the rules
    """Weight and reason of each record, in order."""
    return [(str(one.weight), one.reason) for one in counted(records, SPEC, Counting(**counting))]


def test_weights_by_class_and_level() -> None:
    """Each record brings the weight of its level; the sum is the value of the input."""
    records = [topic("国家级"), topic("市级"), Record(class_name="其他")]
    assert weights(records) == [("4", ""), ("2", ""), ("0", "")]
    assert total(counted(records, SPEC, Counting())) == 6
    assert total([]) == 0


def test_only_first_authors_count() -> None:
    """Others are kept and say why they bring nothing; the scheme may count them (U25a)."""
    records = [topic("省级", first=False)]
    assert weights(records) == [("0", "not_first")]
    assert weights(records, first_author_only=False) == [("3", "")]


def test_only_counted_events_count() -> None:
    """A patent counts when granted, not when filed (U48); an event that is not named does not count either."""
    records = [
        Record(class_name="专利", event="授权"),
        Record(class_name="专利", event="受理"),
        Record(class_name="专利"),
    ]
    assert weights(records) == [("3", ""), ("0", "event"), ("0", "event")]


@pytest.mark.parametrize("order", [("省级", "国家级", "市级"), ("国家级", "市级", "省级"), ("市级", "省级", "国家级")])
def test_one_achievement_counts_once_at_its_highest(order: tuple[str, ...]) -> None:
    """Whatever the order of entry, the highest level stays and the others are named duplicates (U25b)."""
    found = counted([topic(level, identity="P1") for level in order], SPEC, Counting())
    assert {one.record.level: (str(one.weight), one.reason) for one in found} == {
        "国家级": ("4", ""),
        "省级": ("0", "duplicate"),
        "市级": ("0", "duplicate"),
    }
    assert [one.record.level for one in found] == list(order)


def test_of_equal_ones_the_first_stays() -> None:
    """Two entries of the same level: the second is the duplicate."""
    assert weights([topic("省级", identity="P1"), topic("省级", identity="P1")]) == [("3", ""), ("0", "duplicate")]


@pytest.mark.parametrize("reverse", [False, True])
def test_of_equal_ones_of_two_classes_the_class_declared_first_counts(reverse: bool) -> None:  # noqa: FBT001 a parameter of the case
    """The order in which entries are written decides nothing: the classes' order in the scheme does."""
    records = [topic("省级", identity="P1"), Record(class_name="专利", event="授权", identity="P1")]
    found = counted(records[::-1] if reverse else records, SPEC, Counting())
    assert [one.record.class_name for one in found if not one.reason] == ["课题"]


@pytest.mark.parametrize("reverse", [False, True])
def test_of_equal_weights_the_larger_amount_counts(reverse: bool) -> None:  # noqa: FBT001 a parameter of the case
    """Entries without weight are told apart by their amounts."""
    records = [Record(class_name="其他", identity="P1", amount=Fraction(amount)) for amount in (1, 2)]
    found = counted(records[::-1] if reverse else records, SPEC, Counting())
    assert [one.record.amount for one in found if not one.reason] == [2]


def test_each_level_may_count() -> None:
    """The alternative of U25b: every entry counts."""
    assert weights([topic("省级", identity="P1"), topic("市级", identity="P1")], once="each") == [("3", ""), ("2", "")]


def test_without_an_identity_nothing_is_the_same() -> None:
    """Two entries without identity, or with different ones, are two achievements."""
    assert (
        weights([topic("省级"), topic("省级"), topic("省级", identity="P1"), topic("省级", identity="P2")])
        == [
            ("3", ""),
        ]
        * 4
    )


def test_events_of_one_project() -> None:
    """立项 and 验收 of one project count once, or each where the scheme says so (U25c)."""
    records = [topic("省级", identity="P1", event="立项"), topic("省级", identity="P1", event="验收")]
    assert weights(records) == [("3", ""), ("0", "duplicate")]
    assert weights(records, per_event=True) == [("3", ""), ("3", "")]


def test_what_does_not_count_is_no_rival() -> None:
    """A higher entry of a second author does not push out the one that counts."""
    records = [topic("国家级", identity="P1", first=False), topic("市级", identity="P1")]
    assert weights(records) == [("0", "not_first"), ("2", "")]


def test_every_reason_has_words() -> None:
    """A record that does not count says why on paper."""
    assert all(REASONS[reason] for reason in ("not_first", "event", "duplicate"))
    assert REASONS[""] == ""
