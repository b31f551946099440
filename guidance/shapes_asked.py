"""How people ask, whatever the words of the trade in it, for what no page can give: by kind, beside the signs of each (scope.py)."""

# Whoever begins so asks for something to be done, not told.
_ASK = r"(?:(?:can|could|would|will|please|pls|just|you|u|ya|go|and|now|i need you to|i want you to|i want to|id like you to|help me|help me to|do (?:me|us) a favour and|help) )"

SHAPES: dict[str, tuple[str, ...]] = {
    "writing": (
        rf"^{_ASK}{{0,4}}(?:write|draft|compose|reword|rewrite|rephrase|proofread|type|word|summarise|translate|shorten|lengthen|polish|tidy|improve|correct|spell ?check) (?:me |us |up |out |down )*(?:a|an|the|my|his|her|their|this|that|these|some|what|to)\b",
        rf"^{_ASK}{{0,4}}(?:fill in|fill out|fill|complete|finish|do) (?:me |us |my |the |a |an |his |her |this |that )+(?:\w+ ){{0,2}}(?:form|dash|dara|risk assessment|report|mg ?\d*|statement|notebook|pnb|log|entry|paperwork|application|file|crime|summary|handover|plan)\b(?! (?:or|is|if|and|when|before|after|first)\b)",
        rf"^{_ASK}{{0,4}}(?:generate|produce|come up with|make up|build|create) (?:me |us )?(?:a|an|the|some|my|his|her) (?:\w+ ){{0,2}}(?:risk assessment|dash|dara|statement|report|plan|application|summary|letter|email|message|form|chronology|timeline|file|dvpn|dvpo|mg ?\d*)\b",
        rf"^{_ASK}{{0,4}}(?:make|set up|create|use) (?:me |us )?(?:a|an|some) (?:\w+ )?(?:fake|false|dummy|powerpoint|chart|poster|spreadsheet|template|leaflet)\b",
        r"\b(?:as (?:her|him|the (?:victim|vic|suspect|respondent))|in (?:her|his) name|from (?:her|his) (?:account|phone|number)) (?:to see if|and see|so (?:he|she)|to get (?:him|her)|to catch)\b",
        rf"^{_ASK}{{0,4}}(?:add|put) (?:something|a line|a bit|words|in|that)\b.{{0,30}}\b(?:statement|report|notes|notebook|account|log)\b(?!.*\b(?:should|do i|can i|need)\b)",
    ),
    "getting round": (
        r"\b(?:can|could|should|may|how do|how can|how could) (?:i|we|she|they)\b.{0,12}\b(?:lie to|trick|bait|lure|entrap|set (?:him|her|them) up|pressure|threaten|bully|coerce|bribe|coach|con|fool|mislead|blackmail)\b",
        r"^(?:what|which) (?:\w+ )?(?:defence|excuse|story|lie|reason) (?:should|would|could|can|will|shall) (?:he|she|i|we|they|the respondent|the suspect|work|do|get|fly)\b(?! (?:be|count|amount|cover|record|raise|have to))",
        r"\b(?:make|making) sure\b.{0,25}\b(?:audit\w*|psd|boss|sergeant|sarge|nobody|no one|log)\b.{0,20}\b(?:not|dont|doesnt|never|see|sees|know|knows|find|finds)\b",
        r"\b(?:with no|leaving no|leave no) trace\b|\bwithout (?:a |leaving (?:a )?)?trace\b",
        r"^(?:how|can|could|is there|any way|whats the (?:quickest|easiest|best) way)\b.{0,40}\b(?:nfa (?:this|it)|get rid of (?:this|it|the (?:job|crime|case))|not (?:record|crime|log) (?:it|this)|fudge|massage|wriggle|swerve)\b",
        r"\b(?:get|getting|gets|way|ways) (?:a ?)?round (?:the|his|her|my|an|this|that|it)\b(?! (?:house|school|corner|clock|town|back|door|hospital|kids?|table|shops?|neighbourhood|estate|park|child))",
        r"\b(?:contact|see|text|message|phone|speak to|get to|visit|reach) (?:her|him|the victim)\b.{0,20}\b(?:that|which) (?:isnt|arent|wont be|is not|are not|wouldnt be|dont|doesnt)\b.{0,12}\b(?:cover|covered|caught|count|breach|in the order|banned)",
        r"\b(?:say|put|tell|write|record|mark|log|claim|pretend)\b.{0,50}\b(?:when|if|though|although|but) (?:i|he|she|we|they|hes|shes|it) (?:didnt|hasnt|havent|wasnt|isnt|dont|never|did not|has not|was not|is not)\b(?=$| (?:really|actually)$)",
        r"\b(?:word|phrase|write|put|dress|say) (?:it|this|that) (?:up )?so (?:that )?(?:it|its|it is|the|they|cps|he|she)\b.{0,15}\b(?:not|isnt|sounds?|looks?|seems?|reads?|doesnt|wont)\b",
        r"^(?:dump|export|download|show|list|reveal|unlock|print|give me|tell me)\b.{0,25}\b(?:database|(?:hidden|withheld|restricted|confidential) (?:address|number|phone|details))\b",
        r"^(?:authorise|approve|sign|confirm)\b.{0,20}\bas (?:the|a|my) (?:inspector|sergeant|sarge|superintendent|supervisor|boss)\b",
        r"\bhow (?:can|could|does|would|might|do) (?:he|they|the respondent) (?:find|track|trace)\b.{0,15}\b(?:her|where (?:she|shes|the victim))\b",
        r"\bso (?:that )?(?:he|she|i|we|they|it) (?:doesnt|dont|isnt|arent|wont|cant|not) (?:\w+ )?(?:caught|nicked|arrested|done for it|traced|flagged|(?:in|a) breach)\b",
        r"\bwhat (?:can|could|should|do) i leave (?:out|off)\b|\b(?:clear|close|finish|complete|tick)\b.{0,40}\bwithout (?:doing|ringing|calling|visiting|reading)\b",
    ),
    "predicting": (
        r"\bwill (?:custody|the custody \w+|the judge|the court|the family court) (?:vary|keep|discharge|cancel|refuse|release|let|hold|make)\b(?!.{0,40}\b(?:without|if|unless|with no|when|before|after|tell|told)\b)",
        r"\bis (?:it|this) (?:one )?(?:worth|going to be worth) (?:charging|running|pursuing)\b",
        r"\b(?:percentage|proportion|share) of (?:convictions?|charges|cases|victims|people|men|women)\b",
        r"\bwill (?:he|she|they|the victim|the respondent) (?:take|have|want|find|try|start|follow|keep|stay|call|ring|text|contact|move|accept|forgive|cooperate|engage|run|do it)\b(?! (?:to be|be told|place)\b)(?!.{0,40}\b(?:if|unless|be breach|count|breach)\b)",
    ),
    "judging": (
        r"\b(?:take|believe|trust|accept) (?:her|his|their) (?:word|story|account|version|side)\b(?! (?:as evidence|down|first|in writing|on bwv|on camera))",
        r"\b(?:whos|whose|which) side\b|\b(?:having|taking|pulling|stringing|leading|playing|winding) (?:us|me|you|the police) (?:on|along|up|for)\b|\b(?:kidding|conning|fooling|using|playing) (?:us|me)\b",
        r"^is (?:the|this|that|his|her) (?:message|text|letter|screenshot|threat|injury|bruise|claim|story|allegation|complaint|account|version)s? (?:real|true|fake|genuine|made up|false|a lie|legit|honest)\b",
    ),
    "particulars": (
        r"\b(?:whats|what is|what are|who is|whos|tell me|give me) (?:the|his|her|our|my|their) (?:\w+ ){0,2}(?:sergeants?|inspectors?|superintendents?|supers|chiefs?|custody|courts?|judges?|solicitors?|officers?|oics?|victims?|respondents?|suspects?|idvas?|vlos?) (?:name|number|address|email|extension|phone|mobile|collar number|postcode|shift)\b",
        r"\b(?:did|have|had) i (?:do|make|done|made|ring|rung|call|called|visit|visited|log|logged|record|recorded|finish|finished|submit|submitted) (?:the|my|that|it|her|him|a)\b(?! .*\b(?:right|wrong|correct|breach|enough|offence)\b)",
        r"^who(?:s| is) (?:our|my) (?:\w+ ){0,3}(?:chair|co-?ordinator|lead|spoc|inspector|sergeant|superintendent|manager|boss|idva|vlo)\b",
        r"^(?:who|which officer) (?:is dealing|dealt|called|rang|arrested|visited|attended|took|spoke|logged|entered|created|recorded|served him|wrote)\b",
        r"^how many (?:staff|officers|cops|people|pcs|arrests?|victims|jobs|calls|cases|days|shifts|hours) (?!(?:is|are there in|before|after|notice|do i have to|does it|to (?:serve|get|tell)|until|has (?:he|she)|can|count))(?:\w+ )*(?:on (?:nights|lates|earlies|duty|shift|call|today|tonight|now|the team)|on$|off(?: after| in)?$|off after \w+$|nights|lates|earlies|rest|this (?:week|month|year)|last (?:week|month|year)|today|tonight|in the force|on the team|do i (?:get|need|have left))\b",
        r"\b(?:our|my|the force) (?:detection|arrest|conviction|charge|crime) rate\b|\bwhat was the (?:result|outcome|verdict|sentence) (?:at|in|of|from)\b",
        r"^what did (?:he|she|they|the (?:last |other |first )?(?:victim|vic|suspect|respondent|applicant|judge|custody sergeant|witness|neighbour))\b(?! (?:do|know)\b)",
        r"^(?:has|have) (?:he|she|they) (?:ever |previously )?(?:breached|been (?:arrested|convicted|charged)|got (?:form|previous|markers))\b.{0,20}\b(?:before|previously|form|previous|markers|ever|already)$",
    ),
    "private": (
        r"\bmy (?:own )?(?:birthday|caution|misconduct|rest day|shift|overtime|leave|desk|locker|uniform|car|bike|bank|appointment|holiday|dog|cat|house|home|garden|tv|pdr|exam|board|interview for|application for|warrant card)\b",
        r"^(?:can|could|may|am|should) i (?:allowed to )?(?:date|go out with|see|marry|fancy|ask out|shag|sleep with|accept (?:a )?gift|have a second job|work from home|go home|leave early|swap)\b(?! (?:the order|what|who|if|whether|an order|her|him|it|his|a copy|another|on))",
        r"\bwhat time (?:do|does|am|can|should) (?:i|we|my|our)\b.{0,20}\b(?:finish|start|go home|knock off|on duty|clock off|eat|shift)\b|\boccupational health\b|\bmisconduct (?:meeting|notice|interview)\b",
        r"\b(?:maintenance|child support|csa) do i\b|\bdo i (?:have to )?pay\b",
    ),
    "other systems": (
        rf"^{_ASK}{{0,4}}(?:run|put|check|search|look (?:him|her|them|this|it)? ?(?:up )?(?:on|in)|do|google) .{{0,30}}\b(?:through|on|in|via|against|thru) (?:the )?(?:pnc|pnd|anpr|niche|google|facebook|insta\w*|internet|web|voters|dvla|quest|intel)\b",
        r"\b(?:docking station|body ?worn (?:dock|battery|charger|upload)|printer|scanner|laptop|sat ?nav|charger|locker|wi ?fi)\b(?!.*\b(?:he|she|his|her|hers|him)\b)",
        rf"^{_ASK}{{0,4}}(?:set|start) (?:an?|the|my) (?:alarm|timer|reminder for)\b",
    ),
    "other law": (
        r"^(?!.*\b(?:nmos?|non ?mol\w*|there is|theres|also|too|as well|exception)\b).*\b(?:child arrangements?|prohibited steps|specific issue|care|supervision|contact|residence) order\b",
        r"^(?!.*\b(?:order|orders|nmos?|breach\w*|terms?|spo)\b)(?=.*\b(?:harassment|stalking)\b).*\b(?:max|maximum|sentence|penalty|years|either way|summary|triable|indictable)\b",
        r"\b(?:criminal damage|assault|theft|common assault|harassment|gbh|abh|threats?) (?:to|on|by|of|between) (?:a|an|the)? ?(?:wall|car|fence|shop|bus|pc|officer|paramedic|nurse|kids?|youths?|teenagers?|window at|phone box|police)\b(?!.*\b(?:order|nmo|breach|her|his|he|she)\b)",
        r"\b(?:missing|lost|runaway) (?:child|kid|person|teenager|girl|boy|dog|cat|phone|property|passport|wallet)\b",
        r"\b(?:gang|asb|anti ?social\w*(?: behaviour)?|nuisance|freezing|housing|trespass) injunctions?\b|\binjunctions? (?:against|for|over|on) (?:an? |the )?(?:gangs?|anti ?social\w*|asb|noisy|nuisance|protest\w*|newspapers?|tenants?)\b|\basbi\b|\b(?:wardship|ward of court)\b|^(?!.*\b(?:dap[no]s?|bail)\b).*\b(?:curfew|tagging)\b",
        r"^(?:schedule \d+|pub fight|bar fight|street fight|school (?:attendance|place|run|exclusion)|youth caution\w*|extended detention|directed surveillance|comms data|production order|escape from custody)\b",
        r"\b(?:youth|conditional|simple|adult) caution\w*\b|\b(?:hedge|boundary|fence|parking|bins?|wheelie bin|drive ?way) (?:dispute|row|argument)\b|\bdispute over (?:a|the) (?:hedge|fence|wall|tree|drive|bin|parking|land|money|debt|will)\b|\bdash ?cams?\b(?=.*\blegal\b)|\b(?:legal|lawful|illegal) to (?:have|ride|own|carry|drive|record|film|fly|sell|use)\b(?!.*\b(?:her|him|order|the victim)\b)",
        r"\bsearch (?:his|her|their|the|a) (?:car|vehicle|van|bag|pockets|locker|coat)\b(?!.*\b(?:after|nick\w*|arrest\w*|breach\w*|order)\b)|\bwhat is (?:disclosure|mg6c|ripa|pace)\b|\b(?:police protection|section 46)\b(?=.*\b(?:child|children|kids?|powers?)\b)",
    ),
}
