"""Medicine, drugs and self-harm."""

TOPICS = """
health:
    healthcare | health care | medical purpose*/use*/device*/application*/decision*/condition*
    health .. profession*
health.medical-advice:
    medical .. advice | medical .. result* | health .. advice | medical/health .. professional practice*
    medical health | medical interpretation* | interpret* .. medical | medical guidance
    medical/health .. profession* | advice .. medical | medical/health .. related | medical .. practice*
    medical consult*
health.clinical-use:
    clinical .. decision* | clinical use/purpose*/practice/setting*/diagnos* | medical device* | patient care
    patient .. treatment | treat* .. patient* | medical treatment* | medical .. decision*
    medical .. application* | medical .. use* | treatment of .. disease*
health.diagnosis:
    diagnos* .. disease*/condition*/patient*/illness* | medical diagnos* | clinical diagnos*
    medical result* | medical .. interpret* | medical results
health.controlled-substances:
    controlled substance* | illegal drug* | narcotic* | drug trafficking | illicit drug* | illegal drugs
    illegal .. drugs | drugs | regulated substance* | illegal .. substance*
health.self-harm:
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
