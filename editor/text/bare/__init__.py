"""Singular counted nouns that stand without a determiner, and the constructions in which they may.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, section 8.5 (bare role and
locative phrases, repeated nouns, fixed verb phrases), and Quirk et al., "A Comprehensive Grammar", 5.41-5.51.
"""
