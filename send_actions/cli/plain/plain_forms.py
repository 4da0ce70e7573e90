"""A form in plain lines: one question after another, with what was typed kept until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.cli.plain.sitting import Sitting, told
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import BackError, ask, choose, say, sure
from send_actions.cli.terminal import line_of
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Change
from send_actions.errors import EditConflictError, SendActionsError

LEAVES_OUT: Final = "-"
"""What is typed to leave out what was typed before."""

Answers = Mapping[str, str]
"""What was typed, by the ids of the questions."""

Seen = Mapping[int, int | None]
"""The versions of the actions that the person heard, by their row ids."""


class Question(NamedTuple):
    """One question: its id, what it asks, a hint, how its words are read, whether it wants an answer."""

    id: str
    words: str
    hint: str = ""
    reads: Callable[[str], object] = str
    is_needed: bool = False


class Stands(NamedTuple):
    """How something stands now: its version, and what is said of it."""

    version: int
    words: str


class About(NamedTuple):
    """What a form changes: the versions that were heard, by row id, and how that stands in the plan now."""

    heard: Seen
    now: Callable[[PlanView], Mapping[int, Stands]]


NEW: Final = About({}, lambda _view: {})
"""What a form is about that changes nothing there is."""


def about_actions(actions: Sequence[Action]) -> About:
    """Return actions as what a form changes."""

    def now(view: PlanView) -> dict[int, Stands]:
        there = (view.plan.actions_by_id.get(action.id) for action in actions)
        return {one.id: Stands(one.version, told(one, view)) for one in there if one}

    return About({action.id: action.version for action in actions}, now)


class PlainForm(Noun):
    """What is asked, and what becomes of the answers.

    `title` says what it does, such as "Set 9.3 to off track". `closes` is what to ask before it is saved, of
    the answers; an empty question asks nothing. `save` is given the answers and the versions that were heard.
    """

    title: str
    questions: Sequence[Question]
    save: Callable[[Answers, Seen], None]
    about: About = NEW
    closes: Callable[[Answers], str] = lambda _answers: ""


def fill(form: PlainForm, sitting: Sitting) -> bool:
    """Ask what a form asks and save it; say whether it was. What is not saved is kept for the next time."""
    kept = sitting.memory.unsaved.setdefault(form.title, {})
    seen = dict(form.about.heard)
    if form.questions:
        say("", f"{form.title}. {_manner(sitting)}".rstrip())
    try:
        while not _is_saved(form, kept, seen, sitting):
            pass
    except BackError:
        _say_kept(form, kept)
        return False
    sitting.memory.unsaved.pop(form.title, None)
    sitting.memory.saved += 1
    return True


def _manner(sitting: Sitting) -> str:
    """Say once in a sitting how a form is filled in."""
    if "form" in sitting.memory.said:
        return ""
    sitting.memory.said.add("form")
    return "Enter alone leaves a question out, 0 goes one back, Ctrl+C leaves the form."


def _is_saved(form: PlainForm, kept: dict[str, str], seen: dict[int, int | None], sitting: Sitting) -> bool:
    """Ask, and save; say whether that was the end of it. Raises BackError when the form is left."""
    _ask_all(form.questions, kept)
    question = form.closes(kept)
    if question and not sure(question):
        raise BackError(was_typed=True)
    before = _newest_change(sitting)
    try:
        return _saved(form, kept, seen, sitting)
    except SendActionsError as refusal:
        say(str(refusal))
    except KeyboardInterrupt:
        newest = _newest_change(sitting)
        if newest.id == before.id:
            say("", "Interrupted: nothing was saved.")
            raise BackError(was_typed=False) from None
        say("", f"Interrupted, and saved: {line_of(newest.label)}. u takes it back.")
        return True
    if not form.questions:
        raise BackError(was_typed=True)
    say("Not saved yet: Enter keeps an answer as it was.")
    return False


def _saved(form: PlainForm, kept: dict[str, str], seen: dict[int, int | None], sitting: Sitting) -> bool:
    """Save, asking whose words are to stand where somebody else saved first."""
    while True:
        try:
            form.save(dict(kept), seen)
        except EditConflictError as conflict:
            if not _is_still_meant(form, kept, seen, conflict, sitting):
                return False
        else:
            return True


def _is_still_meant(
    form: PlainForm,
    kept: Answers,
    seen: dict[int, int | None],
    conflict: EditConflictError,
    sitting: Sitting,
) -> bool:
    """Say what both say, and ask which is to stand; False to change one's own. Raises BackError."""
    who = str(conflict).partition(": look")[0]
    say("", f"{who}.")
    with sitting.plan() as view:
        for row_id, stands in form.about.now(view).items():
            if stands.version != seen.get(row_id):
                say(f"Now: {stands.words}")
                seen[row_id] = stands.version
    say(f"Yours: {form.title}. {_words(form, kept)}".rstrip())
    choices = ["Save yours too, on top of theirs", "Change yours first"]
    match choose("Which is to stand?", choices, back="Theirs; yours is not saved"):
        case 0:
            return True
        case 1:
            return False
    raise BackError(was_typed=True)


def _ask_all(questions: Sequence[Question], kept: dict[str, str]) -> None:
    """Ask one question after another; 0 goes one back, and out of the first. Raises BackError."""
    place = 0
    while place < len(questions):
        try:
            kept[questions[place].id] = _answer(questions[place], kept.get(questions[place].id, ""))
        except BackError as back:
            if not back.was_typed or place == 0:
                raise
            place -= 1
        else:
            place += 1


def _answer(question: Question, before: str) -> str:
    """Ask until the answer is understood; return it as typed, or what was typed before for Enter."""
    words = _asked(question)
    offer = f" (Enter keeps “{line_of(before)}”, {LEAVES_OUT} leaves it out)" if before else ""
    need = "It needs an answer." if question.is_needed else "Enter alone leaves it out."
    helped = (f"{words}. {need}",)
    while True:
        typed = ask(f"{words}{offer}", helped=helped)
        typed = "" if typed == LEAVES_OUT else typed or before
        if not typed and question.is_needed:
            say("It needs an answer; 0 goes back.")
            continue
        try:
            if typed:
                question.reads(typed)
        except SendActionsError as refusal:
            say(str(refusal))
        else:
            return typed


def _asked(question: Question) -> str:
    """Return a question with its hint, which may begin with the same word."""
    words, hint = question.words, question.hint
    if hint.casefold().startswith(words.casefold()):
        return f"{hint[:1].upper()}{hint[1:]}"
    return f"{words}, {hint}" if hint else words


def _words(form: PlainForm, kept: Answers) -> str:
    """Return the answers as they were typed, each after what it answers."""
    return " ".join(f"{one.words}: {line_of(kept[one.id])}." for one in form.questions if kept.get(one.id))


def _say_kept(form: PlainForm, kept: Answers) -> None:
    """Say that nothing was saved, and what is kept of what was typed."""
    words = _words(form, kept)
    say(f"Not saved, and kept until you leave the program. {words}" if words else "Left as it was.")


def _newest_change(sitting: Sitting) -> Change:
    """Return the plan's newest change, by which it is known whether an interrupted save was one."""
    from send_actions.store.history_reader import read_changes

    with sitting.at(None).plan() as view:
        return read_changes(view.reading, since=view.plan.record - 1)[-1]
