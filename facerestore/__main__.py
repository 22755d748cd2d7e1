"""``python -m facerestore``: the command line."""

from facerestore.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
