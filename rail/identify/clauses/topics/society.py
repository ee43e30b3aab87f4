"""Human rights, democracy, environment, contested industries, and harm in general."""

TOPICS = {
    "human-rights": (
        "human rights", "fundamental rights", "civil rights", "civil liberties", "universal declaration", "human dignity", "crimes against humanity",
        "genocide", "ethnic cleansing", "repress*", "oppress*", "indigenous", "rights and freedoms", "well being of .. people", "persecut*",
        "apartheid", "colonial*", "torture*",
    ),
    "human-rights.assembly-democracy": (
        "peaceful assembly", "freedom of assembly", "democratic process*", "democracy", "freedom of association", "free .. assembl*",
        "suppress* .. dissent", "assembly and association", "protest*", "dissent",
    ),
    "human-rights.censorship": ("censor*", "freedom of speech", "freedom of expression", "free speech", "suppress* .. expression", "block* .. access .. information",
        "freedom of .. press", "free expression"),
    "human-rights.forced-labour": (
        "human traffick*", "slave*", "slavery", "servitude", "forced labor", "forced labour", "child labor", "child labour", "sex traffick*",
        "trafficking", "prison labo*", "indentured", "exploitation of .. workers",
    ),
    "environment": (
        "environmental .. harm/damage/destruction", "environment* .. protection", "harm* .. environment", "damag* .. environment", "ecocide",
        "ecolog* .. damage/harm", "pollut*", "climate", "wildlife", "endangered species", "habitat*", "biodiversity", "poach*", "sustainable environment",
        "animal*", "natural resource*", "waste products", "environmental damage", "whal*", "vivisection", "damage to the environment", "environmental laws",
    ),
    "environment.deforestation": ("deforest*", "logging", "burning .. forests", "forests"),
    "environment.fossil-extraction": (
        "fossil fuel*", "oil and gas", "oil gas", "petroleum", "coal", "fracking", "mining", "extract* .. oil/gas/minerals", "drilling", "tar sands",
        "extractive",
    ),
    "societal": ("vice industr*", "scientology", "usury"),
    "societal.abortion": ("abortion*",),
    "societal.addiction": ("addict*",),
    "societal.gambling": ("gambl*", "casino*", "betting", "lotter*"),
    "societal.nuclear-energy": ("nuclear power", "nuclear energy", "nuclear .. industr*", "nuclear .. facilit*", "nuclear"),
    "societal.tobacco": ("tobacco*", "cigarette*", "vaping"),
}

WEAK = {
    "harm": (
        "harm", "harms", "harming", "harmful", "hurt", "hurting", "endanger*", "evil", "immoral*", "unethical*", "improper purpose*", "malicious*",
        "injur* .. person*/people/human*", "destructive purpose*", "abusive", "nefarious", "detriment*", "wellbeing", "well being", "threat* .. safety",
    ),
    "human-rights": ("rights of .. individual*/people/human*/others", "rights and interests",),
    "environment": ("environment",),
}
