// Ends assessments that their dataset no longer holds. They stay, with when they ended.
// params: ids, now
UNWIND $ids AS id
MATCH (assessment:Assessment)
WHERE assessment.id = id AND assessment.recorded_at IS NOT NULL AND assessment.ended_at IS NULL
SET assessment.ended_at = $now
RETURN count(assessment) AS written
