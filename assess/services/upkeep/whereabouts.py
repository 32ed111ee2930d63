"""Whether a database lies where it is safe."""

from collections.abc import Iterable

from assess.disk.surroundings import Mount, is_on_network, mounts_above, synchronised_by
from assess.storage.database import Database

_MOVE = "请把数据库所在的文件夹整个移到本机的硬盘上，需要时再用 assess backup --to 备份到那里。"


def unsafe(database: Database, mounts: Iterable[Mount] | None = None) -> str:
    """A warning where the file lies in a folder that is synchronised, or on the network; else nothing.

    `mounts`: the disks of this computer, by default as it says.
    """
    if database.path is None:
        return ""
    folder = database.path.parent
    program = synchronised_by(folder)
    if program:
        return f"数据库在{program}的同步文件夹里。同步会在写到一半时复制或换掉文件，可能损坏数据库。{_MOVE}"
    if is_on_network(folder, mounts_above(folder) if mounts is None else mounts):
        return f"数据库在网络文件夹里。几个人同时写时，网络上的文件锁靠不住，可能损坏数据库。{_MOVE}"
    return ""
