"""Kinds of content: sexual, hateful, violent, forbidden by local rules; and harm to children."""

TOPICS = """
content:
    obscen* | inappropriate .. content | objectionable | lewd | offensive content | harmful content
content.csam:
    depict* .. minor*/child* .. sexual* | child* .. sexual* | minor* .. erotic* | paedo*
    sexuali* .. children | child* .. sexuali* | child* .. nude | nude .. child* | lolicon | loli | shota
    sexual* .. underage
    sexual* .. teen*
    child sexual | child porn* | child exploitation | csam | sexual* .. child*/minor* | minor* .. sexual*
    child*/minor* ... sexual* | pedophil* | paedophil* | child abuse | sexuali* .. minor* | exploit* .. children
content.hate:
    insult* .. religio*/race/ethnic*/origin/orientation
    slur/slurs | derogatory .. content/language/terms | bigoted | hateful .. content/speech/conduct
    denigrat* .. group*/people/race/religion
    contempt .. religious/ethnic/racial/group | stir* .. hatred/contempt/resentment | dehumani* | white suprem*
    antisemit* | homophob* | transphob* | xenophob* | islamophob* | misogyn* | slurs | vilif* | incit* .. hate
    demean* .. group*/people/race
    hate speech | hate group* | hateful | promot* .. hate | hatred | racial hatred | nazi*
content.ncii:
    non consensual .. intimate/sexual*/nud*/porn*/image*/imagery/content/explicit/deepfake*/pictures/acts
    nonconsensual .. intimate/sexual*/nud*/porn*/image*/imagery/content/explicit/deepfake*/pictures/acts
    undress* | nudify* | nudif* | strip* .. clothes/clothing | naked .. without | nude .. without | nudes
    intimate image* | revenge porn* | without consent .. sexual*
    sexual* .. without .. consent | intimate .. content | nudity .. without
content.regulated:
    content .. prohibited .. law* | subversi* | state power | content .. regulat*
    inappropriate content subject | socialis* | content .. violat* .. law* | content .. prohibited by
content.sexual:
    r18 | sexual .. image*/content/video*/roleplay | obscenit* | lewd .. content/image*
    solicit* sex | sex .. solicit* | nude/nudes/nsfw | explicit .. content/material/imagery | x rated | fetish*
    escort service* | smut | hentai
    adult entertainment | adult film*
    porn* | sexual .. content/solicitation/service*/activit*/material | sexually explicit | obscen* | prostitut*
    sexually | nudity | sex work | vulgar* | erotic* | adult content | sex trafficking
content.violent:
    gore or | gory .. picture*/image*/scene* | snuff
    mutilation and | mutilated people/bodies/persons | scenes of .. mutilat*
    bloodshed | dismember* | beheading* | gruesome | scenes of .. violence/torture/death
    gore/gory | violent .. content | graphic violence | violence .. content | bloody | graphically violent
    content/image*/imagery/video*/media/material*/picture*/scenes .. violen* | depict* .. violen*
minors:
    people/person/persons/anyone/those/child* .. under/below eighteen/sixteen/18/16 | child safety
    exploit* .. underage | lur* .. children
    groom/grooming .. child*/minor*/teen* | lure/luring .. child*/minor*/teen* | child* .. groom*/endanger*/abus*
    abus* .. child*/minor* | prey* on .. child*/minor* | endanger* .. child*/minor* | young people | kids
    minors | child labor/labour | exploit* .. minor*/child* | harm* .. minor*/child* | underage
    juvenile* | under .. age of 18 | a minor | teenager*
public-interest:
    state security | public peace | social harmony | national interest* | stability of .. state/society
    unity of .. nation/country | public health or safety
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
minors:
    child | children | minor
"""
