// What entities' dataset says of them now. Lists go by `sort_name`: no index takes a text of more than 8,000 bytes.
// rows: graph/rows.py, ENTITY
// params: rows
UNWIND $rows AS row
MATCH (entity:Entity {id: row[0]})
SET entity.dataset = row[1],
    entity.kind = row[2],
    entity.name = row[3],
    entity.sort_name = left(row[3], 200),
    entity.names = row[4],
    entity.search_names = row[5],
    entity.description = row[6],
    entity.external_ids = row[7],
    entity.side = row[8],
    entity.named = row[9],
    entity.place_type = row[10],
    entity.location = point({latitude: row[11], longitude: row[12]}),
    entity.echelon = row[13],
    entity.symbol_code = row[14],
    entity.event_start_min = datetime(row[15]),
    entity.event_start_max = datetime(row[16]),
    entity.event_end_min = datetime(row[17]),
    entity.event_end_max = datetime(row[18]),
    entity.event_edtf = row[19],
    entity.row_hash = row[21],
    entity.live = true
RETURN count(entity) AS written
