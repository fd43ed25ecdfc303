"""Every published number: one function each, with its formula and source. Figures call no page and no check."""
