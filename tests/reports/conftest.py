"""Outcomes to print: the shipped sample, and small schemes written out in a test."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.reports.delivery import Written, deliver
from assess.reports.documents import outcome_papers
from assess.resources import schemes_dir
from assess.services.source import FileSource, open_year

LIANYUNGANG = schemes_dir() / "lianyungang-2018"

SMALL = """\
id: small
title: 小方案
source: {document: 小办法, issuer: 小学院, effective: 2020-01-01}
period: {from: 2020-01-01, to: 2020-12-31}
rounding: {digits: 2, at: leaf}
mark_step: 0.01
lists: {units: {label: 单位}}
unit_types:
  office: {label: 处室, list: units}
  school: {label: 学院, list: units}
parts:
  targets:
    label: 目标考核
    clause: 第一条
    full: {units: 20}
    indicators: {partial: convert, basis: derived}
targets:
  - list: units
    indicators:
      - id: A
        label: 工作
        clause: 第二条
        max: 10
        indicators:
          - {id: A1, label: 质量, clause: 第二条1, max: 6, rule: {judged: {}}}
          - {id: A2, label: 效率, clause: 第二条2, max: 6, content: 看台账, rule: {judged: {waivable: true}}}
          - {id: A3, label: 教学, clause: 第二条3, max: 2, only: [school], rule: {judged: {}}}
"""


def scored(scheme: Path, evidence: Path, **readings: str) -> Outcome:
    """The outcome of an evidence file under a scheme's folder."""
    opened = open_year(FileSource(str(scheme), evidence), readings)
    return assess(opened.scheme, opened.evidence)


@pytest.fixture(scope="session")
def year() -> Outcome:
    """The complete sample year."""
    return scored(LIANYUNGANG, LIANYUNGANG / "sample" / "year.yaml")


@pytest.fixture(scope="session")
def incomplete() -> Outcome:
    """The sample year in which inputs are missing."""
    return scored(LIANYUNGANG, LIANYUNGANG / "sample" / "incomplete.yaml")


@pytest.fixture(scope="session")
def departing() -> Outcome:
    """The sample year under two readings that are not the default."""
    return scored(LIANYUNGANG, LIANYUNGANG / "sample" / "year.yaml", U1="raw", U24="scale_to_top")


Small = Callable[..., Outcome]


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Scores evidence (the lines below `units:`) under the small scheme, or one with more in it."""

    def score(units: str, more: str = "", head: str = "", partial: str = "partial: convert") -> Outcome:
        folder = tmp_path / "scheme"
        folder.mkdir()
        scheme = SMALL.replace("partial: convert", partial) + more
        (folder / "scheme.yaml").write_text(scheme, encoding="utf-8")
        evidence = tmp_path / "evidence.yaml"
        evidence.write_text(f"scheme: small\ntitle: 小年度\n{head}units:\n{units}", encoding="utf-8")
        return scored(folder, evidence)

    return score


def only(outcome: Outcome, *units: str) -> Outcome:
    """The outcome with these units alone, ranks as they were."""
    lists = tuple(
        replace(one, units=tuple(result for result in one.units if result.unit.id in units)) for one in outcome.lists
    )
    return replace(outcome, lists=lists)


@pytest.fixture(scope="session")
def printed(year: Outcome, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The documents of a college, of a department and of both lists of the sample year."""
    directory = tmp_path_factory.mktemp("printed")
    return deliver(outcome_papers(only(year, "college_a", "academic_affairs")), directory)
