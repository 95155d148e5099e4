"""python -m steady."""

import sys

from steady.cli import main

sys.exit(main())
