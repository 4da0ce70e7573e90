"""What minutes are found to say: as a listing, and one after another to accept, edit or pass."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.cli.minute_subjects import about_of
from send_actions.cli.plan_change import doubt_owners, read_owner_typed
from send_actions.cli.plan_view import PlanView
from send_actions.cli.questions import typed_answer
from send_actions.cli.terminal import tell, tell_lines
from send_actions.cli.thing_list import Record, Shown, ThingList, part
from send_actions.domain.drafting import LONGEST_LINE
from send_actions.domain.drafts import NO_DUE, ActionDraft, OwnerDraft
from send_actions.domain.minute_drafts import MinuteDraft, TakenMinute, is_put_down
from send_actions.domain.plan import Area, Due, Meeting, Plan
from send_actions.domain.plan.vocabulary import MinuteKind, Precision
from send_actions.domain.text import cut, fold
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_due
from send_actions.domain.words.owners import owner_of_initials
from send_actions.domain.words.people import name_questions, people_in
from send_actions.domain.words.personal_data import questions
from send_actions.errors import SendActionsError
from send_actions.importers.minutes.minutes_offers import MinuteOffer, OfferKind
from send_actions.reports.listed_actions import iso_day

_NEXT: Final = "next meeting"
_NOBODY: Final = "-"
_KINDS: Final = {
    OfferKind.DECISION: MinuteKind.DECISION,
    OfferKind.QUESTION: MinuteKind.QUESTION,
    OfferKind.REQUEST: MinuteKind.REQUEST,
    OfferKind.ACTION: MinuteKind.REQUEST,
}
_WAYS: Final = "Enter takes what stands in brackets; Ctrl+C stops, and nothing is written."


class Wanted(NamedTuple):
    """An offer that was accepted, perhaps edited, and the area of the action it becomes, if it does."""

    offer: MinuteOffer
    area: str = ""


def with_next_meeting(offer: MinuteOffer, plan: Plan, met: Meeting) -> MinuteOffer:
    """Return an offer that is for the next meeting with that meeting's day, where the diary has it."""
    if not offer.for_next or (offer.due and offer.due.on):
        return offer
    later = [one.on for one in plan.meetings if one.series == met.series and one.on > met.on]
    due = Due(min(later), Precision.DAY, _NEXT) if later else Due(None, Precision.UNCLEAR, _NEXT)
    return offer._replace(due=due)


def with_known_owner(offer: MinuteOffer, plan: Plan) -> MinuteOffer:
    """Return an offer with the plan's owner in place of the initials by which minutes call them."""
    owner = owner_of_initials(offer.who, plan.owners)
    return offer._replace(who=str(owner)) if owner else offer


def _owner_meant(who: str, view: PlanView) -> OwnerDraft | None:
    """Return the owner of the plan whom words or initials name as the plan does, else as they are typed."""
    known = next((one for one in view.plan.owners if str(one) == who), None)
    known = known or owner_of_initials(who, view.plan.owners)
    return OwnerDraft(known.role, known.organisation) if known else read_owner_typed(who, view)


def offer_records(offers: Sequence[MinuteOffer], plan: Plan) -> list[Record]:
    """Return the offers as a listing has them, numbered from 1."""
    return [
        {
            "offer": number,
            "kind": str(one.kind),
            "words": one.text,
            "about": about.ref if (about := about_of(one, plan)) else "",
            "owner": one.who,
            "due": iso_day(one.due.on if one.due else None),
            "precision": str(one.due.precision) if one.due else "",
            "due_text": one.due.text if one.due else "",
            "line": one.line,
            "why": one.why,
            "only_noted": one.is_noted,
            "named": one.is_named,
            "by": _when(one),
            "note": "; ".join(_notes(one)),
        }
        for number, one in enumerate(offers, start=1)
    ]


def ask_each(offers: Sequence[MinuteOffer], view: PlanView, area: str, met: date) -> list[Wanted]:
    """Show one offer after another; return those that were accepted, as they were edited."""
    tell(_WAYS)
    wanted = []
    for number, offer in enumerate(offers, start=1):
        _show(offer, view.plan, f"Entry {number} of {len(offers)}, line {offer.line}: {offer.why}")
        meant = _asked(offer, met)
        if meant is None:
            continue
        into = area
        if not area and meant.kind is OfferKind.ACTION:
            into = _asked_area(view)
        wanted.append(Wanted(meant, into if meant.kind is OfferKind.ACTION else ""))
    return wanted


def taken_of(wanted: Sequence[Wanted], view: PlanView, met: Meeting) -> list[TakenMinute]:
    """Return what is written down of the offers wanted, but for words that stand there already.

    Actions have the next refs of their areas.
    """
    wanted = [one for one in wanted if not is_put_down(view.plan, met, one.offer.text)]
    told = [with_known_owner(one.offer, view.plan).who for one in wanted]
    doubt_owners([who for who in told if who not in map(str, view.plan.owners)], view)
    refs: dict[int, str] = {}
    taken = []
    for offer, into in wanted:
        is_asked = offer.kind is not OfferKind.DECISION
        about = None if into else about_of(offer, view.plan)
        owner = _owner_meant(offer.who, view) if is_asked else None
        minute = MinuteDraft(
            met.id,
            _KINDS[offer.kind],
            offer.text,
            action_id=about.id if about else None,
            area_id=view.area(into).id if into else None,
            owner=owner,
            due=(offer.due or NO_DUE) if is_asked else NO_DUE,
            exempt=bool(about and about.exempt),
        ).checked()
        action = _action_of(offer, view.area(into), owner, view, refs) if into else None
        taken.append(TakenMinute(minute, action))
    return taken


def _action_of(
    offer: MinuteOffer, area: Area, owner: OwnerDraft | None, view: PlanView, refs: dict[int, str]
) -> ActionDraft:
    """Return the action that is made of an offer, with the ref after the last that its area has."""
    start, _, last = refs.get(area.id, "").rpartition(".")
    refs[area.id] = f"{start}.{int(last) + 1}" if last else view.plan.next_ref(area)
    return ActionDraft(area.id, refs[area.id], cut(offer.text, LONGEST_LINE), lead=owner).checked()


def _asked(offer: MinuteOffer, met: date) -> MinuteOffer | None:
    """Ask what becomes of an offer until it is said; None where it is passed."""
    usual = "p" if offer.is_noted else "a"
    while True:
        word = fold(typed_answer("Accept, edit or pass? (a, e, p)", offer=usual))
        if word in ("p", "pass"):
            return None
        if word in ("a", "accept"):
            return _with_role(offer)
        if word in ("e", "edit"):
            return _edited(offer, met)
        tell("Answer a, e or p.")


def _with_role(offer: MinuteOffer) -> MinuteOffer:
    """Ask for the role where a person's name stood in its place; Enter leaves nobody."""
    if not offer.is_named or offer.who or offer.kind is OfferKind.DECISION:
        return offer
    return offer._replace(who=_role_typed("", "A name stands there, and papers say roles: which role is it"))


def _edited(offer: MinuteOffer, met: date) -> MinuteOffer:
    """Ask for each part of an offer, with what stands there offered."""
    text = typed_answer("Words", offer=offer.text)
    kind = _kind_typed(offer.kind)
    if kind is OfferKind.DECISION:
        return offer._replace(text=text, kind=kind, who="", due=None)
    who = _role_typed(offer.who, f"Who, a role and an organisation ({_NOBODY} for nobody)")
    return offer._replace(text=text, kind=kind, who=who, due=_due_typed(offer.due, met))


def _kind_typed(present: OfferKind) -> OfferKind:
    while True:
        try:
            typed = typed_answer("Kind: decision, question, request or action", offer=str(present))
            return read_choice("kind", typed, OfferKind)
        except SendActionsError as refusal:
            tell(str(refusal))


def _role_typed(present: str, question: str) -> str:
    """Ask for a role until no person's name stands in its place, or the same is typed twice."""
    typed, before = typed_answer(question, offer=present), None
    while (found := name_questions(typed)) and typed != before:
        tell(f"{' '.join(found)} Type a role, or the same again if it is one.")
        before, typed = typed, typed_answer(question, offer=present)
    return "" if typed == _NOBODY else typed


def _due_typed(present: Due | None, met: date) -> Due | None:
    while True:
        typed = typed_answer(f"By ({_NOBODY} for no date)", offer=say_due(present) if present else _NOBODY)
        if typed == _NOBODY:
            return None
        if present and typed == say_due(present):
            return present
        try:
            return read_due_or_refuse(typed, today=met, asked=BY)
        except SendActionsError as refusal:
            tell(str(refusal))


def _asked_area(view: PlanView) -> str:
    """Ask for the area of an action; Enter leaves it a request of the meeting."""
    while True:
        typed = typed_answer(
            f"Its area, to make an action of the plan of it ({_NOBODY} for none)", offer=_NOBODY
        )
        if typed == _NOBODY:
            return ""
        try:
            return view.area(typed).number
        except SendActionsError as refusal:
            tell(str(refusal))


def _show(offer: MinuteOffer, plan: Plan, where: str) -> None:
    told = [f"{str(offer.kind).capitalize()}: {offer.text}"]
    told += [f"About: {about.ref} {about.title}"] if (about := about_of(offer, plan)) else []
    told += [f"Who: {offer.who}"] if offer.who else []
    told += [f"By: {_when(offer)}"] if offer.due else []
    told += [f"Doubt: {note}" for note in _notes(offer)]
    tell_lines(["", where, *told])


def _when(offer: MinuteOffer) -> str:
    if offer.due is None:
        return ""
    said = say_due(offer.due)
    return f"{said} ({_NEXT})" if offer.due.on and offer.due.text == _NEXT else said


def _notes(offer: MinuteOffer) -> list[str]:
    """Return what is in doubt of an offer: people in it, and that it is only noted."""
    found = ["it is only noted, and passed unless it is chosen"] if offer.is_noted else []
    if offer.is_named:
        found.append("a person's name stands in a role's place and is left out")
    if next(people_in(offer.text), None):
        found.append("a person's name or age seems to stand in the words")
    if offer.again:
        found.append(f"line {offer.again} says it again, and it is offered once")
    return [*found, *questions(offer.text)]


OFFERS: Final = ThingList(
    kind="minutes_offers",
    noun="entry",
    nouns="entries",
    fields=(
        *("offer", "kind", "words", "about", "owner", "due", "precision", "due_text"),
        *("line", "why", "only_noted", "named"),
    ),
    columns=(
        Shown("No", "offer", right=True),
        Shown("Kind", "kind"),
        Shown("Words", "words", least=24),
        Shown("About", "about", spare=3),
        Shown("Who", "owner", least=12, spare=4),
        Shown("By", "by", spare=2),
        Shown("Line", "line", right=True, spare=1),
    ),
    sentences=lambda one: (
        f"Entry {one['offer']}, {one['kind']} of line {one['line']}: {one['words']}",
        part("About", one["about"]),
        part("Who:", one["owner"]),
        part("By", one["by"]),
        part("Doubt:", one["note"]),
    ),
    when_none="Nothing was found",
)
