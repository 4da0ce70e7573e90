"""Papers made of a plan in a file: of one state, made again, and never with what has since become exempt."""

from __future__ import annotations

from kept_plans import KeptPlan, iso, there

from send_actions.changes.issuing import issue_paper
from send_actions.domain.plan import Change
from send_actions.papers import make_board
from send_actions.papers.issued_paper import IssuedPaper
from send_actions.reports.audience import read_audience
from send_actions.reports.formats.markdown import render
from send_actions.store.reader import open_reader, read_plan


def the_paper(
    kept: KeptPlan, as_at: str = "2026-03-31", record: int | None = None, audience: str = "board"
) -> str:
    reader = open_reader(kept.place)
    try:
        return render(
            make_board.make(
                reader, read_plan(reader, iso(as_at) or kept.day, record), read_audience(audience)
            )
        )
    finally:
        reader.close()


def test_a_paper_made_again_from_its_record_is_the_same(kept: KeptPlan) -> None:
    record = kept.changes()[-1].id
    first = the_paper(kept)
    kept.say("9.3", "off-track", note="Two posts vacant")
    assert the_paper(kept) != first
    assert the_paper(kept, record=record) == first


def test_a_paper_for_the_day_of_a_meeting_compares_with_the_meeting_before(kept: KeptPlan) -> None:
    for on in ("2026-01-28", "2026-03-11"):
        kept.insert("meeting", listed_on=iso("2026-01-05"), on=iso(on), series="Board")
    kept.say("9.3", "off-track", note="Two posts vacant", on="2026-03-02")

    paper = the_paper(kept, "2026-03-11")

    assert "**Compared with:** 28 January 2026" in paper
    assert "- **Worse:** off track, 9.3." in paper


def test_a_paper_made_again_tells_of_earlier_meetings_what_was_known_at_its_record(kept: KeptPlan) -> None:
    for on in ("2026-01-28", "2026-03-11"):
        kept.insert("meeting", listed_on=iso("2026-01-05"), on=iso(on), series="Board")
    record = kept.changes()[-1].id
    first = the_paper(kept)

    kept.say("9.3", "off-track", note="Said late", on="2026-01-20")

    assert the_paper(kept) != first
    assert the_paper(kept, record=record) == first


def test_what_is_exempt_today_is_not_told_of_an_earlier_day_or_record(kept: KeptPlan) -> None:
    record = kept.changes()[-1].id
    assert "Action 9.3" in the_paper(kept, "2026-03-01")
    kept.revise("9.3", exempt=True)
    for paper in (the_paper(kept, "2026-03-01"), the_paper(kept, record=record)):
        assert "Action 9.3" not in paper
        assert "1 is exempt and counted without detail: 9.3 Exempt item." in paper
        assert "Action 9.4" in paper
    assert "Action 9.3" in the_paper(kept, "2026-03-01", audience="internal")


def test_an_area_exempt_today_hides_its_actions_of_an_earlier_day(kept: KeptPlan) -> None:
    kept.revise_area("12", exempt=True)
    paper = the_paper(kept, "2026-03-01")
    assert ("Action 12.1" in paper, "Area 12" in paper.replace("Area 12: Exempt item", "")) == (False, False)


def test_an_action_in_an_exempt_area_today_was_not_there_then_but_stays_untold(kept: KeptPlan) -> None:
    kept.revise_area("12", exempt=True)
    kept.revise("9.4", area_id=kept.find_area("12").id)
    assert "Action 9.4" not in the_paper(kept, "2026-03-01")


def test_what_became_exempt_and_was_then_retired_stays_untold(kept: KeptPlan) -> None:
    kept.insert("meeting", listed_on=iso("2026-01-05"), on=iso("2026-03-01"), series="Board")
    kept.revise("9.3", exempt=True)
    kept.retire("9.3")
    assert "Action 9.3" not in the_paper(kept, "2026-03-02")
    assert "Action 9.3" not in the_paper(kept)


def test_what_is_no_longer_exempt_is_told_again_of_today_only(kept: KeptPlan) -> None:
    made = kept.revise("9.3", exempt=True)
    record = kept.changes()[-1].id
    kept.undo(made)
    assert "Action 9.3" in the_paper(kept)
    assert "Action 9.3" not in the_paper(kept, record=record)


def issued_for_11_march(kept: KeptPlan) -> Change:
    """Meet on 28 January and on 11 March, and issue the paper of 6 March for the second meeting."""
    for on in ("2026-01-28", "2026-03-11"):
        meeting = kept.insert("meeting", listed_on=iso("2026-01-05"), on=iso(on), series="Board")
    content = the_paper(kept, "2026-03-06").encode()
    paper = IssuedPaper(
        "board", iso("2026-03-06") or kept.day, kept.changes()[-1].id, "board", meeting, content
    )
    return there(issue_paper(kept.store, paper, **kept.by(day="2026-03-06")))


def test_last_time_is_as_it_was_issued_and_beside_it_what_a_late_entry_makes_of_it(kept: KeptPlan) -> None:
    kept.say("9.3", "on-track", on="2026-03-01")
    issued = issued_for_11_march(kept)
    kept.say("9.3", "at-risk", note="Said late", on="2026-03-05")

    paper = the_paper(kept)

    shown = (
        f"**Compared with:** 6 March 2026, record {issued.id - 1}, as issued for the meeting of 11 March 2026"
    )
    assert shown in paper
    assert "9\\.3 Action 9.3 was issued as on track; a late entry of 31 March 2026 makes it at risk." in paper
    assert "at risk 0, now 1" in paper
    assert "- **Worse:** at risk, 9.3 Action 9.3." in paper


def test_where_nothing_was_entered_since_last_time_is_only_named(kept: KeptPlan) -> None:
    issued_for_11_march(kept)
    kept.say("9.3", "at-risk", note="Said at the board", on="2026-03-11")

    paper = the_paper(kept)

    assert "Last time is as in the paper issued on 6 March 2026 for the meeting of 11 March 2026." in paper
    assert "was issued as" not in paper
    assert "- **Worse:** at risk, 9.3 Action 9.3." in paper


def test_a_late_date_and_what_was_taken_back_are_told_of_last_time(kept: KeptPlan) -> None:
    said = kept.say("9.3", "off-track", note="A slip", on="2026-03-01")
    kept.move("9.4", "2026-05-31", on=iso("2026-03-01"))
    issued_for_11_march(kept)
    kept.undo(said)
    kept.move("9.4", "2026-06-30", on=iso("2026-03-04"))

    paper = the_paper(kept)

    assert "9\\.3 Action 9.3 was issued as off track; as now known, it was on track." in paper
    assert "9\\.4 Action 9.4 was issued as due 31 May 2026; as now known, 30 June 2026." in paper


def test_taken_back_an_issue_is_as_if_it_had_never_been(kept: KeptPlan) -> None:
    before = the_paper(kept, record=2)
    issued = issued_for_11_march(kept)
    kept.undo(issued)

    assert "**Compared with:** 11 March 2026" in the_paper(kept)
    assert the_paper(kept, record=2) == before


def test_the_stamp_of_a_paper_made_again_says_what_became_exempt_since(kept: KeptPlan) -> None:
    record = kept.changes()[-1].id
    kept.revise("9.3", exempt=True)
    stamp = f"record {record}; without the detail of 1 item that has become exempt since"

    assert stamp in the_paper(kept, record=record)
    assert "become exempt" not in the_paper(kept)
    assert "become exempt" not in the_paper(kept, record=record, audience="internal")
