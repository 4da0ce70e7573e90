"""What each column of a table holds, by its heading, its cells and what was answered of it."""
