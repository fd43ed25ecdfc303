"""Renew the generated parts of the handbook's pages (``make handbook``)."""

from __future__ import annotations

from prongsai.handbook.pages import FOLDER, list_pages, renew_page

for path in list_pages(FOLDER):
    text = path.read_text(encoding="utf-8")
    renewed = renew_page(text)
    if renewed != text:
        path.write_text(renewed, encoding="utf-8", newline="\n")
