"""`python -m svp_desktop` opens the program."""

import sys

from svp_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
