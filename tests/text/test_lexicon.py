"""The lexicon: tags, lemmas, irregular forms, spelling rules, and how fast it opens."""

from __future__ import annotations

import subprocess
import sys

import pytest

from editor.text import lexicon

# Base, past, participle.
IRREGULAR = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become;begin began begun;
bend bent bent;bet bet bet;bind bound bound;bite bit bitten;bleed bled bled;blow blew blown;break broke broken;
breed bred bred;bring brought brought;broadcast broadcast broadcast;build built built;burst burst burst;
buy bought bought;cast cast cast;catch caught caught;choose chose chosen;cling clung clung;come came come;
cost cost cost;creep crept crept;cut cut cut;deal dealt dealt;dig dug dug;do did done;draw drew drawn;
drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;fight fought fought;
find found found;flee fled fled;fling flung flung;fly flew flown;forbid forbade forbidden;forecast forecast forecast;
foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;give gave given;
go went gone;grind ground ground;grow grew grown;hang hung hung;have had had;hear heard heard;hide hid hidden;
hit hit hit;hold held held;hurt hurt hurt;keep kept kept;kneel knelt knelt;know knew known;lay laid laid;
lead led led;leave left left;lend lent lent;let let let;lie lay lain;lose lost lost;make made made;mean meant meant;
meet met met;mislead misled misled;mistake mistook mistaken;overcome overcame overcome;overtake overtook overtaken;
overthrow overthrew overthrown;pay paid paid;put put put;quit quit quit;read read read;rebuild rebuilt rebuilt;
ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;see saw seen;seek sought sought;
sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed;shoot shot shot;show showed shown;
shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;slide slid slid;
speak spoke spoken;spend spent spent;spin spun spun;split split split;spread spread spread;stand stood stood;
steal stole stolen;stick stuck stuck;sting stung stung;strike struck struck;swear swore sworn;sweep swept swept;
swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;
think thought thought;throw threw thrown;undergo underwent undergone;understand understood understood;
undertake undertook undertaken;uphold upheld upheld;wake woke woken;wear wore worn;weep wept wept;win won won;
wind wound wound;withdraw withdrew withdrawn;withhold withheld withheld;withstand withstood withstood;write wrote written
"""
PLURALS = """
man men;woman women;child children;person people;foot feet;tooth teeth;mouse mice;goose geese;wife wives;life lives;
knife knives;leaf leaves;half halves;shelf shelves;thief thieves;wolf wolves;crisis crises;basis bases;analysis analyses;
criterion criteria;phenomenon phenomena;aircraft aircraft;series series;species species;sheep sheep;city cities;
country countries;boy boys;bus buses;box boxes;church churches;hero heroes;potato potatoes;veto vetoes;photo photos;
roof roofs;chief chiefs;belief beliefs;spokesman spokesmen;spokeswoman spokeswomen;policeman policemen;
mother-in-law mothers-in-law;passer-by passers-by;runner-up runners-up;stadium stadiums;index indexes;party parties;
embassy embassies;attorney attorneys;tax taxes;loss losses;referendum referendums
"""
SPELT = """
keep VBG keeping;travel VBG traveling;stop VBD stopped;refer VBD referred;occur VBG occurring;admit VBD admitted;
begin VBG beginning;focus VBD focused;die VBG dying;lie VBG lying;agree VBG agreeing;carry VBD carried;play VBD played;
make VBG making;plan VBG planning;visit VBD visited;control VBD controlled;cancel VBD canceled;be VBP are;be VBZ is;
have VBZ has;do VBZ does;go VBZ goes;try VBZ tries;push VBZ pushes;veto VBZ vetoes;say VBZ says;fix VBZ fixes;
big JJR bigger;good JJR better;bad JJS worst;happy JJR happier;livestream VBD livestreamed;co-write VBD co-wrote;
panic VBD panicked;prefer VBD preferred;offer VBD offered;deploy VBD deployed;sit VBG sitting;run VBG running;
hold VB hold;talk VBP talk
"""


def _rows(table):
    return [tuple(row.split()) for row in table.replace("\n", "").split(";")]


@pytest.mark.parametrize(("base", "past", "participle"), _rows(IRREGULAR))
def test_irregular_verbs(base, past, participle):
    assert lexicon.inflect(base, "VBD") == past
    assert lexicon.inflect(base, "VBN") == participle
    assert base in lexicon.lemmas(past, "VBD")
    assert base in lexicon.lemmas(participle, "VBN")


@pytest.mark.parametrize(("one", "many"), _rows(PLURALS))
def test_plurals(one, many):
    assert lexicon.inflect(one, "NNS") == many


@pytest.mark.parametrize(("lemma", "tag", "form"), _rows(SPELT))
def test_spelling_of_forms(lemma, tag, form):
    assert lexicon.inflect(lemma, tag) == form


def test_a_word_takes_no_form_of_another_class():
    assert lexicon.inflect("happiness", "VBD") is None
    assert lexicon.inflect("beautiful", "NNS") is None


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("talks", {"NNS", "VBZ"}),
        ("held", {"VBD", "VBN"}),
        ("her", {"PRP", "PRP$"}),
        ("that", {"IN", "DT", "WDT"}),
        ("The", {"DT"}),
        ("quickly", {"RB"}),
    ],
)
def test_tags(word, tags):
    assert tags <= lexicon.tags(word)


def test_unknown_words():
    assert not lexicon.knows("xqzzt")
    assert lexicon.tags("xqzzt") == frozenset()
    assert lexicon.lemmas("xqzzt", "NN") == ()
    assert lexicon.zipf("xqzzt") == 0.0


def test_common_words_count_more():
    assert lexicon.zipf("the") > lexicon.zipf("said") > lexicon.zipf("parliament") > lexicon.zipf("abseil")
    assert lexicon.knows("Parliament")


def test_opening_takes_no_time():
    code = (
        "import marisa_trie, time; from editor.text import lexicon; a = time.perf_counter(); "
        "lexicon.tags('talks'); lexicon.inflect('talk', 'NNS'); print(time.perf_counter() - a)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True) for _ in range(2)]
    assert min(float(run.stdout) for run in runs) < 0.01
