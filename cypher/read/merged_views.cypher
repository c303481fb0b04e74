// What readers see for these entities: (canonical id, its name, the members' ids, how many live claims are about one of them or by it).
// params: ids
UNWIND $ids AS id
MATCH (given:Entity {id: id})
WITH DISTINCT given.canonical_id AS canonical
MATCH (entity:Entity {id: canonical})
RETURN canonical,
       entity.name AS name,
       COLLECT { MATCH (member:Entity {canonical_id: canonical}) RETURN member.id ORDER BY member.id } AS members,
       COUNT {
         MATCH (:Entity {canonical_id: canonical})<-[link:SUBJECT|OBJECT|DURING|CLAIMED_BY]-(claim:Claim)
         WHERE claim.live AND coalesce(link.level, 0) = 0
         RETURN DISTINCT claim
       } AS claims
ORDER BY canonical
