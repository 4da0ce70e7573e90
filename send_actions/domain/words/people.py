"""Whether words in a role's place look like a person's name: papers know roles, and no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from send_actions.domain.text import clean, fold
from send_actions.domain.words.owners import is_organisation

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
aaron abbie abdul abi abigail adam ade adele adrian agnes ahmed aidan aisha alan alana alasdair alastair
albert alec aled alex alexa alexander alexandra alfie ali alice alicia alison alistair alun amanda amara
amelia amelie amina amir amit amy anand anderson andrea andrew aneesa angela angharad angie angus anil
anita anjali ann anna annabel annabelle anne anne-marie annette anthea anthony antonia anya aoife archie
arjun arthur arun asha ashley ashok asif audrey ayesha azra babatunde barbara barney barry beatrice becky
ben benjamin bernadette bernard bertie beryl beth bethan bethany beverley bill bob brenda brendan brett
brian bridget bridie brigid bronwen bruce bryony caitlin callum cameron candice carl carla carmel carol
carole caroline caron carys cath catherine cathryn cathy catrin cecilia cerys chantelle charlene charles
charlie charlotte cheryl chidi chinwe chloe chris christina christine christopher ciara cindy claire clare
claudia cliff clifford clive cody colette colin connor constance cora craig cynthia dafydd daisy damian
damien dan daniel danielle danny daphne darcy darren daryl dave david davina dawn dean debbie deborah deepa
deirdre delia delroy denis denise dennis derek desmond diana diane dilip dilys dimitri dionne dipti dominic
don donal donald donna doreen doris dorothea dorothy dougal douglas duncan dylan ebony eddie edith edna
edward eileen eilidh elaine eleanor elena eleri elise eliza elizabeth ella ellen ellie eloise elsie elspeth
emilia emily emlyn emma emmanuel eoin eric erica erin ernest esme esther ethan ethel euan eugene eunice eva
evan evelyn ewan faisal farah farhana fatima fay faye felicity felix ferdinand ffion finlay fiona fionnuala
florence fran frances francesca francis frank fraser fred freddie frederick freya gabriel gabriella gail
gareth gary gavin gaynor gemma genevieve geoff geoffrey george georgia georgina geraint gerald geraldine
gethin gilbert giles gillian gina gladys glen glenda glenn glenys gloria glynis godfrey gordon graeme
graham grainne greg greta gurpreet gwen gwenda gwyn gwyneth hamish hamza hannah hans hardeep harold
harpreet harriet harry hasan hassan hattie hayley hazel heather hefin heidi helen helena henry herbert
hermione hettie hilary holly howard hugh hugo humphrey hussain hywel iain ian ibrahim ida ieuan ifeoma
imelda imogen imran ines ingrid iona iqbal irene irina isaac isabel isabella isla ismail isobel ivan iwan
jack jackie jacob jacqueline jake jamal james jamie jan jane janet janette janice janine jared jasmin
jasmine jason jaspreet jay jayne jean jean-paul jeff jeffrey jemima jenna jennifer jenny jeremy jerome
jerry jess jessica jill jim jo joan joanna joanne jodie joe joel joely johanna john jon jonathan jonny
jordan joseph josephine josh joshua josie joy joyce juan judith judy julia julian julianne julie juliet
julius justin justine kamal kamran kareem karen karim karl kasia katarzyna kate katherine kathleen kathryn
kathy katie katrina katy kay keeley keir keith kelly kelvin ken kenneth kenny kerry kerry-ann kevin khalid
kiera kieran kim kiran kirsty kofi krishna kristina krystyna kwame kyle lachlan laila lakshmi lara latisha
laura lauren layla leah leanne lee leela leila lena leon leonard leonie leroy lesley leslie lewis lia
liam lillian lily linda lindsay linsey lionel lisa liz llinos lois loretta lorna lorraine lottie louis
louise lucas lucinda lucy ludmila luke lydia lyn lynda lynette lynn lynne lynsey mabel madeleine magdalena
maggie mair mairead maisie malcolm malik mandy manjit manuel marc marcel marcia marcus margaret margot
maria marian marianne marie marilyn marina marion marjorie mark marlene marta martha martin martyn mary
maryam mathilda matilda matthew maude maureen mavis max maya meera megan mehmet mei melanie melissa melvin
meredith merle mervyn mhairi mia michael michelle mick miguel mikael mike miles milly mina miranda miriam
miroslav mitchell mo mohamed mohammad mohammed moira molly mona monica morag mortimer moses muhammad muriel
mustafa myfanwy myra nabil nadia nadine nancy naomi natalie natasha nathan naveed nayan neha neil nell
nerys nesta ngozi nia niall nicholas nick nicky nicola nicole nicolette nigel nikhil nikki nina nisha noah
noel nora noreen norma norman nuala odette olga olive oliver olivia olu olumide oluwaseun omar oona oscar
osman owen padraig pam pamela parveen pat patricia patrick patsy paul paula pauline penny percy perry peter
petra phil philip philippa phillip phoebe phyllis pippa polly pravin preeti priya priyanka prudence quentin
rachael rachel rafael rahul raj rajesh rajiv ralph ranjit rasheed rashid ravi raymond rebecca reece reena
reg reginald rehana reuben rhian rhiannon rhoda rhodri rhona rhys richard ricky rina rita rob robert
roberta roberto robin rochelle rodney roger roland ron rona ronald ronnie rosa rosalind rosamund rose
roseanne rosemary rosie ross rowena roxanne roy rukhsana rupert rupinder russell ruth ryan sabrina sadia
sadie saffron saima saira sajid saleem sally salma sam samantha sami samina samir samuel sandra sanjay
sanjeev sanya saoirse sara sarah sasha satnam scott seamus sean selina serena shabana shabnam shaheen
shakira shamim shan shannon sharmila sharon shaun shazia sheena sheila shelley sheridan shirley shivani
shobha sian sibyl sid sidney simon sinead siobhan siobhán sion sita sofia solomon sonia sonya sophia sophie
stacey stacy stan stefan stella stephanie stephen steve steven stewart stuart sue sukhdeep sultana sunil
sunita suresh surinder susan susannah sushila suzanne suzie sybil sylvester sylvia tabitha tahira talia
tamara tamsin tanisha tanya tara tariq tasneem tatiana ted tegan teresa terry tessa thea thelma theo
theresa thomas tia tiffany tilly tim timothy tina toby tom tomasz tomos tonia tony tracey tracy trevor
trina trisha trudy tunde tyrone uma una ursula usha usman uzma valerie vanessa vaughan velma vera verna
vernon veronica vicky victor victoria vijay vikki vikram vincent vinod viola vivian vivien vivienne wahid
walter wanda warren wasim wayne wendy wilfred will william wilma winifred winston xavier yaqub yasmin
yolanda yusra yusuf yvette yvonne zachary zack zahid zahra zainab zak zara zeinab zelda zena zoe zoya
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

_BETWEEN: Final = re.compile(r"\s*(?:[\n/;|:,()\[\]]|\s[–—-]\s)\s*")
"""What may stand between a role and whoever holds it."""

_POSTS: Final = frozenset(["dco", "dmo", "dsco", "dcs", "dso", "ep", "senco", "sro"])
"""Letters that stand for a role."""


class HeldRole(NamedTuple):
    """A role, and the name of the person who holds it."""

    role: str
    name: str


def held_role(text: str) -> HeldRole | None:
    """Return the role and the name that stand beside each other: "Jo Bloggs / Head", "Head (Jo Bloggs)".

    None where not exactly one name is there, or no role is.
    """
    text = clean(text).strip(" ,;:/-\n")
    marks = [0, *(end for found in _BETWEEN.finditer(text) for end in found.span()), len(text)]
    parts = [(start, end) for start, end in zip(marks[::2], marks[1::2], strict=True) if end > start]
    held = [part for part in parts if _holds(text[slice(*part)])]
    others = [text[slice(*part)] for part in parts if part not in held]
    if len(held) != 1 or not any(map(_is_role, others)):
        return None
    start, end = held[0]
    name = text[start:end]
    if " " not in name and not all(_is_role(other) or is_organisation(other) for other in others):
        return None
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before.endswith(("(", "[")):
        after = after.lstrip(")]")
    elif not before and after.startswith(("(", "[")):
        after = after[1:].replace(")" if after[0] == "(" else "]", "", 1)
    before, after = before.rstrip(" ,;:|/([–—-\n"), after.strip(" ,;:|/–—-\n")
    between = "" if not (before and after) else " " if after.startswith(("(", "[")) else ", "
    return HeldRole(f"{before}{between}{after}", name)


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


def _holds(words: str) -> bool:
    """Say whether words beside a role are surely the name of a person, and not of a place."""
    return _is_name(words) and _PLACES.isdisjoint(fold(words).split())


def _is_role(words: str) -> bool:
    named = {re.sub(r"[^a-z]", "", fold(word)) for word in words.split()}
    return not (_ROLES | _POSTS).isdisjoint(named) and not _is_name(words)


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
