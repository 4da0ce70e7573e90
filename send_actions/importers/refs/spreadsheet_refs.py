"""What a spreadsheet makes of refs: a nought lost, a date, a short number, an error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.words.dates import say_date
from send_actions.importers.cell_text import as_number, is_error, month_number, reads_as_date, serial_day
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import quoted

_NOUGHTLESS: Final = re.compile(r"(.*\.)(\d*[1-9])")
_CODE: Final = re.compile(r"([A-Z]{3})-\d+")
_USUAL: Final = re.compile(r"\d{1,3}\.\d{1,3}")
"""A ref as most are, which is nothing that a spreadsheet makes of one."""

_SINCE: Final = 14
"""Since which year of this century plans are kept whose refs a spreadsheet makes dates of."""

_DECIMAL_COMMA: Final = re.compile(r"\d+,\d+")


class SpreadsheetRefs:
    """The refs of a file as a spreadsheet may have changed them."""

    def __init__(self, lines: Sequence[ActionLine]) -> None:
        codes = [match[1] for line in lines if (match := _CODE.fullmatch(line.ref))]
        self._codes = {code for code in codes if codes.count(code) > 1}
        serials = [line for line in lines if serial_day(line.ref)]
        self._are_long = len(serials) > len(lines) / 2

    def told(self, line: ActionLine, *, is_known: bool) -> tuple[str, str]:
        """Return what to ask of a ref that a spreadsheet made of another, and what may have been typed.

        Both are empty for any other ref; `is_known` says whether it is one of the plan's.
        """
        ref, which = line.ref, f"which ref has {quoted(line.title)}?"
        if _USUAL.fullmatch(ref):
            return "", ""
        if is_error(ref):
            return f"{ref} is a spreadsheet's error, and no ref: which is {quoted(line.title)}?", ""
        if _DECIMAL_COMMA.fullmatch(ref) and not is_known:
            typed = ref.replace(",", ".")
            told = f"The ref “{ref}” has a decimal comma, as a spreadsheet may write {quoted(typed)}"
            return f"{told}: {which}", typed
        if told := self._was_made_a_number(ref):
            return f"{told}: {which}", ""
        if self._was_made_a_date(ref):
            typed = " or ".join(_typed_refs(ref))
            told = f"The ref “{ref}” reads as a date; {typed or 'another'} may have been typed"
            return f"{told}: {which}", ""
        return "", ""

    def _was_made_a_date(self, ref: str) -> bool:
        code = _CODE.fullmatch(ref)
        return reads_as_date(ref) and not (code and code[1] in self._codes)

    def _was_made_a_number(self, ref: str) -> str:
        """Return what to say of a number in which a spreadsheet hides a ref; empty for any other."""
        if as_number(ref) is not None and "e" in ref.casefold():
            return f"The ref “{ref}” is a spreadsheet's short form of a number"
        day = serial_day(ref)
        if day and not self._are_long:
            return f"The ref “{ref}” may be a spreadsheet's number of a date, {say_date(day)}"
        return ""


def with_nought(ref: str) -> str:
    """Return a ref with the nought that a number loses: 1.10 of 1.1; empty where none can be lost."""
    return f"{ref}0" if _NOUGHTLESS.fullmatch(ref) and ref.count(".") == 1 else ""


def follows_nine(ref: str, before: str) -> bool:
    """Say whether 1.1 stands directly below 1.9, or 1.2 below 1.19."""
    match = _NOUGHTLESS.fullmatch(ref)
    return bool(match and before == f"{match[1]}{int(match[2]) * 10 - 1}")


def comes_after_ten(ref: str, before: str) -> bool:
    """Say whether 1.11 stands directly below 1.1, or 1.21 below 1.2: that had its nought before."""
    match = _NOUGHTLESS.fullmatch(before)
    return bool(match and ref == f"{match[1]}{int(match[2]) * 10 + 1}")


def _typed_refs(text: str) -> list[str]:
    """Return what may have been typed where a spreadsheet shows a date: 1-2 or 1/2 of 01-Feb or 2026-02-01.

    A spreadsheet adds the year of the day on which it was typed; one long ago was typed itself.
    """
    parts = re.findall(r"\d+|[a-z]+", text.casefold())[:3]
    if len(parts) == len(("day", "month", "year")):
        day, month, year = reversed(parts) if len(parts[0]) == len("2026") else parts
        is_added = year.isdecimal() and int(year) % 100 >= _SINCE
        parts = [day, month] if is_added else [day, month, year[-2:]]
    typed = [part.lstrip("0") if part.isdecimal() else str(month_number(part)) for part in parts]
    return [f"“{mark.join(typed)}”" for mark in ("-/" if len(typed) == len("-/") else "./")]
