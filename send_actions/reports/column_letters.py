"""The columns of a sheet by their letters: A, Z, AA."""

from __future__ import annotations


def letters_of(column: int) -> str:
    """The name of a column by its number from 1 on."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
