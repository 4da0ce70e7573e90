"""Writing papers and lists from the app: one after another, in a thread with a reader of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.tui.internals import now
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from send_actions.domain.plan import Action, Plan
    from send_actions.papers.request import PaperRequest
    from send_actions.tui.plan_reader import Snapshot

IN_THE_APP: Final = (
    "say the role there before the paper goes out (edit the wording; take a note back on its row of history "
    "and say it anew)."
)
"""What to do about a name that is left in a paper, for whoever makes it in the app."""


@dataclass(frozen=True)
class Written:
    """What was made: its bytes, what to warn of, and what is noted of it when it is issued.

    A list is no paper: it shows no `request`.
    """

    content: bytes
    as_at: date
    record: int
    request: PaperRequest | None = None
    warnings: tuple[str, ...] = ()

    @property
    def is_for_a_meeting(self) -> bool:
        """Whether it may be issued: it is a paper, and not for those inside alone."""
        return self.request is not None and self.request.audience.value != "internal"


Made = TypeVar("Made")

Make = Callable[[str], Written]
"""Makes what is to be written in the format of a file's ending; it runs in the thread."""


@dataclass(frozen=True)
class Order:
    """What is to be written: its name in words and in a file, the endings it may have, and what makes it."""

    words: str
    name: str
    endings: tuple[str, ...]
    make: Make


LIST_ENDING: Final = ".csv"


def order_of_paper(words: str, request: PaperRequest, plan: Plan, place: str, name: str) -> Order:
    """A paper of the plan as it is shown: its date and its record."""
    from send_actions.papers.kinds import is_written_as
    from send_actions.reports.output import FORMATS

    as_at, record = plan.as_at, plan.record

    def make(ending: str) -> Written:
        from send_actions.papers.kinds import make_paper
        from send_actions.papers.names_left import names_left
        from send_actions.reports.output import encode
        from send_actions.store.reader import open_reader, read_plan

        reader = open_reader(place)
        try:
            known = read_plan(reader, as_at, record)
            paper = make_paper(reader, known, request)
            names = names_left(reader, known, paper, request.audience, IN_THE_APP)
        finally:
            reader.close()
        return Written(encode(paper, ending), paper.as_at or as_at, record, request, tuple(names))

    endings = tuple(own for form, (own, *_) in FORMATS.items() if is_written_as(request.kind, form))
    return Order(words, f"{name}-{as_at.isoformat()}", endings, make)


def order_of_list(words: str, actions: tuple[Action, ...], snapshot: Snapshot) -> Order:
    """The actions that are listed, as `list --csv` writes them."""
    plan = snapshot.plan

    def make(_ending: str) -> Written:
        from send_actions.domain.plain_data import UTF8_MARK, csv_text
        from send_actions.reports.listed_actions import action_rows

        content = (UTF8_MARK + csv_text(action_rows(actions, snapshot))).encode("utf-8")
        return Written(content, plan.as_at, plan.record)

    return Order(words, f"actions-{plan.as_at.isoformat()}", (LIST_ENDING,), make)


def write_chase_lists(place: str, plan: Plan, leads: Sequence[str], folder: Path) -> int:
    """Write what each of some leads is asked into a new folder, whole or not at all; return how many are."""
    from send_actions.papers.chase_folder import make_chase_folder
    from send_actions.reports.folder import write_folder
    from send_actions.store.reader import open_reader, read_plan

    reader = open_reader(place)
    try:
        made = make_chase_folder(reader, read_plan(reader, plan.as_at, plan.record), leads)
    finally:
        reader.close()
    write_folder(made.files, folder)
    return len(made.files) - 1


class PaperMaker:
    """Writes what is ordered; whoever leaves waits for it."""

    def __init__(self, place: str, folder: Path | None, broke: Callable[[BaseException], None]) -> None:
        self.place = place
        self._folder = folder
        self._broke = broke
        self.last: Written | None = None
        """The paper that was written last in this sitting."""

        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")
        self._writing: set[asyncio.Task[None]] = set()
        self._offered: tuple[Line, Callable[[], None], float] = ([], _nothing, 0.0)

    @property
    def folder(self) -> Path:
        """Where papers go when nobody says: beside the plan, unless a folder was given."""
        beside = tidy(self._folder or Path(self.place).absolute().parent)
        return beside if beside.is_dir() else Path.cwd()

    @property
    def is_writing(self) -> bool:
        """Whether something is on its way to its file."""
        return bool(self._writing)

    async def written(self) -> None:
        """Wait until all that was ordered is written or refused."""
        while self._writing:
            await asyncio.wait(self._writing)

    def write(
        self,
        order: Order,
        file: Path,
        *,
        over: bool,
        done: Callable[[Written], None],
        refused: Callable[[SendActionsError], None],
    ) -> None:
        """Write what is ordered to a file after what was ordered before, whole or not at all.

        `over` is whether a file that is there was agreed to be replaced.
        """

        def kept(written: Written) -> None:
            self.last = written if written.is_for_a_meeting else self.last
            done(written)

        self.do(partial(_write_file, order, file, over), done=kept, refused=refused)

    def do(
        self,
        work: Callable[[], Made],
        *,
        done: Callable[[Made], None],
        refused: Callable[[SendActionsError], None],
    ) -> None:
        """Do what takes long, such as writing papers or reading a file, after what was ordered before."""
        writing = asyncio.create_task(self._do(work, done, refused))
        self._writing.add(writing)
        writing.add_done_callback(self._written)

    async def _do(
        self,
        work: Callable[[], Made],
        done: Callable[[Made], None],
        refused: Callable[[SendActionsError], None],
    ) -> None:
        try:
            made = await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except SendActionsError as refusal:
            refused(refusal)
        else:
            done(made)

    def _written(self, writing: asyncio.Task[None]) -> None:
        self._writing.discard(writing)
        if not writing.cancelled() and (fault := writing.exception()):
            self._broke(fault)

    def offer(self, line: Line, take: Callable[[], None]) -> None:
        """Let Enter do something while one line stands at the foot, which is until the next key."""
        self._offered = line, take, now()

    def takes_offer(self, key: str, at: float, message: Line) -> bool:
        """Do what is offered if a key takes it up; one that was typed before it stood there does not."""
        line, take, since = self._offered
        if line is not message or key != "enter" or at < since:
            return False
        self._offered = [], _nothing, 0.0
        take()
        return True

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown(wait=True)


def tidy(folder: Path) -> Path:
    """Return a folder without ways there and back; one that has none is left as people call it."""
    return folder.resolve() if ".." in folder.parts else folder


def _nothing() -> None:
    """Do nothing: nothing is offered."""


def _write_file(order: Order, file: Path, over: bool) -> Written:
    from send_actions.reports.output import put

    written = order.make(file.suffix.lower())
    name = printable(str(file))
    if file.exists() and not over:
        raise SendActionsError(f"{name} has come to be there meanwhile: nothing was written.")
    try:
        put(written.content, Path(os.path.realpath(file)))
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise SendActionsError(
            f"{name} could not be written ({why}): write it again, with another name."
        ) from fault
    return written
