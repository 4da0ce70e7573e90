"""What is kept: the tables, one transaction per change, and the reader that turns rows into a Plan."""
