"""One row of a file, read cell by cell."""
