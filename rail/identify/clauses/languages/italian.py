"""Italian."""

FORBIDS = """
non .. può/possono/deve/devono/dovrà/potrà/potranno | non .. usare/usato/utilizz* | è vietato | è fatto divieto
si impegna* .. non | nessun uso | astener* | in nessun caso | in alcun caso | per nessun motivo
"""

LOOKS_BACK = """
vietat* | proibit* | non .. consentit*/permess*/ammess*/autorizzat* | esclus* | divieto
"""

ALLOWS = """
è consentit* | è permess* | puoi
"""

EXCEPTS = """
eccetto | salvo | tranne | a meno che
"""

STRONG_FRAMES = """
responsabilità | garanzia | garanzie | esportazione* | risarcimento | regolamento/legge/direttiva non si applica
"""

TOPICS = """
military:
    militar* | esercito | forze armate
military.weapons:
    armi | arma | armamenti
military.warfare:
    guerra | belli* | conflitt* armat*
surveillance:
    sorveglianza | sorvegliare | spionaggio
biometrics:
    biometric* | riconoscimento facciale
privacy:
    privacy | dati personali | informazioni personali | riservatezza
discrimination:
    discrimin* | razzis*
discrimination.vulnerability-exploitation:
    vulnerabil* .. person*/grupp* | sfruttare .. vulnerab* | persone vulnerabili
harassment:
    molest* | intimid* | minacc*
disinformation:
    disinformazione | informazioni false | ingann* | false informazioni
disinformation.impersonation:
    impersona* | furto d identità | deepfake*
disinformation.defamation:
    diffama* | calunni*
disinformation.fraud:
    frod* | truff*
minors:
    minori | minorenni | bambini
content.sexual:
    pornogr* | sessual*
content.hate:
    odio
violence:
    violenza | violent* | tortura
violence.extremism:
    terroris* | estremis*
cybersecurity.malware:
    malware | software dannoso | codice malevolo
human-rights:
    diritti umani | diritti fondamentali
human-rights.forced-labour:
    tratta di | schiavitù | lavoro forzato
law-enforcement:
    polizia | forze dell ordine
justice:
    amministrazione della giustizia
migration:
    immigrazione | asilo
automated-decision:
    decisioni automat* | decisional* automat*
health.medical-advice:
    medic* | diagnos*
critical-infrastructure:
    infrastruttur* critic*
environment:
    danni ambientali | danno ambientale
"""

WEAK = """
manipulation:
    manipola*
law-violation:
    illegal* | illecit* | viola* .. legge/leggi | contrari* .. legge | criminal*
ip-infringement:
    proprietà intellettuale .. terzi/altri | diritti di terzi | diritto d autore
harm:
    danneggi* | malevol* | nuocere | dannos*
"""

USE = """
usare uso usi utilizzare utilizzato utilizzata utilizzo scopi fini
"""

MARKERS = """
il della per una che di del è gli sono delle
non vietato uso modello può essere questo questa scopi
"""

SERVICE = """
servizio servizi sito siti piattaforma account portale
"""

THINGS = """
modello modelli programma opere dati licenza licenze pesi ia
"""
