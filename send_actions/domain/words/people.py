"""Whether words in a role's place look like a person's name: papers know roles, and no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from send_actions.domain.text import clean, fold

_TITLE: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Revd|Lady|Lord)\b\.? +"
    r"(?:[A-Z]\.? ?){0,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)
_INITIALS: Final = re.compile(
    r"(?:[A-Z]\.? ?){1,2}(?<=[. ])(?:Mc|Mac|O['’]|de |van |von )?[A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?"
)
_NAME: Final = re.compile(
    r"[A-Z][a-z'’é-]+(?: [A-Z]\.?)?(?: (?:de|van|von|al|el|bin|ap))?(?: [A-Z][\w'’-]+){1,2}"
)
_SURNAME_FIRST: Final = re.compile(r"(?P<last>[A-Z][\w'’-]+), ?(?P<first>[A-Z][a-z'’-]+)")
_FIRST_NAMES: Final = """
aaron abdul abigail adam aidan aisha alan alana albert alex alexander alexandra alice alison alistair amanda
amara amelia amina amir amit amy anderson andrea andrew angela angus anita anjali ann anna anne annette
anthony antonia anya archie arthur asha ashley asif ayesha barbara barry beatrice becky ben benjamin beth
bethany beverley bill bob brenda brian bridget bruce bryony callum cameron carl carla carol caroline
catherine cathy cecilia charles charlie charlotte chloe chris christina christine christopher claire clare
clive colin connor craig daisy damian dan daniel danielle darren dave david dawn dean debbie deborah deepa
denise dennis derek diana diane dominic don donald donna doris dorothy douglas duncan edward eileen elaine
eleanor elena elizabeth ella ellen ellie emily emma eric erica erin esther eva evan evelyn fatima fiona
florence fran frances francesca francis frank fred freddie freya gareth gary gavin gemma geoff geoffrey
george georgia georgina gerald gillian gina glen glenn gloria gordon graeme graham greg gwen hannah harpreet
harriet harry hasan hassan hayley hazel heather heidi helen helena henry hilary holly howard hugh hussain
ian ibrahim imogen imran ingrid irene isaac isabel isabella isla ivan jack jackie jacob jacqueline jake
jamal james jamie jan jane janet janice jasmine jason jaspreet jay jayne jean jeff jeffrey jennifer jenny
jeremy jerry jess jessica jill jim jo joan joanna joanne joe joel john jon jonathan jordan joseph josephine
josh joshua joy joyce juan judith judy julia julian julie juliet justin kamal karen karim karl kate
katherine kathleen kathryn katie kay keith kelly ken kenneth kerry kevin khalid kieran kim kirsty kyle lara
laura lauren leah lee leon leonard lesley leslie lewis liam lily linda lindsay lisa liz lorna lorraine louis
louise lucas lucy luke lydia lynn lynne maggie malcolm manjit marc marcus margaret maria marie marion mark
martha martin martyn mary maryam matthew maureen max maya megan mehmet melanie melissa mia michael michelle
mike miles mina miranda miriam mo mohamed mohammad mohammed molly monica muhammad nadia naomi natalie
natasha nathan neil nia niall nicholas nick nicky nicola nicole nigel nina nisha noah nora norman olive
oliver olivia omar oscar owen pamela pat patricia patrick paul paula pauline penny peter phil philip
philippa phillip phoebe polly priya rachael rachel raj rajesh ralph ravi raymond rebecca reena rehana rhian
richard rita rob robert roberta robin roger ron ronald rosalind rose rosemary rosie ross roy rupert russell
ruth ryan sabrina saima sally sam samantha samina samir samuel sandra sanjay sara sarah sasha scott sean
shannon sharon sheila shirley simon sita sofia sonia sophia sophie stacey stan stella stephanie stephen
steve steven stewart stuart sue sunita susan suzanne sylvia tamara tanya tara ted teresa terry theo theresa
thomas tim timothy tina toby tom tony tracey tracy trevor usha valerie vanessa vera veronica vicky victor
victoria vikram vincent vivian wayne wendy will william yasmin yusuf yvonne zahra zainab zara zoe
"""
_ROLE_WORDS: Final = """
academy adults advice adviser advisor assistant associate assurance board business chair chief children
childrens clinical commission commissioner commissioning coordinator council county delivery department
deputy designated development director disabled early education executive families family finance forum
governor group head headteacher health hub improvement inclusion information inspector integrated lead
leader learning local manager medical member nurse nursing offer officer operations outreach parent
participation partner partnership performance place placements planning policy practitioner preparing
primary principal programme project psychologist public quality school schools secretary senco send senior
service services skills social specialist strategic strategy support systems teacher team therapies
therapist therapy transition transitions trust trustee unit virtual welfare wellbeing worker years youth
"""


_PAIR: Final = re.compile(r"\b(?P<first>[A-Z][a-z'’-]+)\s+(?P<last>[A-Z][a-z]+(?:['’-][A-Za-z]+)*)\b")
_AGE: Final = re.compile(
    r"(?:(?P<whose>\w+)[ (]{1,2})?\b(?P<age>aged \d{1,2}\b(?! ?(?:to|and|or|plus|[-–+]))"
    r"|(?<![-–/])\b\d{1,2}[- ]year[- ]old\b)"
)
_PLACE_WORDS: Final = """
avenue building centre church clinic close college court green grove hall hill hospital house infant junior
lane library nursery park road room site square street suite ward way wing
"""
_MANY_WORDS: Final = """
adults all anyone boys children everyone families girls learners parents people pupils students those
"""
_PLACES: Final = frozenset(_PLACE_WORDS.split())
_MANY: Final = frozenset(_MANY_WORDS.split())
_NAMES: Final = frozenset(_FIRST_NAMES.split())
_ROLES: Final = frozenset(_ROLE_WORDS.split())


def looks_like_person(role: str) -> bool:
    """Say whether words that stand for a role look like the name of a person: Jo Bloggs, Dr A. Example."""
    words = clean(role, one_line=True).strip(" ,;:-")
    if turned := _SURNAME_FIRST.fullmatch(words):
        return fold(turned["first"]) in _NAMES
    return any(_is_name(part.strip()) for part in re.split(r"[,;/&()<>\[\]]| and | - ", words))


def people_in(text: str) -> Iterator[str]:
    """Yield what looks like a person's name, a forename and a surname, or one person's age in a text."""
    for found in _PAIR.finditer(text):
        first, last = fold(found["first"]), re.sub(r"['’]s$", "", fold(found["last"]))
        if first in _NAMES and last not in _ROLES and last not in _PLACES:
            yield found[0]
    for found in _AGE.finditer(text):
        if fold(found["whose"] or "") not in _MANY:
            yield found["age"]


def name_questions(role: str) -> list[str]:
    """Return what to ask about words in a role's place that look like a person's name, without the name."""
    told = "A person's name seems to stand in a role's place: papers say roles."
    return [told] if looks_like_person(role) else []


def _is_name(words: str) -> bool:
    if _TITLE.match(words):
        return True
    named = [re.sub(r"[^a-z]", "", fold(word)) for word in words.split()]
    if not _ROLES.isdisjoint(named):
        return False
    if _INITIALS.fullmatch(words):
        return True
    first = re.split(r"[ -]", fold(words))[0]
    return first in _NAMES and ((len(named) == 1 and words.istitle()) or _NAME.fullmatch(words) is not None)
