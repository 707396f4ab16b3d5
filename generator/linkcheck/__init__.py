"""Whether the web addresses of a directory still answer.

A look is a hint for people: it is never a check of a fact, and never a reason to refuse or remove anything.
"""
