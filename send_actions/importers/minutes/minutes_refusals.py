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
    rf"|(?:did|could|would|was|were|had|has|have) {_NOT_DONE}|(?:chose|opted|voted|agreed) not"
    r"|(?:was|were) unable to|failed to (?:agree|reach|decide)|objected to|(?:resolved|agreed) against)"
)
_BODY_REFUSES: Final = re.compile(
    rf"(?:it was (?:\w+ly )?noted that (?:there (?:is|was|are|were) )?(?:no|nobody|none|neither)\b.*)"
    rf"|(?:[^,]{{2,80}}, )?{BODIES} (?:also )?(?:\w+ly )?"
    rf"(?:{_REFUSES}|noted that (?:there (?:is|was|are|were) )?(?:no|nobody|none|neither)\b)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_WAS_REFUSED: Final = re.compile(
    r"(?:it|(?:the|this|that|its|any) (?:[\w’'-]+ ){0,4}?(?:proposals?|request|items?|motions?|matters?"
    r"|recommendations?|decisions?|papers?|reports?|bids?|business case|application|amendment|changes?|dates?"
    r"|options?|actions?)|(?:action |item |recommendation )?(?-i:[A-Z]{0,3}\d[\d.]*))\b"
    r"(?:(?!\b(?:why|how|that|which|who|whether|if|to be)\b)[^,;:]){0,80}?"
    rf" (?:was|were|is|are|has been|have been) (?:\w+ly )?(?:{_REFUSED}|{_NOT_AGREED}|lost)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SHORT: Final = re.compile(
    r"(?:(?:(?:the )?(?:decision|item|matter|report|request|proposal|paper)s? )?(?:was |were |is )?"
    rf"(?:{_REFUSED}|{_NOT_AGREED})|no decision(?: was)?(?: made| taken| reached)?)"
    r"(?: (?:to|until|till|for|at|by|pending|as|because|due)\b.{0,120}|\s*[:–-]\s*\w.*)?\W*",
    re.IGNORECASE,
)
"""What stands alone as the whole of a decision: "Decision deferred."."""

_NO_TO: Final = r"(?!\b(?:to|that|why|how|what|whether|who)\b)"
_IS_NOT_TO: Final = re.compile(
    rf"(?:that )?(?P<who>(?:{_NO_TO}[^;:]){{2,80}}?)"
    r"(?:,? (?:is |are )?(?:(?:not|never) to|to (?:not|never))"
    r"|(?<=\w)\s*[:–-]\s*(?:do not|not to|never)"
    r"| (?P<will>(?:will|shall|should|would|must|may|can) (?:not|never|no longer)|cannot"
    r"|(?:should|would)n[’']t))\b.*",
    re.DOTALL,
)
_ASKED_NOT: Final = re.compile(
    r"(?P<who>[A-Z].{1,60}?),? (?:(?:was|were|is|are) )?(?:asked|requested|instructed|invited)"
    r"(?: [\w’'&/ -]{2,60}?)? (?:not to|never to|to not|to never) .*",
    re.DOTALL,
)
_CHOSE_NOT: Final = re.compile(
    r"(?P<who>[A-Z].{1,60}?) (?:(?:agreed|resolved|decided|undertook|offered|chose) (?:not to|to not)"
    r"|(?:confirmed|agreed|undertook) that (?:she|he|they) would not)\b.*",
    re.DOTALL,
)
_NOT_TO: Final = re.compile(
    r"(?:not to|to not|no longer to|do not|don[’']t|never)\b.*"
    r"|(?:that )?(?:(?!\bto\b)[^,;:]){2,80}? not be\b.*"
    r"|(?:no|nobody|none|neither)\b(?!\.| (?:later|\d)).* (?:(?:is|are) )?(?:to|will|should|shall|be)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SEEMS: Final = re.compile(
    rf"\b(?:was|were|is|are|been|be) (?:\w+ly )?{_REFUSED}\b"
    r"|\b(?:declined|rejected|refused|withdrew|opposed) \w"
    rf"|\b(?:did|could|would|was|were|has|have|had) (?:{_NOT_AGREED}|not (?:ask|request)(?:ed)?)\b"
    r"|\b(?:agreed|resolved|decided|voted|chose|asked|requested) (?:not to|to not)\b",
    re.IGNORECASE,
)
_IN_SHORT: Final = re.compile(rf"\b(?:{_REFUSED}|{_NOT_AGREED})\b", re.IGNORECASE)
_FEW: Final = 8
"""In so few words one such word is likely to be what they say."""

_ALSO: Final = re.compile(r",? and (?:also |then )?(?P<asked>(?:asked|requested|invited) .+)", re.DOTALL)


def is_refusal(sentence: str, *, is_told: bool = False) -> bool:
    """Say whether a sentence says that something was refused, put off or is not to be done.

    Where it `is_told` as something to be done, what one will not do is such too.
    """
    text = sentence.strip()
    if any(pattern.fullmatch(text) for pattern in (_BODY_REFUSES, _WAS_REFUSED, _SHORT)):
        return True
    for pattern in (_ASKED_NOT, _CHOSE_NOT):
        if (found := pattern.fullmatch(text)) and (names_party(found["who"]) or may_be_who(found["who"])):
            return True
    if is_told and _NOT_TO.fullmatch(text):
        return True
    found = _IS_NOT_TO.fullmatch(text)
    return bool(found and (is_told or not found["will"]) and may_be_who(found["who"]))


def seems_refusal(sentence: str) -> bool:
    """Say whether a sentence may tell of a refusal, whoever refused."""
    is_short = len(sentence.split()) <= _FEW
    return bool(_SEEMS.search(sentence) or (is_short and _IN_SHORT.search(sentence)))


def asked_behind(sentence: str) -> str:
    """Return what a meeting asked for behind what it refused, as a sentence of its own; nothing without."""
    also = _ALSO.search(sentence)
    asked = f"The Board {also['asked']}" if also else ""
    return "" if is_refusal(asked) else asked
