"""What a visitor reads about one resource: phones, hours, facts, places and dates as ready phrases.

Pure functions of compiled values; every word comes from the strings of the site's language, and no markup is made here.
"""
