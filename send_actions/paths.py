"""Where this program keeps what is its own: the folder of its settings, never a plan."""

from __future__ import annotations

import os
from pathlib import Path


def settings_folder() -> Path:
    """Return the folder of the settings; SEND_ACTIONS_CONFIG names another."""
    named = os.environ.get("SEND_ACTIONS_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("send-actions", appauthor=False)
