"""Builds timelines of many articles with Spark: one for each article, and one for each topic across its articles.

    spark-submit timelines.py articles.parquet OUT [path/to/article-timeline]

In: Parquet with id, topic, url, headline, published, lang and text. Out: OUT/articles and OUT/topics, Parquet with a timeline as JSON in each row, or what was
wrong with that row. The work is done by the command line (`build --ndjson`), which must be on every machine that runs tasks (`spark-submit --files`, or an image
that has it). A batch of rows is one call of it, so a task holds no more than a batch, and each task takes one core.
"""

import json
import subprocess
import sys

import pandas
from pyspark.sql import SparkSession, functions


def answers(program, questions):
    """What the command line answers to each question, in the same order."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([program, "build", "--ndjson", "--threads", "1"], input=lines, capture_output=True, text=True, encoding="utf-8")
    # 1 says that some lines have an error, which stands in their answers.
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def builder(program, key, question):
    """A function for mapInPandas: rows with `key`, their timeline and what was wrong."""

    def build(batches):
        for batch in batches:
            told = answers(program, [question(row) for row in batch.to_dict("records")])
            timelines = [json.dumps(answer["timeline"], ensure_ascii=False) if "timeline" in answer else None for answer in told]
            yield pandas.DataFrame({key: batch[key], "timeline": timelines, "error": [answer.get("error") for answer in told]})

    return build


def of_article(row):
    names = {"headline": "headline", "url": "url", "lang": "language", "published": "published", "text": "text"}
    return {"id": row["id"], "article": {ours: row[theirs] for theirs, ours in names.items() if row[theirs]}}


def of_topic(row):
    articles = [{name: value for name, value in dict(article).items() if value} for article in row["articles"]]
    return {"id": row["topic"], "articles": articles}


def main(source, target, program):
    spark = SparkSession.builder.appName("timelines").config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").getOrCreate()
    articles = spark.read.parquet(source)
    # A file may come in one piece: all cores take part.
    spread = articles.repartition(spark.sparkContext.defaultParallelism * 4)
    spread.mapInPandas(builder(program, "id", of_article), "id string, timeline string, error string").write.mode("overwrite").parquet(f"{target}/articles")
    fields = ["headline", "url", "published", functions.col("lang").alias("language"), "text"]
    told = functions.sort_array(functions.collect_list(functions.struct("published", "id", functions.struct(*fields).alias("article"))))
    topics = articles.groupBy("topic").agg(functions.transform(told, lambda one: one["article"]).alias("articles"))
    topics.mapInPandas(builder(program, "topic", of_topic), "topic string, timeline string, error string").write.mode("overwrite").parquet(f"{target}/topics")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "article-timeline")
