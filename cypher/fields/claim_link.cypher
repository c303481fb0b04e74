// Why one claim stands against, beside, behind or after another; `claimLink` is a map, with the other claim's id and time.
// given: MATCH (a:Claim)-[link:CONTRADICTS]-(other:Claim) WITH {rule: link.rule, basis: link.basis, strength: link.strength, claim_id: other.id, at: other.sort_at} AS claimLink

// name: rule
claimLink.rule

// name: basis
claimLink.basis

// name: strength
toUpper(claimLink.strength)

// name: claim -> claim
MATCH (claim:Claim {id: claimLink.claim_id})

// name: cursor
[toString(claimLink.at), claimLink.claim_id]

// name: after
claimLink.at <= datetime($after_0) AND (claimLink.at < datetime($after_0) OR claimLink.claim_id < $after_1)
