"""`python -m askwell.config` is the `askwell` command."""

import sys

from askwell.config.cli import main

sys.exit(main())
