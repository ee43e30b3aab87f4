"""Medicine, drugs and self-harm."""

TOPICS = """
health:
    therap* .. purpose*/use* | mental health .. treatment/counsel*/therapy | health decisions
    healthcare | health care | medical purpose*/use*/device*/application*/decision*/condition*
    health .. profession*
health.medical-advice:
    stand*/act/acting in for .. physician*/doctor*/clinician* | judg* of .. physician*/doctor*/clinician*
    judgment/judgement of .. doctor*/physician*/clinician*/health | tailored medical | advis* patients
    substitute .. physician*/doctor*/clinician* | replac* .. physician*/doctor*/nurse*
    instead of .. doctor*/physician* | health recommend* | treatment recommend*
    recommend* .. treatment*/medicine*/therap* | advice on .. health/treatment | patients .. advice
    which medicine* | what medicine* | medicine to take | drug dos* | dosage* | medication | prescrib* | prescription*
    counsel* .. patient* | therapeutic advice | advis* .. patient* | telemedicine
    medical .. advice | medical .. result* | health .. advice | medical/health .. professional practice*
    medical health | medical interpretation* | interpret* .. medical | medical guidance
    medical/health .. profession* | advice .. medical | medical/health .. related | medical .. practice*
    medical consult*
health.clinical-use:
    clinical work | medical .. care | therap* .. patient* | patient safety | point of care
    treat* .. illness*/disease*/patient*/condition* | surgery | surgical | bedside | care of patients
    hospital .. decision*/use | clinical trial* | hospital/hospitals | clinic/clinics
    clinical .. decision* | clinical use/purpose*/practice/setting*/diagnos* | medical device* | patient care
    patient .. treatment | treat* .. patient* | medical treatment* | medical .. decision*
    medical .. application* | medical .. use* | treatment of .. disease*
health.diagnosis:
    diagnos* .. people/person*/human*/treat* | diagnos* .. illness*/disease*/disorder* | detect .. tumor*/tumour*
    medical imag* .. interpret*/read*
    what illness | which illness/disease | illness* .. have/has/detect*/tell/identify
    detect* .. disease*/illness*/cancer | interpret* .. x ray*/scan*/test*
    diagnos* .. disease*/condition*/patient*/illness* | medical diagnos* | clinical diagnos*
    medical result* | medical .. interpret* | medical results
health.controlled-substances:
    designer drug* | drug .. traffick*/trade/produc*/synthes*/deal* | produce/producing .. drugs/narcotic* | doping
    cocaine/heroin/meth/methamphetamine/fentanyl/opioid* | cook* .. drug*/meth/narcotic* | narco* | recreational drugs
    drug deal* | drug manufactur* | synthes* .. drug*
    controlled substance* | illegal drug* | narcotic* | drug trafficking | illicit drug* | illegal drugs
    illegal .. drugs | drugs | regulated substance* | illegal .. substance*
health.self-harm:
    promote .. suicide | starv* .. oneself/themselves
    anorexi* | bulimi* | kill themselves | hurt themselves | harm themselves | take .. own life | self mutilat*
    self harm* | suicid* | eating disorder* | self injur* | cutting .. eating
"""

WEAK = """
health:
    medical | medicine | patient* | clinical
health.clinical-use:
    clinical
health.diagnosis:
    diagnos*
"""
