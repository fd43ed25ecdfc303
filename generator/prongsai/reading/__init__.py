"""Reading the files that offices have: Word, PDF, Excel and text, as passages and tables with their places."""
