"""Progress on standard error, only where a person watches."""

import contextlib
import sys
from collections.abc import Callable, Iterator

#: Done, of how many (0: not known yet), what is being done.
Progress = Callable[[int, int, str], None]


@contextlib.contextmanager
def progress(title: str, *, quiet: bool) -> Iterator[Progress | None]:
    """Show a bar while the work runs; None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    from assess.cli.screen import screen

    columns = (TextColumn("{task.fields[title]}", markup=False), BarColumn(), MofNCompleteColumn())
    doing = TextColumn("{task.description}", markup=False)
    # Without a refreshing thread: the documents are drawn by forked processes, and threads do not survive a fork.
    with Bars(*columns, doing, console=screen(errors=True), transient=True, auto_refresh=False) as bars:
        task = bars.add_task("", total=None, title=title)

        def step(done: int, total: int, what: str) -> None:
            bars.update(task, completed=done, total=total or None, description=what, refresh=True)

        yield step
