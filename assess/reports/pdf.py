"""Pages out of HTML: the only place that touches WeasyPrint."""

import contextlib
import io
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assess.resources import fonts_dir, templates_dir

#: The environment variable that names a college's own font configuration (see `templates/fonts/README.md`).
OWN_FONTS = "ASSESS_FONTS"

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_MISSING_GLYPH = ".notdef"


class ReportError(Exception):
    """Something outside the data keeps a document from being made; str() is one Chinese sentence."""


class NoLibraryError(ReportError):
    """The shared libraries that draw pages are not there."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"不能生成PDF：系统缺少排版用的共享库（{cause}），Debian/Ubuntu上请执行 apt install {_PACKAGES}",
        )


class NoFontsError(ReportError):
    """The font configuration is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"不能生成PDF：找不到字体配置文件 {path}")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished document: its bytes, its number of pages, and what went wrong on the way."""

    pdf: bytes
    pages: int
    #: Characters that no face has; they are printed as empty boxes.
    boxes: tuple[str, ...]
    #: What WeasyPrint complained about besides.
    complaints: tuple[str, ...]


class _Press:
    """Fonts and style sheet, read once a process; a font configuration is never shared between threads."""

    def __init__(self) -> None:
        self._weasyprint = load()
        self._fonts = self._weasyprint.text.fonts.FontConfiguration()
        self._style = self._weasyprint.CSS(filename=templates_dir() / "print.css", font_config=self._fonts)

    def lay_out(self, html: str) -> "Layout":
        with _listening() as ear:
            source = self._weasyprint.HTML(string=html)
            document = source.render(font_config=self._fonts, stylesheets=[self._style])
        return Layout(document, tuple(ear.boxes), tuple(ear.complaints))


class Layout:
    """Pages that are laid out and not yet written."""

    def __init__(self, document: Any, boxes: tuple[str, ...], complaints: tuple[str, ...]) -> None:  # noqa: ANN401 WeasyPrint ships no types
        self._document = document
        self._boxes = boxes
        self._complaints = complaints

    @property
    def tops(self) -> list[str]:
        """The id of the first element that has one, on each page but the first."""
        anchors = [page.anchors for page in self._document.pages[1:] if page.anchors]
        return [min(named, key=lambda name: named[name][1]) for named in anchors]

    def finished(self) -> Drawn:
        """Write the pages."""
        with _listening() as ear:
            pdf: bytes = self._document.write_pdf(finisher=_finisher())
        boxes = tuple(dict.fromkeys((*self._boxes, *ear.boxes)))
        complaints = tuple(dict.fromkeys((*self._complaints, *ear.complaints)))
        return Drawn(pdf, len(self._document.pages), boxes, complaints)


def draw(html: str) -> Drawn:
    """Lay out `html` in the bundled faces and style, and write it."""
    return lay_out(html).finished()


def lay_out(html: str) -> Layout:
    """Lay out `html` in the bundled faces and style."""
    return _press(os.getpid()).lay_out(html)


def _finisher() -> Callable[[object, Any], None] | None:
    """What is done to a PDF before it is written; to look at the bundled faces, which are right, would take 40 ms."""
    if not os.environ.get(OWN_FONTS):
        return None
    from assess.reports.glyph_numbers import renumber_embedded

    return renumber_embedded


@cache
def _press(process: int) -> _Press:
    """The press of this process; a forked one does not inherit its parent's."""
    del process
    return _Press()


def load() -> Any:  # noqa: ANN401 WeasyPrint ships no types
    """Import WeasyPrint with the bundled fonts; raises ReportError when a shared library is missing."""
    conf = os.environ.get(OWN_FONTS) or str(fonts_dir() / "fonts.conf")
    if not os.path.isfile(conf):  # noqa: PTH113 the name is kept as the user wrote it
        raise NoFontsError(conf)
    os.environ["FONTCONFIG_FILE"] = conf
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # a missing library is announced in English there
            import weasyprint
            import weasyprint.text.fonts
    except OSError as error:
        raise NoLibraryError(str(error).split(":")[0]) from error
    if weasyprint.text.ffi.harfbuzz_subset is None:
        # Without it a sheet takes twenty times as long and the file holds whole faces.
        raise NoLibraryError("libharfbuzz-subset")
    return weasyprint


class _Ear(logging.Handler):
    """Collects what WeasyPrint says while it draws."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.boxes: list[str] = []
        self.complaints: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(_MISSING_GLYPH) and isinstance(record.args, tuple) and record.args:
            self.boxes.append(str(record.args[0]))
        else:
            self.complaints.append(record.getMessage())


@contextlib.contextmanager
def _listening() -> Iterator[_Ear]:
    ear = _Ear()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(ear)
    try:
        yield ear
    finally:
        logger.removeHandler(ear)
