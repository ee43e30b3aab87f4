"""Discrimination, vulnerable groups, and access to work, credit, housing, insurance, education and benefits."""

TOPICS = """
discrimination:
    disadvantag* .. people/person*/group*/individual* | unequal treatment | inequalit* | segregat* | stereotyp*
    exclude .. people .. because
    discriminate/discriminati*/discriminatory | racis* | racial | prejudic* against | bigotry | sexis* | marginali*
discrimination.protected-characteristics:
    people .. of .. certain/particular .. origin/race/faith/religion/gender
    by/per race/ethnicity/religion/caste/gender/skin
    on account of .. race/sex/gender/religion/faith/origin/age/disability | ethnic origin
    marginali* .. group*/communit*
    treat* .. people/person*/others/groups .. worse/unfair*/unequal*/differently | skin colo*/color
    because of .. race/sex/gender/religion/faith/origin/age/disability/colour/color
    on .. basis/grounds of .. race/sex/gender/religion/faith/origin/age/disability/ethnic* | biased against
    on .. basis/grounds of .. orientation/nationality/caste/colour/color/creed/belief*
    bias against
    discriminate/discriminati*/discriminatory ... protected/race/gender/religio*/characteristic*/sex/ethnic*/age/racial
    protected characteristic* | legally protected | protected categor*/group*/attribute* | racial or ethnic
    race .. gender | racis* | discriminate/discriminati*/discriminatory ... individual*/group*/people/person*
discrimination.vulnerability-exploitation:
    prey* .. vulnerab*/elderly/weak/poor/disabled | advantage of .. vulnerab*/elderly/disab*/poor/weak/children
    exploit* .. weakness* | target* .. vulnerab*
    exploit* .. vulnerable/vulnerabilities | exploit* .. vulnerability of/in/or
    vulnerab* group*/person*/people/individual*/population*/communit*
    vulnerabilities of .. group/groups/person*/individual* | distort* .. behavi*
    exploit* ... individual*/group* ... vulnerab* | exploit* .. elderly/disab*
    exploit* .. characteristics .. vulnerab* | characteristics .. vulnerabilities
discrimination.essential-services:
    discriminate/discriminati*/discriminatory ... employment/credit/housing/insurance/services
    provision of ... employment/credit/housing
    den*/refus* .. anyone/people/person*/somebody/them .. insurance/employment/housing/work/care/jobs/credit
    essential goods | essential services | denial of .. services | employment ... credit/housing
    access to .. housing/employment/credit/education/benefits
essential-services:
    access to .. loans/jobs/healthcare
    essential goods | essential services | access to or/public/basic/essential/critical/social services
    credit insurance | employment .. housing
    finance legal employment | creditworth* | eligibility for | public services | risk scoring | banking
    financial speculation | financial services | employment benefits
essential-services.credit:
    approv* or deny/denying .. loan*/credit | deny/denying/refus* .. loan*/credit
    credit decision* | credit report* | loan eligib* | default risk | solvenc* .. person*/customer* | debt collect*
    who gets .. loan/credit/mortgage | loan/loans/mortgage* .. deci*/approv*/eligib*/score*/grant*
    deci* .. loan/loans/mortgage* | credit rating* | rating .. borrower* | borrower*
    credit scor*/decision*/worth*/assess*/approv*/insurance/eligib* | creditworth*
    loan approval*/application*/decision* | lending decision* | credit housing | employment credit
    employment benefits credit | consumer credit | banking
essential-services.credit.payday-lending:
    payday lend*/loan* | predatory lend*/loan* | high interest loan*
essential-services.education:
    mark/marking/grade/grading .. exam/exams/paper/papers/essay*
    grade/grading .. test/tests
    university place* | admission decision* | score* .. exam* | academic performance
    pupil/pupils .. admit*/grade*/assess*/evaluat* | which pupils | grading .. exam*/student*/pupil*/essay*
    grade/grades/graded .. student*/pupil*/exam*/learner* | student*/pupil*/learner* .. grade*/admitted/admission*
    university admission* | college admission* | school place* | expel* .. student*/pupil*
    educational .. decision*/admission*/opportunit* | school admission* | student* .. evaluat*/grading
    education .. employment | access to education | employment ... education | education vocational
essential-services.education.proctoring:
    watch* .. student*/pupil*/exam*/candidate* | during .. exam/exams/examinations | cheat* .. exam* | exam* .. cheat*
    invigilat* | exam surveil*
    proctor* | exam monitoring
essential-services.employment:
    hire or fire | dismiss* .. employee*/worker*/staff | lay off | layoff*
    hiring | recruit* | firing .. employee* | employment decision*/employment | provision of employment
    job applicant* | worker management
essential-services.employment.recruitment:
    pre select* .. candidate*/applicant* | automated hiring
    filter* .. cv/cvs/resume*/applicant*/candidate* | hiring decision* | sort* .. applicant*/candidate*/cv/cvs
    job interview* | select* .. employee*/staff/candidate*
    applicant*/candidate* .. job*/position*/hire*/employ*/rank*/screen*/shortlist*
    job*/employment .. application*/applicant*/candidate* | applications for jobs
    screen* .. resume*/cv/cvs/applicant*/candidate* | resume screening | cv screening
    shortlist* .. candidate*/applicant* | headhunt*
    recruitment | hiring | job applicant*/candidate* | employment decision*/screening
essential-services.employment.worker-management:
    desks | productivity .. employee*/worker*/staff | manage .. workforce | workforce .. manag* | shift plan*
    gig worker*
    worker*/employee*/staff .. promoted/dismiss*/fired/evaluat*/rank*/scor*/disciplin*
    rank*/scor*/evaluat* .. worker*/employee*/staff | which workers | performance review*
    worker management | performance .. employee* | work contracts
essential-services.housing:
    flat seekers | house hunters | choose .. tenant*/renter*/flat | rent/rental .. screen*/decision*/applicant*
    home buyers
    tenant/tenants | landlord* | rental application* | evict* | mortgage application* | prospective tenant* | renters
    housing credit | credit housing | housing discrimin* | access to .. housing | provision .. housing
    tenant screening | tenants
essential-services.insurance:
    insurance applicant*
    insurance polic* | insurance cover* | underwrit* | insurance .. price*/refus*/deny/denied/declin*
    insur* .. deci*
    insurance claim*/industr*/service*/premium*/decision*/pricing/underwriting/scor* | insurer*
    credit insurance
essential-services.insurance.claims:
    insurance claim* | deny* .. claim* | denial .. claim* | claim .. fraud* | insurance .. claims
essential-services.insurance.pricing:
    insurance .. premium* | calculat* .. insurance | insurance .. risk
    insurance premium*/application*/pricing | premium rate* | premiums | file .. insurance claim
    insurance .. underwriting
essential-services.public-benefits:
    eligib* .. benefit*/welfare/aid | welfare fraud | social assistance | benefit fraud
    welfare payment*/benefit*/claim* | unemployment benefit* | social security .. benefit*/claim*/payment*
    food stamps | state aid | disability benefit* | pension .. entitle*
    public benefits/assistance | welfare .. benefit*/eligib* | social benefit* | government benefit*
    social welfare
essential-services.emergency-triage:
    dispatch .. emergency/ambulance*/rescue | emergency service*
    emergency call* | emergency dispatch* | first responder* | ambulance* | 911/112 call*
    prioriti* .. emergenc*/patient*
    triage | emergency dispatch | emergency response
human-rights.labour-rights:
    child labor/labour laws | rights of employees | wages | blacklist* .. worker*/employee*
    break* .. strike/strikes | strike break* | hinder .. union* | unioni* | against .. unions
    unions .. hinder*/suppress*/fight/busting/prevent* | sweatshop* | wage theft | underpa* .. worker*/employee*
    exploit* .. worker*/employee*/labo*
    labor law* | labour law* | labor regulation* | labour regulation* | violat* .. labor/labour
    labor and employment | labour and employment | labor standards | labour standards | labor rights
    labour rights | working hours | living wage* | minimum wage* | fair wage* | overtime
    workers rights | right to organi* | union bust* | trade union*
    free exercise .. organi* | rights of workers | worker* .. rights | collective bargain* | equal pay
manipulation:
    addict* .. user*/children | psychological pressure | coerce* .. people/person*/individual* | undue influence
    influence .. without .. knowledge
    nudge/nudging .. people/user* | brainwash* | dark pattern* | prey on .. fear* | gaslight*
    psychological* .. exploit*/manipul*
    manipulat* people/individual*/behavi*/public/vulnerab*/opinion | manipulat* .. behavi*/opinion*/vulnerab*
    manipulative | psychological manip* | materially distort* | distort* .. behavi* | deceptive technique*
    coercive
manipulation.subliminal:
    below .. awareness/consciousness | threshold of .. awareness/consciousness | unconscious* .. influenc*/manipul*
    beyond .. consciousness
    subliminal | materially distort* | distort* .. behavi* | deceptive technique*
manipulation.elections:
    turnout | suppress* .. vote*/turnout | electorate | political ads | political persuasion | political microtarget*
    interfer* .. democratic | plebiscite*
    how people vote | sway* .. vote*/election*/voter* | vote/votes/voting .. sway*/influenc*/rig*/suppress*
    influenc* .. vote/votes/voting/ballot* | ballot* | referend* | rig .. vote | vote rigging | political propaganda
    political advert* | campaigning | campaign for .. candidate*/party/parties | election*/voter* .. micro*
    political party
    elections | electoral | election .. interfer*/integrity/process*/result*/campaign*/outcome*/tamper*/meddl*
    interfer*/influenc*/manipulat*/undermin*/rig/rigging .. election*
    voter/voters | voting behavi* | political campaign* | political interference
    political .. influence | political lobby* | democratic process*
"""

WEAK = """
manipulation.elections:
    election
manipulation:
    manipulat* | coerc*
essential-services.employment:
    employment
essential-services.insurance:
    insurance
essential-services.housing:
    housing
essential-services.credit:
    usury
human-rights.labour-rights:
    overtime
"""
