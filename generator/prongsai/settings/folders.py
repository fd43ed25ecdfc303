"""The folders of a site: none may lie in another, or MkDocs would publish or delete what it must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path

from prongsai.settings.refusal import Refusal

_MEANINGS = {
    "docs_dir": "โฟลเดอร์หน้าเว็บ (docs_dir)",
    "site_dir": "โฟลเดอร์เว็บไซต์ที่สร้าง (site_dir)",
    "plans": "โฟลเดอร์ข้อมูล (plans)",
    "theme": "โฟลเดอร์ theme",
}
_HARM = {
    "docs_dir": "ทุกไฟล์ในนั้นจะถูกเผยแพร่",
    "site_dir": "MkDocs ลบทุกอย่างในนั้นก่อนสร้างเว็บไซต์",
}
_FIX = "ให้แต่ละโฟลเดอร์อยู่ข้าง mkdocs.yml แยกจากกัน คือ content, plans และ site"


def find_folder_refusals(folders: Mapping[str, Path], home: Path) -> Iterator[Refusal]:
    """Yield which folders lie in one that is published as it is, or emptied.

    Args:
        folders: The folders by what they are for: docs_dir, site_dir, plans, theme.
        home: The folder of ``mkdocs.yml``.
    """
    places = {name: folder.resolve() for name, folder in folders.items()}
    for outer, inner in permutations(places, 2):
        if outer in _HARM and places[inner].is_relative_to(places[outer]):
            message = f"{_MEANINGS[inner]} “{folders[inner]}” อยู่ใน{_MEANINGS[outer]} “{folders[outer]}” {_HARM[outer]}"
            yield Refusal(inner if inner in _HARM else outer, message, _FIX)
    for name, harm in _HARM.items():
        if name in places and home.resolve().is_relative_to(places[name]):
            yield Refusal(name, f"mkdocs.yml อยู่ใน{_MEANINGS[name]} “{folders[name]}” {harm}", _FIX)
