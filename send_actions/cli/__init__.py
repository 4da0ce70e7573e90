"""The command line: one file a command, options turned into one call."""
