// Natural edges: rows of (type, claim, subject, object, text, claimant, polarity, modality). The claim remembers the type.
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[1]})
MATCH (subject:Entity {id: row[2]})
MATCH (object:Entity {id: row[3]})
CREATE (subject)-[relation:$(row[0]) {
  claim_id: row[1],
  text: row[4],
  claimant: row[5],
  polarity: row[6],
  modality: row[7]
}]->(object)
SET claim.relation = row[0]
RETURN count(relation) AS written
