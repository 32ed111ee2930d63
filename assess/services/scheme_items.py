"""A scheme's main work, printed totals and quotas out to a workbook, and back into the scheme's files."""

from dataclasses import dataclass
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import write_file
from assess.drafting.renewing.change_words import in_words
from assess.drafting.renewing.changes import compare
from assess.drafting.renewing.item_sheets import sheets
from assess.drafting.renewing.items import Contents, contents
from assess.drafting.renewing.total_entries import wanted
from assess.files.workbook import read_workbook
from assess.ground.hashing import sha256
from assess.ground.place import Place, Problem, ProblemsError, Severity
from assess.scheme.reading.building import build_scheme
from assess.services.editing.item_edits import edited
from assess.services.scheme_files import exchange, open_files, trial
from assess.services.schemes import find, shipped
from assess.services.wanted_file import require_ending, require_free

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook changes, in words; the files that were written (none on a trial run); warnings."""

    changes: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def export_items(reference: str, path: Path, *, force: bool = False) -> Contents:
    """Write the workbook of a scheme to `path`, in place of a file there only by `force`; return what is in it."""
    from assess.reports.workbook import workbook_bytes

    require_ending(path, "工作簿", (SUFFIX,))
    require_free(path, force=force)
    scheme = open_files(find(reference))
    build_scheme(scheme.tree)
    held = contents(scheme.tree)
    if held.is_empty:
        text = f"方案{held.scheme}里没有部门主要工作、印出的总分和名额，没有可以导出的"
        hint = "绩效目标表请用 assess scheme import-table 读入新表，或直接修改方案文件"
        raise ProblemsError([Problem(None, "nothing_to_export", text, hint)])
    write_file(path, workbook_bytes(sheets(held, sha256(scheme.tree))))
    return held


def import_items(reference: str, path: Path, *, dry_run: bool = False, force: bool = False) -> Imported:
    """Bring a workbook's changes into a scheme's files: all of them, or with any mistake none.

    By `force` a workbook is taken that was made before the scheme's last changes, or from another scheme.
    """
    if reference in {folder.name for folder in shipped()}:
        text = f"“{reference}”是自带的方案，不能改"
        hint = "先用 assess scheme new 复制成新方案，再写新方案的文件夹"
        raise ProblemsError([Problem(None, "shipped_scheme", text, hint)])
    scheme = open_files(find(reference))
    build_scheme(scheme.tree)
    held = contents(scheme.tree)
    book, problems = read_workbook(path)
    target, found = wanted(book, held, sha256(scheme.tree), outdated=force)
    problems = _in_order([*problems, *found], list(book))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ProblemsError(problems)
    changes = compare(held, target)
    texts = edited(scheme.texts, changes)
    if changes:
        new = trial(scheme, texts)
        build_scheme(new)
        if compare(contents(new), target):
            message = (
                "方案文件的写法特殊，改不了；没有改动任何文件。请先运行 assess scheme fmt 整理，或直接修改方案文件。"
            )
            raise OutsideError(message)
    files = () if dry_run else exchange(scheme, texts)
    return Imported(tuple(in_words(change, target) for change in changes), files, tuple(problems))


def _in_order(problems: list[Problem], sheets: list[str]) -> list[Problem]:
    """Sheet by sheet and row by row, as a person goes through the workbook."""

    def key(problem: Problem) -> tuple[int, int, int]:
        place = problem.place or Place("")
        return (sheets.index(place.sheet) if place.sheet in sheets else -1), place.line, place.column

    return sorted(dict.fromkeys(problems), key=key)
