"""Name the shared libraries of the page renderer that this machine lacks, one a line.

Runs on a bare interpreter, before anything is installed.
"""

import ctypes
import ctypes.util

# harfbuzz-subset is required: without it a large Chinese font takes twenty times as long to subset.
LIBRARIES = {
    "gobject-2.0": "libgobject-2.0.so.0",
    "pango-1.0": "libpango-1.0.so.0",
    "pangoft2-1.0": "libpangoft2-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0",
    "fontconfig": "libfontconfig.so.1",
}


def loads(name: str) -> bool:
    """Tell whether the dynamic linker finds and opens the library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


for name, soname in LIBRARIES.items():
    if loads(soname):
        continue
    other = ctypes.util.find_library(name)  # the name it has on systems other than Linux
    if other is None or not loads(other):
        print(name)
