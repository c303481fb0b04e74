"""CSV for spreadsheet people: `entities.csv`, `claims.csv` and, where sources are many, `sources.csv`."""
