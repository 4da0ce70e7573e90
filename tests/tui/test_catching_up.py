"""What the app shows after each change is what a reader that opens the plan anew shows."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from kept_plans import TODAY, KeptPlan

from send_actions.changes.chasing import note_silence
from send_actions.store.database import open_store
from send_actions.tui.plan_reader import PlanReader


def a_reader(place: Path) -> PlanReader:
    return PlanReader(str(place), lambda: TODAY)


def agrees(open_one: PlanReader, place: Path) -> bool:
    open_one.has_changed()
    shown = open_one.snapshot(TODAY)
    with closing(a_reader(place)) as anew:
        whole = anew.snapshot(TODAY)
        versions = [action.version for action in whole.plan.actions]
        return shown == whole and [action.version for action in shown.plan.actions] == versions


def test_statements_and_all_else_are_shown_as_a_whole_read_shows_them(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    with closing(kept.store), closing(a_reader(place)) as reader:
        meeting = reader.snapshot(TODAY).plan.last_meeting
        assert meeting
        said = kept.say("9.3", "off-track", note="Provider withdrew.", ask="Agree the cost.")
        assert agrees(reader, place)
        for on in ("2025-10-01", meeting.on.isoformat(), "2026-03-30"):
            kept.say("9.4", "on-track", on=on, note="Said late.")
            assert agrees(reader, place)
        kept.move("9.3", "2026-09-30", reason="Cover was found.")
        assert agrees(reader, place)
        assert said
        note_silence(kept.store, kept.find("9.3").id, meeting.id, **kept.by())
        assert agrees(reader, place)
        kept.revise("9.4", title="Another title")
        assert agrees(reader, place)
        kept.action("9.9", title="A new one")
        kept.say("9.9", "at-risk", note="It begins.")
        assert agrees(reader, place)
        kept.undo()
        assert agrees(reader, place)
        kept.redo()
        assert agrees(reader, place)


def test_a_file_put_in_place_of_the_plan_is_read_whole(place: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(place, tmp_path / "other.db"))
    kept = KeptPlan(place, open_store(place))
    kept.revise("9.4", title="A title of this file alone")
    kept.store.close()
    branched = KeptPlan(other, open_store(other))
    for words in ("Once", "Twice"):
        branched.say("9.3", None, note=words)
    branched.store.close()
    for replaces in (shutil.copyfile, os.replace):
        mine = Path(shutil.copy(place, tmp_path / "mine.db"))
        with closing(a_reader(mine)) as reader:
            reader.snapshot(TODAY)
            replaces(shutil.copy(other, tmp_path / "sent.db"), mine)
            assert agrees(reader, mine)
            assert all(a.title != "A title of this file alone" for a in reader.snapshot(TODAY).plan.actions)
