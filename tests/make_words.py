"""Keeps the list of words whole: ``python tests/make_words.py`` lists what is missing, and marks what browsers break.

PyThaiNLP counts the words of the samples' documents; those among the most frequent that the list lacks are printed, for a
person to set the points. A word gets its ``*`` where Chromium breaks it outside of
its points, alone or in a fourth of the places where it stands.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright
from printed_papers import list_plan_documents
from prongsai.blocks.blocks import iter_texts
from prongsai.thai.words import LIST, load_words, make_pattern
from pythainlp.corpus.common import thai_words
from pythainlp.tokenize import Tokenizer

PLANS = Path(__file__).parent.parent / "plans"
MOST_FREQUENT = 300
LEAST_LETTERS = 4  # without marks; shorter words have one syllable, which hardly anybody breaks
LEAST_SHARE = 0.25
_MARK = re.compile("[ะ-ฺๅ็-๎]")
# Where lines end in a column that has room for no letter: every place where one may end.
BREAKS = """texts => { const paragraph = document.querySelector("p"), range = document.createRange()
  return texts.map(text => { paragraph.textContent = text
    let top = null; const ends = []
    for (let place = 0; place < text.length; place++) {
      range.setStart(paragraph.firstChild, place); range.setEnd(paragraph.firstChild, place + 1)
      const box = range.getClientRects()[0]
      if (!box || !text[place].trim()) continue
      if (top !== null && Math.round(box.top) !== top) ends.push(place)
      top = Math.round(box.top) }
    return ends }) }"""


def list_texts(plans: Path) -> list[str]:
    """Return every text of the documents of some plans, each once."""
    blocks = (
        block
        for document in list_plan_documents(plans)
        for part in document.parts
        for section in part.sections
        for block in section.blocks
    )
    return sorted({line.strip() for text in iter_texts(blocks) for line in text.splitlines() if line.strip()})


def find_breaks(texts: list[str]) -> list[set[int]]:
    """Return where Chromium may end a line in each text."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content('<html lang="th"><p style="width: 1px; font-size: 16px; line-height: 40px">')
        return [set(ends) for ends in page.evaluate(BREAKS, texts)]


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in some texts that is long enough to be broken, as PyThaiNLP tells them apart."""
    tokenizer = Tokenizer({*thai_words(), *(word.text for word in load_words())}, engine="newmm")
    words = (word for text in texts for run in re.findall("[ก-๎]+", text) for word in tokenizer.word_tokenize(run))
    return Counter(word for word in words if len(_MARK.sub("", word)) >= LEAST_LETTERS)


def is_covered(word: str) -> bool:
    """Tell whether the list has a word, or all of it that has two syllables."""
    rest = re.split(make_pattern(known.text for known in load_words()), word)
    return all(len(_MARK.sub("", part)) < LEAST_LETTERS for part in rest)


def main() -> None:
    """Print what is missing and write the marks anew."""
    texts = list_texts(PLANS)
    listed = {word.text: word for word in load_words()}
    breaks = find_breaks([*texts, *listed])
    for word, count in count_words(texts).most_common(MOST_FREQUENT):
        if not is_covered(word):
            print(count, word)
    met: Counter[str] = Counter()
    torn: Counter[str] = Counter()
    pattern = re.compile(make_pattern(listed))
    for text, ends in zip([*texts, *listed], breaks, strict=True):
        for found in pattern.finditer(text):
            word = listed[found[0]]
            inside = set(range(found.start() + 1, found.end()))
            met[found[0]] += 1
            torn[found[0]] += bool(inside & ends - {found.start() + point for point in word.points})
    lines = [
        "|".join(word.parts) + "*" * (torn[text] > 0 and torn[text] >= LEAST_SHARE * met[text])
        for text, word in sorted(listed.items())
    ]
    LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
