"""Lines of papers as HTML: links, statuses, lists."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape
from prongsai.blocks.blocks import Line, Mark, Span, line, mark_status
from prongsai.outputs.pages.lines import LineWriter
from prongsai.records.progress import Status

WRITER = LineWriter(escape, lambda path: Markup("../") + escape(path), escape)


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        (("ข้อความ <b>",), "ข้อความ &lt;b&gt;"),
        ((Span("หน้า", "x/plan/"),), '<a href="../x/plan/">หน้า</a>'),
        ((Span("เว็บ", 'https://a.go.th/"'),), '<a href="https://a.go.th/&#34;" rel="noopener">เว็บ</a>'),
        ((Span("หัวข้อ", kind="strong"), " ต่อ"), "<strong>หัวข้อ</strong> ต่อ"),
        ((Span("ย่อย", kind="meta"),), '<span class="meta">ย่อย</span>'),
        (
            (mark_status(Status.DONE),),
            '<span class="status status-done"><span class="sign" aria-hidden="true"></span>ดำเนินการแล้วเสร็จ</span>',
        ),
        ((Span("O25 <b>", kind="code"),), "<strong>O25 &lt;b&gt;</strong>"),
        (
            (Span("หน้าเว็บ <b>", kind="copy"),),
            '<button type="button" class="copy" hidden>คัดลอกที่อยู่<span class="spoken"> หน้าเว็บ &lt;b&gt;</span></button>',
        ),
    ],
    ids=["escaped", "page", "web", "strong", "meta", "status", "code", "copy"],
)
def test_line(spans: tuple[str | Span | Mark, ...], html: str) -> None:
    """Every part is escaped, and only what is marked becomes an element."""
    assert WRITER.spans(line(*spans)) == html


def test_items_nest_and_keep_their_numbers() -> None:
    """A list holds the document's numbers; a dash is a bullet, and a line without a number has none."""
    nested = Line((Span("ข้อใหญ่"),), "1)", (line("ข้อย่อย", number="-"), line("ไม่มีเลข")))

    assert WRITER.items((nested,)) == (
        '<ol class="items">\n<li><span class="no">1)</span> <span>ข้อใหญ่</span>\n<ol class="items">\n'
        '<li><span class="no">•</span> <span>ข้อย่อย</span></li>\n<li><span>ไม่มีเลข</span></li>\n</ol></li>\n</ol>'
    )
