"""The sections of the board paper."""
