"""Reports of a few paragraphs, and what is told in them."""

from gxcheck.report.model import Report
from gxcheck.rules.proving.partial import partial_report


def report(text: str) -> Report:
    """A report whose overview says this; each line is a paragraph."""
    return partial_report({"sections": [{"role": "overview", "text": text}]}, 2021)
