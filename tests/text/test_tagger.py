"""The tagger on short sentences, right and wrong ones: errors in a text must not throw it off."""

from __future__ import annotations

import pytest

from editor.text.analysis import analyse

TAGGED = """
The/DT two/CD president/NN agreed/VBD to/TO meet/VB ./.
They/PRP held/VBD a/DT talks/NNS on/IN Monday/NNP ./.
He/PRP go/VBP to/TO the/DT school/NN ./.
He/PRP have/VBP went/VBN home/NN ./.
They/PRP was/VBD happy/JJ about/IN the/DT results/NNS ./.
The/DT list/NN of/IN names/NNS were/VBD published/VBN ./.
The/DT minister/NN said/VBD the/DT talks/NNS will/MD continue/VB ./.
Police/NNS arrested/VBD the/DT student/NN ./.
The/DT man/NN arrested/VBN by/IN police/NNS died/VBD ./.
Shares/NNS rose/VBD by/IN 3/CD percent/NN ./.
The/DT rescued/VBN members/NNS included/VBD children/NNS ./.
She/PRP has/VBZ not/RB said/VBN why/WRB ./.
Had/VBD it/PRP happened/VBN earlier/RBR ,/, he/PRP would/MD have/VB died/VBN ./.
Residents/NNS live/VBP in/IN fear/NN ./.
We/PRP let/VBP children/NNS play/VB here/RB ./.
The/DT bill/NN that/WDT passed/VBD Monday/NNP helps/VBZ farmers/NNS ./.
The/DT claim/NN that/IN he/PRP lied/VBD is/VBZ false/JJ ./.
Prices/NNS are/VBP falling/VBG fast/RB ./.
US/NNP President/NNP Joe/NNP Biden/NNP told/VBD us/PRP that/IN he/PRP left/VBD ./.
It/PRP gave/VBD her/PRP a/DT book/NN and/CC took/VBD her/PRP$ coat/NN ./.
He/PRP was/VBD put/VBN down/RP ./.
He/PRP is/VBZ keeping/VBG on/IN touch/NN with/IN them/PRP ./.
One/CD of/IN the/DT leader/NN have/VBP resigned/VBN ./.
The/DT news/NN are/VBP good/JJ ./.
The/DT company/NN announced/VBD it/PRP plans/VBZ to/TO cut/VB jobs/NNS ./.
Each/DT of/IN the/DT countries/NNS want/VBP peace/NN ./.
He/PRP suggested/VBD to/TO go/VB there/RB ./.
The/DT country/NN 's/POS exports/NNS dropped/VBD 5/CD %/NN ./.
He/PRP said/VBD he/PRP 'd/VBD gone/VBN and/CC he/PRP 'd/MD go/VB again/RB ./.
They/PRP discussed/VBD about/IN the/DT plan/NN ./.
More/JJR than/IN 900/CD people/NNS were/VBD injured/VBN in/IN the/DT attack/NN ,/, officials/NNS said/VBD ./.
The/DT workers/NNS '/POS union/NN plans/VBZ a/DT strike/NN ./.
Much/JJ peoples/NNS came/VBD ./.
An/DT information/NN was/VBD given/VBN ./.
I/PRP am/VBP agree/VB with/IN you/PRP ./.
Taxes/NNS requested/VBN from/IN them/PRP were/VBD paid/VBN ./.
The/DT team/NN arrived/VBD in/IN Cairo/NNP on/IN Friday/NNP ./.
Neither/DT side/NN has/VBZ commented/VBN ./.
The/DT attack/NN left/VBD 20/CD people/NNS dead/JJ ./.
Protesters/NNS marched/VBD through/IN the/DT city/NN ./.
Their/PRP$ plan/NN to/TO cut/VB taxes/NNS failed/VBD ./.
She/PRP runs/VBZ a/DT company/NN that/WDT makes/VBZ cars/NNS ./.
His/PRP$ car/NN hit/VBD a/DT wall/NN ./.
Many/JJ residents/NNS fear/VBP new/JJ floods/NNS ./.
The/DT move/NN follows/VBZ weeks/NNS of/IN talks/NNS ./.
It/PRP will/MD increase/VB pressure/NN on/IN banks/NNS ./.
An/DT increase/NN in/IN prices/NNS hurt/VBD families/NNS ./.
The/DT court/NN ruled/VBD that/IN the/DT law/NN is/VBZ invalid/JJ ./.
The/DT report/NN shows/VBZ that/IN exports/NNS fell/VBD ./.
Analysts/NNS expect/VBP growth/NN to/TO slow/VB ./.
They/PRP have/VBP agreed/VBN on/IN a/DT deal/NN ./.
The/DT city/NN 's/POS mayor/NN ,/, who/WP was/VBD elected/VBN in/IN May/NNP ,/, resigned/VBD ./.
We/PRP do/VBP not/RB know/VB when/WRB it/PRP will/MD end/VB ./.
The/DT government/NN plans/VBZ new/JJ taxes/NNS ./.
There/EX are/VBP many/JJ problems/NNS ./.
The/DT suspects/NNS were/VBD being/VBG held/VBN ./.
Israeli/JJ forces/NNS entered/VBD the/DT town/NN ./.
These/DT results/NNS surprise/VBP nobody/NN ./.
Two/CD mens/NNS were/VBD arrested/VBN ./.
He/PRP do/VBP n't/RB want/VB to/TO talk/VB ./.
The/DT childs/NNS play/VBP in/IN the/DT park/NN ./.
They/PRP wants/VBZ peace/NN ./.
It/PRP is/VBZ a/DT good/JJ news/NN ./.
He/PRP is/VBZ one/CD of/IN the/DT best/JJS player/NN ./.
The/DT informations/NNS was/VBD wrong/JJ ./.
We/PRP must/MD to/TO go/VB ./.
He/PRP can/MD sings/VBZ well/RB ./.
About/RB 500/CD people/NNS fled/VBD ./.
Both/DT sides/NNS blame/VBP each/DT other/JJ ./.
They/PRP let/VBD him/PRP go/VB ./.
Fans/NNS of/IN the/DT club/NN waited/VBD outside/RB ./.
I/PRP think/VBP it/PRP works/VBZ ./.
Does/VBZ he/PRP know/VB the/DT answer/NN ?/.
What/WP did/VBD they/PRP say/VB ?/.
She/PRP has/VBZ been/VBN working/VBG here/RB since/IN May/NNP ./.
"""


@pytest.mark.parametrize("line", TAGGED.strip().splitlines())
def test_tags_in_context(line):
    pairs = [pair.rpartition("/")[::2] for pair in line.split()]
    text = " ".join(word for word, _ in pairs).replace(" n't", "n't").replace(" '", "'")
    found = [token for sentence in analyse(text) for token in sentence.tokens]
    assert [(token.text, token.tag) for token in found] == pairs


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("They held talks.", "they hold talk ."),
        ("He has gone.", "he have go ."),
        ("The children were keeping quiet.", "the child be keep quiet ."),
        ("Countries agreed.", "country agree ."),
        ("Ann Lee won’t go.", "Ann Lee will not go ."),
    ],
)
def test_lemmas(text, lemmas):
    assert [token.lemma for sentence in analyse(text) for token in sentence.tokens] == lemmas.split()


def test_every_token_has_a_tag_that_it_may_have():
    text = "“Zqx” 3rd 🇫🇷 … @desk #news https://a.example/b -- 5% ‘a’ U.S.-led l33t ÉCOLE naïve"
    for sentence in analyse(text):
        assert all(token.tag and token.lemma for token in sentence.tokens)
