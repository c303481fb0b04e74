// One moment known only to lie between two.
// given: MATCH (:Claim)-[timeRange:CLAIMED_BY]->(:Entity)

// name: min
toString(timeRange.at_min)

// name: max
toString(timeRange.at_max)
