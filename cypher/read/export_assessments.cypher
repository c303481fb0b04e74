// A page of assessments, ended ones too, by id: (id, properties); all of one id stand on one page.
// params: after, limit
CALL () {
  MATCH (assessment:Assessment)
  WHERE assessment.id > $after AND assessment.recorded_at IS NOT NULL
  WITH DISTINCT assessment.id AS id
  ORDER BY id
  LIMIT $limit
  RETURN collect(id) AS ids
}
UNWIND ids AS id
MATCH (assessment:Assessment)
WHERE assessment.id = id AND assessment.recorded_at IS NOT NULL
WITH assessment
ORDER BY assessment.id, assessment.recorded_at
RETURN collect([assessment.id, properties(assessment)]) AS rows
