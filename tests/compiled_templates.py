"""Templates that a process compiles once: a build without a cache compiles the theme's anew, a quarter of its time."""

from __future__ import annotations

from types import CodeType
from typing import Any

from jinja2 import Environment
from jinja2.meta import find_referenced_templates
from mkdocs.config import load_config
from prongsai.places import STARTER


def keep_compiled_templates() -> None:
    """Let Jinja remember what it made of the text of a file with an environment's syntax and escaping."""
    kept: dict[tuple[Any, ...], CodeType] = {}
    compile_new = Environment.compile

    def compile_once(self: Environment, source: Any, name: str | None = None, filename: str | None = None) -> CodeType:
        if filename is None:
            return compile_new(self, source, name)
        key = (self.lexer, self.autoescape, self.finalize, source, name, filename)
        if key not in kept:
            kept[key] = compile_new(self, source, name, filename)
        return kept[key]

    Environment.compile = compile_once  # type: ignore[method-assign,assignment]


def compile_theme() -> None:
    """Compile the templates that every site is built with."""
    environment = load_config(config_file=str(STARTER / "mkdocs.yml")).theme.get_env()
    assert environment.loader
    names, known = ["main.html", "404.html", "sitemap.xml", "robots.txt"], set[str]()
    while names:
        known.add(name := names.pop())
        environment.get_template(name)
        source, _, _ = environment.loader.get_source(environment, name)
        used = find_referenced_templates(environment.parse(source))
        names += {found for found in used if found and found.endswith(".html")} - known  # another is a message
