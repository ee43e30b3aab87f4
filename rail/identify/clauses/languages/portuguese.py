"""Portuguese."""

FORBIDS = """
não deve/devem/deverá/deverão/pode/podem/poderá/poderão | não .. usar/utiliz* | não use/usem | é vedad*
concorda em não | abster* | nenhum uso | proibido* | usos proibidos | em nenhum caso | em nenhuma hipótese
sob nenhuma circunstância
"""

LOOKS_BACK = """
proibid* | vedad* | não .. permitid*/autorizad* | excluíd* | proíbe* | inaceitáve*
"""

ALLOWS = """
você pode | é permitido | são permitidos
"""

EXCEPTS = """
exceto | salvo | a menos que
"""

STRONG_FRAMES = """
responsabilidade* | garantia* | exportação* | indeniz* | regulamento/lei/diretiva não se aplica
"""

TOPICS = """
military:
    militar/militares | exército* | forças armadas
military.weapons:
    bombas | explosivos | mísseis
    armas | arma | armamento*
military.warfare:
    guerra* | conflito* armado*
surveillance:
    vigilância | vigiar | espionagem
biometrics:
    biométric* | reconhecimento facial
privacy:
    identificar .. pessoas/indivíduos
    privacidade | dados pessoais | informações pessoais
discrimination:
    discrimin* | racis*
discrimination.vulnerability-exploitation:
    vulneráve* | explorar .. vulnerab*
harassment:
    assédi* | assedi* | intimid* | ameaç*
disinformation:
    notícias falsas | enganar .. pessoas | informações enganosas
    desinform* | informações falsas | informação falsa | enganar | enganos*
disinformation.impersonation:
    passar por outra/outrem
    fazer se passar | falsidade ideológica | personific* | deepfake*
disinformation.defamation:
    difam* | calúni* | caluni*
disinformation.fraud:
    fraude* | burla*
    fraud* | golpes
minors:
    menores | crianças | infantil*
content.sexual:
    pornogr* | sexuai* | sexual*
content.hate:
    ódio
violence:
    violência | violent* | tortura*
violence.extremism:
    terroris* | extremis*
cybersecurity.malware:
    malware | software malicioso | código malicioso
human-rights:
    direitos humanos | direitos fundamentais
human-rights.forced-labour:
    tráfico de pessoas | escravidão | trabalho forçado | trabalho escravo
law-enforcement:
    polícia* | policia* | aplicação da lei
justice:
    administração da justiça
migration:
    imigração | asilo
automated-decision:
    decisões .. automat* | automatizad* .. decisões
health.medical-advice:
    médic* | diagnóstic*
critical-infrastructure:
    infraestrutura* crítica*
environment:
    desmatamento | poluição
    meio ambiente | dano* ambienta*
disinformation.spam:
    correio eletrônico não solicitado
surveillance.mass:
    vigilância em massa
essential-services.credit:
    concessão de crédito
essential-services.employment:
    contratação
manipulation.elections:
    eleições | eleitora*
societal.gambling:
    jogos de azar | apostas
health.self-harm:
    suicíd* | automutil*
"""

WEAK = """
manipulation:
    manipula*
law-violation:
    ilegal* | ilegais | ilícit* | viol* .. lei/leis | contrári* .. lei | criminos*
ip-infringement:
    propriedade intelectual .. terceiros/outros | direitos de terceiros | direitos autorais
harm:
    prejudic* | malicios* | danos | causar dano*
"""

USE = """
usar uso usos utilizar utilizado utilizada fins
"""

MARKERS = """
para uma não dos das ou você os é são que do
de em com sem o e um este esta modelo uso fins pessoas proibida proibido licença
"""

SERVICE = """
serviço serviços site sites portal plataforma conta contas servidor servidores
"""

THINGS = """
modelo modelos programa obra obras dados licença licenças pesos ia
"""
