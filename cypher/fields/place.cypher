// What a place says beyond what every entity does.

// name: placeType
COLLECT {
  MATCH (member:Entity {canonical_id: place.id}) WHERE member.place_type IS NOT NULL
  RETURN member.place_type
  ORDER BY member.id
  LIMIT 1
}

// name: location -> member
MATCH (member:Entity {canonical_id: place.id}) WHERE member.location IS NOT NULL
WITH member
ORDER BY member.id
LIMIT 1

// name: partOf -> whole
MATCH (member:Entity {canonical_id: place.id})-[:PART_OF]->(parent:Entity)
MATCH (whole:Entity {id: parent.canonical_id}) WHERE whole.id <> place.id
WITH DISTINCT whole
ORDER BY whole.name, whole.id
