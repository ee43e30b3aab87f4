"""Surveillance, biometrics, profiling, personal data and harassment."""

TOPICS = """
surveillance:
    bugging
    observe* .. people/person*/citizen* .. covert*/secret* | people .. covertly/secretly | monitor* .. communication*
    listen* in | crowds | peeping | shadow* .. people/person* | watch* .. over .. people | surveillant
    watch* .. people/citizen*/person*/public | spy on | snoop* | covertly
    secretly .. record*/film*/watch*/listen*/monitor* | listening in | hidden camera* | spyware
    surveil* | monitor* .. people/person*/individual*/public/population*/human* | cctv | wiretap* | eavesdrop*
    intercept* .. communication* | spying on | facial recognition .. public
surveillance.mass:
    blanket .. monitor*/surveil*/retention | monitor* .. everyone/everybody | wholesale .. surveil*/monitor*
    monitor* .. entire | track* .. population*
    entire population* | whole population* | watch* .. population*/everyone/everybody/citizen*
    monitor* .. population*/citizen*
    mass surveil* | bulk .. surveil* | mass .. monitor* | large scale .. surveil* | surveil* .. population*
    indiscriminate .. surveil* | mass .. surveillance | blanket surveil* | dragnet
surveillance.tracking:
    trace/tracing .. person/people/somebody/someone/individual* | where .. person .. been
    log .. movements | movement* .. of .. people/person*/individual*/somebody
    location of .. person*/individual*/people/somebody | track .. people/person*/individual*/someone
    tail .. somebody/someone | stalking
    following .. where | follow somebody/someone/people | where somebody/someone/people goes/go/is/are | whereabouts
    locat* .. person*/individual*/people .. without | gps track* | trac* .. movement* | track* .. movement*
    movements of .. person*/people/individual*/citizen*
    stalk* | track* .. individual*/person*/people/human*/user*/without | monitor* .. individual*/person*/people
    monitor* .. without | location tracking | surveil* .. track* | surveillance tracking | stalkerware
    tracking of .. persons/people | tracking targeting | following .. individual*
    person/people/individual tracking | tracking people/persons/individuals | device or person tracking
surveillance.workplace:
    supervis* .. worker*/employee*/staff
    how long .. employee*/staff/worker* | measur* .. employee*/worker*/staff | employee* .. at .. desk*
    time track* .. employee* | monitor .. workforce | boss ware | bossware
    eye on .. staff/employee*/worker* | watch* .. staff/employee*/worker* | staff .. monitor*/surveil*/watch*
    productivity .. monitor*/track* | keystroke* .. employee*/worker*/staff | spy* .. staff/employee*/worker*
    workplace/employee/worker* monitor*/surveil* | monitor* .. employee*/worker*
surveillance.online:
    monitor* .. post/posts/social/online/forum* | watch* .. social media | scan* .. social media
    social media monitor*/surveil* | online monitor*
surveillance.commercial:
    follow people | sell* .. ads/data .. track*/follow*/behavio* | people .. sell .. ads/data
    ad targeting | behavio* advertis* | sell* .. personal data | data broker* | track* .. ads
    surveillance capitalism | targeted advertising | track* .. advertis* | surveil* .. profit
biometrics:
    face scan* | face match* | faceprint* | face print* | palm vein* | voice print*
    biometric* | facial recognition | face recognition | voiceprint* | fingerprint* .. person*/individual*
    gait recognition | facial .. analysis | facial attribute*/feature* | iris scan*
biometrics.identification:
    match* .. faces/face | faces .. match*/identif*/recogni* | who they are .. face* | face* .. who .. are/is
    identif* .. by .. face/gait/voice | spot* .. faces | face search
    biometric .. identif* | identif* .. biometric | facial recognition | face recognition | remote .. identif*
    identif* .. person*/individual* .. face*/image*/photo* | re identif* | reidentif* | recogni* .. faces
biometrics.categorisation:
    sort* .. people/person* .. ethnic*/race/skin/gender | ethnic* .. from .. photo*/image*/face*
    classif* .. people .. face*/photo*/appearance | race .. from .. photo*/image*/face*
    biometric categori* | categori* .. biometric | classif* .. biometric
biometrics.emotion-recognition:
    whether .. nervous/angry/sad/happy/lying | mood of | detect* .. stress/anger/anxiety
    emotional .. analysis/profil*/inference
    how .. feels/feel/feeling .. face/voice/look | face/voice .. how .. feel* | guess* .. feeling*/mood*/emotion*
    read* .. emotion*/mood* | mood detect* | detect* .. mood*/feeling* | emotions of | emotion ai
    infer* .. mood/feeling*
    emotion* recogni*/detect*/analysis/inference* | infer* .. emotion* | detect* .. emotion*
    emotion*/affect recogni* | emotional state* | predict* .. emotion*
biometrics.data-collection:
    collect* .. biometric* | biometric* .. collect* | biometric processing | process* .. biometric*
    biometric* .. data
biometrics.face-database-scraping:
    face database* | scrap* .. face*/facial | facial recognition database*
profiling:
    profil* .. minorit*/ethnic*/citizen*/customer* | racial profiling | ethnic profiling
    profile/profiles of .. people/person*/individual*/user*/citizen*
    build* .. profile* .. people/person*/individual*/user* | dossier*
    profiling | profil* .. individual*/person*/people | psychographic*
profiling.identity-inference:
    identif* .. participant*/patient*/subjects/speaker*/donor*/respondent*/people/persons | attempt*/try .. identif*
    link/linking/match/matching .. faces/names/identit* | behind .. pseudonym* | pseudonymous | discover .. who
    de identif* | re identif* | unmask* | establish*/learn .. identity/identities of
    unmask* .. person*/author*/user*/people | reveal* .. who .. is/are | find out who | identify .. anonymous
    home address* .. find/infer*/guess
    infer* ... identit* | infer* .. address/gender/religion/location/age/race | detect* .. identity of | deanonymi*
    de anonymi* | identif* .. individual*/person*/natural | deduc* .. identit* | infer* .. sensitive/personal
    doxing | doxxing | reveal* .. identit* of | infer* .. private | identity features
profiling.personal-inference:
    infer* ... personal/private/sensitive | infer* .. additional | infer* .. information
profiling.protected-class:
    whether .. somebody/someone/person/people .. gay/muslim/jewish/black/pregnant/disabled | gay or
    sexual orientation | guess/infer/predict/detect .. religion/sexuality/ethnicity/race/politic*/orientation
    political opinion* .. infer*/detect*/guess | ethnic* .. detect*/classif*/infer*
    infer* ... protected/race/ethnic*/religio*/orientation/political | predict* ... protected characteristic*
    detect* .. protected | infer* ... health/demographic | protected class .. law* | person .. protected class
profiling.social-behaviour:
    social behavi* | personality characteristic*/trait* | predicted personal | personality profil*
profiling.social-scoring:
    rank* .. citizen*/people/person* .. behav* | how well .. behave | citizen* .. rank*/rating/rate/score*
    score/scores/scoring .. citizen*/behavio* | rate/rates/rating .. citizen*/people .. behav*/trust*
    reputation scor*
    social scor* | social credit | social credit scor* | citizen scor* | social behavi* | trustworthiness of .. person*
    scoring .. individual* | social .. scoring | evaluat* .. trustworthiness
privacy:
    breach .. privacy | privacy of .. others/third | spy .. private | others privacy | violates .. privacy
    private life | people s privacy | intrud* .. privacy | personal .. secrets | private matters
    personally identif* | personal identif* | privacy of .. individual*/person*/people/others
    violat* .. privacy | inva* .. privacy | privacy .. violat*
privacy.pii-harm:
    personal* identif* .. information .. harm | personal* identif* ... harm/harming/invade/invad*
    personal ... used to harm | generat*/disseminat* ... personal* identif* | dox*
    identif* .. information ... harm | disseminat* ... personal | reveal* .. personal
    publish* .. private/personal information
privacy.pii-unauthorised:
    unauthorised/unauthorized .. personal .. data/information
    personal .. details .. without/publish*/collect* | leak* .. personal/private
    home address* | phone number* .. collect*/scrap*/harvest*/publish*
    collect*/gather*/harvest*/scrap* .. addresses/contacts/personal/identif*/email*
    people who .. not .. agreed/consented | sell* .. personal .. data/information
    personal .. not .. agreed/consented
    personal* identif* ... without/unauthori*/unreasonabl*
    personal data/information ... without/unauthori*/unlawful* | unauthori* ... personal
    collect* .. personal .. without | without .. consent ... personal | harvest* ... personal
    due authorization | unlawful* ... personal | privacy .. violat* | violat* .. privacy | inva* .. privacy
    infring* .. privacy | privacy .. infring* | interference .. privacy | privacy rights | rights of privacy
    right to privacy
privacy.sensitive-data:
    medical .. data/histor*/file* | genetic data | health data/records
    sensitive personal | sensitive .. information .. individual*/person* | health .. demographic
    medical record* | health information | infer* .. health | protected health | health demographic
privacy.data-extraction:
    pull*/recover*/extract*/reconstruct* .. training .. data/set/images | personal .. out of .. training/model/weights
    memoriz* .. data .. extract* | data .. out of .. training
    extract* .. training data | membership inference | extract* .. personal | reconstruct* .. training
    model inversion | recover* .. training data
harassment:
    mobbing | mob .. colleague*/people/person*
    intimidat* or | threaten or | abuse or .. harass* | bullying | cyberstalk* | doxx* | sexual .. harass*
    hate campaign*
    torment* | taunt* | stalk or | mob/mobbing | ridicul* .. person*/people/individual*
    insult* .. people/person*/others | cyber bull* | hound* | persecut* .. individual*/person*
    harass* | bully* | cyberbully* | abus* individual*/person*/people/others/group*
    threaten* individual*/person*/people/others | intimidat* | abuse threat* | humiliat* | trolling
biometrics.verification:
    face .. belongs | face unlock* | face verif* | verif* .. identity .. face/voice/biometric
    confirm* .. identity .. face/voice/biometric
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
