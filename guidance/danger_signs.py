"""How officers, and those who stand beside them, write that somebody is in danger at this moment: one table, by kind."""

# Every gap between words is bounded, so the time stays in line with the length of the text.
_NOT_NOW = r"(?:was|were|been|had|not|never|nobody|kept|used|if|denies|denied|admits|admitted|stopped|said|didnt|wasnt|isnt|about|of|for)"
_GAP = rf"(?:(?!{_NOT_NOW}\b)\w+ )"
_PAST = r"(?<!\bwas |\bhad |\bnot |\bfor )(?<!\bwere |\bbeen |\bkept )(?<!\bof |\bby )(?<!\babout |\bafter )(?<!\bbefore )"
_HE = r"(?:hes|he is|he|they ?re|they are|(?:man|male|bloke|suspect|respondent|resp|ex|perp|husband|boyfriend|partner|dad|father|son) is|someones|someone is|somebody is)"
_SHE = r"(?:shes|she is|she)"
_IS = r"(?:hes|shes|theyre|they are|im|i am|is|are|he|she|they|male|man|suspect|respondent|resp|ex|husband|boyfriend|partner)"
_HAS = r"(?:hes|shes|theyve|has|have|he is|she is)"
_THEM = (
    r"(?:her|him|me|us|them|someone|somebody|everyone|my|his|our|mum|mother|the|a|an|another|officers?|victim|vic|ip|applicant|kids?|baby)"
)
_SELF = r"(?:herself|himself|hisself|myself|themselves|themself|themselfs)"
_CHILD = r"(?:kids?|child|children|baby|babies|son|daughter|boys?|girls?|toddler|bairn|grandkids?|grandchild\w*|kiddies?|little one)"
_SUPPOSED = r"(?<!\barrest if )(?<!\bbreach if )(?<!\boffence if )(?<!\bhim if )(?<!\bwhat if )(?<!\bher if )(?<!\bcrime if )"
_HIS = r"(?:hes|he is|they ?re|they are|(?:suspect|respondent|resp|perp|ex|husband|boyfriend|partner|male|man) is|someones|someone is)"
_PLACE = r"(?:here|outside|inside|door|doors|doorstep|window|house|garden|garage|flat|upstairs|downstairs)"
_HERS = r"(?:her|my|the|our|their|mums?|vics?|victims?|ips?|applicants?|your)"
_HOME = r"(?:house|home|flat|door|doors|doorstep|address|garden|drive|driveway|window|windows|place|property|bedroom|kitchen|gate|porch|work|workplace|school|car|garage|landing|stairs)"
_BREAK_IN = r"(?:kick|smash|break|bang|hammer|boot|batter|barg|forc|pound)ing"
_ATTACK = r"(?:attack|kill|push|shov|grabb|hitt?|beat|strangl|stabb|chok|punch|throttl|assault|kick|slapp|batter|rap|bit|suffocat|drown|headbutt|stamp|hurt|knif|shoot|burn|dragg)ing"
_ATTACKED = r"(?:attacked|assaulted|beaten|stabbed|strangled|choked|punched|kicked|hit|raped|robbed|shot|battered|slapped|dragged|threatened|chased|followed|held|suffocated|mugged|hurt|beat)"
_WEAPON = r"(?:knife|knives|gun|firearm|shotgun|pistol|rifle|weapon|machete|axe|hammer|blade|bat|crowbar|sword|acid|petrol|hatchet|screwdriver|crossbow|taser)(?! (?:crime|marker|markers|offence|offences|conviction|convictions|licence|warning))"
_KILL = r"(?:kill|murder|shoot|stab|strangle|burn|hurt|harm|behead|slit|attack|rape|drown)"
_NEXT = r"(?: (?:and|in|at|on|by|now|again|he|she|so|i|help|please|right|here|quick|send|with|cant|come|with|or|then|but|if|tonight|today|dead)\b|$)"
_NO_PERSON = r"(?! (?:new |old |work |bank )?(?:number|phone|mobile|address|email|keys?|account|password|passwords|details|car|diary|letters?|messages?|laptop|photos?|bag|post|mail|facebook|insta\w*|statement|order|copy|papers?|friends?|sister|mum|mother|dad|brother|solicitor|boss|cards?|money|passport|on|via|through|by phone)\b)"

ATTACK_HAPPENING = (
    rf"\b{_PAST}(?:being|getting|gettin|be) {_GAP}{{0,1}}{_ATTACKED}{_NEXT}",
    rf"\b{_PAST}(?:being|getting|gettin) (?:attacked|assaulted|beaten|stabbed|strangled|choked|punched|raped|shot|battered)\b",
    rf"\b{_IS} {_GAP}{{0,2}}(?!kicking \w+ out\b){_ATTACK} (?:(?!an? (?:offence|crime|breach)){_THEM}\b|{_SELF}\b|up\b|$)",
    rf"\b(?:hes|shes|is|are|theyre) {_GAP}{{0,2}}(?:attack|kill|strangl|stabb|chok|punch|throttl|assault|suffocat|drown|rap|hurt)ing(?: \w+\b(?<!ing an)(?<!ing a)|$)",
    rf"\b{_PAST}(?:hes|shes|is|theyre|are) {_GAP}{{0,2}}threatening (?:her|me|us|them|him|everyone)\b(?! (?:by|over|via|on|in|through|last|for|about|online|every)\b)",
    r"\b(?:hes|he is|is|its|getting|turning|being|gone) (?:(?!been )\w+ )?(?:violent|kicking off)\b(?<!was being violent)(?= |$)(?! (?:offence|offences|crime|history|past|relationship|person|man|partner|when|in the past))",
    r"\b(?:ive|i have|weve) (?:just )?been (?:stabbed|shot|attacked|assaulted|hit|hurt|punched)\b|\b(?:shes|hes|has) just been (?:stabbed|shot|attacked|assaulted|hit|hurt|punched|strangled)\b",
    # Nobody says it so of an old wound, unless with when it was.
    r"\b(?:someones|somebodys|shes|hes|theyve|has|have) been (?:stabbed|shot|knifed)\b(?! (?:before|previously|once|twice|in the past|last|yesterday|years? ago|\w+ (?:days?|weeks?|months?|years?) ago|in (?:19|20)))",
    r"\b(?:under|getting) attack\b(?! (?:last|in (?:19|20)))",
    r"\b(?:fight|assault|attack|domestic|robbery|stabbing|burglary|break ?in) (?:is )?(?:in progress|happening|going on|kicking off)\b",
    rf"{_PAST}\bkicking off (?:\w+ ){{0,2}}(?:now|here|again)\b",
    rf"\b(?:{_HAS}|ive) {_GAP}{{0,1}}(?:got )?(?:a )?(?:hold|grip) (?:of|on) {_THEM}{_NO_PERSON}\b",
    rf"\b{_HAS} {_GAP}{{0,1}}(?:got |grabbed |pinned |dragged |holding |dragging |pinning ){_THEM} (?:\w+ ){{0,1}}(?:by the|by her|by his|down|against|in a headlock|hostage|trapped|cornered|pinned|into|out of)\b",
    rf"\b(?:wont|will not|not|isnt|refusing to|refuses to) let(?:ting)? (?:{_THEM} (?:go|leave|out)|go)\b(?! to | with )",
    r"\b(?:on top of|going for|lashing out at|laying into|coming at|coming for|coming after) (?:her|him|me|us|them)\b(?= |$)(?! (?:last|yesterday))",
    r"\b(?:theyre|they are|are) fighting\b|\b(?:held|holding (?:her|him|me)|locked (?:her |me )?in) against (?:her|his|my) will\b",
    r"\b(?:held|holding|taken|taking) (?:\w+ ){0,2}hostage\b(?! (?:last|yesterday|in (?:19|20)))",
    rf"\b(?:hes|shes|{_IS}) {_GAP}{{0,2}}(?:following|chasing) (?:her|him|me|us)\b(?! (?:on|via) (?:face|insta|snap|tik|twit|social|line|x\b))",
)
WEAPON = (
    r"\bshots? (?:have been |being |are being )?fired\b(?! (?:last|yesterday|in (?:19|20)))",
    rf"\b{_PAST}(?:gun ?shots?|shooting at|firing at|pointing (?:a|the|his) {_WEAPON})\b",
    rf"\b{_HE} (?:has |have )?(?:got |holding |with |waving |carrying |swinging |armed with |coming at (?:her|me|us) with )?(?:a |the ){_GAP}{{0,1}}{_WEAPON}(?: now| here| help|$| and| in his hand| at| to| on)",
    rf"\b{_HAS} (?:got |holding |waving |carrying |swinging |pulled |produced |drawn |armed with |threatening (?:\w+ )?with )?(?:a |an |the |got ){_GAP}{{0,1}}{_WEAPON}\b",
    rf"\b(?:he|hes|male|man|bloke|suspect|respondent|ex|guy|someone|somebody|son|husband|boyfriend|female|woman) {_GAP}{{0,2}}(?:with|holding|waving|carrying|swinging|armed with|brandishing) (?:a |an |the ){_GAP}{{0,1}}{_WEAPON}\b(?! last| yesterday)",
    r"\b(?:theyve|theyre|they|hes|has|have|he|is) (?:got |have |holding |with )?(?:knives|guns|weapons|machetes)\b",
    r"\b(?:hes|he is|shes|male|man|suspect|theyre|is) armed\b",
    rf"\b(?:hes|he is|he|is) {_GAP}{{0,2}}(?:pouring|throwing|splashing) (?:petrol|acid)\b",
    rf"\b{_WEAPON} (?:to|at|against) (?:her|my|his|the) (?:throat|neck|head|face)\b(?! last)",
)
PRESENT = (
    rf"\b(?:{_HE}|{_SHE}|him|perp|suspect|respondent|resp|ex|husband|boyfriend|partner) {_GAP}{{0,4}}{_PLACE} (?:right |just |again )?now\b",
    rf"\b(?:{_HE}|{_SHE}) now {_GAP}{{0,3}}{_PLACE}\b",
    rf"\b(?:hes|shes|they ?re|they are|(?:{_HE}|she) is|{_HE} is|is) (?:back |still |just |right )?(?:here|at {_HERS} (?:front |back )?(?:door|doors|window|doorstep))(?: now)?\b(?! (?:tomorrow|yesterday|last))",
    rf"{_SUPPOSED}\b{_HIS} {_GAP}{{0,3}}(?:outside|in|at|inside|round|by|behind|on) (?:{_HERS} {_GAP}{{0,1}}{_HOME}|hers|mine|(?:the )?premises)\b(?! (?:every|most|on (?:mon|tues|wednes|thurs|fri|satur|sun)|at weekends|next|tomorrow|last|yesterday))",
    rf"{_SUPPOSED}\b(?:shes|she is) {_GAP}{{0,2}}(?:outside (?:his|my|the) {_HOME}|at (?:his|my|the) (?:front |back )?(?:door|window|doorstep|gate))\b(?! (?:every|last|yesterday))",
    rf"\b(?:{_HIS}) {_GAP}{{0,2}}(?:in |up |over |round )?there (?:with (?:her|them) )?(?:right )?now\b",
    r"\b(?:hes|he|is|she|shes|they|and) (?:\w+ )?(?:refusing to|refuses to|wont|will not) (?:leave|go away)(?! (?:her|me|us|them|him) alone)\b",
    rf"{_SUPPOSED}\b(?:{_HIS}|shes|she is) {_GAP}{{0,2}}(?:outside|downstairs|upstairs|in the house|in the room)(?: now|$| and| with| again| help| shouting| trying| banging| in (?:his|a) car)",
    r"\b(?:he|respondent|suspect|resp|perp|ex|husband|boyfriend|partner) (?:has )?just (?:turned up|come back|arrived|got in|broken in|kicked|smashed|hit|stabbed|attacked)\b",
    r"\b(?:hes|shes|has) (?:just |now |just now )(?:turned up|come back|arrived|got in|broken in|smashed|kicked|forced|got here|hit|attacked|punched|stabbed|strangled|assaulted)\b",
    rf"\b{_PAST}(?:on (?:his|her|their) way|coming|driving) (?:over|round|here|back here|with an? \w+|to (?:hers|mine|her (?:house|home|flat|work)|my (?:house|home|flat)))(?: now| to | and |$)",
)
BREAKING_IN = (
    rf"{_PAST}\b{_BREAK_IN} (?:\w+ ){{0,3}}(?:door|doors|window|windows|in|down|up|through|place)\b(?! (?:last|yesterday))",
    rf"\b{_PAST}(?:trying|tryin|attempting|tries|going) (?:to|and) (?:get|break|force|climb|smash|kick|come|burst|barge) (?:\w+ ){{0,3}}(?:inside|through|down|door|windows?|in(?: (?:now|here|again|and|the (?:house|flat|door|back|front|window)|{_HERS} {_HOME}|through|help)|$)|into {_HERS} {_HOME})",
    rf"\b(?:hes|he is|theyre|they are|has) (?:\w+ )?(?:broken|breaking|got|getting|burst) (?:in|into {_HERS} {_HOME}|through the (?:door|window))(?: now| and| here| help|$| through)",
)
NEEDS_HELP = (
    r"\b(?:need|needs|require|requires|want|send|requesting|request|get|where is|wheres) (?:(?!to\b|evidence)\w+ ){0,3}back ?up\b(?! (?:of|evidence|copy|copies|plan|file|files|statement|the|my|his|her|officer for|disk|data))",
    r"\b(?:need|needs|require|requires|send|requesting|request) (?:(?!to\b)\w+ ){0,2}(?:assistance|more units|another unit|an? ambulance|ambulance|paramedics?|armed response|help)\b(?! (?:with|from|in|on|for|to|filling|finding|understanding|writing|recording|please with|looking|about|form|moving|applying|sorting|paying|deciding|getting (?:custody|legal|advice|an? (?:order|nmo|injunction|solicitor|interpreter|appointment))))(?: |$)",
    r"\b(?:urgent|immediate|emergency) (?:assistance|help|backup)\b",
    r"\bofficers? (?:\w+ )?(?:down|needs? help|needs? assistance|assaulted|in trouble|under attack|injured|hurt|stabbed|shot|in danger)\b(?! (?:last|yesterday|in (?:19|20)))",
    r"\b(?:send|get) (?:help|police|someone|units?|an? (?:unit|car|ambulance)|officers|control|everyone)\b(?: (?:now|quick|quickly|here|asap|please|urgently|to)|$)",
    r"(?<!to )(?<!we )(?<!you )(?<!can )(?<!i )(?<!could )(?<!will )(?<!does that )(?<!does this )(?<!does it )(?<!would that )(?<!would it )\bhelp (?:me|us|her|him)\b(?! (?:with|to|find|look|understand|fill|write|record|search|out|see|check|log|work|do|on|hide (?:that|this|it|my|the)|change|invent|fake|forge|draft|pick|prepare|reply|answer|translate|make (?:it|this|that|the|my|her|up)|word|rewrite|prove|explain|plan|use|please (?:find|look)|get an?|apply|complete|draft|choose|decide|about|know|read)\b)",
    r"^help (?:help\b|i ?m\b|i am|he\b|hes\b|shes?\b|they\b|theyre\b|police|now|quick|urgent|urgently|please he|please she|someone|in danger)",
    r"\b(?:code zero|code 0|mayday|signal 13)\b|^sos\b",
    r"\b(?:its|it is|this is|is) an emergency\b|\b(?:real |medical )emergency (?:here|now)\b|\bemergency emergency\b",
    r"\b(?:backup|back up|assistance|units) (?:needed|required|wanted|urgently|now|asap|please|pls)\b|\bhelp (?:needed|required|wanted) (?:now|here|urgently|asap)?",
    r"\b(?:man|person|colleague|female|woman) down\b(?! the)",
    r"(?<!do i )(?<!should i )(?<!can i )(?<!did she )(?<!she )(?<!he )(?<!didnt )(?<!to )\b(?:call|ring|dial) (?:an ambulance|999|the police|police)(?: now| quick| please|$)",
)
THREAT_TO_LIFE = (
    rf"\b{_PAST}(?:threatening|threatens|going|gonna|gunna|goin|wants|wanting|trying|about|plans|planning|intends|coming|comin|threatened now) (?:to )?{_KILL} (?!an? (?:offence|crime|breach))(?:{_THEM}|{_SELF})\b",
    r"\b(?:going to|gonna|gunna) (?:kill|murder)\b",
    rf"\b(?:hell|shell|theyll|he will|she will|they will|ill|i will|is going to|will) (?:\w+ )?(?:kill|murder|stab|shoot|strangle) {_THEM}\b",
    r"\b(?:says?|shouting|screaming|texting|saying|messaging|making) (?:\w+ ){0,2}(?:threats to kill|death threats|(?:hes|he is|he will|hell|is) (?:going to |gonna )?(?:kill|murder|stab)(?:ing)?)\b",
    rf"\b{_PAST}(?:trying to|going to|gonna|threatening to|about to) (?:burn|set fire|torch|blow up|run (?:her|him|me|us|them) over|jump)\b",
    rf"\b(?:hes|{_HAS}) got (?:petrol|acid)\b|\b(?:hes|{_HAS}) (?:petrol|acid)\b(?! on)",
    r"(?<!was )\bsetting (?:\w+ ){0,3}(?:fire|alight)\b|\b(?:house|flat|home|car|place|shes|hes) (?:is )?on fire\b",
    r"(?<!\bnot )(?<!\bnobody )(?<!\bone )(?<!\bnobody is )(?<!\bone is )(?<!\bisnt )(?<!\bwas )(?<!\bwere )(?<!\bno )(?<!\bnot be )\bin (?:immediate |real |grave |imminent |serious )?danger\b",
    r"\b(?:fears?|scared|afraid|frightened|fearing) for (?:her|his|my|their|our) (?:life|lives)\b",
    r"\b(?:shes|hes|she is|he is|im|i am|is|are) (?:\w+ )?(?:unconscious|unresponsive|bleeding|dying|not breathing|stabbed|been stabbed|been shot|collapsed)\b",
    r"\b(?:cant|cannot|can not|isnt|not|stopped|struggling to) breath(?:e|ing)?\b",
)
SUICIDE = (
    rf"\b{_PAST}(?:wants?|wanting|going|gonna|gunna|threatening|threatens|trying|about|plans|planning|says|hell|shell|ill|will|tempted|thinking) (?:(?!not\b)\w+ ){{0,3}}(?:kill|hurt|harm|hang|cut|drown|stab|shoot|killing|hurting|harming|hanging|cutting|top|topping) {_SELF}\b",
    rf"\b{_PAST}(?:killing|hanging|cutting|harming) {_SELF}\b",
    rf"{_PAST}(?<!\bfelt )\bsuicidal\b",
    r"(?<!attempted )(?<!he )\b(?:threatening|threatens|attempting|commit|committing|contemplating|considering) (?:\w+ )?suicide\b",
    r"\b(?:wants?|going|gonna|threatening|trying|about|says|will) (?:\w+ ){0,3}(?:to )?(?:end (?:her|his|my|their) (?:own )?life|end it all|end it|jump off|take (?:her|his|my|their) own life|die|take an overdose|overdose)\b",
    r"\b(?:cut|cutting|slit|slitting) (?:her|his|my) (?:own )?(?:wrists?|throat)\b(?! (?:last|in (?:19|20)))",
    r"\b(?:wants?|wish|wishes) to (?:die|be dead)\b|\b(?:has|just|hes|shes|ive) (?:just )?(?:taken|swallowed) (?:\w+ ){0,2}(?:overdose|pills|tablets)\b|\bon (?:the )?(?:bridge|ledge|roof) (?:and|threatening|going)\b",
)
STRANGLING = (
    rf"\b(?:{_HAS}|hes got|his|her) {_GAP}{{0,2}}hands? (?:\w+ )?(?:a?round|on|at|over) (?:her|his|my|the) (?:neck|throat|mouth|face)\b(?! (?:last|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)|in (?:19|20)))(?<!\bput )",
    rf"\b(?:{_HAS}) {_GAP}{{0,2}}(?:her|him|me) (?:in a headlock|(?:up )?by (?:the|her|his|my) (?:throat|neck|hair))\b",
    rf"\b{_PAST}(?:strangling|throttling|choking|suffocating) (?:\w+ )?(?:her|him|me|us|someone|the|my|mum)\b",
)
CHILD_TAKEN = (
    rf"\b(?:hes|shes|has|have|theyve|just|is|trying to|going to|threatening to|now) {_GAP}{{0,1}}(?:taken|took|take|taking|snatched|snatching|snatch|grabbed|grabbing|grab|kidnapped|kidnapping|kidnap|abducted|abducting|abduct|run off with|ran off with|running off with|driven off with|gone off with|made off with|disappeared with|drove off with) (?:the |her |my |his |our |their |both )?(?:\w+ )?{_CHILD}\b(?! (?:to|from|home from|for) (?:school|nursery|contact|the park|her mum|football|his mum|the weekend))(?! (?:\w+ ){{0,5}}(?:last|yesterday|holiday|every)\b)",
    rf"\b(?:snatched|snatching|abducted|abducting|kidnapped|kidnapping) (?:the |her |my |his |our |their )?(?:\w+ )?{_CHILD}\b(?! (?:last|in (?:19|20)))",
    rf"\b(?:wont|will not|refuses to|refusing to) give (?:them|him|her|it|(?:the|my) (?:\w+ )?(?:{_CHILD}|little \w+)) back\b(?! the)",
    rf"\b{_CHILD} (?:\w+ ){{0,2}}(?:missing|been taken|been abducted|been kidnapped|been snatched)\b(?! (?:last|yesterday|school|contact))",
)
CRIES = (
    rf"\b(?:shes|she is|hes|he is|someone|somebody|female|woman|man|victim|vic|ip|kids?|kids are|child|baby|children|is|are|im) {_GAP}{{0,3}}(?:screaming|yelling for|crying for help|shouting for help|begging|calling for help|screaming for)\b(?! last| yesterday)",
    r"\b(?:i |we )?(?:can |could )?(?<!could )hear (?:\w+ ){0,4}(?:scream\w*|shouting for help|crying for help|bangs?|gun ?shots?)\b(?! last| yesterday)",
    r"\bscream(?:ing|s) (?:for help|from inside|coming from|and shouting)\b|\b(?:cries|calls|shouts) for help\b(?! last)",
)
KINDS = {
    "attack happening": ATTACK_HAPPENING,
    "weapon": WEAPON,
    "at the place": PRESENT,
    "breaking in": BREAKING_IN,
    "officer needs help": NEEDS_HELP,
    "threat to life": THREAT_TO_LIFE,
    "suicide": SUICIDE,
    "strangling": STRANGLING,
    "child taken": CHILD_TAKEN,
    "cries": CRIES,
}

# The words that slips are mended to, and words one letter away that are meant as they stand.
SPELT = tuple(
    """
    attacking attacked assaulting assaulted strangling strangled stabbing stabbed choking punching kicking threatening threatens screaming outside
    backup assistance emergency suicide suicidal weapon machete shooting smashing hammering banging breaking hitting beating unconscious
    bleeding kidnapped kidnapping abducted abducting hostage throttling suffocating downstairs upstairs petrol firearm breathing breathe
    herself himself danger ambulance doorstep murder battering dragging grabbed snatched throat
    """.split()  # noqa: SIM905 - a block of words reads better than a column of them
)
SLIPS = {
    "kinfe": "knife",
    "nife": "knife",
    "bakup": "backup",
    "bckup": "backup",
    "assult": "assault",
    "brocken": "broken",
    "firedd": "fired",
    "attacing": "attacking",
}
ORDINARY = frozenset(
    """
    attaching attached bearing bleating hinting streaming shouting sheeting stabling choosing breaching breeching reaching banking begging
    hanging bathing breather feeding breeding booting sitting fitting beaten batting binding smashed hammered kicked punched breaks breath
    strangle strangles assault assaults attack attacks suffocate throttle kidnap abduct abducts murdered manger banger ranger dancer dangers outsider assistant assistants bartering grabbing grabber inside throats hitching heating kidding licking
    packing backing sacking tracking tacking wearing heaving treating threads threaten threatened seething shopping shorting skipping
    screening scheming hosting hosted murders weapons wagon patrol metros mothers parole perform breaded breathed
    """.split()  # noqa: SIM905 - as above
)
WORDS_OF_DANGER = frozenset(
    """
    attack attacks attacked attacking stab stabbed stabbing strangle strangled strangling choke choking knife knives gun guns firearm shotgun
    shots shot machete axe weapon armed kill kills killed killing murder threat threats threatening threatened scream screams screaming suicide
    suicidal danger hostage emergency backup bleeding unconscious overdose kidnapped abducted assaulting petrol help helping hurting fire 999
    rape raped raping beating punching kicking smashing
    """.split()  # noqa: SIM905 - as above
)
# Whatever a sign matches holds a word that begins like this, so that most lines are told apart without trying the signs; the tests prove it.
BEGINNING = 3
BEGINNINGS = frozenset(
    """
    abd abo aci add afr aga amb ano app arm arr asa ass att awa axe bab bac bai ban bar bat bea bed beg beh bit bla ble blo boo boy bre
    bri bro bur cal can car cha chi cho cli cod col com con cou cri cro cry cut dan dau dia die dom doo dow dra dri dro dyi eme end eve
    fac fea fem fig fir fla fol for fri fro gar gat get gir goi got gra gri gun hai ham han hap har has hat hea hel her hes him his hit
    hol hom hos hou hur hus imm ins isn jum jus kic kid kil kit kni lan las lay lea led let lif lit liv mac may min mis mot mug mum mur
    mys nec nee off our out ove par per pet pin pis pla ple poi pol por pou pre pro pun pus qui rap ref req res rif rig rin rob roo rou
    sca sch scr sen ser set she sho sig sla sli sma sna som son sos spl sta sto str suf sui sus swa swo tak tas the thr tod top tor tri
    try tur unc uni unr ups urg vic vio wan way wea wev win wis wit wom won wor wri yel you
    """.split()  # noqa: SIM905 - as above
)
