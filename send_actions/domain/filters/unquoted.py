"""A value of several words without its quotes: lead:local offer is lead:local, and the word offer."""

from __future__ import annotations

from send_actions.domain.filters.language import Filter, Joined
from send_actions.domain.filters.terms import Term
from send_actions.domain.filters.values import term_with, values_in
from send_actions.domain.plan import Plan
from send_actions.domain.text import fold


def meant_in_quotes(chosen: Filter, plan: Plan) -> str | None:
    """The term with the words behind it that stand together in one of the plan's values; None for none.

    Only what all actions found must have is looked at: "not" and "or" part words.
    """
    root = chosen.root
    parts = root.parts if isinstance(root, Joined) and not root.any_of else ()
    for place, term in enumerate(parts):
        if not isinstance(term, Term):
            continue
        known = [fold(value) for value in values_in(term.key, plan)]
        meant, whole = "", term.value
        for other in parts[place + 1 :]:
            if not isinstance(other, Term) or not other.word or " " in other.word:
                break
            whole = f"{whole} {other.word}"
            if any(fold(whole) in value for value in known):
                meant = whole
        if meant:
            return term_with(term.key, meant)
    return None
