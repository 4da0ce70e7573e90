"""A file of answers in TOML, such as --map takes: what columns, words, refs and areas mean."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import UsageError
from send_actions.importers.file_kinds import why_unread

_FLAGS: Final = {"columns": "--column", "status": "--status", "ref": "--ref", "area": "--area"}
_LARGEST: Final = 1024 * 1024


def names_a_file(text: str) -> bool:
    """Say whether what stands after --map is the name of a file of answers."""
    return text.strip().lower().endswith(".toml") and ("=" not in text or _is_there(Path(text)))


def read_answers(path: Path) -> list[tuple[str, str]]:
    """Return the answers of a file as flags with their words; raises UsageError for one that has none."""
    name = printable(str(path))
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{name} is larger than 1 MB: no file of answers is.")
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(why_unread(path, error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} is no TOML ({printable(str(error))}).") from error
    answers = []
    for table, words in found.items():
        if table not in _FLAGS or not isinstance(words, dict):
            listed = ", ".join(f"[{known}]" for known in _FLAGS)
            raise UsageError(f"{name} has “{printable(table)}”, and a file of answers has only {listed}.")
        for said, meant in words.items():
            if not isinstance(meant, str):
                raise UsageError(f"{name}: write what “{printable(said)}” means in quotes.")
            answers.append((_FLAGS[table], f"{said}={meant}"))
    return answers


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # too long for a name
        return False
