// Natural edges of one type by the claims that they stand for. RELATION stands for a type of the vocabulary.
// params: ids
UNWIND $ids AS id
MATCH (subject:Entity)-[relation:RELATION {claim_id: id}]->(object:Entity)
RETURN id,
       subject.id AS subject,
       object.id AS object,
       relation.text AS text,
       relation.claimant AS claimant,
       relation.polarity AS polarity,
       relation.modality AS modality
