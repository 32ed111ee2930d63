"""Sorts what came back by slice, whatever files it came in and however they are called."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.files.returned_book import read_returned, returned_files
from assess.ground.place import Problem, ProblemsError, Severity
from assess.services.workbooks.cycle_on_sheets import SIGNS_OF_CYCLE
from assess.storage.cycles import StoredYear
from assess.workbooks.returned import ReturnedBook, ReturnedSheet
from assess.workbooks.slice import Slice, SliceError, read_slice
from assess.workbooks.stamp import Stamp, StampError
from assess.workbooks.taking_back.blocks import Block, blocks_of, is_ours_without_stamp

#: The sheet of explanations, from which nothing is read.
_NOTES = "notes"


@dataclass(frozen=True, slots=True)
class ReturnedSlice:
    """The sheets of one slice in one file that were made in one export."""

    book: ReturnedBook
    part: Slice
    blocks: tuple[Block, ...]

    @property
    def edition(self) -> tuple[int, str]:
        """By which a later one is told: the number of its export, then when it was saved."""
        return self.blocks[0].stamp.export, self.book.saved_at


def books_of(paths: Iterable[Path], problems: list[Problem]) -> list[ReturnedBook]:
    """Read the files, and those of folders; what is wrong with one goes to `problems`. Raises `OutsideError`."""
    found: list[ReturnedBook] = []
    known: dict[str, str] = {}
    files = [file for path in paths for file in (returned_files(path) if path.is_dir() else [path])]
    if not files:
        message = "没有可以收回的表：文件夹里没有工作簿（.xlsx、.xls、.et、.ods、.csv）。"
        raise OutsideError(message)
    for file in files:
        try:
            book = read_returned(file)
        except ProblemsError as error:
            problems += error.problems
            continue
        if book.sha256 in known:
            text = f"和“{known[book.sha256]}”的内容完全一样，只收一次"
            problems.append(Problem(book.sheets[0].place, "same_file", text, severity=Severity.WARNING))
            continue
        known[book.sha256] = book.name
        found.append(book)
    return found


def slices_in(stored: StoredYear, book: ReturnedBook, problems: list[Problem]) -> list[ReturnedSlice]:
    """The slices of a book, taken apart; what is wrong with it goes to `problems`."""
    found: dict[tuple[str, int], list[Block]] = {}
    ours = False
    for sheet in book.sheets:
        try:
            blocks = blocks_of(sheet)
        except StampError:
            text = f"工作表“{sheet.title}”隐藏的第一格被改坏了，认不出是哪一张"
            problems.append(Problem(sheet.place, "bad_stamp", text, _AGAIN))
            ours = True
            continue
        if not blocks:
            problems += _without_identity(sheet)
            ours = ours or is_ours_without_stamp(sheet)
        for block in blocks:
            ours = True
            wrong = _other_cycle(stored, block)
            if wrong is not None:
                if wrong.code not in {one.code for one in problems if one.place and one.place.source == book.name}:
                    problems.append(wrong)
            elif block.stamp.sheet != _NOTES:
                found.setdefault((block.stamp.slice, block.stamp.export), []).append(block)
    if not ours:
        problems[:] = [one for one in problems if one.place is None or one.place.source != book.name]
        text = "这不是从本程序发出的填报表，一格也没有收"
        hint = "请用发出的表填写；自己做的单位名单用 assess unit import，分工表用 assess duty import"
        problems.append(
            Problem(book.sheets[0].place._replace(sheet="") if book.sheets else None, "not_ours", text, hint)
        )
    return list(_slices(book, found, problems))


_AGAIN = "请重新导出这张表（assess workbook export），把填的内容抄过去"


def _slices(
    book: ReturnedBook, found: dict[tuple[str, int], list[Block]], problems: list[Problem]
) -> Iterator[ReturnedSlice]:
    for (text, _), blocks in sorted(found.items()):
        try:
            yield ReturnedSlice(book, read_slice(text), tuple(blocks))
        except SliceError:
            said = f"工作表“{blocks[0].sheet.title}”隐藏的第一格被改坏了，认不出是哪个范围"
            problems.append(Problem(blocks[0].sheet.place, "bad_stamp", said, _AGAIN))


def _without_identity(sheet: ReturnedSheet) -> Iterator[Problem]:
    """What is said of a sheet that has no hidden cell of ours."""
    filled = sum(not cell.is_blank for cell in sheet.cells.values())
    if not filled or sheet.hidden:
        return
    if is_ours_without_stamp(sheet):
        text = f"工作表“{sheet.title}”隐藏的第一行或第一列被删了，认不出各格是什么，没有收"
        yield Problem(sheet.place, "no_identity", text, _AGAIN)
        return
    text = f"表外内容：工作表“{sheet.title}”不是发出的表，里面有{filled}格内容，没有收"
    yield Problem(sheet.place, "other_sheet", text, "要收的请抄到发出的表里", Severity.WARNING)


def _other_cycle(stored: StoredYear, block: Block) -> Problem | None:
    stamp: Stamp = block.stamp
    head = stored.head
    if (stamp.cycle, stamp.opened) != (head.code, stored.hash_of(1)[:SIGNS_OF_CYCLE]):
        is_other = stamp.cycle != head.code
        which = f"考核周期“{stamp.cycle}”" if is_other else f"另一个数据库里的考核周期“{stamp.cycle}”"
        hint = f"请核对文件；要收到那个周期的，加 --cycle {stamp.cycle}" if is_other else "请核对数据库和文件"
        return Problem(block.sheet.place, "other_cycle", f"这是{which}的表，没有收", hint)
    if stored.hash_of(stamp.changes)[:SIGNS_OF_CYCLE] != stamp.last:
        text = "发出这张表以后，数据库恢复过较早的备份，看不出各格原来是什么，没有收"
        return Problem(block.sheet.place, "other_history", text, _AGAIN)
    return None


def in_order(found: Sequence[ReturnedSlice]) -> list[ReturnedSlice]:
    """By slice, and of one slice the older book first: so a later return corrects an earlier one."""
    return sorted(found, key=lambda one: (str(one.part), one.edition))
