// Positions: rows of (id, issue, rank, label, dimension, unit, low, high, low_open, high_open, origin_count, report_count, first asserted, last asserted, both in seconds).
// params: rows
UNWIND $rows AS row
MATCH (issue:Issue {id: row[1]})
MERGE (position:Position {id: row[0]})
SET position.rank = row[2],
    position.label = row[3],
    position.dimension = row[4],
    position.unit = row[5],
    position.low = row[6],
    position.high = row[7],
    position.low_open = row[8],
    position.high_open = row[9],
    position.origin_count = row[10],
    position.report_count = row[11],
    position.first_asserted = CASE WHEN row[12] IS NOT NULL THEN datetime({epochSeconds: row[12]}) END,
    position.last_asserted = CASE WHEN row[13] IS NOT NULL THEN datetime({epochSeconds: row[13]}) END
MERGE (position)-[:ON]->(issue)
RETURN count(position) AS written
