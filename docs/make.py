"""Make sample.db, the README's pictures of it and its table of keys: `python docs/make.py`."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from send_actions.templates.begin import Template, begin_from_template  # noqa: E402
from send_actions.tui.app import SendActionsApp  # noqa: E402  the checkout stands first
from send_actions.tui.commands.catalogue import key_table  # noqa: E402
from send_actions.tui.plan_reader import PlanReader  # noqa: E402
from send_actions.tui.themes import DARK  # noqa: E402

PICTURES: Final[dict[str, tuple[tuple[int, int], tuple[str, ...]]]] = {
    "home": ((120, 36), ("9", "full_stop", "2", "enter")),
    "home-80": ((80, 24), ("9", "full_stop", "2", "enter")),
    "status": ((120, 36), ("9", "full_stop", "3", "enter", "s", "r", *"Provider withdrew")),
    "looking-back": ((120, 36), ("9", "full_stop", "2", "enter", "[", "[")),
    "attention": ((120, 36), ("g", "a")),
    "round": ((120, 36), ("g", "r")),
    "journey": ((120, 36), ("9", "full_stop", "2", "enter", "g", "j", "[")),
}
"""For each picture its columns and rows, and the keys pressed before it is drawn."""


async def draw(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """Open the sample, press the keys and keep the screen as an SVG without outside fonts."""
    with tempfile.TemporaryDirectory() as folder:
        place = shutil.copy(HERE.parent / "sample.db", folder)
        reader = PlanReader(place, date.today)
        app = SendActionsApp(reader, actor="improvement lead", theme=DARK)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press("space" if key == " " else key)
            await pilot.pause()
            drawn = app.export_screenshot(title="send-actions")
        app.session.writer.close()
        reader.close()
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"terminal-\d+", f"terminal-{name}", drawn)
    (HERE / "pictures" / f"{name}.svg").write_text(drawn, encoding="utf-8")


def make_sample() -> None:
    """Build sample.db from the files of the template."""
    place = HERE.parent / "sample.db"
    place.unlink(missing_ok=True)
    begin_from_template(place, Template.SAMPLE, actor="", at=datetime.now(UTC), day=date.today())
    place.chmod(0o644)


def write_keys() -> None:
    """Put the table of keys between its marks in the README."""
    readme = HERE.parent / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition("<!-- keys -->\n")
    _, _, after = rest.partition("<!-- end of keys -->")
    text = f"{before}<!-- keys -->\n{key_table()}<!-- end of keys -->{after}"
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    make_sample()
    write_keys()
    for picture, (screen, typed) in PICTURES.items():
        asyncio.run(draw(picture, screen, typed))
