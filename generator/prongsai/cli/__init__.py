"""The ``prongsai`` command: arguments in, text and exit code out. One command a file, loaded when it is called."""
