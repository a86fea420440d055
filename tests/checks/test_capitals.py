"""Common nouns and titles in capitals: which belong to a name, and which are small."""

import pytest

from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.rulebook.compiled import compile_book
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.settings.model import Settings
from editor.values import Severity

BOOK = compile_book(load([packaged()]))
RULES = ("capitals/office-alone", "style/title-alone")
SIGNED = "OSLO, Norway (AP) — "


def found(text, profile="ap"):
    engine = Engine(BOOK, profile_named(BOOK, profile), Settings(profile=profile, select=RULES))
    return engine.check(read_document("story.txt", (text + "\n").encode()))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Two men were handed over to the Police on Monday.", "police"),
        ("The road was closed by Police in the evening.", "police"),
        ("Farmers asked the new Government for help with seed.", "government"),
        ("The wife of the Accused was not in the room.", "accused"),
        ("It was Ana Silva, a Nurse in the port.", "nurse"),
        ("They left, said the deputy Head of the rescue team.", "head"),
        ("They left, said the port's Chief Engineer, Rui Costa.", "chief engineer"),
        ("The talks of the two Ministers went on all night.", "ministers"),
        ("She was named Ambassador to Egypt in the spring.", "ambassador"),
    ],
)
def test_a_common_noun_is_small(text, fix):
    hits = found(SIGNED + text)
    assert [each.replacements[0] for each in hits] == [fix]
    assert hits[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "He met the Government Accountability Office and the Ministry of Health.",
        "He studied at Queen's University and lay in the Children's Hospital.",
        "The Kabul Police and the Turkish Embassy denied it.",
        "The Council of Ministers met Deputy Head Teacher Rui Costa at Hilton Head.",
        "She writes for Farmers' Weekly and sang in Songs for Workers.",
        "She starred in Meet The Parents and drew The Government.",
        '"The Government will pay," he said.',
    ],
)
def test_a_name_keeps_its_capital(text):
    assert not found(SIGNED + text)


def test_a_story_without_signature_is_asked_once():
    hits = found("He said the Government would pay. Then the Ministry paid.")
    assert [each.severity for each in hits] == [Severity.QUERY]


def test_an_office_in_apposition_is_small_everywhere():
    hits = found("It is old, according to the Curator, Ana Silva.", "uk")
    assert [(each.replacements[0], each.severity) for each in hits] == [("curator", Severity.WARNING)]
