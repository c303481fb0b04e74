// What an event says beyond what every entity does.

// name: time -> member
MATCH (member:Entity {canonical_id: event.id})
WHERE coalesce(member.event_start_min, member.event_start_max, member.event_end_min, member.event_end_max) IS NOT NULL
WITH member
ORDER BY member.id
LIMIT 1
