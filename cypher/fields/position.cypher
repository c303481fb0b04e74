// Claims on an issue that can be right together.

// name: id
position.id

// name: label
position.label

// name: dimension
position.dimension

// name: unit
position.unit

// name: low
position.low

// name: high
position.high

// name: lowOpen
position.low_open

// name: highOpen
position.high_open

// name: originCount
position.origin_count

// name: reportCount
position.report_count

// name: firstAsserted
toString(position.first_asserted)

// name: lastAsserted
toString(position.last_asserted)

// name: claims -> claim
MATCH (position)<-[:TAKES]-(claim:Claim) WHERE claim.live /*filter*/
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: cursor
[position.rank, position.id]

// name: after
position.rank >= $after_0 AND (position.rank > $after_0 OR position.id > $after_1)
