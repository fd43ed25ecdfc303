"""Documents → PDF: Typst sets them, and what it writes is made to copy and read aloud right."""
