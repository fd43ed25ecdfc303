"""Thai digits, dates, money words and text; nothing here knows about plans."""
