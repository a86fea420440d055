"""The grammatical number of nouns and pronouns: one, many, either, and groups that stylebooks treat differently.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, sections 3 and 18.
"""

from __future__ import annotations

from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

ONE = 1
MANY = 2
EITHER = ONE | MANY
GROUP = 4
"""Added to ONE: a collective, or a name that may stand for one; British usage also takes a plural verb."""

# Look plural, take a singular verb.
PLURAL_LOOKING = words("""news maths politics economics mathematics physics athletics gymnastics electronics genetics linguistics logistics
    ethics obstetrics pediatrics paediatrics aeronautics acoustics aerobics billiards darts dominoes measles mumps
    rabies diabetes rickets herpes shingles checkers hysterics robotics cosmetics mechanics optics statistics tactics
    acrobatics classics dynamics graphics civics phonetics semantics aerodynamics hydraulics""")
# Of those, the ones that are also plurals proper ("the statistics are").
_ALSO_PLURAL = words("""politics economics athletics electronics genetics logistics ethics acoustics darts dominoes shingles checkers
    hysterics cosmetics mechanics optics statistics tactics acrobatics classics dynamics graphics""")
# One form for both numbers, or a number that usage does not settle.
UNSETTLED = words("""series species means crossroads headquarters barracks works gallows innings aircraft spacecraft hovercraft
    watercraft offspring sheep deer fish salmon trout cod tuna squid shrimp moose bison grouse swine data media criteria
    bacteria agenda graffiti paparazzi staff crew couple pair trio duo quartet majority minority public clergy faculty
    youth elite personnel rest half remainder bulk percent percentage cent proportion fraction part portion third
    quarter fifth tenth lot plenty score dozen million billion trillion hundred thousand number range handful variety
    string host slew spate plethora mix mixture array multitude mass crop ton tons kind sort type pool network bunch set
    batch cluster wave flood stream raft litany chorus panel cast squad team group gang mob pack herd flock fleet clutch swathe swath
    generation cohort class swarm contingent delegation sample assortment selection combination sum
    average total maximum minimum estimate dead missing accused deceased insured what whatever such former latter
    more most all some any none enough other same first last next second least best worst one dice
    counsel kin folk offspring livestock poultry vermin gentry cavalry infantry militia guerrilla rank-and-file
    sweepstakes shambles links bellows chassis corps rendezvous patois biceps triceps premises odds thanks
    rubbish spectrum succession sequence chain collection trove pile stack list-maker smattering dearth abundance
    surfeit glut sprinkling dozen-odd quantity amount-of phenomena strata errata pasta spaghetti confetti
    pod breed algae fungi larvae antennae alumni family flock dregs lead""")
# Look singular, take a plural verb.
PLURAL_ONLY = words("police people cattle folks")
GROUPS = words("""audience crowd army assembly association audience band bank board body brigade cabinet chamber church club coalition commission
    committee community company congregation congress consortium corporation council court department directorate
    electorate embassy enemy executive faction family federation firm force foundation government house institute
    institution jury leadership management manufacturer ministry mission movement navy office opposition orchestra
    organisation organization panel parliament partnership party population press regiment regulator school senate
    side syndicate tribe tribunal troupe union unit university airline agency administration authority bureau carmaker
    automaker retailer broadcaster publisher developer operator maker builder producer refiner lender insurer supplier
    franchise college hospital charity group team crew staff squad cast choir duo trio quartet couple pair
    village town city nation country state world industry sector trade profession aristocracy proletariat
    peloton ensemble secretariat politburo junta taskforce task-force guild lobby bloc alliance league militia
    dynasty garrison platoon battalion posse clan cohort generation public mafia cartel household
    newspaper paper magazine network channel station brand club-side bench defence defense midfield attack""")
# Words for measures: five years, 10 miles and $5 million may be one amount.
MEASURES = words("""year month week day hour minute second decade century fortnight night season time mile kilometer kilometre meter
    metre yard foot inch acre hectare ton tonne pound kilogram kilo gram ounce gallon liter litre barrel degree dollar
    euro cent penny yen yuan rupee ruble rouble franc mark peso real krona krone rand lira dinar riyal shekel baht won
    point basis-point percent knot watt megawatt gigawatt volt bushel carat byte megabyte gigabyte mph kph km cm mm kg
    percentage stone quid millimeter millimetre centimeter centimetre gigalitre gigaliter megalitre megaliter milliliter millilitre milligram microgram kilowatt buck grand lap length page round seat vote goal run wicket win loss set game""")
_PRONOUNS = {
    "he": ONE, "she": ONE, "it": ONE, "they": MANY, "we": MANY, "you": MANY, "this": ONE, "that": ONE, "these": MANY, "them": MANY, "us": MANY,
    "those": MANY, "each": ONE, "either": ONE, "neither": ONE, "another": ONE, "both": MANY, "many": MANY, "several": MANY,
    "few": MANY, "others": MANY, "everyone": ONE, "everybody": ONE, "someone": ONE, "somebody": ONE, "anyone": ONE,
    "anybody": ONE, "nobody": ONE, "everything": ONE, "something": ONE, "anything": ONE, "nothing": ONE, "theirs": EITHER,
    "much": ONE,
}  # fmt: skip
# Nationalities and other words that are plural with "the" though they bear no -s, and names that usage leaves open.
_NAMES_LIKE_PLURALS = words("""taliban mujahideen mujahedeen roma maori inuit sioux cherokee navajo apache bedouin tuareg hutu tutsi masai maasai
    zulu xhosa pashtun baloch hausa yoruba igbo fulani rohingya hmong kurdish houthi uighur uyghur peshmerga janjaweed
    chinese japanese portuguese vietnamese lebanese burmese taiwanese maltese sudanese congolese senegalese swiss
    french british english irish dutch welsh spanish scottish danish polish finnish swedish turkish fedayeen
    maya inca aztec viking carabinieri cosa-nostra all-stars hells-angels""")
# Teams whose names are no plurals take a plural verb all the same: "the Miami Heat are".
_TEAMS = words("""liberty heat magic jazz thunder lightning wild avalanche revolution galaxy dynamo fever storm sting shock kraken
    crimson tide cardinal orange fire crew""")
_INDEFINITE = words(
    """everyone everybody someone somebody anyone anybody nobody everything something anything nothing"""
)


# Not counted, though the lexicon knows a plural of some.
_UNCOUNTED = words("""money information evidence equipment furniture luggage advice news traffic weather wheat rice milk bread sugar
    oil gas water electricity music homework knowledge progress research damage violence corruption poverty food fuel
    cash gold silver timber wood meat coffee tea flour salt cotton wool coal steel iron snow rain sand dust smoke""")


def of_pronoun(token: Token) -> int:
    """The number of a pronoun or of a determiner that stands alone; 0 for any other word."""
    return _PRONOUNS.get(token.lower, 0)


def of_noun(token: Token, first: bool = False) -> int:
    """The number of a noun that heads its phrase: ONE, MANY, EITHER, or ONE | GROUP.

    `first` says that the word opens its sentence, where a capital letter means nothing.
    """
    lower = token.lower
    if lower in _INDEFINITE:
        return ONE
    tag = token.tag
    if not first and token.text[:1].isupper() and tag in ("NN", "NNS"):
        tag = "NNPS" if tag == "NNS" else "NNP"
    if tag in ("NNP", "NNPS"):
        if first and lower == "police":
            return MANY
        if first and not token.text.isupper():
            common = lexicon.tags(lower)
            if "NNS" in common and "NN" not in common and "VBZ" not in common:
                tag = "NNS"
        if tag == "NNPS" or (
            tag == "NNP" and (lower[-1:] == "s" or lower in _NAMES_LIKE_PLURALS or lower in _TEAMS)
        ):
            return EITHER
        if tag == "NNP":
            return ONE | GROUP
    if lower in PLURAL_ONLY:
        return MANY
    if lower in _UNCOUNTED and tag == "NN":
        return ONE
    if lower.endswith(("works", "yards")) or (lower.endswith("men") and not lexicon.knows(lower)):
        return EITHER
    if lower in PLURAL_LOOKING:
        return EITHER if lower in _ALSO_PLURAL else ONE
    lemma = token.lemma.lower()
    if lower in UNSETTLED or (tag == "NN" and lemma in UNSETTLED):
        return EITHER
    if tag == "NNS":
        if "-" in lower and lower.endswith("s") is False:
            return EITHER
        return EITHER if "NN" in token.tags and lower == lemma else MANY
    if tag == "NN":
        if lower in GROUPS:
            return ONE | GROUP
        # A word that the lexicon takes for a plural too, or that it does not know, settles nothing.
        if (
            "NNS" in token.tags
            or (lower.endswith("s") and not lower.endswith("ss"))
            or not lexicon.knows(lower)
        ):
            return (
                EITHER
                if not lower.endswith(("ment", "tion", "ity", "ness", "ism", "ship", "er", "or"))
                else ONE
            )
        return ONE
    return EITHER
