// Judgements that hold, as the digest takes them, by the entities that they are written on.
// params: after, limit
MATCH (a:Entity)
WHERE a.id > $after AND EXISTS {
  MATCH (a)-[judgement:SAME_AS|DIFFERENT_FROM]->(:Entity) WHERE judgement.ended_at IS NULL
}
WITH a
ORDER BY a.id
LIMIT $limit
RETURN collect([
  a.id,
  COLLECT {
    MATCH (a)-[judgement:SAME_AS|DIFFERENT_FROM]->(b:Entity)
    WHERE judgement.ended_at IS NULL
    RETURN [type(judgement), b.id, properties(judgement)]
    ORDER BY judgement.id
  }
]) AS rows
