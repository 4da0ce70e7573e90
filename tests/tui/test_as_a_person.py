"""What a lead does before a board, key by key, and how many keys it takes at most; words are not counted."""

from __future__ import annotations

from pathlib import Path

from a_person import Person, own_sample


def test_off_track_with_a_reason_takes_four_keys_and_undoing_it_one(tmp_path: Path) -> None:
    with Person(own_sample(tmp_path)) as lead:
        before = lead.goes_to("9.4").status_of("9.4")
        begun = lead.keys
        lead.presses("s r").types("Invented: the provider withdrew").presses("Enter").sees(
            "9.4 ■ R off track"
        )
        assert lead.keys - begun <= 5  # four and Enter
        assert (before, lead.status_of("9.4")) == ("at risk", "off track")
        lead.presses("u").sees("Taken back")
        assert lead.keys - begun <= 6
        assert lead.status_of("9.4") == before
        lead.leaves()


def test_seven_actions_at_risk_take_twelve_keys(tmp_path: Path) -> None:
    with Person(own_sample(tmp_path)) as lead:
        lead.presses("g l").goes_to("4.1")
        begun = lead.keys
        lead.presses("Space Space Space Space Space Space Space s a").types("Invented: the lead is away")
        lead.presses("Enter").sees("Enter again saves").presses("Enter").sees("to at risk")
        assert lead.keys - begun <= 12
        lead.leaves()


def test_what_is_overdue_for_one_owner_takes_fifteen_keys(tmp_path: Path) -> None:
    with Person(own_sample(tmp_path)) as lead:
        lead.presses("g l /")
        words = "overdue org:ICB"
        lead.types(words).presses("Enter").sees(" of 78")
        assert lead.keys + len(words) <= 20
        lead.leaves()


def test_words_typed_at_home_by_mistake_change_nothing(tmp_path: Path) -> None:
    plan = own_sample(tmp_path)
    with Person(plan) as lead:
        lead.goes_to("9.4").types("send").presses("Enter").sees("Embedded")
        assert lead.status_of("9.4") == "at risk"
        lead.presses("Esc").sees("Not saved").leaves()
        assert lead.status_of("9.4") == "at risk"


def test_with_caps_lock_on_the_menus_still_work(tmp_path: Path) -> None:
    with Person(own_sample(tmp_path), surroundings={"NO_COLOR": "1"}) as lead:
        lead.goes_to("9.4").presses("S R").types("Invented: CAPS").presses("Enter").sees("9.4 ■ R off track")
        assert lead.status_of("9.4") == "off track"
        lead.presses("g A").sees("Needs attention  4")
