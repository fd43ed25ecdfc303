"""The MkDocs plugin: calls the build before MkDocs does, and hands on its navigation. It holds no logic of its own."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import LegacyConfig, ValidationError
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils import get_build_date

from prongsai.build.kept.whole import WholeSite
from prongsai.build.lock import ContentLock
from prongsai.build.site_folder import SiteFolder
from prongsai.diagnostics.settings import NO_ADDRESS, format_refusals
from prongsai.exceptions import ProngsaiError
from prongsai.finish.sitemap import list_sitemap
from prongsai.finish.synonyms import render_synonyms
from prongsai.settings.cards import Cards
from prongsai.settings.defaults import read_site_url, set_defaults
from prongsai.settings.first_look import find_first_refusals
from prongsai.settings.options import ProngsaiConfig
from prongsai.settings.own_theme import add_own_theme, list_assets, list_few_files
from prongsai.settings.refusals import NO_PLUGIN, find_refusals

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from prongsai.build.kept.task import Told
    from prongsai.build.run import Run, Shown
    from prongsai.finish.built_pages import BuiltPages

log = get_plugin_logger("prongsai")
_GARBAGE = 100_000  # objects; pages make many and few circles, for which Python would look every 700
_LAST = -100  # after other plugins, so that what they make of a page is checked too


class ProngsaiPlugin(BasePlugin[ProngsaiConfig]):
    """Checks settings and plans, and writes the pages before every build."""

    scope: tuple[str, ...] = ()  # the LAOs that this process builds for another; empty where it builds the site
    told: Told | None = None  # what that process knows of their history
    shard: tuple[str, ...] = ()  # the LAOs that are built for another machine, which builds the site
    kept: tuple[Path, ...] = ()  # where they are kept then
    _command = ""
    _is_dirty = False
    _last: Shown | None = None  # in the preview
    _run: Run
    _pages: BuiltPages
    _lock: ContentLock | None = None
    _site: SiteFolder | None = None
    _whole: WholeSite | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the plugin's settings, and tell in Thai what MkDocs is about to refuse."""
        errors, warnings = super().load_config(options, config_file_path)
        refusals = find_first_refusals(Path(config_file_path)) if config_file_path else ()
        told = [(item.setting, ValidationError(f"{item.message} วิธีแก้: {item.fix}")) for item in refusals]
        return [*errors, *told], warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what was asked for; having this hook also lets MkDocs keep the plugin between builds."""
        self._command = command
        self._is_dirty = dirty
        gc.set_threshold(_GARBAGE)
        atexit.register(gc.freeze)  # or Python would look through all once more before it ends

    @property
    def _is_serving(self) -> bool:
        return self._command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings, complete them, and write the pages: MkDocs needs their navigation with its settings.

        Raises:
            PluginError: The site would be unsafe or broken, the data have errors, or the pages cannot be written. The
                last good pages stay; the live preview goes on showing them where only the data are wrong.
            SystemExit: Nothing has changed since the site was built; there is nothing to do.
        """
        config.site_url = read_site_url(config)
        plans = self._find_plans(config)
        if not (config.site_url or self._is_serving or self.config.offline or self.scope):
            log.info(NO_ADDRESS)
        refusals = [*find_refusals(config, plans=plans, site_url=config.site_url, is_dirty=self._is_dirty)]
        if refusals:
            raise PluginError(format_refusals(refusals, Path(config.config_file_path)))
        add_own_theme(config)
        list_few_files(config)
        set_defaults(config)
        with _told():
            if not (self.scope or self.shard):
                self._begin(config, plans)
            # What builds is loaded only now that something has to be built.
            from prongsai.build.run import Mode, Run  # noqa: PLC0415
            from prongsai.finish.built_pages import BuiltPages  # noqa: PLC0415

            self._pages = BuiltPages(
                config.site_url,
                list_assets(config),
                is_offline=self.config.offline,
                is_serving=self._is_serving,
            )
            self._run = Run(config, self.config, plans, Mode(self._is_serving, self.scope, self.told))
            if shard := self.shard:
                self.shard = ()  # MkDocs keeps the plugin, in the processes that build the LAOs too
                self.kept = tuple(self._run.build_shard(shard))
                return config
            self._run.write(self._last)
            self._last = self._run.shown
        return config

    def _begin(self, config: MkDocsConfig, plans: Path) -> None:
        """Keep other commands out until the site is built of what is written here, and find out whether it is."""
        self._site = SiteFolder(Path(config.site_dir))
        self._lock = self._lock or ContentLock(Path(config.docs_dir), log.info)
        self._lock.take()
        if self._command == "build":
            self._whole = WholeSite(config, self.config, plans)
            if self._whole.is_as_built(is_strict=config.strict):
                self._lock.give_back()
                log.info("ไม่มีอะไรเปลี่ยนตั้งแต่สร้างครั้งก่อน เว็บไซต์ถูกต้องอยู่แล้ว")
                raise SystemExit
            self._whole.listen()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Try whether the site can be written, before MkDocs empties its folder.

        Raises:
            PluginError: It cannot.
        """
        with _told():
            if self._site:
                self._site.begin()
                self._run.before.set_aside(Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """Tell in Thai what the system refused MkDocs.

        Raises:
            Abort: It refused something; MkDocs itself would end with a traceback, in the preview with any other error.
        """
        reason = self._site.explain(error) if self._site else None
        self._end(is_whole=False)
        if reason:
            log.error(reason)
            raise Abort("หยุดสร้างเว็บไซต์") from None

    def _end(self, *, is_whole: bool) -> None:
        if self._whole:
            self._whole.end(is_whole=is_whole)
        if self._lock:
            self._lock.give_back()

    @event_priority(_LAST)
    def on_files(self, files: Files, **_: Any) -> Files:
        """Leave MkDocs what it has to build.

        Raises:
            PluginError: A file would be published as a page just as it is.
        """
        with _told():
            return self._run.choose_files(files)

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """Give the theme's templates what they need to know of this build."""
        env.bytecode_cache = self._run.before.templates
        env.filters["content_policy"] = self._pages.render_policy
        env.filters["needs_whole_style"] = self._run.needs_whole_style
        env.globals |= {
            "is_offline": self.config.offline,
            "is_preview": self._is_serving,  # its reloading is an inline script that changes with every build
            "has_cards": bool(config.site_url) and not self._is_serving and self.config.cards is not Cards.NEVER,
            "synonyms": render_synonyms(self.config.synonyms),
        }
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Check what a page asks the theme for.

        Raises:
            PluginError: There is no such thing.
        """
        with _told():
            self._pages.check_needs(page, self._run.slugs)
        return markdown

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Note a page's words for the search."""
        self._pages.index(page, html)
        return html

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Set a page's text, and make its links fit for a folder where that is asked for.

        Raises:
            PluginError: The page lacks our policy.
        """
        self._run.before.note(page)
        with _told():
            return self._pages.finish(page.file.src_uri, output, self._run.find_names(page))

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        """Give the sitemap its addresses, those of pages that were built before with them."""
        pages = [file.page for file in context["pages"] if file.page]
        sitemap = list_sitemap(pages, self._run.before.list_sitemap(), get_build_date())
        return context | {"sitemap": sitemap}  # type: ignore[return-value]

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Check the pages that come from a template alone, as 404.html does.

        Raises:
            PluginError: The page lacks our policy.
        """
        with _told():
            self._pages.check(template_name, output_content)
        return output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages, the search data, and keep what was built.

        Raises:
            Abort: The site is there, and some LAOs' pages are older than their records, which have errors.
        """
        site = Path(config.site_dir)
        for former in self._run.before.read_searches():
            self._pages.index_again(*former)
        self._pages.write_search(site, self._run.list_titles())
        self._run.before.keep(site)
        if self._site:
            self._site.end()
        failure = self._run.failure
        self._end(is_whole=not failure)
        if failure:
            log.error(failure)
            if not self._is_serving:
                raise Abort("เว็บไซต์สร้างแล้ว แต่ไม่ครบตามข้อมูล")

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Let the preview notice what is saved."""
        from prongsai.build.preview import watch  # noqa: PLC0415 - nothing else needs it

        watch(server, config, self._find_plans(config))
        return server

    def _find_plans(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.plans


class SearchPlugin(BasePlugin[LegacyConfig]):
    """Stands in for MkDocs' own ``search``, and is so asked for where ``mkdocs.yml`` names no plugin at all.

    The search of our pages is part of the theme; another index of the same words would be published for nothing.
    """

    def load_config(self, *_: Any) -> tuple[ConfigErrors, ConfigWarnings]:
        """Accept whatever was set for the other search."""
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stop where our theme is used without what fills it.

        Raises:
            PluginError: The plugin ``prongsai`` is missing.
        """
        if "prongsai" not in config.plugins:
            raise PluginError(format_refusals([NO_PLUGIN], Path(config.config_file_path)))
        return config


@contextmanager
def _told() -> Iterator[None]:
    """Let MkDocs end with the message of an error of ours, without a traceback."""
    try:
        yield
    except ProngsaiError as error:
        raise PluginError(str(error)) from None
