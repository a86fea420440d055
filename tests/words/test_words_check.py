"""What house words find in a story, and what they keep quiet on."""

import pytest

from editor.documents.read import read_document
from editor.settings.model import Settings
from editor.values import Applicability, Finding, Severity, Span
from editor.words.check import check, without_accepted
from editor.words.model import Kind, Vocabulary, Word


def rejected(text: str, *uses: str) -> Word:
    return Word(Kind.REJECT, text, uses)


def found(text: str, *words: Word, **settings: object) -> list[tuple[str, str, str, str]]:
    """Rule, marked words, first replacement (or "") and severity of each finding."""
    document = read_document("story.txt", text.encode())
    findings = check(document, Vocabulary(words), Settings(**settings))  # type: ignore[arg-type]
    return [
        (each.rule, each.span.of(document.text), (*each.replacements, "")[0], str(each.severity))
        for each in findings
    ]


@pytest.mark.parametrize(
    ("text", "marked", "becomes"),
    [
        ("He sent an e-mail to all.", "e-mail", "email"),
        ("E-mail was down.", "E-mail", "Email"),
        ("All E-MAIL was lost.", "E-MAIL", "EMAIL"),
        ("They sent e-mails to all.", "e-mails", "emails"),
        ("It utilises the port.", "utilises", "uses"),
        ("It utilised the port.", "utilised", "used"),
        ("By utilising the port it grew.", "utilising", "using"),
        ("An illegal immigrant came.", "An illegal immigrant", "A migrant"),
        ("The KIEV talks ended.", "KIEV", "KYIV"),
        ("Pro-Kiev forces met.", "Kiev", "Kyiv"),
        ("Kiev's mayor spoke.", "Kiev", "Kyiv"),
    ],
)
def test_a_rejected_word_becomes_the_house_word(text: str, marked: str, becomes: str):
    words = (
        rejected("e-mail", "email"),
        rejected("utilise", "use"),
        rejected("illegal immigrant", "migrant"),
        rejected("Kiev", "Kyiv"),
    )
    assert found(text, *words) == [("words/rejected", marked, becomes, "error")]


@pytest.mark.parametrize(
    "text",
    [
        "He sent an email to all.",
        "See https://example.com/e-mail for more.",
        "The kiev was served cold.",
        "Write to press@e-mail.example for the list.",
    ],
)
def test_other_words_are_left_alone(text: str):
    assert found(text, rejected("e-mail", "email"), rejected("Kiev", "Kyiv"), rejected("mail", "post")) == []


def test_only_the_same_letters_are_safe_to_put():
    document = read_document("story.txt", b"The web site of per cent fame was utilised.")
    words = (rejected("web site", "website"), rejected("per cent", "percent"), rejected("utilise", "use"))
    findings = check(document, Vocabulary(words), Settings())
    assert [each.applicability for each in findings] == [
        Applicability.SAFE,
        Applicability.SAFE,
        Applicability.UNSAFE,
    ]


def test_quoted_words_are_a_query_never_applied():
    document = read_document("story.txt", b'"We utilise e-mail," the minister said.')
    findings = check(document, Vocabulary((rejected("e-mail", "email"),)), Settings())
    assert [(each.severity, each.applicability) for each in findings] == [(Severity.QUERY, None)]


def test_a_rejected_word_without_another_is_for_a_person():
    assert found("It was a bloodbath.", rejected("bloodbath")) == [
        ("words/rejected", "bloodbath", "", "error")
    ]


def test_severities_and_ignores_hold():
    word = rejected("e-mail", "email")
    assert found("An e-mail came.", word, severities={"words": "query"})[0][3] == "query"
    assert found("An e-mail came.", word, ignore=("words/rejected",)) == []
    assert found("An e-mail came.", word, severities={"words/rejected": "off"}) == []


ZELENSKYY = Word(Kind.NAME, "Volodymyr Zelenskyy", ("Vladimir Zelensky",))
NAMES = (
    ZELENSKYY,
    Word(Kind.NAME, "Kyiv", ("Kiev",)),
    Word(Kind.NAME, "Jean-Yves Le Drian"),
    Word(Kind.NAME, "Boris Johnson"),
    Word(Kind.NAME, "Mercosur"),
)


@pytest.mark.parametrize(
    ("text", "marked", "becomes", "severity"),
    [
        ("Volodymyr Zelensky spoke.", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "warning"),
        ("Volodimir Zelenskyy spoke.", "Volodimir Zelenskyy", "Volodymyr Zelenskyy", "query"),
        ("Vladimir Zelensky spoke.", "Vladimir Zelensky", "Volodymyr Zelenskyy", "error"),
        ("He flew to Kiev on Monday.", "Kiev", "Kyiv", "error"),
        ("Minister Jean-Yves Le Driant spoke.", "Jean-Yves Le Driant", "Jean-Yves Le Drian", "warning"),
        ("Boris Johnston's office spoke.", "Boris Johnston", "Boris Johnson", "warning"),
        ("The Mercosurr bloc met.", "Mercosurr", "Mercosur", "warning"),
        ("Volodymyr Zelenskyy spoke. On Monday Zelensky left.", "Zelensky", "Zelenskyy", "query"),
    ],
)
def test_a_name_has_one_spelling(text: str, marked: str, becomes: str, severity: str):
    assert found(text, *NAMES) == [("words/name", marked, becomes, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Volodymyr Zelenskyy spoke. Zelenskyy's office agreed.",
        "VOLODYMYR ZELENSKYY SPOKE",
        "Volodymyr Zelenskyy met the Boris Johnsons of this world.",
        "Boris Yeltsin and Lyndon Johnson never met.",
        "Zelensky, a dentist in Lviv, was born in 1970.",
        "A Johnston of Ohio won. Boris lost.",
        "Boris Johnson met Amy Johnston on Monday.",
        "The Mercosurs of this world met.",
        "Jean-Yves went. Le Drian stayed.",
    ],
)
def test_other_names_are_left_alone(text: str):
    assert found(text, *NAMES) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Github was sold.", "Github"), ("They use github there.", "github"), ("The iphone fell.", "iphone")],
)
def test_a_house_word_has_its_capitals(text: str, marked: str):
    words = (Word(Kind.ACCEPT, "GitHub"), Word(Kind.ACCEPT, "iPhone"), Word(Kind.ACCEPT, "Apple"))
    assert [each[:2] for each in found(text, *words)] == [("words/case", marked)]


@pytest.mark.parametrize(
    "text",
    [
        "GitHub was sold.",
        "GITHUB WAS SOLD",
        "He ate an apple.",
        "The reading was poor.",
        "IPHONE SALES FELL.",
    ],
)
def test_capitals_that_are_right_or_make_another_word(text: str):
    words = (
        Word(Kind.ACCEPT, "GitHub"),
        Word(Kind.ACCEPT, "iPhone"),
        Word(Kind.ACCEPT, "Apple"),
        Word(Kind.NAME, "Reading"),
    )
    assert found(text, *words) == []


ECB = Word(Kind.ACRONYM, "ECB", ("European Central Bank",))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ECB met. The ECB left.", 1),
        ("The European Central Bank (ECB) met. The ECB left.", 0),
        ("The ECB met. The European Central Bank left.", 1),
        ("The bank met.", 0),
    ],
)
def test_an_acronym_is_spelt_out_first(text: str, count: int):
    assert [each[0] for each in found(text, ECB)] == ["words/acronym"] * count


def test_an_accepted_word_is_no_misspelling():
    text = "The fintech fell on Mondy."

    def misspelt(word: str) -> Finding:
        at = text.index(word)
        return Finding("lt/MORFOLOGIK_RULE_EN_US", "typos", Severity.WARNING, "?", Span(at, at + len(word)))

    other = Finding("grammar/x", "grammar", Severity.ERROR, "!", misspelt("fintech").span)
    left = without_accepted(
        [misspelt("fintech"), other, misspelt("Mondy")], text, Vocabulary((Word(Kind.ACCEPT, "fintech"),))
    )
    assert left == [other, misspelt("Mondy")]
