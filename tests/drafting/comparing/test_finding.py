"""Sentences about several indicators at once."""

from assess.drafting.comparing.finding import Difference, Subject, Theme, merged


def about(name: str, tree: str = "", table: str = "") -> Subject:
    """An indicator."""
    return Subject(name, f"指标{name}", f"注{name}", tree, table)


def test_one_indicator() -> None:
    """Id, label and clause; in a department's table the department too."""
    assert Difference(Theme.RULES, "改了", (about("K1"),)).sentence() == "K1 指标K1（注K1）：改了"
    inside = Difference(Theme.RULES, "改了", (about("D1", "dean", "教务处"),))
    assert inside.sentence() == "教务处 D1 指标D1（注D1）：改了"
    assert inside.subjects[0].full_id == "dean/D1"
    assert Difference(Theme.RULES, "改了", (Subject("K1", "指标"),)).sentence() == "K1 指标：改了"


def test_the_same_about_several() -> None:
    """What is said alike about several is said once, under their ids, by table."""
    same = [about("K1"), about("K2"), about("D1", "dean", "教务处")]
    found = merged(Difference(Theme.RULES, "改了", (one,)) for one in same)
    assert [one.sentence() for one in found] == ["K1、K2；教务处 D1：改了"]


def test_too_many_to_name() -> None:
    """Eight are named, the rest is counted; of tables three are named."""
    many = merged(Difference(Theme.RULES, "改了", (about(f"K{number}"),)) for number in range(10))
    assert many[0].sentence() == "K0、K1、K2、K3、K4、K5、K6、K7等10项：改了"
    tables = merged(Difference(Theme.RULES, "改了", (about("D1", str(number), f"{number}处"),)) for number in range(4))
    assert tables[0].sentence() == "D1 指标D1（0处、1处、2处等4张表）：改了"


def test_the_order_of_themes() -> None:
    """Themes come in their own order, whatever was found first; the scheme's own sentence has no subject."""
    found = merged([Difference(Theme.READINGS, "乙"), Difference(Theme.SCHEME, "甲"), Difference(Theme.SCHEME, "甲")])
    assert [one.sentence() for one in found] == ["甲", "乙"]
