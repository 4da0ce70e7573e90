"""What a disk can hold when the power is cut: rebuilt from the calls a program made of the system.

What was synced is there. What was written since is there wholly, in part or not at all, in any order; a
sector is there or not. A name that was made or taken away is so on the disk once its folder was synced, or
sooner.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SECTORS = (512, 4096)

_CALLS = (
    "openat,pwrite64,write,fsync,fdatasync,unlink,unlinkat,ftruncate,rename,renameat,renameat2,link,linkat"
)
_LINE = re.compile(r"^\d+ +(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENED = re.compile(r"<((?:\\x[0-9a-f]{2})*)>")


class Call(NamedTuple):
    """One call that altered a file or said something: its name, the files it named, bytes and a number."""

    name: str
    paths: tuple[str, ...]
    data: bytes = b""
    at: int = 0


class Cut(NamedTuple):
    """What the disk holds after a cut, by the files' names, and all that was said before it."""

    files: dict[str, bytes]
    said: str


def can_trace() -> bool:
    """Whether strace is there and may follow a program."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode
        == 0
    )


def trace(command: Sequence[str], into: Path, **settings: object) -> list[Call]:
    """Run a program to its end and return its calls in order."""
    asked = ["-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-o", str(into)]
    subprocess.run(["strace", *asked, *command], check=True, capture_output=True, **settings)  # type: ignore[call-overload]
    return [call for line in into.read_text("ascii").splitlines() if (call := _call(line))]


def _call(line: str) -> Call | None:
    found = _LINE.match(line)
    if found is None or int(found["result"]) < 0:
        return None
    name, arguments = found["name"], found["arguments"]
    texts = [_bytes(text) for text in _TEXT.findall(arguments)]
    data = texts[0] if texts else b""
    opened = tuple(_bytes(text).decode(errors="replace") for text in _OPENED.findall(arguments))
    if name in ("pwrite64", "ftruncate"):
        return Call(name, opened, data, int(arguments.rpartition(", ")[2]))
    if name in ("fsync", "fdatasync"):
        return Call("sync", opened)
    if name == "write":
        return Call("said", (), data) if arguments.startswith("2<") else None
    if name == "openat" and "O_CREAT" not in arguments:
        return None
    return Call(name.removesuffix("2").removesuffix("at"), tuple(text.decode() for text in texts))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


class Write(NamedTuple):
    """Bytes at a place of a file; None for a new length."""

    at: int
    data: bytes | None

    def onto(self, content: bytearray, sectors: slice = slice(None), size: int = SECTORS[0]) -> None:
        """Do it, or only those of its sectors."""
        if self.data is None:
            content[self.at :] = bytes(max(0, self.at - len(content)))
            return
        edges = [0, *range(size - self.at % size, len(self.data), size), len(self.data)]
        pieces = list(pairwise(edges))
        for begin, end in pieces[sectors]:
            content.extend(bytes(max(0, self.at + end - len(content))))
            content[self.at + begin : self.at + end] = self.data[begin:end]


@dataclass(eq=False)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        for write in self.pending:
            write.onto(self.synced)
        self.pending.clear()


Names = dict[str, _File]


class Disk:
    """One folder of a disk, and what of it has reached the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: Names = {}
        self._on_disk: list[Names] = [{}]
        """The names as they are on the disk, then as they became with each call since."""

    def do(self, call: Call) -> bool:
        """Do what a call did; says whether it touched the folder."""
        if call.paths == (self._folder,) and call.name == "sync":
            self._on_disk = self._on_disk[-1:]
            return True
        if not call.paths or str(Path(call.paths[0]).parent) != self._folder:
            return False
        path = call.paths[0]
        match call.name:
            case "open":
                self._name({**self._names, path: self._names.get(path) or _File()})
            case "unlink":
                self._name({name: file for name, file in self._names.items() if name != path})
            case "link":
                self._name({**self._names, call.paths[1]: self._names[path]})
            case "rename":
                kept = {name: file for name, file in self._names.items() if name != path}
                self._name({**kept, call.paths[1]: self._names[path]})
            case "sync":
                self._names[path].sync()
            case "pwrite64":
                self._names[path].pending.append(Write(call.at, call.data))
            case "ftruncate":
                self._names[path].pending.append(Write(call.at, None))
        return True

    def _name(self, names: Names) -> None:
        if names != self._names:
            self._names = names
            self._on_disk.append(names)

    def holdings(self, *, in_part: bool) -> Iterator[dict[str, bytes]]:
        """What the disk can hold now: all that was written, or also none of it and the most telling parts."""
        for names in self._on_disk:
            files = list(dict.fromkeys(names.values()))
            pending = [(file, write) for file in files for write in file.pending]
            for chosen in _choices(len(pending)) if in_part else ([_WHOLE] * len(pending),):
                content = {file: bytearray(file.synced) for file in files}
                for (file, write), (sectors, size) in zip(pending, chosen, strict=True):
                    write.onto(content[file], sectors, size)
                yield {Path(name).name: bytes(content[file]) for name, file in names.items()}


_Part = tuple[slice, int]
_WHOLE: _Part = (slice(None), SECTORS[0])
_NONE: _Part = (slice(0), SECTORS[0])


def _choices(count: int) -> Iterator[list[_Part]]:
    """What may be there of so many writes: none, all, all but one, one alone, one torn, every other."""
    yield [_NONE] * count
    if not count:
        return
    yield [_WHOLE] * count
    yield [_WHOLE if index % 2 else _NONE for index in range(count)]
    yield [_NONE if index % 2 else _WHOLE for index in range(count)]
    for index in {count // 2, count - 1}:
        rest = count - index - 1
        yield [*[_WHOLE] * index, _NONE, *[_WHOLE] * rest]
        yield [*[_NONE] * index, _WHOLE, *[_NONE] * rest]
        for size in SECTORS:
            yield [*[_WHOLE] * index, (slice(1), size), *[_WHOLE] * rest]
            yield [*[_WHOLE] * index, (slice(1, None), size), *[_NONE] * rest]


def cuts(calls: Iterable[Call], place: Path) -> Iterator[Cut]:
    """The states of a file's folder that a cut at any moment can leave, each once; without the file, one.

    Parts of what was written are taken where they are most: before anything else than a write.
    """
    disk, said = Disk(place.parent), ""
    seen: set[tuple[int, int]] = set()
    for call, after in pairwise([*calls, Call("end", ())]):
        if call.name == "said":
            said += call.data.decode()
        elif not disk.do(call):
            continue
        for files in disk.holdings(in_part=after.name != "pwrite64"):
            key = (hash(said), hash(frozenset(files.items())) if place.name in files else 0)
            if key not in seen:
                seen.add(key)
                yield Cut(files, said)
