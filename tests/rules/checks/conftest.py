"""What the tests of the checks share lies here: pytest finds it by this file."""
