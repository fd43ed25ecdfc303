"""Where lines end: inside a listed word only at its points, and never before the sign of repetition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from prongsai.thai.words import Word, load_words, make_pattern

_AROUND = 40  # characters on both sides of an end that tell which words stand there
_SHOWN = 5
_SPACES = re.compile(r"[\s\u00a0]+")


class LineEnd(NamedTuple):
    """The end of a line: what stands before it and behind it, without spaces between the two."""

    before: str
    after: str


@cache
def _compile(names: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, Word]]:
    words = {word.text: word for word in (*load_words(), *(Word((name,)) for name in names))}
    return re.compile(make_pattern(words)), words


def find_torn_word(end: LineEnd, names: tuple[str, ...] = ()) -> str:
    """Return the word that a line's end breaks at a wrong place, with ``/`` there; empty where it breaks none.

    Args:
        end: The end of the line.
        names: Names of places beside the words of the list.
    """
    if end.after.startswith("ๆ"):
        return f"{end.before[-_SHOWN:]}/ๆ"
    pattern, words = _compile(names)
    before, after = end.before[-_AROUND:], end.after[:_AROUND]
    for found in pattern.finditer(before + after):
        place = len(before) - found.start()
        if 0 < place < len(found[0]):
            return "" if place in words[found[0]].points else f"{found[0][:place]}/{found[0][place:]}"
    return ""


def list_ends(lines: Iterable[str], texts: Iterable[str]) -> Iterator[LineEnd]:
    """Yield the ends of lines of a paper behind which the text of the same paragraph goes on without a space.

    Args:
        lines: Its lines as a viewer copies them.
        texts: Its texts, which tell whether a line goes on in the next one.
    """
    known = "\n".join(_SPACES.sub("", text) for text in texts)
    for line, following in pairwise(line.strip() for line in lines if line.strip()):
        before, after = _SPACES.sub("", line), _SPACES.sub("", following)
        if before[-8:] + after[:8] in known:
            yield LineEnd(before, after)


# Every end of a line in a page's text, as what stands before and behind it in its block, where no space stands between.
FIND_ENDS = """() => {
  const ends = [], range = document.createRange()
  const getBlock = node => { for (let each = node.parentElement; ; each = each.parentElement)
    if (getComputedStyle(each).display !== "inline") return each }
  const isSpoken = node => { for (let each = node.parentElement; each; each = each.parentElement)
    if (getComputedStyle(each).clipPath !== "none") return true }  // for screen readers only
  const walker = document.createTreeWalker(document.querySelector("main") || document.body, NodeFilter.SHOW_TEXT)
  let block = null, text = "", top = 0, found = []
  const close = () => { for (const place of found) ends.push([text.slice(0, place), text.slice(place)]) }
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!node.parentElement.checkVisibility() || isSpoken(node)) continue
    if (getBlock(node) !== block) { close(); block = getBlock(node); text = ""; top = null; found = [] }
    for (let place = 0; place < node.length; place++) {
      range.setStart(node, place); range.setEnd(node, place + 1)
      const box = range.getClientRects()[0], letter = node.data[place]
      if (!box || !letter.trim()) { if (text && !text.endsWith(" ")) text += " "; continue }
      if (top !== null && box.top > top + 8 && !(text.endsWith(" ") && letter !== "ๆ")) found.push(text.length)
      top = box.top; text += letter
    }
  }
  close()
  return ends }"""
