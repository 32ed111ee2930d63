"""Alternatives that are written otherwise."""

import pytest

from assess.drafting.comparing.alternatives import alternative_differences
from assess.scheme.reading.building import build_scheme
from tests.drafting.comparing.conftest import changed_tree

OVERLAY = "overlay: [{at: [K1.1, rule, catalogue, limit], put: scale_to_top}]"


@pytest.mark.parametrize(
    ("replacements", "said"),
    [
        ([], []),
        (
            [(OVERLAY, "overlay: [{at: [K1.1, rule, catalogue, cap], put: 6}]")],
            [
                (
                    "U2（一(一)1）换成“按最高的折算”时，K1.1 成果（一(一)1）："
                    "限分方式由“权重最高的单位得满分，其他按比例”改为“权重相加”"
                ),
                "U2（一(一)1）换成“按最高的折算”时，K1.1 成果（一(一)1）：上限由8分改为6分",
            ],
        ),
        ([(OVERLAY, "overlay: [{at: [K1.1, rule], put: {judged: {}}}]"), ("id: college", "id: other")], None),
        ([(OVERLAY, OVERLAY.replace("limit]", "limit]").replace("scale_to_top", '"scale_to_top"'))], []),
        ([(OVERLAY, "overlay: [{at: [K1.1, rule, catalogue, limit], put: never}]")], ["算不出来"]),
        ([("      scale:\n", "      other:\n")], []),
        ([("  U2:\n", "  U9:\n")], []),
    ],
)
def test_what_an_alternative_changes(replacements: list[tuple[str, str]], said: list[str] | None) -> None:
    """Only what the alternative itself changes is said, each choice that both know for itself."""
    trees = changed_tree(), changed_tree(*replacements)
    found = alternative_differences(trees, (build_scheme(trees[0]), build_scheme(trees[1])))
    texts = [one.text for one in found]
    if said is None:
        assert len(texts) == 1
        assert "由“成果目录计分" in texts[0]
    elif said == ["算不出来"]:
        assert texts == [
            "U2（一(一)1）换成“按最高的折算”时，写法不同，其中有一个方案算不出来，请用 assess scheme check 检查",
        ]
    else:
        assert texts == said
