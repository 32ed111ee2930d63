"""What sheets that came back would change, or have changed: for other programs, and as a table."""

from typing import Any

from assess import __version__
from assess.ground.numbers import plain_or_none
from assess.ground.place import Problem
from assess.reports.csv_table import as_text, csv_bytes
from assess.services.workbooks.reports import BookReport, ImportReport
from assess.workbooks.taking_back.comparing import KIND_WORDS


def as_document(report: ImportReport) -> dict[str, Any]:
    """Return the report."""
    return {
        "assess": __version__,
        "applied": report.applied,
        "missing": report.missing,
        "books": [_book(one) for one in report.books],
        "moved": [
            {
                "unit": one.unit,
                "name": one.name,
                "touched": one.touched,
                "total": [plain_or_none(points) for points in one.total],
                "rank": list(one.rank),
                "grade": list(one.grade),
                "items": [
                    {"label": item.label, "before": plain_or_none(item.before), "after": plain_or_none(item.after)}
                    for item in one.items
                ],
            }
            for one in report.moved
        ],
        "reminders": [_problem(one) for one in report.reminders],
        "problems": [_problem(one) for one in report.problems],
    }


def _book(book: BookReport) -> dict[str, Any]:
    return {
        "file": book.file,
        "slice": str(book.part),
        "name": book.label,
        "outdated": book.outdated,
        "cells": book.cells,
        "differences": [
            {"kind": one.kind.value, "place": str(one.place), "title": one.title, "old": one.old, "new": one.new}
            for one in book.differences
        ],
        "new_records": [{"place": str(place), "text": text} for place, text in book.new_records],
        "remarks": [_problem(one) for one in book.remarks],
        "outside": [{"place": str(one.place), "text": one.text, "comment": one.comment} for one in book.outside],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "place": str(problem.place) if problem.place else None,
        "severity": str(problem.severity),
        "code": problem.code,
        "text": problem.text,
        "hint": problem.hint,
        "address": None if problem.address is None else str(problem.address),
    }


def as_csv(report: ImportReport) -> bytes:
    """A row for each value that becomes another one."""
    rows = [
        [
            book.label,
            book.file,
            f"{one.place.sheet}!{one.place.cell}",
            KIND_WORDS[one.kind],
            one.title,
            one.old,
            one.new,
        ]
        for book in report.books
        for one in book.differences
    ]
    headings = ("范围", "文件", "位置", "类别", "数据", "现在", "表里")
    return csv_bytes(headings, ([as_text(cell or "") for cell in row] for row in rows))
