"""Everything that a plan says of one action, as a heading and a list of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.plan import Action, Deadline, Evidence, Plan, Update
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement, step_words
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Heading, Paragraph, Run, Strong
from send_actions.reports.sections.phrasing.cells import (
    day_words,
    due_phrase,
    full_name,
    impact_word,
    mark,
    one_line,
    owner_words,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.evidence_kept import evidence_of_actions, evidence_words

Said = Mapping[int, Sequence[Update]]
"""What was said of each action by its row id, newest first."""

Deadlines = Mapping[int, Sequence[Deadline]]
"""The due dates said of actions whose date ever moved, by row id, newest first."""


class ActionTeller:
    """Tells the actions of a plan one after another, as one section names them."""

    def __init__(self, plan: Plan, said: Said, deadlines: Deadlines, naming: Naming) -> None:
        self._plan, self._said, self._deadlines, self._naming = plan, said, deadlines, naming
        self._kept = evidence_of_actions(plan)
        self._measures = {measure.id: measure for measure in plan.measures}

    def tell(self, action: Action) -> Iterator[Block]:
        """Yield an action's heading and all that is said of it; what is not said is left out."""
        self._naming.action(action)  # its heading names it
        yield Heading(4, full_name(action))
        facts = [self._status(action), *self._facts(action)]
        yield BulletList(tuple(facts))

    def _facts(self, action: Action) -> Iterator[Paragraph]:
        if is_withheld(action):
            yield _fact("Due", _due(self._plan, action))
            yield _fact("Detail", "exempt")
            return
        tellers: tuple[Callable[[Action], Iterator[tuple[str, str]]], ...] = (
            *(self._why, self._impact, self._dates, self._people, self._steps, self._links, self._evidence),
        )
        for teller in tellers:
            for label, words in teller(action):
                yield _fact(label, words)
        if lines := list(self._updates(action)):
            runs: tuple[Run, ...] = (Strong("What was said, newest first:"), *(f"\n{line}" for line in lines))
            yield Paragraph(runs)

    def _status(self, action: Action) -> Paragraph:
        since = f", since {say_date(action.since)}" if action.since else ""
        was = f", before that {status_word(self._plan, action.was).lower()}" if action.was else ""
        agreed = ", agreed by a meeting" if action.status_agreed else ""
        stands = mark(self._plan, action.status)
        return Paragraph((Strong("Status:"), " ", stands, f"{since}{was}{agreed}."))

    def _why(self, action: Action) -> Iterator[tuple[str, str]]:
        """Yield the reason of the status, the path to green, what is asked and what proves it is done."""
        if action.status in REASONED:
            reason = (action.reason_on, one_line(action.reason))
            yield "Why", say_statement(reason) if action.reason.strip() else "no reason is given"
        if action.confirmed_on and action.confirmed_on > (action.reason_on or date.min):
            yield "Confirmed", f"no change, still right, {say_date(action.confirmed_on)}"
        if action.path.strip() or action.path_by:
            by = f" by {day_words(action.path_by, self._plan.as_at)}" if action.path_by else ""
            yield f"Path to green{by}", one_line(action.path) or "not written down"
        if action.ask.strip():
            yield "Asked of the board", say_statement((action.ask_on, one_line(action.ask)))
        if action.look_again:
            yield "To be looked at again", day_words(action.look_again, self._plan.as_at)
        if action.proof.strip():
            yield "Proof", one_line(action.proof)

    def _impact(self, action: Action) -> Iterator[tuple[str, str]]:
        shown = one_line(action.impact_shown_by)
        yield "Impact", impact_word(action.impact).lower() + (f", shown by {shown}" if shown else "")
        if action.success_measure.strip():
            yield "Success would be", one_line(action.success_measure)

    def _dates(self, action: Action) -> Iterator[tuple[str, str]]:
        yield "Due", _due(self._plan, action)
        moves = [_move(deadline) for deadline in self._deadlines.get(action.id, ())][:-1]
        if moves:
            yield "How its date moved, newest first", " ".join(map(sentence, moves))
        if action.start:
            yield "Starts", say_date(action.start)

    def _people(self, action: Action) -> Iterator[tuple[str, str]]:
        yield "Lead", owner_words(action.lead)
        if action.sro:
            yield "Accountable", owner_words(action.sro)
        if action.partners:
            yield "Partners", ", ".join(map(one_line, action.partners))
        if action.exempt:
            yield "Exempt", "a board sees its number, status and dates, and nothing else"

    def _steps(self, action: Action) -> Iterator[tuple[str, str]]:
        if action.steps:
            yield "Steps", "; ".join(one_line(step_words(step, self._plan.as_at)) for step in action.steps)

    def _links(self, action: Action) -> Iterator[tuple[str, str]]:
        """Yield what it is meant to move, what it waits for and what else it serves."""
        measures = [self._measures[id_] for id_ in action.measures if id_ in self._measures]
        if measures:
            yield "Meant to move", "; ".join(one_line(measure.title) for measure in measures)
        actions, areas = self._plan.actions_by_id, self._plan.areas_by_id
        needs = [actions[id_] for id_ in action.depends_on if id_ in actions]
        if needs:
            yield "Depends on", self._naming.actions(needs)
        also = [areas[id_] for id_ in action.supports if id_ in areas]
        if also:
            yield "Also supports", "; ".join(f"area {self._naming.area(area)}" for area in also)

    def _evidence(self, action: Action) -> Iterator[tuple[str, str]]:
        kept: Iterable[Evidence] = self._kept.get(action.id, ())
        if told := "; ".join(map(evidence_words, kept)):
            yield "Evidence kept", told

    def _updates(self, action: Action) -> Iterator[str]:
        """Yield each update after its day: its status, or that nothing changed, and its note."""
        for update in self._said.get(action.id, ()):
            stands = status_word(self._plan, update.status).lower() if update.status else ""
            told = "no change, still right" if update.no_change else stands
            note = one_line(update.note)
            words = ". ".join(filter(None, (told[:1].upper() + told[1:], note)))
            if words:
                yield sentence(say_statement((update.on, words)), keep=True)


def _move(deadline: Deadline) -> str:
    """A due date as it was said on its day, why, and under which minute it was agreed."""
    why = f", because: {one_line(deadline.reason).removesuffix('.')}" if deadline.reason.strip() else ""
    minute = f" (minute {one_line(deadline.minute)})" if deadline.minute.strip() else ""
    return f"{say_date(deadline.on)}: to {due_phrase(deadline.due)}{why}{minute}"


def _due(plan: Plan, action: Action) -> str:
    """When it is due, whether that has passed, and from which first date it was moved."""
    late = ", overdue" if is_overdue(action, plan.as_at) else ""
    if not action.due_moves:
        return f"{due_phrase(action.due)}{late}"
    first = "back at its first date" if action.is_due_at_first else f"first {due_phrase(action.first_due)}"
    agreed = "agreed by a meeting" if action.due_agreed else "not yet agreed by a meeting"
    return f"{due_phrase(action.due)}{late}; {first}, moved {say_times(action.due_moves)}, {agreed}"


def _fact(label: str, words: str) -> Paragraph:
    return Paragraph((Strong(f"{label}:"), f" {sentence(words, keep=True)}"))
