// A page of a dataset's assessments that hold, by id: (id, nothing, true), as the other kinds' hashes; the id is over all that one says.
// params: dataset, after, limit
MATCH (assessment:Assessment)
WHERE assessment.dataset = $dataset AND assessment.id > $after AND assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.dataset, assessment.id
LIMIT $limit
RETURN collect([assessment.id, '', true]) AS rows
