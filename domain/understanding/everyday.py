"""Everyday words beside the words of the trade: none of them is a name by itself."""

_WORDS = """
    abe ability aboard abolished above abroad abuse abused abuser abusing abusive accept acceptance access accessible accident accidental
    account accountability accurate accuse acid acquittal acquitted act acted acting action actively activity actual addresses admission
    admit adopted adult advise advised adviser advising advisor afaik affair afford afglaw afraid afresh african after agency aggravates
    aggravating agree agreement ahead aid aimed air airport airwave alarm albanian alcohol alert alerted aliases alike alive allegation
    allege alleged allegedly alley allow almost alongside aloud alternatives amazon ambulance amend amendments among amount android angry
    animal annoyed annoying annoys annual anonymous answered answeredquestions answerphone anxious anyhow anymore anywhere apart apartment
    api app apparent apparently appeal appear appearing applied applies applying appointment appreciate approach approaches approaching
    appropriate approve approx approximately arabic argue argued arguing argument arm armed arrangement arrestable arresting arrival
    arrive arrived arriving arse arsehole article arv asian aside asp assess assessed assessment assist assistance associate associated
    association assume assured ate attaching attack attempted attempting attend attendance attending attention attic attitude attribution
    audio audit audited aunt auntie aunty author authorise authorised authority auto automatic automatically available avenue average
    avoid avoiding awaiting ay azurewebsites babysitter backed background backup bag bailable bailii bairn bairns balance bald ban bank
    bar bare barge barged barred barrister based basement basic basically basis bat bath bathroom battery bbm bean beaten beating become
    becoming bedroom beeped beer began begin begun behalf behave behaviour believe believed belonging belongs below benefit bengali beside
    bet beyond bicycle big bigger bike bilingual bills bind birmingham birthday bite blame blank bleeding blew blimey block blocking
    bloody blow blowing blue bnb board boarded boarder boat bobbies body bodycam bodyworn boiling bollocks bonfire book booking boot
    border borrow bottle bottom bought bounce bound box boxes bradford brakes branch brb bread breakfast breaking breath breathe brew
    brick brief briefed briefly bright brill brilliant bringing bristol britain british broad bruise bruised bruising brush btw buggy
    build builder building built bullying bumble bumped bumper bundled burden burglary burgled burn burned burner burning burnt burst bury
    business button buy buying buzzer cacd cadence cadno cafe cake calendar caller calm cam camera camp campsite campus canal cancelled
    cancelling cannabis cannot cantonese cap capital caravan cardiff career careful careless carer carpark carried carries carrying
    casemine catch catching catfish cats caught cause caused causing cctv cease ceased cell cellar centre ceremony certainly certificate
    chain chair chambers changed changing channel chap chargeable charger chased chasing chatbot chatted chatting cheap cheat cheating
    checklist cheek cheeky cheerio chemist cheshire chest chief childcare childminder china chinese chip chippy choice choke choked
    choking chose chosen cid cigarette cinema circle circumstances citizen city civil civilian clares clarity clash class classed clause
    clean cleaner cleaning cleared clearly clerk cleveland clever click clicked client climb climbed climbing clinic clip clock closely
    closing cloth clothes clothing club coach coat cocaine code coercive cohabitants coincidence cold collapse collapsed collecting
    collection college collegeofpolicing colour columns com combined combining comfortable coming commentary commented commission commit
    committal committed common communicate communicated communicating communication community company compare complain complained
    complaining complaint completely complex compliance compliant comply complying compulsory computer concerned conduct conducted
    confident confidential confirmation confused connection consent consider considered considering constable constant constantly
    consulted consulting contactable contained contempt content continue continued continuing contrary contravention controlled
    controlling convenient conversation convicted conviction cooking cooling cooperate cooperating coordinator cop cope copied corner
    correct correctly cost cot council counsel counselling counsellor counted counter counting country courier course cousin coventry
    crack crash crashed crazy crc created creating creep creepy crescent cried crikey crimeline crimestoppers criteria critical crossed
    crossheading crossing crowd cry crying csu cuffed cuffs cup cuppa curfew curiosity curtain custodian cut cycle cyclist cymraeg daft
    daily damage damaged damaging dance dancing danger dangerous dark dasu data database dating dau deadline deaf dealt death debate debt
    decent decide decision declined deemed deep def default defence defend deffo definitely definition defo degree deleted deleting
    deletion deliberate deliberately delivering deliveroo delivery demand demanded demanding demeanour dentist deny denying depart
    department depending depends deployed deposit depressed deputy describe described description deserve design desk desktop desperate
    despite destroy destroyed det detective detention determined development device dialect dialled die died dies diff differently
    difficult difficulties digital digits dinner direct directed direction directly dirty disabled disappear disappeared disappearing
    disappointed discard discipline disclose disclosing disclosure discord discovered discuss discussed discussing discussion dislike
    disobey disorder dispense dispensed display disposal dispose disprove distance distress distressed distressing district disturb
    disturbance disturbed divided division divorce divorced divorcing doctor dodged dodging dodgy dog dole doll domestic donate doorbell
    doorman dose doubt download downloaded downstairs dozen draft drag dragged drama drank draw drawer dream dress dressed drink drinking
    drive driven driver driveway dropping drug dry dsu duaa dump dumped dunno duration dust duties duty dvds dvu dwp dying eager ear
    earlier earliest early earn easier easily easy eat eaten eating ebay edge effect effected effective effort egg ejcoombs eldaddp
    elderly electrician electronic electronically element elevator elsewhere embarrassed emergency emoji emotional employed employee
    employer employment empty en encounter encountered encourage ending enemy enforce enforceable enforced enforcement engage engagement
    engaging engine england english enhanced enjoy enquire enquired enquiries enquiry enroute ensure entered entering entire entirely
    entrance entries envelope equipment equipped erase erased erasing ere escalate escalated escalating escalation escape escaped escort
    escorted especially essential establish established estate estimate eta europe evade evading event eventually everywhere evidenced
    evidential exact exactly exam example exceed except exception exchange exchanged excited exclude excluded excluding exclusion excused
    execute executed exhibit existed expect expected expecting experience experienced expert explain explaining explanation explicit
    express extend extra extreme extremely eye face facetime facetimed facetiming facing fact fail failing failure fair fairly fake fall
    fallback fallen falling familiar families familycourts fan fancy far farm farsi fast faster fault favour fcr fear fearful fearing
    features fee feed feeding feel feeling fees feet fell fellow fence fetch fetched fete ffs fgm fgmpo fifthestate fight fighting figure
    fill filled filling film filmed filming finally finances financial finger finishes fire firearms fired firm fish fist fit fix fixed
    flag flash flashed flatmate fled flee fleeing flew flight flip flood floor flown fly flying fmpo fob focus foi follow follower food
    fool footage footpath forbid forced forehead foreign forever forgetting forgiven forgotten form formal fortnightly forum forward
    fought foul foyer france free freely french frequency frequent frequently fresh fridge friendly fright frightened frightens frustrated
    fuck fucked fucking fuel fully fun function funeral funny furious furniture fuss future fyi gaffer gain gained gaming gang gaoler gap
    garage gather gathered gathering geezer general generally genital gentleman genuine german germany ghost gimme github glad glared
    glasgow glass glasses glimpse gloves gmail gmp goal golden goodbye google gosh gosnell gov governance government governs govuk gp gps
    grab grabbed grade grading gran grandad grandchildren granddad granddaughter grandfather grandma grandmother grandparent grandson
    granny greater greet greggs grew grievous grindr ground group grow grown guard guernsey guest guests guide guided guideline guilty gun
    guts gutter habit hacked haha hair half halfway halls hallway halves hammer handbag handcuffed handcuffs handled handset handy hang
    hanged happend happening happily harass harassment hard harder hardly harm harmed harming hat hate hated haven headbutt headbutted
    headers heading heads health healthwatchdarlington hear hearsay heat heated heavily heavy hedge height held helped helpful helpline
    hereby heroin hesitant hid hide higher highest highly highway hindi hinge hint hired hires historic hitting hmcts hmpps hobby holiday
    homeless honest honestly honked hop hopefully hopes hoping horn horrible horse hospital host hostel hostile hot hotel hotline hotmail
    household housemate housing html https huge hull humberside hungry hunting hurting iaingould ice idas ideal identical identification
    identified identifies identify identity idiot idk illegal illness image imagine imessage immediate immigration imo impact implied
    important impression improve inappropriate inbound inbox inboxed inch inches include included including incoming incorrect increase
    increased increasing indecent independent india indian indicate indicated indictment indirect individual indoors infant inform
    informant informed informing injure injured injuries injury inner innit innocent innovation inquiry insist insisted insisting inspect
    inspection instance instruct instructed instruction insult insulted insulting intake integrity intelligence intend intended intent
    intention intentionally interdict interest interested interfering interflora interim internet interpret interpreter interrupted
    interval interviewer intimate intimidate intimidated intimidating intimidation intoxicated introduce invalid investigate investigated
    investigating invite invited involve involved involvement involving iom iopc ipad iphone ireland irish irresponsibility isle isolated
    italian itemid items itll jacket jail jailed jailer jealous jeans jersey jet jewellery join joined joint joking journey judged
    judgement judgment jump jumped jumper jumping junction junk jury justice justification justified justify key keyed keying keys kick
    killing kind kinds kiss kissed kissing kitchen knee knife knives knob knowing knowledge kurdish label lack ladder ladies laid land
    landed landing landlady landlord language lapse laptop large largely larger lass lasses lasted laugh laughed laughing launch laundry
    lawful lawfully laws lawyer lay laying lazy lead leader leading leaflet league lean leaning learn learning lecture led leeds leg legal
    legally legend legislation leicester lemme lend length lent lesson lessons letterbox level liaison library lidl lie lied light lighter
    limit limitation lined link linkedin lip liquid listen listening listing lit literally lithuanian liverpool livestream load loaded
    loan lobby local locally location lock locked locker locking locks locksmith lodge lodger loft logging login london lone lonely longer
    looked loose lorry lose losing loss lost louder loudly lounge lover lower lowest lucky luggage machete magistrate mags mailbox main
    mainly maintain making malicious managed management manager managing manchester mandarin manual mapp mappa marked marker market
    markings marriage married mask massive matac matched material mcdonalds mdt meal meanwhile measure media mediation medic medical
    medication meds meet meeting member memory mend mention mentioning mere merely mess messed messenger messy met metadata metal meters
    method metre midnight midwife mile mill mind minister minor mirror miserable misper misread mistaken misuse mit mitigating mitigation
    mix mixed mode model molest molesting money monitor monitored monitoring monzo mood moped mopi more morrisons mortgage most mostyn
    motion motive motor motorbike motorway mountain mouth movement mug muggy multiple muppet murder music mustnt mutilation mutual naked
    nan nandos narrow nasty national nationally native natural naughty navy nearby nearest nearly neat necessary necessity neck needing
    needless neednt neglect neighbourhood nephew nervous net netflix network neutral newborn newcastle newer newest newly newspaper
    newsroom nextdoor nfi niece nigeria nightclub nil nodded noise noisy nonmolestation nonsense noon noone nor normal normally northern
    nose noticed noticing notifiable notification notified notify nottingham nought nowhere nowt np nps npt nudge nuisance null numbered
    numpty nurse objective objectively objects obsessed obstruct obstructed obtain obtained obtaining obvious obvs occasion occasionally
    occupant occupied occupier occupy occur occurred occurrence occurring odd offended offender offensive offer offered offering office
    official officially offmgmt oic older oldest omg omw ongoing online onlyfans onwards opened opening operate operation operator opinion
    opportunity opposite oppression oppressive option oral orange ordered ordering ordinary org organisations organise organised original
    originally ought ourselves outbound outdoors outfit outgoing outlines outlook outright overall overdose overhear overheard overnight
    override overrides overseas oversight owe owed owes owned ownership owt pack package packed packing pages paid paint painted pair
    pakistan pakistani pal paladin panic panicked panicking pants para paragraph parallel paramedic parcel pardon parental parenting part
    parte partial partially particular particularly parties partly passenger passes passport path patience patient patrolling pattern
    pause pavement pay payday paying payment paypal pays pcc pcso pcsos pdfslide peaceful pedestrian peer pen pence pension pensioner
    perfect perfectly perform period perishable permanent permanently permission permit persist persistent persistently personal
    personally pester pestering pet petrol pha pharmacy phase photocopy photograph phrase physical physically picture piece pillock pilot
    pink pinned pint pipe pis pissed pitfalls place placed plain plan plane planned planning plant plastic platform play played playground
    playing playstation plea plead pleaded pleading pleased plenty plonker plumber plus plymouthscb pnb pocket poem point pointed pointing
    poke poked poland pole policeprofessional policing policy polish polite politely pool poor popped popping porch portal portuguese
    position positive poss possession postal poster postman potential potentially pounds pour poured powerappsportals ppu practicable
    practical practice pray pre precise predict predictions prefer preferred pregnancy pregnant premise prepare prepared presence
    presented presently press pressed pressing pressure presume presumed presumption pretend pretended pretending prevent prevented
    preventing prgloo prick pride primary principal print printed prior priority prison prisoner privacy privacyprotectgroup private
    privately prl proactive prob probabilities probation procedure proceed proceeding process processing prod produce produced product
    profile profit program progress prohibitions prohibits project prolong promise promised promising prompt proper properly properties
    proportionate proposal proposed prosecute prosecuted prosecution prosecutor protective proud proved proven provide provided provider
    providing provisions provoke provoked proxy psd psni ptp public publications publicly published pulled pulling punch punches punching
    punished punishment punjabi puppy purchase purely purple purpose purposely purse pursue pushchair putting pvp qualified qualifies
    quality quarter quashed queries queue quicker quickest quiet quietly radio rage rail railway raised raising range rank rape raped
    rapid rapidly rapport rare rarely rate rather reaching react reacted reaction readily ready real realise realised reality rear
    rearrange reasonably reassess reassurance reassure reassured rebook recall receipt receive receiver receiving recent recently
    reception recipient reckless reckon recognise recognised recommend recommended reconcile reconciled reconciling recordable recording
    recover recovered recovery red reddit redo reduce reduced reducing reducingtherisk reel refer referral referred referring refresh
    refuge refund refusal refuse refusing regard regina region registering regular regularly rehoused rejected relate relation
    relationship relative relax relaxed relay release relevant reliable relief relieved relocate relocated relocating rely remain remained
    remaining remark remedy remembered reminded remorse remove removed removing rent rental rented renting reoffend reopen repair repaired
    repeat repeated repeatedly repeating replace replaced replacement replied replies replying reporter represent representative req
    request requested requesting require required requirement rescue research resent reset reside resided residence resident residing
    resist resisted resolution resolve resolved resources respect respectful responded responder responding response responsibility
    responsible restaurant restrain restrained restricted restriction result resume retain retained retention retract retracted retracting
    retraction return reveal revealed revenge reverse reversed review reviewed reviewing ride riding ringtone rip ripped rise risen rising
    risky roadside robbed robbery rode role rollout romania romanian roof roommate rough roughly round route routine row rubber rude rugby
    ruin ruined rule rumour runner rushed russian sack sacked sad safeguard safeguarded safeguarding safely safer safety sainsburys sake
    sale saliva salon samsung sarc sarcastic sart satisfied save saved saving scam scar scare scared scaring scary scenario schedule
    scheme scissors scooter scope scotland scottish scran scrapped scratched scratches scream screamed screaming screen screenshot
    screenshotted screwdriver script scrote scruff scuffle seal sealing searched searches seat seatbelt seated secondary secondly secret
    secretly sectioned secure secured securengin security seek seemed seize seized seizing seizure seldom self selfish sell selling sender
    senior sense sensible sensitive sentencingcouncil separate separately sequence series seriously server session setting settle settled
    settling severe sex sexual sexually shaken shame share shared sharing sheet sheffield shelf shelter shining shirt shit shite shock
    shocked shoe shook shoot shoplifter shopping shortly shot shoulder shout shouts shove shoved shoving shower shown shy siblings sick
    side sight signal significant signing silence silent silly sim similar simple simply singing single sink sio sirens sit site sits size
    sjarticle sketch skin sky skype slagging slam slammed slamming slap slapped slapping slash slashed slashing sleep slept slight
    slightly slip slipped slow slowly slur smack smacked smart smash smashes smashing smell smelling smelt smile smiled smoke smoking
    smooth snapped snatched sneaked sneaking snitch snowing snuck soap sober socially society sod sofa soft software sol sold sole solely
    solicitorsjournal solve somali someplace someway somewhat sooner sought soul sound sounded source space spain spanish spare spat
    special specialist specific specifically specified speech speed spell spelled spelling spelt spend spending spent spice spill spit
    spitting split spoc spoil sport spotted spray sprayed spread squad squeeze stab stabbed stabbing stable stadium stage stairs stairwell
    stalked stalker stalks stamp starbucks stare stared staring state statue statute statutory steal stealing step stepdaughter stepfather
    stepmother stepmum stepped stepson sticking stmarysfamily stock stoke stole stomach stoned stones storage store stored stories
    straight straightaway stranger strangle strangled strangling strangulation strength stress stressed stressful stretch strict strike
    striking string strip strongly struck structure struggle struggled struggling student studio study stuff stunt style sub subjected
    submit submitted subsequent subsequently substance substituted sudden suddenly suffer suffered suffering sugar suggest suggested
    suggesting suicidal suicide suitable sum summarise summat summit summons sunderland sunlight super superintendent supermarket supplied
    supplies supply support supported supporting supportive suppose supposedly supt surely surface surgery surprise surprised surround
    surrounding survey survive survived suspicion suspicious swansea swapped swarb swear swearing swim swing switch switched switching
    swore sworn sympathy symptoms table tablet tackle tag tagging takeaway talked tall tap tape target targeted targeting task tasked
    taste tattoo taught tax taxed taxi tba tbc tbh teacher teaching tear technical techsafety teen teenage teenager teens teeth telegram
    telly temper temporarily temporary tenancy tenant tend term terrified terrifying terrorised test tested testing thanked theft therapy
    therefore theyd theyll thick thief thin thinking thirty thoroughly though thread threaten threshold threw throat throughout throwing
    thrown thumb thumped thx ticket tidy tie tied timescale tinder tintag tiny tip tired title toddler toerag tone tonnes tool toolkit
    tooth top topic torch tore torn tosser total totally touch touched touching tough tour toward towed towel town toys tpac trace traced
    track tracked tracker tracking trade trail trained trainers training tram translate translating translation translator transport trap
    trapped trash travel travelled travelling travelodge treat treated treating treatment trespass trespassing triable trial trick tricked
    tries trigger trinitychambers trip trivial trolley troubled trousers truck truly trust trusted tryna tsg tube turkish twat tweet
    tweeted twenty twin twisted twitch twitter txting ty typed typical typing tyre uber ugly ukpga ukrainian uksi ultimately umbrella umm
    unacceptable unannounced unanswered unasked unattractive unblock unblocked uncle unclear uncomfortable unconfirmed unconscious
    underneath understand understanding uneasy unexpected unexpectedly unfair unfortunately unfriended unhappy uni uninvited unique
    university unless unlikely unlock unlocked unmarked unnecessary unofficial unpleasant unreasonable unrelated unreported unsafe
    unsealed unserved unsuccessful unusual unverified unwanted unwell unwilling updating uploading upper ups upsetting upstairs upwards
    urdu urgently url usage useful user username usher using usual vacant vague valuable value vandalised vandalism vanish various vary
    vau vcop verbal verbally verdict verified verify version versus vic vicar victimless victimsupport vid video vids view viewed viewing
    vile village vinted violate violating violation virtually visible visibly vision visiting visitor vodka voicenote void volume
    voluntarily voluntary volunteer vomit vote voters vps vpu vulnerable wage waist waited waitrose waive waiver wake wakefield wakes
    waking wales walk walks wall wallet wander wandered wandering wanker wardrobe warm warning warns washed washing waste watched watches
    water wave waved waving weak wean weans wears web website wedding weed weeding weeds weekday weekly weigh weight weird welcome welsh
    wet wetherspoons wheel whenever whereabouts whereas wherever while whilst whispering whistle whole whoops wide wider willing win wind
    window windscreen wine wing wink winner wipe wiped wire wish withdraw withdrawn withhold witnessed witnesses witnessing woke woken
    wolverhampton women womensaid wondering wooden wording worker working worn worries worry worrying worship worst worthwhile wound
    wounded wrap wrapped wreck wrecked wrist writing written wrongful wrongly wrote wtf www wyppnldlive xbox yard yell yelled yelling
    yellow york youd youll younger youngest youth youtube yr yrs yup zero zone zoom zoomlaw
"""
EVERYDAY = frozenset(_WORDS.split())
