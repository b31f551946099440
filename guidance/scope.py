"""What the pages cannot answer, by kind, and what to do instead: one table, read before any page is given."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from domain.apostrophes import without_apostrophes
from domain.hurried import unhurried
from guidance.likeness import Nearest, leaning
from guidance.reading import read_line
from guidance.retrieval import Hit
from guidance.shapes_asked import SHAPES

ASKED = Path(__file__).parent / "out_of_scope.toml"
NEAR_ENOUGH = 4.0
NEAR_ENOUGH_TO_NAME = 6.0
NEARER = 1.8
ASKED_BEFORE = 12.0
APART_SHARE = 0.31
STRANGE_SHARE = 0.54
LEANS_AWAY = -0.95
LEANS_TO_US = -3.0
PLAINLY_OURS = -2.0

_WHO = r"(?:he|she|they|it|this|that|the (?:victim|vic|respondent|resp|suspect|applicant|ip|aggrieved|complainant)|this (?:victim|vic|ip)|victim|vic|suspect|respondent|ip)"
_MAY = r"(?:can|could|would|will|please|pls|just|you|u|ya|i need you to|i want you to|help me|to) "
_OUR_ORDER = r"\b(?:nmos?|non ?-?mols?|non ?-?molestation|molestation|order|orders|breach|breached|breaches|breaching|occupation|undertaking|dap[no]|dvp[no])\b"
_OFFENCES = r"(?:burglary|burglar|robbery|theft|shop ?lift\w*|fraud|scam\w*|affray|riot|violent disorder|arson|perverting|blackmail|money laundering|modern slavery|trafficking|terroris\w*|prostitution|poaching|trespass\w*|squatt\w*|drink ?driv\w*|drug ?driv\w*|cannabis|cocaine|heroin|weed|mdma|spice|ketamine|class [abc] drugs?|speeding|speed limit|uninsured|mot|tachograph|disqualified|e ?-?scooters?|tyres?|number plates?|highway|traffic|section 5|section 60|section 136|s136|s60|section 165a?|mental health act|firearms?|shotguns?|offensive weapon|bladed|taser|stop (?:and|n|&) search|stop search|dispersal|asbo|immigration|visa|asylum|deport\w*|missing person|misper|sudden death|coroner|licensing|football|hunting|wildlife|fireworks|protest\w*|cbo|shpo|sexual harm prevention|sexual risk order|community order|football banning|criminal behaviour order|murder|manslaughter|begging|spitting|sarahs law|indecent exposure|rape|public order act|obstruct\w* (?:police|a)|run a plate|anpr check|voter|election)"
_OTHER_OFFENCE = r"(?:malicious comm\w*|strangl\w*|strangulation|common assault|battery|criminal damage|coercive control|controlling (?:or|and) coercive\w*|coercive behaviour|threats to kill|voyeurism|revenge porn\w*|upskirting|witness intimidation)"
_HOW_GRAVE = r"(?:max|maximum|sentence|sentencing|penalty|how many years|how long (?:can|do|does)|summary|summary only|either way|indictable|triable|imprisonable|arrestable|what section|definition|elements|pointprove|ptp|points? to prove)"
_SOFT = (
    r"(?:drunk|drink|drug|drugs|driving|vehicle|vehicles|insurance|noise|dogs?|alcohol|parking|tax|benefits|tree|cars?|bikes?|cyclist\w*)"
)
_OURS = r"\b(?:nmos?|non ?-?mols?|non ?-?molestation|molestation|breach\w*|order|orders|occupation|undertaking|dap[no]|dvp[no]|spo|f?g?mpo|s?42a?|restraining|excuse|aware\w*|service|ro)\b"
_ABROAD = r"(?:gardai?|oz|aussie|sydney|melbourne|toronto|paris|berlin|madrid|benidorm|magaluf|tenerife|ibiza|amsterdam|florida|alabama|alaska|arizona|colorado|connecticut|hawaii|illinois|kansas|kentucky|louisiana|massachusetts|michigan|minnesota|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|chicago|boston|malta|maltese|cyprus|albania\w*|bulgaria\w*|hungar\w+|lithuania\w*|latvia\w*|ukrain\w+|russia\w*|belgi\w+|dutch|netherlands|swedish|sweden|norway|norwegian|denmark|danish|swiss|switzerland|austrian?|china|chinese|japan\w*|thailand|philippines|somalia|kenya\w*|ghana\w*|south africa\w*|zimbabwe\w*|brazil\w*|mexic\w+|jamaica\w*|egypt\w*|iraq|iran|sri lanka\w*|nepal\w*|hong kong|saudi\w*|qatar|kuwait|gibraltar|interdict|scotland|scottish|scots|northern ireland|northern irish|n ireland|ireland|irish|eire|psni|glasgow|edinburgh|aberdeen|belfast|dublin|jersey|guernsey|isle of man|usa|(?:the|a|in|under) us|us (?:law|courts?|protective|restraining|version)|america\w*|new york|california|texas|canada|canadian|australia\w*|new zealand|france|french|spain|spanish|germany|german|italy|poland|polish|romania\w*|portugal|greece|turkey|pakistan\w*|india\w*|bangladesh\w*|nigeria\w*|dubai|europe\w*|abroad|overseas|foreign (?:order|court|country|law)|another country|other countries)"
_SYSTEMS = r"(?:niche|athena|connect|storm|holmes|pronto|mobile data|tutor|outlook|teams|sharepoint|dems|nicams|evidence\.com|quickfile|pnc|pnd|duties system|dms|gars|origin|oracle|ics|airwave)"
_PARTY = r"(?:solicitor|brief|lawyer|mum|dad|mother|father|boss|employer|school|gp|doctor|social worker|victim|vic|applicant|respondent|suspect|court|oic|ex|family|brother|sister)"
_KIN = r"(?:ex|husband|wife|partner|boyfriend|girlfriend|divorce|marriage|mortgage|landlord|kids?|child|baby|wage|pay rise|rota|son|daughter|pension|contract|promotion|pay|wages|salary|rent|tax|mate|neighbour|house|will|solicitor|dad|mum|brother|sister|family|relationship|separation|custody battle)"

# Whoever asks what may or must be done asks for no forecast, and for nobody's particulars.
_WHAT_MAY_BE = r"^(?:can|could|may|should|must|do|does|am|are) (?:i|we|it|an?|the|she|you)\b(?! (?:think|reckon|believe))"
_WHAT_MUST_BE = r"\b(?:should|must|do) (?:i|we)\b(?! (?:know|think|reckon|believe))|\b(?:need|have|has) to\b"


@dataclass(frozen=True)
class Kind:
    """`words` say that it cannot be answered here and what to do instead; `pages` are those that help with what may be asked; `not_of` are the signs of a question of another type, however near its words are."""

    name: str
    signs: tuple[re.Pattern[str], ...]
    words: str
    pages: tuple[str, ...] = ()
    unless: re.Pattern[str] | None = None
    not_of: re.Pattern[str] | None = None

    def fits(self, plain: str) -> bool:
        return any(sign.search(plain) for sign in self.signs) and not (self.unless and self.unless.search(plain))

    def may_ask(self, plain: str) -> bool:
        return self.not_of is None or self.not_of.search(plain) is None


def _signs(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _with_shapes(kind: Kind) -> Kind:
    return replace(kind, signs=(*kind.signs, *_signs(*SHAPES.get(kind.name, ()))))


_KINDS = (
    Kind(
        "contacting",
        _signs(
            r"^(?:(?:can|could|will|would|please|you|u|just) ){0,4}(?:call|ring|phone|text|message|email|contact|visit|warn|tell|speak to|talk to) (?:the |my )?(?:victim|vic|applicant|protected person|respondent|suspect|her|him|them)\b.*\bfor me\b",
            rf"^(?:(?:can|could|will|please|pls|you|u|just|go|and) ){{0,4}}(?:email|text|ring|phone|call|message|msg|contact|warn|tell) (?:him|her|them|(?:his|her|their|the|my) (?:{_PARTY}))\b(?!.*\b(?:ok|okay|allowed|alright|is (?:it|this|that)|can|could|do|does|should|enough|breach\w*|counts?|evidence|first|before|instead|or|if|when|about)\b)",
        ),
        "NMO Bot never contacts the victim or the respondent: you do.",
        ("safe-contact-call",),
    ),
    Kind(
        "writing",
        _signs(
            rf"^(?:{_MAY}){{0,4}}(?:write|draft|compose|pretend|impersonate|reword|rewrite|make (?:the|my|her|his|this|it) \w+ sound|invent|fabricate|forge|fake (?=an?\b|the\b|some\b)|translate|summarise|type up|ghost ?write|make up|put together)\b(?! (?:with|again|and got|after|after all|since)\b)",
            r"^(?:(?:can|could|please|you|u|just) ){0,3}(?:give|send|do(?= (?:me|us|a|an|the|my|her|his)\b)|knock up|prepare|word) (?:me |us )?(?:a |an |the |my |her |his )?(?:\w+ )?(?:mg ?\d+|template|script|wording|draft|statement|report|letter|email)\b(?! (?:of service|number))",
            r"\b(?:statement|report|mg ?11|letter|email|message|text|entry|application|affidavit) (?:\w+ )?for me\b",
            r"\bpretend(?:ing)? to be\b|\bas if (?:you|i) (?:were|was|am|are) (?:her|him|the victim)\b",
        ),
        "I cannot write for anyone: no statement, no report, no message. Evidence is in the words of whoever saw it.",
        ("what-to-record", "evidence-checklist"),
    ),
    Kind(
        "getting round",
        _signs(
            r"^(?:how|whats|what|is there|any|can (?:he|she|i|you)|could|could you|tell me|best|ways?|show)\b.*\bwithout (?!(?:him|them|the (?:respondent|suspect|perp)|his|her partner)\b)(?:\w+ ){0,3}(?:breaching(?! an)|in breach|(?:getting|being) (?:arrested|caught|nicked|lifted|done|logged|audited|recorded|flagged|seen|noticed)|anyone|anybody|a trace|psd)\b",
            r"\b(?:not|never|dont|avoid|stop) (?:to )?(?:get|be|getting|being|gets) (?:audited|logged|flagged|traced|seen by psd|picked up|found out)\b|\b(?:trick|tricks|hack|cheat|dodge|wangle|fiddle|blag|fudge)\b(?! (?:service|being served|the server|him)).{0,40}\b(?:log|logged|audit\w*|system|rules?|dash|dara|form|custody|cps|order|bwv|statement|search\w*|check\w*|court)\b",
            r"\bbackdat\w+\b|\bfalsif\w+\b|\b(?:plant|doctor|tamper with|lose) (?:the )?(?:evidence|statement|footage|bwv|exhibit)\b",
            r"\bhow (?:can|do|could|would|should|to) (?:(?:i|we|he|she|they) )?(?:avoid|dodge|skip|swerve|get out of|wriggle out of)\b(?! (?:giving away|giving out|telling the respondent|showing|letting|tipping|putting her|leaking|disclosing))",
            r"\bhow (?:can|could|does|do|might|would) (?:he|she|they|i|we|the respondent)\b.{0,60}\b(?:not|never) (?:be |get |count as )?(?:in breach|a breach|breach|breaching|caught|nicked|done|logged|recorded|arrested)\b",
            r"\bhow (?:can|do|could|would|should|to|might)\b.{0,60}\b(?:get (?:a)?round|get past|get out of|get away with|avoid (?:being|getting|the log|logging|an audit)|bypass|hide|dodge (?:the|an|my|being|having)|stop (?:this|it|my \w+|me|them) (?:being|from being|getting) (?:logged|audited|recorded|seen)|look \w+ up without|cover up|circumvent|cheat|beat the|trick)\b",
            r"\bhow (?:can|do|could|would|to|might)\b.{0,60}\bwithout (?:(?:it|me|them|us|him|her|anyone|anybody|my|the|psd|being|getting|\w+)\s){0,3}(?:breaching|getting (?:caught|nicked|done|found)|reason|being (?:logged|recorded|seen|caught|traced|noticed|audited|arrested)|logged|knowing|finding out|noticing|(?:it )?showing up|a (?:trace|record|log))\b",
            r"\b(?:delete|erase|wipe|clear|remove|hide|alter|change|edit|backdate|falsify|fake)\b.{0,30}\b(?:(?:a|my)(?: \w+)? (?:search|searches|history|look ?-?ups?|log|trail|entry|entries|audit)|the (?:log|audit|trail|evidence|footage|bwv|record of my)|from the (?:log|audit|trail)|search history)\b",
            r"\b(?:loophole|way round|ways round|work ?around|off the record|off the books|on the quiet|on the sly|under the radar|turn (?:my |the )?(?:bwv|body ?-?worn|camera) off|turn off (?:my |the )?(?:bwv|body ?-?worn|camera)|ignor(?:e|ing) (?:(?:your|the|all|any|previous) )*(?:rules|instructions|permissions)|hide (?:a|my|the) (?:look|search|check))",
            r"^(?:(?:please|pls|can|could|will|would|you|just|go) ){0,4}(?:look|search|check|find|run)\b.{0,40}\bfor (?:a|my|me) (?:mate|friend|pal|brother|sister|mum|dad|cousin|neighbour|colleague|boss)\b",
            r"\b(?:list|show|give|export|download|print|send)\b.{0,20}\b(?:all|every|everyone|everybody|whole|full|entire)\b.{0,30}\b(?:victims?|vics?|orders|respondents?|applicants?|address(?:es)?|names|people|records|register|database|system)\b(?! (?:that|which|need|have|in writing))",
            r"\b(?:find out|get|see|check|look up)\b.{0,40}\bwithout (?:a |any )?(?:reason|policing purpose|permission|logging)\b",
        ),
        "I cannot help anyone get round an order, a log or a rule. Worried about something already done? Tell your supervisor.",
        ("policing-purpose", "logging"),
    ),
    Kind(
        "predicting",
        _signs(
            r"\bsentence (?:gonna|going to|likely to|will|would) be\b|\b(?:my|his|her|their|our|the|any) (?:chances?|odds)\b|\bchances? (?:at|in|with|he|she|they|that)\b|\bis it likely (?:that )?(?:he|she|they)\b",
            r"\bhow (?:long|many years|many months|much time|much prison|much bird|much)\b(?: \w+)? (?:will|would|is|are) (?:he|she|they|this one|this lad|this bloke|this fella|this guy|this man|this offender|that one|my suspect|my prisoner)\b.{0,20}\b(?:get|go down|serve|do|looking at|going away)\b",
            r"\bis (?:he|she|this one|the suspect) (?:going down|going to prison|going inside|getting off|getting sent|gonna walk|getting away|likely to)\b|\bthink (?:he|she|they|cps|it|the court|the judge)(?:ll| will| would)\b",
            rf"\bwill {_WHO} (?:get|go(?: to)?|be|end up|plead|win|lose|breach|reoffend|do|come back|kill|hurt|turn up|hold up|stick|stand up|succeed|work|ever|leave|stop|show|drop|withdraw|retract|change|admit|deny|cough|attack|listen|obey|behave|comply|move|agree|testify|regret)\b(?! (?:told|logged|recorded|shown|sent|notified|able|informed|updated|asked|a copy|the (?:order|papers|copy|notice)|notice)\b)",
            rf"\b(?:what|which|how (?:long|much|many \w+)) (?:sentence |time |prison |jail |fine |years? )?(?:is |are )?(?:{_WHO}|the (?:judge|court|bench|mags)|a judge|mags|cps) (?:going to|gonna|likely to|looking at)\b",
            r"\bwhat (?:sentence|time|fine) (?:will|would|is)\b|\b(?:tell|guess|predict)\b.{0,20}\b(?:sentence|outcome|verdict|result)\b",
            r"\b(?:how likely (?:is|are|will) (?:he|she|they|it|cps|the (?:court|judge|jury))|what are the (?:chances|odds)|whats the (?:chances?|odds|likelihood)|chances? of|odds (?:on|of)|likelihood of|probability)\b",
            r"\bwill (?:the )?(?:cps|court|judge|mags|magistrates|jury|bench|custody) (?:charge|run|take|authorise|convict|find|believe|remand|jail|send|give|grant|agree|let|accept|drop|bail)\b(?!.{0,40}\b(?:without|if|unless|with no)\b)",
            r"\b(?:do|does) (?:the )?(?:cps|courts?|judges?|mags|magistrates|juries) (?:usually|normally|often|generally|tend to|ever) (?:charge|convict|run|take|jail|remand|grant|refuse|drop|believe|send)\b",
            r"\b(?:would|will) (?:a|the) (?:judge|court|jury) (?:do|say|think|decide)\b",
            rf"\b(?:is|are|whats|what is) (?:{_WHO}|cps|the (?:cps|court|judge|jury|mags)) (?:going to|gonna|likely to|bound to) (?:win|lose|get|go to|breach|reoffend|do it again|charge|run|take|kill|hurt|come back|plead|extend|renew|grant|refuse|vary|discharge|remand|be (?:convicted|charged|found|sent|jailed|extended|renewed|granted))\b",
            r"\bwill (?:the|her|his|this|that|an?) (?:order|application|case|charge|job|undertaking) (?:get|go|be) (?:through|thrown|dropped|granted|extended|renewed|refused|dismissed|charged|nfad)\b(?! (?:if|unless|without)\b)",
            r"\bwhats (?:he|she) looking at\b|\b(?:get|be) sent down\b|\bstand up in court\b|\bwho(?:s| is| will)? (?:going to |gonna )?win\b",
        ),
        "I cannot predict an outcome: not a charge, a verdict or a sentence, and not what a person will do next. For risk, use your force's risk assessment.",
        ("sentencing", "charging", "dara-dash"),
        not_of=re.compile(rf"{_WHAT_MAY_BE}|{_WHAT_MUST_BE}"),
    ),
    Kind(
        "judging",
        _signs(
            r"^(?:is|are|was|does|do|did|who|whose|which|should|can|could|whats|what|would|has|tell me|reckon|based on)\b(?!.*\b(?:plea|plead\w*|pleads|going guilty|goes guilty|found|not guilty|guilty if|guilty of|paper|copy|order|screenshot|breach\w*|tell the truth to)\b).*\b(?:lying|liar|lies|a lie|truthful|telling the truth|guilty|innocent|credible|credibility|believe|believes|believable|honest|making (?:it|this|that|things) up|made (?:it|this|that) up|genuine victim|reliable|exaggerating|in the wrong|at fault|to blame)\b",
            rf"\b(?:is|are|was|were) {_WHO} (?:\w+ )?(?:lying|telling the truth|truthful|guilty|innocent|making (?:it|this|stuff) up|reliable|credible|honest|genuine|believable|trustworthy|exaggerating|the (?:real )?victim|a liar|to blame|at fault)\b(?! (?:if|of|when|even|where)\b)",
            r"\b(?:who|whom|which)\b.{0,30}\b(?:believe|lying|telling the truth|right(?! for\b)|to blame|at fault|trust|more credible|the liar)\b",
            r"\b(?:should|can|do|would) (?:i|we|you) (?:believe|trust|think) (?:him|her|them|the (?:vic\w*|respondent|suspect|ip|applicant)|he|she)\b|\bdo you (?:think|reckon|believe)\b|\byour opinion\b|\bwhat do you (?:think|reckon|believe)\b",
            r"^(?:does|do|is|are|did|was) (?:he|she|they|it|this|that|her|his|their)\b.{0,30}\b(?:genuine|legit|sincere|convincing|plausible|truthful)\b(?! (?:excuse|reason|mistake|copy|order))",
            r"\bbelieve (?:him|her|them|the \w+) or (?:him|her|them|the \w+)\b|\b(?:did|does) (?:he|she) (?:really |actually )?(?:do it|mean it|deserve it)\b",
        ),
        "I cannot judge who to believe or who is at fault. Record both accounts word for word and look for what supports or rules out each.",
        ("suspect-account", "evidence-checklist"),
    ),
    Kind(
        "private",
        _signs(
            rf"\bmy (?:own )?{_KIN}\b(?! (?:sgt|sergeant|supervisor))",
            r"\b(?:my own|i am|im) (?:divorc\w+|separat\w+|a victim|getting divorced)\b|\brecommend\b.{0,30}\b(?:solicitor|lawyer|counsellor|barrister|firm)\b",
            r"\b(?:prenup|sue|grievance|employment tribunal|make a complaint about my)\b|\b(?:for me|my) personally\b|\bmy rights\b|\bmy (?:own )?(?:custody|legal) (?:case|position|advice)\b|\b(?:annual leave|rest days?|overtime|toil|pay rise|flexi|expenses|my shift|sick pay|maternity|paternity)\b",
        ),
        "I cannot advise on a private or personal matter. See a solicitor of your own, or ask your staff association, HR or occupational health.",
        ("policing-purpose",),
        re.compile(
            r"\b(?:look|search|check)(?:ing|ed)?(?: \w+){0,3} up\b|\blook up\b|\bsearch\b|\b(?:run|do) a check\b|\bcheck (?:my|on)\b"
        ),
    ),
    Kind(
        "elsewhere",
        _signs(rf"\b{_ABROAD}\b"),
        "I cannot answer for the law outside England and Wales, or say whether an order counts there. Ask the force lawyer or CPS, and the police service there.",
        ("scotland-ni",),
        re.compile(r"\b(?:speak|speaks|speaker|forced marriage|fmpo|fgm|fgmpo|interpreter|translat\w*|language|dialect|passport)\b"),
    ),
    Kind(
        "other systems",
        _signs(
            r"\bpn[cd]\b.*\b(?:codes?|means?|markers?|signals?|abbreviation|login|password|training|terminal)\b|\b(?:codes?|means?|mean|markers?|signals?|abbreviation)\b.*\bpn[cd]\b",
            r"\b(?:warning|information|info) (?:signals?|markers?) on (?:the )?pnc\b|\bpn[cd]\b(?: \w+){0,4} (?:codes?|mean|means|abbreviation)\b|\b(?:codes?|abbreviation)(?: \w+){0,4} pn[cd]\b|\b(?:warning|info|information) (?:signal|marker)s? (?:code|mean)",
            r"\b(?:password|log ?-?in|log on|logon|username|reset my|locked out|printer|laptop|vpn|wifi|wi fi|sim card|headset|charger)\b(?!.{0,30}\b(?:he|she|his|her|their)\b)",
            rf"\b{_SYSTEMS}\b.{{0,40}}\b(?:wont|won t|not working|isnt working|down|crash\w*|error|submit|freez\w*|reset|broken|slow|update my|login|access|account|how do i (?:use|close|open|create|finalise|link))\b",
            rf"\bhow (?:do|can|to|should) (?:i |we )?(?:use|open|close|finali[sz]e|create|submit|link|run|task|reassign|update|put|add)\b.{{0,40}}\b(?:on|in|to|using|with)? ?{_SYSTEMS}\b",
            r"^(?:send|raise|create|open|close|put) (?:me )?(?:an?|the) (?:cad|log|incident|crime|occurrence|job)\b",
            r"\b(?:airwave|issi|talk ?group|radio channel|channel number|call ?sign)\b|\b(?:phonetic alphabet|10 codes?)\b",
        ),
        "I cannot help with other systems: no codes, passwords or how to use them. Ask that system's help desk, or control.",
        ("where-else-to-look",),
    ),
    Kind(
        "particulars",
        _signs(
            r"\b(?:phone|telephone|contact|direct|mobile|ooh|hours|home) (?:number|no|line)\b(?! (?:term|as|that|which|for (?:her|the victim) to be))(?=.{0,40}$)(?<!safe number)",
            r"\b(?:whats|what is|wheres|where is) (?:his|her|their|the victims?|the respondents?|the suspects?) (?:new |current |home |old )?(?:address|postcode|number|dob|date of birth)\b|\bnumber (?:of|for|to) (?:the |our |my )?(?:\w+ )?(?:custody|court|cps|front|control|duty|idva|station|suite|office|desk|team|unit|helpline|refuge|sergeant|inspector|solicitor|hotline)\b|\b(?:whats|what is) (?!.*\bsafe\b).{0,30}\b(?:email|e-mail|mobile|phone|extension|ext|direct dial)(?: number| address)?$",
            r"(?<!form )(?<!case )(?<!her )(?<!her new )(?<!his )(?<!safe )(?<!their )number for\b|\bwhat number (?:is|for|do i dial)\b|\b(?:who|whom|which number) (?:do|can|should|would) (?:i|we) (?:ring|call|phone|speak to)\b(?! (?:to|about|if|for|when|so)\b)|\b(?:who|whos|number|contact|phone|on call)\b.{0,40}\bout of hours\b",
            r"\b(?:is|was|are) (?:he|she|they|\w+ \w+) (?:still |currently |now |out )?(?:on bail|in custody|on remand|in prison|wanted|on tag)\b(?! (?:as well|too|and|or|does|do|can|if|with|for))",
            r"\bwhere (?:does|do|is) (?:the )?(?:respondent|suspect|victim|vic|applicant|he|she)(?: \w+)? (?:live|living|now|hiding|staying|is)\b|\bwhere the (?:victim|vic|respondent|suspect) (?:is|lives)\b",
            r"\bhow many (?:nmos?|non ?-?mols|orders|breaches|victims|respondents|contacts|cases|dvpos?|dapos?)\b.{0,30}\b(?:have we|did we|do we have|in our|in my|in (?!force|total|a |the |court|magistrates|england|one)\w+$)",
            r"\b(?:criminal record|previous convictions|precons) (?:has|does|is)\b|\bwhat is (?:his|her) criminal record\b|\bmy (?:collar|warrant|shoulder) (?:number|no)\b|\b(?:hack|track|trace|locate|bug|tap)\b.{0,30}\b(?:phone|facebook|account|car|insta\w*)\b.{0,10}\bfor me\b|\bhack (?:his|her|their)\b|\b(?:is|was) \w+ \w+ wanted\b",
            r"\bwhen (?:does|is|will) (?:his|her|their) (?:\w+ )?(?:bail|court date|hearing|trial|release)\b",
            r"\b(?:give|tell|send|show|get) me (?:his|her|their|the) (?:\w+ ){0,4}(?:address|number|postcode|dob)\b|\b(?:where|what) (?:does|do|is) (?:pc|sgt|ps|insp|dc|ds|the chief|\w+ smith)\b.{0,20}\b(?:live|address|number)\b",
        ),
        "I cannot give a number to ring, an address, or how one case or one person's bail stands today. Ask control, the case officer or the court.",
        ("who-owns-contact", "where-else-to-look"),
        re.compile(
            r"\b(?:hmic\w*|inspections?|inspectorate|super ?complaint|blank|dash|withheld|hidden|missing|confidential|safe|agreed|empty|voicemail)\b"
        ),
        not_of=re.compile(_WHAT_MUST_BE),
    ),
    Kind(
        "small talk",
        _signs(
            r"\bwhat(?:s| is) \d+ (?:times|x|plus|minus|add|divided|percent)\b|\b(?:weather|forecast|joke|jokes|poem|song|recipe|lasagne|curry|pizza|football|cricket|rugby|match score|premier league|lottery|horoscope|film|movie|netflix|bitcoin|stock market|capital (?:of|city)|prime minister|president of|world cup|who won|what (?:day|time|year|month|date) is it|whats the (?:time|date)$|what is the (?:time|date)$|meaning of life|home secretary|for lunch|for (?:dinner|tea)$|order me|book me|buy me|sing|chess|restaurant|takeaway|coffee)\b",
            r"^(?:happy (?:birthday|new year|christmas|easter|friday)|merry christmas|congrat\w*|well done|good luck|thank\w*|cheers)\b",
            r"\bare you (?:a )?(?:real|human|person|chatgpt|alive|sentient|single|married|ok|there)\b|\b(?:how are you|who made you|whats your name|do you love|i love you|marry me)\b",
        ),
        "I cannot chat: I only help with non-molestation orders and what goes with them.",
        ("bot-can",),
        re.compile(_OUR_ORDER + r"|\b(?:he|she|her|him|his|them|victim|vic|ip|respondent|resp|suspect)\b"),
    ),
    Kind(
        "other law",
        _signs(
            rf"^(?!.*{_OURS}).*\b(?:(?:points?|pts) (?:to|2) prove|ptp|elements|definition|sentence|maximum|penalty) (?:for|of) (?!him|her|them|it|this|that|stalking|harass|one)\w+|^(?!.*{_OURS}).*\bpowers? (?:over|to (?:seize|detain|tow|close|disperse|move|stop|confiscate|ban)) (?!(?:his|the) (?:phone|device|mobile))\w+",
            rf"^(?!.*{_OURS}).*\b(?:gbh|abh|wounding|assault on police|emergency worker|going equipped|handling stolen|burglary|twoc|taking without consent|dangerous driving|careless driving|possession|pwits|supply|section (?:5|4a|18 search for|20|27|30|35|47 assault|59|60|136|163|165|19|1)\b|s(?:59|60|136|163|165)\b)",
            rf"\b{_OFFENCES}\b",
            rf"^(?!.*{_OURS})(?=.*\b{_OTHER_OFFENCE}\b).*\b{_HOW_GRAVE}\b",
            rf"^(?!.*\b(?:he|hes|him|his|she|shes|her|hers|they|them|their)\b).*\b{_SOFT}\b",
        ),
        "I cannot answer on other offences or powers: I only hold non-molestation orders and the measures beside them. Ask PNLD or your duty sergeant.",
        ("related-offences", "which-measure"),
        re.compile(
            r"\b(?:nmos?|non ?-?mols?|non ?-?molestation|molestation|breached|breaching|occupation|undertaking|dap[no]|dvp[no]|victim|vic|respondent|applicant|she|her|shes|safe contact|restraining|excuse)\b"
        ),
    ),
)
KINDS = tuple(map(_with_shapes, _KINDS))

NOT_HELD_WORDS = (
    "I cannot answer that: no page of mine says it. I only give my pages on non-molestation orders and what goes with them. I cannot predict an outcome, "
    "judge who to believe, write to anyone for you or advise on a private matter."
)
NO_KIND = Kind("no kind", (), NOT_HELD_WORDS)
_BY_NAME = {kind.name: kind for kind in (*KINDS, NO_KIND)}
_FORECAST = _BY_NAME["predicting"]


class Outside:
    """Tells what no page can answer: by its signs, or because it is nearer to what others asked in vain, or worded more like it, than to the pages."""

    def __init__(self) -> None:
        asked: dict[str, list[str]] = tomllib.loads(ASKED.read_text(encoding="utf-8"))
        lines = [(name, read_line(question)) for name, questions in asked.items() for question in questions]
        self.words = frozenset(word for _, line in lines for word in line.words)
        self._asked = Nearest([(name, line.in_full) for name, line in lines])

    def kind_of(self, question: str, words: Sequence[str], hits: Sequence[Hit], held: Nearest) -> Kind | None:
        """`hits` are the pages found, `held` is what the pages answer; the question is read whole, so give it cut to length."""
        plain = _plain(question)
        shown = next((kind for kind in KINDS if kind.fits(plain)), None)
        if shown is not None:
            return shown
        name, near = self._nearest(plain, words)
        alike = max((hit.alike for hit in hits), default=0.0)
        if alike > max(near, ASKED_BEFORE):
            return None
        if not name or not hits:
            return None
        leans = self._leaning(words, near, hits, held)
        clearly = near >= NEAR_ENOUGH and near - alike > NEARER and leans > LEANS_TO_US
        if not clearly and leans <= LEANS_AWAY:
            return None
        return _BY_NAME[name] if near >= NEAR_ENOUGH_TO_NAME else NO_KIND

    def leans_to_us(self, question: str, words: Sequence[str], hits: Sequence[Hit], held: Nearest) -> bool:
        """Worded so much like what pages are asked that the best of them answers, for all that few of its words are known."""
        _, near = self._nearest(_plain(question), words)
        return len(words) > 1 and bool(hits) and hits[0].of_kind and self._leaning(words, near, hits, held) < PLAINLY_OURS

    def forecast(self, question: str) -> Kind | None:
        """What to say to whoever asks, in words that tell of danger, how it will end."""
        return _FORECAST if _FORECAST.fits(_plain(question)) else None

    def _nearest(self, plain: str, words: Sequence[str]) -> tuple[str, float]:
        """The kind of the nearest line asked in vain, and how near; a kind whose questions are never of this type counts for nothing."""
        alike = ((name, near) for name, near in self._asked.of(words).items() if _BY_NAME[name].may_ask(plain))
        return max(alike, key=itemgetter(1), default=("", 0.0))

    def _leaning(self, words: Sequence[str], near: float, hits: Sequence[Hit], held: Nearest) -> float:
        """Weighed so as to part what pages answer from each line of the list when that line is left out of it."""
        strange = sum(not held.words.holding(word) for word in words)
        apart = near - max((hit.score for hit in hits), default=0.0)
        return leaning(words, held.words, self._asked.words) + APART_SHARE * apart + STRANGE_SHARE * strange


def _plain(question: str) -> str:
    return " ".join(unhurried(re.sub(r"[^a-z0-9.-]+", " ", without_apostrophes(question.casefold())).split()))
