// A document, or a dataset's page.

// name: id
source.id

// name: title
source.title

// name: url
source.url

// name: language
source.language

// name: publishedAt
toString(source.published_at)

// name: publishedEdtf
source.published_edtf

// name: retrievedAt
toString(source.retrieved_at)

// name: archivedUrl
source.archived_url

// name: publisher -> entity
MATCH (source)-[:PUBLISHED_BY]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: dataset
source.dataset

// name: live
source.live

// name: assessments -> assessment
MATCH (source)<-[:ASSESSES]-(assessment:Assessment) WHERE assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.scheme, assessment.by, assessment.at, assessment.id

// name: claims -> claim
MATCH (claim:Claim) USING INDEX claim:Claim(source_id, sort_at, id)
WHERE claim.source_id = source.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
WITH claim
ORDER BY claim.source_id DESC, claim.sort_at DESC, claim.id DESC

// name: cursor
[toString(source.sort_at), source.id]

// name: after
source.sort_at <= datetime($after_0) AND (source.sort_at < datetime($after_0) OR source.id < $after_1)
