"""Settings for all tests."""

import os

# tests/proofreader is about what the proofreader adds; the network takes most of a second to open.
os.environ["COPYDESK_PROOFREADER"] = "off"
# Commands of tests run in processes of their own; tests/standby is about those that are handed over.
os.environ["COPYDESK_STANDBY"] = "off"
