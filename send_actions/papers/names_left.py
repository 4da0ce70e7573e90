"""Names that seem to be left in a paper for a board or the public: a warning to whoever makes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from send_actions.domain.noun import Noun
from send_actions.domain.plan import Evidence, Measure, Plan
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.people import people_in
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.spoken_names import Printed, SpokenNames, parts_of_name, words_of
from send_actions.reports.audience import Audience, redact_plan
from send_actions.reports.document import Document
from send_actions.reports.nobody_named import texts_of
from send_actions.reports.output import encode
from send_actions.store.reader import Reader

_ORDINARY: Final = frozenset(
    {
        *("april", "august", "bell", "best", "black", "brown", "church", "day", "east", "faith", "grace"),
        *("green", "hall", "hill", "hope", "june", "king", "lane", "long", "mark", "may", "north", "park"),
        *("read", "rose", "school", "short", "south", "summer", "west", "white", "will", "winter", "wood"),
        "young",
    }
)
"""Names that are words which any sentence may begin with, or places may be called by."""
_NAMED: Final = 4
IN_A_SHELL: Final = (
    "say the role there before the paper goes out (`history REF` tells the record of a note, `undo RECORD` "
    "takes it back, `note` says it anew)."
)
"""What to do about a name that is left, for whoever makes the paper in a shell."""


def names_left(
    reader: Reader, plan: Plan, paper: Document, audience: Audience, mend: str = IN_A_SHELL
) -> list[str]:
    """Return a sentence for each owner of whose names a part seems to stand in a paper that is not internal.

    All names count that the owner ever bore. It says where and does not repeat the name. A word that the
    paper has in small letters more often than not, or that is in what a role, organisation, board or area is
    called, is no name unless a title such as Mrs is before it. Of a paper for the public one more sentence
    says where somebody else's name or age seems to stand. `mend` ends each: what to do about it.
    """
    if audience is Audience.INTERNAL:
        return []
    exempt = exempt_as_last_known(reader, plan)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for owner in exempt.named:
        parts[str(owner)] |= parts_of_name(owner.name)
    if not parts and audience is not Audience.PUBLIC:
        return []
    text = encode(paper, "text").decode()
    said, printed = SpokenNames([text], set().union(*parts.values())), Printed(text)
    ordinary = words_of(_what_is_called(plan)) | _ORDINARY
    seen = redact_plan(plan, audience, exempt)
    told = []
    for whose, names in parts.items():
        left = said.of(names, ordinary)
        if left:

            def has_part(text: str, left: set[str] = left) -> bool:
                return bool(printed.of(text, SpokenNames([text], left).of(left, ordinary)))

            where = _where(seen, has_part)
            told.append(f"Part of the name of {whose} seems to stand in the words of {where}: {mend}")
    if audience is Audience.PUBLIC and any(people_in(text)):
        told += _of_others(seen, printed, mend)
    return told


def _of_others(seen: Plan, printed: Printed, mend: str) -> list[str]:
    """Return a sentence on where a name or an age seems to stand, whosever it is; nothing where none does."""

    def has_person(text: str) -> bool:
        return any(printed.has(found) for found in people_in(text))

    places = list(_places(seen, has_person))
    if not places:
        return []
    return [f"Somebody's name or age seems to stand in the words of {_listed(places)}: {mend}"]


def _where(plan: Plan, has_one: Callable[[str], bool]) -> str:
    return _listed(list(_places(plan, has_one))) or "the paper"


def _listed(places: list[str]) -> str:
    once = list(dict.fromkeys(places))
    return ", ".join(once[:_NAMED]) + (f" and {len(once) - _NAMED} more" if len(once) > _NAMED else "")


def _what_is_called(plan: Plan) -> list[str]:
    owners = (words for owner in plan.owners for words in (owner.role, owner.organisation))
    areas = (words for area in plan.areas for words in (area.title, area.theme))
    boards = (meeting.series for meeting in plan.meetings)
    return [plan.title, plan.partnership, *owners, *areas, *boards]


def _places(plan: Plan, is_in: Callable[[str], bool]) -> Iterator[str]:
    """Yield where names stand: actions by ref, areas by number, meetings by their day, others by title.

    What has a name in its title is told by what it is about.
    """

    def has_one(noun: Noun | str) -> bool:
        texts = [noun] if isinstance(noun, str) else texts_of(noun)
        return any(map(is_in, texts))

    def titled(noun: str, title: str, otherwise: str) -> str:
        return otherwise if has_one(title) else f"the {noun} “{title}”"

    yield from (action.ref for action in plan.actions if has_one(action))
    yield from (f"area {area.number}" for area in plan.areas if has_one(area))
    for said in filter(has_one, plan.minutes):
        meeting = plan.meetings_by_id.get(said.meeting_id)
        yield f"the meeting of {say_date(meeting.on)}" if meeting else "a meeting"
    for one in filter(has_one, plan.evidence):
        yield titled("evidence", one.title, f"the evidence{_about(plan, ' for', one)}")
    for measure in filter(has_one, plan.measures):
        yield titled("measure", measure.title, f"a measure{_about(plan, ' of', measure)}")
    for source in filter(has_one, plan.sources):
        yield titled("source", source.title, f"a source of {say_date(source.on)}")


def _about(plan: Plan, joint: str, thing: Evidence | Measure) -> str:
    """Return the action or area that a thing is about, behind a word for how; nothing where it is not."""
    if isinstance(thing, Evidence) and thing.action_id in plan.actions_by_id:
        return f"{joint} {plan.actions_by_id[thing.action_id].ref}"
    area = plan.areas_by_id.get(thing.area_id or 0)
    return f"{joint} area {area.number}" if area else ""
