"""The LAO's records and figures as data: tables described once, written in every format."""
