from __future__ import annotations

from running import Run


def test_confirming_differs_from_silence(run: Run) -> None:
    ran = run("confirm", "9.3", "9.4", "--heard", "meeting")
    assert ran.err.startswith("Confirm 9.3, 9.4: no change · record ")
    (item,) = run("show", "9.3", "--json").items
    assert item["updated_on"] == "2026-03-31"
    assert item["status"] == "on-track"
    assert item["updates"][0]["no_change"] is True


def test_confirming_twice_on_a_day_changes_nothing(run: Run) -> None:
    run("confirm", "9.3")
    ran = run("confirm", "9.3")
    assert (ran.code, ran.err) == (0, "9.3 was confirmed for 31 March 2026 already: nothing was changed.\n")


def test_confirming_may_have_a_note_and_whom_it_was_heard_from(run: Run) -> None:
    run("confirm", "9.3", "-m", "The line is staffed to July", "--heard", "e-mail", "--from", "CHT")
    update = run("show", "9.3", "--json").items[0]["updates"][0]
    said = ("no_change", "note", "heard", "heard_from")
    assert [update[name] for name in said] == [True, "The line is staffed to July", "e-mail", "CHT"]
