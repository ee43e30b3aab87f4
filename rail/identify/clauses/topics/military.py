"""Armed forces, war, weapons, espionage by states, and violence."""

TOPICS = """
military:
    militar* | armed force* | army | armies | defense/defence industr*/sector/purpose*/contract*/department
    ministry/department of defense/defence | national defense/defence | defense/defence related | war machine
    military warfare | militia* | defense/defence use*/application* | security forces | soldier* | mercenar* | troops
military.weapons:
    weapon* | munition* | armament* | missile* | bomb making | build*/make/making/drop* .. bomb/bombs
    nuclear bomb* | explosive*
    arms manufactur*/industry/trade/dealer* | lethal autonomous | ammunition | drone strike* | landmine*
    arms and | small arms | production of arms
military.warfare:
    warfare | wars | warlike | armed conflict* | combat | war crime* | for war | or war | war or | war purposes
    military warfare | conduct* .. war | wag* war
military.nuclear:
    nuclear | nuclear weapon*/proliferation/industr*/application*/technolog*/facilit* | radioactive | uranium
military.cbrn:
    chemical .. weapon* | biological .. weapon* | bioweapon* | cbrn | radiological | pathogen*
    biological warfare | chemical warfare | mass destruction | nerve agent*
military.itar:
    itar | traffic* in arms | traffic arms | arms regulation* | arms embargo* | arms control
military.contractor:
    military contractor*/supplier* | defense/defence contractor* | arms manufacturer* | manufactur* .. weapon*
    military ... entit*/organi*/agenc*/personnel | entit*/organi*/agenc* ... militar*
surveillance.espionage:
    espionage | spying | spy | spies | intelligence agenc*/gathering/service*/use*/purpose* | military intelligence
surveillance.military:
    military surveillance | militar* intelligence surveillance | military reconnaissance
    surveillance .. reconnaissance | surveillance for .. militar*
violence:
    bodily harm | death or bodily | cause death | death/injury/violence .. person* | violence | violent act*
    physical injur* | killing of | kill .. people/person*/human* | torture* | extrajudicial | murder*
    cruel .. treatment | physical harm | risk of death | violent | assassinat* | endanger* .. lives
    loss of life
violence.extremism:
    terroris* | extremis* | violent extrem* | radicali* | terrorist*
violence.firearms:
    guns | firearm* | illegal weapon* | guns and | 3d printed gun*
violence.incitement:
    incit* .. violence/hatred/riot* | promot* .. violence | glorif* .. violence | violence .. incit*/promot*
    incit* .. promot* | encourag* .. violence | threat* .. violence | advocat* .. violence
"""

WEAK = ""
