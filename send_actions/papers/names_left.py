"""Parts of owners' names that stand alone in a paper for the public: a warning to whoever makes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from send_actions.domain.noun import Noun
from send_actions.domain.plan import Evidence, Measure, Plan
from send_actions.domain.words.dates import say_date
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.spoken_names import SpokenNames, parts_of_name, words_of
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


def names_left(reader: Reader, plan: Plan, paper: Document, audience: Audience) -> list[str]:
    """Return a sentence for each owner of whose names a part seems to stand in a paper for the public.

    All names count that the owner ever bore. It says where and does not repeat the name. A word that the
    paper has in small letters more often than not, or that is in what a role, organisation, board or area is
    called, is no name unless a title such as Mrs is before it.
    """
    if audience is not Audience.PUBLIC:
        return []
    exempt = exempt_as_last_known(reader, plan)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for owner in exempt.named:
        parts[str(owner)] |= parts_of_name(owner.name)
    if not parts:
        return []
    said = SpokenNames([encode(paper, "text").decode()])
    ordinary = words_of(_what_is_called(plan)) | _ORDINARY
    seen = redact_plan(plan, audience, exempt)
    told = []
    for whose, names in parts.items():
        left = said.of(names, ordinary)
        if left:
            places = list(dict.fromkeys(_places(seen, left, ordinary)))
            more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
            where = ", ".join(places[:_NAMED]) + more if places else "the paper"
            told.append(
                f"Part of the name of {whose} seems to stand in the words of {where}: say the role there "
                "before the paper goes out."
            )
    return told


def _what_is_called(plan: Plan) -> list[str]:
    owners = (words for owner in plan.owners for words in (owner.role, owner.organisation))
    areas = (words for area in plan.areas for words in (area.title, area.theme))
    boards = (meeting.series for meeting in plan.meetings)
    return [plan.title, plan.partnership, *owners, *areas, *boards]


def _places(plan: Plan, names: set[str], ordinary: set[str]) -> Iterator[str]:
    """Yield where names stand: actions by ref, areas by number, meetings by their day, others by title.

    What has a name in its title is told by what it is about.
    """

    def has_one(noun: Noun | str) -> bool:
        texts = [noun] if isinstance(noun, str) else texts_of(noun)
        return bool(SpokenNames(texts).of(names, ordinary))

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
