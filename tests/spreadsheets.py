"""What spreadsheets do to a CSV file that is opened in them and saved again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date

Rows = list[list[str]]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rows_of(text: str) -> Rows:
    """The cells of a CSV text, with or without the mark of UTF-8."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def opened_in_excel(rows: Rows, *, month_first: bool = False) -> Rows:
    """The cells as a UK (or US) Excel writes them again: what looks like a number or a date became one."""
    return [[_as_excel(cell, month_first=month_first) for cell in row] for row in rows]


def _as_excel(cell: str, *, month_first: bool) -> str:
    if cell.casefold() in ("true", "false"):
        return cell.upper()
    if re.fullmatch(r"\d{1,15}(\.\d+)?", cell):
        return f"{float(cell):.15g}"
    return _in_figures(cell, month_first=month_first) or _in_words(cell) or cell


def _in_figures(cell: str, *, month_first: bool) -> str | None:
    """A cell that is taken for a date in figures, as it is shown then."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell):
        return _day(date(int(match[1]), int(match[2]), int(match[3])), month_first=month_first)
    if match := re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", cell):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        day, month = (second, first) if month_first else (first, second)
        return _day(date(year, month, day), month_first=month_first) if month <= len(MONTHS) else None
    match = re.fullmatch(r"(\d\d?)[-/](\d\d?)", cell)
    if match and 1 <= int(match[2]) <= len(MONTHS) and 1 <= int(match[1]) <= 28:
        return f"{int(match[1]):02}-{MONTHS[int(match[2]) - 1]}"
    return None


def _in_words(cell: str) -> str | None:
    """A cell that is taken for a date with a month's name, as it is shown then."""
    match = re.fullmatch(r"(\d\d?) ([A-Z][a-z]{2})[a-z]* (\d{4})", cell)
    if match and match[2] in MONTHS:
        return f"{int(match[1]):02}-{match[2]}-{match[3][2:]}"
    match = re.fullmatch(r"([A-Z][a-z]{2})[a-z]* (\d{2}|\d{4})", cell)
    if match and match[1] in MONTHS:
        is_a_day = len(match[2]) == len("26") and int(match[2]) <= 28
        return f"{int(match[2]):02}-{match[1]}" if is_a_day else f"{match[1]}-{match[2][-2:]}"
    return None


def _day(day: date, *, month_first: bool) -> str:
    return f"{day.month}/{day.day}/{day.year}" if month_first else f"{day.day:02}/{day.month:02}/{day.year}"


def saved(rows: Sequence[Sequence[str]], *, delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """The cells as CSV with the line ends of Windows."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return written.getvalue()


def _sep(rows: Rows) -> bytes:
    return ("sep=;\r\n" + saved(rows, delimiter=";")).encode("utf-8-sig")


HABITS: dict[str, Callable[[Rows], bytes]] = {
    "utf-8": lambda rows: saved(rows).encode(),
    "utf-8 with its mark": lambda rows: saved(rows).encode("utf-8-sig"),
    "utf-16": lambda rows: saved(rows, delimiter="\t").encode("utf-16"),
    "utf-16 without a mark": lambda rows: saved(rows, delimiter="\t").encode("utf-16-le"),
    "utf-16 big end first": lambda rows: b"\xfe\xff" + saved(rows).encode("utf-16-be"),
    "semicolons": lambda rows: saved(rows, delimiter=";").encode("utf-8-sig"),
    "semicolons that are named": _sep,
    "tabs": lambda rows: saved(rows, delimiter="\t").encode(),
    "pipes": lambda rows: saved(rows, delimiter="|").encode(),
    "all in quotes": lambda rows: saved(rows, quoting=csv.QUOTE_ALL).encode("utf-8-sig"),
    "Excel of the UK": lambda rows: saved(opened_in_excel(rows)).encode("utf-8-sig"),
    "Excel of the UK twice": lambda rows: saved(opened_in_excel(opened_in_excel(rows))).encode("utf-8-sig"),
    "Excel with semicolons": lambda rows: saved(opened_in_excel(rows), delimiter=";").encode("utf-8-sig"),
    "blank rows and columns": lambda rows: saved(
        [[*row, "", ""] for row in (*rows, [""] * len(rows[0]))]
    ).encode("utf-8-sig"),
}
"""Ways in which a spreadsheet saves what it opened."""
