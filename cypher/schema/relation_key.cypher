// Each claim has at most one natural edge of a type. RELATION stands for a type of the vocabulary.
// params:
CREATE CONSTRAINT relation_RELATION IF NOT EXISTS FOR ()-[relation:RELATION]-() REQUIRE relation.claim_id IS UNIQUE
