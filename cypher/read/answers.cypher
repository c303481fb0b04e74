// Live answers to questions, as the rules take them; times in seconds. graph/answers.py has the columns.
// params: ids
UNWIND $ids AS id
MATCH (issue:Issue {id: id})<-[:ANSWERS]-(claim:Claim)
WHERE claim.live
RETURN issue.id AS issue,
       claim.id AS claim,
       claim.source_id AS source,
       claim.claimant_id AS claimant,
       claim.predicate AS predicate,
       claim.subject_id AS subject,
       claim.object_id AS object,
       claim.during_id AS during,
       claim.polarity AS polarity,
       claim.modality AS modality,
       claim.condition AS condition,
       claim.quantity_low AS low,
       claim.quantity_high AS high,
       claim.low_open AS low_open,
       claim.high_open AS high_open,
       claim.approximate AS approximate,
       claim.dimension AS dimension,
       claim.value_text AS value_text,
       claim.value_kind AS value_kind,
       claim.quantity_text AS wording,
       claim.event_start_min.epochSeconds AS start_min,
       claim.event_start_max.epochSeconds AS start_max,
       claim.event_end_min.epochSeconds AS end_min,
       claim.event_end_max.epochSeconds AS end_max,
       claim.asserted_min.epochSeconds AS said_min,
       claim.asserted_max.epochSeconds AS said_max,
       claim.published_at.epochSeconds AS published
