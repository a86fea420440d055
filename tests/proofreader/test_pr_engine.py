"""Documents in, findings out; what is kept quiet, what is kept between runs, what happens without the network."""

from dataclasses import replace

import pytest
from proofreader_helpers import Told, doubt

from editor.cache import Cache
from editor.documents.read import read_document
from editor.engine import profile_named
from editor.errors import EngineError
from editor.proofreader.choices import Choice, Choices, Many
from editor.proofreader.doubts import Opinion
from editor.proofreader.engine import Proofreader
from editor.proofreader.judge import Bounds
from editor.proofreader.kinds import KINDS
from editor.proofreader.ranks import Margins
from editor.proofreader.weighed import Weights
from editor.rulebook.compiled import compiled
from editor.settings.model import Settings
from editor.values import Applicability, Finding, Severity, Span

CHOICES = Choices(
    {kind: Choice("test", 0.5, 0.95, 0.4, 0.9) for kind in KINDS},
    Many(3, 20, 0.7),
    Bounds(frozenset({"agreement"}), (), 0.3, 0.05),
    Margins(0.05, 0.3),
    # As sure as the network is: what is weighed has tests of its own.
    Weights(shift=0.0, mended=0.0, likely=0.0),
    least=0.4,
    unmended=0.5,
)
STORY = (
    "Ministers open water talks\n\n"
    "VIENNA (AP) -- The council discussed about the budget on Monday, and the talks began at once.\n\n"
    '"We discussed about the budget in the old hall," said Anna Berg, the treasurer of the city.\n'
)


def proofreader(reader, **more):
    return Proofreader(choices=CHOICES, open_network=lambda: reader, **more)


def findings(text, reader, settings=None, **more):
    document = read_document("story.txt", text.encode())
    engine = proofreader(reader, **more)
    engine.begin(document)
    reading = engine.read(document)
    return engine.findings(document, reading, settings or Settings(), profile_named(compiled(), "ap"))


def test_a_doubt_is_a_query_and_a_sure_one_a_warning():
    query, _ = findings(STORY, Told(about=doubt("$DELETE", 0.8)))
    assert (query.rule, query.severity, query.applicability) == (
        "proofreader/preposition",
        Severity.QUERY,
        None,
    )
    warning, _ = findings(STORY, Told(about=doubt("$DELETE", 0.96)))
    assert (warning.severity, warning.applicability) == (Severity.WARNING, Applicability.UNSAFE)


def test_a_second_look_reads_no_sentence_twice():
    unsure = Opinion(0.9, (("$REPLACE_for", 0.35), ("$REPLACE_of", 0.3)))
    reader = Told(**{"about": unsure, "for": doubt("$OTHER")})
    (asked,) = findings("The council talked about the budget in the old hall on Monday .\n", reader)
    assert asked.replacements == ("of", "for")
    # As it is, and with each of the two.
    assert reader.read == 3


def test_quoted_words_are_only_asked_about():
    told = findings(STORY, Told(about=doubt("$DELETE", 0.96)))
    assert [each.severity for each in told] == [Severity.WARNING, Severity.QUERY]


CARELESS = "The council discussed about the budget. " * 3 + "The mayor answered to the letter of the board.\n"


def test_a_story_with_many_doubts_is_asked_about_more():
    reader = Told(about=doubt("$DELETE", 0.8), to=doubt("$DELETE", 0.42))
    assert len(findings(CARELESS, reader)) == 4
    fewer = CARELESS.replace("discussed about", "discussed", 1)
    assert len(findings(fewer, reader)) == 2
    longer = CARELESS + "\nThe town has old walls and a hall of stone by the river. " * 20 + "\n"
    assert len(findings(longer, reader)) == 3


def test_slugs_and_short_lines_are_not_read():
    reader = Told(water=doubt("$DELETE"))
    assert findings(STORY, reader) == []
    assert reader.read == 2


HEADLINED = "Ministers open talks over water in Vienna\n" + STORY.partition("\n")[2]


def test_a_headline_is_read_with_a_stop_and_only_asked_about_by_its_own_bounds():
    kinds = {
        kind: Choice("test", 0.5, 0.95, headline=0.9 if kind == "preposition" else None) for kind in KINDS
    }
    choices = replace(CHOICES, kinds=kinds)

    class Stopped(Told):
        def opinions(self, words):
            assert words[-1] == "."
            return super().opinions(words)

    def asked(**opinions):
        document = read_document("story.txt", HEADLINED.encode())
        engine = Proofreader(choices=choices, open_network=lambda: Stopped(**opinions))
        reading = engine.read(document)
        return engine.findings(document, reading, Settings(), profile_named(compiled(), "ap"))

    (only,) = asked(over=doubt("$REPLACE_on", 0.99))
    assert (only.severity, only.span.of(HEADLINED)) == (Severity.QUERY, "over")
    assert asked(over=doubt("$REPLACE_on", 0.85)) == []
    assert asked(Ministers=doubt("$NUM_SG", 0.99)) == []


def test_a_headline_with_a_capital_on_every_word_is_not_read():
    reader = Told(Over=doubt("$REPLACE_on"))
    titled = "Ministers Open Talks Over Water In Vienna\n" + STORY.partition("\n")[2]
    assert findings(titled, reader) == []
    assert reader.read == 2


@pytest.mark.parametrize("word", ["Berg", "Monday"])
def test_names_are_never_doubted(word):
    assert findings(STORY, Told(**{word: doubt("$REPLACE_hill")})) == []


def test_a_mark_is_not_put_in_a_words_place():
    assert findings(STORY, Told(budget=doubt("$REPLACE_."))) == []


def test_a_name_that_opens_a_sentence_is_one_too():
    text = "Zhivkovic met the council in the old hall.\n"
    assert findings(text, Told(Zhivkovic=doubt("$REPLACE_he"))) == []
    assert len(findings(text.replace("Zhivkovic", "Ministers"), Told(Ministers=doubt("$NUM_SG")))) == 1


def test_a_word_before_a_name_may_be_missing():
    (only,) = findings(STORY, Told(said=doubt("$APPEND_the")))
    assert only.replacements == ("the Anna",)


def test_numbers_are_never_doubted():
    assert (
        findings("The council of 12 members met in the old hall.\n", Told(**{"12": doubt("$DELETE")})) == []
    )


def test_links_are_never_doubted():
    text = "The council met at http://example.org/about/this in the old hall.\n"
    assert findings(text, Told(about=doubt("$DELETE"))) == []


def test_settings_choose_the_kinds_and_how_loud_they_are():
    reader = Told(about=doubt("$DELETE", 0.96))
    assert findings(STORY, reader, Settings(ignore=("proofreader/preposition",))) == []
    error, query = findings(STORY, reader, Settings(severities={"proofreader": "error"}))
    assert (error.severity, query.severity) == (Severity.ERROR, Severity.QUERY)


def test_settings_make_a_query_louder_but_not_in_a_quotation():
    reader = Told(about=doubt("$DELETE", 0.8))
    warning, query = findings(STORY, reader, Settings(severities={"proofreader": "warning"}))
    assert (warning.severity, warning.applicability) == (Severity.WARNING, Applicability.UNSAFE)
    assert (query.severity, query.applicability) == (Severity.QUERY, None)


def test_a_sentence_is_read_once_and_kept(tmp_path):
    reader = Told(about=doubt("$DELETE", 0.8, 0.95))
    with_cache = {"cache": Cache(tmp_path / "results")}
    first = findings(STORY, reader, **with_cache)
    assert findings(STORY, reader, **with_cache) == first
    # Two sentences, each as it is and as it is mended.
    assert reader.read == 4
    moved = findings(STORY.replace("at once", "late"), reader, **with_cache)
    assert reader.read == 6
    assert [each.span.start for each in moved] == [first[0].span.start, first[1].span.start - 3]


def test_what_is_kept_but_is_no_answer_is_worked_out_anew(tmp_path):
    cache = Cache(tmp_path / "results")
    reader = Told(about=doubt("$DELETE", 0.8))
    findings(STORY, reader, cache=cache)

    class Odd:
        def get_all(self, keys):
            return {key: [[1, 2]] for key in keys}

        def put_all(self, values):
            self.put = values

    assert len(findings(STORY, reader, cache=Odd())) == 2


def broken():
    raise EngineError("it is broken")


def test_without_the_network_auto_says_so_once_and_goes_on():
    told = []
    engine = Proofreader(choices=CHOICES, open_network=broken, notify=told.append)
    document = read_document("story.txt", STORY.encode())
    assert engine.read(document) is None
    engine.read(document)
    assert told == ["going on without the proofreader: it is broken"]


def test_without_the_network_required_fails():
    engine = Proofreader("required", choices=CHOICES, open_network=broken)
    document = read_document("story.txt", STORY.encode())
    engine.begin(document)
    with pytest.raises(EngineError, match="it is broken"):
        engine.read(document)


def test_it_judges_our_rules_outside_quotations():
    document = read_document("story.txt", STORY.encode())
    engine = proofreader(Told(council=doubt("$OTHER", 0.4)))
    reading = engine.read(document)
    spans = [
        Span(STORY.index(words), STORY.index(words) + len(words))
        for words in ("council", "talks began", "old hall")
    ]
    asked, loud, quoted = (
        Finding("agreement/verb", "agreement", severity, "!", span, ("x",), applicability)
        for span, severity, applicability in zip(
            spans,
            (Severity.QUERY, Severity.ERROR, Severity.QUERY),
            (None, Applicability.SAFE, None),
            strict=True,
        )
    )
    told = engine.judged([asked, loud, quoted], document, reading, {"agreement/verb"})
    assert [each.severity for each in told] == [Severity.WARNING, Severity.QUERY, Severity.QUERY]
    assert [each.applicability for each in told] == [Applicability.UNSAFE, None, None]
    assert engine.judged([asked, loud], document, reading, {"agreement/other"}) == [asked, loud]


def test_where_nothing_is_to_be_read_the_network_stays_closed():
    engine = Proofreader("required", choices=CHOICES, open_network=broken)
    assert engine.read(read_document("story.txt", b"Ministers met.\n\nOK then.\n")) is not None


LETTER = "The mayor answered letter of the board in the old hall on Monday .\n"


def first_of_letter(reader, text=LETTER, **more):
    start = text.index("letter")
    finding = Finding(
        "articles/missing",
        "articles",
        Severity.ERROR,
        "It can't stand alone: 'a letter'.",
        Span(start, start + len("letter")),
        ("a letter", "the letter", "letters"),
        Applicability.UNSAFE,
    )
    document = read_document("story.txt", text.encode())
    engine = proofreader(reader, **more)
    (told,) = engine.judged([finding], document, engine.read(document), {"articles/missing"})
    return told


def test_the_suggestion_that_reads_best_stands_first_and_is_named():
    told = first_of_letter(Told(a=doubt("$OTHER", 0.4), letters=doubt("$OTHER", 0.2)))
    assert told.replacements == ("the letter", "a letter", "letters")
    assert told.message == "It can't stand alone: 'the letter'."
    kept = first_of_letter(Told(the=doubt("$OTHER", 0.4), letters=doubt("$OTHER", 0.2)))
    assert kept.replacements[0] == "a letter"


def test_a_doubt_is_surer_where_its_mend_reads_well():
    weighing = replace(CHOICES, weights=Weights(shift=0.0, mended=0.5, likely=0.0))

    def how_sure(**opinions):
        engine = Proofreader(choices=weighing, open_network=lambda: Told(**opinions))
        (only,) = engine.read(read_document("story.txt", LETTER.encode())).doubts
        return only.wrong

    good, bad = Opinion(0.8, (("$REPLACE_note", 0.95),)), doubt("$OTHER", 0.8)
    assert how_sure(letter=good) > 0.8 > how_sure(letter=good, note=bad)


def test_what_reads_best_is_kept_with_its_sentence(tmp_path):
    cache = Cache(tmp_path / "cache.db")
    first = Told(a=doubt("$OTHER", 0.4))
    told = first_of_letter(first, cache=cache)
    again = Told()
    moved = first_of_letter(
        again, "Talks began at once in the old hall on Monday .\n\n" + LETTER, cache=cache
    )
    assert (first.read, again.read) == (4, 1)
    assert moved.replacements == told.replacements


def test_nothing_is_ranked_outside_of_sentences():
    assert (
        first_of_letter(Told(a=doubt("$OTHER", 0.4)), "letter of the mayor\n").replacements[0] == "a letter"
    )


def test_what_was_kept_is_of_use_where_the_network_is_gone(tmp_path):
    cache = Cache(tmp_path / "cache.db")
    findings(LETTER, Told(), cache=cache)
    document = read_document("story.txt", LETTER.encode())
    given = Finding(
        "articles/missing", "articles", Severity.ERROR, "!", Span(19, 25), ("a letter", "the letter")
    )

    def gone():
        raise EngineError("no network")

    said = []
    engine = Proofreader(choices=CHOICES, open_network=gone, cache=cache, notify=said.append)
    reading = engine.read(document)
    assert reading is not None and not said
    assert engine.judged([given], document, reading, {"articles/missing"}) == [given]
    assert said == ["going on without the proofreader: no network"]
    required = Proofreader("required", choices=CHOICES, open_network=gone, cache=cache)
    with pytest.raises(EngineError, match="no network"):
        required.judged([given], document, reading, {"articles/missing"})
