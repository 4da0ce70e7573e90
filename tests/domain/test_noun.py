"""A noun is what a frozen dataclass of the same fields would be."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace

import pytest

from send_actions.domain.noun import Noun


class Tool(Noun):
    """A noun to try."""

    id: int
    title: str
    note: str = ""
    version: int = 1


@dataclass(frozen=True)
class Plain:
    """The same as a dataclass."""

    id: int
    title: str
    note: str = ""
    version: int = 1


def test_a_noun_is_made_told_and_altered_as_a_dataclass_is() -> None:
    tool, plain = Tool(1, "Saw", note="sharp"), Plain(1, "Saw", note="sharp")
    assert repr(tool) == repr(plain).replace("Plain", "Tool")
    assert asdict(tool) == asdict(plain)
    assert [(one.name, one.default) for one in fields(tool)] == [(f.name, f.default) for f in fields(plain)]
    assert replace(tool, title="Axe") == Tool(1, "Axe", "sharp")
    assert tool.title == "Saw"


def test_nouns_are_equal_whatever_their_version() -> None:
    assert Tool(1, "Saw") == Tool(1, "Saw", version=7)
    assert hash(Tool(1, "Saw")) == hash(Tool(1, "Saw", version=7))
    assert Tool(1, "Saw") != Tool(2, "Saw")
    assert Tool(1, "Saw") != Plain(1, "Saw")


@pytest.mark.parametrize(
    ("values", "named"),
    [((1,), {}), ((1, "Saw", "", 1, 5), {}), ((1, "Saw"), {"id": 2}), ((1, "Saw"), {"colour": "red"})],
    ids=["one missing", "one too many", "one twice", "one unknown"],
)
def test_a_noun_takes_each_of_its_fields_once(values: tuple[int, ...], named: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="argument"):
        Tool(*values, **named)  # type: ignore[arg-type]


def test_a_noun_is_never_changed() -> None:
    tool = Tool(1, "Saw")
    with pytest.raises(AttributeError, match="Tool is never changed: title"):
        tool.title = "Axe"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Tool is never changed: title"):
        del tool.title


def test_a_noun_of_a_noun_is_refused_as_it_would_lose_its_parent_s_fields() -> None:
    Tool(1, "Saw")
    with pytest.raises(TypeError, match="Hammer would lose the fields of Tool: stand on Noun alone"):
        type("Hammer", (Tool,), {"__annotations__": {"weight": int}})
    with pytest.raises(TypeError, match="Sickle would lose the fields of Tool"):
        type("Sickle", (Plain, Tool), {})


def test_a_noun_may_have_a_parent_that_is_none() -> None:
    class Lent:
        """Something that is no noun."""

        def owner(self) -> str:
            return "the library"

    class Book(Lent, Noun):
        """A noun with it."""

        title: str

    assert (Book("Emma").title, Book("Emma").owner()) == ("Emma", "the library")
