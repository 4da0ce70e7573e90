"""Which action each row is: a ref that a spreadsheet changed, or whose title is another's, is asked about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.drafting import LONGEST_REF
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.importers.answers import NEW, title_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import quoted, quoted_apart
from send_actions.importers.refs.counting_sheets import on_one_sheet
from send_actions.importers.refs.likely_actions import How, Likely
from send_actions.importers.refs.ref_answers import RefAnswers
from send_actions.importers.refs.renumbered import Renumbered
from send_actions.importers.refs.rows_as_one import differing, with_both_notes
from send_actions.importers.refs.spreadsheet_refs import (
    SpreadsheetRefs,
    comes_after_ten,
    follows_nine,
    with_nought,
)

_IN_TITLE: Final = re.compile(
    r"(?:(?i:action|recommendation|rec|ref|milestone|no)\.?\s+)?"
    r"\(?((?:[A-Z]{1,4} ?)?\d{1,3}(?:\.\w{1,5})+|\d{1,3}[a-z]?(?=[.)]\s))\)?"
    r"(?:[.):]\s*|\s*[-–—:|]\s+|\s+)(\S.*)",
    re.DOTALL,
)
_MOST: Final = 0.8


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
    lines: Sequence[ActionLine],
    plan: Plan | None,
    likely: Mapping[int, Likely],
    answers: RefAnswers,
    problems: Problems,
) -> list[ActionLine]:
    """Return the lines, each action once, with the refs that are meant."""
    settling = _Settling(lines, plan, likely, answers, problems)
    settled = on_one_sheet([settling.settle(line) for line in lines], answers.sheet, problems)
    answers.sheet_used = settled[1]
    return settling.once_each(settled[0])


class _Settling:
    """The rows of one file against each other and against the plan."""

    def __init__(
        self,
        lines: Sequence[ActionLine],
        plan: Plan | None,
        likely: Mapping[int, Likely],
        answers: RefAnswers,
        problems: Problems,
    ) -> None:
        self._likely, self._answers, self._problems = likely, answers, problems
        actions = plan.actions if plan else ()
        self._known = {match_key(action.ref): action for action in actions}
        self._titled: dict[str, list[Action]] = defaultdict(list)
        for action in actions:
            self._titled[title_key(action.title)].append(action)
        self._rows: dict[str, list[ActionLine]] = defaultdict(list)
        for line in lines:
            self._rows[match_key(line.ref)].append(line)
        self._before = dict(zip((line.row for line in lines[1:]), lines, strict=False))
        self._next = dict(zip((line.row for line in lines), lines[1:], strict=False))
        self._changed = SpreadsheetRefs(lines)
        self._going_on: set[int] = set()
        self._row_of = {match_key(one.action.ref): row for row, one in likely.items()}
        self._offered: set[str] = set()
        self._anew = Renumbered(lines, plan, likely, answers, problems)

    def settle(self, line: ActionLine) -> ActionLine:
        """Return a line with the ref that is meant, or ask for it."""
        if given := self._answers.given(line):
            return self._answered(line, given)
        own = self._known.get(match_key(line.ref))
        if line.is_compared or line.is_unnumbered or self._is_its_own(line):
            return line
        if len(line.ref) > LONGEST_REF:
            self._problems.ask(line.row, "ref", f"A ref has at most {LONGEST_REF} characters.")
            return line
        if self._anew.has(line):
            return self._anew.settled(line)
        told, offer = self._open_about(line, own)
        answer = self._answers.ask(line, told, self._once(line, offer)) if told else ""
        return self._answered(line, answer) if answer else line

    def _once(self, line: ActionLine, offer: str) -> str:
        """Return what to offer for a row: new for another row's ref, or one offered or answered already."""
        key = match_key(offer)
        if offer not in ("", NEW) and self._answers.claimed(offer, line):
            return NEW
        if offer in ("", NEW) or (self._row_of.get(key, line.row) == line.row and key not in self._offered):
            self._offered.add(key)
            return offer
        return NEW

    def _answered(self, line: ActionLine, answer: str) -> ActionLine:
        above = self._before.get(line.row)
        if not line.ref and above and match_key(above.ref) == match_key(answer):
            self._going_on.add(line.row)
        return replace(line, ref=answer)

    def _open_about(self, line: ActionLine, own: Action | None) -> tuple[str, str]:
        """Return what to ask about a row, and the ref that is most likely meant; nothing where it is sure."""
        if not line.ref:
            above = self._before.get(line.row)
            more = f"; {above.ref} would make it more of the row above" if above and above.ref else ""
            of_what = f" of {quoted(line.title)}" if line.title else ""
            return f"The ref is missing{of_what}{more}; none leaves the row out.", self._by_title(line)
        told, typed = self._changed.told(line, is_known=own is not None)
        if told:
            return told, self._by_title(line) or typed
        return (
            self._of_title(line, own) or self._of_nought(line, own) or self._of_words(line, own) or ("", "")
        )

    def once_each(self, lines: Sequence[ActionLine]) -> list[ActionLine]:
        """Return each action once; a ref on two lines is asked about unless both say the same."""
        kept: dict[str, ActionLine] = {}
        for line in lines:
            if line.ref:
                self._add(line, kept)
        return list(kept.values())

    def _add(self, line: ActionLine, kept: dict[str, ActionLine]) -> None:
        first = kept.setdefault(match_key(line.ref), line)
        if first is line:
            return
        if first.row in self._answers.open and self._is_its_own(line):
            kept[match_key(line.ref)] = line
            return
        if line.row in self._going_on:
            words = "\n".join(filter(None, (first.note, line.title, line.note)))
            kept[match_key(line.ref)] = replace(first, note=words)
            return
        said = {n: v for n, v in vars(line).items() if v and getattr(first, n) not in (None, v, "")}
        if title_key(first.title) == title_key(line.title) and not {"status", "impact"} & said.keys():
            left = " and ".join(differing(first, line))
            other = f" The {left} of this row {'are' if ' and ' in left else 'is'} left out." if left else ""
            told = f"The ref {line.ref} stands twice with the same words: taken as one action.{other}"
            self._problems.doubt(line.row, "ref", told)
            kept[match_key(line.ref)] = with_both_notes(first, line)
        elif line.row not in self._answers.open or first.row in self._answers.open:
            told, offer = self._of_two(first, line, kept)
            if answer := self._answers.ask(line, told, offer, but=line.ref):
                self._add(replace(line, ref=answer), kept)

    def _is_its_own(self, line: ActionLine) -> bool:
        """Say whether a row has the words that its ref has in the plan."""
        own = self._known.get(match_key(line.ref))
        return own is not None and title_key(own.title) == title_key(line.title)

    def _of_title(self, line: ActionLine, own: Action | None) -> tuple[str, str] | None:
        """Return what to ask where the plan knows the title under another ref."""
        titled = self._titled.get(title_key(line.title), ()) if self._titled else ()
        others = [action for action in titled if action is not own]
        if own is None:
            others = [action for action in others if not self._stands_here(action)]
        if not others:
            return None
        whole = match_key(with_nought(line.ref))
        other = next((action for action in others if match_key(action.ref) == whole), others[0])
        lost = ", with its nought lost" if match_key(other.ref) == whole else ""
        if own:
            known, here = quoted_apart(own.title, line.title)
            told = f"{line.ref} is {known} in the plan, and {here} is {other.ref}{lost}"
        else:
            told = f"{line.ref} is not in the plan, where {quoted(line.title)} is {other.ref}{lost}"
        return f"{told}: which is this row?", other.ref

    def _of_nought(self, line: ActionLine, own: Action | None) -> tuple[str, str] | None:
        """Return what to ask where a ref may have lost its nought."""
        whole = match_key(with_nought(line.ref))
        before = self._before.get(line.row)
        if own is None and (longer := self._known.get(whole)) and whole not in self._rows:
            known, here = quoted_apart(longer.title, line.title)
            told = f"{line.ref} ({here}) is not in the plan, and {longer.ref} is ({known})"
            return f"{told}: has its nought been lost?", longer.ref
        is_once = len(self._rows[match_key(line.ref)]) == 1
        if before and is_once and follows_nine(line.ref, before.ref):
            also = f"; {own.ref} is {quoted(own.title)} in the plan" if own else ""
            told = (
                f"{line.ref} ({quoted(line.title)}) stands below {before.ref} ({quoted(before.title)}){also}"
            )
            return f"{told}: has its nought been lost?", with_nought(line.ref)
        return None

    def _of_words(self, line: ActionLine, own: Action | None) -> tuple[str, str] | None:
        """Return what to ask where the title is much like another action's, or not at all like its own."""
        action, how = self._likely.get(line.row) or (None, None)
        was, here = quoted_apart(own.title if own else "", line.title)
        if action and action is own and how is How.FORMER:
            told = f"{own.ref} was {here} before it was {was} in the plan"
            self._problems.doubt(line.row, "title", f"{told}: taken as the same action.")
        if action and action is not own and how is not How.TITLE:
            title, same = quoted_apart(action.title, line.title)
            known = f"{action.ref} {title}"
            if own:
                told = f"{own.ref} is {was} in the plan, and {same} is more like {known}"
                return f"{told}: which is this row, {own.ref}, {action.ref} or new?", action.ref
            like = "stands where" if how is How.PLACE else "is not in the plan, and"
            stood = " stood" if how is How.PLACE else ""
            told = f"{line.ref} {same} {like} {known}{stood}, which is not in this file"
            return f"{told}: is it {action.ref}, or new?", NEW if how is How.PLACE else action.ref
        if own and line.title and action is None:
            told = f"{own.ref} was {was} and is {here} here"
            if other := self._answers.claimed(own.ref, line):
                where = self._problems.row_words(other.row)
                return (
                    f"{told}, and {where} was answered to be {own.ref}: new, or which ref has this one?",
                    NEW,
                )
            return f"{told}: {own.ref} if it is the same action, or new, or which ref has this one?", own.ref
        return None

    def _of_two(self, first: ActionLine, line: ActionLine, kept: Mapping[str, ActionLine]) -> tuple[str, str]:
        """Return what to ask of two rows with one ref."""
        one, other = quoted_apart(first.title, line.title)
        where, table_of = self._problems.row_words(first.row), self._problems.table_of
        told = f"The ref {line.ref} stands on more than one line, for {one} in {where} and {other} here"
        whole = with_nought(line.ref)
        before = self._before.get(line.row)
        is_apart = before is not None and table_of(first.row) == table_of(line.row)
        is_apart = is_apart and before is not None and match_key(before.ref) != match_key(line.ref)
        below = self._next.get(line.row)
        is_apart |= below is not None and comes_after_ten(below.ref, line.ref)
        if whole and match_key(whole) not in self._rows and match_key(whole) not in kept and is_apart:
            return f"{told}: most likely {whole} with its nought lost.", whole
        return f"{told}: give each its own, such as {line.ref}(A).", f"{line.ref}(A)"

    def _by_title(self, line: ActionLine) -> str:
        """Return the plan's ref for a title, if it is one action's."""
        found = self._titled.get(title_key(line.title), []) if line.title else []
        return found[0].ref if len(found) == 1 else ""

    def _stands_here(self, action: Action) -> bool:
        rows = self._rows.get(match_key(action.ref), ())
        return any(title_key(row.title) == title_key(action.title) for row in rows)
