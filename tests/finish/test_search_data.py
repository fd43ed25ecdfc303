"""The data of the site's search: how pages are cut, and how letters are kept."""

from __future__ import annotations

import json
from pathlib import Path

from prongsai.finish.search_data import SearchIndex, index_page, join_titles


def test_page_is_cut_at_its_headings() -> None:
    """Each heading with its id starts a section; tags leave spaces, navigation leaves nothing."""
    html = "<nav>เมนู</nav><h1 id='top'>ก</h1><p>หนึ่ง</p><p>สอง</p><h2 id='b'>ข</h2><table><tr><td>1</td><td>2</td></tr></table>"

    page = index_page("a/", "ชื่อ &", html)

    assert [(part.anchor, part.heading, part.text) for part in page.sections] == [
        ("top", "ก", "หนึ่ง สอง"),
        ("b", "ข", "1 2"),
    ]


def test_text_is_tidied_as_a_query_is() -> None:
    """What looks the same is spelt the same, invisible characters go, entities are what they stand for."""
    page = index_page("a/", "ทํา", "<h1 id='top'>น้ํา&amp;\u200bไฟ\u00ad</h1><p>เเจ้งคู่่มือ กรรม</p>")

    assert (page.title, page.sections[0].heading, page.sections[0].text) == ("ทำ", "น้ำ&ไฟ", "แจ้งคู่มือ กรรม")


def test_letters_outside_the_thai_code_page_are_kept() -> None:
    """A letter of the data is one byte where the code page has it, else an escape that JSON brings back."""
    words = "ทำ ๑๒ ฿ “é” ☎ 😀 \x9f"
    index = SearchIndex()
    index.add("", index_page("a/", words, ""))

    content = index.render()["search.json"]

    assert json.loads(content.decode("cp874"))[0][1] == words
    assert content.startswith('[["a/","ทำ ๑๒ ฿ \\u201c\\u00e9\\u201d'.encode("cp874"))


def test_data_are_grouped_by_lao_in_the_order_of_addresses() -> None:
    """Each LAO has a file of its own, the site's pages another; the order does not depend on the build's."""
    index = SearchIndex()
    index.add("b", index_page("z/", "z", "<h1 id='top'>z</h1>"))
    index.add("b", index_page("a/", "a", "<h1 id='top'>a</h1>"))
    index.add("", index_page("how-to-read/", "อ่าน", "<h1 id='top'>อ่าน</h1>"))

    files = {path: json.loads(content.decode("cp874")) for path, content in index.render().items()}

    assert [row[0] for row in files["b/search.json"]] == ["a/", "z/"]
    assert [row[0] for row in files["search.json"]] == ["how-to-read/"]


def test_titles_of_laos_are_joined_as_they_are(tmp_path: Path) -> None:
    """The site's search reads of each LAO its names and the titles of its pages; only LAOs have such a file."""
    index = SearchIndex()
    index.add("b", index_page("p01/", "โครงการหนึ่ง", "<h1 id='top'>x</h1>"))
    index.add("a", index_page("", "เทศบาลตำบลก “ข”", ""))
    index.add("", index_page("how-to-read/", "อ่าน", ""))
    files = index.render()
    for slug in ("a", "b"):
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "titles.json").write_bytes(files[f"{slug}/titles.json"])

    joined = join_titles(tmp_path, [("a", "เทศบาลตำบลก “ข”", "จังหวัดค"), ("b", "อบต. ง", "")])

    assert "titles.json" not in files
    assert json.loads(joined.decode("cp874")) == [
        ["a", "เทศบาลตำบลก “ข”", "จังหวัดค", [["", "เทศบาลตำบลก “ข”"]]],
        ["b", "อบต. ง", "", [["p01/", "โครงการหนึ่ง"]]],
    ]
