"""Where a folder lies: on a drive of the network, or in a folder that another program copies elsewhere.

A database that is being written is no file to be copied or locked over a network.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath, PureWindowsPath
from typing import NamedTuple

#: By what a folder's name begins with, the program whose folder it is.
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "nutstore": "坚果云",
    "我的坚果云": "坚果云",
    "坚果云": "坚果云",
    "baidunetdisk": "百度网盘",
    "baidusync": "百度网盘",
    "百度网盘": "百度网盘",
    "百度云同步盘": "百度网盘",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "wps云盘": "WPS云盘",
    "wpsdrive": "WPS云盘",
    "google drive": "Google Drive",
}
_REMOTE = "remote"
_NETWORK = frozenset(("afs", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs", _REMOTE))
#: What Windows calls a drive of the network.
_DRIVE_REMOTE = 4
_MOUNTS = Path("/proc/self/mounts")


class Mount(NamedTuple):
    """A place in the tree of folders where another disk begins, and what kind of disk it is."""

    place: str
    kind: str


def synchronised_by(folder: PurePath) -> str:
    """The program that copies what is in the folder elsewhere; empty: none that is known."""
    for name in folder.parts:
        for start, program in _SYNCHRONISED.items():
            if name.lower().startswith(start):
                return program
    return ""


def is_on_network(folder: PurePath, mounts: Iterable[Mount]) -> bool:
    """Whether the folder lies on another computer; the innermost of `mounts` above it says so."""
    if isinstance(folder, PureWindowsPath) and folder.drive.startswith("\\\\"):
        return True
    above = {one.place: one.kind for one in mounts if folder.is_relative_to(one.place)}
    return bool(above) and above[max(above, key=len)] in _NETWORK


def mounts_above(folder: Path) -> list[Mount]:
    """The disks of this computer, as far as it says; on Windows that of the folder alone."""
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return [Mount(folder.anchor, _REMOTE if kind == _DRIVE_REMOTE else "local")]
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    return mounts_of(lines)


def mounts_of(lines: Iterable[str]) -> list[Mount]:
    """What the lines of `/proc/self/mounts` say; a blank in a name is written as its code."""
    fields = [line.split(" ") for line in lines]
    return [Mount(re.sub(r"\\([0-7]{3})", _character, one[1]), one[2]) for one in fields if len(one) > 2]  # noqa: PLR2004 as there


def _character(code: re.Match[str]) -> str:
    return chr(int(code[1], 8))
