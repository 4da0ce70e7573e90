"""The acronyms that people write in such plans, each with its words: the one glossary of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "A&E": "accident and emergency",
    "ADHD": "attention deficit hyperactivity disorder",
    "AP": "alternative provision",
    "APDR": "assess, plan, do, review",
    "AR": "annual review",
    "ASC": "adult social care",
    "ASD": "autism",
    "CAMHS": "child and adolescent mental health services",
    "CCG": "clinical commissioning group",
    "CCN": "children's community nursing",
    "CDC": "child development centre",
    "CHC": "continuing health care",
    "CHT": "community health trust",
    "CIC": "children in care",
    "CIN": "children in need",
    "CLA": "children looked after",
    "CME": "children missing education",
    "COP": "code of practice",
    "CPD": "training at work",
    "CQC": "Care Quality Commission",
    "CSC": "children's social care",
    "CWD": "children with disabilities",
    "CYP": "children and young people",
    "CYPMHS": "children and young people's mental health services",
    "DCO": "designated clinical officer",
    "DCS": "director of children's services",
    "DfE": "Department for Education",
    "DHSC": "Department of Health and Social Care",
    "DLD": "developmental language disorder",
    "DMO": "designated medical officer",
    "DSCO": "designated social care officer",
    "DSG": "dedicated schools grant",
    "DSL": "designated safeguarding lead",
    "DWP": "Department for Work and Pensions",
    "EBSA": "emotionally based school avoidance",
    "EBSNA": "emotionally based school non-attendance",
    "EHC": "education, health and care",
    "EHCNA": "education, health and care needs assessment",
    "EHCP": "education, health and care plan",
    "EHE": "elective home education",
    "EOTAS": "education other than at school",
    "EOTIS": "education otherwise than in school",
    "EP": "educational psychologist",
    "EPS": "educational psychology service",
    "ESOL": "English for speakers of other languages",
    "EWO": "education welfare officer",
    "EYFS": "early years foundation stage",
    "FE": "further education",
    "FTE": "full time posts",
    "GP": "family doctor",
    "HI": "hearing impairment",
    "HNB": "high needs block",
    "HV": "health visitor",
    "IASS": "information, advice and support service",
    "ICB": "integrated care board",
    "ICS": "integrated care system",
    "IEP": "individual education plan",
    "IHCP": "individual health care plan",
    "INMSS": "independent and non-maintained special schools",
    "JCP": "joint commissioning plan",
    "JSNA": "joint strategic needs assessment",
    "KPI": "key measure",
    "KS1": "key stage 1",
    "KS2": "key stage 2",
    "KS3": "key stage 3",
    "KS4": "key stage 4",
    "KS5": "key stage 5",
    "LA": "local authority",
    "LAC": "looked after children",
    "LAP": "local area partnership",
    "LD": "learning disability",
    "LO": "Local Offer",
    "LSA": "learning support assistant",
    "MASH": "multi-agency safeguarding hub",
    "MDT": "team of several professions",
    "MHST": "mental health support team",
    "MHT": "mental health trust",
    "MLD": "moderate learning difficulties",
    "MSI": "multi-sensory impairment",
    "NDD": "neurodevelopmental differences",
    "NEET": "not in education, work or training",
    "NHS": "National Health Service",
    "NHSE": "National Health Service England",
    "OAP": "ordinarily available provision",
    "ODD": "oppositional defiant disorder",
    "OT": "occupational therapy",
    "PCF": "parent carer forum",
    "PD": "physical disability",
    "PDA": "pathological demand avoidance",
    "PEP": "personal education plan",
    "PfA": "preparing for adulthood",
    "PHB": "personal health budget",
    "PMLD": "profound and multiple learning difficulties",
    "PRU": "pupil referral unit",
    "QA": "quality checks",
    "RAG": "red, amber or green",
    "SALT": "speech and language therapy",
    "SEF": "self-evaluation",
    "SEMH": "social, emotional and mental health",
    "SEN": "special educational needs",
    "SENCO": "special needs co-ordinator",
    "SEND": "special educational needs and disabilities",
    "SENDIASS": "special needs advice service for families",
    "SLCN": "speech, language and communication needs",
    "SLD": "severe learning difficulties",
    "SLT": "speech and language therapy",
    "SpLD": "specific learning difficulties",
    "SRO": "the person accountable",
    "TA": "teaching assistant",
    "UASC": "unaccompanied children seeking asylum",
    "UK": "United Kingdom",
    "VCS": "voluntary and community sector",
    "VCSE": "voluntary and community sector",
    "VI": "visual impairment",
    "VS": "Virtual School",
    "VSH": "Virtual School head",
    "WSOA": "written statement of action",
    "YJS": "youth justice service",
    "YOT": "youth offending team",
}
"""The words of each acronym as they stand inside a sentence."""

_WORD: Final = re.compile(
    r"(?<![\w&])(?:(?P<article>an?) )?(?P<word>(?:[^\W\d_]\.){2,}|\w+(?:&\w+)*)(?P<genitive>['’]s)?(?![\w&])",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"(?:^|[.!?:]\s+)[“\"'‘(]?$")
_VOWELS: Final = "aeiou"


def acronyms_in(text: str) -> list[str]:
    """Every acronym of a text, each once, without an "s" at its end.

    What is for the half capitals and figures, two at least and one a capital, is one: DfE, EHCPs, KS2.
    """
    found = (_acronym(word["word"]) for word in _WORD.finditer(text))
    return list(dict.fromkeys(filter(None, found)))


def words_of(acronym: str) -> str | None:
    """The words of an acronym, however its letters are written; None for one that is not in the glossary."""
    return _by_letters().get(_letters(acronym))


def in_words(text: str) -> str | None:
    """A text with the words of its acronyms in their place; None where one of them is not in the glossary."""
    if any(words_of(one) is None for one in acronyms_in(text)):
        return None
    return _WORD.sub(lambda found: _replaced(found, text), text)


def _replaced(found: re.Match[str], text: str) -> str:
    """A word of a text, or the words of an acronym with the article that goes before them."""
    acronym = _acronym(found["word"])
    words = words_of(acronym)
    if words is None:
        return found[0]
    if found["word"].removeprefix(acronym) == "s":
        words = _plural(words)
    if found["article"]:
        article = "an" if words[0].lower() in _VOWELS else "a"
        words = f"{article} {words}"
    if _BEGINS.search(text[: found.start()]):
        words = words[:1].upper() + words[1:]
    return words + (found["genitive"] or "")


def _acronym(word: str) -> str:
    """A word as an acronym, without the "s" of several; empty for one that is none."""
    bare = word.removesuffix("s")
    capitals = sum(letter.isupper() for letter in bare)
    marks = capitals + sum(letter.isdecimal() for letter in bare)
    is_one = capitals and marks > 1 and 2 * marks >= len(bare)
    return bare if is_one or "." in bare or "&" in bare else ""


def _letters(acronym: str) -> str:
    return acronym.replace(".", "").casefold()


@cache
def _by_letters() -> dict[str, str]:
    return {_letters(acronym): words for acronym, words in WORDS.items()}


def _plural(words: str) -> str:
    if words.endswith(("s", "training", "care", "autism", "provision", "people", "children", "therapy")):
        return words
    return f"{words.removesuffix('y')}ies" if words.endswith(("ty", "ry", "cy")) else f"{words}s"
