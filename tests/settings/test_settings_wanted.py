"""What an engine beside our rules found, at the severities that the settings name."""

from editor.settings.model import Settings
from editor.settings.wanted import wanted
from editor.values import Applicability, Finding, Severity, Span

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def finding(severity, applicability=None, replacements=("in",)):
    return Finding("lt/X", "x", severity, "!", Span(3, 5), replacements, applicability, "languagetool")


def told(one, stays=False, **settings):
    found = [
        (str(each.severity), each.applicability)
        for each in wanted([one], Settings(**settings), lambda _: stays)
    ]
    return found[0] if found else None


def test_without_settings_nothing_changes():
    assert told(finding(Severity.ERROR, SAFE)) == ("error", SAFE)
    assert told(finding(Severity.QUERY)) == ("query", None)


def test_a_named_severity_holds_and_a_fix_stays_as_safe_as_it_was():
    assert told(finding(Severity.ERROR, SAFE), severities={"lt": "warning"}) == ("warning", SAFE)
    assert told(finding(Severity.ERROR, SAFE), severities={"lt": "query"}) == ("query", None)


def test_a_query_can_be_made_louder_and_its_fix_is_unsafe():
    assert told(finding(Severity.QUERY), severities={"lt/X": "error"}) == ("error", UNSAFE)
    assert told(finding(Severity.QUERY, None, ()), severities={"lt/X": "error"}) == ("error", None)


def test_a_query_because_of_its_place_stays_one():
    assert told(finding(Severity.QUERY), stays=True, severities={"lt/X": "error"}) == ("query", None)
    assert told(finding(Severity.ERROR, SAFE), stays=True, severities={"lt/X": "warning"}) == (
        "warning",
        SAFE,
    )


def test_what_is_off_or_ignored_is_left_out():
    assert told(finding(Severity.ERROR), severities={"lt": "off"}) is None
    assert told(finding(Severity.ERROR), ignore=("lt/X",)) is None
    assert told(finding(Severity.ERROR), select=("grammar",)) is None
