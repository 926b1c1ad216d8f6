"""Checks of how a report is built: its sections, their titles, numbers, contents, attachments."""
