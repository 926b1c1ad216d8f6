"""What people are told: phrases and values in both languages, names of places, norms cited."""
