"""Writes made-up articles to a Parquet file, the same ones every time: something to try the other programs on.

    python articles.py articles.parquet [HOW_MANY]

In: a path and a number. Out: a table with id, topic, url, headline, published, lang and text. All names and sentences are invented.
"""

import datetime
import random
import sys

import pyarrow
import pyarrow.parquet

PLACES = ["Aldervik", "Brennow", "Carsey", "Dunmarsh", "Eskeby", "Farrow Bay", "Glimford", "Harrowick", "Ilmstead", "Jarnholm"]
THINGS = ["tunnel", "harbour", "library", "dam", "tramway", "lighthouse", "market hall", "ferry", "observatory", "canal"]
TELLERS = ["the mayor", "the council", "the engineers", "a spokeswoman for the works", "the harbour office"]

# What is told of a thing, with a date for each {}.
HISTORY = [
    "The {thing} of {place} was opened on {day}.",
    "Workers began to build it in {month}.",
    "It was closed between {year} and {later} because of a flood.",
    "In the summer of {year} a fire destroyed the old gates.",
    "It was bought by the town in {year}.",
]
NEWS = [
    "The council of {place} closed the {thing} on {weekday}.",
    "Two men were hurt last week when a wall of the {thing} fell, {teller} said.",
    "Engineers found cracks in the {thing} three days ago.",
    "Yesterday {teller} visited the {thing}.",
    "The repairs started in {month}, {teller} said.",
    "The {thing} will reopen on {ahead}.",
    "More than two weeks ago the water rose above the mark of {year}.",
]
QUIET = ["Nobody was surprised.", "The neighbours brought soup.", "It is the only one of its kind on that coast.", "Boats go around it.", "Children wave at it from the train."]

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SCHEMA = pyarrow.schema([(name, pyarrow.string()) for name in ["id", "topic", "url", "headline", "published", "lang", "text"]])


def long_date(day):
    return f"{day.day} {day.strftime('%B')} {day.year}"


def article(number, chance):
    place = PLACES[number % len(PLACES)]
    thing = THINGS[number // len(PLACES) % len(THINGS)]
    published = datetime.date(2015, 1, 1) + datetime.timedelta(days=chance.randrange(3650))
    year = chance.randrange(1860, 1990)

    def fill(sentence):
        day = published - datetime.timedelta(days=chance.randrange(400, 9000))
        return sentence.format(
            place=place,
            thing=thing,
            teller=chance.choice(TELLERS),
            day=long_date(day),
            month=f"{day.strftime('%B')} {day.year}",
            year=year,
            later=year + chance.randrange(2, 9),
            weekday=chance.choice(WEEKDAYS),
            ahead=long_date(published + datetime.timedelta(days=chance.randrange(10, 200))),
        )

    news = [fill(sentence) for sentence in chance.sample(NEWS, 4)]
    history = [fill(sentence) for sentence in chance.sample(HISTORY, 3)]
    quiet = chance.sample(QUIET, 3)
    paragraphs = [" ".join([news[0], quiet[0]]), " ".join(news[1:3]), " ".join([history[0], quiet[1], history[1]]), " ".join([news[3], history[2], quiet[2]])]
    topic = f"{place}: {thing}"
    return {
        "id": f"article-{number:06}",
        "topic": topic,
        "url": f"https://news.example/{number}",
        "headline": f"{place} looks after its {thing}",
        "published": published.isoformat(),
        "lang": "en",
        "text": "\n\n".join(paragraphs),
    }


def main(path, how_many):
    chance = random.Random(1911)
    with pyarrow.parquet.ParquetWriter(path, SCHEMA) as writer:
        for start in range(0, how_many, 10_000):
            rows = [article(number, chance) for number in range(start, min(how_many, start + 10_000))]
            writer.write_table(pyarrow.Table.from_pylist(rows, SCHEMA))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
