"""CONTRIBUTING.md: short enough to be read, and a picture of the code as it is."""

from __future__ import annotations

import re
import tomllib

from conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PLACES = (
    ROOT,
    ROOT / "generator" / "prongsai",
    ROOT / "generator" / "prongsai" / "checks",
    ROOT / "tests",
    ROOT / "theme" / "assets" / "stylesheets",
)
# What a recipe or a set-up makes, what lies in an LAO's folder, and files named after their folder.
MADE_UP = (
    ".venv/",
    "lao.yml",
    "over_budget",
    "progress/",
    "measures/",
    "papers/",
    "files/",
    "2566-2570/",
    "templates/",
    "site.txt",
    "publish.yml",
)
CODE = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))
PATHS = sorted({code for code in CODE if re.fullmatch(r"[\w./-]+(?:/|\.(?:py|md|toml|yml|txt|json|css))", code)})


def test_it_is_short() -> None:
    """A newcomer reads it in one sitting."""
    assert len(TEXT.encode()) <= 20_480


def test_named_files_exist() -> None:
    """Each file and folder that it names is there."""
    real = [path for path in PATHS if not any(name in path for name in MADE_UP)]

    assert [path for path in real if not any((place / path).exists() for place in PLACES)] == []


def test_layers_are_those_of_the_linter() -> None:
    """The picture of the layers is the contract that is enforced."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    (picture,) = (block for block in re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL) if "cli | plugin" in block)

    drawn = [re.split(r"\s{2,}", line)[0] for line in picture.strip().splitlines()]

    assert drawn == [layer.replace("prongsai.", "") for layer in contract["layers"]]


def test_dependencies_have_their_line() -> None:
    """No dependency is left without a reason."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[<>=\[; ]", requirement)[0] for group in groups for requirement in group}
    table = TEXT.partition("## Dependencies")[2].lower()

    assert sorted(name for name in names if name.lower() not in table and not name.startswith("types-")) == []
