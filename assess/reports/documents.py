"""All printed documents of a result, by what its units are assessed on.

A unit with a target table has a self-evaluation (绩效自评表), its list a summary on one page; any other unit has a
score sheet (评分表), its list a table of results (考核结果汇总表).
"""

from assess.engine.outcome import Outcome
from assess.reports.delivery import Paper
from assess.reports.file_names import safe
from assess.reports.office_order import in_office_order
from assess.reports.sheets.ranked_list import ranked_list
from assess.reports.sheets.sheet import sheet
from assess.reports.targets.papers import evaluation_papers, summary_papers


def outcome_papers(outcome: Outcome) -> list[Paper]:
    """Every document, in the order of the lists and of the office: units first, then what sums them up."""
    return [*evaluation_papers(outcome), *summary_papers(outcome), *sheet_papers(outcome)]


def sheet_papers(outcome: Outcome) -> list[Paper]:
    """A score sheet for each unit without a target table, and a table for each list that has such units."""
    papers: list[Paper] = []
    for ranked in outcome.lists:
        label = safe(ranked.label)
        if ranked.units and all(result.tree.plan is not None for result in ranked.units):
            continue
        for number, result in enumerate(in_office_order(ranked.units), start=1):
            if result.status == "absent" or result.tree.plan is not None:
                continue
            context = sheet(result, ranked, outcome)
            name = f"{label}-{number:02}-{safe(result.unit.name)}-评分表"
            papers.append(Paper(name, context, len(context.rows)))
        table = ranked_list(ranked, outcome)
        papers.append(Paper(f"{label}-考核结果汇总表", table, len(table.ranked) + len(table.figures)))
    return papers
