"""`python -m gxcheck` is the command `gxcheck`."""

import sys

from gxcheck.cli import main

sys.exit(main())
