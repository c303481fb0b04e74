// From a claim to its source
// Who said it first, who handed it on, what it is about, in which document it stands and who published that. Write some of the claim's words between the quotes; without any it is a claim that went through most hands.
// params:
WITH '' AS words
MATCH (claim:Claim)
WHERE claim.live AND toLower(claim.text) CONTAINS toLower(words)
WITH claim
ORDER BY COUNT { (claim)-[:CLAIMED_BY]->() } DESC, claim.sort_at DESC
LIMIT 1
MATCH path = (claim)-[:SUBJECT|OBJECT|DURING|CLAIMED_BY|STATED_IN|PUBLISHED_BY]->{1,2}()
RETURN path
