"""Help, made from the table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from send_actions.tui import keys
from send_actions.tui.text_layout import Line, columns, fit, wrap


def help_lines(screen: str, width: int) -> list[Line]:
    """What the keys do on a screen, by section, in one column or two."""
    rows = [(key.section, key.shown, key.sentence) for key in keys.keys_on(screen)]
    place = next(at for at, row in enumerate(rows) if row[1] == "g") + 1
    views = [(keys.GOING, f"g {view.letter}", view.sentence) for view in keys.VIEWS]
    rows[place:place] = views
    blocks = [[row for row in rows if row[0] == section] for section in keys.SECTIONS]
    blocks = [block for block in blocks if block]
    if width < 110:  # noqa: PLR2004  two columns want fifty-five each
        return [line for block in blocks for line in _block(block, width)]
    half = width // 2
    left, right = _halves([_block(block, half - 2) for block in blocks])
    return [
        [*_padded(left[at] if at < len(left) else [], half), *(right[at] if at < len(right) else [])]
        for at in range(max(len(left), len(right)))
    ]


def _block(rows: Sequence[tuple[str, str, str]], width: int) -> list[Line]:
    name = max(columns(shown) for _, shown, _ in rows) + 2
    lines: list[Line] = [[(f" {rows[0][0]}", "bold")]]
    for _, shown, sentence in rows:
        parts = wrap(sentence, max(10, width - name - 3))
        lines.append([("  ", ""), (fit(shown, name), "key"), (parts[0], "")])
        lines += [[(" " * (name + 2), ""), (part, "")] for part in parts[1:]]
    return [*lines, []]


def _halves(blocks: list[list[Line]]) -> tuple[list[Line], list[Line]]:
    best = min(
        range(1, len(blocks)),
        key=lambda at: abs(sum(map(len, blocks[:at])) - sum(map(len, blocks[at:]))),
    )
    return [line for b in blocks[:best] for line in b], [line for b in blocks[best:] for line in b]


def _padded(line: Line, width: int) -> Line:
    taken = sum(columns(text) for text, _ in line)
    return [*line, (" " * (width - taken), "")]
