"""The views that are kept with a plan, as they are read."""

from __future__ import annotations

from datetime import date

from send_actions.domain.filters.named_views import NamedView
from send_actions.domain.text import natural
from send_actions.store.reader import Reader, known_record


def read_kept_views(reader: Reader) -> tuple[NamedView, ...]:
    """Return the views that are kept with a plan now, by name."""
    with reader.snapshot():
        rows = reader.rows("saved_view", as_at=date.max.isoformat(), record=known_record(reader, None))
    views = [NamedView(row["name"], row["filter"], id=row["id"]) for row in rows]
    return tuple(sorted(views, key=lambda view: (natural(view.name), view.id)))
