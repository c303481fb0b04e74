// Records assessments: rows of (id, dataset, target, scheme, value, by, basis, at).
// params: rows, now
UNWIND $rows AS row
CALL (row) {
  MATCH (target:Claim {id: row[2]}) RETURN target
  UNION ALL
  MATCH (target:Source {id: row[2]}) RETURN target
  UNION ALL
  MATCH (target:Entity {id: row[2]}) RETURN target
}
CREATE (assessment:Assessment {
  id: row[0], dataset: row[1], target_id: row[2], scheme: row[3], value: row[4], by: row[5], basis: row[6], at: datetime(row[7]),
  recorded_at: $now
})-[:ASSESSES]->(target)
RETURN count(assessment) AS written
