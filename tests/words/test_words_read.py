"""Files of house words: what a line means, what is refused, and Vale's vocabularies as they are."""

import os
from pathlib import Path

import pytest

from editor.errors import UserError
from editor.words.model import Kind
from editor.words.read import read, vocabulary

PAGE = """\
# The City desk's words.
fintech     # not FinTech

[reject]
e-mail -> email
utilise → use / employ
illegal immigrant

[names]
Volodymyr Zelenskyy (not Volodymyr Zelensky, Vladimir Zelensky)
Kyiv

[acronyms]
ECB = European Central Bank
GDP

[accept]
C#-like
/crypto\\w+/
"""


def test_each_heading_has_its_own_form(tmp_path: Path):
    page = tmp_path / "words.txt"
    page.write_text(PAGE, encoding="utf-8")
    found = [(word.kind, word.text, word.others, word.expression) for word in read(page)]
    assert found == [
        (Kind.ACCEPT, "fintech", (), False),
        (Kind.REJECT, "e-mail", ("email",), False),
        (Kind.REJECT, "utilise", ("use", "employ"), False),
        (Kind.REJECT, "illegal immigrant", (), False),
        (Kind.NAME, "Volodymyr Zelenskyy", ("Volodymyr Zelensky", "Vladimir Zelensky"), False),
        (Kind.NAME, "Kyiv", (), False),
        (Kind.ACRONYM, "ECB", ("European Central Bank",), False),
        (Kind.ACRONYM, "GDP", (), False),
        (Kind.ACCEPT, "C#-like", (), False),
        (Kind.ACCEPT, r"crypto\w+", (), True),
    ]
    assert read(page)[1].place == f"{page}:5"


@pytest.mark.parametrize("text", [PAGE.replace("\n", "\r\n"), "\ufeff" + PAGE])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path, text: str):
    page = tmp_path / "words.txt"
    page.write_bytes(text.encode())
    assert [word.text for word in read(page)][:2] == ["fintech", "e-mail"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rejects]\nx", ":1: there is no heading [rejects]; did you mean [reject]?"),
        ("e-mail -> email", ":1: an arrow stands only under the heading [reject]"),
        ("[reject]\nx ->", ":2: a rejected word is written"),
        ("[reject]\n-> y", ":2: a rejected word is written"),
        ("[names]\nKyiv (not )", ":2: a name is written"),
        ("[acronyms]\nECB =", ":2: an acronym is written"),
        ("[accept]\n/(x/", ":2: '(x' is no regular expression"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, text: str, told: str):
    page = tmp_path / "words.txt"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        vocabulary([page])
    assert str(caught.value).startswith(f"{page}{told}")
    assert "\n" not in str(caught.value)


def test_a_folder_stands_for_its_files(tmp_path: Path):
    (tmp_path / "a.txt").write_text("one\n")
    (tmp_path / "b.txt").write_text("two\n")
    (tmp_path / "notes.md").write_text("three\n")
    assert [word.text for word in vocabulary([tmp_path]).words] == ["one", "two"]


def test_a_vale_vocabulary_loads_as_it_is(tmp_path: Path):
    (tmp_path / "accept.txt").write_text("# comment\nGitHub\n(?i)kubectl\n[Ee]tcd\n")
    (tmp_path / "reject.txt").write_text("[Mm]aster\nGuys\n")
    found = [(word.kind, word.text, word.expression) for word in vocabulary([tmp_path]).words]
    assert found == [
        (Kind.ACCEPT, "GitHub", False),
        (Kind.ACCEPT, "(?i)kubectl", True),
        (Kind.ACCEPT, "[Ee]tcd", True),
        (Kind.REJECT, "[Mm]aster", True),
        (Kind.REJECT, "Guys", False),
    ]


def test_a_file_that_changed_is_read_again(tmp_path: Path):
    page = tmp_path / "words.txt"
    page.write_text("one\n")
    assert [word.text for word in vocabulary([page]).words] == ["one"]
    page.write_text("two\n")
    os.utime(page, ns=(1, 1))
    assert [word.text for word in vocabulary([page]).words] == ["two"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fintech", True),
        ("Fintech", True),
        ("FINTECH", True),
        ("fintech's", True),
        ("fintechs", False),
        ("email", True),
        ("e-mail", False),
        ("Zelenskyy", True),
        ("Zelenskyy’s", True),
        ("ZELENSKYY", True),
        ("zelenskyy", False),
        ("European Central Bank", True),
        ("cryptocoins", True),
        ("Cryptocoins", False),
    ],
)
def test_what_is_accepted(tmp_path: Path, word: str, expected: bool):
    page = tmp_path / "words.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert vocabulary([page]).accepted.has(word) is expected
