"""The project speaks of itself alone: nothing in it names a machine, a person or unfinished work."""

from __future__ import annotations

import re
import subprocess

import pytest
from source_tree import ROOT

# Put together from halves, so that this file does not hold them.
FORBIDDEN = [
    "/wo" + "rk/",
    "/ho" + "me/",
    "/ro" + "ot/",
    "/tm" + "p/w",
    "../sha" + "red",
    "far" + "m-",
    "cla" + "ude",
    "anth" + "ropic",
    "chat" + "gpt",
    "copi" + "lot",
    "TO" + "DO",
    "FIX" + "ME",
    "lorem " + "ipsum",
    "not " + "implemented",
]
PEOPLE = r"[A-Za-z0-9._%+-]+@(?!example\.(?:org|com|net)\b)[A-Za-z0-9-]+\.(?!example\b)[A-Za-z]{2,}"


def tracked() -> list[str]:
    """The files that are part of the project."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout knows which files are its own")
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(name: str) -> str:
    return (ROOT / name).read_bytes().decode("utf-8", errors="replace")


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_file_names_what_is_none_of_its_business(word: str) -> None:
    wanted = re.compile(
        r"(?<![\w.-])" * word.startswith("/") + re.escape(word), re.IGNORECASE * word.islower()
    )

    assert [name for name in tracked() if wanted.search(text_of(name))] == []


def test_no_file_holds_an_address_that_could_be_a_person_s() -> None:
    found = {name: re.findall(PEOPLE, text_of(name)) for name in tracked() if name != "requirements.lock"}

    assert {name: addresses for name, addresses in found.items() if addresses} == {}
