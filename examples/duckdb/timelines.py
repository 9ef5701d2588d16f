"""The same without a cluster: DuckDB writes a question a line, the command line answers on all cores of this machine, DuckDB reads the answers.

    python timelines.py articles.parquet timelines.parquet [path/to/article-timeline]

In: Parquet with id, headline, url, published, lang and text. Out: Parquet with id, timeline (JSON) and error. No row passes through Python. With DuckDB's own
program it is two lines of shell: `duckdb -c "COPY (...) TO '/dev/stdout' (FORMAT json)" | article-timeline build --ndjson > answers.ndjson`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

QUESTIONS = """
COPY (
    SELECT id, {'headline': headline, 'url': url, 'published': published, 'language': lang, 'text': text} AS article
    FROM read_parquet(?) ORDER BY id
) TO '%s' (FORMAT json)
"""
ANSWERS = """
COPY (
    SELECT id, timeline, error
    FROM read_json(?, format = 'newline_delimited', columns = {'id': 'VARCHAR', 'timeline': 'JSON', 'error': 'VARCHAR'}, maximum_object_size = 100000000)
) TO '%s' (FORMAT parquet)
"""


def main(source, target, program):
    with tempfile.TemporaryDirectory() as folder:
        questions, answers = Path(folder, "questions.ndjson"), Path(folder, "answers.ndjson")
        duckdb.execute(QUESTIONS % questions, [source])
        with questions.open("rb") as asked, answers.open("wb") as answered:
            done = subprocess.run([program, "build", "--ndjson"], stdin=asked, stdout=answered)
        # 1 says that some lines have an error, which stands in their answers.
        if done.returncode not in (0, 1):
            raise SystemExit(done.returncode)
        duckdb.execute(ANSWERS % target, [str(answers)])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "article-timeline")
