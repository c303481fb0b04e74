// Which live entities have an external id that says what they are: (external id, kind, their ids), where several of one kind have it
// or it is among `also`. `strong` is the pattern of such ids.
// params: strong, also
MATCH (entity:Entity)
WHERE entity.live AND size(entity.external_ids) > 0
UNWIND entity.external_ids AS external
WITH entity, external
WHERE external =~ $strong
WITH external, entity.kind AS kind, collect(DISTINCT entity.id) AS ids
WHERE size(ids) > 1 OR external IN $also
RETURN external, kind, ids
