"""Words that several signs share, each part of a larger pattern."""

ORDER = r"(?:orders?|nmos?|non[ -]?mol\w*|injunctions?)"
HE = r"(?:he|respondent|hes|ex|partner|husband|boyfriend|suspect|dad|father|they)"
HER = r"(?:her|victim|applicant|she|them|protected person)"
DONE = r"(?:(?:has|have|had|is|was|been|just|again|now|then|also|still|keeps|kept|already) )*"
