"""Chapters: the second group from the top, in the order of the document."""

from assess.scheme.chapters import all_chapters, chapters_of
from tests import small

TREES = """
- list: academic
  indicators:
  - id: K
    label: 重点
    max: 10
    indicators:
    - id: K1
      label: 教学
      max: 6
      indicators:
      - id: K1.1
        label: 课程
        max: 4
        indicators:
        - {id: K1.1a, label: 精品课程, max: 4, rule: {judged: {}}}
      - {id: K1.2, label: 教材, max: 2, rule: {judged: {}}}
    - {id: K2, label: 科研, max: 4, rule: {judged: {}}}
- list: administrative
  indicators:
  - {id: D1, label: 工作作风, max: 10, rule: {judged: {}}}
"""


def test_a_chapter_is_a_group_of_the_second_level_or_what_is_above() -> None:
    """What lies deeper is counted with it; an indicator without a group with its part of the total."""
    of = small.scheme(TREES, parts=f"{small.VOTES.strip()}\n{small.TARGETS.strip()}")
    votes, targets = of.parts
    assert chapters_of(targets, of.trees["academic"]) == {
        "targets": "目标考核",
        "K": "K 重点",
        "K1": "K1 教学",
        "K1.1": "K1 教学",
        "K1.1a": "K1 教学",
        "K1.2": "K1 教学",
        "K2": "K 重点",
    }
    assert chapters_of(votes, of.trees["academic"]) == {"votes": "民主测评"}
    assert list(dict.fromkeys(all_chapters(of))) == ["民主测评", "目标考核", "K 重点", "K1 教学"]
