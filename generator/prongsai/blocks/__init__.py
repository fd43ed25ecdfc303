"""The parts of papers and pages, in no format: text, tables, lists, charts, signatures."""
