"""Human rights, democracy, environment, contested industries, and harm in general."""

TOPICS = """
human-rights:
    human rights | fundamental rights | civil rights | civil liberties | universal declaration | human dignity
    crimes against humanity | genocide | ethnic cleansing | repress* | oppress* | indigenous peoples
    rights and freedoms | well being of .. people | persecut* | imprison*
    death penalty | capital punishment | apartheid | colonial* | torture*
human-rights.assembly-democracy:
    peaceful assembly | freedom of assembly | democratic process* | democracy | freedom of association
    free .. assembl* | suppress* .. dissent | assembly and association | protesters | dissent
    peaceful protest*
human-rights.censorship:
    censorship | censoring | censor | freedom of speech | freedom of expression | free speech
    suppress* .. expression | block* .. access .. information | freedom of .. press | free expression
human-rights.forced-labour:
    human traffick* | slavery | slave trad*/labo* | servitude | forced labor | forced labour | child labor
    child labour | sex traffick* | prison labo* | indentured | exploitation of .. workers
environment:
    environmental harm/damage/destruction/degradation | harm* .. environment | damag* .. environment | ecocide
    ecolog* .. damage/harm | pollut* | climate change | wildlife | endangered species | habitat* | biodiversity
    poach* | factory farm*
    sustainable environment | animal cruelty/testing/abuse/experiment* | animals | natural resource*
    waste products | environmental damage | whal* | vivisection | damage to the environment | environmental law*
environment.deforestation:
    deforest* | burning .. forests | forests
environment.fossil-extraction:
    fossil fuel* | oil and gas | oil gas | petroleum | coal | fracking | mining .. minerals/coal/oil
    extract* .. oil/gas/minerals | tar sands | extractive
societal:
    vice industr* | scientology | usury
societal.abortion:
    abortion*
societal.addiction:
    addictive | addiction*
societal.gambling:
    gambl* | casino* | betting | lotter*
societal.nuclear-energy:
    nuclear power | nuclear energy | nuclear .. industr* | nuclear .. facilit* | nuclear
societal.tobacco:
    tobacco* | cigarette* | vaping
"""

WEAK = """
harm:
    harm/harming .. people/person*/individual*/human*/others/group*/life | harmful | hurt | hurting | endanger*
    evil | immoral* | unethical* | improper purpose* | malicious* | injur* .. person*/people/human*
    destructive purpose* | abusive | nefarious | detriment* | wellbeing | well being | threat* .. safety
    harm/harms/harming
human-rights:
    rights of .. individual*/people/human*/others | rights and interests
environment:
    animal* | the environment
environment.deforestation:
    illegal logging | logging industr*/compan*/operation*
environment.fossil-extraction:
    mining industr*/operation*/compan* | drilling
"""
