"""Whose name stands beside a change, asked once where only a login that is nobody's tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from send_actions.cli.location import actor, known_name, login, settings

QUESTION: Final = "Your name, as colleagues know it: it stands beside what you change"


def author(*, may_ask: bool) -> str:
    """Return who changes the plan; where that is not known it is asked, if it may be, and kept.

    Enter takes the login all the same, and is not asked again. Raises SendActionsError when it stays unknown.
    """
    if may_ask and not known_name() and not login():
        from send_actions.cli.spoken import LeftError, ask
        from send_actions.config import settings_folder, write_settings

        try:
            said = ask(QUESTION) or actor()
        except LeftError:
            raise KeyboardInterrupt from None
        write_settings(settings_folder(), replace(settings(), by=said))
    return actor()
