"""Armed forces, war, weapons, espionage by states, and violence."""

TOPICS = """
military:
    armed service* | armed .. forces | military contract* | army contract* | defence contract* | defense contract*
    soldiering | war fighting | arms race | regiment* | battalion*
    navy/navies | air force* | marine corps | warship* | warplane* | fighter jet* | barracks | defence/defense force*
    pentagon | nato | conscript*
    militar* | armed force* | army | armies | defense/defence industr*/sector/purpose*/contract*/department
    ministry/department of defense/defence | national defense/defence | defense/defence related | war machine
    military warfare | militia* | defense/defence use*/application* | security forces | soldier* | mercenar* | troops
military.weapons:
    bombing | landmines
    gun sight* | fire control | bombs | rockets | mines | guiding .. munition*/missile*/bomb*/weapon* | gun turret*
    autonomous weapon* | sniper*
    grenade* | bullets | torpedo* | artillery | rifles | killer robot* | lethal .. system*/weapon*/force
    guns .. aim*/point*/fire | kill chain | target* .. strike*/acquisition | ballistic* | warhead* | arms maker*
    weaponi* | armed drone* | combat drone* | arms dealing | kill* .. people/human*/person* .. design*
    military weapon* | weapon* | munition* | armament* | missile* | bomb making | build*/make/making/drop* .. bomb/bombs
    nuclear bomb* | explosive*
    arms manufactur*/industry/trade/dealer* | lethal autonomous | ammunition | drone strike* | landmine*
    arms and | small arms | production of arms
military.warfare:
    bombing
    combatant* | drone war* | cyber war* | air strike* | airstrike* | genocid*
    battlefield* | war effort* | war zone* | military operation* | bombard* | waging war | fight* .. war/wars
    war time | wartime | warfighting | war making
    warfare | wars | warlike | armed conflict* | combat | war crime* | for war | or war | war or | war purposes
    military warfare | conduct* .. war | wag* war | act/acts of war | at war | war effort | start/starts/starting .. war
military.nuclear:
    atomic .. bomb*/weapon* | nuclear deterren* | enrich* .. uranium
    nuclear | nuclear weapon*/proliferation/arms/bomb*/warhead*/missile*/war/warfare | radioactive | uranium
    nuclear industr*/application*/technolog*/facilit*
military.cbrn:
    pathogens | biological .. agent*/threat*/attack* | chemical .. attack*/agent*/threat* | bio terror* | bioterror*
    breed* .. pathogen*/virus* | lethal virus*
    poison gas | anthrax | smallpox | toxin* | chemical agent* | biological agent* | dirty bomb* | nerve gas
    pandemic .. pathogen* | gain of function
    chemical .. weapon* | biological .. weapon* | bioweapon* | cbrn | radiological | pathogen*
    biological warfare | chemical warfare | mass destruction | nerve agent*
military.itar:
    itar | traffic* in arms | traffic arms | arms regulation* | arms embargo* | arms control
military.contractor:
    military contractor*/supplier* | defense/defence contractor* | arms manufacturer* | manufactur* .. weapon*
    military ... entit*/organi*/agenc*/personnel | entit*/organi*/agenc* ... militar*
surveillance.espionage:
    intelligence operation* | counterintelligence | military or intelligence | covert operation*
    secret service* | intelligence service* | gather* .. intelligence/secrets | intelligence communit*
    industrial .. spying/espionage | trade secret* .. steal* | steal* .. secret*
    espionage | spying | spy | spies | intelligence agenc*/gathering/service*/use*/purpose* | military intelligence
surveillance.military:
    military surveillance | militar* intelligence surveillance | military reconnaissance
    surveillance .. reconnaissance | surveillance for .. militar*
violence:
    mistreat* | detainees | ill treat* | bombing
    injure or kill | kill or injure | injur* .. kill* | harm or kill | wound* .. people/person*/human* | manslaughter
    beat* .. people/person* | domestic violence | hurt or kill | rape
    beat up | maim* | injur* or kill* | injury to .. person*/people/living/human* | physical* .. hurt* | bloodshed
    massacr* | assault*
    bodily harm | death or bodily | cause death | death/injury/violence .. person* | violence | violent act*
    physical injur* | killing of | kill .. people/person*/human* | torture* | extrajudicial | murder*
    cruel .. treatment | physical harm | risk of death | violent | assassinat* | endanger* .. lives
    loss of life
violence.extremism:
    glorif* .. terror* | terror* .. propaganda | violent .. extremis* | radical .. group*
    terror | terror group*/attack*/organi*/cell* | jihad* | extremist* | white suprem* | recruit* for .. terror*
    violent .. group*/movement*
    terroris* | extremis* | violent extrem* | radicali* | terrorist*
violence.firearms:
    pistol* | handgun* | rifle* | shotgun* | ghost gun* | print* .. gun*/pistol*/weapon* | gun .. parts/making
    guns | firearm* | illegal weapon* | guns and | 3d printed gun*
violence.incitement:
    lynch* | call* for .. violence/murder/killing/lynching/attack* | call* .. violence | death threat*
    urge/urging .. violence | pogrom*
    incit* .. violence/hatred/riot* | promot* .. violence | glorif* .. violence | violence .. incit*/promot*
    incit* .. promot* | encourag* .. violence | threat* .. violence | advocat* .. violence
"""

WEAK = ""
