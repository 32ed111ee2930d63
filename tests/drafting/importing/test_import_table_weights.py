"""Weights that a target table prints: where they are found, what they become, what does not add up."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from assess.drafting.importing.import_remarks import doubt_text, readme
from assess.drafting.importing.target_scheme import Draft, Wanted, draft_of
from assess.files import yaml_reader
from assess.files.tree_writing import document
from assess.ground.plain import Plain
from assess.scheme.nodes import Leaf, Node
from assess.scheme.reading.building import build_scheme
from assess.services.checking import check_scheme
from assess.services.scheme_fmt import format_scheme
from assess.services.scheme_import import import_table
from tests.drafting.importing.table_grids import SKELETON, read

HEADING = "一级指标|二级指标|三级指标|指标值|分值"
NAME = "项目名称|甲|<|<|<"


def drafted(*tables: str) -> Draft:
    """The scheme of the tables in these texts."""
    return draft_of(read(*tables), Wanted("my-college", "", 2026), "表.csv", SKELETON)


def project(rows: str, heading: str = HEADING, name: str = NAME) -> str:
    """The table of one project; three lines stand above the first row."""
    return f"{name}\n{heading}\n{rows.strip()}"


def entry(draft: Draft, name: str = "projects/p1.yaml") -> Mapping[str, Plain]:
    """What a file says of its one table."""
    listed = draft.files[name]["targets"]
    assert isinstance(listed, list)
    return listed[0]  # type: ignore[no-any-return] # a tree


def shares(draft: Draft) -> Plain:
    """The shares of the first table's sections."""
    return entry(draft)["shares"]


def weights(tree: Plain) -> dict[str, Plain]:
    """The weights that are written, by the names of indicators."""
    if isinstance(tree, list):
        return {name: weight for one in tree for name, weight in weights(one).items()}
    assert isinstance(tree, Mapping)
    if "indicators" in tree:
        return weights(tree["indicators"])
    return {str(tree["label"]): tree["weight"]} if "weight" in tree else {}


def marks(draft: Draft) -> dict[str, str]:
    """The full marks of the one table's indicators, as the program has them."""
    whole = dict(draft.files["scheme.yaml"]) | {
        key: value for name, file in draft.files.items() if not name.startswith("cases/") for key, value in file.items()
    }
    del whole["include"]
    scheme = build_scheme(yaml_reader.parse(document(whole), "x"))
    return dict(leaf for tree in scheme.trees.values() for node in tree.nodes for leaf in leaves(node))


def leaves(node: Node) -> Iterator[tuple[str, str]]:
    """Names and full marks."""
    if isinstance(node, Leaf):
        yield node.heading.label, str(node.maximum)
    else:
        for child in node.children:
            yield from leaves(child)


def said(draft: Draft) -> list[str]:
    """All doubts."""
    return [doubt_text(one) for one in draft.doubts]


PRINTED = """
产出指标  |数量|活动|≥8次|20
^         |^   |讲座|≥8次|15
^         |质量|合格|≥8次|15
效益指标  |社会|人数|≥8人|15
^         |^   |次数|≥8次|15
满意度指标|学生|满意|≥8人|10
"""


def test_weights_beside_indicators_are_their_full_marks() -> None:
    """They add up to 90 beside the execution rate's 10; where they are equal in a section, none is written."""
    draft = drafted(project(PRINTED))
    assert shares(draft) == {"output": 50, "benefit": 30, "satisfaction": 10}
    assert weights(entry(draft)) == {"活动": 20, "讲座": 15, "合格": 15}
    assert marks(draft) == {"活动": "20", "讲座": "15", "合格": "15", "人数": "15", "次数": "15", "满意": "10"}
    assert draft.files["scheme.yaml"]["weights"] == {
        "origin": "原文印出的分值",
        "sections": {"output": 50, "benefit": 30, "satisfaction": 10},
    }
    assert said(draft) == []
    assert "\n权重是原表印出的分值；等次线、监控的线原表没有印出，" in readme(draft, "表.csv")


@pytest.mark.parametrize(
    "heading", ["权重", "分数", "权重（%）", "分值（90分）", "指标分值", "标准分", "满分", "分值/权重"]
)
@pytest.mark.parametrize("sign", ["", "分", "%", ".0", "％"])
def test_names_of_the_column(heading: str, sign: str) -> None:
    """Whatever it is called, and with or without a unit behind the number."""
    rows = f"产出|数量|活动|≥8次|60{sign}\n效益|社会|人数|≥8人|30{sign}"
    draft = drafted(project(rows, f"一级指标|二级指标|三级指标|指标值|{heading}"))
    assert (shares(draft), said(draft)) == ({"output": 60, "benefit": 30}, [])


def test_an_institution_has_a_hundred() -> None:
    """Its table has no execution part beside it."""
    draft = drafted(
        project("履职|职能|活动|≥8次|70.5\n效益|社会|人数|≥8人|29.5\n合计||||100", name="单位名称|某校|<|<|<")
    )
    assert entry(draft, "targets.yaml")["shares"] == {"duty": Fraction("70.5"), "benefit": Fraction("29.5")}
    assert said(draft) == []


def test_weights_behind_the_names_of_levels() -> None:
    """They are shared equally among what is below; the names stay as they are printed."""
    rows = """
产出指标（50分）|数量（30分）|活动|≥8次
^               |^           |讲座|≥8次
^               |质量（20分）|合格|≥8次
效益指标（40%） |社会        |人数|≥8人
^               |生态        |树木|≥8棵
"""
    draft = drafted(project(rows, "一级指标|二级指标|三级指标|指标值"))
    assert shares(draft) == {"output": 50, "benefit": 40}
    assert weights(entry(draft)) == {"活动": 15, "讲座": 15, "合格": 20}
    assert "label: 产出指标（50分）\n" in document(draft.files["projects/p1.yaml"])
    assert said(draft) == []


def test_a_merged_cell_is_for_all_of_its_rows() -> None:
    """Whether the column stands behind the indicators or beside a level."""
    behind = drafted(project("产出|数量|活动|1次|60\n^|^|讲座|1次|^\n效益|社会|人数|1人|30"))
    beside = drafted(
        project(
            "产出|60|数量|活动|1次\n^|^|^|讲座|1次\n效益|30|社会|人数|1人", "一级指标|分值|二级指标|三级指标|指标值"
        )
    )
    for draft in (behind, beside):
        assert (shares(draft), weights(entry(draft)), said(draft)) == ({"output": 60, "benefit": 30}, {}, [])


def test_blank_cells_beside_a_level_go_on_like_the_level() -> None:
    """As in a file without merged cells; a row that only names a section begins anew."""
    heading = "一级指标|分值|二级指标|三级指标|指标值"
    draft = drafted(project("产出|60||活动|1次\n|||讲座|1次\n效益|30||人数|1人", heading))
    assert (shares(draft), said(draft)) == ({"output": 60, "benefit": 30}, [])
    anew = drafted(project("产出|60||活动|1次\n效益|<|<|<|<\n|||人数|1人", heading))
    assert shares(anew) == {"output": 60, "benefit": 30}
    assert said(anew) == [
        "表.csv:5:2: T2 人数：没有印出自己的分值；平分剩下的分（这张表共90分，其余指标的分值合计60分），得30分"
    ]


def test_weights_of_levels_and_of_indicators() -> None:
    """What is printed for the fewest counts; a sum that is another is said."""
    heading = "一级指标|权重|二级指标|三级指标|指标值|权重"
    draft = drafted(project("产出|60|数量|活动|1次|40\n^|^|^|讲座|1次|20\n效益|30|社会|人数|1人|30", heading))
    assert (weights(entry(draft)), said(draft)) == ({"活动": 40, "讲座": 20}, [])
    other = drafted(project("产出|50|数量|活动|1次|40\n^|^|^|讲座|1次|20\n效益|30|社会|人数|1人|30", heading))
    assert shares(other) == {"output": 60, "benefit": 30}
    assert said(other) == ["表.csv:3:2: 这一格印的是50分，各指标的分值合计60分；按各指标的分值"]
    named = drafted(project("产出（50分）|数量|活动|1次|60\n效益|社会|人数|1人|30"))
    assert said(named) == ["表.csv:3:3: “产出（50分）”印的是50分，各指标的分值合计60分；按各指标的分值"]


def test_rows_without_a_weight_share_the_rest() -> None:
    """Of the section where its weight is printed, else of the table; each of them is said."""
    draft = drafted(project("产出（50分）|数量|活动|1次|20\n^|^|讲座|1次|\n效益|社会|人数|1人|—\n效益|社会|次数|1次|"))
    assert marks(draft) == {"活动": "20", "讲座": "30", "人数": "20", "次数": "20"}
    assert said(draft) == [
        "表.csv:4:5: T2 讲座：没有印出自己的分值；平分剩下的分（“产出（50分）”共50分，其余指标的分值合计20分），得30分",
        "表.csv:5:5: T3 人数：没有印出自己的分值；平分剩下的分（这张表共90分，其余指标的分值合计50分），得20分",
        "表.csv:6:5: T4 次数：没有印出自己的分值；平分剩下的分（这张表共90分，其余指标的分值合计50分），得20分",
    ]


def test_a_section_without_a_number_has_the_rest() -> None:
    """Also where the table has no column of weights."""
    draft = drafted(project("产出（60分）|a|活动|1次\n效益|b|人数|1人", "一级指标|二级指标|三级指标|指标值"))
    assert shares(draft) == {"output": 60, "benefit": 30}
    assert said(draft) == [
        "表.csv:4:3: T2 人数：没有印出自己的分值；平分剩下的分（这张表共90分，其余指标的分值合计60分），得30分"
    ]


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("0", "印出的分值是0"),
        ("0.00分", "印出的分值是0"),
        ("见说明", "看不懂分值“见说明”"),
        ("-5", "看不懂分值“-5”"),
        ("5-10", "看不懂分值“5-10”"),
        ("99999", "看不懂分值“99999”"),
    ],
)
def test_a_weight_that_cannot_be_one(cell: str, fault: str) -> None:
    """The indicator is like those without a weight."""
    draft = drafted(project(f"产出|数量|活动|1次|60\n效益|社会|人数|1人|{cell}"))
    assert shares(draft) == {"output": 60, "benefit": 30}
    (doubt,) = said(draft)
    assert doubt.startswith(f"表.csv:4:5: T2 人数：{fault}；平分剩下的分")
    named = drafted(project(f"产出（60分）|数量|活动|1次|{cell}\n效益|社会|人数|1人|30"))
    assert said(named) == [
        f"表.csv:3:5: T1 活动：{fault}；平分剩下的分（“产出（60分）”共60分，其余指标的分值合计0分），得60分"
    ]


@pytest.mark.parametrize(
    ("rows", "place", "whole"),
    [
        ("产出|数量|活动|1次|90\n效益|社会|人数|1人|", "表.csv:4:5: T2 人数", "这张表共90分，其余指标的分值合计90分"),
        (
            "产出（40分）|数量|活动|1次|50\n^|^|讲座|1次|\n效益（10分）|社会|人数|1人|20",
            "表.csv:4:5: T2 讲座",
            "“产出（40分）”共40分，其余指标的分值合计50分",
        ),
    ],
)
def test_nothing_is_left_for_a_row_without_a_weight(rows: str, place: str, whole: str) -> None:
    """No weight of the table is used then; both sums are said."""
    draft = drafted(project(rows))
    assert (shares(draft), weights(entry(draft))) == ("weights", {})
    assert said(draft) == [
        f"{place}：没有印出自己的分值；没有剩下的分（{whole}），这张表印出的分值都不用，用默认的权重"
    ]


def test_a_column_without_any_number() -> None:
    """The weights are the default; words in it are said, blank cells are not."""
    draft = drafted(project("产出|数量|活动|1次|见说明\n效益|社会|人数|1人|—"))
    assert (shares(draft), weights(entry(draft))) == ("weights", {})
    assert said(draft) == ["表.csv:3:5: T1 活动：看不懂分值“见说明”；这张表印出的分值都不用，用默认的权重"]
    assert "origin: 原文印出的分值有的不能用；用的是本项目的默认" in document(draft.files["scheme.yaml"])
    assert "\n权重用的是默认（原表印出的分值不能用，见下）；等次线、" in readme(draft, "表.csv")
    blank = drafted(project("产出|数量|活动|1次|—\n效益|社会|人数|1人|"))
    assert (shares(blank), said(blank)) == ("weights", [])
    assert "原文没有印出权重" in document(blank.files["scheme.yaml"])


def test_a_sum_that_is_not_the_full_mark() -> None:
    """The full mark is shared in proportion, and both sums are said."""
    draft = drafted(project("产出|数量|活动|1次|60\n效益|社会|人数|1人|40"))
    assert marks(draft) == {"活动": "54", "人数": "36"}
    assert said(draft) == ["表.csv:3:3: 印出的分值合计100分，这张表的满分是90分（另有预算执行率10分）；按比例分成90分"]
    institution = drafted(project("履职|数量|活动|1次|60\n效益|社会|人数|1人|20", name="单位名称|某校|<|<|<"))
    assert said(institution) == ["表.csv:3:3: 印出的分值合计80分，这张表的满分是100分；按比例分成100分"]


@pytest.mark.parametrize("total", ["合计||||90", "合计|<|<|<|90分", "总计||||100", "|合计|||100%", "合 计|<|<|—|100"])
def test_a_row_that_sums_up_is_no_indicator(total: str) -> None:
    """Its number is the sum, or the sum with the execution rate's 10."""
    draft = drafted(project(f"{PRINTED.strip()}\n{total.replace('—', '')}"))
    assert (said(draft), draft.tables[0].indicators) == ([], 6)


def test_a_total_that_is_not_the_sum() -> None:
    """It is said; a row with a value is an indicator, whatever it is called."""
    draft = drafted(project("产出|数量|活动|1次|60\n效益|社会|人数|1人|30\n合计||||95"))
    assert said(draft) == ["表.csv:5:5: 合计一行印的是95分，各指标的分值合计90分；按各指标的分值"]
    named = drafted(project("产出|数量|活动|1次|60\n产出|数量|合计|2次|30"))
    assert (named.tables[0].indicators, said(named)) == (2, [])


def test_equal_shares_without_end_are_written_as_full_marks() -> None:
    """A third of 50 cannot be written as a number; its hundredths can."""
    draft = drafted(project("产出|a|甲|1次|50\n^|a|乙|1次|^\n^|a|丙|1次|^\n^|a|丁|1次|10\n效益|b|戊|1次|30"))
    assert weights(entry(draft)) == {
        "甲": Fraction("16.67"),
        "乙": Fraction("16.67"),
        "丙": Fraction("16.66"),
        "丁": 10,
    }
    assert marks(draft) == {"甲": "1667/100", "乙": "1667/100", "丙": "833/50", "丁": "10", "戊": "30"}
    across = drafted(project("产出|a|甲|1次|50\n^|a|乙|1次|^\n效益|b|丙|1次|^\n效益|b|丁|1次|40"))
    assert shares(across) == {"output": Fraction("33.33"), "benefit": Fraction("56.67")}


def test_a_weight_too_small_for_a_hundredth() -> None:
    """An indicator without a full mark is not possible, so the weights are not used."""
    draft = drafted(project("产出|数量|活动|1次|9999\n效益|社会|人数|1人|0.01"))
    assert (shares(draft), said(draft)) == (
        "weights",
        ["表.csv:3:3: 按印出的分值，有的指标分不到0.01分；这张表印出的分值都不用，用默认的权重"],
    )


def test_a_row_that_a_page_break_cut_in_two_has_one_weight() -> None:
    """Whichever half it stands in."""
    for first, second in (("60", ""), ("", "60")):
        draft = drafted(project(f"产出|数量|活动|1次|{first}\n{HEADING}\n|指标|次数||{second}\n效益|社会|人数|1人|30"))
        assert shares(draft) == {"output": 60, "benefit": 30}
        assert [one.doubt.code for one in draft.doubts] == ["page_break"]


def test_a_page_without_the_column() -> None:
    """A table that goes on with fewer cells has no weights there."""
    draft = drafted(project("产出|数量|活动|1次|60"), "效益|社会|人数|1人")
    assert shares(draft) == {"output": 60, "benefit": 30}
    assert [one.doubt.code for one in draft.doubts] == ["weight_missing"]


def test_only_some_tables_print_weights() -> None:
    """The others have the default, and the origin says so; sections that are not usual are said of these alone."""
    plain = project("自评|a|讲座|1次", "一级指标|二级指标|三级指标|指标值", "项目名称|乙|<|<")
    draft = drafted(project("其它|a|活动|1次|90"), plain)
    assert shares(draft) == {"section_1": 90}
    assert entry(draft, "projects/p2.yaml")["shares"] == "weights"
    weights_of_all = draft.files["scheme.yaml"]["weights"]
    assert isinstance(weights_of_all, Mapping)
    assert str(weights_of_all["origin"]).startswith("印出分值的表，照印出的；其余的表没有印出或不能用，")
    assert said(draft) == ["表.csv:3:3: “自评”没有通行的权重；权重按10"]
    assert "\n有的表印出了分值，权重照印出的；其余的表的权重、等次线、监控的线原表没有印出，" in readme(draft, "表.csv")


def test_tables_with_different_weights() -> None:
    """Each has its own; the weights of the whole scheme are those of the first table with such a section."""
    other = project("产出|a|讲座|1次|70\n成本|a|钱|1元|20", name="项目名称|乙|<|<|<")
    draft = drafted(project("产出|a|活动|1次|90"), other)
    assert entry(draft, "projects/p2.yaml")["shares"] == {"output": 70, "cost": 20}
    assert draft.files["scheme.yaml"]["weights"] == {
        "origin": "原文印出的分值；各表不同，以各表自己的为准",
        "sections": {"output": 90, "cost": 20},
    }
    assert [one.doubt.code for one in draft.doubts if one.doubt.code.startswith("weight")] == []


def test_a_folder_with_printed_weights_is_sound(tmp_path: Path) -> None:
    """It builds, agrees with its worked case (else nothing is written), and the check finds nothing wrong in it."""
    path = tmp_path / "表.csv"
    rows = "产出,数量,活动,≥8次,20\n产出,数量,讲座,≥8次,40\n效益,社会,人数,≥8人,30\n"
    path.write_text(f"项目名称,甲,,,\n一级指标,二级指标,三级指标,指标值,分值\n{rows}", encoding="utf-8")
    made = import_table([path], Wanted("x-1", year=2026), tmp_path)
    assert made.doubts == ()
    assert made.tables[0].has_printed_weights
    assert format_scheme(str(made.folder), check=True).changed == ()
    assert check_scheme(str(made.folder)).problems == ()
