"""The zip archives of office programs: looked through and packed anew before any library opens them."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from assess.ground.place import Place, Problem, ProblemsError

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what messages call it, the part that makes it one, and how much it may hold."""

    code: str
    #: 工作簿, and the same with the program's name.
    noun: str
    full_name: str
    #: The suffix of the same from an old program, which is no archive.
    old: str
    main: str
    save_as: str
    most_parts: int = 500
    most_unpacked: int = 64 * 1024 * 1024


WORKBOOK = Kind(
    code="workbook",
    noun="工作簿",
    full_name="Excel工作簿",
    old=".xls",
    main="xl/workbook.xml",
    save_as="请用Excel、WPS或LibreOffice打开，另存为“Excel工作簿（.xlsx）”，不要加密码",
)
DOCUMENT = Kind(
    code="document",
    noun="文档",
    full_name="Word文档",
    old=".doc",
    main="word/document.xml",
    save_as="请用Word、WPS或LibreOffice打开，另存为“Word文档（.docx）”，不要加密码",
)


def refused(source: str, text: str, kind: Kind) -> ProblemsError:
    """The one sentence for a file that cannot be used, and how to get one that can."""
    return ProblemsError([Problem(Place(source), kind.code, text, kind.save_as)])


def repacked(content: bytes, source: str, kind: Kind) -> bytes:
    """Return the archive with its parts unpacked, each no further than it says it goes, and looked through.

    So no library opens what came from outside: an archive may lie about its sizes.
    """
    if content.startswith(_OLD_FORMAT):
        raise refused(source, f"这是旧格式（{kind.old}）或加了密码的{kind.noun}", kind)
    buffer = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(buffer, "w") as clean:
            for part in _parts(archive, source, kind):
                clean.writestr(part.filename, _part(archive, part, source, kind))
    except (ProblemsError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 a damaged archive fails in any way
        raise refused(source, f"这不是{kind.full_name}，或文件已损坏", kind) from None
    return buffer.getvalue()


def _parts(archive: zipfile.ZipFile, source: str, kind: Kind) -> list[zipfile.ZipInfo]:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > kind.most_parts or unpacked > kind.most_unpacked:
        said = f"{kind.noun}展开后太大（{unpacked // 1024 // 1024}MB、{len(parts)}个部分）"
        raise refused(source, said, kind)
    if not {"[Content_Types].xml", kind.main} <= {part.filename for part in parts}:
        raise refused(source, f"这不是{kind.full_name}", kind)
    return parts


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, source: str, kind: Kind) -> bytes:
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(source, f"{kind.noun}的压缩方式不常见", kind)
    with archive.open(part) as opened:
        content = opened.read(part.file_size)
    if part.filename.endswith((".xml", ".rels")) and _declares_entities(content):
        raise refused(source, f"{kind.noun}里有不该有的内容（DTD），可能是恶意文件", kind)
    return content


def _declares_entities(part: bytes) -> bool:
    """Whether a part declares its own entities; UTF-16 is looked through too."""
    return b"<!DOCTYPE" in part or b"<!DOCTYPE" in part.replace(b"\x00", b"") or b"<!ENTITY" in part
