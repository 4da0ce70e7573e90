"""Areas' own judgements in plain lines, one after another or each by itself."""

from __future__ import annotations

from functools import partial

from send_actions.cli.phrases import sentence_end, status_word
from send_actions.cli.plain.plain_forms import About, Answers, PlainForm, Question, Seen, Stands, fill
from send_actions.cli.plain.sitting import Sitting
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import BackError, ask, say
from send_actions.cli.terminal import line_of
from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import fold
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.tui.drawing.round_end import is_judged


def judge_all(sitting: Sitting) -> None:
    """Ask for the judgement of each area that was not judged since the last board."""
    with sitting.plan() as view:
        plan = view.plan
        waiting = [area for area in plan.areas if not is_judged(area, plan)]
    if not waiting:
        say("Every area was judged since the last board.")
    for place, area in enumerate(waiting, 1):
        say("", f"{place} of {len(waiting)}.")
        if not judge(area, sitting):
            return


def judge(area: Area, sitting: Sitting) -> bool:
    """Ask how an area is judged and why, and save it; False when the question is left.

    Enter goes on without a judgement.
    """
    with sitting.plan() as view:
        area, plan = view.plan.areas_by_id[area.id], view.plan
    used = [f"{entry.status.key} {line_of(entry.word).lower()}" for entry in plan.legend if entry.used]
    say(_told(area, plan))
    helped = (f"A letter or word: {', '.join(used)}. Enter alone goes on.",)
    while True:
        try:
            typed = ask("Your judgement, a letter or a word", helped=helped)
        except BackError:
            return False
        if not typed:
            return True
        status = _meant(typed, plan)
        if status is None:
            say(*helped)
        else:
            return _save(area, status, status_word(plan, status).lower(), sitting)


def _told(area: Area, plan: Plan) -> str:
    """Return an area with its own judgement."""
    stands, own = "not judged yet", area.judgement
    if own:
        stands = f"judged {status_word(plan, own.status).lower()} on {say_date(own.on)}"
        stands += f", {own.reason}" if own.reason else ""
    return line_of(sentence_end(f"Area {area.number}, {area.title}, {stands}"))


def _meant(typed: str, plan: Plan) -> Status | None:
    keys = {entry.status.key: entry.status for entry in plan.legend if entry.used}
    try:
        return keys.get(fold(typed)) or read_status(typed, plan.legend)
    except UsageError as refusal:
        say(str(refusal))
        return None


def _save(area: Area, status: Status, word: str, sitting: Sitting) -> bool:
    def save(answers: Answers, seen: Seen) -> None:
        reason = answers.get("why", "")
        question_personal([reason], is_confirmed=False)
        with sitting.plan() as now:
            pass
        from send_actions.changes.areas import judge_area

        judged = partial(judge_area, area_id=area.id, status=status, reason=reason, on=sitting.memory.on)
        make_change(
            now,
            lambda store, author: judged(store, expected_version=seen[area.id], **author),
            f"Area {line_of(area.number)} says so already: nothing was changed.",
        )

    def now(view: PlanView) -> dict[int, Stands]:
        there = view.plan.areas_by_id.get(area.id)
        return {area.id: Stands(there.version, _told(there, view.plan))} if there else {}

    question = Question("why", "Why", "as the board will read it")
    about = About({area.id: area.version}, now)
    day = f", for {say_date(sitting.memory.on)}" if sitting.memory.on else ""
    title = f"Judge area {line_of(area.number)} {word}{day}"
    return fill(PlainForm(title, [question], save, about), sitting)
