"""Claims: the figures that sentences state, each bound to the field that it speaks of."""
