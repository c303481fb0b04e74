// Sources as their dataset describes them now.
// rows: graph/rows.py, SOURCE
// params: rows, now
UNWIND $rows AS row
MERGE (source:Source {id: row[0]})
SET source.dataset = row[1],
    source.publisher_id = row[2],
    source.title = row[3],
    source.url = row[4],
    source.language = row[5],
    source.published_at = datetime(row[6]),
    source.published_edtf = row[7],
    source.retrieved_at = datetime(row[8]),
    source.archived_url = row[9],
    source.sort_at = coalesce(datetime(row[6]), datetime(row[8]), source.sort_at, $now),
    source.row_hash = row[10],
    source.live = true
RETURN count(source) AS written
