"""What families and young people said, which work answers it, and the words for both in any paper."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Paragraph, Strong
from send_actions.reports.sections.phrasing.cells import filled, one_line, quoted, sentence

NO_ACTION: Final = "No action is named for it."
"""What is said of a voice that belongs to no action that is done or being done."""

_NOT_BEGUN: Final = frozenset({Status.NOT_STARTED, None})
_WORDS_OF_WORK: Final = {"did": "Did", "are doing": "Doing"}


def voices_heard(plan: Plan) -> list[Evidence]:
    """The evidence by now in which families and young people speak, the newest first."""
    told = [one for one in plan.evidence if one.kind is EvidenceKind.VOICE and one.on <= plan.as_at]
    return sorted(told, key=lambda one: (one.on, one.id), reverse=True)


def doing_words(action: Action) -> str:
    """What "we" do of an action: did or are doing; empty of what has not begun or was stopped."""
    if action.status in DONE:
        return "did"
    return "" if action.status in _NOT_BEGUN or not action.is_open else "are doing"


def work_words(action: Action, otherwise: str = "") -> str:
    """What stands before an action in a list, by what we do of it, or other words where that is nothing."""
    return _WORDS_OF_WORK.get(doing_words(action), otherwise)


def with_difference(work: str, difference: str) -> str:
    """The work that answers a voice, and after it what difference it makes."""
    return f"{work}. Difference: {sentence(difference, keep=True)}"


def told_voice(voice: Evidence, answer: str) -> Paragraph:
    """One voice under its title and day, and after it what was done."""
    said = quoted(voice.shows) if voice.shows.strip() else "what was said is not written down"
    who = Strong(f"{filled(one_line(voice.title))}, {say_date(voice.on)}:")
    return Paragraph((who, f" {sentence(said, keep=True)} {answer}"))
