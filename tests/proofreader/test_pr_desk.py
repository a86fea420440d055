"""The desk with a proofreader: whose severity it changes, and what is kept."""

import time
from pathlib import Path

import pytest
from proofreader_helpers import SURE, Told, doubt

from editor.cache import Cache
from editor.desk import Desk
from editor.proofreader.engine import Proofreader
from editor.settings.load import SettingsLoader

LEAD = "VIENNA (AP) -- The council met on Monday to hear reports from the field.\n\n"
# A rule says so for sure; and one that only asks.
LOUD = "The mayor apologized about the delays, and the council were told of the plan.\n"
RULE = "prepositions/right-word"


def severities(story, reader, cache=None, **settings):
    command_line = {"languagetool": "off", **settings}
    desk = Desk(SettingsLoader(None, search=False, command_line=command_line), cache=cache)
    desk._proofreaders["auto"] = Proofreader(open_network=lambda: reader, cache=cache)
    with desk:
        told = desk.checked(None, "story.txt", story.encode())
    return {each.rule: str(each.severity) for each in told.findings}


@pytest.fixture
def loud():
    """The rules that speak up on the story by themselves, with how loudly."""
    found = severities(LEAD + LOUD, Told(), proofreader="off")
    assert any(severity != "query" for severity in found.values())
    return found


def test_sure_that_nothing_is_wrong_it_makes_a_rule_ask(loud):
    judged = severities(LEAD + LOUD, Told())
    assert set(judged) == set(loud)
    assert set(judged.values()) == {"query"}


def test_where_it_doubts_too_a_rule_stays_loud(loud):
    reader = Told(**dict.fromkeys(["apologized", "about", "council", "were", "told"], doubt("$OTHER", 0.4)))
    judged = severities(LEAD + LOUD, reader)
    assert {rule: judged[rule] for rule in loud if loud[rule] != "query"} == {
        rule: severity for rule, severity in loud.items() if severity != "query"
    }


def test_a_severity_that_the_settings_name_stays(loud):
    for rule in (rule for rule, severity in loud.items() if severity != "query"):
        judged = severities(LEAD + LOUD, Told(), severities={rule: "warning"})
        assert judged[rule] == "warning"


def test_a_rule_of_ones_own_is_not_judged(tmp_path):
    (tmp_path / "desk.yaml").write_text(
        """topic: House
rules:
  - id: grammar/plan
    kind: pattern
    message: "No plans."
    why: "The desk has none."
    source: "The desk."
    severity: error
    pattern: "plan"
    examples:
      - {bad: "He told of the plan."}
    counterexamples: ["He told of the deal."]
""",
        "utf-8",
    )
    own = severities(LEAD + LOUD, Told(), proofreader="off", rules=[str(tmp_path)], select=["grammar/plan"])
    assert own == {"grammar/plan": "error"}
    judged = severities(LEAD + LOUD, Told(), rules=[str(tmp_path)], select=["grammar/plan", "proofreader"])
    assert judged == own


def test_a_slow_reader_is_not_waited_for_at_first():
    class Slow(Told):
        def opinions(self, words):
            time.sleep(1)
            return super().opinions(words)

    shown = []
    desk = Desk(SettingsLoader(None, search=False, command_line={"languagetool": "off"}))
    desk._proofreaders["auto"] = Proofreader(open_network=lambda: Slow())
    with desk:
        told = desk.checked(None, "story.txt", (LEAD + LOUD).encode(), early=shown.append)
    (early,) = shown
    assert {each.rule for each in early.findings} == {each.rule for each in told.findings}
    assert {str(each.severity) for each in told.findings} == {"query"}
    assert any(str(each.severity) != "query" for each in early.findings)


def test_what_is_kept_depends_on_whether_it_takes_part(tmp_path):
    reader = Told(field=doubt("$DELETE", 0.99))
    with_it = severities(LEAD, reader, Cache(tmp_path / "results"))
    assert any(rule.startswith("proofreader/") for rule in with_it)
    without = severities(LEAD, reader, Cache(tmp_path / "results"), proofreader="off")
    assert not any(rule.startswith("proofreader/") for rule in without)
    assert severities(LEAD, Told(field=SURE), Cache(tmp_path / "results")) == with_it
    assert Path(tmp_path / "results").exists()
