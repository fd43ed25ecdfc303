"""Office documents of this subject turned into records: what each passage is, and what no field took."""
