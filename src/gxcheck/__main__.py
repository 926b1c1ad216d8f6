"""`python -m gxcheck` is the command `gxcheck`."""

from gxcheck.cli import run

run()
