"""Discrimination, vulnerable groups, and access to work, credit, housing, insurance, education and benefits."""

TOPICS = """
discrimination:
    discriminate/discriminati*/discriminatory | racis* | racial | prejudic* against | bigotry | sexis* | marginali*
discrimination.protected-characteristics:
    discriminate/discriminati*/discriminatory ... protected/race/gender/religio*/characteristic*/sex/ethnic*/age/racial
    protected characteristic* | legally protected | protected categor*/group*/attribute* | racial or ethnic
    race .. gender | racis* | discriminate/discriminati*/discriminatory ... individual*/group*/people/person*
discrimination.vulnerability-exploitation:
    exploit* .. vulnerab* | vulnerab* group*/person*/people/individual*/population*/communit*
    vulnerabilities of .. group/groups/person*/individual* | distort* .. behavi*
    exploit* ... individual*/group* ... vulnerab* | exploit* .. elderly/disab*
    exploit* .. characteristics .. vulnerab* | characteristics .. vulnerabilities
discrimination.essential-services:
    discriminate/discriminati*/discriminatory ... employment/credit/housing/insurance/services
    provision of ... employment/credit/housing
    essential goods | essential services | denial of .. services | employment ... credit/housing
    access to .. housing/employment/credit/education/benefits
essential-services:
    essential goods | essential services | access to or/public/basic/essential/critical/social services
    credit insurance | employment .. housing
    finance legal employment | creditworth* | eligibility for | public services | risk scoring | banking
    financial speculation | financial services | employment benefits
essential-services.credit:
    credit scor*/decision*/worth*/assess*/approv*/insurance/eligib* | creditworth*
    loan approval*/application*/decision* | lending decision* | credit housing | employment credit
    employment benefits credit | consumer credit | banking
essential-services.credit.payday-lending:
    payday lend*/loan* | predatory lend*/loan* | high interest loan*
essential-services.education:
    educational .. decision*/admission*/opportunit* | school admission* | student* .. evaluat*/grading
    education .. employment | access to education | employment ... education | education vocational
essential-services.education.proctoring:
    proctor* | exam monitoring
essential-services.employment:
    hiring | recruit* | firing .. employee* | employment decision*/employment | provision of employment
    job applicant* | worker management
essential-services.employment.recruitment:
    recruitment | hiring | job applicant*/candidate* | employment decision*/screening
essential-services.employment.worker-management:
    worker management | performance .. employee* | work contracts
essential-services.housing:
    housing credit | credit housing | housing discrimin* | access to .. housing | provision .. housing
    tenant screening | tenants
essential-services.insurance:
    insurance claim*/industr*/service*/premium*/decision*/pricing/underwriting/scor* | insurer*
    credit insurance
essential-services.insurance.claims:
    insurance claim* | deny* .. claim* | denial .. claim* | claim .. fraud* | insurance .. claims
essential-services.insurance.pricing:
    insurance premium*/application*/pricing | premium rate* | premiums | file .. insurance claim
    insurance .. underwriting
essential-services.public-benefits:
    public benefits/assistance | welfare .. benefit*/eligib* | social benefit* | government benefit*
    social welfare
essential-services.emergency-triage:
    triage | emergency dispatch | emergency response
human-rights.labour-rights:
    labor law* | labour law* | labor regulation* | labour regulation* | violat* .. labor/labour
    labor and employment | labour and employment | labor standards | labour standards | labor rights
    labour rights | working hours | living wage* | minimum wage* | fair wage* | overtime
    workers rights | right to organi* | union bust* | trade union*
    free exercise .. organi* | rights of workers | worker* .. rights | collective bargain* | equal pay
manipulation:
    manipulat* people/individual*/behavi*/public/vulnerab*/opinion | manipulat* .. behavi*/opinion*/vulnerab*
    manipulative | psychological manip* | materially distort* | distort* .. behavi* | deceptive technique*
    coercive
manipulation.subliminal:
    subliminal | materially distort* | distort* .. behavi* | deceptive technique*
manipulation.elections:
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
