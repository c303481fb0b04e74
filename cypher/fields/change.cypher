// Something that happened to a claim here: a map. `key` puts what happened at one moment in order: the claim's id, the kind's place, and
// the superseder's id.
// given: MATCH (told:Claim) WITH {at: head(told.recorded_from), kind: 'NEW', claim_id: told.id, by_id: told.id, key: told.id} AS change

// name: kind
change.kind

// name: at
toString(change.at)

// name: claim -> claim
MATCH (claim:Claim {id: change.claim_id})

// name: by -> claim
MATCH (claim:Claim {id: change.by_id})

// name: cursor
[toString(change.at), change.key]

// name: after_as_newest_first
change.at <= datetime($after_0) AND (change.at < datetime($after_0) OR change.key < $after_1)

// name: after
change.at >= datetime($after_0) AND (change.at > datetime($after_0) OR change.key > $after_1)
