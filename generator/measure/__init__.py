"""What can be counted in a compiled directory: how old its facts are, how much is known, what changed.

Figures only, from values that are there already; pages and reports put them into words.
"""
