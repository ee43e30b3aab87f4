"""Surveillance, biometrics, profiling, personal data and harassment."""

TOPICS = """
surveillance:
    surveil* | monitor* .. people/person*/individual*/public/population*/human* | cctv | wiretap* | eavesdrop*
    intercept* .. communication* | spying on | facial recognition .. public
surveillance.mass:
    mass surveil* | bulk .. surveil* | mass .. monitor* | large scale .. surveil* | surveil* .. population*
    indiscriminate .. surveil* | mass .. surveillance | blanket surveil* | dragnet
surveillance.tracking:
    stalk* | track* .. individual*/person*/people/human*/user*/without | monitor* .. individual*/person*/people
    monitor* .. without | location tracking | surveil* .. track* | surveillance tracking | stalkerware
    tracking of .. persons/people | tracking targeting | following .. individual*
surveillance.workplace:
    workplace/employee/worker* monitor*/surveil* | monitor* .. employee*/worker*
surveillance.online:
    social media monitor*/surveil* | online monitor*
surveillance.commercial:
    surveillance capitalism | targeted advertising | track* .. advertis* | surveil* .. profit
biometrics:
    biometric* | facial recognition | face recognition | voiceprint* | fingerprint* .. person*/individual*
    gait recognition | facial .. analysis | facial attribute*/feature* | iris scan*
biometrics.identification:
    biometric .. identif* | identif* .. biometric | facial recognition | face recognition | remote .. identif*
    identif* .. person*/individual* .. face*/image*/photo* | re identif* | reidentif* | recogni* .. faces
biometrics.categorisation:
    biometric categori* | categori* .. biometric | classif* .. biometric
biometrics.emotion-recognition:
    emotion* recogni*/detect*/analysis/inference* | infer* .. emotion* | detect* .. emotion*
    emotion*/affect recogni* | emotional state* | predict* .. emotion*
biometrics.data-collection:
    collect* .. biometric* | biometric* .. collect* | biometric processing | process* .. biometric*
    biometric* .. data
biometrics.face-database-scraping:
    face database* | scrap* .. face*/facial | facial recognition database*
profiling:
    profiling | profil* .. individual*/person*/people | psychographic*
profiling.identity-inference:
    infer* ... identit* | infer* .. address/gender/religion/location/age/race | detect* .. identity of | deanonymi*
    de anonymi* | identif* .. individual*/person*/natural | deduc* .. identit* | infer* .. sensitive/personal
    doxing | doxxing | reveal* .. identit* of | infer* .. private | identity features
profiling.personal-inference:
    infer* ... personal/private/sensitive | infer* .. additional | infer* .. information
profiling.protected-class:
    infer* ... protected/race/ethnic*/religio*/orientation/political | predict* ... protected characteristic*
    detect* .. protected | infer* ... health/demographic | protected class .. law* | person .. protected class
profiling.social-behaviour:
    social behavi* | personality characteristic*/trait* | predicted personal | personality profil*
profiling.social-scoring:
    social scor* | social credit | citizen scor* | social behavi* | trustworthiness of .. person*
    scoring .. individual* | social .. scoring | evaluat* .. trustworthiness
privacy:
    personally identif* | personal identif* | privacy of .. individual*/person*/people/others
    violat* .. privacy | inva* .. privacy | privacy .. violat*
privacy.pii-harm:
    personal* identif* .. information .. harm | personal* identif* ... harm/harming/invade/invad*
    personal ... used to harm | generat*/disseminat* ... personal* identif* | dox*
    identif* .. information ... harm | disseminat* ... personal | reveal* .. personal
    publish* .. private/personal information
privacy.pii-unauthorised:
    personal* identif* ... without/unauthori*/unreasonabl*
    personal data/information ... without/unauthori*/unlawful* | unauthori* ... personal
    collect* .. personal .. without | without .. consent ... personal | harvest* ... personal
    due authorization | unlawful* ... personal | privacy .. violat* | violat* .. privacy | inva* .. privacy
    infring* .. privacy | privacy .. infring* | interference .. privacy | privacy rights | rights of privacy
    right to privacy
privacy.sensitive-data:
    sensitive personal | sensitive .. information .. individual*/person* | health .. demographic
    medical record* | health information | infer* .. health | protected health | health demographic
privacy.data-extraction:
    extract* .. training data | membership inference | extract* .. personal | reconstruct* .. training
    model inversion | recover* .. training data
harassment:
    harass* | bully* | cyberbully* | abus* individual*/person*/people/others/group*
    threaten* individual*/person*/people/others | intimidat* | abuse threat* | humiliat* | trolling
"""

WEAK = """
privacy:
    privacy | personal data/information | private information | personal privacy
privacy.sensitive-data:
    sensitive .. information/data
harassment:
    threaten* | abusive | insult* | abuse
surveillance:
    monitor* .. individual*/person*/people
"""
