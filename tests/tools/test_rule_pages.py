"""The pages in docs/rules say what the rulebook says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

rule_pages = pytest.importorskip("tools.rule_pages", reason="the tools are not in the wheel")

RULES = """\
topic: Talks
defaults: {kind: pattern, severity: error, source: "A | stylebook", message: "'{span}' goes."}
rules:
  - id: talks/article
    safe: true
    pattern: "[ a ] talks"
    replace: ""
    why: Talks are many.
    examples: [{bad: "He held a talks.", good: "He held talks."}]
    counterexamples: ["He *held* <b>talks</b>."]
  - id: talks/summit
    severity: query
    profiles: [uk]
    pattern: "summit"
    why: Is it one?
    examples: [{bad: "A summit."}]
    counterexamples: ["A meeting."]
"""


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "rules"
    for name in ("ap", "uk"):
        (folder / "profiles").mkdir(parents=True, exist_ok=True)
        (folder / "profiles" / f"{name}.yaml").write_text(f"name: {name}\ntitle: {name}\n")
    (folder / "talks.yaml").write_text(RULES)
    return folder


def test_no_page_is_stale():
    assert rule_pages.stale(rule_pages.pages()) == [], "run python -m tools.rule_pages"


def test_every_link_of_the_index_has_its_anchor():
    index = (rule_pages.PAGES / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([\w-]+\.md)#([\w-]+)\)", index)
    assert links
    for page, anchor in links:
        assert f'<a id="{anchor}"></a>' in (rule_pages.PAGES / page).read_text(encoding="utf-8")


def test_a_page_tells_all_of_a_rule(book):
    page = rule_pages.pages(book)["talks.md"]
    assert page.startswith("# Talks\n")
    for words in (
        "## talks/article",
        "'a' goes.",
        "*Why:* Talks are many.",
        "| He held **a** talks. | He held talks. |",
        r"- He \*held\* &lt;b&gt;talks&lt;/b&gt;.",
        r"*Source:* A \| stylebook",
        "| error | safe: `copydesk fix` applies it | all | body | asks only |",
        "| query | for a person to decide: never applied | uk | body | asks only |",
        "| A summit. *(uk)* | *a person decides* |",
    ):
        assert words in page


def test_the_index_lists_each_rule_once(book):
    index = rule_pages.pages(book)["README.md"]
    assert "| [talks/article](talks.md#talks-article) | error | yes | all | Talks are many. |" in index
    assert "| [talks/summit](talks.md#talks-summit) | query |  | uk | Is it one? |" in index
    assert "2 rules" in index


def test_what_is_stale_is_named_and_mended(book, tmp_path):
    folder = tmp_path / "pages"
    written = rule_pages.pages(book)
    assert rule_pages.write(written, folder) == ["README.md", "talks.md"]
    assert rule_pages.stale(written, folder) == []
    (folder / "talks.md").write_text("old")
    (folder / "gone.md").write_text("of a file that is no more")
    assert rule_pages.write(written, folder) == ["gone.md", "talks.md"]
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "talks.md"]
