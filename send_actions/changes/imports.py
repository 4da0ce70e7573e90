"""Bring a file into the plan as one change: what it says already is left alone, so twice changes nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256

from send_actions.changes.line_writer import LineWriter
from send_actions.changes.names import one_name_each
from send_actions.changes.validation import statement_date
from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import match_key
from send_actions.errors import SendActionsError
from send_actions.importers.kept import ANSWERS, BroughtIn, answers_kept_as, file_kept, kept_as
from send_actions.importers.plan_lines import PlanLines
from send_actions.store.database import Store
from send_actions.store.reader import read_plan
from send_actions.store.recording import Recording


def import_lines(
    store: Store,
    lines: PlanLines,
    *,
    name: str,
    on: date | None = None,
    seen_at: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Write what the lines say and the plan does not; None when it says all of it already.

    The same file again, spoken of the same date or of none, is known by its digest and changes nothing, also
    after something else was said, but for what was answered otherwise, or of something newer. What is dated
    (status, impact, due, existence) is compared with the plan as at `on`, wording with today's. Raises
    SendActionsError while the file has open questions, and where its refs and numbers are of other things, or
    of other words, than at the record `seen_at`, at which it was read.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        if seen_at is not None and seen_at != recording.id - 1:
            _refuse_others(recording, lines, name, seen_at, day)
        _import(recording, lines, name, on, day)
    return recording.change


def preview_import(
    store: Store,
    lines: PlanLines,
    *,
    name: str,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
    is_anew: bool = False,
) -> Change | None:
    """Return the change that an import would be, with its differences; nothing is written, nor kept.

    With `is_anew` it is what the change would be if the file had not been brought in before.
    """
    would: Change | None = None
    with suppress(_PreviewError), store.record("", actor=actor, at=at, day=day) as recording:
        _import(recording, lines, name, on, day, is_anew=is_anew)
        would = None if recording.is_empty else recording.as_change()
        raise _PreviewError
    return would


class _PreviewError(Exception):
    """Ends a preview, so that the database takes back all of it."""


def _import(
    recording: Recording,
    lines: PlanLines,
    name: str,
    on: date | None,
    day: date,
    *,
    is_anew: bool = False,
) -> None:
    if lines.questions:
        many = len(lines.questions)
        raise SendActionsError(
            f"{many} question{'s are' if many > 1 else ' is'} open, the first at {lines.questions[0]}"
        )
    stated_on, digest, of_file = statement_date(on, day), _digest(lines), _of_file(_digest(lines))
    known = [row for row in recording.rows_in_plan("imported_file") if on is None or row["on"] == on]
    known = [row for row in known if _of_file(row["digest"]) == of_file]
    if any(row["digest"] == digest for row in known) and not (is_anew or lines.is_answered_anew):
        return
    if lines.record is not None and lines.record != recording.id - 1:
        raise _changed_meanwhile(name)
    importing = LineWriter(recording, stated_on)
    is_again = bool(known) and not is_anew
    said = lines.only_taken(importing.area_keys, importing.action_keys) if is_again else lines
    with one_name_each(recording, "give a later date with --on, or another"):
        importing.import_areas(said.areas)
        importing.import_actions(said.actions)
        importing.measures.write_all(said.measures)
    recording.label = f"Import {name}: {importing.tally()}"
    if not recording.is_empty:
        recording.insert("imported_file", [{"on": stated_on, "name": name, "digest": digest}])
        refs = tuple(line.ref for line in lines.actions)
        last = file_kept(BroughtIn(name, refs, recording.id, stated_on, of_file, lines.left))
        _keep(recording, ANSWERS, lines.answers.to_json())
        _keep(recording, kept_as(name), last)
        _keep(recording, answers_kept_as(of_file), lines.used.whole_json() if lines.digest else "")


def _refuse_others(recording: Recording, lines: PlanLines, name: str, seen_at: int, day: date) -> None:
    """Refuse lines of which somebody made, renamed or took away what they speak of, since they were read."""
    then, now = (_named(read_plan(recording.reader, day, record)) for record in (seen_at, recording.id))
    refs = {("action", match_key(line.ref)) for line in lines.actions}
    numbers = {("area", match_key(line.number)) for line in lines.areas}
    if any(then.get(key) != now.get(key) for key in refs | numbers):
        raise _changed_meanwhile(name)


def _named(plan: Plan) -> dict[tuple[str, str], tuple[int, str]]:
    """Return the things of a plan that a file names, with their words, by ref or number."""
    actions = {("action", match_key(one.ref)): (one.id, one.title) for one in plan.actions}
    return actions | {("area", match_key(one.number)): (one.id, one.title) for one in plan.areas}


def _changed_meanwhile(name: str) -> SendActionsError:
    return SendActionsError(f"The plan was changed while {name} was read: bring it in once more.")


def _keep(recording: Recording, what: str, text: str) -> None:
    """Keep something of the file for the next one, in a row of its own that undo takes along."""
    rows = recording.rows_in_plan("import_mapping", name=what)
    if text and (not rows or rows[-1]["mapping"] != text):
        recording.insert("import_mapping", [{"name": what, "mapping": text}])


def _digest(lines: PlanLines) -> str:
    """Return what tells one file from another, or where that is not known its lines; then what was taken."""
    of_file = lines.digest or sha256(repr((lines.areas, lines.actions, lines.measures)).encode()).hexdigest()
    return f"{of_file} {lines.taken_against}".strip()


def _of_file(digest: str) -> str:
    return digest.partition(" ")[0]
