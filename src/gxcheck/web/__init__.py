"""A page for an intranet, and a REST interface beside it: drop drafts, see their reviews."""
