"""Folders that are copied elsewhere, and folders that lie on another computer."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from assess.disk.surroundings import Mount, is_on_network, mounts_above, mounts_of, synchronised_by


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (PureWindowsPath(r"C:\Users\zhang\OneDrive - 某学院\考核"), "OneDrive"),
        (PureWindowsPath(r"D:\我的坚果云\考核"), "坚果云"),
        (PureWindowsPath(r"D:\Nutstore\1\考核"), "坚果云"),
        (PureWindowsPath(r"D:\BaiduSyncdisk\考核"), "百度网盘"),
        (PureWindowsPath(r"C:\Users\zhang\Dropbox"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\zhang\iCloudDrive\考核"), "iCloud"),
        (PurePosixPath("/Users/zhang/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (PureWindowsPath(r"D:\目标办\考核"), ""),
        (PurePosixPath("/home/zhang/drop/one"), ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder: PurePath, program: str) -> None:
    """Wherever in the path it stands."""
    assert synchronised_by(folder) == program


#: As Linux writes them: a blank in a name is \\040.
MOUNTS = mounts_of(
    [
        "/dev/sda1 / ext4 rw,relatime 0 0",
        "//server/share /mnt/office\\040share cifs rw 0 0",
        "server:/home /home nfs4 rw 0 0",
        "/dev/sdb1 /home/zhang/usb vfat rw 0 0",
        "",
    ]
)


@pytest.mark.parametrize(
    ("folder", "mounts", "expected"),
    [
        (PurePosixPath("/srv/考核"), MOUNTS, False),
        (PurePosixPath("/mnt/office share/考核"), MOUNTS, True),
        (PurePosixPath("/home/zhang/考核"), MOUNTS, True),
        (PurePosixPath("/home/zhang/usb/考核"), MOUNTS, False),
        (PurePosixPath("/homeless"), MOUNTS, False),
        (PurePosixPath("/srv"), [], False),
        (PureWindowsPath(r"\\server\共享\考核"), [], True),
        (PureWindowsPath(r"Z:\考核"), [Mount("Z:\\", "remote")], True),
        (PureWindowsPath(r"D:\考核"), [Mount("D:\\", "local")], False),
    ],
)
def test_the_innermost_disk_says_whether_a_folder_is_on_the_network(
    folder: PurePath, mounts: list[Mount], *, expected: bool
) -> None:
    """A local disk inside a network folder is local, and the other way round."""
    assert is_on_network(folder, mounts) is expected


def test_this_computer_can_be_asked(tmp_path: Path) -> None:
    """Whatever it says, it is an answer; a temporary folder of tests is on no network."""
    assert not is_on_network(tmp_path, mounts_above(tmp_path))
