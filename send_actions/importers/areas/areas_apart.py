"""Areas of a file that have one number: known apart by the labels of their numbers, or by their titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

from send_actions.domain.text import fold, match_key, printable
from send_actions.importers.answers import NEW, title_key
from send_actions.importers.areas.area_words import Named, labelled_otherwise
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, quoted_apart
from send_actions.importers.refs.likeness import ALIKE, is_slip, likeness

_ALONE: Final = 1
_MOST: Final = 200


def told_apart(areas: Sequence[Named], known: Container[str]) -> list[Named]:
    """Return the areas of rows with numbers of their own, where labels tell these apart: PA1 and AFI1.

    `known` are the numbers of the plan. A label that we do not know is one where several titles are alike.
    """
    read = _with_labels_of_the_file(areas)
    titles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number, title, label in read:
        if number and title and label:
            titles[match_key(number)][fold(label)].add(title_key(title))
    shared = {label for labels in titles.values() if _are_others(labels) for label in labels}
    short = {label: "".join(word[0] for word in label.split()).upper() for label in shared}
    if len(set(short.values())) < len(short):
        return read
    return [_with_code(area, short, known) for area in read]


def one_spelling(areas: Sequence[Named], in_plan: Container[str], said: Container[str]) -> list[Named]:
    """Return the areas, each under its first spelling and, where it has them in one row, number and title.

    A slip in a title without a number is none of its own, but for one that the plan has, or of which
    something is `said`.
    """
    first: dict[str, Named] = {}
    for area in sorted(dict.fromkeys(areas), key=lambda area: not area.number):
        key = title_key(area.title)
        if area.title and key not in first:
            is_own = bool(area.number) or key in in_plan or match_key(area.title) in said
            like = None if is_own or len(first) > _MOST else _misspelt(area, first.values())
            first[key] = like or area
    titles: dict[str, set[str]] = defaultdict(set)
    for area in first.values():
        titles[match_key(area.number)].add(area.title)
    alone = {key: found.pop() for key, found in titles.items() if key and len(found) == 1}
    return [_spelt(area, first, alone) for area in areas]


def tell_spelt(
    typed: Sequence[Named], meant: Sequence[Named], lines: Sequence[ActionLine], problems: Problems
) -> None:
    """Tell which titles are taken as another by a slip, each once."""
    told = set[str]()
    for area, one, line in zip(typed, meant, lines, strict=True):
        if area.title and title_key(area.title) != title_key(one.title) and area.title not in told:
            told.add(area.title)
            said, taken = quoted_apart(area.title, one.title)
            words = printable(f"{said} is taken as the area {taken}; another with ")
            problems.doubt(line.row, "area_title", f"{words}{AskFor('--area', area.title, NEW)}.")


def _spelt(area: Named, first: Mapping[str, Named], alone: Mapping[str, str]) -> Named:
    if area.number and not area.title:
        return area._replace(title=alone.get(match_key(area.number), ""))
    known = first.get(title_key(area.title), area)
    if area.number and match_key(area.number) != match_key(known.number):
        return area
    return area._replace(
        title=known.title, number=area.number or known.number, label=area.label or known.label
    )


def _misspelt(area: Named, others: Iterable[Named]) -> Named | None:
    return next((other for other in others if is_slip(other.title, area.title)), None)


def two_with_one_number(areas: Sequence[Named], in_plan: Container[str]) -> Mapping[tuple[str, str], str]:
    """Return the first title of each number by number and any other title that is nothing like it.

    `in_plan` are the titles of the plan's areas.
    """
    first: dict[str, str] = {}
    found: dict[tuple[str, str], str] = {}
    for number, title, _ in dict.fromkeys(areas):
        if not number or not title:
            continue
        kept = first.setdefault(match_key(number), title)
        is_one = title_key(title) == title_key(kept) or likeness(kept, title, {}) >= ALIKE
        if not is_one and title_key(title) not in in_plan:
            found[match_key(number), title_key(title)] = kept
    return found


def question_second(number: str, first: str, title: str, free: str, cell: str) -> Problem:
    """Return the question which number an area has whose own is another's; a free one is offered."""
    one, other = quoted_apart(first, title)
    told = f"Two areas have number {number}: {one} and {other}. Which number has the second?"
    return Problem(cell, printable(told), is_question=True, answer=AskFor("--area", title, free))


def _with_labels_of_the_file(areas: Sequence[Named]) -> list[Named]:
    """Return the areas, those that begin with a label of the file's own parted at its number."""
    titles = {area.title for area in areas if area.title and not area.number}
    parted = {title: named for title in titles if (named := labelled_otherwise(title))}
    known = {area.title for area in areas if area.label}
    if len(parted) + len(known) <= _ALONE:
        return list(areas)
    return [area if area.number else parted.get(area.title, area) for area in areas]


def _are_others(labels: Mapping[str, set[str]]) -> bool:
    """Say whether the titles under labels of one number are not the same."""
    return len(labels) > _ALONE and len(set().union(*labels.values())) > _ALONE


def _with_code(area: Named, short: Mapping[str, str], known: Container[str]) -> Named:
    """Return an area whose label is shared out with its number behind the letters of that."""
    letters = short.get(fold(area.label)) or "".join(word[0] for word in area.label.split()).upper()
    code = letters + area.number
    is_meant = fold(area.label) in short or (match_key(code) in known and match_key(area.number) not in known)
    return area._replace(number=code) if is_meant and area.label and area.number else area
