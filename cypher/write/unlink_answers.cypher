// Takes claims off questions that they no longer answer: rows of (claim, issue).
// params: rows
UNWIND $rows AS row
MATCH (:Claim {id: row[0]})-[answers:ANSWERS]->(:Issue {id: row[1]})
DELETE answers
