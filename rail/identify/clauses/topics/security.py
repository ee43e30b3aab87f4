"""Attacks on computers, malware, and taking safeguards away."""

TOPICS = """
cybersecurity:
    computer hacking | hacking into | cyberattack* | cyber attack* | cybercrim* | cyber crim* | malicious code
    malicious software | harming electronic | computer system* .. harm* | cyber weapon* | cyberwar*
    cyber .. warfare
cybersecurity.malware:
    malware | ransomware | trojan horse* | malicious .. code/software/script*/content/program* | harmful code
    computer virus* | keylogger* | exploit code
cybersecurity.attack:
    cyberattack* | cyber attack* | denial of service | ddos
    unauthori* access .. system*/computer*/network*/data/account*
    disrupt* .. computer*/network*/website*/server*/infrastructure | overburden*
    disabl* .. website*/server*/network* | network intrusion* | breach .. security of | hack into
    harming electronic | phishing | penetrat* .. system* | attack* .. system*/network*
    gain .. unauthori* access | abuse ... system*/network*
cybersecurity.safeguard-circumvention:
    circumvent* ... safety/safeguard*/filter*/guardrail* | bypass* ... safety/safeguard*/filter*/guardrail*
    remov* ... watermark* | disabl* ... safe*/filter*/guardrail*/watermark* | override ... safe*/filter*
    jailbreak* | guardrail* | safety filter*/feature*/mechanism*/mitigation* | circumvent* .. usage restriction*
    content filter*
"""

WEAK = """
cybersecurity.malware:
    virus/viruses | worms | spyware
cybersecurity.attack:
    unauthori* access | interfer* .. system*/network*/service* | disrupt* .. service* | disruption .. services
cybersecurity:
    hacking
"""
