"""What is asked of an owner, or of all owners of an organisation, before the next board: to paste or send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.text import single_spaced
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    exempt_in,
    read_audience,
    redact_plan,
)
from send_actions.reports.document import Block, Document, Heading, NumberedList, Paragraph, text_of
from send_actions.reports.sections.meetings.asked_of_owner import Asking
from send_actions.reports.sections.meetings.days_to_come import due_days, in_order, meeting_days
from send_actions.reports.sections.phrasing.cells import filled, owner_words, sentence
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.review_front import position


@dataclass(frozen=True)
class _Asked:
    """An owner, what they lead, and what of it something is asked about."""

    owner: Owner
    asking: Asking
    led: tuple[Action, ...]
    wanted: tuple[Action, ...]
    of_areas: tuple[Paragraph, ...]

    @classmethod
    def of(cls, plan: Plan, owner: Owner, asking: Asking) -> Self:
        """What is asked of an owner of a plan."""
        led = tuple(action for action in plan.actions if action.lead and action.lead.id == owner.id)
        areas = [area for area in plan.areas if area.lead and area.lead.id == owner.id]
        wanted = tuple(action for action in led if asking.of(action))
        return cls(owner, asking, led, wanted, tuple(asking.of_areas(areas)))

    def __len__(self) -> int:
        return len(self.wanted) + len(self.of_areas)

    @property
    def calm(self) -> list[Action]:
        """The open actions about which nothing is asked."""
        asked = {action.id for action in self.wanted}
        return [action for action in self.led if action.is_open and action.id not in asked]


def owner_paper(
    plan: Plan,
    who: str,
    *,
    audience: str = Audience.INTERNAL,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """The chase list of the owner of a plan who is called `who`, else of all whose role or organisation is.

    An owner is named, and written to, only where the reader may know names. Raises UsageError where `who` is
    no owner and no organisation.
    """
    viewer = read_audience(audience)
    now = redact_plan(plan, viewer, exempt_in(plan) | also_exempt)
    owners = owners_meant(now, who)
    if not owners:
        raise UsageError(f"The plan has no owner and no organisation “{who}” on {say_date(plan.as_at)}.")
    addresses = {owner.email.strip() for owner in owners if owner.email.strip()}
    asking = Asking(now)
    asked = [_Asked.of(now, owner, asking) for owner in owners]
    led = [action for one in asked for action in one.led]
    board = [now.next_meeting] if now.next_meeting else []
    many = sum(map(len, asked))
    return Document(
        f"{filled(now.title, 'Action plan')}: {_wanted(now) if many else 'nothing is asked now'}",
        (("To", owner_words(owners[0]) if len(owners) == 1 else who), ("As at", position(plan))),
        (*_blocks(now, asked, many), *_left_out(now, viewer)),
        as_at=plan.as_at,
        subject=f"What is asked of {who}, as at {position(plan)}",
        entries=in_order((*due_days(now, led), *meeting_days(now, board))),
        recipient=addresses.pop() if viewer is Audience.INTERNAL and len(addresses) == 1 else "",
    )


def is_asking(paper: Document) -> bool:
    """Whether a chase list asks anything of anybody."""
    return any(isinstance(block, NumberedList) for block in paper.blocks)


def owners_meant(plan: Plan, who: str) -> list[Owner]:
    """The owner of a plan whose role and organisation are called so, else those of whom either alone is."""
    meant = single_spaced(who)
    exact = [owner for owner in plan.owners if single_spaced(str(owner)) == meant]
    return exact or [
        owner for owner in plan.owners if meant in map(single_spaced, (owner.role, owner.organisation))
    ]


def _wanted(plan: Plan) -> str:
    board = plan.next_meeting
    if board is None:
        return "updates wanted"
    by = board.returns_due
    if by and by >= plan.as_at:
        return f"updates wanted by {say_date(by)}"
    return f"updates wanted before the board of {say_date(board.on)}"


def _blocks(plan: Plan, asked: Sequence[_Asked], many: int) -> Iterator[Block]:
    yield text_of(f"Dear {_greeted([one.owner for one in asked])},")
    yield text_of(_opening(plan, many))
    for one in asked:
        if len(asked) > 1 and len(one):
            yield Heading(2, owner_words(one.owner))
        naming = Naming()
        items = (*(one.asking.item(action, naming) for action in one.wanted), *one.of_areas)
        if items:
            yield NumberedList(items)
        if one.calm and (len(one) or len(asked) == 1):
            yield text_of(sentence(f"Nothing is asked now about {naming.actions(one.calm)}"))
    if many:
        yield text_of("Thank you.")


def _left_out(plan: Plan, audience: Audience) -> Iterator[Block]:
    """Yield for whoever may not see them that exempt items are not in the list, whosever they are."""
    if audience is not Audience.INTERNAL and exempt_in(plan).actions:
        yield text_of("What is exempt in the plan is not in this list.")


def _greeted(owners: Sequence[Owner]) -> str:
    if len(owners) > 1:
        return "colleagues"
    return filled(owners[0].name, filled(owners[0].role, "colleague"))


def _opening(plan: Plan, many: int) -> str:
    """What is wanted and by when, and that a short answer will do."""
    board = plan.next_meeting
    if not many:
        return "Nothing is asked of you before the next board. Thank you for keeping your actions up to date."
    meets = f"The {filled(plan.main_series, 'board')} meets on {say_date(board.on)}. " if board else ""
    by = board.returns_due if board else None
    days = ""
    if by:
        passed = by < plan.as_at
        days = f"; returns were due on {say_date(by)}" if passed else f" by {say_date(by)}"
    points, line = ("the point", "A line") if many == 1 else (f"the {many} points", "A line on each")
    return (
        f"{meets}Please answer {points} below{days}. {line} will do; where nothing has changed, "
        "“no change, still right” is an answer."
    )
