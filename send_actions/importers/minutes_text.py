"""Minutes of a meeting, read for what was decided and requested and for what somebody is to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.words.dates import weigh_due
from send_actions.importers.minutes_words import (
    Task,
    Way,
    read_task,
    read_when,
    read_who,
    waits_for_next,
)


class OfferKind(StrEnum):
    """What minutes are found to say."""

    DECISION = "decision"
    REQUEST = "request"
    ACTION = "action"


class MinuteLine(NamedTuple):
    """One line of minutes, by its number; one cell's share a `part`, with who and by when beside it."""

    number: int
    text: str
    part: int = 0
    who: str = ""
    by: str = ""


class MinuteOffer(NamedTuple):
    """What minutes say, offered as one entry: who and by when, where and why it was found.

    `is_named` tells that a person's name stood in a role's place and was left out, `is_noted` that a meeting
    only took note of something, `for_next` that it is for the next meeting.
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


_LONGEST_ROLE: Final = 5
_BROKEN: Final = 50
_MARKER: Final = re.compile(
    r"^\s*(?:[•·▪◦‣*–—-]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s+|\(?\d+(?:\.\d+)+\.?\s+)"
)
_RESOLVED: Final = re.compile(
    r"(?:(?:UNANIMOUSLY )?(?:(?:RESOLVED|AGREED|DECIDED)\b|(?=RECOMMENDED\b))"
    r"|(?:Resolved|Agreed|Decided|Decision)(?=,? that\b| to\b|:|\s*$))"
    r"(?:,? unanimously)?[\s:,–-]*(?P<rest>.*)",
    re.DOTALL,
)
_LABEL: Final = re.compile(
    r"(?:ACTIONS?|Actions?)(?: points?| items?)?(?: ?\d[\d.]*| [A-Z]{1,3})? ?[:–-]\s*(?P<rest>.*)", re.DOTALL
)
_HEADING: Final = re.compile(
    r"(?:(?:agreed|new|key|summary of) )?"
    r"(?:(?P<actions>actions?(?: points?| items?| agreed| arising)?|next steps)"
    r"|decisions(?: made| agreed| taken)?|resolutions):?",
    re.IGNORECASE,
)
_ABOVE: Final = {"actions": "“Actions”", "resolved": "what was resolved"}
_REASON: Final = re.compile(r"reasons?\b[^:–-]{0,30}[:–-]\s*\S", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(
    r"\s*[\[(]ACTIONS?(?: ?\d+)?\s*[:–-]\s*(?P<rest>[^\[\]()]*)[\])]\.?\s*$", re.IGNORECASE
)
_BOARD: Final = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){0,3}(?:board|committee|sub-committee|cabinet|council|panel|partnership|members"
    r"|meeting|executive|group|forum) (?:\w+ly )?(?:(?:agreed|resolved|decided)\b|(?=recommended\b))"
    r"(?P<rest>(?:recommended)?(?: that| to|:).*)",
    re.IGNORECASE | re.DOTALL,
)
_AGREED: Final = re.compile(
    r".*\bit was (?:\w+ly |also |further |then )?(?:agreed|resolved|decided)\b:?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOTED: Final = re.compile(
    r"\b(?:be (?:received(?:,? and)? (?:its contents )?)?noted|be received|noted|correct record"
    r"|minutes .*be (?:approved|agreed|confirmed|signed)|note the)\b",
    re.IGNORECASE,
)
_NONE: Final = re.compile(r"(?:none|no(?: new| further)? actions?|n/a|nil)\W*", re.IGNORECASE)
_OVER: Final = re.compile(r"\b(?:reviewed|closed|(?:still|remain|remains) open|(?:now|is|are) completed?)\b")
"""What is said of actions that were agreed before."""
_SENTENCE: Final = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<=[.!?;])\s+(?=[\"“‘]?[A-Z])"
)
_ITEM: Final = re.compile(r"(?:That|To)\b")


def find_offers(lines: Sequence[MinuteLine], *, met: date) -> list[MinuteOffer]:
    """Return what minutes say was decided, requested or is to be done; dates count from the day they met."""
    offers = dict.fromkeys(_Finder(met).read(_unbroken(lines)))
    return [offer for offer in offers if re.search(r"\w", offer.text)]


class _Finder:
    """Goes through the lines of one meeting's minutes."""

    def __init__(self, met: date) -> None:
        self._met = met
        self._under = ""
        self._style: str | None = None

    def read(self, lines: Sequence[MinuteLine]) -> Iterator[MinuteOffer]:
        """Yield what each line offers, by what stands above it."""
        before, is_apart = MinuteLine(0, ""), False
        for line in lines:
            if line.part != before.part:
                self._under = ""
            if line.text.strip():
                yield from self._line(line, is_apart=is_apart, before=before)
                before = line
            is_apart = not line.text.strip()

    def _line(self, line: MinuteLine, *, is_apart: bool, before: MinuteLine) -> Iterator[MinuteOffer]:
        text = _MARKER.sub("", line.text).strip()
        if heading := _HEADING.fullmatch(text):
            self._begin("actions" if heading["actions"] else "resolved")
        elif label := _LABEL.match(text):
            self._begin("" if label["rest"] else "actions")
            yield from self._labelled(label["rest"], line, before)
        elif resolved := _RESOLVED.match(text):
            self._begin("resolved")
            if resolved["rest"]:
                yield from self._item(line._replace(text=resolved["rest"]), "it was resolved")
        elif self._under == "resolved" and _REASON.match(text):
            return
        elif self._is_item(line.text, text, is_apart=is_apart):
            yield from self._item(line, f"it stands under {_ABOVE[self._under]}")
        else:
            self._under = ""
            yield from self._prose(text, line)

    def _begin(self, under: str) -> None:
        self._under, self._style = under, None

    def _is_item(self, marked: str, text: str, *, is_apart: bool) -> bool:
        """Whether a line is one of the list above it: by its mark, by where it stands, or by what it says."""
        if not self._under or self._style is None:
            return bool(self._under)
        is_action = self._under == "actions"
        if read_task(text) is not None if is_action else _ITEM.match(text):
            return True
        style = _style(marked)
        return style == self._style and (bool(style) or (is_action and not is_apart))

    def _item(self, line: MinuteLine, why: str) -> Iterator[MinuteOffer]:
        """Yield one of a list of actions or of decisions; what only leads to more of them is none."""
        text = _MARKER.sub("", line.text).strip()
        if text.endswith(":"):
            return
        if self._style is None:
            self._style = _style(line.text)
        if self._under == "resolved":
            yield self._decision(text, line, why)
        elif not _NONE.fullmatch(text) and (read_task(text) or not _OVER.search(text)):
            yield self._task(read_task(text, is_told=True), line, why)

    def _labelled(self, text: str, line: MinuteLine, before: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield the action after its label; where that names only who, it is the sentence before."""
        if not text or _NONE.fullmatch(text):
            return
        who, is_named = read_who(text)
        is_only_who = read_task(text) is None and (is_named or len(text.split()) <= _LONGEST_ROLE)
        if is_only_who and not text.endswith(".") and before.text and not _LABEL.match(before.text):
            what = _sentences(_MARKER.sub("", before.text))[-1]
            yield self._task(Task(what, who, is_named), line, "“Action” stands below it")
        else:
            yield self._task(read_task(text, is_told=True), line, "“Action” stands before it")

    def _prose(self, text: str, line: MinuteLine) -> Iterator[MinuteOffer]:
        bracket = _IN_BRACKETS.search(text)
        if bracket and (before := _sentences(text[: bracket.start()])):
            yield from self._sentences_of(before[:-1], line)
            task = Task(before[-1], *read_who(bracket["rest"]))
            yield self._task(task, line, "“Action” stands behind it")
        else:
            yield from self._sentences_of(_sentences(text), line)

    def _sentences_of(self, sentences: Sequence[str], line: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield what sentences of prose say; most say nothing that is to be done."""
        before = line._replace(text="")
        for sentence in sentences:
            if label := _LABEL.match(sentence):
                yield from self._labelled(label["rest"], line, before)
            elif resolved := _RESOLVED.match(sentence):
                yield self._decision(resolved["rest"], line, "it was resolved")
            elif agreed := _AGREED.match(sentence) or _BOARD.match(sentence):
                yield from self._agreed(agreed["rest"].strip(" :"), line)
            elif (task := read_task(sentence)) and (task.way is not Way.IS_TO or len(sentences) == 1):
                yield self._task(task, line, task.way.value)
            before = line._replace(text=sentence)

    def _agreed(self, rest: str, line: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield what was agreed: a task where somebody is to do it, else a decision or a list of them."""
        words = re.sub(r"^that\b[\s:]*(?:the\s+)?", "", rest)
        if not words or words == "to":
            self._begin("resolved")
            return
        task = read_task(_capital(words), is_told=True)
        if task and task.way is not Way.TOLD and not task.what.startswith("be "):
            yield self._task(task, line, "it was agreed")
        else:
            yield self._decision(rest, line, "it was agreed")

    def _decision(self, text: str, line: MinuteLine, why: str) -> MinuteOffer:
        words = _capital(text)
        return MinuteOffer(OfferKind.DECISION, words, line.number, why, is_noted=bool(_NOTED.search(words)))

    def _task(self, task: Task | None, line: MinuteLine, why: str) -> MinuteOffer:
        what, who, is_named, way = task or Task("")
        if line.who and not who:
            who, is_named = read_who(line.who)
        kind = OfferKind.REQUEST if way is Way.ASKED else OfferKind.ACTION
        due = weigh_due(line.by, today=self._met).due if line.by else read_when(what, self._met)
        for_next = waits_for_next(line.by) or (due is None and waits_for_next(what))
        return MinuteOffer(kind, _capital(what), line.number, why, who, due, is_named, for_next=for_next)


def _unbroken(lines: Sequence[MinuteLine]) -> list[MinuteLine]:
    """Lines, with each that another program broke put together again: the rest begins in small letters."""
    whole: list[MinuteLine] = []
    for line in lines:
        last = whole[-1] if whole else MinuteLine(0, "", line.part)
        is_broken = len(last.text) >= _BROKEN and not last.text.rstrip().endswith((".", ":", ";", "!", "?"))
        if (
            is_broken
            and line.part == last.part
            and line.text.lstrip()[:1].islower()
            and not _MARKER.match(line.text)
        ):
            whole[-1] = last._replace(text=f"{last.text.rstrip()} {line.text.strip()}")
        else:
            whole.append(line)
    return whole


def _style(text: str) -> str:
    """How a line is marked as one of a list: by a sign, by a number or letter, or not at all."""
    marked = _MARKER.match(text)
    if marked is None:
        return ""
    return "number" if any(character.isalnum() for character in marked[0]) else "sign"


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]


def _capital(text: str) -> str:
    words = " ".join(text.split()).strip(" ,;:–-")
    return words[:1].upper() + words[1:]
