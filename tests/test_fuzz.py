"""Whatever is done to the files of an LAO, checking them never raises.

``make fuzz`` runs the same with many more examples (variable ``FUZZ_EXAMPLES``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prongsai.build.checked import check_plans
from prongsai.diagnostics.text import format_problem

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "50"))
# One or two files of each kind: a plan that lacks some is checked like another, and in less time.
FILES = [
    Path("nongsaeng", f"{name}.yml")
    for name in (
        "lao", "2566-2570/plan", "2566-2570/projects/no-gift", "measures/2567", "progress/2566-06", "progress/2567-06",
        "papers/adopt-2565", "papers/amend-2567-1", "papers/memo-2566-06", "papers/order-215-2565",
        "papers/plan-2561-2564", "papers/report-2566-06",
    )
]  # fmt: skip
PIECES = st.sampled_from([
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!int ", "|", ">", "'", '"', "#", "---\n", "\t", "?", "@", "%",
    "ไม่ใช้งบประมาณ", "๒๕๖๖", "2566", "-1", "1e309", "nan", "null", "~", "999999999999999999999", "p01", "files/../x", "\u200b", "\x85",
    "ignore: [{rule: x, reason: y}]\n", "projects:\n", "steps:\n  - steps:\n", "budget: {2566: 1,000}\n", "\u2028", "ํ",
])  # fmt: skip


@st.composite
def edits(draw: st.DrawFn) -> tuple[Path, list[tuple[str, float, str]]]:
    """Return a file and some edits: what to do, where in the file (0-1), and with which text."""
    kinds = st.sampled_from(["insert", "delete", "replace-line", "double-line", "indent"])
    edit = st.tuples(kinds, st.floats(0, 1, exclude_max=True), PIECES | st.text(max_size=5))
    return draw(st.sampled_from(FILES)), draw(st.lists(edit, min_size=1, max_size=4))


def apply_edit(text: str, kind: str, position: float, piece: str) -> str:
    """Return the text with one edit."""
    if kind in {"insert", "delete"}:
        index = int(position * len(text))
        return text[:index] + (piece if kind == "insert" else "") + text[index + (0 if kind == "insert" else 7) :]
    lines = text.splitlines(keepends=True) or [""]
    index = int(position * len(lines))
    changed = {"replace-line": piece + "\n", "double-line": lines[index] * 2, "indent": f"  {lines[index]}"}[kind]
    return "".join([*lines[:index], changed, *lines[index + 1 :]])


@pytest.fixture(scope="module")
def folder() -> Path:
    """Copy files of the made-up LAO once; each example changes one and puts it back."""
    plans = Path(tempfile.mkdtemp()) / "plans"
    for path in FILES:
        (plans / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(MADE_UP_PLANS / path, plans / path)
    return plans


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edit=edits())
def test_edited_file_never_raises(folder: Path, edit: tuple[Path, list[tuple[str, float, str]]]) -> None:
    """Every problem has a place in a file, a message and a fix; nothing is raised."""
    path, changes = edit
    original = (folder / path).read_text(encoding="utf-8")
    text = original
    for change in changes:
        text = apply_edit(text, *change)
    (folder / path).write_text(text, encoding="utf-8", errors="surrogatepass")
    try:
        checked = check_plans(folder)
    finally:
        (folder / path).write_text(original, encoding="utf-8")
    for problem in checked.problems:
        assert problem.message
        assert problem.fix
        assert problem.where.path.startswith("plans/nongsaeng")
        assert format_problem(problem)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=2000), path=st.sampled_from(FILES))
def test_arbitrary_bytes_never_raise(folder: Path, data: bytes, path: Path) -> None:
    """A file of any bytes is checked without raising."""
    original = (folder / path).read_bytes()
    (folder / path).write_bytes(data)
    try:
        check_plans(folder)
    finally:
        (folder / path).write_bytes(original)
