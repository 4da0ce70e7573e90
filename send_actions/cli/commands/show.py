"""`show`: one action in full, with its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from send_actions.cli.action_json import action_in_full
from send_actions.cli.options import Ref, ViewOptions, grouped_options
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import impact_word, sentences, status_cells, status_word, status_words
from send_actions.cli.plan_view import PlanView, open_plan, with_refs
from send_actions.cli.terminal import Terminal, is_terminal, line_of, pad, wrap
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.history.folding import has_public_part, is_same_due
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Deadline, Plan, Timeline, Update
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.words.dates import say_date, say_due, short_date
from send_actions.domain.words.dues import due_words
from send_actions.domain.words.statements import labelled_statements, say_statement, step_words
from send_actions.reports.listed_actions import action_rows
from send_actions.store.reader import read_timeline

_LABEL = 12
_DATE = 9


class Shown(Noun):
    """One action with its past, and the plan it stands in."""

    action: Action
    timeline: Timeline
    view: PlanView

    @cached_property
    def past(self) -> list[TimelineEntry]:
        """What was said of it; private notes do not leave the terminal."""
        return timeline_entries(self.timeline, self.view.plan, with_private=is_terminal())


@grouped_options
def show_action(ref: Ref, *, options: ViewOptions) -> None:
    """Show one action: how it stands and why, what the checks ask, and all that was said of it.

    send-actions show 9.3
    """
    with open_plan(options.db, options.as_at, options.record, with_refs([ref])) as view:
        action = view.action(ref)
        timeline = read_timeline(view.reading, action.id, view.plan.as_at, options.record)
        shown = Shown(action, timeline, view)
        listing = Listing(
            kind="action",
            items=lambda: [action_in_full(action, timeline, view)],
            rows=lambda: action_rows([action], view),
            lines=lambda: _lines(shown),
            table=lambda terminal: _page(shown, terminal),
            summary=f"A{stamp(view)[1:]}.",
            private=sum(bool(update.private_note) for update in timeline.updates),
        )
        page = page_of(listing, view, options)
    write_page(page)


def _facts(shown: Shown) -> Iterator[tuple[str, str]]:
    """Return a label and text for each thing there is to say; a text may have several lines."""
    action, plan = shown.action, shown.view.plan
    area = plan.area_of(action)
    supported = [plan.areas_by_id[id_] for id_ in action.supports if id_ in plan.areas_by_id]
    needed = [plan.actions_by_id[id_] for id_ in action.depends_on if id_ in plan.actions_by_id]
    yield "Area", f"{area.number} {area.title}"
    yield from labelled_statements(action)
    yield "Ask", say_statement((action.ask_on, action.ask)) if action.ask else ""
    yield "Path", action.path
    yield "Path by", say_date(action.path_by) if action.path_by else ""
    yield "Look again", say_date(action.look_again) if action.look_again else ""
    yield "Proof", action.proof
    yield "Impact", impact_word(action.impact)
    yield "Shown by", action.impact_shown_by
    yield "Due", due_words(action, days_overdue(action, plan.as_at))
    yield "Start", say_date(action.start) if action.start else ""
    yield "Lead", str(action.lead or "nobody named")
    yield "SRO", str(action.sro or "")
    yield "Partners", ", ".join(action.partners)
    yield "Success", action.success_measure
    yield "Measures", "\n".join(m.title for m in plan.measures if m.id in action.measures)
    yield "Steps", "\n".join(step_words(step, plan.as_at) for step in action.steps)
    yield "Supports", "\n".join(f"{area.number} {area.title}" for area in supported)
    yield (
        "Depends on",
        "\n".join(f"{a.ref} {a.title} ({status_word(plan, a.status).lower()})" for a in needed),
    )
    yield "Exempt", "yes" if action.exempt else ""
    proofs = [evidence for evidence in plan.evidence if evidence.action_id == action.id]
    yield "Evidence", "\n".join(f"{evidence.title}, {say_date(evidence.on)}" for evidence in proofs)


def _questions(shown: Shown) -> list[str]:
    return [flag.message for flag in shown.view.flags_by_action.get(shown.action.id, ())]


def _lines(shown: Shown) -> Iterator[str]:
    """Return labelled lines: what is said more than once has its label more than once."""
    action = shown.action
    yield line_of(f"{action.ref}: {action.title}")
    yield f"Status: {line_of(status_words(shown.view.plan, action))}"
    for label, text in _facts(shown):
        yield from (f"{label}: {line}" for line in wrap(text, None) if line)
    yield from (f"Check: {line_of(question)}" for question in _questions(shown))
    for entry in shown.past:
        status = f"{status_word(shown.view.plan, entry.status)}. " if entry.status else ""
        yield line_of(f"{say_date(entry.on)}: {status}{entry.words}")


def _page(shown: Shown, terminal: Terminal) -> Iterator[str]:
    """Return the page for a terminal: the heading, the facts and the past, each wrapped beside its label."""
    action, plan = shown.action, shown.view.plan
    room = terminal.width - _LABEL if terminal.width else None
    heading = wrap(f"{action.ref}  {action.title}", terminal.width)
    yield from (terminal.paint(line, "bold") for line in heading)
    cell = status_cells(plan, [action.status])[0]
    tail = status_words(plan, action).removeprefix(status_word(plan, action.status))
    yield terminal.paint(line_of(cell.text), cell.style) + line_of(tail)
    yield ""
    facts = [*_facts(shown), *(("Check", question) for question in _questions(shown))]
    before = ""
    for label, text in facts:
        for number, line in enumerate(wrap(text, room) if text else []):
            is_first = number == 0 and label != before
            yield terminal.paint(pad(label if is_first else "", _LABEL), "dim") + line
        before = label
    yield from _past(shown, terminal)


def _past(shown: Shown, terminal: Terminal) -> Iterator[str]:
    found = shown.past
    cells = status_cells(shown.view.plan, [entry.status for entry in found])
    width = max((len(cell.text) for entry, cell in zip(found, cells, strict=True) if entry.status), default=0)
    indent = _DATE + 2 + width + 2
    if found:
        yield ""
    for entry, cell in zip(found, cells, strict=True):
        status = pad(line_of(cell.text) if entry.status else "", width)
        start = f"{short_date(entry.on)}  {terminal.paint(status, cell.style)}  "
        for number, line in enumerate(wrap(entry.words, terminal.width - indent if terminal.width else None)):
            yield ((start if number == 0 else " " * indent) + line).rstrip()


class TimelineEntry(Noun):
    """What was said on a date: a status if one was, and the rest in words."""

    on: date
    status: Status | None
    words: str


def timeline_entries(timeline: Timeline, plan: Plan, *, with_private: bool) -> list[TimelineEntry]:
    """Return all that was said, newest first; private notes only where they are asked for."""
    updates = timeline.updates
    if not with_private:
        told = (u for u in updates if has_public_part(vars(u)))
        updates = tuple(replace(u, private_note="") if u.private_note else u for u in told)
    entries: list[Update | Deadline] = [*updates, *timeline.deadlines]
    entries.sort(key=lambda entry: (entry.on, entry.change_id), reverse=True)
    return [_update(e, plan) if isinstance(e, Update) else _deadline(e, timeline, plan) for e in entries]


def _update(update: Update, plan: Plan) -> TimelineEntry:
    heard = [part for part in (update.heard.value if update.heard else "", update.heard_from) if part]
    source = f" ({', '.join(heard)})" if heard else ""
    return TimelineEntry(update.on, update.status, _capitalised(_parts(update, plan)) + source)


def _capitalised(parts: Iterable[str]) -> str:
    return sentences(part[:1].upper() + part[1:] for part in parts)


def _parts(update: Update, plan: Plan) -> Iterator[str]:
    """Return what an update says in words, its status apart."""
    agreed = agreed_at(update.agreed_meeting_id, plan) if update.agreed_meeting_id is not None else ""
    silent = not (update.note or update.no_change) and update.status in REASONED
    labelled = (
        ("", update.note or ("no reason given" if silent else "")),
        ("", "no change, still right" if update.no_change else ""),
        ("impact ", update.impact.word.lower() if update.impact else ""),
        ("shown by ", update.impact_shown_by),
        ("asks the board: ", update.ask),
        ("path to green: ", update.path),
        ("by ", say_date(update.path_by) if update.path_by else ""),
        ("look again on ", say_date(update.look_again) if update.look_again else ""),
        ("proof: ", update.proof),
        ("", agreed),
        ("private note: ", update.private_note),
    )
    return (f"{label}{text}" for label, text in labelled if text)


def _deadline(deadline: Deadline, timeline: Timeline, plan: Plan) -> TimelineEntry:
    parts = [_due(deadline, timeline) + (f": {deadline.reason}" if deadline.reason else "")]
    if deadline.agreed_meeting_id is not None:
        minute = f", minute {deadline.minute}" if deadline.minute else ""
        parts.append(agreed_at(deadline.agreed_meeting_id, plan) + minute)
    return TimelineEntry(deadline.on, None, _capitalised(parts))


def _due(deadline: Deadline, timeline: Timeline) -> str:
    due, before = say_due(deadline.due), timeline.due_before(deadline)
    if not due:
        return "due date removed"
    if before is None:
        return f"due {due}"
    return f"still due {due}" if is_same_due(before.due, deadline.due) else f"due date moved to {due}"


def agreed_at(meeting_id: int, plan: Plan) -> str:
    """Return which meeting agreed to it."""
    meeting = plan.meetings_by_id.get(meeting_id)
    return f"agreed by {meeting.series} on {say_date(meeting.on)}" if meeting else "agreed by a meeting"
