"""The filter language: words that choose actions, the same wherever they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from send_actions.domain.filters.terms import (
    FLAGS,
    KEYS,
    OF_STANDING,
    Lookup,
    Term,
    Test,
    read_flag,
    read_term,
    read_text,
    suggest,
    term_of,
    term_of_two,
)
from send_actions.domain.filters.values import suggest_value, unanswered, why_nothing
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.errors import UsageError

_DEEPEST: Final = 20
_JOINS: Final = frozenset({"and", "or", "not"})
_QUOTES: Final = '"“”'
_TERM: Final = r"(?P<minus>-*)(?P<key>[^\W\d_][\w-]*):(?P<value>.*)"


@dataclass(frozen=True)
class Not:
    """What the part does not keep."""

    part: Node


@dataclass(frozen=True)
class Joined:
    """What all parts keep, or with `any_of` what at least one keeps."""

    parts: tuple[Node, ...]
    any_of: bool = False


Node = Term | Not | Joined


@dataclass(frozen=True)
class Filter:
    """A choice of actions; `text` is what was typed."""

    text: str
    root: Node

    def keep(self, plan: Plan, before: Plan | None = None) -> tuple[Action, ...]:
        """The plan's actions it chooses, in their order; `before` is what `changed` compares with."""
        test = _test(self.root, Lookup(plan, before))
        return tuple(action for action in plan.actions if test(action))

    def compares(self) -> bool:
        """Say whether it looks at an earlier plan."""
        return any(term is FLAGS["changed"] for term in terms_of(self.root))

    def is_of_standing(self) -> bool:
        """Say whether it looks at nothing but wording, status, impact and due date."""
        return all(term.key in OF_STANDING or term is FLAGS["overdue"] for term in terms_of(self.root))

    def describe(self) -> str:
        """What it chooses, in words."""
        return _describe(self.root, inside=False) if self else "everything"

    @property
    def suggestion(self) -> str | None:
        """The term a bare word may have been meant for, such as overdue; ask where nothing was found."""
        words = (term.word for term in terms_of(self.root) if term.word and " " not in term.word)
        return next((near for near in map(suggest, words) if near), None)

    @property
    def meant_as_term(self) -> str | None:
        """The term that a bare word is also, or two are: of red it is status:red."""
        words = [term.word for term in terms_of(self.root)]
        pairs = (term_of_two(one, other) for one, other in pairwise(words) if one and other)
        return next((term for term in (*pairs, *map(term_of, filter(None, words))) if term), None)

    def suggestion_in(self, plan: Plan) -> str | None:
        """The term with a value that the plan has, such as theme:assess; ask where nothing was found."""
        look = Lookup(plan, None)
        for term in terms_of(self.root):
            test = term.test(look) if term.key else None
            near = suggest_value(term, plan) if test and not any(map(test, plan.actions)) else None
            if near:
                return near
        return None

    def doubts(self, plan: Plan) -> list[str]:
        """A sentence for each of its values that nothing in the plan has, whatever it finds otherwise."""
        return list(dict.fromkeys(s for term in terms_of(self.root) for s in unanswered(term, plan)))

    def why_nothing(self, plan: Plan, before: Plan | None = None) -> str:
        """Why it finds nothing, in words; empty where its own words say it."""
        look = Lookup(plan, before)
        for term in terms_of(self.root):
            if words := why_nothing(term, term.test(look), look):
                return words
        parts = self.root.parts if isinstance(self.root, Joined) and not self.root.any_of else ()
        tests = [_test(part, look) for part in parts]
        counts = [sum(map(test, plan.actions)) for test in tests]
        told = (f"{count:,} {_describe(part)}" for count, part in zip(counts, parts, strict=True))
        return f"each alone: {', '.join(told)}" if counts else ""

    def __bool__(self) -> bool:
        """Whether it leaves anything out: an empty one keeps everything."""
        return self.root != EVERYTHING


EVERYTHING: Final = Joined(())


def parse(text: str, *, today: date) -> Filter:
    """The filter meant by a line; raises UsageError naming the wrong word."""
    tokens = list(_tokens(clean(text, one_line=True)))
    parser = _Parser(tokens, today)
    root = parser.any_of() if tokens else EVERYTHING
    parser.end()
    return Filter(text, root)


@dataclass(frozen=True)
class _Token:
    """A mark ("(", ")" or "-"), a join, a `key` with its value, or a bare word."""

    typed: str
    mark: str = ""
    key: str = ""
    value: str = ""


def _tokens(line: str) -> Iterator[_Token]:
    """The tokens of a line; a quote that is not closed runs to the end, for it is still being typed."""
    at = 0
    while at < len(line):
        here, after = line[at], line[at + 1 : at + 2]
        if here.isspace():
            at += 1
        elif here in "()" or (here == "-" and after.strip()):
            yield _Token(here, here)
            at += 1
        else:
            end = _word_end(line, at)
            yield _word(line[at:end])
            at = end


def _word_end(line: str, at: int) -> int:
    """Where a word ends: at a space or a closing bracket it did not open, outside quotes."""
    quoted, opened = False, 0
    for place in range(at, len(line)):
        here = line[place]
        if here in _QUOTES:
            quoted = not quoted
        elif quoted:
            continue
        elif here.isspace() or (here == ")" and not opened):
            return place
        else:
            opened += (here == "(") - (here == ")")
    return len(line)


def _word(typed: str) -> _Token:
    bare = re.sub(f"[{_QUOTES}]", "", typed)
    match = re.fullmatch(_TERM, typed)
    if match:
        return _Token(typed, "", match["key"], re.sub(f"[{_QUOTES}]", "", match["value"]))
    if bare.lower() in _JOINS and bare == typed:
        return _Token(typed, bare.lower())
    return _Token(typed, "", "", bare)


class _Parser:
    """Reads tokens as `or` of `and` of terms, each perhaps negated or in brackets."""

    def __init__(self, tokens: list[_Token], today: date) -> None:
        self._tokens = tokens
        self._today = today
        self._at = 0
        self._depth = 0

    def any_of(self) -> Node:
        """Parts joined with `or`."""
        parts = [self._all_of()]
        while self._takes("or"):
            parts.append(self._all_of())
        return parts[0] if len(parts) == 1 else Joined(tuple(parts), any_of=True)

    def end(self) -> None:
        """Refuse what is left over."""
        if self._mark == ")":
            raise UsageError('A closing bracket without an opening one: leave out ")" or add "(" before it.')

    @property
    def _mark(self) -> str | None:
        """The mark at hand; None at the end."""
        return self._tokens[self._at].mark if self._at < len(self._tokens) else None

    def _takes(self, mark: str) -> bool:
        taken = self._mark == mark
        self._at += taken
        return taken

    def _all_of(self) -> Node:
        parts = [self._one()]
        while self._mark not in {None, ")", "or"}:
            self._takes("and")
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Joined(tuple(parts))

    def _one(self) -> Node:
        turned = False
        while self._mark in {"not", "-"}:
            self._at += 1
            turned = not turned
        part = self._bracket() if self._takes("(") else self._term()
        return Not(part) if turned else part

    def _bracket(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UsageError(f"More than {_DEEPEST} brackets within each other: use fewer.")
        inner = self.any_of()
        if not self._takes(")"):
            raise UsageError('A bracket is not closed: add ")".')
        self._depth -= 1
        return inner

    def _term(self) -> Term:
        if self._mark is None or self._mark:
            raise UsageError(self._missing())
        token = self._tokens[self._at]
        self._at += 1
        if token.key:
            self._refuse_space_after(token)
            return read_term(token.key, token.value, self._today)
        if not token.value.strip():
            raise UsageError('Nothing between the quotes: write "local offer".')
        flag = read_flag(token.value) if token.value == token.typed else None
        return flag or read_text(token.value.strip())

    def _refuse_space_after(self, token: _Token) -> None:
        """Refuse a key without a value before a bare word, which was to be its value."""
        following = self._tokens[self._at] if self._at < len(self._tokens) else None
        key = fold(token.key)
        if token.value or key not in KEYS or following is None or following.mark or following.key:
            return
        value = printable(cut(following.typed, 40))
        raise UsageError(f'Nothing after "{key}:": leave out the space, as in {key}:{value}.')

    def _missing(self) -> str:
        typed = ["", *(token.typed for token in self._tokens), ""]
        before, here = typed[self._at : self._at + 2]
        if before == "(" and here == ")":
            return "Nothing between the brackets: put a word inside, such as (overdue)."
        where = f'after "{printable(cut(before, 40))}"' if before else f'before "{printable(cut(here, 40))}"'
        return f"Nothing {where}: add a word there, such as overdue."


def _test(node: Node, look: Lookup) -> Test:
    if isinstance(node, Term):
        return node.test(look)
    if isinstance(node, Not):
        inner = _test(node.part, look)
        return lambda action: not inner(action)
    tests = [_test(part, look) for part in node.parts]
    kept_by = any if node.any_of else all
    return lambda action: kept_by(test(action) for test in tests)


def _describe(node: Node, *, inside: bool = True) -> str:
    if isinstance(node, Term):
        return f"({node.phrase})" if inside and " or " in node.phrase else node.phrase
    if isinstance(node, Not):
        return f"not {_describe(node.part)}"
    joined = (" or " if node.any_of else " and ").join(_describe(part) for part in node.parts)
    return f"({joined})" if inside else joined


def terms_of(node: Node) -> Iterator[Term]:
    """The terms of a part, in their order."""
    if isinstance(node, Term):
        yield node
    else:
        for part in (node.part,) if isinstance(node, Not) else node.parts:
            yield from terms_of(part)
