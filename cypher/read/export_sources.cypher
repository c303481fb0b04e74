// A page of sources, retracted ones too, by id: (id, properties).
// params: after, limit
MATCH (source:Source)
WHERE source.id > $after
WITH source
ORDER BY source.id
LIMIT $limit
RETURN collect([source.id, properties(source)]) AS rows
