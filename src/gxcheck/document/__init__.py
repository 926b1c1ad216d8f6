"""What stands on the page: one reader a format, each of which makes a `Document`."""

from gxcheck.document.formats import detect
from gxcheck.document.limits import Limits
from gxcheck.document.read import READERS, load, read, read_string
from gxcheck.document.text.reader import read_text

__all__ = ["READERS", "Limits", "detect", "load", "read", "read_string", "read_text"]
