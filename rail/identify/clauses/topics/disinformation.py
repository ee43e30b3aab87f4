"""False information, deception, impersonation, undisclosed machines, spam and reputation."""

TOPICS = """
disinformation:
    fake stories | misleading .. people/public/others/user*/consumer* | false impression*
    decepti* .. campaign*/propaganda | hoax/hoaxes | lies about | spread* .. lies/falsehood*/rumo* | half truths
    conspiracy theor*
    disinformation | misinformation | misinform | fake news | propaganda
    deceiv* .. people/public/others/users/individual*
disinformation.false-information:
    make/makes/making up .. news/facts/stories | invent* .. news/facts/story/stories/quotes
    fake .. articles/stories/news | bogus .. news/claim*/information
    falsif* .. fact/facts/news | false facts | alternative facts | deny/denial .. holocaust | scientific misinformation
    spread* .. lies/falsehood*/false* | untruth* | false .. news/story/stories
    falsif* .. information/record*/data/evidence | fabricat* .. evidence/news/story/stories/record*
    conspiracy theor* | made up .. news/facts
    false .. information | disinformation | misinformation | fake news | false .. content
    misleading .. information/content | verifiably false | rumor* | rumour* | false information
    fabricat* .. information | deceptive .. content | deceiv* .. public | propaganda | false or misleading
    false news
disinformation.defamation:
    spread* .. lies .. about .. person/people/individual* | injur* .. good name | malicious gossip
    destroy .. reputation*
    drag* .. name .. mud | smear campaign* | name .. lies | lies about .. person/people/somebody/someone | besmirch*
    character assassination | infring* .. honor/honour/reputation/portrait | honor/honour .. others/third/person*
    reputation rights | right/rights to/of .. reputation/honor/honour | portrait right* | vilify/vilifying
    defam* | libel* | slander* | disparag* .. other*/individual*/person*/people/group*
disinformation.fraud:
    by deceit | deceitful* | by deception | under false pretences/pretenses
    scam/scams/scamming/scammers | romance scam* | con/cons .. people | cheat* .. customer*/people/consumer*/out
    fake .. invoice*/document*/id/ids/shop*/investment* | get rich | identity fraud
    counterfeit .. money/document*/goods
    con artist* | ponzi | pyramid scheme* | forge/forging/forgery/forged .. document*/signature*/identit*/id
    trick* .. people/user*/customer*/person* .. money/paying/savings | extort* | blackmail*
    embezzl* | money launder* | launder* .. money
    scam/scams | phishing | deceiv* .. people/others/users/consumers | fraudulent activit*/purpose*/conduct
    commit* .. fraud | defraud* | identity theft | deceptive .. conduct | financial gain .. decei* | swindl*
disinformation.spam:
    unsolicited e/email*/mail*/message*
    unwanted messages | flood* .. forum*/channel*/inbox* | cold call*
    unsolicited .. advert*/message*/call*/email*/mail* | advertis* .. telephone/phone/unsolicited
    junk mail/email/e/messages | robocall* | mass .. messag*/posting* | unwanted .. message*/mail*/email*/advert*
    flood* .. inbox*/forum*/comment*/channel*
    spam* | unsolicited | bulk mail*/message* | mass mail*
disinformation.fake-engagement:
    follower* .. count*/inflat*/buy*/fake | inflat* .. follower*/likes/rating*/view*/count*/engagement | bot farm*
    click farm* | troll farm* | fake .. likes/votes/comments/users/profiles/ratings/accounts
    bogus .. review*/rating*/account* | buy* .. followers/likes/reviews | vote manipul*
    fake review*/engagement/account*/follower* | false online engagement | inauthentic | fake .. review*
    sockpuppet* | astroturf*
disinformation.false-expertise:
    false/misleading .. expertise | misrepresent* .. expertise/qualification*/capab* | claims of expertise
    claims of .. capability
disinformation.impersonation:
    imitat* .. real/person/people/individual*/likeness
    false impression .. person*/celebrit*/politician*/somebody/someone/endors* | celebrit* | public figure*
    identity of .. another/other/someone/somebody | assume .. identity
    digital double* | digital clone* | mimic* .. real | lookalike*
    image*/picture*/video*/photo* .. real person*/people/individual*/human* .. without
    depict* .. real person*/people/individual* | resembl* .. real/person/people/individual*/somebody
    pretend* .. person*/somebody/someone .. said/did | pose/poses/posing as | face swap* | swap* .. face*
    look/sound like .. real/person/someone
    real person .. say*/said | put* words in
    fake .. video*/audio/recording*/photo*/image* .. person*/people/individual*/politician*/celebrit*
    impersonat* | deepfake* | deep fake* | digital replica* | likeness .. without | likeness .. consent
    person* .. likeness | synthetic .. voice*/speech | clon* .. voice* | voice clon* | appearance voice
    identity theft | pretend* to be | mimic* .. person* | pass/passed/passing .. off as | similar to .. person
disinformation.impersonation.voice-cloning:
    copy/copying .. voice/voices | imitat* .. voice/voices
    voice of .. person/individual/people/someone/somebody/another
    replicat* .. voice* | mimic* .. voice*/speech | voice imitat* | someone s voice | person s voice
    voice clon* | clon* .. voice* | synthetic speech | synthes* .. voice* | voice .. likeness
    voice .. characteristics | synthetic voice*
disinformation.synthetic-media:
    fake .. video*/audio/recording*/photo*/footage | fabricat* .. video*/audio/image*/footage/photo*
    photorealistic .. person*/people/event*
    deepfake* | deep fake* | synthetic media | synthetic .. image*/video*/audio/output* | manipulated media
    audio realistic | video realistic | realistic .. video*/audio/image*
    machine generated ... image*/audio/video* | present* .. synthetic | altered .. image*/video*
disinformation.undisclosed-generation:
    marking .. generated/synthetic
    stating .. generated by | hide .. generated .. ai/machine | undeclared .. ai
    conceal* .. generated/ai/machine
    machine written | written by .. machine/ai/model/bot | machine made | made by .. machine/ai/model/bot
    human/person .. wrote/written it | pass* .. off as .. human/own
    saying .. machine/generated
    unlabel* .. content/output*/ai | ai content .. without
    machine generated | ai generated | human written/made/authored/created
    generated by .. machine/ai/model/artificial | human generated
    without .. disclaim* | disclos* .. machine/ai generated | synthetic .. without .. disclos*
    artificially generated | representing .. output* | outputs .. human | synthetic ... disclos*
disinformation.undisclosed-interaction:
    chatbot*/bots .. not .. reveal*/disclos*/tell/identify* | reveal .. bot/bots/machine
    hide .. that .. machine/bot/ai | unaware .. machine/bot/ai
    bot/bots/chatbot* .. human/person/real | believe .. human .. bot/machine/ai | chat* with .. human .. bot/machine
    talking to .. human/person .. machine/bot/ai/when | pretend* .. human
    pass for .. human | telling .. machine/bot
    interact* .. natural person | autonomously interact* | interact* .. ai | without disclosing .. machine/ai
    not a human | chatbot .. disclos* | disclos* .. interact* | human generated
disinformation.undisclosed-dangers:
    known danger* | disclose .. dangers | disclose .. known risk* | fail to .. disclose
academic-dishonesty:
    generated .. essay*/thesis/theses/homework | submit* .. university/school/homework/essay*/coursework
    cheat* .. exams/examination*/tests | exam fraud
    write .. exam*/thesis/theses/essay*/dissertation* .. student*/others | academic .. cheat*
    fabricat* .. research/data/results | research misconduct | scientific fraud
    term paper* | essay mill* | contract cheating
    homework/thesis/theses/dissertation*/assignment*/coursework/essay* .. own/student*/submit*/hand*
    hand* in .. own work | student* .. own work | own work .. student*/academic/school/university
    ghostwrit* .. academic/thesis/theses/essay*
    plagiari* .. academic/school/university | cheat* .. school/university/exam*/class
    academic dishonest*/misconduct | academic .. fraud | cheating | academic integrity | academic .. dishonesty
"""

WEAK = """
disinformation:
    misrepresent/misrepresents/misrepresenting/misrepresentation* | false .. claim* | decepti*
    distort* .. fact* | deceiv* | mislead* .. public/people/others/users/consumers/individual*
    intended to .. mislead | false or misleading
disinformation.false-information:
    mislead* .. public/people/others/users/consumers | misleading content/statement*/claims | false statement*
    deceptive .. content | false harmful | false or harmful | misrepresent* .. fact* | inaccurate information
    falsehood*
disinformation.defamation:
    damag*/harm*/injur* .. reputation* | right .. reputation | reputation of .. individual*/person*/other*
disinformation.impersonation:
    likeness | real people/persons
disinformation.fraud:
    deceive | fraud* | counterfeit* | scam*
"""
