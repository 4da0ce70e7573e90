"""News for families, an item a sentence or two: decided, better, not yet there, not better, said and done."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.plan import Measure, Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.reports.disclosure import say_public_value
from send_actions.reports.sections.board.difference import measures_that_matter
from send_actions.reports.sections.phrasing.cells import sentence
from send_actions.reports.sections.phrasing.heard import doing_words
from send_actions.reports.sections.phrasing.milestones import due_by_now, latest_of
from send_actions.reports.sections.public.plain_words import PlainWords
from send_actions.reports.sections.public.public_measures import is_due_met, last_two, way_it_went
from send_actions.reports.sections.public.public_work import late_actions, what_shows_it
from send_actions.reports.sections.public.said_and_done import Heard, heard_from_families

_DECIDED = frozenset({MinuteKind.DECISION, MinuteKind.RESOLVED})
_THAT = "That "
_MOST = 4
"""How many items say what is better, and as many what is not."""

_CHANGED = {
    None: "We do not know yet what it has changed.",
    Impact.TOO_EARLY: "It is too soon to say what it has changed.",
    Impact.NONE_YET: "It has not changed things yet.",
    Impact.EMERGING: "There are first signs that it helps.",
    Impact.EVIDENCED: "It has helped.",
}
_SEEN = frozenset({Impact.EMERGING, Impact.EVIDENCED})
_NOT_SHOWN = "We think it helps, but we cannot show you yet."


def last_board(plan: Plan) -> Meeting | None:
    """The last meeting of the board that was held by the plan's date, that day's own too."""
    held = [meeting for meeting in plan.main_meetings if meeting.on <= plan.as_at]
    return max(held, key=lambda meeting: (meeting.on, meeting.id), default=None)


def decided(plan: Plan, plain: PlainWords) -> list[str]:
    """What the board decided when it last met; in other words where its own are not plain."""
    board = last_board(plan)
    minutes = [m for m in plan.minutes if board and m.meeting_id == board.id and m.kind in _DECIDED]
    return list(dict.fromkeys(_decision(plan, plain, minute) for minute in minutes))


def better(plan: Plan, plain: PlainWords) -> list[str]:
    """The measures that went the right way and missed nothing that was due, and work newly done."""
    right = (one for one in _in_order(plan) if way_it_went(one) == "Better")
    told = [_better(one, plain) for one in right if is_due_met(one, plan) is not False]
    done = [a for a in plan.actions if a.status in DONE and a.impact in _SEEN and what_shows_it(plan, a)]
    done.sort(key=lambda action: (action.since is not None, action.since), reverse=True)
    names = (plain.name(action.title) for action in done)
    return _some(told, [f"This is done: {name}." for name in names if name])


def not_yet(plan: Plan, plain: PlainWords) -> list[str]:
    """The measures that went the right way and missed what was due."""
    right = (one for one in _in_order(plan) if way_it_went(one) == "Better")
    return list(filter(None, (_not_better(measure, plan, plain) for measure in right)))


def not_better(plan: Plan, plain: PlainWords) -> list[str]:
    """The other measures that missed what was due or went the wrong way, then what has been late longest."""
    others = (one for one in _in_order(plan) if way_it_went(one) != "Better")
    told = [_not_better(measure, plan, plain) for measure in others]
    names = (plain.name(action.title) for action in late_actions(plan))
    return _some(told, [f"This is late: {name}." for name in names if name])


def said_and_did(plan: Plan, plain: PlainWords) -> list[str]:
    """What families and young people said and what was done, the newest first; what led to work first."""
    heard = sorted(heard_from_families(plan), key=lambda one: one.action is None)
    return [item for one in heard if (item := _heard(one, plan, plain))]


def _decision(plan: Plan, plain: PlainWords, minute: Minute) -> str:
    text = minute.text.strip()
    if text.startswith(_THAT):
        text = f"The board agreed that {text.removeprefix(_THAT)}"
    return plain.say(text) or _about(plan, plain, minute)


def _about(plan: Plan, plain: PlainWords, minute: Minute) -> str:
    action = plan.actions_by_id.get(minute.action_id or 0)
    area = plan.areas_by_id.get(action.area_id if action else minute.area_id or 0)
    name = plain.name(area.title) if area else ""
    return f"It made a decision on this: {name}." if name else "It made a decision on a part of the plan."


def _some(measures: list[str], work: list[str]) -> list[str]:
    """Return what some measures say and some work, more of each where there is less of the other."""
    told = list(filter(None, measures))
    beside = work[: max(_MOST - len(told), _MOST // 3)]
    return [*told[: _MOST - len(beside)], *beside]


def _in_order(plan: Plan) -> Iterator[Measure]:
    """Yield the measures, those first that matter most."""
    first = measures_that_matter(plan)
    yield from first
    yield from (measure for measure in plan.measures if measure not in first)


def _better(measure: Measure, plain: PlainWords) -> str:
    name, latest, was = plain.name(measure.title), latest_of(measure), _before(measure, plain)
    now = _value(measure, latest.value, plain) if latest else ""
    return f"{name}: now {now}. {was}".strip() if name and now and was else ""


def _not_better(measure: Measure, plan: Plan, plain: PlainWords) -> str:
    name, latest, step = plain.name(measure.title), latest_of(measure), due_by_now(measure, plan.as_at)
    now = _value(measure, latest.value, plain) if latest else ""
    if not (name and now):
        return ""
    was, due = _before(measure, plain), ""
    if step and is_due_met(measure, plan) is False:
        due = _value(measure, step.value, plain)
    if due and step:
        unknown = "" if way_it_went(measure) else " We cannot say if it is better."
        return f"{name}: now {now}. {was}We aimed for {due} by {say_date(step.by)}.{unknown}"
    return f"{name}: now {now}. {was}".strip() if was and way_it_went(measure) == "Worse" else ""


def _before(measure: Measure, plain: PlainWords) -> str:
    """What the reading before was, where it is known and shown otherwise than the latest."""
    two = last_two(measure)
    was, now = (_value(measure, reading.value, plain) for reading in two) if two else ("", "")
    return f"It was {was} before. " if was and was != now else ""


def _value(measure: Measure, value: float, plain: PlainWords) -> str:
    said = plain.name(say_public_value(value, measure.unit))
    return said[:1].lower() + said[1:]


def _heard(heard: Heard, plan: Plan, plain: PlainWords) -> str:
    said = plain.say(heard.said.shows)
    if not said:
        return ""
    name = plain.name(heard.action.title) if heard.action else ""
    if heard.action and name:
        is_bare = heard.action.impact in _SEEN and not what_shows_it(plan, heard.action)
        changed = _NOT_SHOWN if is_bare else _CHANGED[heard.action.impact]
        return f"You said: {said} We {doing_words(heard.action)} this: {name}. {changed}"
    return f"You said: {said} {sentence('We do not say yet what we will do')}"
