// Someone's grade of a claim, a source or an entity.

// name: id
assessment.id

// name: scheme
assessment.scheme

// name: value
assessment.value

// name: meaning
// The words of graph/assessments.py; a test holds the two together.
CASE assessment.scheme + ' ' + assessment.value
  WHEN 'admiralty-reliability A' THEN 'completely reliable'
  WHEN 'admiralty-reliability B' THEN 'usually reliable'
  WHEN 'admiralty-reliability C' THEN 'fairly reliable'
  WHEN 'admiralty-reliability D' THEN 'not usually reliable'
  WHEN 'admiralty-reliability E' THEN 'unreliable'
  WHEN 'admiralty-reliability F' THEN 'reliability cannot be judged'
  WHEN 'admiralty-credibility 1' THEN 'confirmed by other sources'
  WHEN 'admiralty-credibility 2' THEN 'probably true'
  WHEN 'admiralty-credibility 3' THEN 'possibly true'
  WHEN 'admiralty-credibility 4' THEN 'doubtful'
  WHEN 'admiralty-credibility 5' THEN 'improbable'
  WHEN 'admiralty-credibility 6' THEN 'truth cannot be judged'
  WHEN 'fact-check true' THEN 'true'
  WHEN 'fact-check mostly-true' THEN 'true but for details'
  WHEN 'fact-check half-true' THEN 'partly true, or lacking what matters'
  WHEN 'fact-check mostly-false' THEN 'false but for details'
  WHEN 'fact-check false' THEN 'false'
  WHEN 'fact-check unproven' THEN 'neither shown to be true nor to be false'
END

// name: by
assessment.by

// name: at
toString(assessment.at)

// name: basis
assessment.basis

// name: dataset
assessment.dataset
