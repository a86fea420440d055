"""A second reader: a small neural network that doubts words in their sentence and says what might stand there instead.

It is an edit tagger after Omelianchuk et al., "GECToR - Grammatical Error Correction: Tag, Not Rewrite" (2020): an encoder
(DistilBERT) gives each word the probability that it is wrong, and a label that says how to mend it.
"""
