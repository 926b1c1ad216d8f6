"""What the report says: a document and the official forms, made one typed report."""

from gxcheck.report.model import Report
from gxcheck.report.recognise import recognise

__all__ = ["Report", "recognise"]
