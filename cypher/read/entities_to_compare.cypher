// Live entities that have a name of their own, for proposals: (id, canonical id, kind, name, other names, external ids, canonical
// ids of the side, latitude, longitude, place type or echelon). A kind of null takes all.
// params: kind
MATCH (entity:Entity)
WHERE entity.live AND entity.named AND ($kind IS NULL OR entity.kind = $kind)
RETURN entity.id AS id,
       entity.canonical_id AS canonical,
       entity.kind AS kind,
       entity.name AS name,
       entity.names AS names,
       entity.external_ids AS external_ids,
       COLLECT { MATCH (side:Entity {id: entity.side}) RETURN side.canonical_id } AS sides,
       entity.location.latitude AS latitude,
       entity.location.longitude AS longitude,
       coalesce(entity.place_type, entity.echelon) AS type
