"""A key held down counts once; one pressed again counts again."""

from __future__ import annotations

import pytest

from send_actions.tui.held_keys import HeldKeys, Verdict

P, H, U = Verdict.PRESSED, Verdict.HELD, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("typed", "verdicts"),
    [
        pytest.param([("=", 0.0), ("=", 1.5), ("=", 3.0)], [P, P, P], id="pressed in peace"),
        pytest.param([("=", 0.0), ("=", 0.4), ("=", 0.8)], [P, U, U], id="pressed fast"),
        pytest.param([("=", 0.0), ("=", 0.5), ("=", 0.53), ("=", 0.56)], [P, U, H, H], id="held down"),
        pytest.param([("=", 0.0), ("=", 0.03), ("=", 0.06)], [P, H, H], id="held down, no delay seen"),
        pytest.param([("=", 0.0), ("-", 0.05), ("=", 0.1)], [P, P, P], id="three keys"),
        pytest.param([("=", 0.0), ("=", 0.05), ("=", 1.5)], [P, H, P], id="held, then pressed"),
    ],
)
def test_a_key_is_judged_by_when_it_came_before(
    typed: list[tuple[str, float]], verdicts: list[Verdict]
) -> None:
    keys = HeldKeys()
    assert [keys.judge(key, 100 + time) for key, time in typed] == verdicts
