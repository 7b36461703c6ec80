"""`python -m tests.bench [names]`: runs every module here as a program, or those that are named."""

import sys
from pathlib import Path

from tests.programs import run_all

sys.exit(run_all("tests.bench", Path(__file__).parent, sys.argv[1:]))
