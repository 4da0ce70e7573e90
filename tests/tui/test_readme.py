"""The README shows the keys there are."""

from __future__ import annotations

from pathlib import Path

from send_actions.tui.commands.catalogue import ALL, USUAL, key_table

README = Path(__file__).parents[2] / "README.md"


def test_the_table_of_keys_in_the_readme_is_the_one_of_the_app() -> None:
    text = README.read_text(encoding="utf-8")
    assert f"<!-- keys -->\n{key_table()}<!-- end of keys -->" in text


def test_the_table_names_every_key() -> None:
    assert all(USUAL.sentence(key) in key_table() for key in ALL)
