"""The folder of an office: for sheets that go out and come back, for papers, for backups; and what opens the menu."""

from pathlib import Path

from assess.disk.writing import write_files
from assess.services.upkeep.backing_up import FOLDER as BACKUPS
from assess.services.workbooks.exporting import OUTBOX
from assess.services.workbooks.importing import INBOX

#: The folders, with what each is for.
FOLDERS = {OUTBOX: "写出的填报表", INBOX: "部门交回的表放在这里", "打印": "打印的各种表", BACKUPS: "数据库的备份"}
#: Nothing in it but ASCII: a console of Windows may know any code page.
_WINDOWS = """@echo off\r
cd /d "%~dp0"\r
where assess >nul 2>nul\r
if errorlevel 1 (py -m assess menu) else (assess menu)\r
pause\r
"""
_LINUX = """#!/bin/sh
cd "$(dirname "$0")" || exit 1
if command -v assess > /dev/null; then assess menu; else python3 -m assess menu; fi
printf '按回车退出'
read -r _
"""
STARTERS = {"打开考核.bat": _WINDOWS, "打开考核.sh": _LINUX}


def furnish(folder: Path) -> list[str]:
    """Make what is not there yet, and return the names of what was made. Raises `OutsideError`."""
    made = [name for name in FOLDERS if not (folder / name).exists()]
    for name in made:
        (folder / name).mkdir()
    files = {name: text.encode() for name, text in STARTERS.items() if not (folder / name).exists()}
    write_files(folder, files)
    for name in files:
        if name.endswith(".sh"):
            (folder / name).chmod(0o755)
    return [*made, *files]
