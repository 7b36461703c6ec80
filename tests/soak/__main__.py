"""`python -m tests.soak [names]`: runs every module here as a program, or those that are named."""

import sys
from pathlib import Path

from tests.programs import run_all

sys.exit(run_all("tests.soak", Path(__file__).parent, sys.argv[1:]))
