"""Nothing that a board or the public may not see is in any paper, of any kind, in any format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from itertools import product

import pytest
from inside_files import all_said
from secret_plan import EARLY, TODAY, SecretPlan, a_secret_plan

from send_actions.errors import UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.kinds import KINDS, is_written_as, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience, redact_plan
from send_actions.reports.document import Document
from send_actions.reports.output import FORMATS, encode
from send_actions.store.reader import open_reader, read_plan

SUBJECTS = {
    "--since": ("", "2026-01-14"),
    "--from": ("2026-01-14", "2026-01-01"),
    "--to": ("", "2026-03-31"),
    "--number": ("", "SEND/2026/7"),
    "--meeting": ("2026-01-28", "2026-04-15"),
    "when": ("2026-01-28", "2026-04-15", ""),
    "--series": ("",),
    "area": ("1", "2", "3", "4"),
    "who": ("Head of Therapies", "NHS trust"),
}
"""What a kind may be about, by the name that `takes` has for it; one that takes another says it here."""


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> SecretPlan:
    plan = a_secret_plan(tmp_path_factory.mktemp("secret"))
    plan.kept.store.close()
    return plan


def requests(word: str, audience: Audience) -> Iterator[PaperRequest]:
    """Every request of a kind for an audience, with each thing that it may be about."""
    kind = KINDS[word]
    unknown = [name for name in kind.takes if name not in SUBJECTS]
    assert not unknown, f"{word} takes {unknown}: say in SUBJECTS what these may be"
    for values in product(*(SUBJECTS[name] for name in kind.takes)):
        yield PaperRequest(word, audience, tuple(zip(kind.takes, values, strict=True)))


Papers = Callable[[str, Audience], list[tuple[str, Document]]]


@pytest.fixture(scope="module")
def papers(secret: SecretPlan) -> Papers:
    """Every paper of a kind for an audience, made once for all tests."""

    @cache
    def made(word: str, audience: Audience) -> list[tuple[str, Document]]:
        return list(new_papers(secret, word, audience))

    return made


def new_papers(secret: SecretPlan, word: str, audience: Audience) -> Iterator[tuple[str, Document]]:
    """Every paper of a kind for an audience: now, as at the early day, and as it was known on that day."""
    with closing(open_reader(secret.kept.place)) as reader:
        for on, record in ((TODAY, None), (EARLY, None), (EARLY, secret.early_record)):
            plan = read_plan(reader, on, record)
            for request in requests(word, audience):
                try:
                    document = make_paper(reader, plan, request)
                except UsageError:  # a subject that the audience does not find
                    continue
                yield f"{request.kind} {request.subject}, as at {on}, record {plan.record}", document


def hidden(secret: SecretPlan, audience: Audience, on: object) -> list[str]:
    """The marks that an audience may not see in a paper of a day."""
    marks = [*secret.names, *secret.never]
    marks += secret.not_public if audience is Audience.PUBLIC else []
    return marks + (secret.not_early if on == EARLY else [])


def found(said: str, marks: list[str]) -> list[str]:
    return [mark for mark in marks if mark in said]


def outside(word: str) -> list[Audience]:
    return [audience for audience in KINDS[word].audiences if audience is not Audience.INTERNAL]


@pytest.mark.parametrize("word", KINDS)
def test_no_paper_says_what_its_audience_may_not_see(secret: SecretPlan, papers: Papers, word: str) -> None:
    for audience in outside(word):
        made = papers(word, audience)
        assert made, f"no {word} paper was made for {audience}"
        for what, document in made:
            marks = hidden(secret, audience, document.as_at)
            assert found(repr(document), marks) == [], what


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_nor_does_the_plan_that_papers_are_made_of(secret: SecretPlan, audience: Audience) -> None:
    with closing(open_reader(secret.kept.place)) as reader:
        for on, record in ((TODAY, None), (EARLY, None), (EARLY, secret.early_record)):
            plan = read_plan(reader, on, record)
            seen = redact_plan(plan, audience, exempt_as_last_known(reader, plan))
            assert found(repr(seen), hidden(secret, audience, on)) == []
            assert secret.seen in repr(seen)


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_nothing_open_is_linked_with_what_is_exempt(secret: SecretPlan, audience: Audience) -> None:
    with closing(open_reader(secret.kept.place)) as reader:
        for on, record in ((TODAY, None), (EARLY, None), (EARLY, secret.early_record)):
            plan = read_plan(reader, on, record)
            exempt = exempt_as_last_known(reader, plan)
            linked = [one for one in plan.actions if one.id in exempt.actions and one.supports]
            assert linked
            seen = redact_plan(plan, audience, exempt)
            for action in seen.actions:
                assert exempt.areas.isdisjoint(action.supports)
                assert exempt.actions.isdisjoint(action.depends_on)
                assert not action.exempt or (action.supports, action.depends_on) == ((), ())


def test_no_paper_names_an_exempt_item_beside_what_it_is_linked_with(papers: Papers) -> None:
    for what, document in papers("full", Audience.BOARD):
        assert found(repr(document), ["Depends on:", "Also supports:"]) == [], what
    for what, document in papers("impact", Audience.BOARD):
        assert found(repr(document), ["Helped by actions"]) == [], what


@pytest.mark.parametrize(("word", "form"), list(product(KINDS, FORMATS)))
def test_nor_do_the_bytes_of_its_file_in_any_format(
    secret: SecretPlan, papers: Papers, word: str, form: str
) -> None:
    for audience in outside(word):
        what, document = next(one for one in papers(word, audience) if f"as at {EARLY}" in one[0])
        try:
            content = encode(document, form)
        except UsageError:  # a format in which this kind makes no sense
            continue
        marks = hidden(secret, audience, document.as_at)
        assert found(all_said(content), marks) == [], what


@pytest.mark.parametrize("form", FORMATS)
def test_what_may_be_seen_is_found_in_every_format_as_names_are_by_those_inside(
    secret: SecretPlan, papers: Papers, form: str
) -> None:
    told = ""
    for word in KINDS:
        if Audience.INTERNAL not in KINDS[word].audiences:
            continue
        for _, document in papers(word, Audience.INTERNAL):
            try:
                told += all_said(encode(document, form))
            except UsageError:
                continue
            if secret.seen in told and secret.names[0] in told:
                return
    raise AssertionError(f"neither {secret.seen} nor a name is found in {form}")


@pytest.mark.parametrize("word", [word for word in KINDS if Audience.PUBLIC in KINDS[word].audiences])
def test_the_public_does_not_learn_that_anything_is_exempt(papers: Papers, word: str) -> None:
    for what, document in papers(word, Audience.PUBLIC):
        assert found(repr(document).lower(), ["exempt", "1.2", "2.1", "withheld"]) == [], what


@pytest.mark.parametrize(("word", "form"), list(product(KINDS, FORMATS)))
def test_a_public_paper_is_found_in_every_format(
    secret: SecretPlan, papers: Papers, word: str, form: str
) -> None:
    if Audience.PUBLIC not in KINDS[word].audiences or not is_written_as(word, form):
        return
    _, document = papers(word, Audience.PUBLIC)[0]
    assert secret.seen in all_said(encode(document, form))


@pytest.mark.parametrize("word", [word for word in KINDS if Audience.PUBLIC not in KINDS[word].audiences])
def test_a_kind_that_counts_what_it_names_is_refused_to_the_public(secret: SecretPlan, word: str) -> None:
    with closing(open_reader(secret.kept.place)) as reader:
        plan = read_plan(reader, TODAY)
        for request in requests(word, Audience.PUBLIC):
            with pytest.raises(UsageError, match="is not for the public"):
                make_paper(reader, plan, request)
