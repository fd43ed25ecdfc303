"""Sarabun for papers and pictures, prepared so that Thai text copies right out of a PDF; licence in OFL.txt."""

from __future__ import annotations

from pathlib import Path

FAMILY = "Sarabun"
FOLDER = Path(__file__).parent
REGULAR = FOLDER / "Sarabun-Regular.ttf"
BOLD = FOLDER / "Sarabun-Bold.ttf"
LETTERS = FOLDER / "letters.json"  # by font and outline, what each glyph stands for; written by prepare.py
