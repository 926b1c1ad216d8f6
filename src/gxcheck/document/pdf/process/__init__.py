"""The process apart that PDF files are read in, and what it and its parent say to each other."""
