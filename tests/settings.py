"""The project's own settings in a throw-away data folder."""

import os
import tempfile

os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-test-"))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs beside the ORM in e2e tests

if "ASKWELL_TEST_CITUS_URL" in os.environ:
    os.environ["ASKWELL_DATABASE"] = os.environ["ASKWELL_TEST_CITUS_URL"]
if "ASKWELL_TEST_CITUS_URL" in os.environ or "ASKWELL_TEST_SHARDED" in os.environ:
    os.environ["ASKWELL_SHARDED"] = "1"

from askwell.config.settings import *  # noqa: F403 # a settings module is a namespace

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
