"""German."""

FORBIDS = """
darf/dürfen/darfst .. nicht | nicht .. verwend*/genutzt/nutz*/einsetz*/eingesetz*/gebrauch* | nicht .. für
soll/sollen/sollte/muss/müssen .. nicht | keine .. nutzung/verwendung | verpflicht* .. nicht | unterlass*
keinesfalls | niemals | auf keinen fall | in keinem fall | unter keinen umständen
"""

LOOKS_BACK = """
verboten* | untersag* | unzulässig* | nicht .. gestattet/erlaubt/zulässig | ausgeschlossen | verbiet*
nutzungsbeschränkung*
"""

ALLOWS = """
nutzung/verwendung/benutzung .. frei/erlaubt | frei nutzbar/verwendbar
sie dürfen | darf .. frei | ist/sind gestattet/erlaubt | dürfen modifiziert
"""

EXCEPTS = """
außer | ausgenommen | es sei denn | sofern nicht
"""

STRONG_FRAMES = """
haftung* | haftet | haften | gewährleistung* | ausfuhr* | exportkontroll* | schadensersatz*
gesetz/verordnung/richtlinie/act/vo gilt nicht | wir nutzen/verwenden
"""

TOPICS = """
military:
    militär* | streitkräft* | rüstung* | bundeswehr | armee*
military.weapons:
    bomben | sprengstoff* | raketen | kriegswaffen
    waffen* | massenvernichtungswaffen | munition | autonome waffensysteme
military.warfare:
    krieg/kriege/kriegs* | kriegerisch*
military.nuclear:
    nuklear* | atomwaffen | kernwaffen | atomar*
surveillance:
    ausspion* | spionage* | beschatt*
    überwach* | bespitzel* | ausspäh*
surveillance.mass:
    massenüberwach*
biometrics:
    biometri* | gesichtserkennung*
privacy:
    identifizier* .. person* | person* .. identifizier*
    privatsphäre* | personenbezogen* | datenschutz* | persönlichkeitsrecht*
discrimination:
    diskriminier* | rassis* | benachteiligung*
discrimination.vulnerability-exploitation:
    schutzbedürftig* | ausnutz* .. schwäche*
harassment:
    schikan* | stalking
    belästig* | mobbing | bedroh* | einschüchter*
disinformation:
    falsche informationen | falschmeldung* | lügen | fake news
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
    verletz* .. menschen | töten
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
    abholz* | umweltverschmutz*
    umweltschäd* | umweltzerstör* | tierquäl*
societal.gambling:
    glücksspiel*
profiling.social-scoring:
    social scoring | sozialkredit* | soziale bewertung*
content.csam:
    kinderporno*
essential-services.credit:
    kreditvergabe | kreditwürdig* | bonität*
essential-services.employment:
    bewerber* | personalauswahl | einstellung von
manipulation.elections:
    wahlen | wähler* | wahlbeeinfluss*
disinformation.spam:
    spam | unerwünschte .. werbung
health.self-harm:
    suizid* | selbstverletz* | selbstmord*
societal.tobacco:
    tabak*
"""

WEAK = """
manipulation:
    manipul*
law-violation:
    rechtswidrig* | illegal* | gesetzwidrig* | gesetzeswidrig* | verstoß* .. gesetz*/recht
    gegen .. recht/gesetz* .. verst* | gesetze .. verstoß*/verletz* | straftat* | kriminell*
ip-infringement:
    urheberrechtsverletz* | verletz* .. urheberrecht*/rechte | rechte dritter
harm:
    schaden | böswillig* | schädig* | schädlich*
"""

USE = """
nutzen genutzt nutzung verwenden verwendet verwendung einsetzen eingesetzt einsatz gebrauchen benutzen zwecke
zwecken
"""

MARKERS = """
und oder nicht für der ist werden dürfen eine das die
den dem zu zur zum von mit auf im es sich kein keine modell darf sie lizenz zwecke
"""

SERVICE = """
dienst dienste dienstes plattform konto konten webseite webseiten nutzerkonto nutzerkonten portal portals besucher
"""

THINGS = """
modell modelle modells modellen programm programms werk werke werks daten datensatz lizenz lizenzen lizenzgegenstand
quellcode gewichte ki
"""
