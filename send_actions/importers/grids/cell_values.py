"""The value of a workbook's cell as the words that people see there."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DECIMALS: Final = re.compile(r"[#0]\.(0+)")
_LONGEST_NUMBER: Final = 15


def shown(value: Any, number_format: str = "General") -> str:
    """Return what a cell shows: a month where its format has no day, 75 % where it has one of percents."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "Yes" if value else "No"
        case datetime() | date():
            return _date(value, _bare(number_format))
        case int() | float():
            return _number(value, _bare(number_format))
        case _:
            return str(value)


def _bare(number_format: str) -> str:
    """Return a format without what it only prints, and without its forms for less than nought."""
    return _QUOTED.sub("", number_format or "").partition(";")[0].casefold()


def _date(value: date, form: str) -> str:
    day = value.date() if isinstance(value, datetime) else value
    if "d" not in form and "y" in form and "m" in form:
        year = f"{day:%Y}" if "yyyy" in form else f"{day:%y}"
        month = f"{day:%B}" if "mmmm" in form else f"{day:%b}"
        return f"{month}-{year}" if "-" in form else f"{month} {day:%Y}"
    if form.strip() in ("yyyy", "yy"):
        return f"{day:%Y}"
    return day.isoformat()


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{round(value * 100, 2):g}%"
    if isinstance(value, int):
        return str(value)
    decimals = _DECIMALS.search(form)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    if value.is_integer() and len(str(int(value))) <= _LONGEST_NUMBER:
        return str(int(value))
    return f"{value:.10g}"
