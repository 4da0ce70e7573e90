"""XML of a file that anybody may have made, as a tree: no entities, and not too deep or too large."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from send_actions.errors import SendActionsError

DEEPEST: Final = 400
"""Elements within elements; a paper has a few dozen."""
MOST_ELEMENTS: Final = 1_000_000


def parse_xml(content: bytes, called: str) -> Element:
    """Return the root of XML, names in the form {namespace}name; an empty part is an empty element.

    Raises SendActionsError for what is damaged, or declares entities, as no paper does.
    """
    if not content:
        return Element("nothing")

    def refuse(*_: object) -> None:
        raise _refusal(called)

    building = _Building(called)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.data
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise SendActionsError(
            f"{called} is damaged: open it in the program that made it, and save it again."
        ) from error
    return building.tree.close()


class _Building:
    """Builds the tree as the parser goes, and stops at what no paper has."""

    def __init__(self, called: str) -> None:
        self.tree = TreeBuilder()
        self._called = called
        self._depth = 0
        self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise _refusal(self._called)
        self.tree.start(_full(tag), {_full(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        """End an element."""
        self._depth -= 1
        self.tree.end(_full(tag))

    def data(self, text: str) -> None:
        """Take text."""
        self.tree.data(text)


def _refusal(called: str) -> SendActionsError:
    """The refusal of a declaration of entities, or of more than a paper has."""
    return SendActionsError(
        f"{called} holds XML such as no paper has (entities, or far too much): check where the file is from."
    )


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name
