"""One cell of the journey in words: how it stood at a board, and who said what of it, and why, until then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.history.folding import has_public_part
from send_actions.domain.plan import Action, Deadline, Plan, Timeline, Update
from send_actions.domain.plan.vocabulary import TROUBLED, Heard, Status
from send_actions.domain.words.dates import say_date, say_due, short_date
from send_actions.tui.drawing.actions import badge, fact_lines, refs_of, word, worded
from send_actions.tui.drawing.journey import Stand, stand_of_action, stand_of_area
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.text_layout import Line, hang, inline, length, wrap

MOST_TOLD: Final = 30
"""Actions of one area whose words are told together; of more, those of the worst are."""

_HEARD: Final = {
    Heard.RETURN: "by return",
    Heard.EMAIL: "by e-mail",
    Heard.MEETING: "at a meeting",
    Heard.JUDGEMENT: "own judgement",
}

TimelineOf = Callable[[Action], Timeline]
"""Gives what was said of an action, up to the plan's own day."""


@dataclass(frozen=True)
class Story:
    """A cell: the area or, with one, the action, and the stop at which it is looked at."""

    journey: Journey
    stops: Sequence[Snapshot]
    at: int
    area_id: int
    action_id: int | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it stood there."""
        return self.stops[self.at].plan

    @property
    def day(self) -> date:
        """The day of the board."""
        return self.plan.as_at

    @property
    def since(self) -> date | None:
        """The day of the board before; None at the first."""
        return self.stops[self.at - 1].plan.as_at if self.at else None

    @property
    def title(self) -> str:
        """What it is called, and the day."""
        if self.action_id is not None:
            action = next((a for a in self.journey.actions_of(self.area_id) if a.id == self.action_id), None)
            name = f"{action.ref} {action.title}" if action else ""
        else:
            area = next((area for area in self.journey.areas if area.id == self.area_id), None)
            name = f"{area.number} {area.title}" if area else ""
        return f"{inline(name)}, {say_date(self.day)}"

    def stand(self, at: int) -> Stand | None:
        """How it stood at a stop."""
        if self.action_id is None:
            return stand_of_area(self.stops[at], self.area_id)
        return stand_of_action(self.stops[at], self.action_id, self.area_id)

    @property
    def standing(self) -> Line:
        """How it stood, and how it had stood at the board before."""
        stand, before = self.stand(self.at), self.stand(self.at - 1) if self.at else None
        if stand is None:
            return [(self._absence, "dim")]
        (mark, hue), *words = worded(self.plan, stand.status)
        return [(mark.lstrip(), hue), *words, (self._before(stand.status, before), "dim")]

    @property
    def sentence(self) -> str:
        """The sum behind an area's letter; of an action when it is due."""
        stand = self.stand(self.at)
        return stand.sentence if stand else ""

    @property
    def _absence(self) -> str:
        if self.action_id in self.plan.actions_by_id:
            return "In another area then"
        was_there = any(self.stand(at) is not None for at in range(self.at))
        return "No longer in the plan" if was_there else "Not in the plan yet"

    def _before(self, status: Status | None, before: Stand | None) -> str:
        if self.since is None:
            is_board = any(meeting.on == self.day for meeting in self.plan.main_meetings)
            return ", at the first board" if is_board else ""
        if before is None:
            return f", new since {say_date(self.since)}"
        if before.status is status:
            return f", as on {say_date(self.since)}"
        return f", was {word(self.plan, before.status).lower()} on {say_date(self.since)}"


def brief_line(story: Story) -> Line:
    """A cell in one line: its day, how it stood, and the sum behind it."""
    tail = f" · {story.sentence}" if story.sentence else ""
    return [(f" {say_date(story.day)}  ", "bold"), *story.standing, (tail, "")]


def story_lines(story: Story, timeline_of: TimelineOf, width: int) -> list[Line]:
    """A cell in full: how it stood, the lead's judgement, and what was said since the board before."""
    first: Line = [(" ", ""), *story.standing]
    if story.stand(story.at) is None:
        return [first]
    if story.action_id is None:
        return [first, *_area_lines(story, timeline_of, width)]
    return [first, *_action_lines(story, timeline_of, width)]


def _area_lines(story: Story, timeline_of: TimelineOf, width: int) -> list[Line]:
    summary, plan = story.stops[story.at].summaries[story.area_id], story.plan
    actions = plan.actions_by_area[story.area_id]
    told = sorted(actions, key=lambda action: action is not summary.worst)[:MOST_TOLD]
    past = [(action, _until(timeline_of(action), story.day)) for action in told]
    lines = [*_judged_lines(story, width), *fact_lines("Actions", summary.sentence, width)]
    if summary.worst and summary.worst.status in TROUBLED:
        lines += _why_lines(story, *next(one for one in past if one[0] is summary.worst), width)
    said = [
        (action.ref, update, status)
        for action, timeline in past
        for update, status in _with_status(timeline)
        if story.since is None or update.on > story.since
    ]
    said.sort(key=lambda one: (one[1].on, one[1].change_id), reverse=True)
    spoken = {ref for ref, _, _ in said}
    silent = [action for action in told if action.is_open and action.ref not in spoken]
    lines += [[], [(f" {_heading(story, is_any=bool(said))}", "heading")]]
    for ref, update, status in said:
        lines += _entry_lines(plan, update, status, ref, width)
    if silent and said:
        lines += wrap_dim(f"Nothing said of {refs_of(silent)}", width)
    if len(actions) > MOST_TOLD:
        lines += wrap_dim(f"{MOST_TOLD} of {len(actions)} actions are told here: a lists all of them", width)
    return lines


def _action_lines(story: Story, timeline_of: TimelineOf, width: int) -> list[Line]:
    action = story.plan.actions_by_id[story.action_id or 0]
    timeline = _until(timeline_of(action), story.day)
    entries = list(reversed(list(_with_status(timeline))))
    since = story.since
    new = [one for one in entries if since is None or one[0].on > since]
    lines = fact_lines("Due", say_due(action.due), width) if action.due and say_due(action.due) else []
    lines += [[], [(f" {_heading(story, is_any=bool(new))}", "heading")]]
    for update, status in new:
        lines += _entry_lines(story.plan, update, status, "", width)
    if older := entries[len(new) :]:
        lines += [[], [(" Before", "heading")]]
        for update, status in older:
            lines += _entry_lines(story.plan, update, status, "", width)
    return lines


def _judged_lines(story: Story, width: int) -> list[Line]:
    said = [one for one in story.journey.judged.get(story.area_id, ()) if one.on <= story.day]
    if not said:
        return []
    last = said[-1]
    reason = f": {last.reason}" if last.reason else ""
    mark = badge(story.plan, last.status)[0][0].strip()
    words = f"{mark} {word(story.plan, last.status)} since {say_date(last.on)}{reason}"
    return [*fact_lines("Judged", words, width), *_tail(f"entered by {inline(last.actor)}", width)]


def _why_lines(story: Story, worst: Action, timeline: Timeline, width: int) -> list[Line]:
    """The worst action, and why it stands so where that was said before the board before."""
    given = next((u for u in timeline.updates if u.status is worst.status and u.note), None)
    is_new = given is not None and (story.since is None or given.on > story.since)
    reason = f". {say_date(given.on)}: {given.note}" if given and not is_new else ""
    return fact_lines("Worst", f"{worst.ref} {worst.title}{reason}", width)


def _heading(story: Story, *, is_any: bool) -> str:
    day, since = say_date(story.day), story.since
    span = f"after {say_date(since)}, up to {day}" if since else f"up to {day}"
    return f"Said {span}" if is_any else f"Nothing was said {span}"


def _until(timeline: Timeline, day: date) -> Timeline:
    """What was said up to a day, without what is private."""
    updates = [update for update in timeline.updates if update.on <= day and has_public_part(vars(update))]
    return Timeline(tuple(updates), tuple(one for one in timeline.deadlines if one.on <= day))


def _with_status(timeline: Timeline) -> Iterator[tuple[Update | Deadline, Status | None]]:
    """Yield what was said, oldest first, each with the status that it says or confirms."""
    entries: list[Update | Deadline] = [*timeline.updates, *timeline.deadlines[:-1]]
    entries.sort(key=lambda entry: (entry.on, entry.change_id))
    status: Status | None = None
    for entry in entries:
        if isinstance(entry, Deadline):
            yield entry, None
            continue
        status = entry.status or status
        yield entry, status if entry.status or entry.no_change else None


def _entry_lines(
    plan: Plan, entry: Update | Deadline, status: Status | None, ref: str, width: int
) -> list[Line]:
    """What was said: the action, the day, the status and the words; beneath, how it was heard and entered."""
    is_date = isinstance(entry, Deadline)
    mark: Line = [(" due", "dim")] if is_date else badge(plan, status) if status else [("    ", "")]
    name = f"{inline(ref)}  " if ref else ""
    start: Line = [(f" {name}{short_date(entry.on)} ", "dim"), *mark, ("  ", "")]
    words = _date_words(entry) if isinstance(entry, Deadline) else _words(plan, entry, status)
    indent = length(start)
    lines = hang(start, wrap(words, max(12, width - indent - 1)))
    return [*lines, *hang([(" " * indent, "")], wrap(_who(entry), max(12, width - indent - 1)), "dim")]


def _words(plan: Plan, update: Update, status: Status | None) -> str:
    parts = (
        update.note,
        "No change, still right" if update.no_change else "",
        f"Path to green: {update.path}" if update.path else "",
        f"By {say_date(update.path_by)}" if update.path_by else "",
        f"Asks the board: {update.ask}" if update.ask else "",
        f"Proof: {update.proof}" if update.proof else "",
        f"Impact {update.impact.word.lower()}" if update.impact else "",
        f"Look again on {say_date(update.look_again)}" if update.look_again else "",
    )
    said = " · ".join(inline(part) for part in parts if part)
    return said or (f"{word(plan, status)}, no reason given" if status else "")


def _date_words(deadline: Deadline) -> str:
    words = f"Now {say_due(deadline.due)}" if say_due(deadline.due) else "Date removed"
    return f"{words}: {deadline.reason}" if deadline.reason else words


def _who(entry: Update | Deadline) -> str:
    """How it was heard and from whom, and who entered it."""
    heard = entry.heard if isinstance(entry, Update) else None
    source = entry.heard_from if isinstance(entry, Update) else ""
    how = " ".join(filter(None, (_HEARD[heard] if heard else "", f"from {inline(source)}" if source else "")))
    told = f"heard {how}" if how and heard is not Heard.JUDGEMENT else how
    return ", ".join(filter(None, (told, f"entered by {inline(entry.actor)}")))


def _tail(words: str, width: int) -> list[Line]:
    return [[(f"{'':10}{part}", "dim")] for part in wrap(words, max(8, width - 11))]


def wrap_dim(words: str, width: int) -> list[Line]:
    """A remark, in as many lines as it needs."""
    return [[(f" {part}", "dim")] for part in wrap(words, max(8, width - 2))]
