"""Attacks on computers, malware, and taking safeguards away."""

TOPICS = """
cybersecurity:
    cyber operation* | hacked/hacker*
    hack/hacks .. system*/computer*/network*/account*/server*/people/website*/device* | offensive security
    offensive cyber*
    computer hacking | hacking into | cyberattack* | cyber attack* | cybercrim* | cyber crim* | malicious code
    malicious software | harming electronic | computer system* .. harm* | cyber weapon* | cyberwar*
    cyber .. warfare
cybersecurity.malware:
    ransom ware | infect* .. computer*/system*/device* | cryptojack* | exploit kit* | malicious .. payload*
    trojan/trojans | write/writing .. virus/viruses/worms/exploit* | rootkit* | backdoor*
    botnet* | zero day*
    malware | ransomware | trojan horse* | malicious .. code/software/script*/program* | harmful code
    computer virus* | keylogger* | exploit code
cybersecurity.attack:
    knock* out .. website*/server*/network*/system* | paralys*/paralyz* .. website*/network*/system*
    gain .. access .. without/unauthori*/device*/system*/computer* | access .. without .. owner*
    hijack* .. account*/device*/session*/system* | compromis* .. system*/security of/network*/account*
    take over .. account*/system*/device* | port scan* | ddos* | vulnerability exploit*
    break* into .. computer*/system*/account*/network*/server*/device* | computers .. belong .. others | brute force
    crack* .. password* | password crack* | steal* .. password*/credential* | credential* .. steal*/stuff*
    take down .. website*/server*/network* | knock* .. offline
    exploit* .. vulnerabilit* .. system*/software/network* | network* .. attack*
    cyberattack* | cyber attack* | denial of service | ddos
    unauthori* access .. system*/computer*/network*/data/account*
    disrupt* .. computer*/network*/website*/server*/infrastructure | overburden*
    disabl* .. website*/server*/network* | network intrusion* | breach .. security of | hack into
    harming electronic | phishing | penetrat* .. system* | attack* .. system*/network*
    gain .. unauthori* access | abuse ... system*/network*
cybersecurity.safeguard-circumvention:
    jail break* | circumvent .. protection*/restriction*/safeguard* | tamper* .. safety/filter*/safeguard*
    undo .. alignment | remov* .. alignment | remov* .. use/usage/content/behavior*/behaviour* restriction*
    unsafe .. finetun*
    strip* .. filter*/watermark*/safeguard*/safety | evad* .. filter*/safeguard*/detection/moderation
    turn* off .. filter*/safety/safeguard* | defeat* .. filter*/safeguard*/watermark*
    watermark* .. remov*/strip*/eras* | safety .. remov*/disabl*/bypass* | remov* .. safety/safeguard*/filter*
    uncensor* | prompt injection*
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
    hacking | hack/hacks
"""
