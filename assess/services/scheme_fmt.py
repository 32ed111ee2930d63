"""Brings a scheme's YAML files into the house form; what they say and their comments stay as they are."""

from dataclasses import dataclass
from pathlib import Path

from assess.disk.layout import is_in_stage
from assess.disk.refusals import OutsideError
from assess.files.editable import Editable, read_editable
from assess.files.yaml_house import house_form
from assess.ground.hashing import sha256
from assess.services.scheme_files import open_files, trial, write_contents
from assess.services.schemes import find


@dataclass(frozen=True, slots=True)
class Formatted:
    """How many files were looked at; which would change or were changed, and which cannot be (names)."""

    files: int
    changed: tuple[str, ...]
    left: tuple[str, ...]


def format_scheme(reference: str, *, check: bool = False) -> Formatted:
    """Bring all YAML files in a scheme's folder into the house form; with `check` only find those that are not."""
    scheme = open_files(find(reference))
    files = {name: read_editable(scheme.path(name), name) for name in _names(scheme.folder)}
    forms = {name: house_form(file.text, name) for name, file in files.items()}
    # LF, UTF-8 and no byte order mark are a part of the form.
    new = {
        name: form.encode() for name, form in forms.items() if form is not None and form.encode() != _bytes(files[name])
    }
    texts = {name: forms[name] or text for name, text in scheme.texts.items()}
    if sha256(trial(scheme, texts)) != sha256(scheme.tree):
        message = "整理后的内容与原来不同，没有改动任何文件。这是程序的缺陷，请报告。"
        raise OutsideError(message)
    if not check:
        write_contents(scheme, new)
    return Formatted(len(files), tuple(new), tuple(name for name, form in forms.items() if form is None))


def _names(folder: Path) -> list[str]:
    found = sorted(
        path
        for path in folder.rglob("*.y*ml")
        if path.suffix in (".yaml", ".yml") and path.is_file() and not is_in_stage(path, folder)
    )
    return [(Path(folder.name) / path.relative_to(folder)).as_posix() for path in found]


def _bytes(file: Editable) -> bytes:
    return file.encoded(file.text)
