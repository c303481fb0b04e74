"""Wikidata's entity JSON: each statement a claim of Wikidata's, with its rank, qualifiers and references."""
