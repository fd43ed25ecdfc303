"""The examples of README.md, copied as they stand, are data without errors or warnings."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from generator.build import check_plans

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^`(plans/nongdee/[^`]+\.yml)`[^\n]*\n\n```yaml\n(.*?)```", re.MULTILINE | re.DOTALL)


def test_examples_pass(tmp_path: Path) -> None:
    """A clerk who follows the README begins with data that can be published."""
    examples = dict(EXAMPLE.findall(README))
    for name, text in examples.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    files = tmp_path / "plans" / "nongdee" / "files"
    files.mkdir()
    for name in ("adopt-2565.pdf", "plan-2561-2564.pdf"):
        (files / name).write_bytes(b"%PDF-1.4\n")
    Image.new("RGB", (2, 2)).save(files / "procurement.jpg")

    checked = check_plans(tmp_path / "plans")

    assert len(examples) == 9
    assert (checked.problems, len(checked.dossiers)) == ((), 1)
