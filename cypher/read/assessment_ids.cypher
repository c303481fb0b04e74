// A page of the ids of a dataset's assessments that hold, in order.
// params: dataset, after, limit
MATCH (assessment:Assessment)
WHERE assessment.dataset = $dataset AND assessment.id > $after AND assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.dataset, assessment.id
LIMIT $limit
RETURN collect(assessment.id) AS ids
