"""What people answered to a file's questions: words, refs, areas and columns; kept with the plan as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final, TypeVar

from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry, Status
from send_actions.domain.text import clean, cut, fold, match_key, printable
from send_actions.domain.words.choices import read_status
from send_actions.errors import UsageError

Meant = TypeVar("Meant")

_CELL: Final = re.compile(r"![A-Z]+\d+$", re.IGNORECASE)
_CELL_ALONE: Final = re.compile(r"[A-Z]{1,2}\d{1,6}", re.IGNORECASE)
"""A cell of a file that has one sheet, which may as well be the number of an area: A2."""
_NO_LETTER: Final = re.compile(r"[\W_]+")
PLAN: Final = "plan"
SIDES: Final = (PLAN, "file")
NO_STATUS: Final = "none"
"""What is answered of a word that says no status."""

TITLES: Final = "titles"
ROWS: Final = "rows"
"""What is answered of rows that are numbered anew: their titles say which they are, or each is asked."""

_BY: Final = {"titles": TITLES, "title": TITLES, "rows": ROWS, "row": ROWS, "no": ROWS, "n": ROWS}
NEW: Final = "new"
"""What is answered of a row that is an action, or of an area, which the plan has not."""

WHOLE_AREAS: Final = (NEW, *SIDES)
"""What is answered of all areas at once that have the number of one of the plan's: whose is the title."""

OF_SHEETS: Final = "sheet"
"""What --take speaks of where several sheets of a file say other things of one action."""


@dataclass(frozen=True)
class Answers:
    """The answers by what they speak of: `statuses` by word (None is none), `refs` by cell, `titled` by row.

    `areas` are the plan's numbers by the file's, `areas_as` what all others are, `area` is the one for rows
    without, `area_of` that of those in one table by the first of them, `ref_by` says how rows that are
    numbered anew are known, `columns` the fields by heading. `takes` says by cell whether the plan's or the
    file's words stand, `take` says it of all others. `owners` are the roles of those who stand by name; the
    plan's directory keeps them. `sheet` is the one that counts where several have one action.
    """

    statuses: Mapping[str, Status | None] = field(default_factory=dict)
    refs: Mapping[str, str] = field(default_factory=dict)
    titled: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    area: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    takes: Mapping[str, str] = field(default_factory=dict)
    take: str = ""
    area_of: Mapping[str, str] = field(default_factory=dict)
    not_personal: bool = False
    areas_as: str = ""
    sheet: str = ""
    ref_by: str = ""
    owners: Mapping[str, str] = field(default_factory=dict)

    def with_answer(self, flag: str, text: str, legend: Iterable[LegendEntry] = DEFAULT_LEGEND) -> Answers:
        """Return these and one more, as it is typed after its flag; raises UsageError."""
        if "=" not in text and (flag in ("--area", "--take") or (flag == "--ref" and fold(text) in _BY)):
            return self._for_all_others(flag, text)
        left, equals, right = clean(text, one_line=True).rpartition("=")
        left, right = left.strip(), right.strip()
        if not equals or not left or not right:
            also = ", or titles or rows for all that are numbered anew" if flag == "--ref" else ""
            raise UsageError(
                f"{flag} {printable(text)!r}: write what stands in the file, = and what it means{also}."
            )
        match flag:
            case "--status":
                meant = None if fold(right) == NO_STATUS else read_status(right, legend)
                said: dict[str, Any] = {"statuses": {**self.statuses, word_key(left): meant}}
            case "--ref":
                said = {"refs": {**self.refs, left.upper(): right}}
            case "--owner":
                said = {"owners": {**self.owners, fold(left): right}}
            case "--take":
                said = self._taking(left, right)
            case "--area" if _CELL.search(left):
                said = {"area_of": {**self.area_of, left.upper(): right}}
            case "--area":
                cells = {left.upper(): right} if _CELL_ALONE.fullmatch(left) else {}
                said = {"areas": {**self.areas, match_key(left): right}, "area_of": {**self.area_of, **cells}}
            case _:
                said = {"columns": {**self.columns, left: right}}
        return replace(self, **said)

    def _for_all_others(self, flag: str, text: str) -> Answers:
        if flag == "--take":
            return replace(self, take=_side(text))
        if flag == "--ref":
            return replace(self, ref_by=_BY[fold(text)])
        if (said := fold(clean(text, one_line=True))) in WHOLE_AREAS:
            return replace(self, areas_as=said)
        return replace(self, area=clean(text, one_line=True))

    def _taking(self, left: str, right: str) -> dict[str, Any]:
        if fold(left) == OF_SHEETS:
            return {"sheet": right}
        return {"takes": {**self.takes, left.upper(): _side(right)}}

    def over(self, kept: Answers) -> Answers:
        """Return these, and what was answered before where these say nothing; cells are this file's alone."""
        return replace(
            self,
            statuses={**kept.statuses, **self.statuses},
            titled={**kept.titled, **self.titled},
            areas=_areas_over(self.areas, kept.areas),
            columns={**kept.columns, **self.columns},
        )

    def of_same_file(self, was: Answers) -> Answers:
        """Return these, and all that was answered of the same file before where these say nothing."""
        return replace(
            self.over(was),
            refs={**was.refs, **self.refs},
            area=self.area or was.area,
            sheet=self.sheet or was.sheet,
            area_of={**was.area_of, **self.area_of},
            areas_as=self.areas_as or was.areas_as,
            ref_by=self.ref_by or was.ref_by,
            not_personal=True,
        )

    def without_unasked(self, given: Answers, used: Answers) -> Answers:
        """Return these without those given now that nothing asks for: a slip is not kept."""
        return replace(
            self,
            statuses=_asked(self.statuses, given.statuses, used.statuses),
            areas=_asked(self.areas, given.areas, used.areas),
            columns=_asked(self.columns, given.columns, used.columns),
        )

    def besides(self, said: Answers) -> list[tuple[str, str, str]]:
        """Return the flag, what it speaks of and what is meant of each answer that is not also `said`."""
        words = {word: status.value if status else NO_STATUS for word, status in self.statuses.items()}
        found = [("--status", word, meant) for word, meant in words.items() if word not in said.statuses]
        found += [("--area", key, meant) for key, meant in self.areas.items() if key not in said.areas]
        found += [("--area", key, meant) for key, meant in self.area_of.items() if key not in said.area_of]
        if self.area and not said.area:
            found.append(("--area", "", self.area))
        found += [("--map", name, meant) for name, meant in self.columns.items() if name not in said.columns]
        return found

    def to_json(self) -> str:
        """Return what is worth keeping for the next file, as text; empty when nothing is."""
        kept = {
            "status": {word: meant.value if meant else NO_STATUS for word, meant in self.statuses.items()},
            "ref": dict(self.titled),
            "area": dict(self.areas),
            "map": dict(self.columns),
        }
        said = {name: dict(sorted(words.items())) for name, words in kept.items() if words}
        return json.dumps(said, ensure_ascii=False) if said else ""

    def whole_json(self) -> str:
        """Return all that a file was answered as text, also what speaks of its cells alone."""
        kept = json.loads(self.to_json() or "{}")
        rest = {**({"area": self.area} if self.area else {}), **self.area_of}
        rest |= {OF_SHEETS: self.sheet} if self.sheet else {}
        alone = {"cell": dict(sorted(self.refs.items())), "rest": rest}
        said = kept | {name: words for name, words in alone.items() if words}
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Answers:
        """Return what was kept; what cannot be read any more was never answered."""
        try:
            kept = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(kept, dict):
            return cls()
        words = {name: _texts(kept.get(name)) for name in ("status", "ref", "area", "map", "cell", "rest")}
        known = {status.value: status for status in Status}
        statuses = {w: known.get(m) for w, m in words["status"].items() if m in known or m == NO_STATUS}
        rest, sheet = (words["rest"].pop(name, "") for name in ("area", OF_SHEETS))
        found = cls(statuses, words["cell"], words["ref"], words["area"], rest, words["map"])
        return replace(found, area_of=words["rest"], sheet=sheet)


def _asked(kept: Mapping[str, Meant], given: Container[str], used: Container[str]) -> dict[str, Meant]:
    return {key: meant for key, meant in kept.items() if key not in given or key in used}


def area_key(number: str, title: str) -> str:
    """Return how an area of a file is known again, by number and title."""
    return f"{match_key(number)} {' '.join(fold(title).split())}"


def kept_as_new(number: str) -> str:
    """Return what is kept of an area that is new, and was given a number."""
    return f"{NEW} {number}"


def new_number(answer: str) -> str:
    """Return the number that a new area was given, by what is kept of it; empty of any other answer."""
    word, _, number = answer.partition(" ")
    return number.strip() if fold(word) == NEW else ""


def _areas_over(said: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """Return what is said of areas, and of others what is kept; new says no more than that it was new."""
    found = dict(said)
    for key, answer in kept.items():
        number, _, title = key.partition(" ")
        again = [said[name] for name in (key, match_key(key), match_key(title), number) if name in said]
        if not again or (fold(again[0]) == NEW and new_number(answer)):
            found[key] = answer
    return found


def _side(text: str) -> str:
    """Return whose words are to stand; raises UsageError."""
    side = fold(clean(text, one_line=True))
    if side not in SIDES:
        raise UsageError(
            f'"{printable(cut(text, 40))}" is neither plan nor file: write the one whose words are to stand.'
        )
    return side


def known_by(flag: str, key: str) -> str:
    """Return how what an answer speaks of is known again, by its flag."""
    return word_key(key) if flag == "--status" else match_key(key)


def word_key(word: str) -> str:
    """Return a word of status as it is known again, whatever its capitals, spaces and stops."""
    return " ".join(fold(word).split()).strip(" .:;,-")


def row_key(ref: str, title: str) -> str:
    """Return how a row is known again whose ref was asked about: by its ref and its title."""
    return f"{match_key(ref)} {sha256(title_key(title).encode()).hexdigest()[:12]}"


def title_key(title: str) -> str:
    """Return a title as it is compared: letters and figures alone, and "and" for &."""
    return _NO_LETTER.sub("", fold(title).replace("&", "and"))


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, str)}
