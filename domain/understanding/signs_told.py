"""Signs of what is told or to be done: a breach, a contact, a service, a new order, a reminder put off, work handed on."""

from domain.understanding.intents import Intent
from domain.understanding.sign_words import DONE, HE, HER, ORDER

ROWS: tuple[tuple[Intent, float, str], ...] = (
    (
        Intent.LOG_CONTACT,
        9,
        r"^(?:the |my )?victim (?:was |has been |been )?(?:contacted|called|phoned|rung|updated|seen|visited|spoken to|texted|messaged|emailed)\b(?!.{0,40}\b(?:by him|by respondent)\b)",
    ),
    (Intent.RECORD_BREACH, 6, r"\bbreach(?:ed|es|ing)?\b"),
    (
        Intent.LOG_CONTACT,
        11,
        r"\b(?:unable to|could not|couldnt|cannot|failed to|did not manage to|not able to) (?:reach|get (?:hold|through)|contact|speak|raise|get an answer)\b",
    ),
    (
        Intent.LOG_CONTACT,
        10,
        r"\b(?:did|done|carried out|completed|conducted|made) (?:a |the |my |another )*(?:welfare check|home visit|visit|safe and well|contact|check ?-?in|phone call|call)\b",
    ),
    (
        Intent.REGISTER_ORDER,
        9,
        r"^(?!.*\?)(?:i |we |have |just |got |been |given |received |here is )+(?:the |a |an |her |this )*(?:sealed|new|original|court) (?:order|nmo|injunction|copy)\b",
    ),
    (
        Intent.REASSIGN,
        9,
        r"\b(?:is|will be|to|can|will) (?:taking|take|tak\w+|cover|covering|pick up|have|look after)(?: over)? (?:my|her|his|the|all) (?:\w+ )?(?:contacts?|cases?|list|caseload|victims?|calls|workload)\b",
    ),
    (Intent.SNOOZE, 9, r"\bnot (?:doing|going to do|ringing|calling|going) (?:it|that|this|her|him|them)\b"),
    (
        Intent.RECORD_SERVICE,
        10,
        r"\bleft (?:the )?(?:papers?|order|nmo|copy|paperwork)\b|^not (?:yet )?served\b|\bnot served (?:personally|him|on)\b|\btold by (?:his |the |a |her )?(?:solicitor|police|court|officer|phone)\b",
    ),
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
        20,
        rf"\b(?:register|upload|scan|attach|load|import|input)(?:ed|ing)?\b(?: \S+){{0,5}} (?:{ORDER}|pdf|paperwork|paper|copy|document|file|scan)\b|\b(?:register|upload)\b|\b(?:attached|here is|heres|got)(?: the| a| this| sealed)* (?:\w+ )?(?:pdf|scan|copy of the {ORDER})\b|\bhere is (?:the|a|an|my|her|his|new)(?: \w+)? {ORDER}\b",
    ),
    (
        Intent.REGISTER_ORDER,
        8,
        rf"\b(?:victim|applicant|she|[\w'-]+ [\w'-]+) (?:has |have |had |was |just |been )+(?:got|granted|given|obtained|issued)(?: \w+){{0,3}} {ORDER}\b",
    ),
    (
        Intent.REGISTER_ORDER,
        18,
        rf"^(?:\W*(?:i |we |have |just |got |need |want |to |like |please |can |you |would |a |here is |received |had ))*(?:add|enter|put|create|log|record|save|new|input|set up|start|book)(?: (?:a|an|the|this|another|on|in|in a|brand|new|up|sealed|court|my))* {ORDER}\b(?! (?:breach|check|on (?:me|here)\?|number|no\b|contact))",
    ),
    (
        Intent.REGISTER_ORDER,
        8,
        rf"\bnew {ORDER}\b|\b{ORDER} (?:was |has been |just |been |got )*(?:granted|made|issued|obtained|received|sealed) (?:today|yesterday|this|by|at|on|for|against|last|in|\d)|\b(?:just )?(?:been )?(?:granted|got|received|issued)(?: with)?(?: a| an| the| her| his| new)* {ORDER}\b",
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
        rf"\b(?:told|informed|made|explained|notified|advised|read|gave|handed|given|shown|showed|emailed|posted|sent)(?: (?:to|out|it|over|the|a|copy|contents|terms|of|sealed))* (?:{HE}|him|her|[\w'-]+(?: [\w'-]+)?) (?:\w+ ){{0,4}}(?:about|of|the|a|copy|aware|his|her)?(?: \w+){{0,4}} ?(?:{ORDER}|papers|paperwork|copy|aware|conditions|terms)\b",
    ),
    (
        Intent.RECORD_SERVICE,
        9,
        rf"\b(?:handed|gave|given|passed|explained|read)(?: (?:over|out|to|him|her|the|a|copy|of|sealed|respondent|nmo|order|papers?|paperwork|conditions|terms|it|his))* (?:{ORDER}|papers?|paperwork|copy|conditions|terms)\b.{{0,40}}\b(?:to|him|her|respondent|door|in person|cells?|custody|station)\b",
    ),
    (
        Intent.RECORD_SERVICE,
        7,
        r"\b(?:he|respondent|she|they|solicitor)(?: \w+){0,3} (?:knew|knows|understood|is aware|was aware|now aware|has (?:a|the|his) copy|signed for|accepted|refused|acknowledged)\b.{0,40}",
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
        rf"\b(?:{HE}|[\w'-]+ [\w'-]+|[\w'-]+) {DONE}(?:breached|breaching|broken|broke|violated|ignored|contravened)\b|\bin breach of\b|\bbreached (?:his|the|her|again|it|by|order|nmo)\b|\bbreach(?:ed)? (?:by|at|on|this|today|yesterday|last|just|again)\b|\bbreach of\b",
    ),
    (
        Intent.RECORD_BREACH,
        13,
        rf"\b{HE} {DONE}(?:text\w*|rang|ringing|phon\w+|call(?:ed|ing)|messag\w+|email\w*|turn(?:ed|ing) up|show(?:ed|ing|n) up|went (?:to|round|near|past)|came|come|coming|been (?:to|at|round|outside|in touch|hanging|near)|sent|sending|contact\w*|follow\w+|wait\w+|approach\w*|threaten\w*|assault\w*|hit|hitting|smash\w*|damag\w*|kick\w*|bang\w*|knock\w*|post(?:ed|ing)|tagg\w+|driv\w+|drove|stood|sat|parked|outside|hanging|loiter\w*|harass\w*|shout\w*|visit\w*|enter\w*|got into|broke into|left (?:a |her |flowers|letter|note)|added|liked|commented|facetimed|stalk\w*|watch\w*|pester\w*|abus\w+|grab\w*|punch\w*|slap\w*|push\w*|spat|gone (?:to|round|back|near)|attend\w*|arriv\w+|dm\w*|snapchat\w*|whatsapp\w*|facebook\w*|spoke|spoken|approached|deliver\w*|wrote|nicked|arrested|won'?t leave|refus\w+ to leave)\b",
    ),
    (
        Intent.RECORD_BREACH,
        6,
        r"\b(?:turned|turning|showed|showing) up (?:at|again|outside|drunk|to)\b|\b(?:outside|at|near|round) (?:her|victim|the victims?|victims|applicants?|[\w]+s) (?:house|home|address|work|workplace|flat|door|school|gate|place|road|street|mums|mothers|car)\b|\b(?:arrested|nicked|locked up|detained|in custody) (?:\w+ ){0,3}(?:for|on suspicion of|re) (?:a |the )?(?:breach\w*|nmo)\b",
    ),
    (
        Intent.RECORD_BREACH,
        5,
        rf"\b(?:texted|rang|phoned|called|messaged|emailed|contacted|threatened|followed|approached|harassed|assaulted|pestering|harassing|messaging|texting|ringing|calling) (?:{HER})\b(?! no answer)",
    ),
    (
        Intent.RECORD_BREACH,
        5,
        r"\bvictim(?: \w+){0,4} (?:reports?|reporting|says|saying|states?|stating|received|getting|receiving|been getting|had|got|has had|rung in|called in)\b.{0,60}\b(?:he|respondent|ex|him|messages?|calls?|texts?|from)\b",
    ),
)
