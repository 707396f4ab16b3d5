"""Everything local: site settings, taxonomy, strings, gazetteer and committed geocodes, typed."""
