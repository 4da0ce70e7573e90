"""Which action each row is: a ref that a spreadsheet changed, or whose title is another's, is asked about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.drafting import LONGEST_REF
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key, natural, printable
from send_actions.domain.words.dates import say_date
from send_actions.importers.answers import Answers, row_key, title_key
from send_actions.importers.cell_text import as_number, is_error, month_number, reads_as_date, serial_day
from send_actions.importers.plan_lines import ActionLine, Problems
from send_actions.importers.problems import AskFor, Problem, quoted

_NOUGHTLESS: Final = re.compile(r"(.*\.)(\d*[1-9])")
_CODE: Final = re.compile(r"([A-Z]{3})-\d+")
_IN_TITLE: Final = re.compile(
    r"(?:(?i:action|recommendation|rec|ref|milestone|no)\.?\s+)?"
    r"\(?((?:[A-Z]{1,4} ?)?\d{1,3}(?:\.\w{1,5})+|\d{1,3}[a-z]?(?=[.)]\s))\)?"
    r"(?:[.):]\s*|\s*[-–—:|]\s+|\s+)(\S.*)",
    re.DOTALL,
)
_USUAL: Final = re.compile(r"\d{1,3}\.\d{1,3}")
"""A ref as most are, which is nothing that a spreadsheet makes of one."""

_DECIMAL_COMMA: Final = re.compile(r"\d+,\d+")
_MOST: Final = 0.8
_NAMED: Final = 6


def refs_in_titles(lines: Sequence[ActionLine]) -> list[ActionLine] | None:
    """Return the lines with the refs that stand at the head of nearly all titles; None when they do not."""
    found = [_IN_TITLE.fullmatch(line.title) for line in lines]
    if not lines or sum(match is not None for match in found) < _MOST * len(lines):
        return None
    return [
        replace(line, ref=match[1], title=match[2]) if match else replace(line, ref="")
        for line, match in zip(lines, found, strict=True)
    ]


def settle_refs(
    lines: Sequence[ActionLine], plan: Plan | None, answers: Answers, problems: Problems
) -> tuple[list[ActionLine], dict[str, str]]:
    """Return the lines, each action once, with the refs that are meant, and the answers to keep by row."""
    settling = _Settling(lines, plan, answers, problems)
    settled = [settling.settle(line) for line in lines]
    return settling.once_each(settled), settling.answered


def missing_rows(name: str, last: Iterable[str], lines: Sequence[ActionLine], plan: Plan) -> Problem | None:
    """Return the doubt that names the actions which stood in the last file and not in this one."""
    here = {match_key(line.ref) for line in lines}
    living = {match_key(action.ref): action for action in plan.actions}
    gone = [living[key] for ref in last if (key := match_key(ref)) not in here and key in living]
    if not gone:
        return None
    gone.sort(key=lambda action: natural(action.ref))
    named = "; ".join(f"{action.ref} {quoted(action.title)}" for action in gone[:_NAMED])
    more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
    stood, they = ("stands", "it is") if len(gone) == 1 else ("stand", "they are")
    return Problem(
        "rows", f"{named}{more} stood in {printable(name)} and no longer {stood} here: {they} left as before."
    )


class _Settling:
    """The rows of one file against each other and against the plan."""

    def __init__(
        self, lines: Sequence[ActionLine], plan: Plan | None, answers: Answers, problems: Problems
    ) -> None:
        self._answers, self._problems = answers, problems
        actions = plan.actions if plan else ()
        self._known = {match_key(action.ref): action for action in actions}
        self._titled: dict[str, list[Action]] = defaultdict(list)
        for action in actions:
            self._titled[title_key(action.title)].append(action)
        self._rows: dict[str, list[ActionLine]] = defaultdict(list)
        for line in lines:
            self._rows[match_key(line.ref)].append(line)
        self._before = dict(zip((line.row for line in lines[1:]), lines, strict=False))
        codes = [match[1] for line in lines if (match := _CODE.fullmatch(line.ref))]
        self._codes = {code for code in codes if codes.count(code) > 1}
        serials = [line for line in lines if serial_day(line.ref)]
        self._are_long = len(serials) > len(lines) / 2
        self._asked: set[int] = set()
        self._given: set[int] = set()
        self._going_on: set[int] = set()
        self.answered: dict[str, str] = {}

    def settle(self, line: ActionLine) -> ActionLine:
        """Return a line with the ref that is meant, or ask for it."""
        if answer := self._answer(line):
            self.answered[row_key(line.ref, line.title)] = answer
            self._asked.add(line.row)
            self._given.add(line.row)
            above = self._before.get(line.row)
            if not line.ref and above and match_key(above.ref) == match_key(answer):
                self._going_on.add(line.row)
            return replace(line, ref=answer)
        own = self._known.get(match_key(line.ref))
        if line.is_compared or (own and title_key(own.title) == title_key(line.title)):
            return line
        if _USUAL.fullmatch(line.ref) or not self._is_asked_for(line, own):
            self._compare(line, own)
        return line

    def _is_asked_for(self, line: ActionLine, own: Action | None) -> bool:
        """Ask for a ref that is missing or is what a spreadsheet made of one; say whether it is any."""
        if not line.ref:
            above = self._before.get(line.row)
            more = f"; {above.ref} would make it more of the row above" if above and above.ref else ""
            of_what = f" of {quoted(line.title)}" if line.title else ""
            self._ask(
                line, f"The ref is missing{of_what}{more}; none leaves the row out.", self._by_title(line)
            )
        elif len(line.ref) > LONGEST_REF:
            self._problems.ask(line.row, "ref", f"A ref has at most {LONGEST_REF} characters.")
        elif is_error(line.ref):
            told = f"{line.ref} is a spreadsheet's error, and no ref: which is {quoted(line.title)}?"
            self._ask(line, told, self._by_title(line))
        elif _DECIMAL_COMMA.fullmatch(line.ref) and own is None:
            typed = line.ref.replace(",", ".")
            told = f"The ref “{line.ref}” has a decimal comma, as a spreadsheet may write {quoted(typed)}"
            self._ask(line, f"{told}: which ref has {quoted(line.title)}?", self._by_title(line) or typed)
        elif told := self._was_made_a_number(line.ref):
            self._ask(line, f"{told}: which ref has {quoted(line.title)}?", self._by_title(line))
        elif self._was_made_a_date(line.ref):
            typed = " or ".join(_typed_refs(line.ref))
            told = f"The ref “{line.ref}” reads as a date; {typed or 'another'} may have been typed"
            self._ask(line, f"{told}: which ref has {quoted(line.title)}?", self._by_title(line))
        else:
            return False
        return True

    def _answer(self, line: ActionLine) -> str | None:
        """Return the ref that was answered for a row, now or of an earlier file."""
        given, kept = self._answers.refs, self._answers.titled
        answer = given.get(self._problems.cell(line.row, "ref").upper()) if given else None
        return answer or (kept.get(row_key(line.ref, line.title)) if kept else None)

    def once_each(self, lines: Sequence[ActionLine]) -> list[ActionLine]:
        """Return each action once; a ref on two lines is asked about unless both say the same."""
        kept: dict[str, ActionLine] = {}
        for line in lines:
            if not line.ref:
                continue
            first = kept.setdefault(match_key(line.ref), line)
            if first is line:
                continue
            if line.row in self._going_on:
                words = "\n".join(filter(None, (first.note, line.title, line.note)))
                kept[match_key(line.ref)] = replace(first, note=words)
                continue
            said = {n: v for n, v in vars(line).items() if v and getattr(first, n) not in (None, v, "")}
            if title_key(first.title) == title_key(line.title) and not {"status", "impact"} & said.keys():
                self._problems.doubt(
                    line.row,
                    "ref",
                    f"The ref {line.ref} stands twice with the same words: taken as one action.",
                )
                filled = {n: v for n, v in vars(line).items() if v is not None and getattr(first, n) is None}
                kept[match_key(line.ref)] = replace(first, **filled)
            elif line.row in self._given or line.row not in self._asked or first.row in self._asked:
                self._asked -= self._given & {line.row}
                self._ask_twice(first, line, kept)
        return list(kept.values())

    def _compare(self, line: ActionLine, own: Action | None) -> None:
        """Ask where the plan knows the title under another ref, or only a ref with a nought more."""
        titled = self._titled.get(title_key(line.title), ()) if self._titled else ()
        others = [action for action in titled if action is not own]
        if own is None:
            others = [action for action in others if not self._stands_here(action)]
        whole = match_key(_with_nought(line.ref))
        if others:
            other = next((action for action in others if match_key(action.ref) == whole), others[0])
            lost = ", with its nought lost" if match_key(other.ref) == whole else ""
            if own:
                named = f"{line.ref} is {quoted(own.title)} in the plan"
                told = f"{named}, and {quoted(line.title)} is {other.ref}{lost}"
            else:
                told = f"{line.ref} is not in the plan, where {quoted(line.title)} is {other.ref}{lost}"
            self._ask(line, f"{told}: which is this row?", other.ref)
        elif own is None and (longer := self._known.get(whole)) and whole not in self._rows:
            known = f"{longer.ref} is ({quoted(longer.title)})"
            told = f"{line.ref} ({quoted(line.title)}) is not in the plan, and {known}"
            self._ask(line, f"{told}: has its nought been lost?", longer.ref)
        elif self._follows_nine(line) and len(self._rows[match_key(line.ref)]) == 1:
            before = self._before[line.row]
            also = f"; {own.ref} is {quoted(own.title)} in the plan" if own else ""
            above = f"{before.ref} ({quoted(before.title)})"
            told = f"{line.ref} ({quoted(line.title)}) stands below {above}{also}"
            self._ask(line, f"{told}: has its nought been lost?", _with_nought(line.ref))
        elif own and _are_unlike(own.title, line.title):
            self._compare_unlike(line, own)

    def _compare_unlike(self, line: ActionLine, own: Action) -> None:
        """Ask about a wholly different title where the lead is another too, else tell it."""
        told = f"{own.ref} was {quoted(own.title)} and is {quoted(line.title)} here"
        if line.lead and own.lead and match_key(line.lead.role) != match_key(own.lead.role):
            asked = (
                f"{told}, with another lead: {own.ref} if it is the same action, or which ref has this one?"
            )
            self._ask(line, asked, own.ref)
        else:
            told = f"{told}: if that is another action, give it another ref."
            self._problems.doubt(line.row, "title", told)

    def _ask_twice(self, first: ActionLine, line: ActionLine, kept: dict[str, ActionLine]) -> None:
        told = (
            f"The ref {line.ref} stands on more than one line, for {quoted(first.title)} in "
            f"{self._problems.row_words(first.row)} and {quoted(line.title)} here"
        )
        whole = _with_nought(line.ref)
        before = self._before.get(line.row)
        is_apart = before is not None and match_key(before.ref) != match_key(line.ref)
        if whole and match_key(whole) not in self._rows and match_key(whole) not in kept and is_apart:
            self._ask(line, f"{told}: most likely {whole} with its nought lost.", whole)
        else:
            self._ask(line, f"{told}: give each its own, such as {line.ref}(A).", f"{line.ref}(A)")

    def _ask(self, line: ActionLine, message: str, offer: str) -> None:
        if line.row in self._asked:
            return
        self._asked.add(line.row)
        cell = self._problems.cell(line.row, "ref")
        ask = AskFor("--ref", cell, offer)
        self._problems.add(Problem(cell, printable(message), is_question=True, answer=ask))

    def _by_title(self, line: ActionLine) -> str:
        """Return the plan's ref for a title, if it is one action's."""
        found = self._titled.get(title_key(line.title), []) if line.title else []
        return found[0].ref if len(found) == 1 else ""

    def _stands_here(self, action: Action) -> bool:
        rows = self._rows.get(match_key(action.ref), ())
        return any(title_key(row.title) == title_key(action.title) for row in rows)

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

    def _follows_nine(self, line: ActionLine) -> bool:
        """Say whether 1.1 stands directly below 1.9, or 1.2 below 1.19."""
        match, before = _NOUGHTLESS.fullmatch(line.ref), self._before.get(line.row)
        return bool(match and before and before.ref == f"{match[1]}{int(match[2]) * 10 - 1}")


def _with_nought(ref: str) -> str:
    """Return a ref with the nought that a number loses: 1.10 of 1.1; empty where none can be lost."""
    return f"{ref}0" if _NOUGHTLESS.fullmatch(ref) and ref.count(".") == 1 else ""


def _typed_refs(text: str) -> list[str]:
    """Return what may have been typed where a spreadsheet shows a date: 1-2 or 1/2 of 01-Feb."""
    parts = re.findall(r"\d+|[a-z]+", text.casefold())[:3]
    typed = [part.lstrip("0") if part.isdecimal() else str(month_number(part)) for part in parts]
    return [f"“{mark.join(typed)}”" for mark in "-/"]


def _are_unlike(one: str, other: str) -> bool:
    """Say whether two titles share no word of any length."""
    words = [
        {w for w in re.findall(r"\w+", title.casefold()) if len(w) > len("the")} for title in (one, other)
    ]
    return words[0].isdisjoint(words[1])
