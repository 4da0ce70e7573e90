"""The invented sample in a file, for the papers that are made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from send_actions.store.reader import Reader, open_reader
from send_actions.templates.begin import Template, begin_from_template


@pytest.fixture(scope="session")
def sample_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The invented sample, read."""
    place = tmp_path_factory.mktemp("sample") / "sample.db"
    at = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
    begin_from_template(place, Template.SAMPLE, actor="maker", at=at, day=date(2026, 3, 31))
    reader = open_reader(place)
    yield reader
    reader.close()
