"""What official papers and pages say, in no format yet: texts, tables, charts."""
