"""`keys`: what the app's keys do, and by which names settings.toml moves them."""

from __future__ import annotations

from typing import Final

from send_actions.cli.location import own_settings
from send_actions.cli.options import FormOptions, grouped_options
from send_actions.cli.thing_list import Record, Shown, ThingList, list_own


@grouped_options
def list_keys(options: FormOptions) -> None:
    """List the keys of the app by the names that [keys] in settings.toml moves them by.

    send-actions keys
    """
    from send_actions.tui.commands.own_keys import named_commands, own_keys
    from send_actions.tui.views import VIEWS

    own = own_keys(own_settings().keys, VIEWS)
    records: list[Record] = [
        {"name": one.id, "keys": own.keys.shown(one).split(), "does": own.keys.sentence(one)}
        for one in named_commands()
    ]
    list_own(_KEYS, records, options, own.told)


_KEYS: Final = ThingList(
    kind="keys",
    noun="name",
    fields=("name", "keys", "does"),
    columns=(
        Shown("Name", "name", least=16),
        Shown("Key", lambda one: " ".join(one["keys"])),
        Shown("Does", "does", least=24),
    ),
    sentences=lambda one: (str(one["name"]), f"Key {' or '.join(one['keys'])}", str(one["does"])),
    when_none="No keys",
)
