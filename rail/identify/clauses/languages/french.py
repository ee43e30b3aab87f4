"""French."""

FORBIDS = """
ne .. pas | ne .. jamais | n utilisez/utilise .. pas | ne .. utiliser/utilisé/utilisée | interdit* de
interdi* .. utilis* | interdisent | s interdit | s engage* .. ne pas | à ne pas | aucune utilisation
ne .. saurait | ne peut/peuvent/doit/doivent
"""

LOOKS_BACK = """
interdit* | prohibé* | proscrit* | pas autorisé* | pas permis* | exclu/exclus/exclue/exclues | interdiction*
interdites
"""

ALLOWS = """
vous pouvez | est/sont autorisé* | peut être librement
"""

EXCEPTS = """
sauf | excepté | hormis | à l exception
"""

STRONG_FRAMES = """
responsabilité* | tenu/tenue/tenus responsable* | garantie/garanties/garantit | exportation* | dommages intérêts
sans garantie | procédure/règlement/directive/loi ne s applique
"""

TOPICS = """
military:
    militaire* | armée/armées | forces armées | défense nationale
military.weapons:
    bombes | explosifs | missiles
    arme/armes | armement* | munitions
military.warfare:
    guerre* | conflit* armé*
military.nuclear:
    nucléaire*
surveillance:
    espionnage | pister
    surveillance | surveiller | espionn*
surveillance.mass:
    surveillance de masse | surveillance massive
biometrics:
    biométri* | reconnaissance faciale
privacy:
    identifier .. personnes/individus | réidentif*
    vie privée | données personnelles | données à caractère personnel | informations personnelles
discrimination:
    discrimin* | raciste* | racisme
discrimination.vulnerability-exploitation:
    exploit* .. vulnérab* | personnes vulnérables | vulnérabilité*
harassment:
    harcel* | harcèl* | intimid* | menacer
disinformation:
    fausses nouvelles | infox | désinformer
    désinformation | fausses informations | informations fausses | trompeu* | trompe* | mensong*
    mésinformation
disinformation.impersonation:
    identité .. autrui
    usurp* | hypertrucage* | deepfake*
disinformation.defamation:
    diffam* | dénigr*
disinformation.fraud:
    fraude* | fraudul* | escroquer*
minors:
    mineurs | enfants | mineur
content.sexual:
    pornograph* | sexuel*
content.hate:
    haine | haineu*
violence:
    violence* | violent* | torture*
violence.extremism:
    terroris* | extrémis*
cybersecurity.malware:
    logiciel* malveillant* | maliciel* | malware | rançongiciel*
cybersecurity.attack:
    cyberattaque* | piratage
human-rights:
    droits humains | droits de l homme | droits fondamentaux
human-rights.forced-labour:
    traite des | esclavage | travail forcé
law-enforcement:
    forces de l ordre | police | application de la loi | maintien de l ordre
justice:
    administration de la justice
migration:
    immigration | asile | contrôle aux frontières
automated-decision:
    décision* .. automati* | automatisé* .. décision*
health.medical-advice:
    médica* | diagnosti*
critical-infrastructure:
    infrastructure* critique*
environment:
    déforest* | polluer
    environnement* .. dégrad*/destruct* | écocide | pollution | dommages environnementaux
societal.gambling:
    jeux d argent | jeux de hasard
profiling.social-scoring:
    notation sociale | crédit social
content.csam:
    pédopornograph* | pédocrimin*
essential-services.credit:
    solvabilité | octroi de crédit*
essential-services.employment:
    recrutement | embauche*
manipulation.elections:
    élection* | élector* | électeur*
disinformation.spam:
    pourriel* | courrier indésirable
health.self-harm:
    suicid* | automutil*
societal.tobacco:
    tabac
"""

WEAK = """
manipulation:
    manipul*
law-violation:
    illégal* | illicite* | illégaux | contraire* .. loi/lois | viol* .. loi/lois/règlement*
    enfrein* .. loi/lois | criminel*
ip-infringement:
    contrefa* | propriété intellectuelle .. tiers/autrui | droits de tiers | droits d autrui
harm:
    nuire | malveillan* | nuisible* | préjudice*
"""

USE = """
utiliser utilisé utilisée utilisés utilisation utilisations usage usages fins employer
"""

MARKERS = """
les des est pour une vous dans sont être ou et le la
de à d du ne au aux il ce cette vos un fins personnes licence interdit utiliser
"""

SERVICE = """
service services site sites plateforme compte comptes serveur serveurs portail visiteurs
"""

THINGS = """
logiciel logiciels modèle modèles œuvre oeuvre données licence licences poids ia
"""
