"""A value of several words without its quotes: lead:local offer is lead:local, and the word offer."""

from __future__ import annotations

from itertools import takewhile

from send_actions.domain.filters.language import Filter, terms_of
from send_actions.domain.filters.values import term_with, values_in
from send_actions.domain.plan import Plan
from send_actions.domain.text import fold


def meant_in_quotes(chosen: Filter, plan: Plan) -> str | None:
    """The term with the words behind it that stand together in one of the plan's values; None for none."""
    terms = list(terms_of(chosen.root))
    for place, term in enumerate(terms):
        known = [fold(value) for value in values_in(term.key, plan)]
        behind = takewhile(lambda other: other.word and " " not in other.word, terms[place + 1 :])
        meant, whole = "", term.value
        for other in behind:
            whole = f"{whole} {other.word}"
            if any(fold(whole) in value for value in known):
                meant = whole
        if meant:
            return term_with(term.key, meant)
    return None
