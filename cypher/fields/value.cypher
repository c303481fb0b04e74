// What a claim says beyond naming an object; `value` is the claim.
// given: MATCH (value:Claim)

// name: low
value.quantity_low

// name: high
value.quantity_high

// name: lowOpen
coalesce(value.low_open, false)

// name: highOpen
coalesce(value.high_open, false)

// name: approximate
coalesce(value.approximate, false)

// name: unit
value.unit

// name: dimension
value.dimension

// name: wording
value.quantity_text

// name: text
value.value_text

// name: kind
toUpper(value.value_kind)
