"""`copydesk rules`: new rules, and a desk's own rulebook put to the test."""

import pytest

DESK = """\
# The desk's own words.
topic: House
defaults: {kind: pattern, severity: error, source: House style}
rules:
    - id: house/talks
      pattern: "[ a ] %meetings"
      replace: ""
      message: No article.
      why: Talks are many.
      examples: [{bad: "He held a talks.", good: "He held talks."}]
      counterexamples: ["He held talks."]
"""


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    (folder / "lists").mkdir(parents=True)
    (folder / "lists" / "meetings.txt").write_text("talks\nnegotiations\n")
    (folder / "house.yaml").write_text(DESK)
    (tmp_path / "copydesk.toml").write_text('rules = ["desk"]\n')
    return folder


def test_a_new_rule_loads_and_says_what_is_missing(copydesk, tmp_path):
    made = copydesk("rules", "new", "house/no-utilise")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("house.yaml:3: house/no-utilise is there to be filled in")
    tried = copydesk("rules", "test", "house.yaml")
    assert tried.code == 1
    lines = tried.out.splitlines()
    for key in ("pattern", "replace", "message", "why", "source", "examples", "counterexamples"):
        assert any(line.startswith(f"house.yaml:3: house/no-utilise fill in '{key}': ") for line in lines), (
            key
        )
    (tmp_path / "story.txt").write_text("The ministers met in Vienna.\n")
    assert copydesk("check", "--rules", "house.yaml", "story.txt").code == 0


def test_a_rule_filled_in_passes(copydesk, tmp_path):
    copydesk("rules", "new", "house/no-utilise", "--file", "desk/words.yaml")
    path = tmp_path / "desk" / "words.yaml"
    text = path.read_text()
    for old, new in (
        ('"=FILL =IN"', '"verb:@utilise"'),
        ('replace: "FILL IN"', 'replace: "{use@verb}"'),
        ("FILL IN: a sentence that is wrong.", "He utilises it."),
        ("FILL IN: what it must become.", "He uses it."),
        ("FILL IN: a sentence of nearly the same shape that is right.", "He uses it."),
        ("FILL IN: ", ""),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    ran = copydesk("rules", "test", "desk/words.yaml")
    assert (ran.code, ran.out) == (0, "1 rules, 2 examples and counterexamples, 0 failed\n")


def test_it_is_added_to_a_file_that_stays_as_it_was(copydesk, desk):
    ran = copydesk("rules", "new", "house/second")
    assert (ran.code, ran.err) == (0, "")
    text = (desk / "house.yaml").read_text()
    assert text.startswith(DESK)
    assert text[len(DESK) :].startswith("    - id: house/second\n      kind: pattern\n      message:")
    ran = copydesk("rules", "test", "desk")
    assert ran.out.endswith("2 rules, 4 examples and counterexamples, 6 failed\n")
    assert "'source'" not in ran.out


def test_a_list_of_rules_is_added_to(copydesk, tmp_path):
    copydesk("rules", "new", "house/first", "--file", "own.yaml")
    entries = (tmp_path / "own.yaml").read_text().partition("rules:\n")[2]
    (tmp_path / "own.yaml").write_text("".join(line[2:] + "\n" for line in entries.rstrip("\n").split("\n")))
    assert copydesk("rules", "new", "house/second", "--file", "own.yaml").code == 0
    assert copydesk("rules", "test", "own.yaml").out.endswith(
        "2 rules, 4 examples and counterexamples, 14 failed\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("Talks", None, "'Talks' is no id"),
        ("house/talks", None, "stands in"),
        ("house/more", "rules: [{id: x/y}]\n", "none can be added"),
        ("house/more", "rules:\n  - id: x/y\ntopic: House\n", "'rules' must be the last key"),
        ("house/more", "just words\n", "none can be added"),
        ("house/more", "a: [\n", "can't be read as YAML"),
    ],
)
def test_what_can_not_be_added_is_said_in_one_line(copydesk, desk, name, text, says):
    if text is not None:
        (desk / "house.yaml").write_text(text)
    before = (desk / "house.yaml").read_text()
    ran = copydesk("rules", "new", name)
    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert (desk / "house.yaml").read_text() == before


def test_a_desks_own_folder_passes(copydesk, desk):
    ran = copydesk("rules", "test", "desk")
    assert (ran.code, ran.out) == (0, "1 rules, 2 examples and counterexamples, 0 failed\n")


def test_one_file_of_a_configured_folder_has_the_folders_lists(copydesk, desk):
    assert copydesk("rules", "test", "desk/house.yaml").code == 0


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ('good: "He held talks."', 'good: "He held talk."', 1, "desk/house.yaml:5: house/talks makes"),
        (
            '["He held talks."]',
            '["He held a talks."]',
            1,
            "desk/house.yaml:5: house/talks must keep quiet on",
        ),
        ("%meetings", "%meetngs", 2, "desk/house.yaml:5: rule 'house/talks': "),
        ("      why: Talks are many.\n", "", 2, "desk/house.yaml:5: rule 'house/talks': 'why' is missing"),
        ("why: Talks", "why: [Talks", 2, "desk/house.yaml:"),
    ],
)
def test_what_is_wrong_is_said_with_file_line_and_reason(copydesk, desk, old, new, code, says):
    assert old in DESK
    (desk / "house.yaml").write_text(DESK.replace(old, new))
    ran = copydesk("rules", "test", "desk")
    assert ran.code == code
    assert says in (ran.out if code == 1 else ran.err)


def test_a_folder_that_is_not_there(copydesk):
    ran = copydesk("rules", "test", "nowhere")
    assert (ran.code, ran.err) == (2, "copydesk: nowhere: no such rule folder or file\n")
