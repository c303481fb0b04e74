// The relationship types whose claim_id is unique already.
// params:
SHOW CONSTRAINTS YIELD type, labelsOrTypes
WHERE type = 'RELATIONSHIP_UNIQUENESS'
RETURN labelsOrTypes[0] AS name
