"""What the prose of a report states: its numbers, and what they say of each other."""
