"""The settings of one person on one machine: where their plan is, who they are, and how the app behaves."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from send_actions.errors import SendActionsError

FILE: Final = "settings.toml"
"""The settings' file inside their folder."""

_WORDS: Final = ("place", "copies", "by", "theme")
_YES_OR_NO: Final = ("mouse", "enter_chooses")
_BY_HAND: Final = "keys"
"""What a person writes and we never do."""


@dataclass(frozen=True)
class Settings:
    """What is set, each empty when it is not.

    The `place` of the plan (a file or URL), the folder of its dated `copies`, who changes it (`by`), and the
    app's `theme`. Without the `mouse` the app leaves clicks to the terminal; where `enter_chooses`, a letter
    of a menu is only taken with Enter. One's own `keys` of the app stand by the names of what they do.
    """

    place: str = ""
    copies: str = ""
    by: str = ""
    theme: str = ""
    mouse: bool = True
    enter_chooses: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def settings_folder() -> Path:
    """Return the folder of the settings; SEND_ACTIONS_CONFIG names another."""
    named = os.environ.get("SEND_ACTIONS_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("send-actions", appauthor=False)


def read_settings(folder: Path) -> Settings:
    """Return what the folder's file sets; what it does not name is not set.

    Raises SendActionsError when the file cannot be read or understood.
    """
    path = folder / FILE
    text = _text(path)
    if not text:
        return Settings()
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SendActionsError(_not_understood(path)) from error
    given: dict[str, Any] = {name: str(found.get(name, "")) for name in _WORDS}
    given |= {name: _yes_or_no(found[name], name, path) for name in _YES_OR_NO if name in found}
    if _BY_HAND in found:
        given[_BY_HAND] = _keys(found[_BY_HAND], path)
    return Settings(**given)


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all; what else stands in the file stays as it is.

    Raises SendActionsError when the folder refuses or the file that is there is not understood.
    """
    import secrets

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        kept = tomlkit.parse(_text(folder / FILE))
    except TOMLKitError as error:
        raise SendActionsError(_not_understood(folder / FILE)) from error
    for one in fields(Settings):
        if one.name == _BY_HAND:
            continue
        value, usual = getattr(settings, one.name), getattr(Settings(), one.name)
        if value == usual:
            kept.pop(one.name, None)
        elif kept.get(one.name) != value:
            kept[one.name] = value
    beside = folder / f".{FILE}-{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(tomlkit.dumps(kept).encode())
        beside.replace(folder / FILE)
    except OSError as error:
        raise SendActionsError(f"The settings cannot be kept in {folder}: {error.strerror}.") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _text(path: Path) -> str:
    """Return what stands in the file, nothing where there is none; raises SendActionsError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except NotADirectoryError as error:
        raise SendActionsError(f"The settings cannot be kept in {path.parent}: it is a file.") from error
    except OSError as error:
        raise SendActionsError(f"The settings {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SendActionsError(_not_understood(path)) from error


def _yes_or_no(value: Any, name: str, path: Path) -> bool:
    if isinstance(value, bool):
        return value
    raise SendActionsError(f"The settings {path}: {name} is true or false, without quotes.")


def _keys(value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    """Return the keys by name; one key stands alone or in a list."""
    if not isinstance(value, dict):
        raise SendActionsError(f'The settings {path}: keys stand below [keys], such as note = "t".')
    return {name: tuple(map(str, one if isinstance(one, list) else [one])) for name, one in value.items()}


def _not_understood(path: Path) -> str:
    return f"The settings {path} are not understood: mend the file, or take it away to begin anew."
