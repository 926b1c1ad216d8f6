"""How patterns and words are looked for in the texts of a report, quickly and within a time."""
