"""Values of the domain: immutable, compared by content, typed once and written as JSON by msgspec."""
