"""A generated page as MkDocs builds it: without Python-Markdown where it has nothing that needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from prongsai.finish.direct_html import convert

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class GeneratedPage(Page):
    """A page below an LAO's address; whoever wrote it, the result is what Python-Markdown would make."""

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
