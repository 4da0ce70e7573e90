"""A paste comes whole, whatever it holds: no escape code in it ends it, and none of it is taken for keys."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import hypothesis.strategies as st
import pytest
from a_person import TODAY, Person, own_sample
from hypothesis import given

from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.whole_pastes import WholePastes

START, END = "\x1b[200~", "\x1b[201~"
NASTY = "Line one with \x1b[31mred\x1b[0m and \x1b]0;title\x07 a bell\nLine two\tTabbed\nLine three"

pieces_of_keys = st.text(alphabet="abj\x1b[2~0", max_size=12).filter(lambda text: START not in text)
pasted = st.text(alphabet="ab\x1b[201~\n ", max_size=30).filter(lambda text: END not in text)


def in_pieces(text: str, cuts: list[int]) -> list[str]:
    places = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    return [text[begin:end] for begin, end in pairwise(places)]


@given(pieces_of_keys, pasted, pieces_of_keys, st.lists(st.integers(0, 200), max_size=8))
def test_however_it_is_cut_a_paste_has_no_escape_and_the_keys_beside_it_have_theirs(
    before: str, inside: str, after: str, cuts: list[int]
) -> None:
    whole = f"{before}{START}{inside}{END}{after}"
    if whole.count(START) > 1 or whole.count(END) > 1:
        return
    pastes = WholePastes()
    came = "".join(pastes.cleaned(piece) for piece in in_pieces(whole, cuts))
    assert came == f"{before}{START}{inside.replace(chr(27), '')}{END}{after}"


@pytest.mark.parametrize("key", ["\x1b", "\x1b[A", "\x1b[", "j"])
def test_a_key_is_never_held_back(key: str) -> None:
    assert WholePastes().cleaned(key) == key


def test_a_paste_with_escape_codes_stands_in_the_note_and_saves_nothing(tmp_path: Path) -> None:
    plan = own_sample(tmp_path)
    with Person(plan) as person:
        person.goes_to("9.3").presses("m").sees("Enter save")
        person.types(f"{START}{NASTY}{END}").sees("Line three")
        person.presses("Enter").sees("u to undo")
    reader = open_reader(str(plan))
    note = next(one.note for one in read_plan(reader, TODAY).actions if one.ref == "9.3")
    reader.close()
    assert note.startswith("Line one with [31mred[0m and ]0;title a bell")
    assert note.endswith("Line three")
