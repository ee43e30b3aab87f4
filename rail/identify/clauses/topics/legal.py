"""Law, crime, justice, policing, borders, automated decisions and the regulated professions."""

TOPICS = """
law-violation.crime-facilitation:
    commit* .. crime* | facilitat* .. crime* | criminal activit*/purpose*/offence*/offense*/conduct/act/acts
    facilitat* ... illegal/criminal | promot* ... illegal/unlawful/criminal activit* | money laundering
    organized/organised crime | crime syndicate* | illegal activit* | planning .. crime* | illegal .. goods
    engag* in .. illegal/criminal/unlawful
justice:
    administration of justice | administering justice | criminal justice | legal adjudication | justice system*
    judicial purposes/system*/decision*
justice.sentencing:
    sentencing | bail/parole decision* | parole
justice.judicial-decision:
    judicial decision* | judiciary
law-enforcement:
    law enforcement | police | policem* | policew* | policing | criminal investigation*
law-enforcement.crime-prediction:
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
    incarcerat* | prison/prisons | jail/jails | arbitrary .. detention | detention cent*/facilit*
    arbitrary arrest
law-enforcement.polygraph:
    polygraph* | lie detect*
law-enforcement.suspect-profiling:
    profiling .. suspect* | profiling .. criminal offence*
law-enforcement.victim-risk:
    becoming .. victim
migration:
    immigration | migration .. control/management/process* | asylum | border control*/management/enforcement
    deport* | immigrant* | refugee*
migration.asylum-visa:
    asylum .. process*/application* | visa application* | residence permit*
automated-decision:
    automated decision* | automated .. decision* | automatic* .. decision* | decision* .. automated
    autonomous decision* | algorithmic decision*
automated-decision.high-stakes:
    high stakes | safety critical | consequential decision* | high risk decision*
    automat* ... domains .. affect | decisions .. affect* .. rights/safety/wellbeing
    automated decision* ... finance/employment/healthcare/housing/insurance
automated-decision.legal-rights:
    automated ... legal/human/individual rights | decision* ... legal rights | adversely .. legal/human rights
    adverse* .. rights .. individual*/person* | affect* .. legal .. rights | impact* ... legal rights
automated-decision.obligations:
    creat* .. binding .. obligation* | decision* ... binding ... obligation* | modif* .. binding .. obligation*
professional-practice:
    unauthori*/unlicensed .. practice | unauthori*/unlicensed .. profession* | practice .. profession*
    licensed profession* | practice .. medicine/law | professional practice* | licensure
professional-practice.financial-advice:
    financial advice/planning | investment advice/decision* | financial/legal .. professional practice*
    tax advice | financial .. advice | practice of .. financial
professional-practice.legal-advice:
    legal advice | practice of .. legal/law | legal .. professional practice*
critical-infrastructure:
    critical infrastructure* | power grid* | water supply | nuclear facilit* | safety critical .. system*
    critical .. infrastructure | essential infrastructure | power plant* | public utilit*
critical-infrastructure.transport:
    transportation technolog* | autonomous vehicle*/driving | self driving | air traffic | aircraft control
    aviation .. system* | aircraft | operation of .. vehicle* | mass transit
critical-infrastructure.heavy-machinery:
    heavy machinery | heavy equipment
high-risk-ai:
    high risk ai | high risk artificial intelligence | prohibited ai | prohibited .. ai practice*
    high risk .. ai act | ai act ... prohibited/high | prohibited/restricted under ... artificial intelligence
    high risk .. use*/application*/scenario* .. ai
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
    infring* ... publicity | infring* .. third part* | counterfeit* | infring* .. legal rights
critical-infrastructure:
    emergency response | safety critical
"""
