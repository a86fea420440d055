"""Settings for all tests."""

import os

# Commands of tests run in processes of their own; tests/standby is about those that are handed over.
os.environ["COPYDESK_STANDBY"] = "off"
