"""Words that turn a restriction on who the user is: "any organisation that …"."""

ACTORS = (
    "organi*/entit*/person/persons/individual/individuals/company/companies/corporation*/anyone/party/business* .. that/who/which/whose/engaged/involved/engaging",
    "be an entity/individual/organization/organisation", "by any person/entity/organi*/party/individual/government/company",
    "by or for", "on behalf of .. militar*/government*/polic*", "employees of", "entit*/organi*/compan* .. engag*/involv*/provid*/deriv*",
    "government agenc*", "is not .. member of", "are not .. law enforcement/military",
)


def actor_rows() -> list[tuple[str, str]]:
    """Return the phrases as rows for a lexicon."""
    return [(phrase, "actor") for phrase in ACTORS]
