"""The commands, one a module; each has a click command of the module's name."""
