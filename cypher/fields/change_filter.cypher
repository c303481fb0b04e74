// What an argument of `changes` asks of a change beside the one that leads to it.
// given: MATCH (told:Claim) WITH {claim_id: told.id} AS change

// name: entity
EXISTS {
  MATCH (claim:Claim {id: change.claim_id})
  UNWIND [claim.subject_id, claim.object_id, claim.during_id, claim.claimant_id] AS named
  MATCH (member:Entity {id: named})
  MATCH (:Entity {id: $entity, canonical_id: member.canonical_id})
}
