// New claims, with their subject and their source.
// rows: graph/rows.py, CLAIM
// params: rows, now
UNWIND $rows AS row
MATCH (subject:Entity {id: row[4]})
MATCH (source:Source {id: row[2]})
CREATE (claim:Claim {
  id: row[0],
  dataset: row[1],
  source_id: row[2],
  predicate: row[3],
  subject_id: row[4],
  object_id: row[5],
  during_id: row[6],
  claimant_id: row[7],
  polarity: row[8],
  modality: row[9],
  condition: row[10],
  quantity_low: row[11],
  quantity_high: row[12],
  low_open: row[13],
  high_open: row[14],
  approximate: row[15],
  unit: row[16],
  dimension: row[17],
  value_text: row[18],
  value_kind: row[19],
  event_start_min: datetime(row[20]),
  event_start_max: datetime(row[21]),
  event_end_min: datetime(row[22]),
  event_end_max: datetime(row[23]),
  asserted_min: datetime(row[24]),
  asserted_max: datetime(row[25]),
  text: row[26],
  quantity_text: row[27],
  event_edtf: row[28],
  sort_at: coalesce(datetime(row[29]), $now),
  quote: row[31],
  quote_language: row[32],
  raw: row[33],
  extraction_confidence: row[34],
  source_key: row[35],
  published_at: datetime(row[36]),
  row_hash: row[37],
  live: true,
  recorded_from: [$now],
  recorded_to: [],
  changed_at: $now
})
CREATE (claim)-[:SUBJECT]->(subject)
CREATE (claim)-[:STATED_IN {locator: row[30]}]->(source)
RETURN count(claim) AS written
