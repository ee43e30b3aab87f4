"""Danish, Norwegian and Swedish, which share most of the words."""

FORBIDS = """
må/kan/skal/bør .. ikke | ikke .. bruge*/bruke*/anvende*/benytte* | må aldrig | får inte/ej
inte .. användas/använda | ikke .. til | kan .. inte | afstå | under ingen omstændigheder/omstendigheter
under inga omständigheter | i intet tilfælde | ikke under noen/nogen
"""

LOOKS_BACK = """
forbudt | forbudte | förbjud* | ikke .. tilladt/tillatt | inte .. tillåt* | forbyd* | udelukket | ulovlig brug
anvendelsesbegrænsning*
"""

ALLOWS = """
du må | du får | er tilladt | är tillåtet
"""

EXCEPTS = """
undtagen | medmindre | unntatt | utom
"""

STRONG_FRAMES = """
ansvar* | garanti* | eksportkontrol* | erstatning*
"""

TOPICS = """
military:
    militær* | militär* | forsvaret | forsvarsindustri*
military.weapons:
    bomber | sprængstof* | missiler
    våben* | våpen* | vapen*
military.warfare:
    krig | krigs* | krigsføring | krigföring
surveillance:
    spion*
    overvåg* | overvåk* | övervak* | masseovervåg* | spionage
biometrics:
    biometri* | ansigtsgenkend* | ansiktsgjenkjen* | ansiktsigenkän*
privacy:
    identificere .. personer | identifisere .. personer
    privatliv* | personoplysning* | personopplysning* | personuppgift* | personvern*
discrimination:
    diskriminer* | racis* | rasis*
discrimination.vulnerability-exploitation:
    sårbar* | udnytte .. sårbar*
harassment:
    chikan* | trakasser* | krænk* | mobning | mobbing
disinformation:
    falske nyheder | falske nyheter | falska nyheter | usandheder
    desinformation* | desinformasjon* | falske oplysninger | falsk information | vildled* | villed* | vilseled*
    misinformation*
disinformation.impersonation:
    udgive sig for | efterligne* | utgi seg for | deepfake* | utge sig
disinformation.defamation:
    bagvask* | injurier* | ærekrænk* | ærekrenk* | förtal* | nedgøre*
disinformation.fraud:
    svindel | bedrageri | bedräger* | svindle
minors:
    mindreårig* | mindreårige | børn | barn
content.sexual:
    porno* | seksuel* | sexuell*
violence:
    vold | våld | tortur*
violence.extremism:
    terror* | ekstremis* | extremis*
cybersecurity.malware:
    malware | skadelig kode | skadlig kod | ondsindet software
human-rights:
    menneskerettighed* | menneskerettig* | mänskliga rättigheter
law-enforcement:
    retshåndhævelse | politi* | rettshåndhevelse | brottsbekämp* | polis
justice:
    retspleje | rettspleie
migration:
    indvandring | immigration* | asyl* | innvandring
automated-decision:
    automatis* .. beslut*/afgørelse*/avgjørelse* | automatisk* .. beslut*/afgørelse*
health.medical-advice:
    medicinsk* | medisinsk* | lægelig* | diagnos*
critical-infrastructure:
    kritisk infrastruktur
environment:
    miljøskade* | miljöskad*
content.csam:
    børneporno* | barneporno* | barnporno*
essential-services.credit:
    kreditvurder*
essential-services.employment:
    ansættelse* | rekruttering*
manipulation.elections:
    valg | vælger*
disinformation.spam:
    spam
health.self-harm:
    selvmord* | selvskade*
content.hate:
    hadtale | hatprat | hatefulle ytringer
societal.gambling:
    hasardspil | pengespill
"""

WEAK = """
manipulation:
    manipul*
law-violation:
    ulovlig* | olaglig* | illegal* | strid .. lov*/lag* | overtræd* .. lov* | kriminel*
ip-infringement:
    ophavsret* | immaterielle rettigheder | upphovsrätt* | tredjeparts rettigheder
harm:
    skade/skader | skadelig* | skada
"""

USE = """
bruge bruges brug anvende anvendes anvendelse benyttes benytte använda användas bruke brukes formål ändamål
"""

MARKERS = """
og ikke til af av och att för det som på er
må skal den de med eller en et modellen bruges brukes användas licens vilkår formål forbudt at
"""

SERVICE = """
tjeneste tjenesten tjenester tjenestens konto konti kontoer hjemmeside hjemmesiden nettsted nettstedet tjänst
tjänsten tjänster webbplats webbplatsen
"""

THINGS = """
model modellen modeller modell programmet programvaren programvare programvaran værket licens licensen lisens
lisensen vægte datasæt
"""
