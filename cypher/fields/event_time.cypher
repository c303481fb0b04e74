// When something begins and ends, each within bounds; `eventTime` is the claim or the event that has it.
// given: MATCH (eventTime:Claim)

// name: startMin
toString(eventTime.event_start_min)

// name: startMax
toString(eventTime.event_start_max)

// name: endMin
toString(eventTime.event_end_min)

// name: endMax
toString(eventTime.event_end_max)

// name: edtf
eventTime.event_edtf
