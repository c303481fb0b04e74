// A place's position, WGS 84; `location` is the member that has it.
// given: MATCH (location:Place)

// name: latitude
location.location.latitude

// name: longitude
location.location.longitude
