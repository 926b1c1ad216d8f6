"""How rules are proven: by the examples that each carries, and by a corpus of prose."""
