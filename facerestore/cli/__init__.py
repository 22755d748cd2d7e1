"""The command line: one file for each subcommand, nothing heavy at import."""
