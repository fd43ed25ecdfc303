"""The tables of the handbook that nobody writes by hand: keys, commands, settings, titles, spellings.

The handbook's pages lie in ``content/handbook/`` and are written by hand; between two comments of a page stands what
``make handbook`` takes from the code. A test tells when a page is out of date.
"""
