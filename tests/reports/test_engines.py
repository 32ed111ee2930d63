"""Printers, phones and document systems draw our papers with engines of their own, and all draw the same."""

import html
import inspect
import itertools
import pkgutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from assess import reports
from assess.engine.monitoring import Monitoring
from assess.engine.outcome import Outcome
from assess.reports import page_breaks, pdf
from assess.reports.delivery import Paper
from assess.reports.glyph_numbers import wrong_numbers
from assess.resources import fonts_dir, templates_dir
from assess.scheme.scheme import Scheme
from tests.reports.target_schemes import shipped_monitoring, shipped_outcome

#: Dots a millimetre: many enough that an engine's rounding to whole dots weighs little.
DOTS = 8
ENGINES = {
    "MuPDF": "mutool draw -q -r {dpi} -c gray -o {folder}/%d.pgm {pdf}",
    "Ghostscript": "gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pgmraw -r{dpi} "
    "-dTextAlphaBits=4 -dGraphicsAlphaBits=4 -o {folder}/%d.pgm {pdf}",
}
#: How far the darkness of a spot may differ, of 255. Measured: up to 26 where engines draw the same in their own ways;
#: from 53 for one hanzi of 9 pt that is not there, from 100 for a page with boxes in place of hanzi.
TOLERANCE = 40


def paper_makers() -> Iterator[tuple[Any, ...]]:
    """Every function of the reports that makes papers, wherever it stands, with the type of what it makes them of."""
    for module in pkgutil.walk_packages(reports.__path__, f"{reports.__name__}."):
        for name, made in inspect.getmembers(import_module(module.name), inspect.isfunction):
            kinds = dict(made.__annotations__)
            public = made.__module__ == module.name and not name.startswith("_")
            if public and kinds.pop("return") == list[Paper] and Sequence[Paper] not in kinds.values():
                yield made, *kinds.values()


@pytest.fixture(scope="module")
def papers(year: Outcome) -> dict[str, Paper]:
    """The shortest paper of each kind; a kind is a title and the template that prints it."""
    targets, half_year = shipped_outcome("guangzhou-2025"), shipped_monitoring("guangzhou-2025")
    sources: dict[type, list[Any]] = {Outcome: [year, targets], Scheme: [targets.scheme], Monitoring: [half_year]}
    kinds: dict[str, Paper] = {}
    for make, source in paper_makers():
        for paper in itertools.chain.from_iterable(map(make, sources[source])):
            kind = f"{paper.context.template} {paper.name.rpartition('-')[2]}"
            kinds[kind] = min(kinds.get(kind, paper), paper, key=lambda one: one.weight)
    return kinds


def specimen(face: Path) -> str:
    """A page with three hundred characters of a face, or all where it has fewer."""
    with TTFont(face, lazy=True) as font:
        family, style = font["name"].getDebugName(1), font["name"].getDebugName(2)
        characters = [char for char in map(chr, sorted(font.getBestCmap())) if not char.isspace()]
    text = html.escape(" ".join(characters[:: max(1, len(characters) // 300)]))
    return page_of(text, f"{'bold' if style == 'Bold' else 'normal'} 12pt '{family}'")


def page_of(text: str, font: str) -> str:
    """A page with nothing but a text."""
    head = "<!DOCTYPE html><html lang='zh-CN'><head><title>字样</title></head>"
    return f'{head}<body data-mark=""><p style="font: {font}">{text}</p></body></html>'


FACES = sorted(path for path in fonts_dir().iterdir() if path.suffix in {".otf", ".ttf"})


@pytest.fixture(scope="module")
def documents(papers: dict[str, Paper], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A document of each kind and a specimen of each face."""
    drawn = {kind: page_breaks.draw(paper.context) for kind, paper in papers.items()}
    drawn |= {face.stem: pdf.draw(specimen(face)) for face in FACES}
    assert {name: one for name, one in drawn.items() if one.boxes or one.complaints} == {}
    folder = tmp_path_factory.mktemp("documents")
    paths = {}
    for number, (name, one) in enumerate(drawn.items()):
        paths[name] = folder / f"{number}.pdf"
        paths[name].write_bytes(one.pdf)
    return paths


Spots = list[Image.Image]


def spots(picture: Image.Image) -> Image.Image:
    """How dark each spot of two millimetres is, at every half millimetre; smaller things do not count."""
    return picture.convert("L").reduce(DOTS // 2).filter(ImageFilter.BoxBlur(2))


def by_pdfium(document: Path | bytes) -> Spots:
    """The pages as PDFium draws them."""
    scale = DOTS * 25.4 / 72
    return [spots(page.render(scale=scale, grayscale=True).to_pil()) for page in PdfDocument(document)]


@pytest.fixture(scope="module")
def in_a_browser(documents: dict[str, Path]) -> dict[str, Spots]:
    """The pages of all documents as PDFium draws them."""
    return {name: by_pdfium(path) for name, path in documents.items()}


def by_engine(engine: str, document: Path, folder: Path) -> Spots:
    """The pages as another engine draws them."""
    folder.mkdir()
    command = [part.format(dpi=DOTS * 25.4, folder=folder, pdf=document) for part in ENGINES[engine].split()]
    subprocess.run(command, check=True, capture_output=True)
    return [spots(Image.open(folder / f"{number}.pgm")) for number in range(1, len(list(folder.iterdir())) + 1)]


def difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of two spots; an engine may round a page to a spot more or less."""
    size = (min(one.width, other.width), min(one.height, other.height))
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    differences = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return max(value for value, spots_of_it in enumerate(differences.histogram()) if spots_of_it)


def test_every_paper_is_looked_at(papers: dict[str, Paper]) -> None:
    """No template prints a paper that is not drawn here, and the two summaries count as two."""
    assert {paper.context.template for paper in papers.values()} == {
        path.name for path in templates_dir().glob("*.html")
    }
    assert {"summary.html 绩效自评汇总表", "summary.html 半年监控汇总表"} < papers.keys()


@pytest.mark.parametrize("drawn", ["　", "□"])
def test_one_hanzi_that_is_not_drawn_is_seen(drawn: str) -> None:
    """A blank or a box in place of a single hanzi differs by more than engines may."""
    right, wrong = (by_pdfium(pdf.draw(page_of(f"考{char}结果", "9pt 'Assess Song'")).pdf) for char in ("核", drawn))
    assert difference(*right, *wrong) > TOLERANCE


@pytest.mark.parametrize("engine", ENGINES)
def test_another_engine_draws_the_same(
    engine: str, documents: dict[str, Path], in_a_browser: dict[str, Spots], tmp_path: Path
) -> None:
    """Every page of every kind of paper, and a specimen of every face, looks as it does in a browser."""
    found = {}
    for name, path in documents.items():
        pages = by_engine(engine, path, tmp_path / path.stem)
        found[name] = max(difference(one, other) for one, other in zip(pages, in_a_browser[name], strict=True))
    assert {name: largest for name, largest in found.items() if largest > TOLERANCE} == {}


def programs(document: Path | BytesIO) -> Iterator[tuple[str, bytes]]:
    """Every font inside a document: its name and the file."""
    found: dict[str, Any] = {}
    for page in PdfReader(document).pages:
        resources: Any = page["/Resources"]
        for font in (one.get_object() for one in resources["/Font"].values()):
            found[font["/BaseFont"].partition("+")[2]] = font["/DescendantFonts"][0]["/FontDescriptor"]
    for name, descriptor in found.items():
        (key,) = {"/FontFile2", "/FontFile3"} & descriptor.keys()
        yield name, descriptor[key].get_data()


def test_the_numbers_in_a_document_are_places(documents: dict[str, Path]) -> None:
    """The faces inside the documents, which are subsets again, have the places of glyphs as numbers."""
    embedded: dict[str, list[str]] = {}
    for path in documents.values():
        for name, program in programs(path):
            embedded.setdefault(name, []).extend(wrong_numbers(program))
    assert {name: wrong for name, wrong in embedded.items() if wrong} == {}
    assert len(embedded) == len(FACES)
