"""What keeps visitors safe: what a page may load and do, and that no secret of an entry leaves with the site.

Everything here is a function over values; the rim hands in what was built and writes down what comes back.
"""
