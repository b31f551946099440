"""Made-up orders as a lawyer of the trade words them, written by hand and apart from the demonstration's own layouts."""

COUNSELS = """\
In the Family Court sitting at Ambermere                           Case No: AM26F00123
The Family Law Act 1996

                       NON-MOLESTATION ORDER

Before District Judge Pemberton sitting in private at the Family Court on 3 March 2026

The Applicant     Jane Marlow
The Respondent    John Smith

IMPORTANT NOTICE TO THE RESPONDENT, JOHN SMITH of 14 Larkfield Row
This order gives you instructions which you must follow. You should read it all carefully. If you do not understand anything in this order
you should go to a solicitor. You have a right to apply to the court to change or cancel the order.

WARNING: IF, WITHOUT REASONABLE EXCUSE, YOU DO ANYTHING WHICH YOU ARE FORBIDDEN FROM DOING BY THIS ORDER, YOU WILL BE COMMITTING A
CRIMINAL OFFENCE AND LIABLE ON CONVICTION TO A TERM OF IMPRISONMENT NOT EXCEEDING FIVE YEARS OR TO A FINE OR BOTH.

Recitals
1. This order was made at a hearing without notice to the respondent. The reason why was as set out in the statement.
2. The judge read the following documents: statement of Jane Marlow dated 28 February 2026.

IT IS ORDERED THAT:
3. The respondent, John Smith, must not use or threaten violence against the applicant, Jane Marlow, and must not
instruct, encourage or in any way suggest that any other person should do so.
4. The respondent, John Smith, must not intimidate, harass or pester the applicant.
5. The respondent must not go to, enter or attempt to enter 3 Cobbler's Yard, Ambermere
(shown on the plan) or any road within 100 metres of it, except that the respondent may:
   a. attend the family court;
   b. collect his belongings with a police officer.
6. Paragraphs 3 to 5 of this order shall be effective and shall remain in force until 23:59 on 2 March 2027, unless
before then it is revoked by an order of the court.
7. The court will reconsider the application and whether the order should continue at a further hearing at the
Family Court at Ambermere on 24 March 2026 at 10.30am. Time estimate 30 minutes.
8. There be no order as to costs.

Dated 3 March 2026
"""
FORM = """\
FL404a
Order   Non-molestation order
In the    Family Court at Wenfold
Case Number    1712345678901234
Ref.
Applicant  Jane Marlow
Respondent  John Smith
(1) On the day of 12/03/2026 the court considered an application for an order by Jane Marlow (the Applicant).
(2) The court ordered that John Smith (the Respondent):
(3) is forbidden to use or threaten violence against the Applicant Jane Marlow [and must not instruct, encourage or in any way suggest that any other person should do so]
(4) is forbidden to intimidate, harass or pester the Applicant.
(5) This order shall last until 12/03/2027.
Notice of further hearing
The court will re-consider the application and whether the order should continue at a further hearing
at   Family Court at Wenfold
on   24/03/2026    at   10:00 o'clock
If you do not attend at the time shown the court may make an order in your absence.
"""
WITH_CLAUSES = """\
IN THE FAMILY COURT AT CASTLEBECK
Case No. CB26F00017
BETWEEN
JANE MARLOW                       Applicant
- and -
JOHN SMITH                        Respondent

UPON hearing counsel for the applicant and the respondent appearing in person
AND UPON the court making this order on notice
IT IS ORDERED THAT

Prohibitions
1. Until 4pm on Friday 5th March 2027 the Respondent shall not, whether by himself or by instructing, encouraging or suggesting any other person should do so:
1.1 use or threaten violence against the Applicant;
1.2 communicate with the Applicant save through solicitors;
1.3 come within 100m of the Applicant's home.
2. The Respondent is prohibited from contacting the children except in accordance with an order of the Family Court.

Review
3. This matter be listed for a return hearing before a District Judge at Castlebeck on 19 March 2026 at 2pm.
4. Liberty to apply on 48 hours' notice.

Made this 5th day of March 2026
"""
ROWS = """\
Family Court at Ambermere                       FL404A
NON-MOLESTATION ORDER
Case number                   1712345678901234
Applicant's name              Jane Marlow
Respondent's name             John Smith
Date order made               12 March 2026
Made without notice?          Yes
Hearing date                  2 April 2026
Hearing time                  10:00am
Hearing venue                 Family Court at Ambermere

The respondent must not:
1    use or threaten violence against Jane Marlow
2    harass, pester or intimidate Jane Marlow
3    go within 100 metres of 3 Cobbler's Yard, Ambermere
     except to collect children under an order of the court

Duration
This order ends on               12 March 2027 at 11:59pm
Power of arrest                  Not applicable
"""
TWO_LANGUAGES = """\
Yn y Llys Teulu / In the Family Court at Castlebeck
Rhif yr achos / Case no: 1712345678901234
Ceisydd / Applicant: Jane Marlow
Atebydd / Respondent: John Smith
GORCHYMYN PEIDIO AG YMYRRYD / NON-MOLESTATION ORDER
Gwnaed y gorchymyn hwn ar 3 Mawrth 2026 / This order was made on 3 March 2026
Mae'r llys yn gorchymyn / The court orders
1. Rhaid i'r atebydd beidio â defnyddio trais yn erbyn y ceisydd.
   The respondent must not use violence against the applicant.
2. Rhaid i'r atebydd beidio ag aflonyddu ar y ceisydd.
   The respondent must not harass the applicant.
Bydd y gorchymyn hwn yn parhau hyd 3 Mawrth 2027 am 16:00.
This order will continue until 3 March 2027 at 16:00.
"""
BY_CONSENT = """\
IN THE FAMILY COURT
SITTING AT WENFOLD
Case Number: WF26F00009
Between:
Jane Marlow (Applicant)
and
John Smith (Respondent)
ORDER MADE BY HER HONOUR JUDGE PIKE ON 3RD MARCH 2026 SITTING IN PUBLIC
UPON the court being satisfied that the respondent was given notice of the hearing
IT IS ORDERED (BY CONSENT) THAT
1) The respondent, John Smith, be forbidden, until further order, from:
   i) molesting the applicant;
   ii) entering the area shaded on the plan;
2) The respondent is forbidden from contacting the applicant by any means.
   This paragraph does not prevent contact through solicitors.
3) There is a penal notice attached to this order.
Dated: 3rd March 2026
"""
PLAIN_ENGLISH = """\
Non-Molestation Order
Court: Family Court at Ambermere
Case reference: 1712345678901234
Parties
Applicant:  Ms Jane MARLOW
Respondent: Mr John SMITH (born 12/03/1985)
This is an order made on Wednesday, 4th of March 2026, at a hearing of which the respondent had no notice.
The order lasts from 4 March 2026 to 4 September 2026 (23:59).
The next hearing is on Tuesday 24/03/2026 at 2.15pm in Court 3, Family Court at Ambermere.
What you must not do
Condition 1 - You must not use or threaten violence towards Jane Marlow.
Condition 2 - You must not contact Jane Marlow in any way, including by social media, unless through a solicitor.
Condition 3 - You must not go to 3 Cobbler's Yard or be within 50 metres of it.
What happens if you break this order
Breaking this order without a reasonable excuse is a criminal offence.
"""
DECIMAL = """\
In the Family Court at Wenfold
No: 1712345678901234
THE APPLICANT: JANE MARLOW
THE RESPONDENT: JOHN SMITH
1 Introduction
1.1 This order was made on 5 May 2026 following a hearing without notice.
2 Prohibitions
2.1 The respondent shall not assault the applicant.
2.2 The respondent shall not come within 100 metres of the applicant's
home.
2.3 The respondent shall not encourage another to do so.
3 Duration
3.1 This order shall expire at 23.59 on 5 May 2027.
4 Return date
4.1 The matter will be reviewed at 10 a.m. on 26 May 2026 at the Family Court at Wenfold.
"""
