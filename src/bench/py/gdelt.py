"""gdelt.py ROWS OUT [SAMPLE]: a table with the columns of a GDELT 2.0 export file.

With a SAMPLE (an export file) its rows again and again, each with a number and a day of its own; without
one, rows that are made up: codes of states, codes that name no state, codes that nobody knows, and none.
The same arguments give the same bytes.
"""

import datetime
import itertools
import random
import sys

COLUMNS = 61
NUMBER, DAY = 0, 1
ACTOR1, ACTOR2, EVENT, PLACE = 7, 17, 26, 53
FIRST_NUMBER = 700_000_000
FIRST_DAY = datetime.date(2015, 2, 18)
DAYS = 4000

CAMEO = ["USA", "RUS", "AZE", "ARM", "GEO", "TUR", "IRN", "FRA", "DEU", "GBR", "CHN", "AFR", "EUR", "", "", "XQZ"]
FIPS = ["US", "RS", "AJ", "AM", "GG", "TU", "IR", "FR", "GM", "UK", "CH", "", "ZQ"]
EVENTS = ["010", "042", "0841", "112", "190", "1823", "---"]


def made_up():
    """Rows without end, of which no two are alike in all columns."""
    chance = random.Random(17)
    for i in itertools.count():
        row = [b""] * COLUMNS
        for column, codes in ((ACTOR1, CAMEO), (ACTOR2, CAMEO), (EVENT, EVENTS), (PLACE, FIPS)):
            row[column] = chance.choice(codes).encode()
        row[6] = b'A "name", quoted %d' % (i % 97)
        row[36] = "Bakı, %d".encode() % (i % 13)
        row[60] = b"https://news.example.org/%d/a-long-enough-title-of-an-article" % i
        for column in (29, 30, 31, 32, 33, 34, 40, 41, 48, 49, 56, 57):
            row[column] = b"%d" % chance.randrange(1000)
        yield row


def of_sample(file):
    with open(file, "rb") as lines:
        rows = [line.rstrip(b"\n").split(b"\t") for line in lines]
    return (list(row) for row in itertools.cycle(rows))


def main(rows, out, sample=None):
    rows = int(rows)
    days = [(FIRST_DAY + datetime.timedelta(i)).strftime("%Y%m%d").encode() for i in range(DAYS)]
    with open(out, "wb", buffering=1 << 20) as table:
        for i, row in enumerate(itertools.islice(of_sample(sample) if sample else made_up(), rows)):
            row[NUMBER] = b"%d" % (FIRST_NUMBER + i)
            row[DAY] = days[i * DAYS // rows]
            table.write(b"\t".join(row) + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
