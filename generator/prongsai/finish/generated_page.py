"""A generated page as MkDocs builds it: without Python-Markdown where it has nothing that needs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from prongsai.finish.direct_html import convert

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


_START = '---\ngenerated: "prongsai"\n'


class GeneratedPage(Page):
    """A page that we may have written; whoever did, the result is what Python-Markdown would make."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Set front matter and Markdown; ours has a line of JSON for each key, which is read without YAML."""
        text = self.file.content_string
        head, end, body = text.partition("\n---\n")
        try:
            lines = [line.partition(": ") for line in head.split("\n")[1:]] if text.startswith(_START) and end else []
            meta = {key: json.loads(value) for key, _, value in lines}
        except ValueError:  # a page of the package, whose front matter is written by hand
            meta = {}
        if meta:
            self.meta, self.markdown = meta, body.lstrip("\n")
        else:
            super().read_source(config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set content, headings and ids."""
        page = convert(self.markdown or "") if self.meta.get("generated") else None
        if page is None:
            super().render(config, files)
            return
        depth = config.mdx_configs["toc"]["toc_depth"]
        shown = [heading for heading in page.headings if heading.level <= depth]
        tokens: list[Any] = [{"level": heading.level, "id": heading.id, "name": heading.text} for heading in shown]
        self.content = page.html
        self.toc = get_toc(nest_toc_tokens(tokens))
        self._title_from_render = next((heading.text for heading in page.headings if heading.level == 1), None)
        self.present_anchor_ids = page.ids
        self.links_to_anchors = {}
