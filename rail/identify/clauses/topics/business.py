"""Terms that restrict business, field or audience rather than conduct: reported, never decisive."""

TOPICS = """
non-behavioural.commercial:
    commercial purpose*/use*/activit*/product*/advantage/gain/exploitation | commercial | for profit
    monetary gain | revenue | monetary compensation | commercial* exploit* | monthly active users
non-behavioural.competing:
    compet* .. product*/service*/licensor*/with | competitive | compete | competing | competitor*
    substitute .. offering*
non-behavioural.model-training:
    train* ... model* | improv* .. model* | develop* .. model* | distill* | fine tune .. model*
    improve .. any other | training data for | machine learning training | train* .. ai
    improve .. language model*
non-behavioural.nft:
    nft/nfts | non fungible
non-behavioural.government:
    government* use*/agenc*/entit*/purpose* | administrative use
non-behavioural.hosting:
    saas | hosted service* | managed service* | software as a service | service bureau
non-behavioural.non-research:
    other than .. research | non research | except .. research
non-behavioural.non-research.production:
    production use*/environment*/purpose* | production
non-behavioural.reverse-engineering:
    reverse engineer* | decompil* | disassembl*
non-behavioural.redistribution:
    redistribut* | sublicens*
non-behavioural.use-by-ai:
    artificial intelligence .. train* | data mining | scrap* .. train* | ai training
"""

WEAK = ""
