"""Official papers: what a kind of paper is written as, and what it says."""
