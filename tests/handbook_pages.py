"""The pages of the handbook and README.md as the tests read them: examples, commands, links, words that are typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

import yaml
from conftest import ROOT
from PIL import Image
from prongsai.handbook.forms import find_record
from prongsai.handbook.keys import FILES, list_keys
from prongsai.handbook.pages import FOLDER, PART, list_pages
from prongsai.records.base import Ignore
from pydantic import BaseModel

README = ROOT / "README.md"
PAGES = list_pages(FOLDER)
DOCUMENTS = [*PAGES, README]
ADDITION = "เพิ่มใน "

_EXAMPLE = re.compile(
    r"^(?P<lead>[^\n`]*)`(?P<path>[^`\n]+\.yml)`[^\n]*\n\n```yaml\n(?P<text>.*?)```", re.MULTILINE | re.DOTALL
)
_FENCE = re.compile(r"^```(?P<language>[a-z]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (?P<title>.+?)(?: \{#(?P<id>[^}]+)\})?$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A YAML example: the file that it is, or whose keys it adds to or replaces."""

    path: str
    text: str
    is_addition: bool

    @property
    def data(self) -> Any:
        """The example as plain data, every scalar text."""
        return yaml.load(self.text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes text, lists and mappings only


def read(path: Path) -> str:
    """Return a document's text."""
    return path.read_text(encoding="utf-8")


def read_page(name: str) -> str:
    """Return a page of the handbook."""
    return read(FOLDER / f"{name}.md")


def list_examples(text: str) -> list[Example]:
    """Return the YAML examples of a page."""
    found = _EXAMPLE.finditer(text)
    return [Example(part["path"], part["text"], part["lead"] == ADDITION) for part in found]


def list_data(text: str) -> list[Example]:
    """Return a page's examples of files in ``plans/``."""
    return [example for example in list_examples(text) if example.path.startswith("plans/")]


def list_first_site() -> list[Example]:
    """Return what a clerk has who followed the page about starting."""
    return list_data(read_page("start"))


def list_all_data() -> list[Example]:
    """Return the examples of all pages, those of the first site first."""
    return [*list_first_site(), *(found for path in PAGES if path.stem != "start" for found in list_data(read(path)))]


def list_fences(text: str, *languages: str) -> list[str]:
    """Return the fenced blocks of a page in some languages."""
    return [fence["text"] for fence in _FENCE.finditer(text) if fence["language"] in languages]


def list_commands(text: str, *languages: str) -> list[list[str]]:
    """Return the commands of a page's blocks as words, without what is set before them."""
    lines = [line for block in list_fences(text, *languages) for line in block.splitlines() if line.strip()]
    split = [shlex.split(line, comments=True, posix="bat" not in languages) for line in lines]
    return [[word for word in words if not re.match(r"[A-Z_]+=", word) or words[0] == "make"] for words in split]


def remove_fences(text: str) -> str:
    """Return a page without its blocks of code."""
    return _FENCE.sub("", text)


def remove_generated(text: str) -> str:
    """Return a page without its generated parts."""
    return PART.sub("", text)


def list_code(text: str) -> list[str]:
    """Return what a page's running text sets as code."""
    return _CODE.findall(remove_fences(text))


def list_links(text: str) -> list[str]:
    """Return the targets of a page's links and pictures."""
    return [link["target"] for link in _LINK.finditer(remove_fences(text))]


def list_headings(text: str) -> list[tuple[str, str | None]]:
    """Return a page's headings with their explicit ids."""
    return [(heading["title"], heading["id"]) for heading in _HEADING.finditer(remove_fences(text))]


def read_front_matter(text: str) -> dict[str, Any]:
    """Return a page's front matter, every scalar text."""
    meta: dict[str, Any] = yaml.load(text.split("---\n")[1], Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    return meta


def list_used_keys(example: Example) -> list[tuple[type[BaseModel], str, Any]]:
    """Return the keys that an example uses, with the record that has each and the plain value."""
    folder, name = Path(example.path).parts[-2], Path(example.path).stem
    kind = {"projects": "project"}.get(folder, folder if folder in FILES else name)
    titles = {record.model_config.get("title"): record for record in FILES[kind]}
    record = titles.get(example.data.get("kind"), FILES[kind][-1 if kind == "papers" else 0])
    return list(_find_used_keys(record, example.data))


def _find_used_keys(record: type[BaseModel], data: dict[str, Any]) -> Iterator[tuple[type[BaseModel], str, Any]]:
    keys = {**list_keys(record), "ignore": (None, tuple[Ignore, ...])}
    for key in data.keys() & keys.keys():
        hint, value = keys[key][1], data[key]
        inner = find_record(hint)
        parts = value if isinstance(value, list) else [*value.values()] if get_origin(hint) is dict else [value]
        yield (
            record,
            key,
            value if inner is None or isinstance(value, str) else [part for part in parts if isinstance(part, str)],
        )
        for part in parts if inner else ():
            if isinstance(part, dict):
                yield from _find_used_keys(inner, part)


def write_examples(folder: Path, examples: Iterable[Example]) -> None:
    """Write examples as files, and the files that they name; a later one of the same path wins."""
    for example in examples:
        path = folder / example.path
        path.parent.mkdir(parents=True, exist_ok=True)
        text = example.text
        if example.is_addition:
            known = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only
            text = yaml.safe_dump({**known, **example.data}, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
        lao = folder.joinpath(*Path(example.path).parts[:2])
        for name in _find_files(example.data):
            _write_file(lao / name)


def _find_files(data: Any) -> Iterator[str]:
    if isinstance(data, str) and data.startswith("files/"):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _find_files(value)


def _write_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(b"%PDF-1.4\n%" + path.name.encode() + b"\ntrailer << >>\nstartxref\n0\n%%EOF\n")
    else:
        Image.new("RGB", (2, 2)).save(path)
