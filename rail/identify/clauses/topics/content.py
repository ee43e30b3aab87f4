"""Kinds of content: sexual, hateful, violent, forbidden by local rules; and harm to children."""

TOPICS = """
content:
    obscen* | inappropriate .. content | objectionable | lewd | offensive content | harmful content
content.csam:
    child sexual | child porn* | child exploitation | csam | sexual* .. child*/minor* | minor* .. sexual*
    child*/minor* ... sexual* | pedophil* | paedophil* | child abuse | sexuali* .. minor* | exploit* .. children
content.hate:
    hate speech | hate group* | hateful | promot* .. hate | hatred | racial hatred | nazi*
content.ncii:
    intimate image* | non consensual | nonconsensual | revenge porn* | without consent .. sexual*
    sexual* .. without .. consent | intimate .. content | nudity .. without
content.regulated:
    content .. prohibited .. law* | subversi* | state power | content .. regulat*
    inappropriate content subject | socialis* | content .. violat* .. law* | content .. prohibited by
content.sexual:
    porn* | sexual .. content/solicitation/service*/activit*/material | sexually explicit | obscen* | prostitut*
    sexually | nudity | sex work | vulgar* | erotic* | adult content | sex trafficking
content.violent:
    gore/gory | violent .. content | graphic violence | violence .. content | bloody
minors:
    minors | child labor/labour | exploit* .. minor*/child* | harm* .. minor*/child* | underage
    juvenile* | under .. age of 18 | a minor | teenager*
public-interest:
    national security | public order | social order | social ethics | public morals | national unity
    social stability | state secrets | moral standards | social morali* | public security
    harm .. public interest
"""

WEAK = """
public-interest:
    public interest | public safety | morality | decency
content.sexual:
    sexual* | indecent
content.hate:
    hate
content.violent:
    violen*
minors:
    child | children | minor
"""
