// The conditions of a view: which claims and sources there are as of other moments than now. graph/compile/views.py puts them in.
// given: MATCH (claim:Claim) MATCH (source:Source)

// name: live
claim.live

// name: recorded
any(at IN range(0, size(claim.recorded_from) - 1) WHERE claim.recorded_from[at] <= $recorded AND coalesce(claim.recorded_to[at] > $recorded, true))

// name: known
coalesce(claim.published_at, claim.recorded_from[0]) <= $known

// name: possible
coalesce(claim.event_start_min <= $event, true) AND coalesce(claim.event_end_max >= $event, true)

// name: certain
coalesce(claim.event_start_max <= $event AND claim.event_end_min >= $event, false)

// name: published
source.live AND coalesce(source.published_at <= $known, true)

// name: answers
COUNT { MATCH (issue)<-[:ANSWERS]-(claim:Claim) WHERE claim.live }

// name: board
// The claims that answer an issue as the rules take them (graph/answers.py has the columns, then `sort_at`), and what the entities in them stand for.
[
  COLLECT {
    MATCH (issue)<-[:ANSWERS]-(claim:Claim)
    WHERE claim.live
    RETURN [
      claim.id,
      claim.source_id,
      claim.claimant_id,
      claim.predicate,
      claim.subject_id,
      claim.object_id,
      claim.during_id,
      claim.polarity,
      claim.modality,
      claim.condition,
      claim.quantity_low,
      claim.quantity_high,
      claim.low_open,
      claim.high_open,
      claim.approximate,
      claim.dimension,
      claim.value_text,
      claim.value_kind,
      claim.quantity_text,
      claim.event_start_min.epochSeconds,
      claim.event_start_max.epochSeconds,
      claim.event_end_min.epochSeconds,
      claim.event_end_max.epochSeconds,
      claim.asserted_min.epochSeconds,
      claim.asserted_max.epochSeconds,
      claim.published_at.epochSeconds,
      toString(claim.sort_at)
    ]
  },
  COLLECT {
    MATCH (issue)<-[:ANSWERS]-(claim:Claim)
    WHERE claim.live
    UNWIND [claim.subject_id, claim.object_id, claim.during_id, claim.claimant_id] AS named
    WITH DISTINCT named
    MATCH (member:Entity {id: named})
    MATCH (entity:Entity {id: member.canonical_id})
    RETURN [
      member.id,
      entity.id,
      entity.name,
      COLLECT {
        MATCH (other:Entity {canonical_id: entity.id})
        MATCH (party:Entity {id: other.side})
        RETURN DISTINCT party.canonical_id
      },
      coalesce(entity.wholes, [])
    ]
  }
]
