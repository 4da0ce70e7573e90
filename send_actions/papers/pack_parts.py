"""What stands in the folder of a meeting's papers: which kinds in which formats, in which folder, and why."""

from __future__ import annotations

from typing import Final, NamedTuple

BOARD_FOLDER: Final = "1-for-the-board"
MEETING_FOLDER: Final = "1-for-the-meeting"
PUBLIC_FOLDER: Final = "2-to-publish"
OWN_FOLDER: Final = "3-internal"
MEETING_OWN_FOLDER: Final = "2-internal"
CHASE_FOLDER: Final = "4-to-chase"
_FOR_OURSELVES: Final = "For whoever runs the plan alone: do not send it round as it is."
FOLDERS: Final = {
    BOARD_FOLDER: "For the board's members: roles stand for names.",
    MEETING_FOLDER: "For the meeting's members: roles stand for names.",
    PUBLIC_FOLDER: "To be published, once it is read: nothing in it is exempt, and no small number is given.",
    OWN_FOLDER: _FOR_OURSELVES,
    MEETING_OWN_FOLDER: _FOR_OURSELVES,
    CHASE_FOLDER: "Drafts of e-mails, each to one lead alone, by name where `owner edit --name` gave it.",
}
"""The folders of a pack, and for whom each is."""


class Part(NamedTuple):
    """A paper of the pack: its folder, its name there, its kind, its formats, and what it is, for whom."""

    folder: str
    name: str
    kind: str
    formats: tuple[str, ...]
    about: str


PARTS: Final = (
    Part(
        BOARD_FOLDER,
        "board-paper",
        "board",
        ("word", "pdf", "html", "excel", "opendocument"),
        "The board paper: what to decide, what moved, and why. For every member of the board.",
    ),
    Part(
        BOARD_FOLDER,
        "agenda",
        "meeting",
        ("word", "pdf"),
        "The agenda, with what was asked last time. For the chair and the clerk.",
    ),
    Part(
        BOARD_FOLDER,
        "since-last-time",
        "since",
        ("word", "pdf"),
        "What moved since the last board, on a page. For who has two minutes.",
    ),
    Part(
        BOARD_FOLDER,
        "evidence",
        "evidence",
        ("word",),
        "What shows that actions were done or made a difference. For advisers and inspectors.",
    ),
    Part(
        BOARD_FOLDER,
        "coverage",
        "coverage",
        ("word",),
        "Which actions answer each finding, and the gaps. For advisers and inspectors.",
    ),
    Part(
        BOARD_FOLDER,
        "dates",
        "board",
        ("icalendar",),
        "What is due, and the meetings. For the calendars of members and action leads.",
    ),
    Part(
        PUBLIC_FOLDER,
        "families",
        "families",
        ("html", "pdf", "word"),
        "One plain page for families and young people.",
    ),
    Part(
        PUBLIC_FOLDER,
        "progress",
        "public",
        ("html", "pdf", "word"),
        "How the plan goes, for the council's web site.",
    ),
    Part(OWN_FOLDER, "whole-plan", "full", ("excel",), "Every action with its history. To work from."),
    Part(
        CHASE_FOLDER,
        "to",
        "owner",
        ("email",),
        "What each lead who is asked anything is asked before the board.",
    ),
)
"""What the pack of a board has, in reading order; what this version does not make is left out."""

PARTS_OF_OTHERS: Final = (
    Part(
        MEETING_FOLDER,
        "agenda",
        "meeting",
        ("word", "pdf"),
        "The agenda, with what was asked last time. For the chair and the clerk.",
    ),
    Part(
        MEETING_FOLDER,
        "stocktake",
        "stocktake",
        ("word", "pdf", "html", "excel", "opendocument"),
        "How the plan went since they met last. For every member.",
    ),
    Part(
        MEETING_FOLDER,
        "since-last-time",
        "since",
        ("word", "pdf"),
        "What moved since they met last, on a page. For who has two minutes.",
    ),
    *(part._replace(folder=MEETING_FOLDER) for part in PARTS if part.kind in ("evidence", "coverage")),
    Part(
        MEETING_FOLDER,
        "dates",
        "meeting",
        ("icalendar",),
        "What is due, and the meetings. For the calendars of members and action leads.",
    ),
    *(part._replace(folder=MEETING_OWN_FOLDER) for part in PARTS if part.folder == OWN_FOLDER),
)
"""What the pack of a meeting of another series has: nothing that asks a board to decide."""

ABOUT_LOG: Final = "The action log: what was asked, decided and agreed there. For the chair and the clerk."
"""What the paper of a meeting is once something is written down of it."""
ABOUT_FIRST_STOCKTAKE: Final = "How the plan went, as they have not met before. For every member."
"""What the stocktake is for a series that never met."""
