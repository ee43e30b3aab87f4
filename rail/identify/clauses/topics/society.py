"""Human rights, democracy, environment, contested industries, and harm in general."""

TOPICS = """
human-rights:
    abuse* .. human rights | violat* .. human rights | inhuman* | degrading treatment | tyrann*
    cruel* .. treatment/punishment | dignity of .. person*/people/human* | executions of | death row
    violat* .. freedom* | subjugat* | political prisoner* | conversion therapy | dictator* | authoritarian* | autocra*
    human trafficking
    human rights | fundamental rights | civil rights | civil liberties | universal declaration | human dignity
    crimes against humanity | genocide | ethnic cleansing | repress* | oppress* | indigenous peoples
    rights and freedoms | well being of .. people | persecut* | imprison*
    death penalty | capital punishment | apartheid | colonial* | torture*
human-rights.assembly-democracy:
    identif* .. protest*/demonstrat* | protest/protests | peaceful .. demonstrat* | overthrow* .. democra*/government
    coup | undermin* .. election*/rule of law
    break up .. protest*/demonstration*/rall* | protest*/demonstrat* .. suppress*/identif*/monitor* | demonstrators
    protestors | activist* | undermin* .. democra* | opposition .. suppress*/monitor*/silenc* | political opponent*
    dissident*
    peaceful assembly | freedom of assembly | democratic process* | democracy | freedom of association
    free .. assembl* | suppress* .. dissent | assembly and association | protesters | dissent
    peaceful protest*
human-rights.censorship:
    what .. citizen*/people .. can/may .. read/see/say | filter* .. citizen*/people .. read
    book ban* | block* .. news
    silenc* .. journalist*/critic*/press/media/voice*/people/dissident*
    block* .. website*/site*/news/speech/internet | journalists | suppress* .. speech/information/news/opinion*
    muzzle* | gag/gagging .. press/journalist* | censor* | great firewall
    censorship | censoring | censor | freedom of speech | freedom of expression | free speech
    suppress* .. expression | block* .. access .. information | freedom of .. press | free expression
human-rights.forced-labour:
    traffick* .. persons/people/human*/women/children | people smuggl* | traffick* persons | trafficked | debt bondage
    serf*
    slaves | enslav* | bonded labo* | forced .. work/labo* | exploit* .. labo* | forced prostitution | modern slavery
    human traffick* | slavery | slave trad*/labo* | servitude | forced labor | forced labour | child labor
    child labour | sex traffick* | prison labo* | indentured | exploitation of .. workers
environment:
    harm* .. animals/nature/species | endangered | extinct* | plunder* .. nature/resource* | emit* .. carbon
    climate .. denial/denying/harm* | habitat destruct*
    ecosystem* | poison* .. river*/water/soil/air/land | rivers | toxic waste | dump* .. waste | greenhouse gas*
    carbon emission* | overfish* | trophy hunt* | livestock | slaughter* | animal experiment* | cruel* .. animal*
    animal* .. cruel* | fur farm* | hunting | bullfight* | destroy* .. nature/planet/habitat*
    environmental harm/damage/destruction/degradation | harm* .. environment | damag* .. environment | ecocide
    ecolog* .. damage/harm | pollut* | climate change | wildlife | endangered species | habitat* | biodiversity
    poach* | factory farm*
    sustainable environment | animal cruelty/testing/abuse/experiment* | animals | natural resource*
    waste products | environmental damage | whal* | vivisection | damage to the environment | environmental law*
environment.deforestation:
    rainforest* | clear* .. forest*/rainforest*/woodland | log/logging .. forest* | fell/felling .. trees
    deforest* | burning .. forests | forests
environment.fossil-extraction:
    extract* .. fossil/coal | fossil energy | coal mining | offshore drilling
    oil/gas/coal .. explor*/drill*/extract*/prospect*/compan*/industry/production | prospect* .. oil/gas/coal/mineral*
    explor* .. oil/gas/coal | drill* for .. oil/gas | oil compan* | oil industry | oilfield* | strip mining | lignite
    fossil fuel* | oil and gas | oil gas | petroleum | coal | fracking | mining .. minerals/coal/oil
    extract* .. oil/gas/minerals | tar sands | extractive
societal:
    alcohol* .. sale*/product*/industr* | payday | multi level marketing | arms trade or
    vice industr* | scientology | usury
societal.abortion:
    terminat* .. pregnanc*
    abortion*
societal.addiction:
    hook* .. user*/people/children | doomscroll*
    addictive | addiction*
societal.gambling:
    betting shop* | online bet* | gaming machine*
    slot machine* | bookmak* | poker | roulette | sports bet* | wager*
    gambl* | casino* | betting | lotter*
societal.nuclear-energy:
    nuclear power | nuclear energy | nuclear application*/technolog* | nuclear .. industr* | nuclear .. facilit*
    nuclear
societal.tobacco:
    tobacco
    vape/vapes | cigar/cigars | nicotine | smoking product* | e cigarette*
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
