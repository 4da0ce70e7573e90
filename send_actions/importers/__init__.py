"""Files that people give us, read into lines and a list of problems with their cells."""
