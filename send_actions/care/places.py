"""What is to know of a place: whether a program copies it by itself, and whether it is on another machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable

_SYNCHRONISED: Final = (
    (r"onedrive\b.*|.*\bsharepoint\b.*", "OneDrive"),
    (r"dropbox\b.*", "Dropbox"),
    (r"google drive|my drive|googledrive\b.*", "Google Drive"),
    (r"icloud ?drive\b.*|mobile documents|com~apple~clouddocs", "iCloud"),
    (r"nextcloud\b.*|owncloud\b.*", "Nextcloud"),
    (r"box|box sync", "Box"),
    (r"syncthing\b.*", "Syncthing"),
)
"""How the folders of programs that synchronise are called, and the program."""

_ONEDRIVE: Final = ("OneDriveCommercial", "OneDrive", "OneDriveConsumer")
"""The variables by which Windows says where OneDrive keeps its folders."""

_ON_NETWORK: Final = re.compile(
    r"nfs\d?|cifs|smb\w*|fuse\.(?:sshfs|smb\w*|gvfsd-fuse|rclone)|afs|ncpfs|davfs2?"
)
_REMOTE_DRIVE: Final = 4
"""What Windows calls a drive that is a share."""


def shown_place(path: str | Path) -> str:
    """Return a path as it is shown: from the home folder on as ~."""
    try:
        return printable(str(Path("~") / Path(path).absolute().relative_to(Path.home())))
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home
        return printable(str(path))


def synchronised_by(path: Path, surroundings: Mapping[str, str]) -> str:
    """Return the program that copies a folder to other machines by itself; nothing where none is known to."""
    whole = path.expanduser().absolute()
    for variable in _ONEDRIVE:
        if (root := surroundings.get(variable)) and whole.is_relative_to(root):
            return "OneDrive"
    parts = [part.lower() for part in whole.parts[:-1]] + [whole.name.lower()] * (not whole.suffix)
    return next(
        (program for part in parts for name, program in _SYNCHRONISED if re.fullmatch(name, part)), ""
    )


def is_on_network(path: Path) -> bool:
    """Say whether a path is on a share of another machine, as far as this one tells."""
    whole = path.expanduser().absolute()
    if sys.platform == "win32":
        import ctypes

        drive = whole.drive
        is_share = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
        return drive.startswith("\\\\") or is_share
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return is_share_of(whole, mounts)


def is_share_of(path: Path, mounts: list[str]) -> bool:
    """Say whether the mount that a path lies in, by the system's list of them, is a share."""
    found = [fields for fields in map(str.split, mounts) if len(fields) > 2]  # noqa: PLR2004  device, place, kind
    within = [
        (_unescaped(place), kind) for _, place, kind, *_ in found if path.is_relative_to(_unescaped(place))
    ]
    kind = max(within, key=lambda one: len(one[0]), default=("", ""))[1]
    return _ON_NETWORK.fullmatch(kind) is not None


def about_plan_place(path: Path) -> str:
    """Return what to ask of a place for a plan; nothing where it is sound."""
    if program := synchronised_by(path, os.environ):
        return (
            f"{program} copies this folder by itself, and makes two files of a plan that two people change: "
            "a folder of this machine alone is safer, and the dated copies may go there."
        )
    if is_on_network(path):
        return (
            "This is a share of another machine: one person at a time may change a plan there, and it is "
            "only as safe as the line to it."
        )
    return ""


def about_copies_place(folder: Path) -> str:
    """Return what to know of a folder for dated copies: whether they leave this machine."""
    if program := synchronised_by(folder, os.environ):
        return f"{program} takes the copies off this machine."
    if is_on_network(folder):
        return "The copies leave this machine."
    if _is_same_disk(folder, Path.home()):
        return "On this machine's own disk: a share or another drive is safer."
    return ""


def usual_copies_folder(plan: Path, surroundings: Mapping[str, str]) -> Path:
    """Return where dated copies go when nobody says: an office's OneDrive, else beside the plan."""
    office = surroundings.get(_ONEDRIVE[0])
    above = Path(office) if office and Path(office).is_dir() else plan.parent
    return above / f"{plan.stem} copies"


def _is_same_disk(folder: Path, plan: Path) -> bool:
    try:
        return _existing(folder).stat().st_dev == _existing(plan).stat().st_dev
    except OSError:
        return False


def _existing(path: Path) -> Path:
    """Return a path, or the nearest folder above it that is there."""
    whole = path.expanduser().absolute()
    return next((one for one in (whole, *whole.parents) if one.exists()), whole)


def _unescaped(place: str) -> str:
    """Return a place as the list of mounts means it: spaces stand there as numbers."""
    return re.sub(r"\\(\d{3})", lambda number: chr(int(number[1], 8)), place)
