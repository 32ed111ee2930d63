"""The documents of target tables: the tables, self-evaluations, half-year sheets, and a summary of each list."""

from collections.abc import Iterator
from functools import partial

from assess.engine.monitoring import Monitoring, UnitMonitoring
from assess.engine.outcome import ListResult, Outcome
from assess.reports.delivery import Paper
from assess.reports.file_names import safe
from assess.reports.office_order import in_office_order
from assess.reports.targets.evaluation import evaluation
from assess.reports.targets.evaluation_workbook import evaluation_form
from assess.reports.targets.half_year_summary import Watched, half_year_summary
from assess.reports.targets.monitoring_page import monitoring_page
from assess.reports.targets.monitoring_workbook import monitoring_form
from assess.reports.targets.summary import Planned, summary
from assess.reports.targets.summary_workbook import half_year_form, summary_form
from assess.reports.targets.table_page import target_table_page
from assess.reports.targets.table_workbook import target_form
from assess.scheme.scheme import Scheme
from assess.scheme.target_table import table_of
from assess.year.canonical import evidence_sha256


def table_papers(scheme: Scheme) -> list[Paper]:
    """The target table (绩效目标表) of each tree that has one."""
    return list(_table_papers(scheme))


def _table_papers(scheme: Scheme) -> Iterator[Paper]:
    numbers = dict.fromkeys(scheme.lists, 0)
    for tree in scheme.trees.values():
        table = table_of(tree)
        if table is None:
            continue
        numbers[tree.list] += 1
        own = f"-{numbers[tree.list]:02}-{safe(tree.label)}" if tree.is_table else ""
        page = target_table_page(scheme, tree, table)
        name = f"{safe(scheme.lists[tree.list])}{own}-绩效目标表"
        yield Paper(name, page, len(page.rows), partial(target_form, page, tree, table))


def evaluation_papers(outcome: Outcome) -> list[Paper]:
    """The self-evaluation (绩效自评表) of each unit that takes part and has a target table."""
    return [paper for ranked in outcome.lists for paper in _evaluations(ranked, outcome)]


def _evaluations(ranked: ListResult, outcome: Outcome) -> Iterator[Paper]:
    for number, result in enumerate(in_office_order(ranked.units), start=1):
        plan = result.tree.plan
        if plan is None or result.status == "absent":
            continue
        page = evaluation(result, plan, outcome)
        name = f"{safe(ranked.label)}-{number:02}-{safe(result.unit.name)}-绩效自评表"
        yield Paper(name, page, len(page.rows), partial(evaluation_form, page))


def summary_papers(outcome: Outcome) -> list[Paper]:
    """One page for each list that has units with target tables."""
    papers = []
    for ranked in outcome.lists:
        planned: list[Planned] = [
            (result, result.tree.plan) for result in in_office_order(ranked.units) if result.tree.plan is not None
        ]
        if any(result.status != "absent" for result, _ in planned):
            page = summary(ranked, planned, outcome)
            papers.append(Paper(f"{safe(ranked.label)}-绩效自评汇总表", page, 1, partial(summary_form, page)))
    return papers


def monitoring_papers(monitoring: Monitoring) -> list[Paper]:
    """The half-year sheet (半年监控表) of each unit that takes part and has a target table."""
    return list(_monitoring_papers(monitoring))


def _monitoring_papers(monitoring: Monitoring) -> Iterator[Paper]:
    evidence = evidence_sha256(monitoring.evidence)
    for list_id, label in monitoring.scheme.lists.items():
        for number, watched in enumerate(_on_list(monitoring, list_id), start=1):
            plan = watched.tree.plan
            if plan is None:
                continue
            page = monitoring_page(watched, plan, monitoring, evidence)
            name = f"{safe(label)}-{number:02}-{safe(watched.unit.name)}-半年监控表"
            yield Paper(name, page, len(page.rows), partial(monitoring_form, page))


def half_year_summary_papers(monitoring: Monitoring) -> list[Paper]:
    """One page for each list that has units with target tables."""
    papers = []
    for list_id, label in monitoring.scheme.lists.items():
        units: list[Watched] = [
            (one, one.tree.plan) for one in _on_list(monitoring, list_id) if one.tree.plan is not None
        ]
        if units:
            page = half_year_summary(label, units, monitoring, evidence_sha256(monitoring.evidence))
            papers.append(Paper(f"{safe(label)}-半年监控汇总表", page, 1, partial(half_year_form, page, units)))
    return papers


def _on_list(monitoring: Monitoring, list_id: str) -> list[UnitMonitoring]:
    types = monitoring.scheme.unit_types
    return [one for one in monitoring.units if types[one.unit.type].list == list_id]
