"""Text: normalisation that loses nothing, dictionary order, names without spaces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.thai.text import compact, dictionary_key, normalise
from pythainlp.corpus import provinces
from pythainlp.util import collate

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=20)
NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
TONES = {"mai-ek": "\u0e48", "mai-tho": "\u0e49", "mai-tri": "\u0e4a", "mai-chattawa": "\u0e4b"}


def test_water_survives() -> None:
    """NFKC would split น้ำ; we leave it as it is."""
    water = "น\u0e49\u0e33"

    assert normalise(water) == water
    assert unicodedata.normalize("NFKC", water) != water


def test_split_sara_am_is_joined() -> None:
    """The two-part spelling of ำ becomes one character."""
    assert normalise(f"ด{NIKHAHIT}{SARA_AA}เนินการ") == f"ด{SARA_AM}เนินการ"


@pytest.mark.parametrize("tone", [pytest.param(tone, id=name) for name, tone in TONES.items()])
def test_tone_inside_a_split_sara_am_moves_before_it(tone: str) -> None:
    """A tone mark typed between the two parts comes to stand before ำ."""
    assert normalise(f"น{NIKHAHIT}{tone}{SARA_AA}") == f"น{tone}{SARA_AM}"


@pytest.mark.parametrize("tone", [pytest.param(tone, id=name) for name, tone in TONES.items()])
def test_tone_before_a_split_sara_am_stays_before_it(tone: str) -> None:
    """A tone mark typed before the two parts stays before ำ."""
    assert normalise(f"น{tone}{NIKHAHIT}{SARA_AA}") == f"น{tone}{SARA_AM}"


def test_nikhahit_alone_is_kept() -> None:
    """A nikhahit that belongs to no ำ (as in Pali) is left alone."""
    assert normalise(f"พุทธ{NIKHAHIT}") == f"พุทธ{NIKHAHIT}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\uff11\uff12", id="full-width-digits"),
        pytest.param("\u00bd", id="half"),
        pytest.param("\u2460", id="circled-one"),
        pytest.param("ม\u00b2", id="superscript"),
    ],
)
def test_compatibility_characters_are_kept(text: str) -> None:
    """NFC keeps what NFKC would replace."""
    assert normalise(text) == text


def test_composed_letters_are_composed() -> None:
    """A Latin letter with a separate accent becomes one character, as NFC demands."""
    assert normalise("cafe\u0301") == "caf\u00e9"


@given(st.text() | THAI)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    """What is normal stays as it is."""
    assert normalise(normalise(text)) == normalise(text)


@given(st.text() | THAI)
def test_no_split_sara_am_is_left(text: str) -> None:
    """After normalisation ำ has one spelling."""
    assert f"{NIKHAHIT}{SARA_AA}" not in normalise(text)


@given(THAI)
def test_normalising_loses_no_thai_character(text: str) -> None:
    """Apart from the two parts of ำ, every character is still there."""
    parts = normalise(text).replace(SARA_AM, NIKHAHIT + SARA_AA)

    assert sorted(parts) == sorted(text.replace(SARA_AM, NIKHAHIT + SARA_AA))


@pytest.mark.parametrize("vowel", [pytest.param(vowel, id=f"u{ord(vowel):04x}") for vowel in "เแโใไ"])
def test_leading_vowel_sorts_after_its_consonant(vowel: str) -> None:
    """A word that begins with เ แ โ ใ ไ stands under its consonant."""
    words = [f"{vowel}ข", f"{vowel}ก", "ขา", "กา", "คา"]

    assert sorted(words, key=dictionary_key) == ["กา", f"{vowel}ก", "ขา", f"{vowel}ข", "คา"]


def test_five_leading_vowels_sort_in_their_order() -> None:
    """Under one consonant the leading vowels keep the order of the alphabet."""
    words = ["ไก", "ใก", "โก", "แก", "เก", "กา"]

    assert sorted(words, key=dictionary_key) == ["กา", "เก", "แก", "โก", "ใก", "ไก"]


def test_provinces_sort_as_in_pythainlp() -> None:
    """The names of all provinces are in the order of PyThaiNLP's collation."""
    names = sorted(provinces())

    assert sorted(names, key=dictionary_key) == collate(names)


@given(st.lists(st.from_regex("[เแโใไ]?[ก-ฮ][ะาิีึืุู]?[ก-ฮ]?", fullmatch=True), max_size=12))
def test_words_without_tones_sort_as_in_pythainlp(words: list[str]) -> None:
    """Without tone marks, any words are in the order of PyThaiNLP's collation."""
    assert sorted(words, key=dictionary_key) == collate(words)


def test_tone_decides_last() -> None:
    """Words that differ in their tone only stand together, before the next vowel."""
    assert sorted(["กิ", "ก้า", "กา", "ก่า"], key=dictionary_key) == ["กา", "ก่า", "ก้า", "กิ"]


def test_both_spellings_of_sara_am_sort_alike() -> None:
    """Order does not depend on how ำ was typed."""
    assert dictionary_key(f"ค{NIKHAHIT}{SARA_AA}") == dictionary_key(f"ค{SARA_AM}")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("โครงการ  คนดี ศรีแม่สาย", id="spaces"),
        pytest.param("โครงการ“คนดี” ศรีแม่สาย", id="curly-quotes"),
        pytest.param("โครงการ \"คนดี\" 'ศรีแม่สาย'", id="straight-quotes"),
        pytest.param("โครงการ‘คนดี’\u00a0ศรีแม่สาย\n", id="no-break-space-and-line"),
    ],
)
def test_compact_drops_spaces_and_quotation_marks(name: str) -> None:
    """Names that differ in spaces and quotation marks only compare equal."""
    assert compact(name) == "โครงการคนดีศรีแม่สาย"


def test_compact_joins_split_sara_am() -> None:
    """Names that differ in the spelling of ำ only compare equal."""
    assert compact(f"อ{NIKHAHIT}{SARA_AA}เภอ") == compact(f"อ{SARA_AM}เภอ")


def test_compact_keeps_names_of_two_projects_apart() -> None:
    """Similar names of two projects stay different."""
    assert compact("โครงการป้องกันผลประโยชน์ทับซ้อน") != compact("มาตรการป้องกันผลประโยชน์ทับซ้อน")


@given(st.text() | st.text("กนา\u0e33\u0e4d\u0e49 “”", max_size=12))
def test_compacting_twice_is_compacting_once(text: str) -> None:
    """What is compact stays as it is."""
    assert compact(compact(text)) == compact(text)
