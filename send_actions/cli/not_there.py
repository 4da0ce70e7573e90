"""What is said of an action or area that is not there: what it is, from when it is, or the nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from send_actions.cli.wrong_usage import quoted
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import clean, cut, fold, natural, printable
from send_actions.domain.words.choices import nearest_ref
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.store.reader import Reader, read_actions, read_timeline

_LONGEST_QUOTE = 40
_MOST_APART = 4


class Looked(NamedTuple):
    """A plan as it is looked at, where it is read from, the day it is and the record asked for."""

    plan: Plan
    reading: Reader
    today: date
    record: int | None = None


def no_action(typed: str, view: Looked) -> UsageError:
    """Return the refusal of a ref that no action of the plan has on the day."""
    word = _word(typed)
    plan = view.plan
    refs = [action.ref for action in plan.actions]
    several = [found for part in re.split(r"[,;&+]", typed) if (found := _same(part, refs))]
    if len(several) > 1:
        apart = " ".join(several)
        return UsageError(f'There is no action "{word}": write {apart} apart, or one of them.')
    if apart := _apart(typed, refs):
        return UsageError(f'There is no action "{word}": write refs apart, with spaces, as in {apart}.')
    if number := _same(typed, (area.number for area in plan.areas)):
        own = quoted(number)
        return UsageError(
            f"{number} is an area, not an action: `send-actions areas {own}` shows it, `send-actions list "
            f"area:{own}` its actions, `send-actions edit {own} --area` changes its wording."
        )
    if told := _at_another_time(typed, view):
        return UsageError(told)
    from send_actions.domain.filters.terms import read_flag, term_of

    bare = clean(typed, one_line=True)
    if term := bare if read_flag(bare) else term_of(bare):
        return UsageError(f'There is no action "{word}": did you mean `send-actions list {term}`?')
    near = nearest_ref(typed, refs)
    tail = f": did you mean {printable(near)}?" if near else ", nor one like it: see `send-actions list`."
    return UsageError(f'There is no action "{word}"{tail}')


def _apart(typed: str, refs: Sequence[str]) -> str:
    """Return the first refs that a range, a list or a star names; empty for anything else."""
    bare = clean(typed, one_line=True).strip(",;&+ ")
    first, dash, last = bare.partition("-")
    refs = sorted(refs, key=natural)
    if bare.endswith("*"):
        found = [ref for ref in refs if fold(ref).startswith(fold(bare[:-1]))] if bare[:-1] else []
    elif dash and (begin := _same(first, refs)) and (end := _same(last, refs)):
        found = refs[refs.index(begin) : refs.index(end) + 1]
    else:
        found = [ref for ref in refs if bare != typed.strip() and fold(ref) == fold(bare)]
    more = " …" if len(found) > _MOST_APART else ""
    return printable(" ".join(map(quoted, found[:_MOST_APART]))) + more


def no_area(typed: str, plan: Plan) -> UsageError:
    """Return the refusal of a number that no area of the plan has on the day."""
    word = _word(typed)
    if ref := _same(typed, (action.ref for action in plan.actions)):
        return UsageError(f"{ref} is an action, not an area: {_ways(ref)}.")
    numbers = [area.number for area in plan.areas]
    titled = [area.number for area in plan.areas if fold(clean(typed, one_line=True)) in fold(area.title)]
    near = nearest_ref(typed, numbers)
    near = near if near and _is_slip(clean(typed, one_line=True), near) else None
    near = near or (titled[0] if len(titled) == 1 else None)
    tail = f": did you mean {printable(near)}?" if near else ", nor one like it: see `send-actions areas`."
    return UsageError(f'There is no area "{word}"{tail}')


def _is_slip(typed: str, near: str) -> bool:
    """Say whether a number may be meant for another: the next to it, or with a digit more or less."""
    if not (typed.isdecimal() and near.isdecimal()):
        return True
    return abs(int(typed) - int(near)) == 1 or typed.startswith(near) or near.startswith(typed)


def _ways(ref: str) -> str:
    own = quoted(ref)
    return f"`send-actions show {own}` shows it, `send-actions edit {own}` changes its wording"


def first_day_of(action: Action, reading: Reader) -> date:
    """Return the day from which an action is there: its own, or its first statement's if that is earlier."""
    timeline = read_timeline(reading, action.id, date.max)
    own = reading.rows("one action", action_id=action.id)[0]
    return min([date.fromisoformat(own["on"]), *(update.on for update in timeline.updates)])


def _at_another_time(typed: str, view: Looked) -> str:
    """Return what there is to say of a ref that is in the plan of today, but not as it is looked at."""
    now = read_actions(view.reading, view.today, chosen=lambda row: bool(_same(typed, [row["ref"]])))
    action = next((a for a in now.actions if _same(typed, [a.ref])), None)
    if action is None:
        return ""
    then = view.plan.actions_by_id.get(action.id)
    on = f"on {say_date(view.plan.as_at)}"
    if then:
        return f"{action.ref} was {then.ref} {on}: `send-actions show {quoted(then.ref)}` shows it as it was."
    if view.record is not None and view.plan.as_at >= first_day_of(action, view.reading):
        return f"{action.ref} was not known at record {view.record}: leave --record out, or give a later one."
    first = say_date(first_day_of(action, view.reading))
    return f"There is no action {action.ref} {on}: it is there from {first}."


def _word(typed: str) -> str:
    return printable(cut(typed.strip(), _LONGEST_QUOTE))


def _same(typed: str, names: Iterable[str]) -> str | None:
    wanted = fold(clean(typed, one_line=True))
    return next((name for name in names if fold(name) == wanted), None)
