"""The commands of the command line, one module each; what they need is loaded when they run."""
