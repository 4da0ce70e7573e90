"""Which action of the plan an entry of minutes is about: by the ref in its words, or in the heading above."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.importers.minutes.minutes_offers import MinuteOffer

_REF: Final = re.compile(
    r"(?<![\w.£/-])(?=[A-Za-z]|\d+\.)[A-Za-z]{0,5}-?\d+(?:\.\d+)*[A-Za-z]?"
    r"(?![\w%/-]|\.\d| ?(?:million|per cent|weeks)\b)"
)
"""What may be the ref of an action in words, and no sum, share or date."""


def subject_of(text: str, plan: Plan) -> Action | None:
    """Return the action of the plan whose ref stands in words; None where several do, or none."""
    named = {match_key(word) for word in (*_REF.findall(text), *_refs_of(plan).findall(text))}
    found = [action for action in plan.actions if match_key(action.ref) in named]
    return found[0] if len(found) == 1 else None


def about_of(offer: MinuteOffer, plan: Plan) -> Action | None:
    """Return the action that an offer is about: of the ref in its words, beside it, or in a heading above."""
    above = match_key(offer.about)
    by_heading = next((one for one in plan.actions if above and match_key(one.ref) == above), None)
    return subject_of(offer.text, plan) or subject_of(offer.beside, plan) or by_heading


def _refs_of(plan: Plan) -> re.Pattern[str]:
    """Return what finds the refs of a plan in words as they are written; a number alone is none."""
    refs = [action.ref for action in plan.actions if re.search(r"[^\W\d_].*\d|\d.*[^\W\d_]", action.ref)]
    told = sorted((r"\s*".join(map(re.escape, ref.split())) for ref in refs), key=len, reverse=True)
    return re.compile(rf"(?<![\w.£/-])(?:{'|'.join(told) or '(?!)'})(?![\w%/-]|\.\d)", re.IGNORECASE)
