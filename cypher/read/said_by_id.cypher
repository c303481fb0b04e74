// What each of these says of itself, for people: a claim's sentence, an entity's name, a source's title, a grade.
// params: ids
UNWIND $ids AS id
CALL (id) {
  MATCH (claim:Claim {id: id}) RETURN claim.text AS text
  UNION ALL
  MATCH (entity:Entity {id: id}) RETURN entity.name AS text
  UNION ALL
  MATCH (source:Source {id: id}) RETURN coalesce(source.title, source.url, '') AS text
  UNION ALL
  MATCH (assessment:Assessment) WHERE assessment.id = id AND assessment.recorded_at IS NOT NULL AND assessment.ended_at IS NULL RETURN assessment.scheme + ' ' + assessment.value AS text
}
RETURN id, text
