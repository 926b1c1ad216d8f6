"""How a review is shown: one writer a format."""
