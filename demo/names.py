"""Ordinary names in the mix of an English city; nobody in particular."""

from random import Random

_BRITISH = (
    (
        "John James David Michael Robert Paul Mark Andrew Lee Darren Craig Gary Stephen Ryan Liam Callum Jack Thomas Daniel Connor Kyle Aaron Scott "
        "Sarah Emma Claire Louise Gemma Kelly Stacey Rebecca Hannah Chloe Jade Lauren Amy Laura Rachel Nicola Donna Karen Tracey Jane Megan Beth Zoë"
    ),
    (
        "Smith Jones Taylor Brown Williams Wilson Davies Evans Thomas Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood "
        "Harris Lewis Martin Jackson Clarke Turner Hill Cooper Ward Morris Moore Baker Bennett Marlow Pike Tanner Holt Dawson Marsh Bramley"
    ),
)
_SOUTH_ASIAN = (
    "Mohammed Imran Asif Bilal Hamza Usman Tariq Sunil Rajesh Harpreet Gurpreet Amit Priya Aisha Fatima Sana Nadia Zainab Simran Kiran Anjali Meera",
    "Khan Ahmed Hussain Ali Begum Patel Singh Kaur Shah Malik Iqbal Mahmood Akhtar Sharma Mistry Chowdhury Rahman Bibi",
)
_POLISH = (
    "Piotr Krzysztof Tomasz Paweł Michał Łukasz Marcin Kamil Anna Katarzyna Agnieszka Małgorzata Joanna Magdalena Zofia",
    "Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Dąbrowski Kozłowski Jankowska Mazur",
)
_ARABIC = (
    "Yusuf Omar Khalid Hassan Karim Mustafa Abdullah Samir Layla Noor Yasmin Amira Hana Salma Rania",
    "Al-Rashid Haddad Mansour Nasser El-Sayed Abdullahi Farah Saleh Hamdan Aziz Bakr Al-Amin",
)
_IRISH = (
    "Sean Patrick Declan Ciarán Brendan Niamh Siobhán Aoife Róisín Bridget",
    "O'Brien O'Neill O'Connor D'Arcy Murphy Kelly Byrne McCarthy O'Shea Gallagher",
)
_GROUPS = ((_BRITISH, 70), (_SOUTH_ASIAN, 12), (_POLISH, 6), (_ARABIC, 5), (_IRISH, 7))
_POOLS = [(first.split(), last.split()) for (first, last), _ in _GROUPS]
_WEIGHTS = [weight for _, weight in _GROUPS]


def made_up_name(random: Random) -> tuple[str, str]:
    """Forenames and surname; some with a middle name, some double-barrelled, a very few with one name only."""
    forenames, surnames = random.choices(_POOLS, _WEIGHTS)[0]
    forename, surname, luck = random.choice(forenames), random.choice(surnames), random.random()
    if luck < 0.12:
        return f"{forename} {random.choice(forenames)}", surname
    if luck < 0.16:
        return forename, f"{surname}-{random.choice(surnames)}"
    return ("", forename) if luck > 0.995 else (forename, surname)
