"""Who sees what: names and exempt items before a board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import (
    a_day,
    a_due,
    a_finding,
    a_measure,
    a_meeting,
    a_minute,
    a_plan,
    a_source,
    an_action,
    an_area,
    an_owner,
    some_evidence,
)

from send_actions.domain.plan import Deadline, Due, Update
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import UsageError
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    exempt_in,
    read_audience,
    redact_deadlines,
    redact_plan,
    redact_updates,
)
from send_actions.reports.board_view import WITHHELD_AREA

OWNER = an_owner(name="Invented Person", email="invented@example.org")
SECRET = an_action(
    "9.3",
    exempt=True,
    title="Secret title",
    success_measure="secret measure",
    lead=OWNER,
    partners=("Secret partner",),
    reason="secret reason",
    path="secret path",
    proof="secret proof",
    impact_shown_by="secret shown",
    due=Due(None, Precision.UNCLEAR, "after the secret thing"),
)


def test_a_board_sees_roles_for_names() -> None:
    plan = redact_plan(a_plan(an_area(lead=OWNER), an_action(lead=OWNER, sro=OWNER), OWNER), Audience.BOARD)
    assert "Invented" not in repr(plan)
    assert "invented@" not in repr(plan)
    assert str(plan.actions[0].lead) == "Therapies Lead, ICB"


def test_a_board_sees_an_exempt_action_only_as_a_number() -> None:
    plan = redact_plan(a_plan(SECRET), Audience.BOARD)
    assert "secret" not in repr(plan.actions).lower()
    assert (plan.actions[0].ref, plan.actions[0].title) == ("9.3", "Exempt item")
    assert plan.actions[0].status is SECRET.status
    assert plan.actions[0].exempt


def test_a_finding_that_an_exempt_action_of_another_area_answers_is_answered_in_secret() -> None:
    areas = an_area("9"), an_area("12")
    finding = a_finding(areas=[areas[1]])
    secret = an_action("9.3", exempt=True, supports=(areas[1].id,))
    seen = redact_plan(a_plan(*areas, secret, a_source(finding)), Audience.BOARD)
    assert seen.actions[0].supports == ()
    assert seen.sources[0].findings[0].area_ids == (areas[1].id, WITHHELD_AREA)
    gone = replace(secret, status=Status.WITHDRAWN)
    told = redact_plan(a_plan(*areas, gone, a_source(finding)), Audience.BOARD)
    assert told.sources[0].findings == (finding,)


def test_an_exempt_area_takes_all_of_it_out() -> None:
    area = an_area(
        "9",
        "at-risk",
        exempt=True,
        why="secret why",
        title="Secret area",
        outcome="secret outcome",
        headline="secret headline",
        theme="secret theme",
        lead=OWNER,
    )
    plan = a_plan(
        area,
        an_action("9.3", title="Secret action"),
        a_minute("secret question?", about=area, answer="secret answer"),
        a_measure("Secret measure", area_id=area.id),
        some_evidence("Secret evidence", about=area, shows="secret shows"),
    )
    seen = redact_plan(plan, Audience.BOARD)
    assert "secret" not in repr(seen).lower()
    assert (len(seen.areas), len(seen.actions), len(seen.minutes)) == (1, 1, 1)


def test_what_became_exempt_later_is_exempt_in_the_plan_before() -> None:
    later = Exempt(actions=frozenset({SECRET.id}))
    plan = redact_plan(a_plan(an_action("9.3", title="Secret")), Audience.BOARD, later)
    assert plan.actions[0].title == "Exempt item"
    assert exempt_in(plan) == later


def test_an_area_question_or_evidence_that_became_exempt_later_is_not_told_either() -> None:
    area = an_area("9", "at-risk", why="secret why", title="Secret area", headline="secret headline")
    question, audit = a_minute("secret question?"), some_evidence("Secret audit", shows="secret shows")
    plan = a_plan(
        area,
        an_action("9.3", title="Secret action"),
        an_action("1.1", title="Open action"),
        question,
        audit,
        a_minute("Why secret?", about=area),
        a_measure("Secret measure", area_id=area.id),
    )
    later = Exempt(
        areas=frozenset({area.id}), minutes=frozenset({question.id}), evidence=frozenset({audit.id})
    )
    seen = redact_plan(plan, Audience.BOARD, later)
    assert "secret" not in repr(seen).lower()
    assert "Open action" in repr(seen)


def test_an_exempt_question_is_withheld_whatever_it_is_about_and_stays_answered() -> None:
    secret = a_minute("Secret question?", exempt=True, answer="Secret answer")
    seen = redact_plan(a_plan(secret, a_minute("Why is it late?")), Audience.BOARD)
    assert [(m.text, m.answer) for m in seen.minutes] == [("Exempt item", "Exempt"), ("Why is it late?", "")]


def test_what_is_said_of_an_action_whose_area_became_exempt_later_is_not_told() -> None:
    area, action = an_area("9"), an_action("9.3")
    plan = a_plan(area, action, a_minute("Why secret?", about=action), some_evidence("Secret audit", action))
    seen = redact_plan(plan, Audience.BOARD, Exempt(areas=frozenset({area.id})))
    assert [seen.minutes[0].text, seen.evidence[0].title] == ["Exempt item", "Exempt item"]


def test_an_action_that_is_only_called_so_is_not_withheld() -> None:
    told = an_action("9.3", title="Exempt item", reason="Two posts vacant.")
    seen = redact_plan(a_plan(told), Audience.BOARD)
    assert (seen.actions[0].reason, exempt_in(seen)) == ("Two posts vacant.", Exempt())


def test_the_deadlines_of_an_exempt_action_keep_only_their_dates() -> None:
    unclear = Due(None, Precision.UNCLEAR, "after the secret thing")
    told = {
        id_: [Deadline(1, id_, a_day("2026-01-01"), unclear, "secret reason", None, "secret minute")]
        for id_ in (SECRET.id, an_action("1.1").id)
    }
    seen = redact_plan(a_plan(SECRET, an_action("1.1")), Audience.BOARD)
    kept = redact_deadlines(told, Audience.BOARD, seen, NOTHING_EXEMPT)
    assert "secret" not in repr(kept[SECRET.id])
    assert kept[SECRET.id][0].reason == "Exempt"
    assert "secret reason" in repr(kept[an_action("1.1").id])
    assert redact_deadlines(told, Audience.INTERNAL, a_plan(SECRET), NOTHING_EXEMPT)[SECRET.id] == tuple(
        told[SECRET.id]
    )


def test_inside_the_partnership_everything_is_seen() -> None:
    plan = a_plan(SECRET)
    assert redact_plan(plan, Audience.INTERNAL) is plan


def test_the_date_of_an_exempt_action_stays_without_its_words() -> None:
    due = a_due("2026-03-31")
    assert due
    plan = redact_plan(
        a_plan(an_action("9.3", exempt=True, due=Due(due.on, due.precision, "secret"))), Audience.BOARD
    )
    assert plan.actions[0].due == Due(due.on, due.precision, "31 March 2026")


def test_an_audience_nobody_knows_is_named() -> None:
    with pytest.raises(UsageError, match='No audience "bord": did you mean board'):
        read_audience("bord")


def test_what_was_said_of_an_exempt_action_is_left_out_and_nobody_is_named_in_the_rest() -> None:
    seen_one = an_action("9.4", lead=OWNER)
    plan = a_plan(SECRET, seen_one, OWNER)
    said = {
        SECRET.id: [Update(1, SECRET.id, a_day("2026-03-01"), note="secret note")],
        seen_one.id: [Update(2, seen_one.id, a_day("2026-03-01"), note="Invented Person agrees.")],
    }
    shown = redact_updates(said, Audience.BOARD, redact_plan(plan, Audience.BOARD), exempt_in(plan))
    assert {id_: [one.note for one in told] for id_, told in shown.items()} == {
        seen_one.id: ["Therapies Lead agrees."]
    }
    inside = redact_updates(said, Audience.INTERNAL, plan, exempt_in(plan))
    assert [one.note for told in inside.values() for one in told] == [
        "secret note",
        "Invented Person agrees.",
    ]


def test_a_board_does_not_see_which_finding_or_action_an_exempt_area_is_about() -> None:
    secret, other = an_area("9", exempt=True), an_area("1")
    findings = a_source(
        a_finding("Waits are long.", areas=[secret]),
        a_finding("Letters are late.", areas=[other, secret]),
        a_finding("Nobody answers.", areas=[other]),
    )
    plan = a_plan(secret, other, findings, an_action("1.1", supports=(secret.id, other.id)))
    seen = redact_plan(plan, Audience.BOARD)
    assert [one.area_ids for one in seen.sources[0].findings] == [
        (WITHHELD_AREA,),
        (other.id, WITHHELD_AREA),
        (other.id,),
    ]
    assert seen.actions[0].supports == (other.id,)
    later = redact_plan(a_plan(other, findings), Audience.BOARD, Exempt(areas=frozenset({secret.id})))
    assert later.sources == seen.sources


def test_the_public_sees_a_plan_in_which_nothing_exempt_is() -> None:
    area, action = an_area("9", exempt=True, title="Secret area"), an_action("1.1", title="Open action")
    measure = a_measure("Open measure", area_id=action.area_id)
    moved = a_measure("Secret measure", area_id=action.area_id)
    hangs = an_action(
        "1.2",
        supports=(area.id, action.area_id),
        depends_on=(SECRET.id, action.id),
        measures=(measure.id, moved.id),
    )
    alone = an_action("1.3", exempt=True, title="Secret", measures=(moved.id,))
    hangs = replace(hangs, measures=(measure.id,))
    plan = a_plan(
        area,
        SECRET,
        action,
        hangs,
        alone,
        a_minute("Secret?", about=SECRET),
        a_minute("Secret one?", exempt=True),
        some_evidence("Secret audit", area),
        a_measure("Secret of the area", area_id=area.id),
        measure,
        moved,
        a_source(a_finding("Waits are long.", areas=[area])),
    )
    seen = redact_plan(plan, Audience.PUBLIC)
    assert "secret" not in repr(seen).lower()
    assert [one.ref for one in seen.actions] == ["1.1", "1.2"]
    assert (seen.actions[1].supports, seen.actions[1].depends_on) == ((action.area_id,), (action.id,))
    assert [one.title for one in seen.measures] == ["Open measure"]
    assert (seen.minutes, seen.evidence, seen.sources[0].findings[0].area_ids) == ((), (), ())
    assert exempt_in(seen) == Exempt()


def test_the_public_does_not_see_what_became_exempt_later_either() -> None:
    plan = a_plan(an_area("9", title="Secret"), an_action("9.3", title="Secret too"), an_action("1.1"))
    seen = redact_plan(plan, Audience.PUBLIC, Exempt(areas=frozenset({an_area("9").id})))
    assert [(area.number, one.ref) for area in seen.areas for one in seen.actions] == [("1", "1.1")]


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_a_role_stands_where_a_name_or_an_address_stood_in_anybodys_words(audience: Audience) -> None:
    told = an_action("1.1", reason="invented  person was away; mail them at away@example.org", lead=OWNER)
    plan = redact_plan(a_plan(told, OWNER), audience)
    assert plan.actions[0].reason == "Therapies Lead was away; mail them at (e-mail address left out)"


def test_a_name_inside_another_word_and_a_forename_alone_stay() -> None:
    told = an_action("1.1", reason="Invented Personnel and May Day", lead=OWNER)
    plan = redact_plan(a_plan(told, OWNER, an_owner("Chair", "PCF", name="May")), Audience.BOARD)
    assert plan.actions[0].reason == told.reason


def test_the_public_does_not_see_what_is_for_those_inside() -> None:
    plan = a_plan(
        an_action("1.1", ask="secret ask", due_minute="secret minute", reason="Two pupils wait"),
        some_evidence("Audit", place="secret place"),
        a_meeting(returns_due="2026-03-01", papers_due="2026-03-02"),
        OWNER,
    )
    seen = redact_plan(plan, Audience.PUBLIC)
    assert "secret" not in repr(seen)
    assert (seen.owners, seen.meetings[0].returns_due, seen.meetings[0].papers_due) == ((), None, None)
    assert seen.actions[0].reason == "Fewer than 6 pupils wait"


def test_the_public_sees_no_deadline_of_an_exempt_action() -> None:
    told = {
        id_: [Deadline(1, id_, a_day("2026-01-01"), Due(None, Precision.ONGOING, ""), "ask Invented Person")]
        for id_ in (SECRET.id, an_action("1.1").id)
    }
    seen = redact_plan(a_plan(SECRET, an_action("1.1")), Audience.PUBLIC)
    kept = redact_deadlines(told, Audience.PUBLIC, seen, Exempt(named=(OWNER,)))
    assert {id_: [one.reason for one in those] for id_, those in kept.items()} == {
        an_action("1.1").id: ["ask Therapies Lead"]
    }
