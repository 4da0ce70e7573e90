"""The settings of one person on one machine: where their plan is and who they are."""

from __future__ import annotations

import contextlib
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from send_actions.errors import SendActionsError

FILE: Final = "settings.toml"
"""The settings' file inside their folder."""


@dataclass(frozen=True)
class Settings:
    """What is set, each empty when it is not.

    The `place` of the plan (a file or URL), who changes it (`by`), and the app's `theme`.
    """

    place: str = ""
    by: str = ""
    theme: str = ""


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
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SendActionsError(f"The settings {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SendActionsError(_not_understood(path)) from error
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SendActionsError(_not_understood(path)) from error
    return Settings(**{name: str(found.get(name, "")) for name in asdict(Settings())})


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all; raises SendActionsError when the folder refuses."""
    import secrets

    lines = [f"{name} = {_quoted(value)}\n" for name, value in asdict(settings).items() if value]
    beside = folder / f".{FILE}-{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write("".join(lines).encode())
        beside.replace(folder / FILE)
    except OSError as error:
        raise SendActionsError(f"The settings cannot be kept in {folder}: {error.strerror}.") from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _quoted(text: str) -> str:
    """Return a TOML string; a control character is written by its number."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'


def _not_understood(path: Path) -> str:
    return f"The settings {path} are not understood: mend the file, or take it away to begin anew."
