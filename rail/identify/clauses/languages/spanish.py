"""Spanish."""

FORBIDS = """
no debe/deben/deberá/deberán/podrá/podrán/puede/pueden/puedes/podrás | no .. utiliz*/usar*/emplear*
no use/usen/uses/utilice/utilicen | no se debe/deben/puede/pueden/permite | prohíbe* | prohibido*
se compromete* .. no | se abstendrá* | abstenerse | ningún uso | no debe .. permitir | usos prohibidos
en ningún caso | bajo ninguna circunstancia
"""

LOOKS_BACK = """
prohibid* | no .. permitid*/autorizad* | excluid* | inaceptable*
"""

ALLOWS = """
usted puede | se permite | puede usar/utilizar | están permitid*
"""

EXCEPTS = """
excepto | salvo | a menos que
"""

STRONG_FRAMES = """
responsabilidad* | garantía* | exportación* | daños y perjuicios | indemniz*
excluidos/excluidas/excluido/excluida del ámbito de aplicación | reglamento/ley/directiva no se aplica
"""

TOPICS = """
military:
    militar/militares | ejército* | fuerzas armadas | defensa nacional
military.weapons:
    bombas | explosivos | misiles
    armas | arma | armamento* | municiones
military.warfare:
    fines bélicos
    guerra* | bélic* | conflicto* armado*
military.nuclear:
    nuclear/nucleares
surveillance:
    espía* | videovigilancia
    vigilancia | vigilar | espiar | espionaje | rastre* .. personas | supervis* .. personas
    monitor* .. personas
biometrics:
    biométric* | reconocimiento facial
privacy:
    identificar .. personas/individuos
    privacidad | datos personales | información personal | intimidad
privacy.sensitive-data:
    información .. confidencial/sensible | datos sensibles | confidencial* .. personas
discrimination:
    discrimin* | racis* | características protegidas | impactos injustos
discrimination.vulnerability-exploitation:
    vulnerab* .. grupo*/personas | explotar .. vulnerab* | personas vulnerables
harassment:
    maltrat*
    acos* | hostig* | intimid* | amenaz* | insult*
disinformation:
    noticias falsas | bulos | desinformar
    desinform* | información falsa | engañ* | desinformación | tergivers* | falsific*
disinformation.impersonation:
    suplant* | hacerse pasar | personific*
disinformation.defamation:
    difam* | calumni*
disinformation.fraud:
    fraud* | estaf* | phishing | suplantación
disinformation.spam:
    correo basura | correo no deseado
    spam
minors:
    menores | niños | infantil*
content.sexual:
    pornogr* | sexual*
content.hate:
    odio
violence:
    matar | lesion*
    violencia | violent* | tortura*
violence.extremism:
    terroris* | extremis*
cybersecurity.malware:
    malware | software malicioso | programas maliciosos | código malicioso
cybersecurity.safeguard-circumvention:
    filtros de seguridad | eludir .. seguridad | anular .. seguridad
human-rights:
    derechos humanos | derechos fundamentales
human-rights.forced-labour:
    trata de | esclavitud | trabajo forzado
law-enforcement:
    policía* | policial* | aplicación de la ley | fuerzas del orden
justice:
    administración de justicia
migration:
    inmigración | asilo | migratori*
automated-decision:
    decisiones .. automat* | automat* .. decisiones
health.medical-advice:
    asesoramiento médico | médic* | diagnóstic* | clínic*
health.self-harm:
    autolesi* | suicid*
health.controlled-substances:
    drogas | sustancias ilegales | sustancias .. ilegales | sustancias controladas
professional-practice:
    ejercicio .. profesi* | práctica .. profesi*
critical-infrastructure:
    infraestructura* crítica*
environment:
    deforest* | contamin*
    medio ambiente | daño* ambiental* | medioambiental*
law-violation.crime-facilitation:
    actividades .. ilegales | delitos | actividades .. ilícitas | actividades delictivas
societal.gambling:
    juegos de azar | apuestas
surveillance.mass:
    vigilancia masiva
content.csam:
    abuso infantil | menores .. sexual* | sexual* .. menores
essential-services.credit:
    solvencia | concesión de créditos
essential-services.employment:
    contratación | despido*
manipulation.elections:
    elecciones | electoral*
societal.tobacco:
    tabaco
"""

WEAK = """
manipulation:
    manipula*
law-violation:
    ilegal* | ilícit* | contrari* .. ley/leyes | infring* .. ley/leyes/normativa | viol* .. ley/leyes
    incumpl* .. ley/leyes | infrin* .. derechos
ip-infringement:
    propiedad intelectual .. terceros/otros | derechos de terceros | infring* .. derechos | derechos .. autor
    apropi* indebid*
harm:
    dañar | malicios* | perjudic* | daño/daños | dañin* | perjudicial*
"""

USE = """
usar uso usos utilizar utilizado utilizada utilice emplear fines acceder
"""

MARKERS = """
los las para una por del usted el como que se
de en con sin ni o queda este esta modelo uso fines personas terceros licencia podrá podrán prohibido prohíbe
"""

SERVICE = """
servicio servicios sitio sitios plataforma cuenta cuentas servidor servidores portal
"""

THINGS = """
modelo modelos programa obra obras datos licencia licencias pesos ia
"""
