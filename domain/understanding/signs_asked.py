"""Signs of what is asked: an order, a list, a page of guidance, help, or nothing that the bot does."""

from domain.understanding.intents import Intent
from domain.understanding.sign_words import ORDER

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

ROWS: tuple[tuple[Intent, float, str], ...] = (
    (Intent.HELP, 20, r"^(?:(?:hi|hiya|hello|hey)[ ,!]+)?(?:can|could|will) you help(?: me| us)?(?: out)?(?: please)?$"),
    (Intent.SMALLTALK, 11, r"^how (?:is|are) (?:things|it going|tricks|life|you|your)\b"),
    (
        Intent.CONTACTS_DUE,
        10,
        r"\b(?:which|what|any|my|list|show|all)\b(?: \w+){0,3} (?:orders|nmos)\b(?: \w+){0,2} (?:expir\w*|laps\w*|end|ending|run(?:ning)? out|finish\w*)\b",
    ),
    (
        Intent.CONTACTS_DUE,
        10,
        r"\b(?:do|did) i (?:owe|need to (?:call|ring|contact|see|visit|phone)|have to (?:call|ring|contact|see|visit|phone))\b(?! (?:the court|cps|a sergeant))",
    ),
    (Intent.GUIDANCE, 4, rf"{_ASKS}.{{0,80}}\b(?:{ORDER}|breach\w*|respondents?|applicants?|court)\b"),
    (Intent.HELP, 14, r"\b(?:what|which) commands\b|^(?:how (?:do|can) i (?:get )?start(?:ed)?|where do i start|how do you work)\b"),
    (Intent.SMALLTALK, 11, r"\b(?:what|which|whose) shift\b|\bshift pattern\b"),
    (Intent.CONTACTS_DUE, 10, rf"\b{ORDER} (?:that are |which are |is |are )?(?:about|due|going|set) to (?:expire|end|run out|lapse)\b"),
    (
        Intent.GUIDANCE,
        13,
        rf"\bwhat (?:is|are|does) (?:an? )?(?:\w+ )?(?:{ORDER}|{_LAW})(?: orders?)?(?: mean)?$|\b(?:meaning of|define|explain) (?:an? |the )?\w+",
    ),
    (Intent.HELP, 20, r"^(?:hi|hiya|hello|hey)[ ,!]+(?:i need |can you )?help(?: me)?(?: please)?$"),
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
        r"\b(?:pnc|pnd|dvla|vrm|vrn|number plate|reg plate|this reg|reg|plate|my car|index|insurance|mot|driving licen[cs]e|drivers? licen[cs]e|anpr|niche|athena|connect|intel (?:check|report)|sex offender|visor|wanted missing|speeding|drink drive|drugs?|burglary|shoplift\w*|theft|stolen|sickness|vehicle|speak to (?:a )?(?:human|person|someone real)|missing person|missing from home|firearms?|stop (?:and )?search|breathalyser|tac ?ops|dog unit|helicopter|custody space|cell space|cells|duty (?:inspector|solicitor)|tow(?:ed)?|rtc|taser)\b",
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
        r"\b(?:what|whats|anything|owt|anyone|any|ones|which|who)\b(?: \w+){0,4} (?:due|overdue|outstanding|owed|coming up|on my (?:list|plate|workload))\b(?! (?:to|a|process))",
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
        Intent.LOOKUP_ORDER,
        8,
        rf"\b(?:any|is there(?: an?| any)?|are there(?: any)?|got (?:an?|any)|find(?: me)?(?: the| an| any)?|look ?up(?: the| an| any)?|search(?: for)?(?: the| an| any)?|pull up(?: the)?|bring up(?: the)?|show(?: me)?(?: the)?|check(?:ing)?(?: for)?(?: the| an| any| if)?|get me(?: the)?|see(?: the)?|open(?: the)?|view(?: the)?|which|what|does (?:he|she|\w+(?: [\w'-]+)?) have(?: an?| any)?|has (?:he|she|\w+(?: [\w'-]+)?) got(?: an?| any)?|have we got(?: an?| any)?|whats the|what is the|subject to(?: an?| any)?|there(?: is)?(?: an?| any)?) (?:\w+ ){{0,2}}{ORDER}\b",
    ),
    (
        Intent.LOOKUP_ORDER,
        6,
        rf"\b{ORDER} (?:check |search |details |history )?(?:on|for|against|re|about|at|in|protecting|covering|naming)\b|\b{ORDER} (?:check|search|look ?up|status)\b|\b(?:active|live|current|valid) {ORDER}\b",
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
        rf"\b(?:per|under|on|does|is|has) (?:the|this|his|her|that|a|an) {ORDER}\b|\b(?:conditions?|terms|prohibitions|details|expiry|end date|exclusion zone|clauses?)\b(?: \w+){{0,3}} (?:on|of|for|in)\b|\bwhen (?:does|is|did|was|will)\b.{{0,60}}\b(?:expire\w*|end|run out|up|made|granted|issued|finish|served|start)\b",
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
