"""Law, crime, justice, policing, borders, automated decisions and the regulated professions."""

TOPICS = """
law-violation.crime-facilitation:
    criminal* .. purpose*/intent* | plan* .. heist/robbery/burglary/attack | fence .. stolen | stolen goods
    tax evasion | evade tax* | human smuggl* | extortion | brib* | sanctions evasion
    burglar* | robber* | steal/steals/stealing .. property/money/from | plan* .. crime*/break in/robber*
    help .. criminal* | criminal activit*/act*/offen*/enterprise*/purpose* | aid* .. crime* | organi* crime | smuggl*
    heist*
    commit* .. crime* | facilitat* .. crime* | criminal activit*/purpose*/offence*/offense*/conduct/act/acts
    facilitat* ... illegal/criminal | promot* ... illegal/unlawful/criminal activit* | money laundering
    organized/organised crime | crime syndicate* | illegal activit* | planning .. crime* | illegal .. goods
    engag* in .. illegal/criminal/unlawful
justice:
    hand* down judgment*/judgement*/sentence* | judgments/judgements .. court/hand*/draft*
    court proceeding* | judicial proceeding* | court room* | courtroom* | criminal trial*
    judiciary | court use
    administration of justice | administering justice | criminal justice | legal adjudication | justice system*
    judicial purposes/system*/decision*
justice.sentencing:
    who gets parole | length of .. imprisonment/sentence* | punish* .. decid*/level/severity
    bail .. parole/decision*/deci*/set* | length of .. sentence | custody decision* | probation
    sentencing | bail/parole decision* | parole
justice.judicial-decision:
    judge .. decide/decision/case/ruling | help .. judge | decide .. case/cases
    judicial decision* | judiciary
law-enforcement:
    immigration enforcement
    gendarm* | border police | secret police | state prosecutor* | crime fighting | law enforcers
    wanted persons | suspects | policing of
    police work | police force* | police depart* | sheriff* | constab* | detective* | prosecutor* | police use
    law enforcement | police | policem* | policew* | policing | criminal investigation*
law-enforcement.crime-prediction:
    forecast* .. crime*/criminal* | become .. criminal* | future .. crime*/criminal* | anticipat* .. crime*
    crime forecast* | likely .. criminal*/offender*
    predict* .. crime*/criminal*/offen* | pre crime | precrime
    predictive policing | predict* .. crime* | crime prediction | predict* .. criminal* | likelihood .. crime
    crime .. will .. committed | predict* .. offence*/offense*
law-enforcement.crime-prediction.individual:
    predict* ... person/individual/individuals/persons ... commit* | person .. criminal
    person .. commit* .. crime | criminality | person .. is .. criminal
law-enforcement.crime-prediction.fraud:
    predict* ... fraud* | likelihood .. fraud*
law-enforcement.crime-prediction.facial:
    facial ... crime*/criminal* | crime*/criminal* ... facial
law-enforcement.crime-prediction.recidivism:
    recidiv* | reoffend* | re offend*
law-enforcement.crime-prediction.place-based:
    hotspot policing | crime hotspot* | locations of crime*
law-enforcement.evidence:
    reliability of evidence
law-enforcement.incarceration:
    manage .. prison* | detention | keep* .. people .. cages/captive | penal | correctional | solitary confinement
    concentration camp* | internment
    detention cent* | inmates | detain* .. people/person*/migrant*
    incarcerat* | prison/prisons | jail/jails | arbitrary .. detention | detention cent*/facilit*
    arbitrary arrest
law-enforcement.polygraph:
    detect* .. lies/lying/decepti*
    polygraph* | lie detect*
law-enforcement.suspect-profiling:
    profiling .. suspect* | profiling .. criminal offence*
law-enforcement.victim-risk:
    becoming .. victim
migration:
    guard* .. border* | border* .. guard*/fence*/wall*/surveil*/enforce* | migration .. control*/authorit*/manag*
    expel* .. people/migrant*/foreigner* | remov* .. migrant*/foreigner* | foreigners | push back* | pushback*
    sort .. refugee* | undocumented
    cross .. border* | border* .. cross*/control*/guard*/police/security/patrol* | immigra* | who may .. country
    stay in .. country | enter .. country | frontex | migrants | expulsion of
    immigration | migration .. control/management/process* | asylum | border control*/management/enforcement
    deport* | immigrant* | refugee*
migration.asylum-visa:
    seek* .. asylum | refugee status | residence .. claim*/application*/status
    claims for asylum | asylum claim*/application*/seeker*/case* | asylum
    asylum .. process*/application* | visa application* | residence permit*
automated-decision:
    decide/decides/deciding ... on/about/over credit/loans/insurance/jobs/admission/tenancy/hiring
    decisions about .. individual*/person*/people/human* | decide .. about .. human*/people/individual*/person*
    only/sole basis on/for/of .. which/deci* | without human review | fully automat* .. decision*
    deci* .. human being* | automat* .. refus*/reject*/approv*
    computer .. decide | decide* .. on its own | decid* .. somebody/someone/person/people .. life/lives/future
    machine* .. decid* | decision* .. without .. person/human/people
    decisions about people | decisions .. about .. people/person*/individual*
    automated decision* | automated .. decision* | automatic* .. decision* | decision* .. automated
    autonomous decision* | algorithmic decision*
automated-decision.high-stakes:
    life changing decision* | life or death
    high stakes | safety critical | consequential decision* | high risk decision*
    automat* ... domains .. affect | decisions .. affect* .. rights/safety/wellbeing
    automated decision* ... finance/employment/healthcare/housing/insurance
automated-decision.legal-rights:
    automated ... legal/human/individual rights | decision* ... legal rights | adversely .. legal/human rights
    adverse* .. rights .. individual*/person* | affect* .. legal .. rights | impact* ... legal rights
automated-decision.obligations:
    creat* .. binding .. obligation* | decision* ... binding ... obligation* | modif* .. binding .. obligation*
professional-practice:
    act as .. doctor/lawyer/engineer/accountant | licensed professional* | regulated profession*
    unauthori*/unlicensed .. practice | unauthori*/unlicensed .. profession* | practice .. profession*
    licensed profession* | practice .. medicine/law | professional practice* | licensure
professional-practice.financial-advice:
    recommend* .. investment*/stock*/share*/fund* | investment .. recommend* | buy or sell .. securit*/stock*/share*
    portfolio advice | credit advice
    what shares | which shares/stocks/funds | shares to buy | stock tip* | invest* .. recommend*/advice/advis*
    financial .. recommend*/advis*/planning | trading advice | savers | wealth manage*
    financial advice/planning | investment advice/decision* | financial/legal .. professional practice*
    tax advice | financial .. advice | practice of .. financial
professional-practice.legal-advice:
    advise .. law/legal | legal opinion* | practise law | practice law | law firm*
    somebody s lawyer | someone s lawyer | somebody/someone s .. lawyer/attorney | instead of .. lawyer/attorney
    replace .. lawyer*
    legal advice | practice of .. legal/law | legal .. professional practice*
critical-infrastructure:
    power supply .. control* | electric* .. grid/network | water suppl* | energy grid* | gas suppl* | nuclear reactor*
    chemical plant* | dam/dams
    nuclear .. installation*/plant*/reactor* | dams | power station* | water works | waterworks | electricity grid*
    electrical grid* | water treatment
    nuclear plant* | gas pipeline* | telecom* network* | energy suppl*
    critical infrastructure* | power grid* | water supply | nuclear facilit* | safety critical .. system*
    critical .. infrastructure | essential infrastructure | power plant* | public utilit*
critical-infrastructure.transport:
    vehicle*/cars that drive | traffic control | railway* .. control*/operation* | flight control*
    driving decision* | lane chang* | autonomous .. car/cars/vehicle*/driving/drone* | shipping .. control
    steer* .. car/cars/train*/plane*/ship*/vehicle*/bus/buses | drive/driving .. car/cars/vehicle*/trucks
    fly/flying .. plane*/aircraft | railway signal* | trains/planes .. control*/steer* | driverless | autopilot*
    transportation technolog* | autonomous vehicle*/driving | self driving | air traffic | aircraft control
    aviation .. system* | aircraft | operation of .. vehicle* | mass transit
critical-infrastructure.heavy-machinery:
    cranes | excavator* | bulldozer* | forklift* | industrial robot*
    heavy machinery | heavy equipment
high-risk-ai:
    high risk ai | high risk artificial intelligence | prohibited ai | prohibited .. ai practice*
    high risk .. ai act | ai act ... prohibited/high | prohibited/restricted under ... artificial intelligence
    high risk .. use*/application*/scenario* .. ai
law-violation:
    against the law | break* the/any/these law/laws | outlawed
ip-infringement:
    trade secret .. theft
    knock off*
    rip off .. book*/song*/film*/work*/artist* | other people s .. book*/song*/film*/work*/art/music
    pirat* .. film*/music/book*/software/content | imitat* .. style of .. artist* | steal* .. artist*/work*/content
    bootleg*
"""

WEAK = """
law-violation:
    violat* ... law/laws/regulation*/statute*/legislation/legal | unlawful* | illegal*
    breach* .. law/laws/regulation* | contrary to .. law/laws/regulation* | against .. law/laws
    prohibited .. law/laws/legislation/regulation* | not allowed/permitted .. law/laws/regulation*
    break* .. law/laws | infring* .. rights .. others/third/any/another
    violat* .. rights .. others/third/any/another | violat* ... human rights
    not .. comply with .. law/laws/regulation* | violat* .. regulation* | restricted by .. law/laws
    infring* ... third part* | non compliance .. law/laws | infringe upon
ip-infringement:
    infring* ... copyright*/patent*/trademark*/intellectual/proprietary
    misappropriat* .. rights/trade/intellectual | plagiari* | piracy | pirated
    violat* ... intellectual/proprietary/publicity/copyright* | infring* ... intellectual
    intellectual property .. infring*/violat* | infring* .. rights .. third/others/any/another
    copyright infringement | unauthorized/unauthorised copies .. copyright*
    infring* ... publicity | infring* .. third part* | counterfeit* | infring* .. legal rights
critical-infrastructure:
    emergency response | safety critical
"""
