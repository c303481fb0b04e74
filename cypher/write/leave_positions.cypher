// Takes claims off positions: rows of (claim, position).
// params: rows
UNWIND $rows AS row
MATCH (:Claim {id: row[0]})-[takes:TAKES]->(:Position {id: row[1]})
DELETE takes
