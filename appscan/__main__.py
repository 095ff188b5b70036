"""`python -m appscan`."""

from appscan.cli.main import main

if __name__ == "__main__":
    main()
