"""What a line asks for: each sign in it speaks for one of the intents, and the heaviest wins."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

LONGEST_READ = 700


class Intent(StrEnum):
    """As the public contract, section 5, names them."""

    RECORD_BREACH = "record_breach"
    LOOKUP_ORDER = "lookup_order"
    CONTACTS_DUE = "contacts_due"
    LOG_CONTACT = "log_contact"
    SNOOZE = "snooze"
    REASSIGN = "reassign"
    RECORD_SERVICE = "record_service"
    REGISTER_ORDER = "register_order"
    TRANSFER = "transfer"
    GUIDANCE = "guidance"
    HELP = "help"
    CANCEL = "cancel"
    SMALLTALK = "smalltalk/out_of_scope"


class Sign(NamedTuple):
    intent: Intent
    weight: float
    pattern: re.Pattern[str]


_ORDER = r"(?:orders?|nmos?|non[ -]?mol\w*|injunctions?)"
_HE = r"(?:he|respondent|hes|ex|partner|husband|boyfriend|suspect|dad|father|they)"
_HER = r"(?:her|victim|applicant|she|them|protected person)"
_DONE = r"(?:(?:has|have|had|is|was|been|just|again|now|then|also|still|keeps|kept|already) )*"
_QUESTION = (
    r"^(?:(?:so|and|hi|hiya|hey|hello|morning|please|quick question|quick one|question|sarge|skip|ok|just|also|but|erm|um)[ ,:.-]+){0,3}"
)
_ASKS = rf"{_QUESTION}(?:what|when|who|why|how|which|where|can|cannot|could|do|does|did|is|are|am|should|shall|must|may|has|have|will|would|if|any|need)\b"
_LAW = (
    r"(?:arrest|nick|lift|charg\w+|cps|sentenc\w+|penalty|prison|jail|maximum|max|section \d+|s\.? ?\d+\w?|power|powers|evidence|prove|points to prove|defence|reasonable excuse|excuse|bail|warrant|entry|enter"
    r"|dvpn|dvpo|dapn|dapo|restraining|occupation|undertaking|undertakings|stalking|harassment|marac|dash|dara|clare'?s law|contempt|civil|offence|crime|criminal|legal|illegal|law|policy|procedure|time limit|limits"
    r"|without notice|ex parte|exparte|on notice|return hearing|vary|varied|variation|discharged?|extend\w*|extension|retention|record it|crime it|statement|consent|reconcil\w+|withdraw\w*|aware\w*|knowledge|certificate"
    r"|accident\w*|chance|third party|through|liking|social media|scotland|northern ireland|abroad|how long|last|process|form|fl401\w?|fl404a?|contact|text|whatsapp|facebook|messages?|emails?|gifts?|child\w*|kids|allowed|legally|count|counts|caution|words of advice|interview|scope)"
)
_BY_TIME = r"(?:today|tonight|tomorrow|this week|next week|this month|next month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:in |within )?(?:the )?(?:next|coming) \w+ ?\w*|soon|now|weekend|shift)"
_CHASED = r"(?:contacts?|calls?|visits?|call ?backs?|follow ?-?ups?|reminders?|victims?|updates?|check ?-?ins?|welfare checks?|actions)"

_ROWS: tuple[tuple[Intent, float, str], ...] = (
    (
        Intent.HELP,
        20,
        r"^(?:help|menu|commands|options|\?+|(?:please )?help(?: me)?(?: please)?|what can (?:you|i|this|it)(?: \w+){0,3}|what (?:do|does) (?:you|this|it)(?: \w+)? do|how (?:do|does) (?:i|you|this|it) (?:use|work)(?: \w+){0,3}|what are (?:my|the|your) (?:options|commands)|how to use(?: \w+){0,2}|what else can you do|instructions|i need help|i am (?:stuck|lost)(?: help)?|show me what you can do|not sure (?:what|how) to (?:type|use|ask)(?: \w+){0,3})$",
    ),
    (
        Intent.HELP,
        7,
        r"\b(?:how does this (?:bot )?work|what (?:can|do) you do|what can i (?:ask|type|do)|show (?:me )?(?:the )?(?:menu|commands|options|help)|list (?:of )?commands|(?:what|which) commands|how do i use (?:this|you|it|the bot))\b",
    ),
    (
        Intent.CANCEL,
        20,
        r"^(?:(?:no|nah|sorry|oops|actually|ah|oh|wait|hang on|please) ?,? ?){0,3}(?:cancel|stop|quit|exit|abort|never ?mind|scrap|forget|ignore|start (?:again|over)|disregard|undo|leave it|scratch|bin|drop|delete)(?: (?:it|that|this|the|all|please|now|my|last|one|message|bit|entry|record|breach|everything|me))*(?:[ ,.-]+(?:wrong|mistake|not|my|please|that was|typed|sorry|meant|thanks|i|ta|made|cheers|sent|started|clicked|it was|opened)\b.{0,60})?$",
    ),
    (
        Intent.CANCEL,
        9,
        r"\b(?:wrong (?:person|one|order|name|bloke|victim|case|window|chat|record|button|address)|by (?:mistake|accident)|not (?:the )?(?:right|one i)|do not (?:save|send|record|log|bother|submit)|i (?:do not|didnt) (?:want|mean) (?:that|this|to)|changed my mind|(?:made a|my) mistake|start (?:over|again)|back out|dont (?:save|send))\b",
    ),
    (Intent.CANCEL, 6, r"^(?:no |actually )?(?:cancel|stop|forget|scrap|abort|never mind|ignore|disregard)\b"),
    (
        Intent.SMALLTALK,
        20,
        r"^(?:(?:hi|hiya|hello|hey|yo|morning|afternoon|evening|night|good|thanks|thank|you|ta|cheers|ok|okay|great|cool|nice|one|lovely|brilliant|perfect|top|bye|goodbye|see|ya|lol|haha|sorry|sound|yes|no|right|legend|are|a|star|mate|so|much|very|bot|there|all|everyone|done|got|it|that|is|for|your|my|help|appreciated|the|best|pal|buddy|job|well|again|and)(?:[ ,!.]+|$))+$",
    ),
    (
        Intent.SMALLTALK,
        11,
        r"\b(?:weather|forecast|joke|football|score|lottery|pizza|lunch|coffee|tea|brew|overtime|payslip|pay day|rota|my shift|annual leave|sing|song|poem|who (?:made|built|are) you|are you (?:a |an )?(?:bot|robot|human|real|ai|person)|how are you|what is the time|what time is it|traffic|meaning of life|bored|your name|love you|marry|parking|wifi|password|printer|laptop|canteen|holiday|won|match|world cup|recipe|translate|train|bitcoin)\b",
    ),
    (
        Intent.SMALLTALK,
        9,
        r"\b(?:pnc|pnd|dvla|vrm|vrn|number plate|reg plate|this reg|reg|index|insurance|mot|driving licen[cs]e|drivers? licen[cs]e|anpr|niche|athena|connect|intel (?:check|report)|sex offender|visor|wanted missing|speeding|drink drive|drugs?|burglary|shoplift\w*|theft|stolen|sickness|vehicle|speak to (?:a )?(?:human|person|someone real)|missing person|missing from home|firearms?|stop (?:and )?search|breathalyser|tac ?ops|dog unit|helicopter|custody space|cell space|cells|duty (?:inspector|solicitor)|tow(?:ed)?|rtc|taser)\b",
    ),
    (
        Intent.CONTACTS_DUE,
        8,
        rf"\b{_CHASED} (?:that )?(?:(?:is|are|do i have|have i got|i have|i have got|i owe|left|still|list|for|on|my|the|team|all|was|were|not|been|which are) )*(?:due|overdue|outstanding|owed|pending|missed|late|list|today|tomorrow|this week|next week|done yet|coming up|left|planned|scheduled|booked|for today|to (?:do|make))\b",
    ),
    (
        Intent.CONTACTS_DUE,
        8,
        rf"\b(?:due|overdue|outstanding|pending|missed|late|todays|upcoming|high risk|unmade|tomorrows) (?:\w+ ){{0,2}}(?:{_CHASED}|list)\b",
    ),
    (
        Intent.CONTACTS_DUE,
        9,
        r"\b(?:who|which victims?|which ones?|what victims?|anyone|anybody|any victims?)\b(?: \w+){0,3} (?:need|have|got|due|should|must|supposed|meant|left|to|overdue|owed|ringing|needs|needing|havent|have not|hasnt|has not|waiting)\b(?: \w+){0,3} (?:call|called|contact|contacted|ring|rung|phone|phoned|visit|visited|see|seen|speak|spoken|contacting|ringing|calling|chase|chased|update|updated|a call|today|due)\b",
    ),
    (
        Intent.CONTACTS_DUE,
        9,
        r"\bwho (?:am|do|should|must|have|shall) i (?:\w+ ){0,3}?(?:call|contact|ring|phone|visit|see|speak|seeing|calling|ringing|contacting|visiting|chase|chasing|due|owe)\w*",
    ),
    (
        Intent.CONTACTS_DUE,
        8,
        r"^(?:(?:show|list|see|give|get|open|what is|what are|where is|whats|pull up|bring up|check)(?: me)? )?(?:(?:all|on|of|the) )*(?:my|todays|tomorrows|the team'?s?|our) (?:contacts?|reminders?|calls|list|tasks|to ?do(?: list)?|diary|jobs|victims|work|due list|workload|caseload|follow ?ups?|visits|actions)(?: (?:list|due|for|today|tomorrow|this|week|now|please|on|outstanding|overdue))*$",
    ),
    (
        Intent.CONTACTS_DUE,
        8,
        rf"\b(?:what|whats|anything|owt|anyone|any|ones|which|who)\b(?: \w+){{0,4}} (?:due|overdue|outstanding|owed|coming up|on my (?:list|plate|workload))\b(?! (?:to|a|process))",
    ),
    (
        Intent.CONTACTS_DUE,
        9,
        rf"\b(?:expir\w+|run(?:s|ning)? out|end(?:s|ing)|laps\w+|up for renewal|due to (?:expire|end|run out)|finish\w*)\b(?: \w+)?(?: in| within| over| by| before| this| next| during)? ?(?:{_BY_TIME})",
    ),
    (
        Intent.CONTACTS_DUE,
        9,
        r"\bwhat (?:have|do|did) i (?:got|have|need|owe)(?: to do)?(?: left)? ?(?:on|due|today|tomorrow|this|to do|coming|outstanding|next)\b|\b(?:any|got|have|what|which) (?:\w+ )?(?:contacts|calls|visits|reminders|call ?backs|check ?-?ins|follow ?ups)\b(?! (?:from|him|her|by))",
    ),
    (Intent.CONTACTS_DUE, 7, r"\b(?:due|overdue|outstanding)$|^(?:overdue|outstanding|due|whats due|what is due)\b"),
    (
        Intent.LOG_CONTACT,
        9,
        r"\b(?:log|record|add|put|note|enter|update|save)(?: (?:a|the|that|my|this|on|in|another|successful|failed|victim|todays|down|an))* (?:contact|call|visit|phone ?call|attempt|conversation|chat|welfare check|voicemail|safe contact|unsuccessful|home visit)\b",
    ),
    (
        Intent.LOG_CONTACT,
        9,
        r"\b(?:no|not|didnt|did not|wont|wasnt|isnt|never) (?:answer\w*|reply|response|pick(?:ed|ing)? up|joy|luck|contact made|in when|picking up|replying|reply\w*|respon\w+)\b|\bunanswered\b",
    ),
    (
        Intent.LOG_CONTACT,
        9,
        r"\b(?:left|leave|leaving)(?: (?:a|her|him|them|another|victim))* (?:voicemail|voice ?mail|message|messages|card|calling card|text|vm|note)\b|\bvoicemail left\b|\b(?:went|straight|gone|rang) (?:straight )?(?:to|through to|out to) (?:voicemail|answer)|\b(?:phone|mobile|number) (?:was |is )?(?:off|dead|switched off|engaged|disconnected|unobtainable|rang out)\b|\brang out\b",
    ),
    (Intent.LOG_CONTACT, 12, r"^(?:victim )?(?:contact|call|visit) (?:log|update|note|record|outcome|result)\b"),
    (
        Intent.LOG_CONTACT,
        8,
        r"\b(?:spoke|spoken|chatted|talked|had a (?:chat|call|word))(?: (?:to|with|w|just|again|briefly|on|the|phone))*\b",
    ),
    (
        Intent.LOG_CONTACT,
        6,
        r"^(?:(?:just|have|i|we|tried|and|update|log|also|contact)[ :,-]+)*(?:rang|phoned|called|visited|texted|saw|seen|contacted|met|messaged|emailed|attended|tried|popped|knocked|updated|went to see|been (?:to see|round)|caught up|facetimed|got hold of)\b",
    ),
    (
        Intent.LOG_CONTACT,
        8,
        r"\b(?:contact(?:ed)? (?:made|done|completed?|successful|attempted|ok|with)|made contact|done (?:the |my )?(?:contact|call|visit|welfare)|completed (?:the )?(?:contact|call|visit)|(?:contact|visit|call|welfare check) (?:is |was )?(?:done|completed?|made)|got hold of|managed to (?:speak|get)|successful contact|(?:welfare|safe and well) (?:check|call|visit) (?:done|with|on|complete\w*))\b",
    ),
    (
        Intent.LOG_CONTACT,
        6,
        r"\b(?:all (?:ok|fine|good|well|safe|quiet)|safe and well|no (?:concerns?|issues?|problems|further (?:concerns?|issues|incidents?|contact))|is (?:fine|ok|okay|safe|well|good)|doing (?:ok|well|fine|good)|feels? safe|nothing to report|no change|happy with|she (?:is|was|says|said) (?:she is |she )?(?:fine|ok|okay|safe|well|all right|alright|upset|worried|scared))\b",
    ),
    (
        Intent.LOG_CONTACT,
        5,
        r"\b(?:x ?\d|\d ?x|\d+(?:st|nd|rd|th)? (?:failed |unsuccessful |missed )?attempts?|(?:first|second|third|fourth|twice|three times) ?(?:attempt|now)?)\b.{0,30}\b(?:call|answer|contact|victim|attempt|try|tried|joy|luck|rang)|\btried (?:calling|ringing|to (?:call|ring|phone|contact)|her|victim|phoning|contacting|again)",
    ),
    (Intent.LOG_CONTACT, 5, r"\bnext (?:one|call|contact|visit|due)\b"),
    (
        Intent.SNOOZE,
        11,
        r"\bsnooz\w+|\bremind me\b|\bping me\b|\bnudge me\b|\bpostpone|\breschedule|\bre-schedule|\bdefer\b|\bput (?:it|that|this|\w+|\w+'s?|\w+s|(?:the )?\w+ (?:contact|call|visit|reminder)) (?:off|back)\b|\bask me (?:again|later|tomorrow)|\bcome back to (?:this|it|me)|\btell me again",
    ),
    (
        Intent.SNOOZE,
        10,
        r"\b(?:push|move|shift|bump|change|delay|roll|put|knock|bring|hold|kick|stick|pop|rearrange)\b(?: \w+'?s?){0,5} (?:to|til|till|until|for|back|by|off) (?:the )?(?:later|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|next|this|tonight|morning|afternoon|evening|end|\d+ ?(?:am|pm|[:.]\d\d|hrs)?|an?|after|couple|few|noon|midday|half|first|one|two|three|four|five|six|another)\b",
    ),
    (
        Intent.SNOOZE,
        9,
        r"\bnot (?:now|today|yet|right now|tonight|this (?:week|morning|shift))\b(?!.{0,30}\b(?:served|arrested|nicked|found)\b)|\b(?:do|sort|deal with|ring|call|phone|chase|handle|pick|contact|try|look at)(?: (?:it|that|this|her|him|them|up|this one|that one|victim|one))* (?:again )?(?:later|tomorrow|on monday|next week|after|in (?:a|an|\d+))\b|^(?:later|tomorrow|maybe later|in (?:a bit|an hour|\d+ (?:min|hour|day)\w*)|another (?:hour|day)|after (?:scran|refs|lunch|briefing)|remind.*)$|\bgive me (?:an?|another|\d+|half|ten|five|two|twenty|thirty|few) ?(?:more )?(?:hours?|mins?|minutes?|days?|half)\b",
    ),
    (
        Intent.SNOOZE,
        6,
        r"\b(?:later|too busy|tied up|busy at the moment|on a job|at a job|on refs|cannot (?:do|ring|call) (?:it|that|her|this))\b",
    ),
    (
        Intent.REASSIGN,
        12,
        r"\b(?:re-?assign\w*|re-?allocat\w*|allocat\w+|assign(?:ed)?|hand ?over|take over|taking over)\b(?! (?:sheet|notes))",
    ),
    (
        Intent.REASSIGN,
        10,
        r"\b(?:hand|give|pass|move|transfer|send|shift|swap|switch|put|change|make|get|let|can)\b(?: \S+){0,7} (?:over )?(?:to|with|onto|under|over) (?:the )?(?:pc|dc|ds|sgt|ps|vlo|idva|di|insp|pcso|colleague|new vlo|officer|another officer|next shift|day shift|night shift|lates|earlies|nights)\b",
    ),
    (
        Intent.REASSIGN,
        9,
        r"\b(?:hand|give|pass|move|transfer|swap|shift|send)\b(?: \S+){0,2} (?:my|all my|the|his|her) (?:\w+ )?(?:list|contacts?|cases?|caseload|workload|victims?|reminders?|ones|calls|plans?)\b(?: \S+){0,3} to\b|\b(?:cover|pick up|take on|take) (?:my|the) (?:list|contacts?|cases?|caseload|workload|victims?|calls)\b",
    ),
    (Intent.REASSIGN, 10, r"\b(?:hand|give|pass|move|send|transfer|swap|shift)\b(?: \S+){0,6} to (?:the )?(?:\w+ team|team \w+)\b"),
    (
        Intent.REASSIGN,
        7,
        r"\b(?:change|new|switch|swap)(?: the)? (?:owner|vlo|oic|liaison|contact officer|officer)\b|\b(?:owner|vlo|oic) (?:is )?now\b|\b(?:going|am|off) on (?:leave|hols|holiday|course|mat leave|rest days)\b",
    ),
    (
        Intent.REGISTER_ORDER,
        12,
        rf"\b(?:register|upload|scan|attach|load|import|input)(?:ed|ing)?\b(?: \S+){{0,5}} (?:{_ORDER}|pdf|paperwork|paper|copy|document|file|scan)\b|\b(?:register|upload)\b|\b(?:attached|here is|heres|got)(?: the| a| this| sealed)* (?:\w+ )?(?:pdf|scan|copy of the {_ORDER})\b|\bhere is (?:the|a|an|my|her|his|new)(?: \w+)? {_ORDER}\b",
    ),
    (
        Intent.REGISTER_ORDER,
        8,
        rf"\b(?:victim|applicant|she|[\w'-]+ [\w'-]+) (?:has |have |had |was |just |been )+(?:got|granted|given|obtained|issued)(?: \w+){{0,3}} {_ORDER}\b",
    ),
    (
        Intent.REGISTER_ORDER,
        14,
        rf"^(?:\W*(?:i |we |have |just |got |need |want |to |like |please |can |you |would |a |here is |received |had ))*(?:add|enter|put|create|log|record|save|new|input|set up|start|book)(?: (?:a|an|the|this|another|on|in|in a|brand|new|up|sealed|court|my))* {_ORDER}\b(?! (?:breach|check|on (?:me|here)\?|number|no\b|contact))",
    ),
    (
        Intent.REGISTER_ORDER,
        8,
        rf"\bnew {_ORDER}\b|\b{_ORDER} (?:was |has been |just |been |got )*(?:granted|made|issued|obtained|received|sealed) (?:today|yesterday|this|by|at|on|for|against|last|in|\d)|\b(?:just )?(?:been )?(?:granted|got|received|issued)(?: with)?(?: a| an| the| her| his| new)* {_ORDER}\b",
    ),
    (
        Intent.REGISTER_ORDER,
        5,
        r"\b(?:respondent|applicant)\b.{3,80}\b(?:respondent|applicant)\b.{0,120}\b(?:expir\w+|ends?|until|till?|months?|dob)\b",
    ),
    (Intent.RECORD_SERVICE, 10, r"^(?:[\w'.-]+ ){0,7}(?:served|re-served|serving)\b"),
    (
        Intent.RECORD_SERVICE,
        10,
        r"\b(?:record|log|mark|put|note|add|update|confirm|enter|show)\b(?: \S+){0,6} (?:service|served|aware|awareness|statement of service|certificate of service)\b|\b(?:proof|certificate|statement) of service (?:attached|received|for|from|back|in)\b|\bservice (?:done|effected|completed?|confirmed|successful)\b",
    ),
    (Intent.RECORD_SERVICE, 9, r"\b(?:posted|pushed|put|delivered) (?:\w+ ){0,3}(?:thru|through) (?:his|her|the|their|respondents?)\b"),
    (
        Intent.RECORD_SERVICE,
        12,
        rf"\b(?:told|informed|made|explained|notified|advised|read|gave|handed|given|shown|showed|emailed|posted|sent)(?: (?:to|out|it|over|the|a|copy|contents|terms|of|sealed))* (?:{_HE}|him|her|[\w'-]+(?: [\w'-]+)?) (?:\w+ ){{0,4}}(?:about|of|the|a|copy|aware|his|her)?(?: \w+){{0,4}} ?(?:{_ORDER}|papers|paperwork|copy|aware|conditions|terms)\b",
    ),
    (
        Intent.RECORD_SERVICE,
        9,
        rf"\b(?:handed|gave|given|passed|explained|read)(?: (?:over|out|to|him|her|the|a|copy|of|sealed|respondent|nmo|order|papers?|paperwork|conditions|terms|it|his))* (?:{_ORDER}|papers?|paperwork|copy|conditions|terms)\b.{{0,40}}\b(?:to|him|her|respondent|door|in person|cells?|custody|station)\b",
    ),
    (
        Intent.RECORD_SERVICE,
        7,
        r"\b(?:he|respondent|she|they|solicitor)(?: \w+){0,3} (?:knew|understood|is aware|was aware|now aware|has (?:a|the|his) copy|signed for|accepted|refused|acknowledged)\b.{0,40}",
    ),
    (
        Intent.RECORD_SERVICE,
        8,
        r"\b(?:confirm\w*|says|said|states?|stated|acknowledg\w*|admit\w*)(?: that)? (?:he|respondent|she|they) (?:\w+ ){0,3}(?:aware|knew|knows|received|got|read|copy)\b",
    ),
    (
        Intent.REGISTER_ORDER,
        9,
        r"\b(?:scan|pdf|photo|copy|document|paperwork|order|nmo|file)s? (?:is |are |now )?(?:attached|enclosed)\b|^(?:see )?(?:attached|attaching|uploading)\b",
    ),
    (Intent.TRANSFER, 9, r"\btransfer\w*\b"),
    (
        Intent.TRANSFER,
        8,
        r"\b(?:other|another|different|new|receiving|previous|old|neighbouring|home) (?:police )?force\b|\b(?:moved|moving|relocat\w+) (?:out of|into|to|from|in from|over|area|force|away)\b|\bout of (?:force|area)\b|\bcross ?-?border\b",
    ),
    (
        Intent.RECORD_BREACH,
        8,
        r"\b(?:his|her|their|respondents?) (?:\w+ )?(?:mum|mam|mother|dad|father|brother|sister|friend|mate|girlfriend|partner|cousin|uncle|aunt|son|daughter|solicitor) (?:has |is |was |keeps |been )*(?:messag|text|rang|ring|call|phon|contact|told|ask|turn|came|went|pass|threat|email|sent)\w*",
    ),
    (Intent.RECORD_BREACH, 9, r"\bbreach(?:es)? to (?:put|log|record|add|report|enter|crime)\b"),
    (
        Intent.RECORD_BREACH,
        12,
        r"\b(?:record|report|log|put|submit|start|new|add|create|raise|crime|input|do|make|another|book|want|need)(?: (?:to|a|an|the|another|new|on|in|record|report|log|nmo|this|order|further|second|his|possible|potential|suspected|up))* breach(?:es)?\b",
    ),
    (
        Intent.RECORD_BREACH,
        10,
        r"^(?:(?:nmo|order|another|possible|new|further|potential|suspected|second|non mol) )*breach(?:ed|es|ing)?\b(?! (?:of )?(?:nmo|order|of non|is|a crime|mean|sentence|charg))",
    ),
    (
        Intent.RECORD_BREACH,
        8,
        rf"\b(?:{_HE}|[\w'-]+ [\w'-]+|[\w'-]+) {_DONE}(?:breached|breaching|broken|broke|violated|ignored|contravened)\b|\bin breach of\b|\bbreached (?:his|the|her|again|it|by|order|nmo)\b|\bbreach(?:ed)? (?:by|at|on|this|today|yesterday|last|just|again)\b|\bbreach of\b",
    ),
    (
        Intent.RECORD_BREACH,
        9,
        rf"\b{_HE} {_DONE}(?:text\w*|rang|ringing|phon\w+|call(?:ed|ing)|messag\w+|email\w*|turn(?:ed|ing) up|show(?:ed|ing|n) up|went (?:to|round|near|past)|came|come|coming|been (?:to|at|round|outside|in touch|hanging|near)|sent|sending|contact\w*|follow\w+|wait\w+|approach\w*|threaten\w*|assault\w*|hit|hitting|smash\w*|damag\w*|kick\w*|bang\w*|knock\w*|post(?:ed|ing)|tagg\w+|driv\w+|drove|stood|sat|parked|outside|hanging|loiter\w*|harass\w*|shout\w*|visit\w*|enter\w*|got into|broke into|left (?:a |her |flowers|letter|note)|added|liked|commented|facetimed|stalk\w*|watch\w*|pester\w*|abus\w+|grab\w*|punch\w*|slap\w*|push\w*|spat|gone (?:to|round|back|near)|attend\w*|arriv\w+|dm\w*|snapchat\w*|whatsapp\w*|facebook\w*|spoke|spoken|approached|deliver\w*|wrote|nicked|arrested|won'?t leave|refus\w+ to leave)\b",
    ),
    (
        Intent.RECORD_BREACH,
        6,
        r"\b(?:turned|turning|showed|showing) up (?:at|again|outside|drunk|to)\b|\b(?:outside|at|near|round) (?:her|victim|the victims?|victims|applicants?|[\w]+s) (?:house|home|address|work|workplace|flat|door|school|gate|place|road|street|mums|mothers|car)\b|\b(?:arrested|nicked|locked up|detained|in custody) (?:\w+ ){0,3}(?:for|on suspicion of|re) (?:a |the )?(?:breach\w*|nmo)\b",
    ),
    (
        Intent.RECORD_BREACH,
        5,
        rf"\b(?:texted|rang|phoned|called|messaged|emailed|contacted|threatened|followed|approached|harassed|assaulted|pestering|harassing|messaging|texting|ringing|calling) (?:{_HER})\b(?! no answer)",
    ),
    (
        Intent.RECORD_BREACH,
        5,
        r"\bvictim(?: \w+){0,4} (?:reports?|reporting|says|saying|states?|stating|received|getting|receiving|been getting|had|got|has had|rung in|called in)\b.{0,60}\b(?:he|respondent|ex|him|messages?|calls?|texts?|from)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        8,
        rf"\b(?:any|is there(?: an?| any)?|are there(?: any)?|got (?:an?|any)|find(?: me)?(?: the| an| any)?|look ?up(?: the| an| any)?|search(?: for)?(?: the| an| any)?|pull up(?: the)?|bring up(?: the)?|show(?: me)?(?: the)?|check(?:ing)?(?: for)?(?: the| an| any| if)?|get me(?: the)?|see(?: the)?|open(?: the)?|view(?: the)?|which|what|does (?:he|she|\w+(?: [\w'-]+)?) have(?: an?| any)?|has (?:he|she|\w+(?: [\w'-]+)?) got(?: an?| any)?|have we got(?: an?| any)?|whats the|what is the|subject to(?: an?| any)?|there(?: is)?(?: an?| any)?) (?:\w+ ){{0,2}}{_ORDER}\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        6,
        rf"\b{_ORDER} (?:check |search |details |history )?(?:on|for|against|re|about|at|in|protecting|covering|naming)\b|\b{_ORDER} (?:check|search|look ?up|status)\b|\b(?:active|live|current|valid) {_ORDER}\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        6,
        r"^(?:(?:can|could|you|please|i|need|to|want|just|do|a|quick|pls|hi|would) )*(?:look ?up|find|search|double ?-?check|check|lookup|pull up|bring up|run|whois|who is|show me|tell me about|details for|info on|information on|verify|confirm)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        7,
        r"\b(?:anything|anyone|owt|any ?one|somebody|someone|any(?: \w+)?)(?: \w+){0,2} (?:live|active|on|for|about|known|held|current|against|at|in|outstanding on|protected|recorded)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        6,
        r"\b(?:covered|protected|in force|still live|still valid|still active|still current|expired|run out|ran out|excluded|banned)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        7,
        r"^(?:(?:so|and|hi|please|check|question) )?(?:has|is|was|were|did|when|do we know|have (?:we|they|you|i|pc))\b(?: [\w'-]+){0,6} (?:served|aware|service)\b|\bserved (?:yet|or not)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        6,
        rf"\b(?:per|under|on|does|is|has) (?:the|this|his|her|that|a|an) {_ORDER}\b|\b(?:conditions?|terms|prohibitions|details|expiry|end date|exclusion zone|clauses?)\b(?: \w+){{0,3}} (?:on|of|for|in)\b|\bwhen (?:does|is|did|was|will)\b.{{0,60}}\b(?:expire\w*|end|run out|up|made|granted|issued|finish|served|start)\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        5,
        r"\b(?:respondent|applicant|dob|born|gives name|giving name|name of|goes by|stopped|aka)\b|\b(?:order|case) (?:number|no|reference)\b",
    ),
    (Intent.GUIDANCE, 5, rf"{_ASKS}.{{0,160}}\b{_LAW}\b"),
    (
        Intent.GUIDANCE,
        4,
        rf"{_QUESTION}(?:can|could|do|should|must|may|am) (?:i|we|you|a|the|an officer|police|victims?|she|he|they|respondents?|applicants?)\b",
    ),
    (Intent.GUIDANCE, 4, rf"{_QUESTION}(?:what|how|why|when|who|which|where|is it|is a|is an|are|does a|does an|does the|does it|do)\b"),
    (
        Intent.GUIDANCE,
        8,
        rf"\b(?:difference between|differ\w*|versus|vs|what (?:is|are|does|counts|happens|makes|section|offence|power|powers)(?: an?| the| if| as| in| my)? {_LAW}|is (?:it|that|this|there|a|breach)(?: \w+){{0,4}} (?:an? )?(?:breach|offence|crime|arrestable|criminal)|what if|what happens|what counts|does (?:that|it|this|a|an|the)\b.{{0,50}} count|counts? as|guidance|advice|policy|procedure|explain|points to prove|power of arrest|max(?:imum)? (?:sentence|penalty)|how long (?:do|does|is|are|can|have|will) (?:a|an|the|nmos?|orders?|non|i|we|they)|who (?:charges|serves|prosecutes|decides|can apply|is responsible|applies|authorises|issues|makes)|what do i (?:do|need|put|say)|how do i (?:deal|prove|serve|get|apply|charge|evidence|know)|do i (?:need|have|arrest)|can (?:i|we) (?:nick|arrest|lift|charge|force|enter|seize|bail|still|use|take|caution)|reasonable excuse|what evidence)\b",
    ),
)
SIGNS = tuple(Sign(intent, weight, re.compile(pattern)) for intent, weight, pattern in _ROWS)
_LEADING = tuple(Intent)


def weights(said: str) -> dict[Intent, float]:
    """The sum of what speaks for each, of the first words of the line."""
    read = said[:LONGEST_READ].strip(" .!?")
    total: dict[Intent, float] = {}
    for sign in SIGNS:
        if sign.pattern.search(read) is not None:
            total[sign.intent] = total.get(sign.intent, 0) + sign.weight
    return total


def heaviest(total: dict[Intent, float], among: Iterable[Intent] = Intent) -> Intent | None:
    """The first of them where two are even."""
    spoken_for = [intent for intent in among if total.get(intent, 0) > 0]
    return max(spoken_for, key=lambda intent: total[intent], default=None)
