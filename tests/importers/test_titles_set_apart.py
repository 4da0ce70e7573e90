"""Two titles set against each other are shown from before where they differ, where both are cut alike."""

from __future__ import annotations

import pytest

from send_actions.importers.problems import quoted, quoted_apart

LONG = "Review the graduated response with schools, families and health partners so that "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG + "plans are timely", LONG + "reviews are timely"),
        (LONG + "plans", LONG + "plans are timely"),
        ("x" * 80 + "a", "x" * 80 + "b"),
    ],
)
def test_words_cut_alike_are_told_apart(one: str, other: str) -> None:
    assert quoted(one) == quoted(other)
    shown = quoted_apart(one, other)
    assert shown[0] != shown[1]
    assert all(words.startswith("“…") for words in shown)
    assert all(len(words) <= 62 for words in shown)


@pytest.mark.parametrize(("one", "other"), [("Plans", "Reviews"), (LONG, LONG), ("A" + LONG, "B" + LONG)])
def test_words_that_differ_where_they_are_shown_begin_at_their_beginning(one: str, other: str) -> None:
    assert quoted_apart(one, other) == (quoted(one), quoted(other))
