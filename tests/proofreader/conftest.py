"""Commands of these tests have the proofreader."""

import pytest


@pytest.fixture(autouse=True)
def proofreader_on(monkeypatch):
    monkeypatch.delenv("COPYDESK_PROOFREADER", raising=False)
