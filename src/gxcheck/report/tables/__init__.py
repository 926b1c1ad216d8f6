"""The official tables of a report: found by their labels, read cell by cell."""
