// Ends judgements that their dataset no longer holds: rows of (id, a). They stay, with when they ended.
// params: rows, now
UNWIND $rows AS row
MATCH (:Entity {id: row[1]})-[judgement:SAME_AS|DIFFERENT_FROM {id: row[0]}]->()
WHERE judgement.ended_at IS NULL
SET judgement.ended_at = $now
RETURN count(judgement) AS written
