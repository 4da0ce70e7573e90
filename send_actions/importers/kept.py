"""What a plan keeps of the files that were brought in: answers to their questions, and the refs of each."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from send_actions.domain.text import fold, match_key
from send_actions.domain.words.date_forms import MONTHS
from send_actions.importers.answers import Answers

ANSWERS: Final = "answers"
LAST_FILE: Final = "last file"
_ANSWERS_OF: Final = "answers of"
_SIDES: Final = "plan stands"
_MOST: Final = 0.8
_OF_VERSIONS: Final = frozenset(
    {*("v", "version", "copy", "draft", "final", "new", "updated", "as", "at", "of", "on", "to", "q")}
    | {month.lower()[:length] for month in MONTHS for length in (3, len(month))}
)
"""Words of a file's name that tell one version of it from another."""


class BroughtIn(NamedTuple):
    """A file that was brought in: its name and the refs that stood in it.

    `record` is that of the import, and `on` the date it spoke of; `left` has what it said where the plan's
    words stood (`left_as`). `others` are the digests of the other files that came in.
    """

    name: str
    refs: tuple[str, ...]
    record: int = 0
    on: date | None = None
    digest: str = ""
    left: Mapping[str, str] = {}
    others: frozenset[str] = frozenset()


class Kept(NamedTuple):
    """The answers for any file, the files that were brought in, newest last, and what each was answered.

    `of_undone` is what files were answered whose import was taken back.
    """

    answers: Answers
    files: tuple[BroughtIn, ...] = ()
    of_files: Mapping[str, Answers] = {}
    of_undone: Mapping[str, Answers] = {}

    def of_file(self, digest: str) -> Answers | None:
        """Return what a file of this digest was answered when it came in last; None for a new one."""
        return self.of_files.get(answers_kept_as(digest))

    def answered(self, digest: str) -> Answers | None:
        """Return what a file of this digest was answered last, whether that import stands or was undone."""
        return self.of_file(digest) or self.of_undone.get(answers_kept_as(digest))


def kept_as(name: str) -> str:
    """Return under which name the refs of a file are kept."""
    return f"{LAST_FILE} {name}"


def left_as(action_id: int, field: str) -> str:
    """Return under which name it is kept what a file said of an action where the plan's words stood."""
    return f"{action_id} {field}"


def answers_kept_as(digest: str) -> str:
    """Return under which name it is kept what a file was answered."""
    return f"{_ANSWERS_OF} {digest}"


def side_kept_as(key: str) -> str:
    """Return under which name it is kept whose words stand, the plan's or a return's."""
    return f"{_SIDES} {key}"


def read_kept(rows: Iterable[Mapping[str, Any]]) -> Kept:
    """Return what the plan keeps; what cannot be read is not kept.

    An import that is `undone` leaves what was answered, and no more: its file never came in.
    """
    kept: dict[str, str] = {}
    born: dict[str, int] = {}
    undone: dict[str, Answers] = {}
    for row in rows:
        if row["undone"] and row["name"] != ANSWERS:
            if row["name"].startswith(_ANSWERS_OF):
                undone[row["name"]] = Answers.from_json(row["mapping"])
            continue
        kept.pop(row["name"], None)
        kept[row["name"]], born[row["name"]] = row["mapping"], row.get("born", 0)
    files = (_file_of(text, born[name]) for name, text in kept.items() if name.startswith(LAST_FILE))
    of_files = {n: Answers.from_json(text) for n, text in kept.items() if n.startswith(_ANSWERS_OF)}
    digests = frozenset(name.removeprefix(_ANSWERS_OF).strip() for name in of_files)
    known = tuple(file._replace(others=digests - {file.digest}) for file in files if file)
    return Kept(Answers.from_json(kept.get(ANSWERS, "")), known, of_files, undone)


def version_before(
    name: str, refs: Iterable[str], files: Sequence[BroughtIn], living: Collection[str]
) -> BroughtIn | None:
    """Return the file whose next version one is, by its name or by most of the refs; None for another list.

    The refs that count are those of living actions; no file of which nothing is here has a next version. Half
    of them are enough where the names of both say nothing but versions, such as v1 and v2.
    """
    here, own = {match_key(ref) for ref in refs}, _list_name(name)
    most = None
    for file in reversed(files):
        known = {key for ref in file.refs if (key := match_key(ref)) in living}
        shared = len(known & here)
        is_namesake = own == _list_name(file.name) and (own or 2 * shared >= len(known))
        if shared and (file.name == name or is_namesake):
            return file
        if shared and shared >= _MOST * len(known):
            most = most or file
    return most


def _list_name(name: str) -> str:
    """Return a file's name without what tells its versions apart: figures, months, "v", "final"."""
    words = re.findall(r"[^\W\d_]+", fold(PurePath(name).stem))
    return " ".join(word for word in words if word not in _OF_VERSIONS)


def file_kept(file: BroughtIn) -> str:
    """Return what is kept of a file for its next version, as text."""
    on = {"on": file.on.isoformat()} if file.on else {}
    left = {"left": dict(file.left)} if file.left else {}
    known = {"name": file.name, "refs": file.refs, "record": file.record, "digest": file.digest}
    return json.dumps(known | on | left, ensure_ascii=False)


def _file_of(text: str, born: int) -> BroughtIn | None:
    """Return a file as it was kept, in earlier editions only by name and refs, in the record `born`."""
    try:
        last = json.loads(text)
        on = date.fromisoformat(last["on"]) if "on" in last else None
        record, left = int(last.get("record", born)), dict(last.get("left", {}))
        file = BroughtIn(str(last["name"]), tuple(map(str, last["refs"])), record, on)
        return file._replace(digest=str(last.get("digest", "")), left=left)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
