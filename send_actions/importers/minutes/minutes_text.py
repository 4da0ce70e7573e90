"""Minutes of a meeting, read for what was decided and requested and for what somebody is to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from send_actions.importers.minutes.minutes_entries import REFUSED, Entries
from send_actions.importers.minutes.minutes_headings import refs_above
from send_actions.importers.minutes.minutes_lines import MinuteLine, whole_lines
from send_actions.importers.minutes.minutes_logs import offered_once
from send_actions.importers.minutes.minutes_marks import (
    ABOVE,
    AGREED,
    ASKED_FOR,
    ASKED_WHY,
    BOARD,
    COUNTED,
    FORMAL,
    HEADING,
    IN_BRACKETS,
    ITEM,
    LABEL,
    MARKER,
    NONE,
    NOTHING,
    OVER,
    PAST,
    QUESTION,
    REASON,
    REF_FIRST,
    REQUEST,
    RESOLVED,
    SAID_DONE,
    list_style,
    sentences_of,
    why_decided,
    with_capital,
)
from send_actions.importers.minutes.minutes_offers import MinuteOffer, OfferKind
from send_actions.importers.minutes.minutes_parties import asks, may_be_who, names_party, read_who
from send_actions.importers.minutes.minutes_refusals import asked_behind, is_refusal
from send_actions.importers.minutes.minutes_words import (
    Task,
    Way,
    part_when,
    read_task,
    read_told,
    read_told_behind,
    says_only_to,
)


def find_offers(
    lines: Sequence[MinuteLine], *, met: date, titles: Mapping[str, str] | None = None
) -> list[MinuteOffer]:
    """Return what minutes say was decided, requested or is to be done; dates count from the day they met.

    `titles` are those of the plan's actions by their refs, so that headings are known that name one.
    """
    whole = whole_lines(lines)
    found = dict.fromkeys(_Finder(met).read(whole))
    refs, bare = refs_above(whole, titles or {}, {offer.line for offer in found})
    offers = (offer._replace(about=refs.get(offer.line, "")) for offer in found if offer.line not in bare)
    return offered_once([offer for offer in offers if re.search(r"\w", offer.text)])


class _Finder(Entries):
    """Goes through the lines of one meeting's minutes."""

    def __init__(self, met: date) -> None:
        super().__init__(met)
        self._under = ""
        self._style: str | None = None
        self._in_log = False
        self._agenda, self._counted = 0, 0

    def read(self, lines: Sequence[MinuteLine]) -> Iterator[MinuteOffer]:
        """Yield what each line offers, by what stands above it."""
        before, is_apart = MinuteLine(0, ""), False
        for line in lines:
            if line.part != before.part:
                self._under = ""
            if line.text.strip():
                self._count(line.text)
                for offer in self._line(line, is_apart=is_apart, before=before):
                    yield offer._replace(beside=line.beside, in_log=self._in_log)
                before = line
            is_apart = not line.text.strip()

    def _count(self, text: str) -> None:
        """End the actions of the last meeting where the agenda counts on: "3. Waiting times" below item 2."""
        counted = COUNTED.match(text)
        number = int(counted["number"]) if counted else 0
        if self._under != "past":
            self._agenda, self._counted = number or self._agenda, 0
        elif number and self._agenda and number == self._agenda + 1 and self._counted != self._agenda:
            self._begin("")
            self._agenda = number
        else:
            self._counted = number or self._counted

    def _line(self, line: MinuteLine, *, is_apart: bool, before: MinuteLine) -> Iterator[MinuteOffer]:
        text = MARKER.sub("", line.text).strip()
        if PAST.fullmatch(text):
            self._begin("past")
        elif SAID_DONE.search(text):
            return
        elif heading := HEADING.fullmatch(text):
            is_actions = bool(heading["actions"] or heading["log"])
            self._begin("actions" if is_actions else "resolved")
            self._in_log = is_actions
        elif label := LABEL.match(text):
            who = label["who"] or label["whose"] or label["whom"] or ""
            self._begin("" if label["rest"] or who else "actions")
            yield from self._labelled(label["rest"], line._replace(who=who or line.who), before)
        elif resolved := RESOLVED.match(text):
            self._begin("resolved")
            if resolved["rest"]:
                yield from self._item(
                    line._replace(text=resolved["rest"]), why_decided(resolved), is_whole=True
                )
        elif self._under == "resolved" and REASON.match(text):
            return
        elif said := self._said_outright(text, line):
            self._under = ""
            yield said
        elif self._is_item(line.text, text, is_apart=is_apart):
            yield from self._item(line, f"it stands under {ABOVE.get(self._under, '')}")
        else:
            self._under, self._in_log = "", False
            yield from self._prose(text, line)

    def _begin(self, under: str) -> None:
        self._under, self._style = under, None

    def _is_item(self, marked: str, text: str, *, is_apart: bool) -> bool:
        """Whether a line is one of the list above it: by its mark, by where it stands, or by what it says."""
        if not self._under or self._style is None:
            return bool(self._under)
        is_action = self._under == "actions"
        if read_task(text) is not None if is_action else ITEM.match(text) or REF_FIRST.match(text):
            return True
        style = list_style(marked)
        return style == self._style and (bool(style) or (is_action and not is_apart))

    def _item(self, line: MinuteLine, why: str, *, is_whole: bool = False) -> Iterator[MinuteOffer]:
        """Yield one of a list of actions or of decisions; what only leads to more of them is none.

        One that `is_whole` stands alone, and may begin with the ref that it is of.
        """
        is_said_of = is_whole and REF_FIRST.match(line.text)
        text = line.text if is_said_of else MARKER.sub("", line.text).strip()
        if text.endswith(":"):
            return
        if self._style is None:
            self._style = list_style(line.text)
        if self._under == "past":
            return
        if self._under == "resolved":
            if not NOTHING.fullmatch(text):
                yield self._decision(text, line, why)
        elif is_refusal(text, is_told=True) and not NOTHING.fullmatch(text):
            yield self._decision(text, line, REFUSED)
        elif not NONE.fullmatch(text) and (read_task(text) or not OVER.search(text)):
            yield from self._to_do(text, line, why)

    def _labelled(self, text: str, line: MinuteLine, before: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield the action after its label; where that names only who, it is the sentence before."""
        if is_refusal(text, is_told=True):
            yield self._decision(text, line, REFUSED)
            return
        if not (text or line.who) or NONE.fullmatch(text):
            return
        told, by = part_when(text, self._met)
        if by and before.text and may_be_who(told):
            text, line = told, line._replace(by=by)
        who, is_named = read_who(text or line.who)
        is_only_who = not text or (
            read_task(text) is None and (is_named or may_be_who(text)) and not line.who
        )
        if is_only_who and not text.endswith(".") and before.text and not LABEL.match(before.text):
            what = sentences_of(MARKER.sub("", before.text))[-1]
            if not NONE.fullmatch(what):
                yield self._task(Task(what, who, is_named), line, "“Action” stands below it")
        elif text:
            yield from self._to_do(text, line, "“Action” stands before it")

    def _to_do(self, text: str, line: MinuteLine, why: str) -> Iterator[MinuteOffer]:
        """Yield what is marked as to be done; what a body agreed is none of it, but decided."""
        if agreed := BOARD.match(text):
            yield from self._agreed(agreed["rest"].strip(" :"), line, why_decided(agreed))
        else:
            task = read_told(text) if line.who else read_told_behind(text, self._met)
            yield self._task(task, line, why)

    def _prose(self, text: str, line: MinuteLine) -> Iterator[MinuteOffer]:
        bracket = IN_BRACKETS.search(text)
        if bracket and NONE.fullmatch(bracket["rest"] or bracket["also"] or ""):
            text, bracket = text[: bracket.start()], None
        if bracket and (before := sentences_of(text[: bracket.start()])):
            yield from self._sentences_of(before[:-1], line)
            who, by = part_when(bracket["rest"] or bracket["also"], self._met)
            task = Task(before[-1], *read_who(who))
            yield self._task(task, line._replace(by=by), "“Action” stands behind it")
        else:
            yield from self._sentences_of(sentences_of(text), line)

    def _sentences_of(self, sentences: Sequence[str], line: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield what sentences of prose say; most say nothing that is to be done."""
        before = line._replace(text="")
        for sentence in sentences:
            if label := LABEL.match(sentence):
                yield from self._labelled(label["rest"], line, before)
            elif resolved := RESOLVED.match(sentence):
                yield self._decision(resolved["rest"], line, why_decided(resolved))
            elif agreed := AGREED.match(sentence) or BOARD.match(sentence):
                yield from self._agreed(agreed["rest"].strip(" :"), line, why_decided(agreed))
            elif is_refusal(sentence):
                yield from self._refused(sentence, line)
            elif (body := FORMAL.fullmatch(sentence)) and body["body"]:
                yield self._formal(body["verb"], body["rest"], line)
            elif (wanted := ASKED_FOR.fullmatch(sentence)) and asks(wanted["who"], wanted["joined"]):
                yield self._request(wanted["what"], line)
            elif (why := ASKED_WHY.fullmatch(sentence)) and names_party(why["who"]):
                words = with_capital(why["what"])
                yield MinuteOffer(OfferKind.QUESTION, words, line.number, "somebody asked it")
            elif (task := read_task(sentence)) and (
                task.way is not Way.IS_TO or len(sentences) == 1 or says_only_to(sentence, task)
            ):
                yield self._task(task, line, task.way.value)
            before = line._replace(text=sentence)

    def _refused(self, sentence: str, line: MinuteLine) -> Iterator[MinuteOffer]:
        """Yield what was refused, and what was asked for behind it."""
        yield self._decision(sentence, line, REFUSED)
        if asked := asked_behind(sentence):
            yield from self._sentences_of([asked], line)

    def _said_outright(self, text: str, line: MinuteLine) -> MinuteOffer | None:
        """Return what a line says that begins with what was done: "NOTED the report", "Request: …"."""
        if formal := FORMAL.fullmatch(text):
            return self._formal(formal["verb"], formal["rest"], line)
        if question := QUESTION.fullmatch(text):
            words = with_capital(question["rest"])
            return MinuteOffer(OfferKind.QUESTION, words, line.number, "somebody asked it")
        request = REQUEST.fullmatch(text)
        return self._request(request["rest"], line) if request else None

    def _agreed(self, rest: str, line: MinuteLine, why: str) -> Iterator[MinuteOffer]:
        """Yield what was agreed: a task where somebody is to do it, else a decision or a list of them."""
        words = re.sub(r"^that\b[\s:]*(?:the\s+)?", "", rest)
        if not words or words == "to":
            self._begin("resolved")
            return
        said = with_capital(words)
        task = None if is_refusal(said, is_told=True) else read_task(said, is_told=True)
        if task and task.way is not Way.TOLD and not task.what.startswith("be "):
            yield self._task(task, line, why)
        else:
            yield self._decision(rest, line, why)
