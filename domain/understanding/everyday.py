"""Everyday words beside the words of the trade: none of them is a name by itself."""

_WORDS = """
    abe ability aboard abolished above abroad abuse abused abuser abusing abusive accept acceptance access accessible accident accidental
    account accountability accurate accuse acquittal acquitted act acted acting action actively activity actual addresses admission admit
    adopted adult advise advised adviser advising advisor afaik affair afford afglaw afraid afresh after agency aggravates aggravating
    agree agreement ahead aimed air airwave alarm alcohol alert alerted aliases alike alive allegation allege alleged allegedly alley
    allow almost alongside aloud alternatives amazon ambulance amend amendments among amount angry animal annoyed annoying annoys
    anonymous answered answeredquestions answerphone anxious anyhow anymore anywhere apart apartment api app apparent apparently appeal
    appear appearing applied applies applying appointment appreciate approach approaches approaching appropriate approve approx
    approximately argue argued arguing argument arm armed arrangement arrestable arresting arrival arrive arrived arriving arse arsehole
    article aside asp assess assessed assessment assist assistance associate associated association assume assured attack attempting
    attend attendance attending attention attitude attribution audio audit audited aunt auntie aunty author authorise authorised authority
    auto automatic automatically available average avoid avoiding azurewebsites babysitter backed background backup bag bailii balance
    bald ban bank bar bare barge barged barred basic basically basis bath bathroom battery bean beaten beating become becoming bedroom
    beer began begin begun behave behaviour believe believed belonging belongs below benefit beside bet beyond bigger bike bilingual bind
    birthday bite blame blank bleeding blew blimey block blocking bloody blow blowing blue board boarded boarder boat bobbies body bodycam
    bodyworn boiling bollocks bonfire booking boot border bottle bottom bought bounce bound box boxes brakes branch bread breakfast
    breaking breath breathe brew brick brief briefed briefly bright bringing broad bruise bruised bruising brush btw buggy build building
    built bullying bumped bumper bundled burden burgled burn burned burner burning burnt burst bury business buy buying buzzer cacd
    cadence cadno cafe cake calendar caller calm cam camera camp campus cancelled cancelling cannabis cannot cap caravan career careful
    careless carer carpark carried carries carrying casemine catch catching catfish caught cause caused causing cease ceased centre
    ceremony certificate chain chair chambers changed changing channel chap chargeable charger chased chasing chatbot chatted chatting
    cheap cheat cheating checklist cheek cheeky cheerio chemist chest chief childcare childminder chip chippy choice choked choking chose
    chosen cid cigarette cinema circle circumstances citizen city civil civilian clares clarity clash class classed clause clean cleaning
    cleared cleveland clever click clicked client climbed climbing clinic clip clock closely closing cloth clothes clothing club coach
    coat code coercive cohabitants coincidence cold collapse collapsed collecting collection college collegeofpolicing colour columns com
    combined combining comfortable coming commentary commented commission commit committal committed common communicate communicated
    communicating communication community company compare complain complained complaining complaint completely complex compliance
    compliant comply complying compulsory computer concerned conduct conducted confident confidential confirmation confused connection
    consent consider considered considering constant constantly consulted consulting contactable contained contempt content continue
    continued continuing contravention controlled controlling convenient conversation convicted conviction cooking cooling cooperate
    cooperating coordinator cop cope copied corner correct correctly cost cot counsel counselling counsellor counted counting country
    courier course cousin crash crashed crazy crc created creating creep creepy crikey crimeline crimestoppers criteria critical crossed
    crossheading crossing crowd cry crying cuffed cuffs cup cuppa curiosity curtain custodian cut cycle cyclist cymraeg daft daily damage
    damaged damaging dancing danger dangerous dark dasu data database dating dau deadline deaf dealt death debate debt decent decide
    decision deemed deep def default defence defend definitely definition defo degree deleted deleting deletion deliberate deliberately
    delivering deliveroo delivery demand demanded demanding demeanour deny denying depart department depending depends deposit depressed
    deputy describe described description deserve design desk desktop desperate despite destroy destroyed detective detention determined
    development device dialect dialled died diff differently difficult difficulties digital digits dinner direct directed direction
    directly dirty disabled disappear disappeared disappearing disappointed discipline disclose disclosing disclosure discord discovered
    discuss discussed discussing discussion dislike disobey disorder dispense dispensed display disposal dispose disprove distance
    distress distressed distressing district disturb disturbance disturbed divided division divorce divorced divorcing doctor dodged
    dodging dodgy dog dole doll domestic donate doorbell doorman dose doubt download downloaded downstairs dozen draft drag dragged drama
    draw drawer dream dress dressed drink drinking drive driver driveway dropping drug dry duaa dump dumped dunno duration dust duties
    duty dvds dwp dying eager ear earlier earliest earn easier easily easy eat eaten eating ebay edge effect effective effort egg ejcoombs
    eldaddp elderly electronic electronically element elevator elsewhere embarrassed emergency emotional employed employee employer
    employment empty en encounter encountered encourage ending enemy enforce enforceable enforced enforcement engage engagement engaging
    engine enhanced enjoy enquire enquired enquiries enquiry enroute ensure entering entire entirely entrance entries envelope equipment
    equipped erase erased erasing ere escalate escalated escalating escalation escape escaped escort escorted especially essential
    establish established estate estimate evade evading event eventually evidenced evidential exact exactly exam example exceed except
    exception exchange exchanged excited exclude excluded excluding exclusion excused execute executed exhibit existed expect expected
    expecting experience experienced expert explain explaining explanation explicit express extend extra extreme extremely eye face
    facetime facetimed facetiming facing fact fail failing failure fair fairly fake fall fallback fallen falling familiar families
    familycourts fan fancy far farm fast faster fault favour fcr fearful fearing features feed feeding feel feeling feet fell fellow fence
    fetch fetched fete ffs fgm fgmpo fifthestate fight fighting figure fill filled filling film filmed filming finally finances financial
    finger finishes fire fired firm fish fist fit fix fixed flag flash flashed flatmate fled flee fleeing flew flight flip flood floor
    flown fly flying fmpo fob focus foi follow food fool footage footpath forbid forced forehead foreign forever forgetting forgiven
    forgotten form formal fortnightly forum forward fought foul foyer free freely frequency frequent frequently fresh fridge friendly
    fright frightens frustrated fuck fucked fucking fuel fully fun function funeral funny furious furniture fuss future fyi gaffer gain
    gained gaming gang gaoler gap garage gather gathered gathering general generally genital gentleman genuine ghost gimme github glad
    glass glasses glimpse gloves gmail gmp goal golden goodbye google gosh gosnell gov governance government governs govuk gps grab
    grabbed grade grading gran grandad grandchildren granddaughter grandma grandparent grandson greet greggs grievous ground group grown
    guard guests guide guided guideline guilty gun guts gutter habit hacked hair halfway halls hallway halves handbag handcuffed handcuffs
    handled handset handy hanged happening happily harass harassment harder hardly harm harmed harming hat hate hated haven headbutt
    headbutted headers heading heads health healthwatchdarlington hear hearsay heat heated heavily heavy hedge height held helped helpful
    helpline hereby hesitant hid hide highest highly highway hint hired hires historic hitting hmcts hmpps hobby holiday homeless honest
    honestly hop hopefully hopes hoping horn horrible hospital host hostel hostile hot hotel hotline hotmail household housemate housing
    html https huge humberside hungry hunting hurting iaingould ice idas ideal identical identification identified identifies identify
    identity idiot idk illegal illness image imagine immediate imo impact implied important impression improve inappropriate inbox inboxed
    include included including incoming incorrect increase increased increasing indecent independent indicate indicated indictment
    indirect individual inform informant informed informing injure injured injuries injury inner innit innocent innovation inquiry insist
    insisted insisting inspect inspection instance instruct instructed instruction insult insulted insulting intake integrity intelligence
    intend intended intent intention intentionally interdict interest interested interfering interflora interim internet interpret
    interpreter interrupted interval interviewer intimate intimidate intimidated intimidating intimidation intoxicated introduce
    investigate investigated investigating invite invited involve involved involvement involving iom iopc irish irresponsibility isle
    isolated itemid items itll jacket jail jailed jailer jealous jeans jersey jet jewellery join joined joint joking journey judged
    judgement judgment jumped jumper jumping junction junk jury justice justification justified justify keyed keying keys kick killing
    kinds kiss kissed kissing kitchen knee knife knives knob knowing knowledge label lack ladder ladies laid land landed landing landlord
    language lapse laptop largely larger lasted laugh laughed laughing launch laundry lawful lawfully laws lawyer lay laying lazy lead
    leader leading leaflet league lean leaning learn learning lecture led leeds leg legal legally legislation lemme length lessons
    letterbox level liaison library lidl lie lied light lighter limit limitation lined link linkedin lip liquid listen listening listing
    lit livestream load loaded loan lobby local locally location locked locker locking locks locksmith lodge lodger loft logging lone
    lonely longer looked loose lorry lose losing loss lost louder loudly lounge lover lower lucky luggage machete magistrate mags mailbox
    main mainly maintain making malicious managed management manager managing manual mapp mappa marked marker market markings marriage
    married mask massive matac matched material mcdonalds mdt meal meanwhile measure media mediation medic medical medication meds meet
    meeting member memory mention mentioning mere merely mess messed messenger messy met metadata metal meters method midnight midwife
    mile mind minor mirror miserable misper misread mistaken misuse mit mitigating mitigation mix mixed mode model molest molesting
    monitor monitored monitoring mood moped mopi more morrisons most mostyn motion motive motor motorbike motorway mountain mouth movement
    mug muggy multiple muppet murder music mustnt mutilation mutual naked nandos narrow nasty national nationally native natural naughty
    nearby nearest nearly neat necessary necessity neck needing needless neednt neglect neighbourhood nephew nervous net network neutral
    newborn newer newest newly newspaper newsroom nextdoor niece nightclub nil noise noisy nonmolestation nonsense noon nor normal
    normally northern nose noticed noticing notifiable notification notified notify nought nowhere nowt nps nuisance numbered numpty nurse
    objective objectively objects obsessed obstruct obstructed obtain obtained obtaining obvious obvs occasion occasionally occupied
    occupier occupy occur occurred occurrence occurring odd offended offender offensive offer offered offering office official officially
    offmgmt oic older oldest omg ongoing online onwards opened opening operate operation operator opinion opportunity opposite oppression
    oppressive option oral ordered ordering ordinary org organisations organise organised original originally ought ourselves outdoors
    outfit outgoing outlines outlook outright overall overdose overhear overheard overnight overrides overseas oversight owed owes owned
    owt pack package packed packing pages paid paint painted pair pal panic panicked panicking pants para paragraph parallel paramedic
    parcel pardon parental parenting part parte partial partially particular particularly parties partly passenger passes passport path
    patience patient patrolling pattern pause pavement paying payment pays pcc pdfslide peaceful pedestrian peer pen pence pension perfect
    perfectly perform period perishable permanent permanently permission permit persist persistent persistently personal personally pester
    pestering pet petrol pha pharmacy phase photocopy photograph phrase physical physically picture piece pillock pilot pinned pint pipe
    pis pissed pitfalls place placed plain plan plane planned planning plant plastic platform play played playground playing plea plead
    pleaded pleading pleased plenty plonker plus plymouthscb pnb pocket point pointed pointing poke poked pole policeprofessional policing
    policy polish polite politely pool poor popped popping porch portal position positive possession postal poster postman potential
    potentially pounds pour poured powerappsportals ppu practicable practical practice pray pre precise predict predictions prefer
    preferred pregnancy pregnant premise prepare prepared presence presented presently press pressed pressing pressure presume presumed
    presumption pretend pretended pretending prevent prevented preventing prgloo prick pride primary principal print printed prior
    priority prison prisoner privacy privacyprotectgroup private privately prl proactive prob probabilities probation procedure proceed
    proceeding process processing produce produced product profile profit program progress prohibitions prohibits project prolong promise
    promised promising prompt proper properly properties proportionate proposal proposed prosecute prosecuted prosecution prosecutor
    protective proved proven provide provided provider providing provisions provoke provoked proxy psd psni ptp public publications
    publicly published pulled pulling punch punches punching punished punishment purchase purely purpose purposely purse pursue pushchair
    putting pvp qualified qualifies quality quarter quashed queries queue quicker quickest quiet quietly radio rage rail railway raised
    raising range rank rape raped rapid rapidly rapport rare rarely rate rather reaching react reacted reaction readily ready real realise
    realised reality rear reasonably reassess reassurance reassure reassured rebook recall receipt receive receiver receiving recent
    recently reception recipient reckless reckon recognise recognised recommend recommended reconcile reconciled reconciling recording
    recover recovered recovery red redo reduce reduced reducing reducingtherisk reel refer referral referred referring refresh refuge
    refund refusal refusing regard regina region registering regular regularly rehoused rejected relate relation relationship relative
    relax relaxed relay release relevant reliable relief relieved relocate relocating rely remain remained remaining remark remedy
    remembered reminded remorse remove removed removing rent rental rented renting reopen repair repaired repeat repeated repeatedly
    repeating replace replaced replacement replied replies replying reporter represent representative request requested requesting require
    required requirement rescue research resent reside resided residence resident residing resist resisted resolution resolve resolved
    resources respect respectful responded responder responding response responsibility responsible restaurant restrain restrained
    restricted restriction result resume retain retained retention retract retracted retracting retraction return reveal revealed revenge
    reverse reversed review reviewed reviewing ride riding ringtone rip ripped rise risen rising risky robbed robbery role rollout roof
    rough roughly round route routine row rubber rude rugby ruin ruined rule rumour runner rushed sack sacked sad safeguard safeguarded
    safeguarding safely safety sainsburys sake sale saliva salon sarc sarcastic sart satisfied save saved saving scam scar scare scared
    scaring scary scenario schedule scheme scissors scope scran scrapped scratched scratches scream screamed screaming screen screenshot
    screenshotted screwdriver script scrote scruff scuffle seal sealing searched searches seat seated secondary secondly secret secretly
    sectioned secure secured securengin security seek seize seized seizing seizure self selfish sell selling sender senior sense sensible
    sensitive sentencingcouncil separate sequence series seriously server session setting settle settled settling severe sex sexual
    sexually shame share shared sharing sheet shelf shelter shining shirt shit shite shock shocked shoe shook shopping shortly shot
    shoulder shouts shove shoved shoving shower shown shy siblings sick side sight signal significant signing silence silent silly sim
    similar simple simply singing single sink sio sirens site sits size sjarticle sketch skin sky skype slagging slam slammed slamming
    slap slapped slapping slash slashed slashing sleep slept slight slightly slip slipped slow slowly slur smack smacked smart smash
    smashes smashing smell smelling smelt smile smiled smoke smoking smooth snapped snatched sneaked sneaking snitch snuck soap sober
    socially society sod sofa soft software sole solely solicitorsjournal solve someplace someway somewhat sooner sought soul sound
    sounded source space spare special specialist specific specifically specified speech spell spelled spelling spelt spend spending spent
    spill spit spitting split spoc spoil sport spotted spray sprayed spread squad squeeze stab stabbed stabbing stable stadium stage
    stairs stairwell stalked stalker stalks stamp starbucks stare stared staring state statue statute statutory steal stealing step
    stepfather stepmother stepped stepson sticking stmarysfamily stock stole stomach stones storage store stored stories straight
    straightaway stranger strangled strangling strangulation stress stressed stressful stretch strict strike striking string strip
    strongly struck structure struggle struggled struggling student studio study stuff stunt style sub subjected submit submitted
    subsequent subsequently substance substituted sudden suddenly suffer suffered suffering sugar suggest suggested suggesting suicidal
    suicide suitable sum summat summit sunlight super superintendent supermarket supplied supplies supply support supported supporting
    supportive suppose supposedly surely surface surgery surprise surprised surround surrounding survey survive survived suspicion
    suspicious swapped swarb swear swearing swing switch switched switching swore sworn sympathy symptoms table tablet tackle tag tagging
    talked tap tape target targeted targeting task tasked taste taught tax taxi tbh teacher teaching tear technical techsafety teenage
    teenager teens teeth telegram temper temporarily temporary tenancy tenant tend term terrified terrifying terrorised test tested
    testing thanked therapy therefore theyd theyll thief thinking thirty thoroughly though thread threaten threshold threw throat
    throughout throwing thrown thumb thumped tidy tie tied timescale tinder tintag tiny tip tired title toerag tone tonnes tool toolkit
    tooth top topic torch tore torn tosser total totally touch touched touching tough tour toward towed towel town toys trace traced track
    tracked tracker tracking trade trail trained trainers training translate translating translation translator transport trap trapped
    trash travel travelled travelling treat treated treating treatment trespass trespassing triable trial trick tricked tries trigger
    trinitychambers trip trivial trolley troubled trousers truck truly trust trusted tryna tube twat tweet tweeted twenty twin twisted
    twitch typed typical typing tyre uber ugly ukpga uksi ultimately umbrella unacceptable unannounced unanswered unasked unattractive
    unblock unblocked uncle unclear uncomfortable unconfirmed unconscious underneath understand understanding uneasy unexpected
    unexpectedly unfair unfortunately unfriended unhappy uninvited unique university unless unlikely unlock unlocked unmarked unnecessary
    unofficial unpleasant unreasonable unrelated unreported unsafe unsealed unserved unsuccessful unusual unverified unwanted unwell
    unwilling updating uploading upper ups upsetting upstairs upwards urdu urgently url usage useful user using usual vacant vague
    valuable value vandalised vandalism vanish various vary vcop verbal verbally verdict verified verify version versus vic victimless
    victimsupport video view viewed viewing vile village vinted violate violating violation virtually visible visibly vision visiting
    visitor vodka volume voluntarily voluntary volunteer vomit vote vps vpu vulnerable wage waist waited waitrose waive waiver wakes
    waking walks wall wallet wander wandered wandering wanker wardrobe warm warning warns washed washing waste watched watches water wave
    waved waving weak wears web website wedding weeding weeds weekday weekly weigh weight weird welcome wetherspoons wheel whenever
    whereabouts whereas wherever while whilst whispering whistle whole wide wider willing win wind window windscreen wine wing winner wipe
    wiped wire wish withdraw withdrawn withhold witnessed witnesses witnessing woke woken women womensaid wondering wooden wording worker
    working worn worries worry worrying worship worst worthwhile wound wounded wrap wrapped wreck wrecked wrist writing written wrongful
    wrongly wrote wtf www wyppnldlive yard yell yelled yelling yellow youd youll youngest youth youtube zero zone zoom zoomlaw
"""
EVERYDAY = frozenset(_WORDS.split())
