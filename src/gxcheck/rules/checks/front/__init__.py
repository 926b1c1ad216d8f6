"""Checks of what stands around the sections: title, organ, dates, and the ways of contact."""
