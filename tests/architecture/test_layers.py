"""Imports run strictly downward, without circles, and the domain knows only the standard library."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import Any

import pytest
from source_tree import ROOT, imported, modules, room_of, settings

CONTRACTS: list[dict[str, Any]] = settings()["tool"]["importlinter"]["contracts"]
LAYERS: list[set[str]] = [
    set(layer.split(" | ")) for layer in next(c["layers"] for c in CONTRACTS if c["type"] == "layers")
]
DEPTH = {room: depth for depth, layer in enumerate(LAYERS) for room in layer}
OURS = "send_actions"


def own(module: str) -> set[str]:
    return {name for name in imported(module) if name.split(".")[0] == OURS}


def test_every_module_has_its_room_and_every_room_is_there() -> None:
    assert {room_of(module) for module in modules()} - {""} == set(DEPTH)


def test_imports_run_strictly_downward() -> None:
    upward = [
        f"{module} imports {name}"
        for module in modules()
        for name in own(module) - {OURS}
        if room_of(name) != room_of(module)
        and DEPTH[room_of(name)] <= DEPTH.get(room_of(module), len(LAYERS))
    ]

    assert upward == []


def test_the_domain_knows_only_the_standard_library_and_does_nothing_outside() -> None:
    known = {n.split(".")[0] for m in modules() if room_of(m) in {"domain", "errors"} for n in imported(m)}
    outside = {"os", "io", "pathlib", "sqlite3", "subprocess", "shutil", "tempfile", "random", "time"}

    assert known - {OURS} <= sys.stdlib_module_names
    assert known & outside == set()


def test_no_imports_go_in_a_circle() -> None:
    left = {module: own(module) - {module, OURS} for module in modules()}
    while free := {module for module, needs in left.items() if not needs & left.keys()}:
        left = {module: needs for module, needs in left.items() if module not in free}

    assert not left, f"these import each other: {sorted(left)}"


def test_nothing_speaks_to_a_network_or_starts_a_server() -> None:
    speaking = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
    for module in modules():
        assert not {name.split(".")[0] for name in imported(module)} & speaking, module


@pytest.mark.skipif(importlib.util.find_spec("importlinter") is None, reason="import-linter is a dev tool")
def test_the_contracts_of_import_linter_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    monkeypatch.chdir(ROOT)
    assert (
        lint_imports(config_filename=os.fspath(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
    )
