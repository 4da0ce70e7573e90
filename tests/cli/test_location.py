from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.cli.location import (
    actor,
    keep_theme,
    own_settings,
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


@given(place=KEPT, by=KEPT, mouse=st.booleans(), enter_chooses=st.booleans())
def test_settings_are_read_as_they_were_kept(
    tmp_path_factory: pytest.TempPathFactory, place: str, by: str, *, mouse: bool, enter_chooses: bool
) -> None:
    folder = tmp_path_factory.mktemp("own") / "send-actions"
    kept = Settings(place, by, mouse=mouse, enter_chooses=enter_chooses)
    write_settings(folder, kept)
    assert read_settings(folder) == kept
    assert [file.name for file in folder.iterdir()] == [FILE]


def test_what_else_stands_in_the_settings_stays_when_one_is_kept(tmp_path: Path) -> None:
    own = '# my own\nby = "Sam" # me\nlater = 3\n\n[keys]\nstatus = "t"\n'
    (tmp_path / FILE).write_text(own, encoding="utf-8")
    write_settings(tmp_path, replace(read_settings(tmp_path), theme="send-light"))
    told = (tmp_path / FILE).read_text(encoding="utf-8")
    assert told.replace('theme = "send-light"\n', "") == own
    write_settings(tmp_path, replace(read_settings(tmp_path), theme=""))
    assert (tmp_path / FILE).read_text(encoding="utf-8") == own


@pytest.mark.parametrize("value", ['"off"', "0", "[]"])
def test_a_setting_of_yes_or_no_that_says_else_is_named(tmp_path: Path, value: str) -> None:
    (tmp_path / FILE).write_text(f"mouse = {value}\n", encoding="utf-8")
    with pytest.raises(SendActionsError, match="mouse is true or false, without quotes"):
        read_settings(tmp_path)


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
    assert own_settings().theme == "send-light"


def test_settings_that_cannot_be_read_keep_nobody_from_looking(capsys: pytest.CaptureFixture[str]) -> None:
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / "settings.toml").write_text("theme =", encoding="utf-8")
    assert own_settings() == Settings()
    assert capsys.readouterr().err.endswith("mend the file, or take it away to begin anew.\n")
