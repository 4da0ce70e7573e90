"""What minutes say was refused, put off or is not to be done: a decision in its own words, and no action."""

from __future__ import annotations

import re
from typing import Final

from send_actions.importers.minutes.minutes_marks import BODIES
from send_actions.importers.minutes.minutes_parties import may_be_who, names_party

_NOT_AGREED: Final = (
    r"not (?:\w+ly )?(?:agreed?|approved?|accept(?:ed)?|support(?:ed)?|endorsed?|resolved?|recommend(?:ed)?"
    r"|adopt(?:ed)?|ratif(?:y|ied)|consent(?:ed)?|carried)"
)
_NOT_DONE: Final = rf"(?:{_NOT_AGREED}|not (?:\w+ly )?(?:proceed|wish|minded|able|prepared|content|decide))"
_REFUSED: Final = r"(?:declined|rejected|refused|deferred|postponed|withdrawn|dismissed|turned down)"
_REFUSES: Final = (
    rf"(?:declined|rejected|refused|deferred|postponed|withdrew|dismissed|opposed|overturned|turned down"
    rf"|voted against|decided against|(?:took|agreed) no\b|made no (?:decision|recommendation)"
    rf"|(?:did|could|would|was|were|had|has|have) {_NOT_DONE}|(?:chose|opted|voted|agreed) not)"
)
_BODY_REFUSES: Final = re.compile(
    rf"(?:[^,]{{2,80}}, )?{BODIES} (?:also )?(?:\w+ly )?"
    rf"(?:{_REFUSES}|noted that (?:there (?:is|was|are|were) )?(?:no|nobody|none|neither)\b)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_WAS_REFUSED: Final = re.compile(
    r"(?:it|(?:the|this|that|its|any) (?:[\w’'-]+ ){0,4}?(?:proposals?|requests?|items?|motions?|matters?"
    r"|recommendations?|decisions?|papers?|reports?|bids?|business case|application|amendment|changes?|dates?"
    r"|options?|actions?)|(?-i:[A-Z]{0,3}\d[\d.]*))\b"
    r"(?:(?!\b(?:why|how|that|which|who|whether|if|to be)\b)[^,;:]){0,80}?"
    rf" (?:was|were|is|are|has been|have been) (?:\w+ly )?(?:{_REFUSED}|{_NOT_AGREED})\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SHORT: Final = re.compile(
    r"(?:(?:(?:the )?(?:decision|item|matter|report|request|proposal|paper)s? )?(?:was |were |is )?"
    rf"(?:{_REFUSED}|{_NOT_AGREED})|no decision(?: was)?(?: made| taken| reached)?)"
    r"(?: (?:to|until|till|for|at|by|pending|as|because|due)\b.{0,120})?\W*",
    re.IGNORECASE,
)
"""What stands alone as the whole of a decision: "Decision deferred."."""

_NO_TO: Final = r"(?!\b(?:to|that|why|how|what|whether|who)\b)"
_IS_NOT_TO: Final = re.compile(
    rf"(?:that )?(?P<who>(?:{_NO_TO}[^;:]){{2,80}}?),? (?:(?:is |are )?(?:not|never) to"
    r"|(?P<will>(?:will|shall|should|would|must|may|can) (?:not|never|no longer)|cannot"
    r"|(?:should|would)n[’']t))\b.*",
    re.DOTALL,
)
_ASKED_NOT: Final = re.compile(
    r"(?P<who>[A-Z].{1,60}?) (?:(?:was|were|is|are) )?(?:asked|requested|instructed|invited)"
    r"(?: [\w’'&/ -]{2,60}?)? not to .*",
    re.DOTALL,
)
_CHOSE_NOT: Final = re.compile(
    r"(?P<who>[A-Z].{1,60}?) (?:(?:agreed|resolved|decided|undertook|offered|chose) not to"
    r"|(?:confirmed|agreed|undertook) that (?:she|he|they) would not)\b.*",
    re.DOTALL,
)
_NOT_TO: Final = re.compile(
    r"(?:not to|no longer to|do not|don[’']t|never)\b.*"
    r"|(?:no|nobody|none|neither)\b(?!\.| (?:later|\d)).* (?:(?:is|are) )?(?:to|will|should|shall|be)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SEEMS: Final = re.compile(
    rf"\b(?:was|were|is|are|been|be) (?:\w+ly )?{_REFUSED}\b"
    r"|\b(?:declined|rejected|refused|withdrew|opposed) \w"
    rf"|\b(?:did|could|would|was|were|has|have|had) (?:{_NOT_AGREED}|not asked|not requested)\b"
    r"|\b(?:agreed|resolved|decided|voted|chose|asked|requested) not to\b",
    re.IGNORECASE,
)


def is_refusal(sentence: str, *, is_told: bool = False) -> bool:
    """Say whether a sentence says that something was refused, put off or is not to be done.

    Where it `is_told` as something to be done, what one will not do is such too.
    """
    text = sentence.strip()
    if any(pattern.fullmatch(text) for pattern in (_BODY_REFUSES, _WAS_REFUSED, _SHORT)):
        return True
    for pattern in (_ASKED_NOT, _CHOSE_NOT):
        if (found := pattern.fullmatch(text)) and names_party(found["who"]):
            return True
    if is_told and _NOT_TO.fullmatch(text):
        return True
    found = _IS_NOT_TO.fullmatch(text)
    return bool(found and (is_told or not found["will"]) and may_be_who(found["who"]))


def seems_refusal(sentence: str) -> bool:
    """Say whether a sentence may tell of a refusal, whoever refused."""
    return _SEEMS.search(sentence) is not None
