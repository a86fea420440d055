"""The skeleton of a clause: commas inside it, its verb left out, its subject or object named twice."""

from __future__ import annotations

import pytest
from check_helpers import tagged

from editor.checks.story.skeletons import skeletons
from editor.text.subjects.noun_phrases import Phrases, plain

PEOPLE = frozenset(["man", "men", "people", "mayor", "brothers", "reporter"])


def found(text: str) -> list[tuple[str, str]]:
    """The kinds of what is marked in a sentence, and the sentence as it should be."""
    return [
        (each.kind, text[: each.hit.span.start] + each.hit.replacements[0] + text[each.hit.span.end :])
        for each in skeletons(Phrases(plain(tagged(text))), PEOPLE)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("The Weather Service, expects more snow.", "comma", "The Weather Service expects more snow."),
        ("Farmers in the south, say the drought is over.", "comma", "Farmers in the south say the drought is over."),
        ("Villagers who lost their crops, have received nothing.", "comma", "Villagers who lost their crops have received nothing."),
        ("The money collected by the club, will be spent.", "comma", "The money collected by the club will be spent."),
        ("Doctors warned, that the toll could rise.", "that", "Doctors warned that the toll could rise."),
        ("The factory makes nothing but exports, about 40 tons a year.", "", ""),
        ("The workers built, a wall along the river.", "object", "The workers built a wall along the river."),
        ("The truck, that hit the bus was carrying sand.", "restrictive", "The truck that hit the bus was carrying sand."),
        ("The coach, who took over in May has asked for time.", "second", "The coach, who took over in May, has asked for time."),
        ("The mayor, Lena Ferri told reporters she would stay.", "second", "The mayor, Lena Ferri, told reporters she would stay."),
        ("The road closed by snow for two days.", "be", "The road was closed by snow for two days."),
        ("The contracts worth $12 million, the firm said.", "be", "The contracts are worth $12 million, the firm said."),
        ("She said her house without electricity.", "be", "She said her house was without electricity."),
        ("More than 300 crews still trying to reach the town.", "be", "More than 300 crews are still trying to reach the town."),
        ("The singer, who he lives in Paris, left.", "resumed", "The singer, who lives in Paris, left."),
        ("They saw the house that the poet was born in it.", "resumed", "They saw the house that the poet was born in."),
        ("The storm that it hit the coast killed six people.", "resumed", "The storm that hit the coast killed six people."),
        ("The film, which its director lives in exile, won.", "owner", "The film, whose director lives in exile, won."),
        ("My brother he was in the second bus.", "twice", "My brother was in the second bus."),
        ("There were many people lost their homes in the flood.", "unlinked", "There were many people who lost their homes in the flood."),
        ("The court freed a reporter had spent two years in jail.", "unlinked", "The court freed a reporter who had spent two years in jail."),
        ("The Health Ministry of the republic, reported 14 new cases.", "comma", "The Health Ministry of the republic reported 14 new cases."),
        ("The woman who found the bag, called the police.", "comma", "The woman who found the bag called the police."),
        ("The shelter still fragile, the envoy warned.", "be", "The shelter is still fragile, the envoy warned."),
        ("About 2,000 families without shelter, aid workers said.", "be", "About 2,000 families were without shelter, aid workers said."),
        ("Three were men and two was women.", "number", "Three were men and two were women."),
        ("The army opened the road and the shops was full again.", "number", "The army opened the road and the shops were full again."),
        ("The man climbed over the fence and steal two bicycles.", "chain", "The man climbed over the fence and stole two bicycles."),
        ("Police fired tear gas, arrest 30 people and closing the square.", "chain", "Police fired tear gas, arresting 30 people and closing the square."),
        ("The quake struck before dawn, damaged 60 houses and injuring nine people.", "chain", "The quake struck before dawn, damaging 60 houses and injuring nine people."),
        ("The fire destroyed a school, killing two teachers and hurt a dozen pupils.", "chain", "The fire destroyed a school, killing two teachers and hurting a dozen pupils."),
        ("After the whistle blew, fans storm the pitch.", "chain", "After the whistle blew, fans stormed the pitch."),
        ("They sent helicopters to evacuated 300 people.", "chain", "They sent helicopters to evacuate 300 people."),
        ("They were filmed carrying boxes and load them on a truck.", "chain", "They were filmed carrying boxes and loading them on a truck."),
        ("A law was passed in May gives women the right to own land.", "unlinked", "A law that was passed in May gives women the right to own land."),
        ("The company refused, to sign the contract.", "object", "The company refused to sign the contract."),
        ("The president, and his wife arrived on Sunday.", "comma", "The president and his wife arrived on Sunday."),
        ("The agency reported, that exports of coffee fell by a fifth.", "that", "The agency reported that exports of coffee fell by a fifth."),
        ("Stating that a school would open next year.", "be", "He stated that a school would open next year."),
        ("With the man lie on the ground, they left.", "chain", "With the man lying on the ground, they left."),
        ("Witnesses told reporters, that the men wore masks.", "that", "Witnesses told reporters that the men wore masks."),
        ("The ministry of the republic, denied that its men had fired.", "comma", "The ministry of the republic denied that its men had fired."),
        ("The miners trapped underground, were given water.", "comma", "The miners trapped underground were given water."),
        ("The passengers they were taken to a hotel.", "twice", "The passengers were taken to a hotel."),
        ("The thieves entered the shop and stealing 12 laptops.", "chain", "The thieves entered the shop and stole 12 laptops."),
        ("The firm plans to hire 50 people and opening a second office.", "chain", "The firm plans to hire 50 people and open a second office."),
        ("The minister visited the site and promise to help.", "chain", "The minister visited the site and promised to help."),
        ("Five villages cut off by the flood, officials said.", "be", "Five villages were cut off by the flood, officials said."),
        ("Volunteers helped cleaned the beach.", "chain", "Volunteers helped clean the beach."),
    ],
)  # fmt: skip
def test_fault(text: str, kind: str, right: str) -> None:
    assert found(text) == ([(kind, right)] if kind else [])


@pytest.mark.parametrize(
    "text",
    [
        "The plan, says the minister, will work.",
        "The player, awarded the cup in May, has retired.",
        "The report, published in May, shows that prices rose.",
        "The first of the men, said police, was a guard.",
        "The bridge, he said, that had been closed is open.",
        "The men found in the car face charges.",
        "People displaced from the valley have come home.",
        "The report held in the archive names two men.",
        "He said people alive today would see it.",
        "The law, which they say is void, stays.",
        "The price that the army paid them was low.",
        "It was in Rome that the police arrested him.",
        "The house, which his father bought, burned.",
        "The men they need have left.",
        "He threw two touchdown passes to a friend.",
        "The man a friend had hired was late.",
        "The loss of homes and farms was great.",
        "The man who killed two women and three children was shot.",
        "He wanted to make sure the cup stayed and keep his record.",
        "The bank cut its rate and building firms cheered.",
        "He fell ill, lost his job and died, leaving two sons.",
        "When prices fall, farmers keep the grain.",
        "The man was told in May prices would rise.",
        "The city gave help to displaced people in the north.",
        "Local leaders credited a wall completed two years ago with stopping the water.",
        "Police have held nine people suspected of theft.",
        "They believe the man guilty.",
        "Officers discovered out of chance where he lived.",
        "The president, and his wife, arrived on Sunday.",
        "The mayor resigned, and his deputy took over.",
        "He agreed, to nobody's surprise, to go.",
        "Stating that he was ill, he left the hall.",
        "With the vote on the line, they left.",
        "The study, published this week in a journal, involved 300 students.",
        "The accords, agreed in Paris last year, called for talks.",
        "The firm known as Lumen has entered talks.",
        "The figures showed that prices rose.",
        "The manager of the hotel and his wife have won.",
        "She can smell the scent he wore and recall his laugh.",
        "As they had feared, doctors say the cure failed.",
        "He admitted theft and breaking a window.",
        "The plan, which he dubbed a gift to the rich, was voted down.",
        "In a letter a friend had sent he was named.",
    ],
)
def test_right(text: str) -> None:
    assert found(text) == []
