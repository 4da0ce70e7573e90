"""The styles and lists that a paper uses: a template's own, and ours where it has none."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from send_actions.reports.formats.ooxml.elements import Element, element, name

BULLETS: Final = "List Bullet"
NUMBERS: Final = "List Number"
SECTIONS: Final = "Sections"
"""The list of a paper's sections and of what is said in them."""
DECISIONS: Final = "Decisions"
"""A numbered list in such a section."""
_OURS: Final = {SECTIONS, DECISIONS}
"""Lists that are no style's, and ours in every template."""
_FORMS: Final = {BULLETS: "bullet", NUMBERS: "decimal", SECTIONS: "multilevel", DECISIONS: "decimal"}


class Styles:
    """Styles by the names that Word gives them in every language, whatever their ids are."""

    def __init__(self, styles: Element, ours: Element) -> None:
        self._styles = styles
        self._ids = _ids_of(styles)
        self._ours = {_name_of(style): style for style in ours.iter(name("style"))}

    def identity(self, style: str) -> str:
        """The id of a style; one that the template lacks is added with what it stands on."""
        wanted = style.casefold()
        if wanted not in self._ids:
            self._adopt(wanted)
        return self._ids[wanted]

    def find(self, style: str) -> Element:
        """A style itself."""
        wanted = self.identity(style)
        styles: list[Element] = self._styles.findall(name("style"))
        return next(one for one in styles if one.get(name("styleId")) == wanted)

    def is_numbered(self, style: str) -> bool:
        """Whether a style numbers its paragraphs, itself or by what it is based on."""
        by_id = {one.get(name("styleId")): one for one in self._styles.findall(name("style"))}
        known: set[str] = set()
        identity = self.identity(style)
        while identity in by_id and identity not in known:
            known.add(identity)
            numbers = by_id[identity].find("/".join(map(name, ("pPr", "numPr", "numId"))))
            if numbers is not None:
                return bool(numbers.get(name("val")) != "0")
            based = by_id[identity].find(name("basedOn"))
            identity = "" if based is None else based.get(name("val"), "")
        return False

    def set_language(self, language: str) -> None:
        """Say which language the text is in: once for all, and in styles that say it for themselves."""
        defaults = child_of(self._styles, "docDefaults", first=True)
        looks = child_of(child_of(defaults, "rPrDefault", first=True), "rPr")
        child_of(looks, "lang").set(name("val"), language)
        for lang in self._styles.iter(name("lang")):
            lang.set(name("val"), language)

    def _adopt(self, style: str) -> None:
        adopted = deepcopy(self._ours[style])
        taken = set(self._ids.values())
        own = identity = adopted.get(name("styleId"), "")
        while identity in taken:
            identity += "x"
        adopted.set(name("styleId"), identity)
        adopted.attrib.pop(name("default"), None)
        self._ids[style] = identity
        self._styles.append(adopted)
        for numbers in list(adopted.iter(name("numPr"))):  # those of another file
            numbers.getparent().remove(numbers)
        names = {one.get(name("styleId")): word for word, one in self._ours.items()}
        for tag in ("basedOn", "next"):
            for reference in adopted.findall(name(tag)):
                asked = reference.get(name("val"), "")
                reference.set(name("val"), identity if asked == own else self.identity(names[asked]))


class Lists:
    """The lists of a paper, each of its own, so that its numbers begin at 1."""

    def __init__(self, numbering: Element, styles: Styles, ours: Element) -> None:
        self._numbering = numbering
        self._styles = styles
        self._ours = ours
        self._kinds: dict[str, str] = {}
        self._of_sections = ""
        self._of_bullets = ""

    def sections(self) -> str:
        """Return the id of the one list of sections and their paragraphs."""
        self._of_sections = self._of_sections or self.begin(SECTIONS)
        return self._of_sections

    def bullets(self) -> str:
        """Return the id of the one list of all that bears no number: to begin one anew takes time."""
        self._of_bullets = self._of_bullets or self.begin(BULLETS)
        return self._of_bullets

    def begin(self, style: str) -> str:
        """Return the id of a new list in a style."""
        if style not in self._kinds:
            own = "" if style in _OURS else self._kind_of(style)
            self._kinds[style] = own or self._adopt(style)
        identity = self._next("num", "numId")
        kind = element("abstractNumId", val=self._kinds[style])
        begins = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        self._add(element("num", kind, begins, numId=identity), ("numIdMacAtCleanup",))
        return identity

    def _kind_of(self, style: str) -> str:
        """Which kind of list a style stands for in the template; nothing where it stands for none."""
        used = self._styles.find(style).find("/".join(map(name, ("pPr", "numPr", "numId"))))
        wanted = None if used is None else used.get(name("val"))
        for num in self._numbering.findall(name("num")):
            kind = num.find(name("abstractNumId"))
            if num.get(name("numId")) == wanted and kind is not None:
                return str(kind.get(name("val")))
        return ""

    def _adopt(self, style: str) -> str:
        """Add our kind of list of that style, and return its id."""
        adopted = deepcopy(_list_of(self._ours, _FORMS[style]))
        for owner in list(adopted.iter(name("pStyle"))):
            owner.getparent().remove(owner)
        identity = self._next("abstractNum", "abstractNumId")
        adopted.set(name("abstractNumId"), identity)
        self._add(adopted, ("num", "numIdMacAtCleanup"))
        return identity

    def _next(self, tag: str, key: str) -> str:
        taken = [one.get(name(key), "") for one in self._numbering.findall(name(tag))]
        return str(max((int(number) for number in taken if number.isdecimal()), default=0) + 1)

    def _add(self, added: Element, before: tuple[str, ...]) -> None:
        """Add an element where the schema has its kind."""
        later = [one for one in self._numbering if one.tag in map(name, before)]
        if later:
            later[0].addprevious(added)
        else:
            self._numbering.append(added)


def child_of(parent: Element, tag: str, *, first: bool = False) -> Element:
    """The child of a tag, made where there is none."""
    found: Element | None = parent.find(name(tag))
    if found is not None:
        return found
    made = element(tag)
    parent.insert(0 if first else len(parent), made)
    return made


def _ids_of(styles: Element) -> dict[str, str]:
    return {_name_of(style): style.get(name("styleId"), "") for style in styles.iter(name("style"))}


def _name_of(style: Element) -> str:
    """What a style is called, as the program calls it: Word writes some of its own with a small letter."""
    told = style.find(name("name"))
    return "" if told is None else told.get(name("val"), "").casefold()


def _list_of(numbering: Element, form: str) -> Element:
    kinds: list[Element] = numbering.findall(name("abstractNum"))
    said = (name("multiLevelType"), name("numFmt"))
    return next(kind for kind in kinds if any(one.get(name("val")) == form for one in kind.iter(*said)))
