"""Parts of invented names in texts: found however they are written, and ordinary words are not."""

from __future__ import annotations

import pytest

from send_actions.papers.spoken_names import SpokenNames, parts_of_name, words_of

ORDINARY = {"young", "mark", "inclusion", "may"}


def found(name: str, *texts: str) -> set[str]:
    parts = parts_of_name(name)
    return SpokenNames(texts, parts).of(parts, ORDINARY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jo Patel", "Patel said so"),
        ("Jo Patel", "All is well.\nPatel said so"),
        ("Jo Patel", "Mrs PATEL said so"),
        ("JO PATEL", "Patel said so"),
        ("jo patel", "Patel said so"),
        ("Jo Smith-Patel", "Mrs Patel said so"),
        ("Jo Smith-Patel", "Smith-Patel’s line"),
        ("Jo O'Brien", "O’Brien said so"),
        ("Jo O’Brien", 'O\'Brien said "so"'),
        ("Zoe Mu\u0308ller", "Müller said so"),
        ("Zoë Müller", "Muller said so"),
        ("Jo Patel", "Patels’ work"),
        ("Jo Patel", "the Patel-led work"),
        ("Jo Patel", "Ask patel; Patel knows"),
        ("Jo de Souza", "de Souza said so"),
        ("Wei Ng", "Mrs Ng said so"),
        ("Mark Young", "Mr Young and others said so"),
        ("Mark Young", "Mr. Mark Young-Other said so"),
        ("Mark Young", "Cllr M. Young said so"),
        ("Mark Young", "Prof\nYoung said so"),
        ("Mark Young", "Miss Young said so"),
    ],
)
def test_a_part_of_a_name_is_found(name: str, text: str) -> None:
    assert found(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mark Young", "Young people mark their work. Mark it again."),
        ("Mark Young", "Families miss Young Carers"),
        ("Wei Ng", "NG tubes are fitted"),
        ("Jo Patel", "the work of Patelson and Jon"),
        ("Cllr Jo Patel", "Cllr Jones asked"),
        ("Jo Strong", "Strong start: a strong team with strong partners"),
        ("Jo van Dam", "A van came. Van hire is dear, the van was late"),
        ("Jo Other", "Other areas are on track. No other is late.\nOther work: see below"),
        ("Jo Inclusion", "The Inclusion team"),
        ("May Patel", "The Dr will come. May he bring letters?"),
        ("", "Anybody"),
    ],
)
def test_ordinary_words_are_no_names(name: str, text: str) -> None:
    assert found(name, text) == set()


def test_words_are_alike_however_quotes_and_accents_are_written() -> None:
    assert words_of(["O’Brien’s café"]) == words_of(["O'Brien cafe"]) == {"o'brien", "cafe"}
