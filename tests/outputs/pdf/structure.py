"""What PDF/UA-1 and PDF/A-2a demand and a program can check, as far as our papers can break it.

Every function yields one text per fault. The numbers are those of the Matterhorn Protocol 1.1 (PDF/UA) and the clauses
of ISO 19005-2 (PDF/A). There is no complete validator in the package registries; these are not one either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

_PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"}
_DEVICE_COLOURS = {"rg", "RG", "g", "G", "k", "K"}
_READ = " ".join({"Tf", "BDC", "BMC", "EMC"} | _PAINTING | _DEVICE_COLOURS)
_KIDS = {
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
_PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "TOCI": {"TOC"}}
_STANDARD = set(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
        "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
        "Ruby Warichu Figure Formula Form",
    )
)
_KEYS_FORBIDDEN = {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EF", "/XFA", "/AcroForm", "/Encrypt", "/Alternates"}


def get_entries(element: Any, key: str = "/K") -> list[Any]:
    """Return the entries under a key, where one may stand without an array."""
    found = element.get(key)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def get_type(element: Any) -> str:
    """Return the type of a structure element."""
    return str(element.S).removeprefix("/")


def iter_elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Yield every structure element with its parent, in reading order."""

    def walk(parent: Any) -> Iterator[tuple[Any, Any]]:
        for kid in get_entries(parent):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid, parent
                yield from walk(kid)

    yield from walk(pdf.Root.StructTreeRoot)


def get_attributes(element: Any, owner: str) -> dict[str, Any]:
    """Return the attributes of a structure element that an owner defines."""
    merged: dict[str, Any] = {}
    for entry in get_entries(element, "/A"):
        if str(entry.O) == f"/{owner}":
            merged |= {str(key)[1:]: value for key, value in entry.items()}
    return merged


def iter_content(element: Any) -> Iterator[tuple[Any, int]]:
    """Yield page and MCID of the content below an element."""
    for kid in get_entries(element):
        if isinstance(kid, int):
            yield element.Pg, kid
        elif isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", element.get("/Pg")), int(kid.MCID)
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield from iter_content(kid)


def find_document_faults(pdf: pikepdf.Pdf, title: str) -> Iterator[str]:
    """Matterhorn 06, 07, 11; ISO 19005-2 6.6, 6.7: identification, title, language, tagging."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        expected = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A", "dc:title": title}
        for key, value in expected.items():
            if str(metadata.get(key)) != value:
                yield f"XMP {key} is {metadata.get(key)!r}"
    if str(pdf.docinfo.get("/Title")) != title:
        yield f"title in Info is {pdf.docinfo.get('/Title')!r}"
    if pdf.Root.get("/Lang") != "th-TH":
        yield f"Lang is {pdf.Root.get('/Lang')!r}"
    if not pdf.Root.MarkInfo.get("/Marked") or pdf.Root.MarkInfo.get("/Suspects", False):
        yield "MarkInfo"
    if not pdf.Root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "DisplayDocTitle"


def find_file_faults(data: bytes) -> Iterator[str]:
    """ISO 19005-2 6.1.2, 6.1.3: header, identifier, end; 6.5, 6.8, 6.11: no scripts, no other files."""
    first, second = data.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]\r?", first):
        yield f"header {first!r}"
    if second[:1] != b"%" or len(second) < 5 or min(second[1:5]) < 0x80:
        yield f"comment {second!r}"
    if data.count(b"%%EOF") != 1 or not re.search(rb"%%EOF\r?\n?\Z", data):
        yield "data after the end"
    with pikepdf.open(BytesIO(data)) as pdf:
        if len(pdf.trailer.get("/ID", ())) != 2:
            yield "no ID"
        for problem in pdf.check_pdf_syntax():
            yield f"syntax: {problem}"
        for item in pdf.objects:
            if isinstance(item, Dictionary):
                yield from (f"key {key}" for key in _KEYS_FORBIDDEN & {str(key) for key in item})
                if item.get("/Type") == "/Filespec" or ("/S" in item and "/F" in item):
                    yield "a reference to another file"
            if isinstance(item, Dictionary) and item.get("/Type") == "/Annot":
                action = item.get("/A")
                if item.Subtype != "/Link" or (action is not None and action.S not in {"/URI", "/GoTo"}):
                    yield f"annotation {item.Subtype}"


def find_font_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Matterhorn 10, 31; ISO 19005-2 6.2.11: fonts embedded, every glyph has its letter and its own width."""
    used = _list_used_glyphs(pdf)
    fonts = [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/Font"]
    if not any(font.Subtype == "/Type0" for font in fonts):
        yield "no font"
    for font in fonts:
        name = str(font.BaseFont)
        if font.Subtype == "/CIDFontType2":
            if "/FontFile2" not in font.FontDescriptor or font.get("/CIDToGIDMap") is None:
                yield f"{name} is not embedded"
        elif font.Subtype != "/Type0" or "/ToUnicode" not in font:
            yield f"{name} has no ToUnicode or is a {font.Subtype}"
        else:
            letters = read_to_unicode(font)
            if any(re.search("[\x00-\x1f\ufeff\ufffe\uffff]", letter) for letter in letters.values()):
                yield f"{name} maps a glyph to no character"
            glyphs = used.get(font.objgen, set())
            yield from (f"{name} glyph {glyph} has no letter" for glyph in sorted(glyphs - letters.keys()))
            if 0 in glyphs:
                yield f"{name} shows .notdef"
            yield from _find_width_faults(font.DescendantFonts[0], glyphs)


def read_to_unicode(font: Any) -> dict[int, str]:
    """Return the letters of each glyph in a font's ToUnicode map."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for glyph, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            pairs[int(glyph, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            first = bytes.fromhex(letters).decode("utf-16-be")
            for step, glyph in enumerate(range(int(low, 16), int(high, 16) + 1)):
                pairs[glyph] = first[:-1] + chr(ord(first[-1]) + step)
    return pairs


def parse_page(page: Any) -> list[tuple[Any, str]]:
    """Return operands and operator of what a page draws, its places left out; finishing leaves that, so it is read once."""
    contents = b"\n".join(stream.read_bytes() for stream in get_entries(page.obj, "/Contents"))
    return _parse(contents)


@cache
def _parse(contents: bytes) -> list[tuple[Any, str]]:
    with pikepdf.new() as pdf:
        return [(list(ops), str(word)) for ops, word in pikepdf.parse_content_stream(pdf.make_stream(contents), _READ)]


def _list_used_glyphs(pdf: pikepdf.Pdf) -> dict[tuple[int, int], set[int]]:
    used: dict[tuple[int, int], set[int]] = {}
    for page in pdf.pages:
        font: Any = None
        for operands, operator in parse_page(page):
            if operator == "Tf":
                font = page.Resources.Font[str(operands[0])]
            elif operator in {"Tj", "TJ"}:
                parts = operands[0] if operator == "TJ" else operands
                data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                glyphs = used.setdefault(font.objgen, set())
                glyphs |= {int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2)}
    return used


def _find_width_faults(descendant: Any, glyphs: set[int]) -> Iterator[str]:
    embedded = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    order, metrics = embedded.getGlyphOrder(), embedded["hmtx"].metrics
    scale = 1000 / embedded["head"].unitsPerEm
    widths: dict[int, float] = {}
    entries = list(descendant.get("/W", Array()))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, Array):
            widths |= {first + step: float(width) for step, width in enumerate(second)}
        else:
            width = float(entries.pop(0))
            widths |= dict.fromkeys(range(first, int(second) + 1), width)
    default = float(descendant.get("/DW", 1000))
    for glyph in glyphs:
        if abs(widths.get(glyph, default) - metrics[order[glyph]][0] * scale) > 1:
            yield f"{descendant.BaseFont} glyph {glyph} has another width in the font"


def find_content_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Matterhorn 01, ISO 19005-2 6.2.4: everything painted is tagged or an artifact, no colour depends on the device."""
    tree = Counter((page.objgen, mcid) for page, mcid in iter_content(pdf.Root.StructTreeRoot))
    yield from (f"content {key} belongs to {count} elements" for key, count in tree.items() if count > 1)
    parents = _read_number_tree(pdf.Root.StructTreeRoot.ParentTree)
    own = {element.objgen: set(_iter_own_content(element)) for element, _ in iter_elements(pdf)}
    of_pages: dict[tuple[int, int], set[int]] = defaultdict(set)
    for page_id, mcid in tree:
        of_pages[page_id].add(mcid)
    painted = set()
    for number, page in enumerate(pdf.pages, 1):
        stack: list[tuple[str, int | None]] = []
        for operands, word in parse_page(page):
            if word in {"BDC", "BMC"}:
                properties = operands[1] if len(operands) > 1 else {}
                if isinstance(properties, Name):
                    properties = page.Resources.Properties[str(properties)]
                mcid = properties.get("/MCID") if len(operands) > 1 else None
                stack.append((str(operands[0]), None if mcid is None else int(mcid)))
            elif word == "EMC":
                stack.pop()
            elif word in _DEVICE_COLOURS and "/OutputIntents" not in pdf.Root:
                yield f"page {number}: device colour"
            elif word in _PAINTING:
                mcids = [mcid for _, mcid in stack if mcid is not None]
                is_artifact = any(tag == "/Artifact" for tag, _ in stack)
                if is_artifact == bool(mcids):
                    yield f"page {number}: {word} is {'both' if mcids else 'neither'} tagged and artifact"
                painted |= {(page.objgen, mcid) for mcid in mcids}
        if stack:
            yield f"page {number}: marked content stays open"
        if of_page := of_pages[page.objgen]:
            listed = parents.get(int(page.obj.get("/StructParents", -1)), Array())
            for mcid in of_page:
                if mcid >= len(listed) or (page.objgen, mcid) not in own.get(listed[mcid].objgen, ()):
                    yield f"page {number}: the ParentTree does not know MCID {mcid}"
    yield from (f"painted, not in the tree: {key}" for key in sorted(painted - set(tree)))


def _iter_own_content(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    for kid in get_entries(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID)


def _read_number_tree(node: Any) -> dict[int, Any]:
    pairs = list(node.get("/Nums", Array()))
    found = {int(number): value for number, value in zip(pairs[::2], pairs[1::2], strict=True)}
    for kid in node.get("/Kids", Array()):
        found |= _read_number_tree(kid)
    return found


def find_structure_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Matterhorn 02, 09, 13, 14, 15, 16: standard types in their places, headings in steps, figures with a text."""
    roles = {str(key)[1:] for key in pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())}
    level = 0
    for element, parent in iter_elements(pdf):
        kind = get_type(element)
        above = get_type(parent) if "/S" in parent else ""
        if kind not in _STANDARD and kind not in roles:
            yield f"{kind} is no standard type"
        if element.P.objgen != parent.objgen:
            yield f"{kind} names another parent"
        if above in _KIDS and kind not in _KIDS[above]:
            yield f"{kind} in {above}"
        if kind in _PARENTS and above not in _PARENTS[kind]:
            yield f"{kind} in {above or 'the root'}"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > level + 1:
                yield f"{kind} after level {level}"
            level = int(kind[1])
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without a text"
        if kind == "TH" and get_attributes(element, "Table").get("Scope") not in {Name.Row, Name.Column, Name.Both}:
            yield "a heading cell without scope"


def find_link_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Matterhorn 28: links are tagged, described, and reached in the order of the text."""
    parents = _read_number_tree(pdf.Root.StructTreeRoot.ParentTree)
    for number, page in enumerate(pdf.pages, 1):
        annotations = list(page.get("/Annots", Array()))
        if annotations and page.get("/Tabs") != Name.S:
            yield f"page {number}: no tab order"
        for annotation in annotations:
            element = parents.get(int(annotation.get("/StructParent", -1)))
            if element is None or get_type(element) not in {"Link", "Reference"}:
                yield f"page {number}: a link is not tagged"
            elif not any(
                isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR" and kid.Obj.objgen == annotation.objgen
                for kid in get_entries(element)
            ):
                yield f"page {number}: the link's element does not hold it"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"page {number}: a link without a description"
