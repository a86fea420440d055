"""The nouns that are counted, and those whose singular may stand after a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from editor.text.words import words


class Nouns(NamedTuple):
    """Nouns that are counted; counted wherever they stand; and not counted."""

    counted: frozenset[str]
    always: frozenset[str]
    mass: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Nouns:
        """The nouns from the rulebook's lists."""
        always = lists["articles-count"]
        return cls(
            always | lists["articles-count-object"],
            always | {"side", "sale"},
            lists["number-uncountable"] | lists["confusions-mass"],
        )


# Units and nouns that stay as they are after a number, or of which usage has both.
SAME = words("""percent cent per dozen hundred thousand million billion trillion score gross head stone foot hertz megahertz gigahertz
    kilohertz horsepower euro yen yuan won baht rand renminbi ringgit kwacha kip dong birr pula bitcoin rupiah hryvnia kina taka tenge
    lari som manat koruna zloty forint naira cedi dalasi quetzal lempira real lira peso krone krona dram leu lev sol tael li mu
    p.m. a.m. pm am mph kph km kg cm mm mg ml mw gw kw kwh bpd gb mb tb ft lb oz yr hr min sec sq fold odd strong plus minus
    proof carat karat ply year-old aboard apiece each more less other others second third fourth fifth sixth seventh eighth ninth tenth
    half quarter past noon midnight o'clock bce bc ad ce man-made crew staff dead missing wounded injured few many kind sort type
    deer reindeer buffalo abalone sperm krill sheep fish salmon trout cod tuna shrimp moose grouse bison swine elk squid aircraft spacecraft series species means
    offspring counsel personnel cattle police people data media cavalry infantry cannon ton guinea fathom brace yoke dice craft
    horse foot sail rank percentage today tomorrow yesterday tonight morning afternoon evening night overall total lead win advantage
    defeat victory loss draw deficit edge start finish decision record rout upset vote majority minority margin cup score thriller
    triumph tie aggregate fare one self none all any some such same no rest former latter next last first straight local left right
    north south east west northeast northwest southeast southwest northern home back front inside outside up down in out off over
    deep high wide tall long old square cubic metric average mean maximum minimum level below above zero gray grey red blue green
    white black gold silver bronze alto soprano stereo""")
GROUPS = words("""family team staff crew band group gang party cast squad class couple pair trio quartet community public opposition elite
    government cabinet delegation faculty army peloton pack crowd audience jury panel flock herd generation lot bunch kind sort
    type set series species leadership clergy congregation entourage household tribe clan fleet majority minority rest field
    population militia order society company cohort species brood litter squadron choir orchestra ensemble bench royal youth
    electorate laity press militia mob posse rank genre lineup roster most world earth number""")
UNITS = words("""second minute hour day week month year decade century mile kilometer kilometre meter metre foot yard inch acre hectare ton
    tonne pound kilogram kilo gram ounce gallon liter litre barrel degree dollar euro cent page member person man woman seat room
    story storey point game match round lap stage part point nation party state country million billion trillion micron megawatt
    volt watt wheel door bed star bedroom night team horse visa franc""")
# "all day", "all the city", "most nights": wholes.
WHOLES = words("""city country village town world nation region island family day week month year night house time way season summer winter
    page school community state continent province district planet neighborhood neighbourhood""")
