"""The part of mkdocs-material's style sheets that our pages load: all that any of their elements is styled by."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from conftest import Site
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Browser
from prongsai.places import THEME
from prongsai.settings.material import list_styles
from prongsai.settings.theme_style import STYLE, render_head

SHEETS = list_styles(Path(get_theme_dir("material")))
OURS = (THEME / STYLE).read_text(encoding="utf-8")
MAKE_ANEW = "run: make styles"
_USED = re.compile(r"var\((--md-[\w-]+)")
_SET = re.compile(r"(--md-[\w-]+):")

# Rules of the whole sheets that ours lacks and that an element of a page would follow, now or in another state of it
# (open, checked, pointed at), in any colours, on any screen, on paper. Answers how many rules were looked for, and those.
_FIND_MISSED = r"""async ([whole, ours, addresses]) => {
  const split = list => {
    const parts = [""]; let depth = 0;
    for (const c of list) {
      depth += (c === "(" || c === "[") - (c === ")" || c === "]");
      if (c === "," && !depth) parts.push(""); else parts[parts.length - 1] += c;
    }
    return parts.map(part => part.trim());
  };
  const list = (rules, around, found) => {
    for (const rule of rules) {
      if (rule.selectorText) for (const one of split(rule.selectorText)) found.push([around + one, one]);
      else if (rule.cssRules && rule.type !== CSSRule.KEYFRAMES_RULE)
        list(rule.cssRules, around + (rule.conditionText || "") + " | ", found);
    }
    return found;
  };
  const read = text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return list(sheet.cssRules, "", []); };
  const STATE = "hover|focus(-visible|-within)?|active|checked|indeterminate|disabled|enabled|target|visited|link|" +
    "valid|invalid|placeholder-shown|autofill|popover-open|fullscreen";
  const state = new RegExp(`:(not|is)\\(\\s*:(${STATE})\\s*\\)|::?-(webkit|moz|ms)-[\\w-]+|::[\\w-]+(\\([^()]*\\))?` +
    `|:(before|after|first-letter|first-line)|:(${STATE})(?![\\w-])`, "g");
  const kept = new Set(read(ours).map(([key]) => key));
  const left = new Map(read(whole).filter(([key]) => !kept.has(key)).map(
    ([key, selector]) => [key, selector.replace(state, ":not(x)")]));
  const missed = {};
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const [scheme, scripts] of [["default", "no-js"], ["slate", "js"]]) {
      page.body.dataset.mdColorScheme = scheme;
      page.documentElement.className = scripts;
      for (const [key, selector] of left)
        try { if (page.querySelector(selector)) missed[key] ??= address; } catch { missed[key] = "not understood"; }
    }
  }
  return [left.size, missed];
}"""


def find_missed(browser: Browser, site: Path, address: str) -> tuple[int, dict[str, str]]:
    """Return how many rules were left out, and those that something on a page would follow, with such a page."""
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    whole = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if "embed" not in path.parts]
    left, missed = page.evaluate(_FIND_MISSED, [whole, OURS, pages])
    page.close()
    return left, missed


def _list_names(sheet: Path) -> set[str]:
    """Return the classes and ids that a style sheet's selectors name."""
    text = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    return set(re.findall(r"[.#][A-Za-z_][\w-]*", text))


def test_style_was_made_of_the_installed_release() -> None:
    """Where mkdocs-material's style sheets are others, ours is to be made again."""
    assert OURS.startswith(render_head(SHEETS)), MAKE_ANEW


def test_every_value_that_rules_use_is_set() -> None:
    """No colour, shadow or picture went that a rule kept asks for; what an office may build on is there too."""
    whole = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    own = "".join(path.read_text(encoding="utf-8") for path in (THEME / STYLE).parent.glob("*.css"))

    assert set(_USED.findall(own)) & set(_SET.findall(whole)) <= set(_SET.findall(OURS)), MAKE_ANEW
    assert {"--md-default-bg-color", "--md-accent-fg-color", "--md-code-bg-color"} <= set(_SET.findall(OURS))
    assert set(re.findall(r"@keyframes ([\w-]+)", whole)) & set(
        re.findall(r"animation:[^;}]*?([a-z][\w-]+)", OURS)
    ) <= set(re.findall(r"@keyframes ([\w-]+)", OURS))


def test_pages_ask_for_the_styles_of_what_they_show(made_up_site: Site) -> None:
    """A page has the sheet of each thing on it, and none for nothing; what pages share stands in one sheet."""
    sheets = {path.stem: _list_names(path) for path in (THEME / STYLE).parent.glob("*.css")}
    base = sheets.pop("prongsai") | sheets.pop("material")
    asked: dict[str, set[bool]] = {name: set() for name in sheets}
    for path in made_up_site.built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named = re.findall(r' (class|id)="([^"]*)"', text)
        names = {("." if kind == "class" else "#") + name for kind, value in named for name in value.split()}
        for sheet, own in sheets.items():
            is_needed, is_there = bool((own - base) & names), f"/{sheet}.css" in text
            if "embed" not in path.parts:
                asked[sheet].add(is_there)
                assert is_needed == is_there, (path, sheet, (own - base) & names)

    assert asked == {sheet: {True, False} for sheet in sheets}


def test_nothing_on_any_page_is_styled_by_what_was_left_out(
    made_up_site: Site, made_up_address: str, browser: Browser
) -> None:
    """In the light and the dark scheme, on every screen, on paper, with every menu open."""
    left, missed = find_missed(browser, made_up_site.built, made_up_address)

    assert left > 500
    assert missed == {}, MAKE_ANEW


def test_the_look_for_missed_rules_finds_one(
    tmp_path: Path, browser: Browser, serve_folder: functools.partial[str]
) -> None:
    """An element that only mkdocs-material knows is found by its rule."""
    (tmp_path / "index.html").write_text(
        '<div class="md-typeset"><div class="tabbed-block"><pre>x</pre></div></div>', encoding="utf-8"
    )
    _, missed = find_missed(browser, tmp_path, serve_folder(tmp_path))

    assert missed[".md-typeset .tabbed-block > pre:first-child"] == "index.html"
