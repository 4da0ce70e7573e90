"""How a file of each format is read back: what it says, and what a screen reader finds of it."""
