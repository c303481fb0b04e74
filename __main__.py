"""`python -m claimgraph` is the command `claimgraph`."""

from .cli import main

if __name__ == "__main__":
    main()
