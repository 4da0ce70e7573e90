"""Lists of actions in minutes that say again what was said before: each is offered once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold
from send_actions.importers.minutes.minutes_offers import MinuteOffer, OfferKind
from send_actions.importers.refs.likeness import title_words

_FEW: Final = 3
"""Fewer words than these may be said of several things."""

_NEARLY: Final = 0.75
_BY_WHEN: Final = re.compile(r"\W*\b(?:by|before|no later than)\b(?=.*\d|.*\bend\b).{3,40}$", re.IGNORECASE)


def offered_once(offers: Sequence[MinuteOffer]) -> list[MinuteOffer]:
    """Return offers, with each of a list of actions put to the one before the list that says the same.

    Who and by when are taken from the list where they stand only there.
    """
    once: list[MinuteOffer] = []
    for offer in offers:
        places = [place for place, one in enumerate(once) if _is_again(offer, one)]
        if len(places) == 1:
            one = once[places[0]]
            once[places[0]] = one._replace(
                who=one.who or offer.who,
                due=one.due if one.due and one.due.on else offer.due or one.due,
                for_next=one.for_next and not (offer.due and offer.due.on),
                about=one.about or offer.about,
                beside=one.beside or offer.beside,
                again=offer.line,
            )
        else:
            once.append(offer)
    return once


def _is_again(offer: MinuteOffer, before: MinuteOffer) -> bool:
    """Whether one of a list says what stood before the list, and nothing else."""
    asked = (OfferKind.ACTION, OfferKind.REQUEST)
    is_apart = offer.in_log and not before.in_log and not before.again
    if not is_apart or offer.kind not in asked or before.kind not in asked:
        return False
    is_same_who = _is_who(offer.who, before.who)
    is_same_day = _is_day(offer.due, before.due)
    if is_same_who is False or is_same_day is False:
        return False
    words, others = _words(offer.text), _words(before.text)
    few, shared = min(words, others, key=len), words & others
    if len(few) < _FEW or any(re.search(r"\d", word) for word in few - shared):
        return False
    return few == shared or bool(is_same_who and is_same_day and len(shared) >= _NEARLY * len(few))


def _words(text: str) -> frozenset[str]:
    return title_words(_BY_WHEN.sub("", text))


def _is_who(one: str, other: str) -> bool | None:
    """Whether two owners are one, be it by their initials; None where either is not said."""
    if not one or not other:
        return None
    names = [fold(re.sub(r"^the ", "", who.strip(), flags=re.IGNORECASE)) for who in (one, other)]
    short, long = sorted(names, key=len)
    return short == long or short == "".join(word[0] for word in re.findall(r"\w+", long))


def _is_day(one: Due | None, other: Due | None) -> bool | None:
    """Whether two dates are one, as exactly as both say; None where either is not said."""
    if not (one and one.on and other and other.on):
        return None
    is_month = Precision.MONTH in (one.precision, other.precision)
    return (one.on.year, one.on.month) == (other.on.year, other.on.month) if is_month else one.on == other.on
