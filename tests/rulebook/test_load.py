"""A rule that is not right is refused, with its file, its line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

import editor
from editor.errors import UserError
from editor.rulebook.compiled import compile_book
from editor.rulebook.load import load

GOOD = """\
- id: house/talks
  kind: pattern
  pattern: "[ a ] talks"
  replace: ""
  message: No article.
  why: Talks are many.
  source: House style
  severity: error
  examples: [{bad: "He held a talks.", good: "He held talks."}]
  counterexamples: ["He held talks."]
"""


def book(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_rule_loads(tmp_path):
    rules = load([book(tmp_path, GOOD)]).rules
    assert [(rule.id, rule.line) for rule in rules] == [("house/talks", 1)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  message: No article.\n", "", "'message' is missing"),
        ("  severity: error\n", "  severity: loud\n", "loud"),
        ("kind: pattern", "kind: patern", "did you mean 'pattern'"),
        ("replace:", "replaces:", "unknown key 'replaces'; did you mean 'replace'"),
        ("house/talks", "Talks", "an id reads like"),
        ('[{bad: "He held a talks.", good: "He held talks."}]', "[]", "without examples"),
        ('["He held talks."]', "[]", "counterexamples"),
        ('[{bad: "He', '[{wrong: "He', "an example is"),
        ("  why: Talks are many.\n", "  why: [Talks]\n", "'why' must be text"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, old, new, says):
    path = book(tmp_path, GOOD.replace(old, new))
    with pytest.raises(UserError, match=r"house\.yaml:1: ") as raised:
        load([path])
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("[ a talks", "["),
        ("%nowhere talks", "no word list is called %nowhere"),
        ("<XYZ> talks", "<XYZ> is no Penn Treebank tag"),
        ("$NOWHERE talks", "NOWHERE"),
        ("/(/ talks", "("),
    ],
)
def test_a_pattern_that_can_not_be_read_is_refused(tmp_path, pattern, says):
    path = book(tmp_path, GOOD.replace("[ a ] talks", pattern))
    with pytest.raises(UserError, match=r"house\.yaml:1") as raised:
        compile_book(load([path]))
    assert says in str(raised.value)


def test_an_id_given_twice_names_both_places(tmp_path):
    path = book(tmp_path, GOOD + GOOD)
    with pytest.raises(UserError, match=r"house\.yaml:11: .*house\.yaml:1 already"):
        load([path])


@pytest.mark.parametrize(
    "text", ["just words", "rules: 3", "- 3", "topics: x\nrules: []", "- id: [", "\t- id: x"]
)
def test_what_is_no_rule_file(tmp_path, text):
    with pytest.raises(UserError, match=r"house\.yaml") as raised:
        load([book(tmp_path, text)])
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match="no such rule folder"):
        load([tmp_path / "none"])


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("talks\ttalk\n# more\nvisits\tvisit\ntalks\ttrip\n", "line 5 of the table words.tsv repeats"),
        ("talks\ttalk\tone\n", "too many cells in line 2 of the table words.tsv"),
    ],
)
def test_a_table_that_would_lose_a_row_is_refused_with_its_line(tmp_path, rows, says):
    (tmp_path / "words.tsv").write_text("wrong\tright\n" + rows, encoding="utf-8")
    shape = '  table: words.tsv\n  pattern: "[ a ] <<wrong>>"\n'
    path = book(tmp_path, GOOD.replace('  pattern: "[ a ] talks"\n', shape))
    with pytest.raises(UserError, match=r"house\.yaml:1: ") as raised:
        load([path])
    assert says in str(raised.value)


def test_a_word_that_has_two_rows_in_a_checks_table_is_refused(tmp_path):
    columns = "  table: {columns: [word, meant], rows: [talk ; a, visit ; b, talk ; c]}\n"
    text = GOOD.replace("kind: pattern", "kind: python").replace('  pattern: "[ a ] talks"\n', columns)
    path = book(tmp_path, text.replace('replace: ""', "check: company.decides"))
    with pytest.raises(UserError, match=r"row 3 of the table repeats 'talk'"):
        load([path])


COUNTS = """\
- id: house/count
  kind: python
  check: facts.things
  unless: "<CD> clubs of the league"
  message: A count.
  why: Counts stay.
  source: House style
  severity: query
  examples: [{bad: "Three towns voted.\\n\\nAll four towns are poor."}]
  counterexamples: ["Three towns voted.\\n\\nAll three towns are poor."]
"""


def test_a_python_rule_keeps_quiet_in_the_words_of_unless(tmp_path):
    house = book(tmp_path, COUNTS)
    text = "Three clubs won.\n\nAll four clubs{} are poor.\n"
    found = [
        [
            each.rule
            for each in editor.check(text.format(more), rules=[house], select=["house"], languagetool="off")
        ]
        for more in ("", " of the league")
    ]
    assert found == [["house/count"], []]


def test_a_python_rules_unless_that_can_not_be_read_is_refused(tmp_path):
    path = book(tmp_path, COUNTS.replace("<CD> clubs of the league", "%nowhere"))
    with pytest.raises(UserError, match=r"house\.yaml:1: .*no word list is called %nowhere"):
        compile_book(load([path]))
