"""`python -m graph_engine.jobs`: the process that a window starts beside itself."""

import sys

from .serve import serve

if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
