"""``prongsai doctor``: what is missing on a machine, in Thai, with what to do."""

from __future__ import annotations

import importlib
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from prongsai.cli.main import cli
from prongsai.diagnostics import machine


def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Give the command in a folder."""
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(cli, ["doctor"], catch_exceptions=False)
    return result.exit_code, result.output


def test_this_machine_is_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the tests run nothing is missing; an empty folder is told how to become a site, and left empty."""
    code, output = run(tmp_path, monkeypatch)

    assert code == 0
    assert "เครื่องนี้พร้อมใช้งาน" in output
    assert "prongsai new site" in output
    assert list(tmp_path.iterdir()) == []


def test_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that does not load, as on Windows without its runtime."""
    load = importlib.import_module

    def refuse(name: str, *more: Any) -> Any:
        if name == "pikepdf":
            raise ImportError("DLL load failed")
        return load(name, *more)

    monkeypatch.setattr(importlib, "import_module", refuse)
    findings = [finding for finding in machine.examine(tmp_path) if finding.is_missing]

    assert [finding.text for finding in findings] == ["ไลบรารีขาดหรือเปิดไม่ได้: pikepdf (DLL load failed)"]
    assert "Visual C++" in findings[0].fix


def test_folder_without_rights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing works where nothing can be written."""

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    code, output = run(tmp_path, monkeypatch)

    assert code == 1
    assert "ไม่มีสิทธิ์" in output
    assert "ขาด 1 อย่าง" in output


def test_old_python_full_disk_and_missing_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Python and a full disk must be mended; git is a matter of taste."""
    monkeypatch.setattr(machine.sys, "version_info", (3, 10, 2))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))  # type: ignore[attr-defined] # noqa: SLF001 - its type has no public name
    monkeypatch.setattr(shutil, "which", lambda _: None)
    findings = list(machine.examine(tmp_path))

    assert [finding.text.split()[0] for finding in findings if finding.is_missing] == ["Python", "ดิสก์ว่าง"]
    assert {"ไม่พบ git", "ไม่พบคำสั่ง mkdocs"} <= {finding.text for finding in findings if finding.fix}


@pytest.mark.parametrize(("encoding", "is_told"), [("cp1252", True), ("cp874", False), ("utf-8", False)])
def test_code_page_of_windows(encoding: str, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a case
    """A code page without Thai letters is told, and keeps nobody from working."""
    monkeypatch.setattr(machine, "sys", SimpleNamespace(**vars(sys) | {"platform": "win32"}))  # the others' stays
    monkeypatch.setattr(machine.locale, "getencoding", lambda: encoding)
    findings = list(machine.examine(tmp_path))

    assert [finding for finding in findings if finding.is_missing] == []
    assert any("chcp 65001" in finding.fix for finding in findings) is is_told
