"""`python -m graph_engine`: the command line without the window."""

import sys

from .cli import main

sys.exit(main())
