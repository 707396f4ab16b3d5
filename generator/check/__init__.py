"""Is it right: every rule an entry must keep, each broken one told as a Problem."""
