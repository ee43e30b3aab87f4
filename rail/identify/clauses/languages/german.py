"""German."""

FORBIDS = """
darf/dürfen/darfst .. nicht | nicht .. verwend*/genutzt/nutz*/einsetz*/eingesetz*/gebrauch* | nicht .. für
soll/sollen/sollte/muss/müssen .. nicht | keine .. nutzung/verwendung | verpflicht* .. nicht | unterlass*
darf/dürfen keinesfalls/niemals
"""

LOOKS_BACK = """
verboten* | untersag* | unzulässig* | nicht .. gestattet/erlaubt/zulässig | ausgeschlossen | verbiet*
nutzungsbeschränkung*
"""

ALLOWS = """
sie dürfen | darf .. frei | ist/sind gestattet/erlaubt | dürfen modifiziert
"""

EXCEPTS = """
außer | ausgenommen | es sei denn | sofern nicht
"""

STRONG_FRAMES = """
haftung* | haftet | haften | gewährleistung* | ausfuhr* | exportkontroll* | schadensersatz*
"""

TOPICS = """
military:
    militär* | streitkräft* | rüstung* | bundeswehr | armee*
military.weapons:
    waffen* | massenvernichtungswaffen | munition | autonome waffensysteme
military.warfare:
    krieg/kriege/kriegs* | kriegerisch*
military.nuclear:
    nuklear* | atomwaffen | kernwaffen | atomar*
surveillance:
    überwach* | bespitzel* | ausspäh*
surveillance.mass:
    massenüberwach*
biometrics:
    biometri* | gesichtserkennung*
privacy:
    privatsphäre* | personenbezogen* | datenschutz* | persönlichkeitsrecht*
discrimination:
    diskriminier* | rassis* | benachteiligung*
discrimination.vulnerability-exploitation:
    schutzbedürftig* | ausnutz* .. schwäche*
harassment:
    belästig* | mobbing | bedroh* | einschüchter*
disinformation:
    desinformation* | falschinformation* | täusch* | irreführ* | fehlinformation* | falschnachricht*
disinformation.impersonation:
    deepfake* | identitätsdiebstahl | nachahm* .. person* | deepfakes
disinformation.defamation:
    verleumd* | diffamier* | üble nachrede | rufschädig*
disinformation.fraud:
    betrug* | betrüger* | phishing
disinformation.undisclosed-generation:
    maschinell erzeugt* | ki generiert* | ohne .. kennzeichn*
minors:
    minderjährig* | kinder/kindern | jugendlich* | kindesmissbrauch*
content.sexual:
    porno* | sexuell*
content.hate:
    hassrede* | volksverhetz* | hetze
violence:
    gewalt | gewalttät* | folter* | körperverletz*
violence.extremism:
    terror* | extremis*
cybersecurity.malware:
    schadsoftware* | malware | schadcode
cybersecurity.attack:
    cyberangriff* | hacking
human-rights:
    menschenrecht* | grundrecht* | menschenwürde
human-rights.forced-labour:
    menschenhandel* | sklaver* | zwangsarbeit*
law-enforcement:
    strafverfolg* | polizei*
justice:
    justiz* | rechtspflege
migration:
    einwanderung* | asyl* | migrationskontroll* | grenzkontroll*
automated-decision:
    automatisiert* .. entscheidung* | entscheidungsfind*
health.medical-advice:
    medizinisch* | ärztlich* | diagnos*
critical-infrastructure:
    kritische* infrastruktur*
environment:
    umweltschäd* | umweltzerstör* | tierquäl*
societal.gambling:
    glücksspiel*
profiling.social-scoring:
    social scoring | sozialkredit* | soziale bewertung*
"""

WEAK = """
law-violation:
    rechtswidrig* | illegal* | gesetzwidrig* | gesetzeswidrig* | verstoß* .. gesetz*/recht
    gesetze .. verstoß*/verletz* | straftat* | kriminell*
ip-infringement:
    urheberrechtsverletz* | verletz* .. urheberrecht*/rechte | rechte dritter
harm:
    schaden | schädig* | schädlich*
"""

USE = """
nutzen genutzt nutzung verwenden verwendet verwendung einsetzen eingesetzt einsatz gebrauchen benutzen zwecke
zwecken
"""

MARKERS = """
und oder nicht für der ist werden dürfen eine das die
"""
