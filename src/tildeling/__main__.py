"""`python -m tildeling` is the command `tildeling`."""

from tildeling.cli import main

if __name__ == "__main__":
    main()
