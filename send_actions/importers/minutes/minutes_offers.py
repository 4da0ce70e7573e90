"""What minutes offer: decisions, questions, requests and actions, each as one entry."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from send_actions.domain.plan import Due


class OfferKind(StrEnum):
    """What minutes are found to say."""

    DECISION = "decision"
    QUESTION = "question"
    REQUEST = "request"
    ACTION = "action"


class MinuteOffer(NamedTuple):
    """What minutes say, offered as one entry: who and by when, where and why it was found.

    `is_named` tells that a person's name stood in a role's place and was left out, `is_noted` that a meeting
    only took note of something, `for_next` that it is for the next meeting; `about` is the ref of the action
    that a heading above it names, and `beside` is what stands in the same row. An entry `in_log` stands in a
    list of actions; `again` is the line on which such a list says it once more.
    """

    kind: OfferKind
    text: str
    line: int
    why: str
    who: str = ""
    due: Due | None = None
    is_named: bool = False
    is_noted: bool = False
    for_next: bool = False
    about: str = ""
    beside: str = ""
    in_log: bool = False
    again: int = 0
