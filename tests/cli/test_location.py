from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.cli.location import (
    actor,
    keep_theme,
    kept_theme,
    plan_location,
    shown_location,
)
from send_actions.config import FILE, Settings, read_settings, settings_folder, write_settings
from send_actions.errors import SendActionsError

KEPT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_who_changes_the_plan_is_named_first_in_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(settings_folder(), Settings(by="Sam"))
    assert actor() == "Sam"
    monkeypatch.setenv("SEND_ACTIONS_BY", " Improvement\tlead ")
    assert actor() == "Improvement lead"


@pytest.mark.skipif(os.name == "nt", reason="Windows looks at another variable")
def test_without_a_name_it_is_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "jsmith")
    assert actor() == "jsmith"


def test_the_surroundings_name_a_plan_before_the_settings_do(monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(settings_folder(), Settings(place="own.db"))
    assert (plan_location(None), plan_location("other.db")) == ("own.db", "other.db")
    monkeypatch.setenv("SEND_ACTIONS_DB", "training.db")
    assert (plan_location(None), plan_location("other.db")) == ("training.db", "other.db")


@given(place=KEPT, by=KEPT)
def test_settings_are_read_as_they_were_kept(
    tmp_path_factory: pytest.TempPathFactory, place: str, by: str
) -> None:
    folder = tmp_path_factory.mktemp("own") / "send-actions"
    write_settings(folder, Settings(place, by))
    assert read_settings(folder) == Settings(place, by)
    assert [file.name for file in folder.iterdir()] == [FILE]


def test_settings_that_cannot_be_kept_are_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SendActionsError, match="cannot be kept"):
        write_settings(tmp_path / "file", Settings(by="Sam"))


def test_a_place_at_home_is_said_from_the_tilde_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert shown_location(str(tmp_path / "plans" / "plan.db")) == str(Path("~", "plans", "plan.db"))
    assert shown_location(str(tmp_path.parent / "plan.db")) == str(tmp_path.parent / "plan.db")
    monkeypatch.chdir(tmp_path)
    assert shown_location("plan.db") == str(Path("~", "plan.db"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://lead:s3cret@host/plan", "postgresql://lead:…@host/plan"),
        ("postgresql://lead:s3@c/ret@host/plan", "postgresql://lead:…@host/plan"),
        ("postgresql://lead@host/plan", "postgresql://lead@host/plan"),
        ("postgresql://host:5432/plan", "postgresql://host:5432/plan"),
    ],
)
def test_an_address_is_said_without_its_password(address: str, said: str) -> None:
    assert shown_location(address) == said


def test_the_theme_taken_last_is_kept_beside_what_else_is_set() -> None:
    write_settings(settings_folder(), Settings(by="Sam"))
    keep_theme("send-light")
    assert read_settings(settings_folder()) == Settings(by="Sam", theme="send-light")
    assert kept_theme() == "send-light"


def test_settings_that_cannot_be_read_keep_nobody_from_looking() -> None:
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / "settings.toml").write_text("theme =", encoding="utf-8")
    assert not kept_theme()
