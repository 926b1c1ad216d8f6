"""Files of rules: read, checked against their shape, validated, and compiled for the wheel."""
