"""Dutch."""

FORBIDS = """
mag/mogen/kan/kunnen/zal/zullen .. niet | niet .. gebruik*/inzet*/aanwend* | niet .. voor | geen gebruik
onthoud* | in geen geval | onder geen beding | onder geen enkele omstandigheid
"""

LOOKS_BACK = """
verboden | niet .. toegestaan | uitgesloten | verbied*
"""

ALLOWS = """
u mag | is toegestaan
"""

EXCEPTS = """
behalve | uitgezonderd | tenzij
"""

STRONG_FRAMES = """
aansprakelijk* | garantie* | exportcontrole*
"""

TOPICS = """
military:
    militair* | leger | krijgsmacht
military.weapons:
    wapen*
military.warfare:
    oorlog*
surveillance:
    bewaking | surveillance | massasurveillance | bespied*
biometrics:
    biometri* | gezichtsherkenning
privacy:
    persoonsgegevens | privacy
discrimination:
    discrimin* | racis*
harassment:
    intimid* | lastigvallen | pesten | bedreig*
disinformation:
    desinformatie | misleid* | onjuiste informatie | nepnieuws
disinformation.defamation:
    laster* | smaad
disinformation.fraud:
    fraude* | oplicht*
minors:
    minderjarig* | kinderen
content.sexual:
    porno* | seksue*
violence:
    geweld | gewelddadig*
violence.extremism:
    terroris* | extremis*
cybersecurity.malware:
    malware | kwaadaardige software
human-rights:
    mensenrechten
law-enforcement:
    rechtshandhaving | politie
migration:
    immigratie | asiel
automated-decision:
    geautomatiseerd* .. besluit* | geautomatiseerde besluitvorming
health.medical-advice:
    medisch* | diagnos*
"""

WEAK = """
manipulation:
    manipul*
law-violation:
    onwettig* | illegaal | illegale | strijd .. wet* | onrechtmatig*
harm:
    schade | schadelijk*
"""

USE = """
gebruiken gebruikt gebruik ingezet doeleinden inzetten
"""

MARKERS = """
het een van niet voor worden zijn de en
mag of gebruik verboden
"""

SERVICE = """
dienst diensten platform account accounts webwinkel
"""

THINGS = """
model modellen programma werk gegevens licentie licenties gewichten
"""
