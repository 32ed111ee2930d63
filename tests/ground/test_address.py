"""Addresses of entered values: one text for each, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.ground.address import Address, AddressError, parse

NAMES = st.text(min_size=1)


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    """An address of any names, with one of the three things that may follow, or none."""
    base = Address(draw(NAMES), draw(NAMES), draw(NAMES))
    return draw(
        st.one_of(
            st.just(base),
            NAMES.map(lambda name: base._replace(assessor=name)),
            NAMES.map(lambda name: base._replace(group=name)),
            st.integers(1, 999_999).map(lambda number: base._replace(record=number)),
        )
    )


@given(addresses())
def test_an_address_reads_back_whatever_the_names_hold(address: Address) -> None:
    """Slashes, signs, blanks, line breaks and backslashes inside names included."""
    assert parse(str(address)) == address


@given(addresses(), addresses())
def test_two_addresses_have_two_texts(one: Address, other: Address) -> None:
    """A text never stands for two values."""
    assert (str(one) == str(other)) == (one == other)


@given(st.text(alphabet="a/@%#\\0王"))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """What reads as an address is written back the same way; anything else is refused in Chinese."""
    try:
        address = parse(text)
    except AddressError as error:
        assert "不是地址" in str(error)  # noqa: PT017 both ends are fine
    else:
        assert parse(str(address)) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("college_a/K3.1/students", Address("college_a", "K3.1", "students")),
        ("college_a/B3/mark@王五", Address("college_a", "B3", "mark", assessor="王五")),
        ("college_a/votes/弃权%staff", Address("college_a", "votes", "弃权", group="staff")),
        ("college_a/K1.1a/works#12", Address("college_a", "K1.1a", "works", record=12)),
        (r"a/B3/mark@王\@五", Address("a", "B3", "mark", assessor="王@五")),
        (r"a/x\/y\\z/n", Address("a", "x/y\\z", "n")),
    ],
)
def test_how_addresses_are_written(text: str, address: Address) -> None:
    """The forms that the documentation shows."""
    assert str(address) == text
    assert parse(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a/b",
        "a/b/",
        "/b/c",
        "a//c",
        "a/b/c/d",
        "a@b/c/d",
        "a/b/c@",
        "a/b/c@d@e",
        "a/b/c@d#1",
        "a\\/b/c",
        "a/b/c\\",
    ]
    + [f"a/b/c#{number}" for number in ("0", "01", "-1", "１", "x", "1000000", "")],
)
def test_what_is_no_address(text: str) -> None:
    """Names that lack, too many of them, two things that follow, numbers that count no record."""
    with pytest.raises(AddressError, match="不是地址，地址写成 单位/指标/数据"):
        parse(text)
