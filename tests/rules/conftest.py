"""What the tests of the engine share lies here: pytest finds it by this file."""
