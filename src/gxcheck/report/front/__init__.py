"""What stands before and after the sections: title, organ, preamble, period, contact, signature."""
