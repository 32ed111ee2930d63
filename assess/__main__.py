"""`python -m assess`: the program where its own command is not on the path, as often on Windows."""

import sys

from assess.cli.main import main

sys.exit(main())
