"""Next year's scheme out of this year's: copied, moved to the new period, checked, and only then put in its place."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.drafting.renewing.items import contents
from assess.drafting.renewing.redating import Redating, moved_day, year_in, years_between
from assess.files.editable import read_editable
from assess.files.scheme_folder import read_folder
from assess.ground.place import Place, Problem, ProblemsError
from assess.scheme.reading.building import build_scheme
from assess.services.editing.redated import Moved, Redated, redated, redated_prose, with_note
from assess.services.scheme_files import SchemeFiles, copy_folder, open_files
from assess.services.schemes import find, shipped
from assess.services.source import SAMPLES

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\Z")
_CASES = "cases"
_CASE_NOTE = "从{id}复制：应得的分是按原方案手算的，改了指标、分值或界限后请逐条核对。"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new scheme shall be: where nothing is said, it follows from the old one and the ids."""

    id: str
    title: str = ""
    year: int | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class NewScheme:
    """The new folder, what was moved to the new period, what a person has to settle, and what was not taken along."""

    folder: Path
    title: str
    period: tuple[str, str]
    moved: tuple[Moved, ...]
    left: tuple[tuple[Place, str], ...]
    years: tuple[str, ...]
    has_cases: bool
    left_out: bool
    #: Whether there is main work that a workbook can hold, and whether there are target tables.
    has_items: bool
    has_plans: bool


def create_scheme(reference: str, wanted: Wanted, parent: Path) -> NewScheme:
    """Make the folder of the new scheme inside `parent`; it appears complete and valid, or not at all."""
    target = free_folder(wanted.id, parent)
    source = open_files(find(reference))
    old = build_scheme(source.tree)
    start, end = (date.fromisoformat(day) for day in old.period)
    redating = Redating(old.id, wanted.id, (start, end), _period(old.id, (start, end), wanted), wanted.title)
    with staged(parent, fresh=True) as stage:
        folder = stage / wanted.id
        copy_folder(source.folder, folder, leave=frozenset({SAMPLES}))
        files = _redate(source, folder, redating)
        new = build_scheme(read_folder(folder))
    left = [one for file in files for one in file.left]
    return NewScheme(
        folder=target,
        title=new.title,
        period=new.period,
        moved=tuple(one for file in files for one in file.moved),
        left=tuple((place, line) for place, line, _ in left),
        years=tuple(sorted({year for _, _, years in left for year in years})),
        has_cases=(target / _CASES).is_dir(),
        left_out=(source.folder / SAMPLES).is_dir(),
        has_items=not contents(source.tree).is_empty,
        has_plans=any(tree.plan is not None for tree in new.trees.values()),
    )


def free_folder(name: str, parent: Path) -> Path:
    """Return where a new scheme called `name` will be inside `parent`; raise where it cannot be, or something is."""
    if not _ID.match(name):
        text = f"“{name}”不能用作方案编号"
        raise ProblemsError([Problem(None, "scheme_id", text, "只用小写字母、数字和短横线，例如 lianyungang-2019")])
    if name in {path.name for path in shipped()}:
        text = f"编号“{name}”已经是自带的方案"
        raise ProblemsError([Problem(None, "scheme_id", text, "请换一个编号")])
    if not parent.is_dir():
        message = f"没有“{parent}”这个文件夹，新方案没有建立。"
        raise OutsideError(message)
    target = parent / name
    if target.exists():
        message = f"“{target}”已经存在，没有覆盖；请换一个编号，或用 --out 放到别的文件夹。"
        raise OutsideError(message)
    return target


def _period(old_id: str, old: tuple[date, date], wanted: Wanted) -> tuple[date, date]:
    """The new period: the days given, else the old ones moved by whole years."""
    years = years_between(old_id, wanted.id)
    named = year_in(wanted.id)
    if years is None and named is not None and year_in(old_id) is None:
        years = named - old[0].year
    if wanted.start is not None:
        years = wanted.start.year - old[0].year
    elif wanted.year is not None:
        years = wanted.year - old[0].year
    elif wanted.end is not None:
        years = wanted.end.year - old[1].year
    if years is None:
        text = f"从编号“{wanted.id}”看不出新方案是哪一年的"
        raise ProblemsError(
            [Problem(None, "period", text, "请写明起始年份（--year 2019），或起止日期（--from-date、--to-date）")]
        )
    start, end = wanted.start or moved_day(old[0], years), wanted.end or moved_day(old[1], years)
    if start > end:
        text = f"起始日期{start}晚于截止日期{end}"
        raise ProblemsError([Problem(None, "period", text, "请检查 --from-date 和 --to-date")])
    return start, end


def _redate(source: SchemeFiles, folder: Path, redating: Redating) -> list[Redated]:
    """Write the new texts into the copy in `folder`."""
    done = []
    for name, file in source.files.items():
        below = Path(name).relative_to(source.folder.name)
        result = redated(file.text, (Path(redating.new_id) / below).as_posix(), redating)
        (folder / below).write_bytes(file.encoded(result.text))
        done.append(result)
    for path in sorted([*folder.glob("*.md"), *folder.glob(f"{_CASES}/*.yaml")]):
        name = (Path(redating.new_id) / path.relative_to(folder)).as_posix()
        try:
            file = read_editable(path, name)
        except ProblemsError:
            # Nothing of the scheme: it is copied as it is.
            continue
        if path.parent.name == _CASES:
            result = with_note(file.text, name, redating, _CASE_NOTE.format(id=redating.old_id))
        else:
            result = redated_prose(file.text, name, redating)
        path.write_bytes(file.encoded(result.text))
        done.append(result)
    return done
