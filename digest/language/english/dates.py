"""English temporal expressions: how a date is said, what it means, and an example of each.

Someone who wants a new expression adds one line. Of the rules that match at one place the first
row wins, so a longer expression stands before a shorter one.
"""
# A row is one line, however long.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from digest.language.date_rules import DateRules, Rule
from digest.language.english.date_cues import CUES
from digest.language.english.date_words import PIECES


def _after(words: str) -> str:
    """One of the words stands before, outside the expression."""
    both = [form for word in words.split() for form in (word, word.capitalize())]
    return "(?:" + "|".join(rf"(?<=\b{form}\s)" for form in both) + ")"


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\b{word}\s)" for word in words.split())


EDGE = "(?:{edge}(?: |-))?"
ABOUT = "(?:{about} )?"
THE = "(?:the )?"
TO = "(?: ?[-–] ?| to | through )"
YEAR = "(?:,? {year}(?: {era})?)?"
DAY_NAME = "(?:(?:{weekday}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun),? (?:the )?)?"
AT = "(?:,? {zone})?,?(?: on)? "
THAT = "(?:that|the same|that same|this same)"
WHEN = _after("in of since by until till from before after for during between through throughout to and or around on over last next this early late mid as that")
CLEAR = r"(?<![-–$£€#.,/:+\d])"
YEAR_CLEAR = rf"(?<!\d\s)(?:{CLEAR}|(?<=[12]\d\d\d[-–]))" + _not_after("some about around over nearly almost than least approximately roughly only No. Flight Route Section Windows Office Room Boeing Model Resolution Directive Regulation Highway Suite Type Class Runner Peugeot Mazda")
# A number before these counts them, and is no year.
COUNTED = r"(?!-\w{0,3}[^\W\d]|-\d(?!\d)|-\d{3}(?!\d)|\s?(?:%|°|²)| (?:people|men|women|children|troops|soldiers|workers|jobs|employees|members|students|deaths|cases|points|votes|seats|miles|km|kilometres|kilometers|metres|meters|m|feet|ft|pounds|tons|tonnes|dollars|euros|rupees|homes|houses|civilians|prisoners|others|hours|hrs|UTC|GMT|percent|per|million|billion|barrels|acres|times|years|days|weeks|months|victims|refugees|police|officers|flights|words|pages|of)(?!\w))"
NOT_AGE = "(?! ?-?old)(?!s? of age)"
KIND = "(?:(?:consecutive|straight|successive|full|more|other|long|whole|solid|additional|calendar|trading|working|business|school|further|final|bloody|remaining) )?"
NO_NAME = "(?! (?:Times|Telegraph|Mirror|Express|Herald|Mail|Post|Star|Tribune|Agreement|Prayers))"
NAMED_DAYS = _not_after("Black Good Bloody Super Ash Sheffield Palm Man Ruby Freaky Cyber Fat Giving")
STAMP = "(?:,|;| -| –| \\|)?(?: at| around)? "
TIMED = "{clock}(?:,? {zone})?"
NUMBERED = THE + "(?:fiscal )?{quarter}(?: |-)quarter"

RULES = (
    # Times of day, with their day where it is told.
    Rule("{clock}" + AT + EDGE + "{weekday}(?!s)", "weekday", "They met at [9 a.m. EST Monday].", "TIME 2020-07-13T09:00"),
    Rule("{clock}" + AT + "{month} {day}" + YEAR, "full_date", "It began at [5:34 a.m. on March 20, 2003].", "TIME 2003-03-20T05:34"),
    Rule("{clock}" + AT + "{day} {month}" + YEAR, "full_date", "It began at [06:00 GMT on 3 June].", "TIME 2020-06-03T06:00Z"),
    Rule("{clock}" + AT + "{relative}", "relative_day", "He spoke at [16:00 UTC today].", "TIME 2020-07-15T16:00Z"),
    Rule(DAY_NAME + "{month} {day}" + YEAR + STAMP + TIMED, "full_date", "It went out on [July 13, 2020; 6:58 am EDT].", "TIME 2020-07-13T06:58"),
    Rule(DAY_NAME + "{day} {month}" + YEAR + STAMP + TIMED, "full_date", "It went out on [Monday 13 July 2020 15.16 BST].", "TIME 2020-07-13T15:16"),
    Rule("{weekday},?(?: at| around)? " + TIMED, "weekday", "They met on [Monday at 5 p.m.].", "TIME 2020-07-13T17:00"),
    Rule("{relative},?(?: at| around)? " + TIMED, "relative_day", "They met [yesterday at 5 p.m.].", "TIME 2020-07-14T17:00"),
    Rule("{clock:oclock}(?:,? {zone})?", "the_day", "The doors shut at [five o'clock].", "TIME 2020-07-15T05:00"),
    Rule("(?:{about} )(?=\\d|noon|mid)" + TIMED, "the_day", "The doors shut at [around noon].", "TIME 2020-07-15T12:00 APPROX"),
    Rule("(?:(?=\\d)|" + _after("at by before until till from after around since to of near past") + ")" + TIMED, "the_day", "The doors shut at [noon].", "TIME 2020-07-15T12:00"),
    Rule(_after("at by around before until after from between") + "{clock:hhmm}", "the_day", "Voting ends at [18:30].", "TIME 2020-07-15T18:30"),

    # Parts of a day.
    Rule(EDGE + THE + "{part} of " + DAY_NAME + "{month} {day}" + YEAR, "full_date", "It broke out on [the night of May 13].", "TIME 2020-05-13TNI"),
    Rule(EDGE + THE + "{part} of {day} {month}" + YEAR, "full_date", "It was [the morning of 31 January 1965].", "TIME 1965-01-31TMO"),
    Rule(EDGE + THE + "{part} (?:of|on) {weekday}", "weekday", "He left on [the evening of Monday].", "TIME 2020-07-13TEV"),
    Rule(EDGE + "{weekday} {part}", "weekday", "They met [early Monday morning].", "TIME 2020-07-13TMO START"),
    Rule(EDGE + "this {part}", "relative_day", "It was announced [this morning].", "TIME 2020-07-15TMO"),
    Rule(EDGE + "{relative} {part}", "relative_day", "It rained [yesterday evening].", "TIME 2020-07-14TEV"),
    Rule(EDGE + "last {part}", "last_night", "It snowed [last night].", "TIME 2020-07-14TNI"),
    Rule("tonight", "tonight", "It opens [tonight].", "TIME 2020-07-15TNI", "tonight"),
    Rule(EDGE + THAT + " {part}", "the_day", "It landed [that afternoon].", "TIME 2020-07-15TAF"),
    Rule(EDGE + "the {shift} {part}", "the_day", "He died [early the next morning].", "TIME 2020-07-16TMO START"),
    Rule("the {part} before(?=[.,;:]|$)", "part_before", "They had met [the evening before].", "TIME 2020-07-14TEV"),
    Rule(_after("in during throughout on") + "the {part}(?! of| from| before|s|-)", "the_day", "It closed in [the evening].", "TIME 2020-07-15TEV"),
    Rule("{part}(?= (?:trading|trade))", "the_day", "It rose in [morning] trading.", "TIME 2020-07-15TMO"),
    Rule("(?:every|each) {part}", "every_part", "They pray [every morning].", "SET XXXX-XX-XXTMO"),

    # Days of a month.
    Rule("{year}-{month:mm}-{day:dd} {clock:hhmm}", "full_date", "It is dated [2019-12-31 13:14].", "TIME 2019-12-31T13:14"),
    Rule("{year}-{month:mm}-{day:dd}", "full_date", "It is dated [2019-12-31].", "DATE 2019-12-31"),
    Rule(CLEAR + "{first:day}/{second:day}/{year}", "numeric_date", "It is dated [31/12/2019].", "DATE 2019-12-31"),
    Rule(CLEAR + _not_after("Version version v.") + r"{day:dd}\.{month:mm}\.{year}", "full_date", "It is dated [31.12.2019].", "DATE 2019-12-31"),
    Rule("(?:Sept(?:ember|.) 11(?= (?:attacks|terror))|9/11)", "fixed", "It was built after [9/11].", "DATE 2001-09-11", "9/11 Sept Sept. September", value="2001-09-11"),
    Rule("{month} {day}" + TO + "{until:day}" + YEAR, "date_range", "It will run from [August 3 to 7].", "DATE 2020-08-03/2020-08-07"),
    Rule(CLEAR + THE + "{day}" + TO + THE + "{until:day}(?: of)? {month}" + YEAR, "date_range", "It ran from [3-7 June 2019].", "DATE 2019-06-03/2019-06-07"),
    Rule("{month} {day},?(?: of| in)? " + THAT + " year", "named_year", "It fell on [July 25 of that year].", "DATE 2020-07-25"),
    Rule("{day}(?: of)? {month},?(?: of| in)? " + THAT + " year", "named_year", "It fell on [25 July of the same year].", "DATE 2020-07-25"),
    Rule("{month} {day},?(?: of)? {which} year", "related_year", "It fell on [June 3 last year].", "DATE 2019-06-03"),
    Rule("{day}(?: of)? {month},?(?: of)? {which} year", "related_year", "It fell on [3 June last year].", "DATE 2019-06-03"),
    Rule(_after("ended ending") + "{month} {day}(?!" + YEAR + "(?<=\\d{4}))", "past_date", "It told of the period ended [July 20].", "DATE 2019-07-20"),
    Rule("last {month} {day}", "past_date", "It began [last July 20].", "DATE 2019-07-20"),
    Rule(DAY_NAME + EDGE + _not_after("Long") + "{month} (?:the )?{day}(?!-?{unit})" + YEAR, "full_date", "He left on [Sunday, July 12].", "DATE 2020-07-12"),
    Rule(DAY_NAME + CLEAR + THE + "{day}(?: of)? {month}" + YEAR, "full_date", "He left on [12 July 2009].", "DATE 2009-07-12"),

    # Days of the week.
    Rule("(?:every|each) {weekday}(?: {part})?", "every_weekday", "They meet [every Monday].", "SET XXXX-WXX-1"),
    Rule("{weekday:weekdays}", "every_weekday", "It is closed on [Mondays].", "SET XXXX-WXX-1"),
    Rule("{weekday},?(?: of)? {which} week", "weekday_of_week", "They left on [Tuesday last week].", "DATE 2020-07-07"),
    Rule(EDGE + "{which} {weekday}(?!,? {month})(?: {part})?", "related_weekday", "They met [last Wednesday].", "DATE 2020-07-08"),
    Rule("(?:earlier |later |{edge}(?: on)? )?" + NAMED_DAYS + "{weekday}" + NO_NAME, "weekday", "The talks will resume on [Friday].", "DATE 2020-07-17"),
    Rule("the day before yesterday", "two_days_ago", "They met [the day before yesterday].", "DATE 2020-07-13", "yesterday"),
    Rule("the day after tomorrow", "in_two_days", "They meet [the day after tomorrow].", "DATE 2020-07-17", "tomorrow"),
    Rule(_not_after("USA Usa") + "(?:earlier |later |{edge} )?{relative}(?![’']s (?:Headlines|Zaman)| (?:programme|program|show)(?!\\w))", "relative_day", "The ship sails [tomorrow].", "DATE 2020-07-16"),

    # Holidays.
    Rule("{holiday},?(?: of| in)? {year}", "holiday", "They met at [Christmas 1963].", "DATE 1963-12-25"),
    Rule("{which} {holiday}", "holiday", "They met [last Easter].", "DATE 2019-04-21"),
    Rule("{holiday}(?! (?:Islands?|Carol)(?!\\w))", "holiday", "They won on [Memorial Day].", "DATE 2020-05-25"),

    # Months.
    Rule(EDGE + "{month},?(?: of)? {year}(?: {era})?", "month", "It ended in [late May 1944].", "DATE 1944-05 END"),
    Rule("{month},? {ancient} {era}", "month", "It ended in [April 480 BC].", "DATE BC0480-04"),
    Rule("{month},?(?: of| in)? " + THAT + " year", "named_year", "He died in [August of that year].", "DATE 2020-08"),
    Rule(EDGE + "{month},?(?: of)? {which} year", "related_year", "It fell in [January last year].", "DATE 2019-01"),
    Rule(EDGE + "{which} {month}(?!\\.? \\d)", "related_month", "It fell [last July].", "DATE 2019-07"),
    Rule("{edge}(?: |-){month}", "month", "It began in [early May].", "DATE 2020-05 START"),
    Rule("(?=Ma)" + WHEN + "{month}", "month", "It has been shut since [March].", "DATE 2020-03"),
    Rule(_after("by of from") + "{month:full}(?! [A-Z])", "month", "It was shut from [June] on.", "DATE 2020-06"),
    Rule(_after("in since until during") + "{month:full}", "month", "It was shut in [June].", "DATE 2020-06"),
    Rule("{month:full}(?! [A-Z])", "month", "The [November] vote was close.", "DATE 2019-11"),

    # Quarters, halves and seasons.
    Rule(THE + "{which} year['’]s {quarter}(?: |-)quarter", "quarter", "Sales fell in [last year's first quarter].", "DATE 2019-Q1", "quarter"),
    Rule("(?:fiscal )?{year}(?:['’]s)? {quarter}(?: |-)quarter", "quarter", "It lost money in [fiscal 2019's second quarter].", "DATE 2019-Q2", "quarter"),
    Rule("the (?:last|final) quarter of {year}", "last_quarter", "It lost money in [the last quarter of 2019].", "DATE 2019-Q4", "quarter"),
    Rule(NUMBERED + "(?: of|,)? {which} year", "quarter", "It lost money in [the third quarter of last year].", "DATE 2019-Q3", "quarter"),
    Rule(NUMBERED + "(?: of|,)? {year}", "quarter", "It lost money in [the third quarter of 2009].", "DATE 2009-Q3", "quarter"),
    Rule(NUMBERED + "(?: of the year)?", "quarter", "It lost money in [the third quarter].", "DATE 2020-Q3", "quarter"),
    Rule("{q}(?:(?: of|,)? {year})?", "quarter", "It lost money in [Q3 2009].", "DATE 2009-Q3"),
    Rule("the {half} half of {which} year", "half", "It was sold in [the first half of this year].", "DATE 2020-H1", "half"),
    Rule("the {half} half of(?: the year)? {year}", "half", "It was sold in [the latter half of 2008].", "DATE 2008-H2", "half"),
    Rule("{half}-half(?= (?:net|profit|profits|sales|revenue|revenues|earnings|loss|losses|results|income|pretax))", "half", "Its [first-half] profit fell.", "DATE 2020-H1", "half"),
    Rule("the {half} half of the year", "half", "It was sold in [the first half of the year].", "DATE 2020-H1", "half"),
    Rule(EDGE + THE + "{season}(?: of|,)? {year}", "season", "It was [the summer of 1955].", "DATE 1955-SU"),
    Rule(EDGE + THE + "{season}(?: of|,)? {ancient} {era}", "season", "It was [the summer of 480 BC].", "DATE BC0480-SU"),
    Rule(EDGE + "{which} {season}", "season", "It opened [last autumn].", "DATE 2019-FA"),
    Rule(_not_after("Arab Prague Silver Palm Hot Coral") + EDGE + THE + "{season:sure}(?! (?:Statement|Springs|Palace|camp|school|house|water|roll|onion|Olympic|Olympics|Games))", "season", "It opened in [the spring].", "DATE 2020-SP"),
    Rule(_after("in by during since") + "(?:the )?{season:autumn}(?! of)", "season", "It opened in [the fall].", "DATE 2019-FA"),

    # News of a company's results.
    Rule("the (?:year-ago|year-earlier|prior-year) {period:same}", "year_ago_quarter", "Last quarter's profit beat that of [the year-ago period].", "DATE 2019-Q2", "ago earlier prior", earnings=True),
    Rule("a year (?:earlier|ago|before)", "year_ago_quarter", "Profit in the second quarter beat that of [a year earlier].", "DATE 2019-Q2", "year", earnings=True),
    Rule("the (?:latest |most recent |just-ended )?(?:quarter|period)(?! of)", "latest_quarter", "Profit fell in [the latest quarter].", "DATE 2020-Q2", "quarter period", earnings=True),
    Rule("the year (?:ended|ending)", "fixed_duration", "Profit fell in a quarter of [the year ended] in March.", "DURATION P1Y", "year", earnings=True, value="P1Y"),

    # Spans that reach to or from now, and units beside the one last named.
    Rule("(?:(?:the|these|his|her|its|their|our) )?(?:past|last|next|first|previous|coming|final|preceding|following) " + ABOUT + "{number} " + KIND + "{unit}" + NOT_AGE, "duration", "It fell over [the past nine days].", "DURATION P9D"),
    Rule("(?:the|these|his|her|its|their|our) {number} (?:past|last|next|previous|coming|preceding|following) {unit}", "duration", "It fell over [the two previous years].", "DURATION P2Y"),
    Rule("the (?:past|coming) {unit:singular}", "duration", "It grew in [the past decade].", "DURATION P10Y"),
    Rule(_after("over through throughout") + "the {plural}", "plural", "It grew over [the years].", "DURATION PXY"),
    Rule("(?:(?:the|these) )?(?:past|last|coming|next|following|previous|preceding) {plural}", "plural", "It fell in [the last weeks].", "DURATION PXW"),
    Rule("recent {plural}", "vague", "It fell in [recent weeks].", "DATE PAST_REF", value="PAST_REF"),
    Rule("(?:the )?same {unit:period} (?:{which} year|a year (?:ago|earlier|before)|the (?:previous|prior|preceding) year)", "same_period", "It fell from [the same month last year].", "DATE 2019-07"),
    Rule("(?:earlier |later )?{edge} " + THAT + " {singular}", "same_unit", "It fell at [the end of that year].", "DATE 2020 END"),
    Rule("(?:(?:earlier|later)(?: in)? )?" + THAT + " {singular}(?!-)", "same_unit", "It fell [later that year].", "DATE 2020"),
    Rule(EDGE + "the {shift} {singular}", "shifted_unit", "He fled [the following day].", "DATE 2020-07-16"),

    # Weeks, months, years and the like, from the day of writing.
    Rule("{edge} the year {year}", "year", "It fell by [the end of the year 2011].", "DATE 2011 END"),
    Rule("(?:{edge} )?(?:the )?{which} {singular}(?!-)", "related_unit", "It closes at [the end of this year].", "DATE 2020 END"),
    Rule("(?:earlier |later )(?:in )?(?:the|this) {singular}", "written_unit", "It opens [later this month].", "DATE 2020-07"),
    Rule("{edge} the {singular}", "edge_of_unit", "It closes by [the end of the year].", "DATE 2020 END"),
    Rule("the weekend", "weekend", "They met over [the weekend].", "DATE 2020-W28-WE"),
    Rule("year[ -]end(?= )", "year_end", "It closes by [year-end] at most.", "DATE 2020 END", "year"),
    Rule(_not_after("of") + "the day(?!-to|\\s(?:when|that|after|before|of|he|she|they|it|the|we|I|you|in|to|job|care|trip|school|his|her|will|a)(?!\\w))", "the_day", "It fell on [the day] by a tenth.", "DATE 2020-07-15", "day"),
    Rule("(?:the|a|one) day (?:earlier|before)(?! yesterday)", "day_before", "He had left [a day earlier].", "DATE 2020-07-14", "day"),

    # Counted back.
    Rule(ABOUT + "{number} {unit} ago {relative}", "ago_to_the_day", "It sank [20 years ago today].", "DATE 2000-07-15"),
    Rule(ABOUT + "{number} {unit} ago", "ago", "It sank [five days ago].", "DATE 2020-07-10"),
    Rule(ABOUT + "(?:{number}|a|an) {unit} from (?:now|today)", "from_now", "It opens [two weeks from now].", "DATE 2020-W31"),
    Rule(ABOUT + "(?:a|an) {unit} ago", "ago", "It sank [a week ago].", "DATE 2020-W28"),
    Rule("{plural} ago|long ago", "vague", "It sank [years ago].", "DATE PAST_REF", "ago", value="PAST_REF"),
    Rule(ABOUT + "(?:{number}|a|an) {unit} earlier", "earlier", "It had sunk [two years earlier].", "DATE 2018"),

    # Again and again.
    Rule("(?:every|each) (?:{number} )?{unit}", "every", "They meet [every two years].", "SET P2Y"),
    Rule("every other {unit}", "every_other", "They meet [every other week].", "SET P2W"),
    Rule("(?=[a-z]){rate}", "rate", "They meet [weekly].", "SET P1W"),

    Rule("(?:once|twice|{number} times) (?:a|an|every|each) {unit:singular}", "every_once", "They meet [twice a week].", "SET P1W"),

    # Lengths of time.
    Rule(ABOUT + "(?:{number}|a|an|one) {unit}(?: and|,) {fewer:number} {smaller:unit}", "long_and_short", "It took [an hour and 13 minutes].", "DURATION PT1H13M"),
    Rule(ABOUT + CLEAR + "{fewer:number}(?: to | or | ?[-–] ?){number}(?: |-)" + KIND + "{unit}" + NOT_AGE, "duration", "It took [18 to 24 months].", "DURATION P24M"),
    Rule(ABOUT + "(?:a|another|every) single {unit:singular}", "duration", "It took [a single day].", "DURATION P1D"),
    Rule("(?:a|an) {unit:age}(?! (?:ago|earlier|before|later|after|old|of age))", "duration", "It took [a decade].", "DURATION P10Y"),
    Rule(ABOUT + "{number:semi}(?: |-){unit:singular}", "duration", "It took [half an hour].", "DURATION PT30M"),
    Rule(ABOUT + "(?:a|an|one) {unit:singular} {extra}", "duration", "It took [a year and a half].", "DURATION P1Y6M"),
    Rule(_not_after("could would will may might can must should") + ABOUT + CLEAR + "{number}(?!(?<=hree)[ -]quarters)(?: |-)" + KIND + "{unit}" + NOT_AGE, "duration", "It took [more than three years].", "DURATION P3Y MORE_THAN"),
    Rule("{about} (?:a|an) (?!quarter){unit:singular}(?!-)" + NOT_AGE, "duration", "It took [nearly a year].", "DURATION P1Y LESS_THAN"),
    Rule("(?:another|a full|a whole|a further|an additional) (?!quarter){unit:singular}", "duration", "It took [another week].", "DURATION P1W"),
    Rule(_after("for in within after") + "(?:a|an) (?!quarter){unit:singular}(?!-)" + NOT_AGE, "duration", "It took place within [a week].", "DURATION P1W"),
    Rule("(?:a|an) {unit:singular}(?= (?:later|before|after))", "duration", "It sank [a week] later.", "DURATION P1W"),
    Rule("{unit:singular}-long", "duration", "It was a [year-long] trial.", "DURATION P1Y"),
    Rule("{plural}-long", "plural", "It was a [decades-long] trial.", "DURATION PXDE"),
    Rule(_after("for in within of just over take takes took taking last lasts lasted lasting spend spent spending wait waited") + "{plural}(?! (?:of age|old))", "plural", "It rained for [weeks].", "DURATION PXW"),
    Rule("(?!quarters){plural}(?= of (?!age))", "plural", "It ended [weeks] of rain.", "DURATION PXW"),
    Rule("{plural}(?= (?:later|before|after|in the making))", "plural", "It sank [weeks] later.", "DURATION PXW"),

    # Years, decades and centuries.
    Rule("(?:{edge}(?: |-)|{about} )?{ancient} {era:bc}", "year", "It fell in [early 480 BC].", "DATE BC0480 START"),
    Rule("{era:ad} {ancient}", "year", "It fell in [AD 70].", "DATE 0070"),
    Rule("(?:{edge} )?(?:the )?fiscal(?: year)? {year}", "year", "It lost money in [fiscal 2009].", "DATE 2009", "fiscal"),
    Rule("{edge}(?: |-){year}" + COUNTED, "year", "It fell in [mid-2011].", "DATE 2011 MID"),
    Rule("(?:{edge}(?: |-)|the )?(?:the )?{decade}['’]?s", "decade", "It was built in [the late 1980s].", "DATE 198 END"),
    Rule("(?:(?:{edge}(?: |-)|the )|(?<=and\\s))(?:the )?['’‘]?{tens}['’]?s", "decade", "It was built in [the 80s].", "DATE 198"),
    Rule("(?:{edge} |the )(?:the )?{worded}", "decade", "It was built in [the sixties].", "DATE 196"),
    Rule("(?:{edge}(?: |-)|the )?(?:the )?{nth}(?: |-)century(?: {era})?", "century", "It was built in [the 18th century].", "DATE 17", "century"),
    Rule(_after("in since during year until by before after from of") + "{year:spelled}", "year", "It was signed in [nineteen eighty-four].", "DATE 1984", "sixteen seventeen eighteen nineteen"),
    Rule(_after("in since during year until by before after from") + "{year:modern}" + COUNTED, "year", "It was signed in [1648].", "DATE 1648"),
    Rule("{about:circa} {modern}" + COUNTED + r"(?! \w)", "plausible_year", "It was built [about 1910].", "DATE 1910 APPROX", "around"),
    Rule(YEAR_CLEAR + "{modern}" + COUNTED, "plausible_year", "They broke the [1987] treaty.", "DATE 1987"),
    Rule("{yy}", "short_year", "The war of 1939-[45] was over.", "DATE 1945"),

    # Vague times.
    Rule("(?:right )?now|currently|" + _not_after("most") + "current|presently|nowadays|(?<=[Aa]t\\s)(?:present|the moment)|these days|this moment|(?:the )?present day|the time being|present-day", "vague", "It is [now] shut.", "DATE PRESENT_REF", "now currently current presently nowadays present moment days time", value="PRESENT_REF"),
    Rule("(?:(?:more|very) )?" + _not_after("most") + "recently|" + _not_after("most") + "recent|lately", "vague", "It [recently] shut.", "DATE PAST_REF", "recently recent lately", value="PAST_REF"),
    Rule(_after("in of from") + r"the past(?! (?!and|but|as|when|is|was)\w)", "vague", "It was good in [the past].", "DATE PAST_REF", "past", value="PAST_REF"),
    Rule("(?:very soon|" + _after("will would could should may might can to be again") + "soon|" + _not_after("as too so") + 'soon(?=[.,;:!?"”’]))', "vague", "It will [soon] be shut.", "DATE FUTURE_REF", "soon", value="FUTURE_REF"),
    Rule("(?:the )?(?:(?:near|foreseeable|immediate) (?:future|term)|near-term|not too distant future)|the future(?! of)|(?<=in\\s)future|future(?= [a-z])", "vague", "It may shut in [the near future].", "DATE FUTURE_REF", "future term", value="FUTURE_REF"),
)

DATE_RULES = DateRules(PIECES, RULES, CUES)
