// Corrects in place what a claim's id does not rest on: its wording, where it stands, what was read into it.
// rows: graph/rows.py, CLAIM
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})-[statedIn:STATED_IN]->()
SET claim.text = row[26],
    claim.quantity_text = row[27],
    claim.event_edtf = row[28],
    claim.sort_at = coalesce(datetime(row[29]), claim.recorded_from[0]),
    statedIn.locator = row[30],
    claim.quote = row[31],
    claim.quote_language = row[32],
    claim.raw = row[33],
    claim.extraction_confidence = row[34],
    claim.source_key = row[35],
    claim.published_at = datetime(row[36]),
    claim.row_hash = row[37]
RETURN count(claim) AS written
