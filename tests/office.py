"""LibreOffice, which opens and saves what goes out as an office does: for tests."""

import shutil
import subprocess
import tempfile
from pathlib import Path

#: Seconds after which it has hung.
_PATIENCE = 180


def converted(path: Path, kind: str, folder: Path) -> Path:
    """Open a file and save it in another format (xlsx, xls, ods, pdf) in a folder; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{path.stem}.{kind}"
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation=file://{scratch}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", f"{scratch}/out", str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        shutil.move(Path(scratch) / "out" / target.name, target)
    return target
