"""Attacks on computers, malware, and taking safeguards away."""

TOPICS = {
    "cybersecurity": (
        "hacking", "cyberattack*", "cyber attack*", "cybercrim*", "cyber crim*", "malicious code", "malicious software", "harming electronic",
        "computer system* .. harm*", "cyber weapon*", "cyberwar*", "cyber .. warfare",
    ),
    "cybersecurity.malware": (
        "malware", "ransomware", "virus/viruses", "trojan*", "malicious .. code/software/script*/content/program*", "worms", "spyware",
        "harmful code", "computer virus*", "keylogger*", "exploit code",
    ),
    "cybersecurity.attack": (
        "cyberattack*", "cyber attack*", "denial of service", "ddos", "unauthori* access .. system*/computer*/network*/data/account*",
        "disrupt* .. computer*/network*/website*/server*/service*/infrastructure", "overburden*", "disabl* .. website*/server*/network*",
        "intrusion*", "breach .. security", "hack/hacks/hacking", "harming electronic", "phishing", "penetrat* .. system*",
        "interfer* .. system*/network*", "attack* .. system*/network*", "unauthori* access", "abuse ... system*/network*",
    ),
    "cybersecurity.safeguard-circumvention": (
        "circumvent* ... limit*/safe*/filter*/restriction*/guardrail*/protection*/measure*", "bypass* ... safe*/filter*/restriction*/guardrail*",
        "remov* ... watermark*", "disabl* ... safe*/filter*/guardrail*/watermark*", "override ... safe*/filter*", "jailbreak*",
        "guardrail*", "safety filter*/feature*/mechanism*/mitigation*", "usage restrictions .. circumvent*", "content filter*",
        "technical limitation*", "technological .. measures",
    ),
}

WEAK: dict[str, tuple[str, ...]] = {}
