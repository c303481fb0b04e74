// Assessments that hold, as the digest takes them, with what they grade.
// params: after, limit
MATCH (assessment:Assessment)
WHERE assessment.id > $after AND assessment.recorded_at IS NOT NULL AND assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.id
LIMIT $limit
RETURN collect([
  assessment.id,
  properties(assessment),
  COLLECT { MATCH (assessment)-[:ASSESSES]->(target) RETURN target.id ORDER BY target.id }
]) AS rows
