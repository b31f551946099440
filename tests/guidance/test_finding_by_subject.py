"""Officers' own words for each subject of the orders and of their breach, and the page that must answer first."""

from datetime import date

import pytest

from guidance.library import Library, load

TODAY = date(2026, 11, 22)

ASKED = {
    "back-together": [
        "theyre living together again and theres an nmo",
        "couple have reconciled does the nmo still count",
        "shes taken him back",
    ],
    "bail-and-the-nmo": [
        "how many months is first bail",
        "does he need bail conditions if theres an nmo",
        "he broke his bail conditions is it an offence",
    ],
    "chance-meeting": [
        "they bumped into each other in asda",
        "he was just walking past her road",
        "both at same party is that a breach",
    ],
    "charging": [
        "who charges nmo breach",
        "he coughed to it in interview can we charge without cps",
        "can custody sgt charge da breach",
    ],
    "child-contact-and-belongings": [
        "he went round to get his clothes",
        "says he was only picking up the kids",
        "collecting his stuff is that ok",
    ],
    "child-witnesses": [
        "child saw the whole thing do i get a statement",
        "should i speak to the kids about what they saw",
        "statement from a child witness",
    ],
    "children-and-the-order": [
        "does the nmo protect the children too",
        "he went into her sons school",
        "is the school covered by the nmo",
    ],
    "combined-orders": [
        "order has nmo and occupation terms which bit can i arrest for",
        "occ order and nmo in one document",
        "mixed nmo and occupation order",
    ],
    "common-mistakes": [
        "what do cops usually get wrong with nmos",
    ],
    "contempt-or-crime": [
        "can she do contempt and us charge as well",
        "judge jailed him for contempt can we still charge",
        "contempt proceedings already happened",
    ],
    "court-forms": [
        "what is a FL404B form",
        "what form number is an nmo application",
        "which form is the application for nmo",
    ],
    "crime-recording": [
        "what do i crime an nmo breach as",
        "home office class for nmo breach",
        "is it one crime or several for lots of texts",
    ],
    "evidence": [
        "what should i grab first at the scene",
        "how do i get the 999 recording",
        "should i get the cctv now",
    ],
    "evidence-checklist": [
        "what do i need for a breach file",
        "list of evidence to gather for nmo breach",
        "what evidence do i need to collect",
    ],
    "expired-or-not-yet-made": [
        "nmo ran out last week and hes texted her",
        "is it a breach if it happened the day before the order was made",
        "order discharged in march can i charge breach from february",
    ],
    "failed-or-evaded-service": [
        "he keeps avoiding the process server",
        "bailiff couldnt find him to serve it",
        "server tried 3 times no answer",
    ],
    "harassment-terms": [
        "is calling her names harassment under the order",
        "definition of molestation",
        "what is harassment for an nmo",
    ],
    "how-long-an-nmo-lasts": [
        "whats the max length of a non mol",
        "no expiry date on the order is it still live",
        "how many months does an nmo run for",
    ],
    "let-him-in": [
        "she asked him to come round",
        "victim says she consents to him being there",
        "can she be arrested for contacting him",
    ],
    "likes-and-posts": [
        "he reacted to her instagram story",
        "he put a post about her on facebook",
        "sent her a follow request",
    ],
    "messages-and-screenshots": [
        "victim only has screenshots of the texts",
        "do i need to seize her phone or will photos of messages do",
        "victim has deleted the texts",
    ],
    "minor-contact": [
        "he just sent one text saying happy xmas",
        "its only a single whatsapp is it worth it",
        "sent her flowers",
    ],
    "mistaken-identity": [
        "is he definitely the right person on the order",
        "no dob on the order how do i know its him",
        "dob doesnt match the order",
    ],
    "never-an-order-instead": [
        "can i just advise her to see a solicitor and close it",
        "how does she go about applying for a non mol",
    ],
    "no-statement": [
        "victim refusing to engage can we prosecute",
        "she wont give a statement",
        "she has withdrawn her statement",
    ],
    "not-served": [
        "he hasnt been served can i nick him",
        "does service matter for the offence",
        "brief says no offence as not personally served",
    ],
    "on-notice-orders": [
        "order was made with both of them at court on notice, do i prove awareness",
        "does 42A(2) apply if it was made on notice",
        "do we need awareness for an on notice nmo",
    ],
    "online-and-third-party": [
        "can he contact her through solicitors",
        "he emailed her about the divorce papers",
        "email to her solicitor allowed?",
    ],
    "points-to-prove": [
        "points to prove nmo",
        "what are the elements of s42a",
        "ptp for s42a",
    ],
    "positive-action": [
        "inspector says no need to arrest just advise",
        "do i have to nick him every time",
        "not arresting do i need a rationale",
    ],
    "power-of-entry": [
        "can i boot the door in to arrest him for breach",
        "s17 pace for nmo breach",
        "power to search the house after nmo arrest",
    ],
    "power-to-arrest": [
        "what power of arrest for nmo breach",
        "is there a power of arrest on a non mol",
        "can i arrest without warrant for breaching an nmo",
    ],
    "proof-of-awareness": [
        "what proves he knew about the order",
        "officer told him about the order on bwv last month is that good enough",
        "does he need to know the exact terms",
    ],
    "reasonable-excuse": [
        "is it down to him to prove his excuse",
        "whats the defence for breach of nmo",
        "burden of proof reasonable excuse",
    ],
    "related-offences": [
        "anything else i should consider besides the breach",
        "is this stalking as well",
        "he threatened her to drop the charges",
    ],
    "restraining-order-request": [
        "what do we send cps for a restraining order",
        "how do i request a restraining order",
        "what does cps need from us for a restraining order",
    ],
    "sentencing": [
        "whats the max for breaching a non mol",
        "how much can magistrates give for nmo breach",
        "sentencing guideline breach of protective order",
    ],
    "statement-of-service": [
        "cant find a certificate of service",
        "does the court send us the proof of service",
        "is there a certificate that says he was served",
    ],
    "suspect-account": [
        "what should i ask him in interview",
        "interview plan nmo breach",
    ],
    "telling-the-respondent": [
        "im with the respondent how do i tell him about the order",
        "can i read him the order at the door",
        "can we inform him of the order ourselves",
    ],
    "through-family-and-friends": [
        "he got his mum to text her",
        "third party contact is it a breach",
        "his mate keeps giving her messages from him",
    ],
    "time-limits": [
        "breach happened 9 months ago is it too late to charge",
        "is there a 6 month limit for nmo breach",
        "time limit for prosecution of breach",
    ],
    "victims-views-on-bail": [
        "do we need to ask victim before we bail him",
        "bail conditions being changed does the victim get a say",
        "do i need victims view on bail conditions",
    ],
    "welsh-copies": [
        "got the order but its all in welsh",
    ],
    "what-is-an-nmo": [
        "explain what a non mol actually is",
        "what does non mol mean",
    ],
    "victim-moves": ["does the order work outside our county"],
    "what-the-order-can-forbid": [
        "what sort of things can a non mol ban him from",
        "how near is he allowed to her house",
    ],
    "what-to-record": [
        "what needs to go in the crime report",
        "what do i need to record",
        "what to put in the report for a breach",
    ],
    "which-version-counts": [
        "order was amended after the offence which one do i use",
        "he didnt know about the new condition added on variation",
        "varied order which terms apply",
    ],
    "who-can-get-an-nmo": [
        "can my victim's cousin get one against her",
        "are work colleagues covered by nmo law",
        "can flatmates get a non mol",
    ],
    "who-serves-the-order": [
        "whose job is serving the order",
        "can i as a bobby serve the nmo",
        "is she allowed to serve him with the order",
    ],
    "whose-account": [
        "messages from an unknown number how do i link to him",
        "he says he was hacked",
        "burner phone how do i show its his",
    ],
    "without-notice-orders": [
        "when do they have to go back to court after an ex parte non mol",
        "what does the judge consider for without notice",
        "can we act on an ex parte order before the return date",
    ],
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize(("page", "question"), [(page, question) for page, questions in ASKED.items() for question in questions])
def test_a_question_on_a_subject_finds_the_page_of_that_subject(library: Library, page: str, question: str) -> None:
    assert library.answer(question, TODAY).page == page
