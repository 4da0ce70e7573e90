"""Templates of the files that papers are written in: what is put into them is only ever text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

_HERE: Final = Path(__file__).parent


@cache
def template(name: str) -> Template:
    """A file beside this one, or in a folder beside it, read once."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # each is read for one paper: to look for what is constant in it takes longer
    )
