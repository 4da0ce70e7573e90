"""The areas, their journey and impact, and the measures, as lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from itertools import pairwise

from send_actions.cli.measure_list import MEASURES, measure_record
from send_actions.cli.phrases import counted, sentences, status_word
from send_actions.cli.plain.plain_adding import add_action_to
from send_actions.cli.plain.plain_board import board_said
from send_actions.cli.plain.plain_judging import judge
from send_actions.cli.plain.plain_lists import Row, walk
from send_actions.cli.plain.plain_menu import pick
from send_actions.cli.plain.sitting import Sitting, named
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import BackError, ask, do, say
from send_actions.cli.terminal import line_of
from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.words.dates import say_date
from send_actions.store.board_reader import read_journey


def areas(sitting: Sitting) -> None:
    """Say how each area stands; one that is chosen is gone into."""
    with sitting.plan() as view:
        summaries = summarise_areas(view.plan, sitting.before(view))
        lines = [area_told(area, summaries[area.id], view.plan) for area in view.plan.areas]
    say("", f"{counted(len(lines), 'area')}.", *lines)
    while lines:
        try:
            typed = ask(
                "An area's number", helped=("An area's number, or words of its title; Enter says them all.",)
            )
        except BackError:
            return
        if typed:
            do(partial(open_area, typed, sitting))
        else:
            say(*lines)


def area_told(area: Area, summary: AreaSummary, plan: Plan) -> str:
    """Return an area in sentences: its judgement, why it stands so, and which way it went."""
    judged, way = summary.judgement, summary.direction
    why = f", {judged.reason}" if judged and judged.reason else ""
    return line_of(
        sentences(
            [
                f"Area {area.number}, {area.title}",
                f"Judged {status_word(plan, judged.status).lower()} on {say_date(judged.on)}{why}"
                if judged
                else "",
                summary.sentence,
                f"{summary.overdue} overdue" if summary.overdue else "",
                f"{way.word.capitalize()} since the last meeting" if way and way.word != "same" else "",
            ]
        )
    )


def open_area(words: str, sitting: Sitting) -> None:
    """Go into the area of a number or of words of its title; raises UsageError when there is none."""
    while True:
        with sitting.plan() as view:
            area = view.area(words)
        hear: dict[str, Callable[[], object]] = {
            "Its actions": partial(walk, f"Area {line_of(area.number)}", partial(_rows, area=area), sitting),
            "Its journey, meeting by meeting": partial(_say_journey, area, sitting),
            "Its impact": partial(_say_impact, area, sitting),
        }
        change: dict[str, Callable[[], object]] = {
            "Judge it": partial(judge, area, sitting),
            "Add an action": partial(add_action_to, sitting, area),
            "Write down what the board said of it": partial(board_said, (), sitting, area),
        }
        question = f"What about area {line_of(area.number)}, {line_of(area.title)}?"
        name = "area read-only" if sitting.is_read_only else "area"
        if not pick(name, question, hear if sitting.is_read_only else hear | change, sitting.memory):
            return


def _rows(view: PlanView, area: Area) -> list[Row]:
    return [Row(action.ref, named(action, view)) for action in view.plan.actions_by_area.get(area.id, ())]


def journey(sitting: Sitting) -> None:
    """Say of each area how it stood at each meeting, and how it stands now."""
    found = _read_journey(sitting)
    if len(found.plans) == 1:
        say("No meeting was held before this day, so there is no way to tell.")
    for area in found.areas:
        say(_journey_of(area, found))


def _say_journey(area: Area, sitting: Sitting) -> None:
    say(_journey_of(area, _read_journey(sitting)))


def _read_journey(sitting: Sitting) -> Journey:
    with sitting.plan() as view:
        found, plan = read_journey(view.reading, view.plan), view.plan
    if not sitting.for_board:
        return found
    from send_actions.tui.room_reader import RoomReader

    with closing(RoomReader(sitting.location, date.today)) as reader:
        seen = reader.snapshot(plan.as_at).plan
        return reader.journey_seen(found, seen)


def _journey_of(area: Area, found: Journey) -> str:
    """Return an area's journey: each standing from the day on which it began."""
    stood = [(plan.as_at, _standing(area, plan)) for plan in found.plans if area.id in plan.areas_by_id]
    told = (
        [stood[0], *(later for earlier, later in pairwise(stood) if later[1] != earlier[1])] if stood else []
    )
    steps = [f"{say_date(day)}: {words}" for day, words in told]
    still = ["Since then the same"] if told and told[-1][0] != found.plans[-1].as_at else []
    return line_of(sentences([f"Area {area.number}, {area.title}", *steps, *still]))


def _standing(area: Area, plan: Plan) -> str:
    summary = summarise_areas(plan, None)[area.id]
    judged = f"judged {status_word(plan, summary.judgement.status).lower()}, " if summary.judgement else ""
    return f"{judged}{summary.sentence[:1].lower()}{summary.sentence[1:]}"


def _say_impact(area: Area, sitting: Sitting) -> None:
    """Say what is wanted of an area, what difference was made and who says so, and its measures."""
    with sitting.plan() as view:
        plan = view.plan
        actions = plan.actions_by_area.get(area.id, ())
        measured = [
            MEASURES.sentences(measure_record(one, view)) for one in plan.measures if one.area_id == area.id
        ]
    say("", f"Wanted: {line_of(area.outcome)}" if area.outcome else "No outcome was written down.")
    for impact in reversed(Impact):
        of = [action for action in actions if action.impact is impact]
        said = [
            f"{one.ref}, shown by {one.impact_shown_by}" if one.impact_shown_by else one.ref for one in of
        ]
        if said:
            say(line_of(f"{impact.word}: {'; '.join(said)}."))
    unsaid = [action.ref for action in actions if action.impact is None]
    say(*([line_of(f"Impact not said: {', '.join(unsaid)}.")] if unsaid else []))
    say(*(line_of(sentences(parts)) for parts in measured))


def measures(sitting: Sitting) -> None:
    """Say every measure: where it began, where it is and what is wanted."""
    with sitting.plan() as view:
        told = [
            line_of(sentences(MEASURES.sentences(measure_record(one, view)))) for one in view.plan.measures
        ]
    say("", f"{counted(len(told), 'measure')}.", *told)
