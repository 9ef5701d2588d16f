// The examples for archives as their users run them: 2,000 made-up articles through Spark in local mode and through DuckDB, compared with the command line itself. In: a clone;
// Python 3 and pip, and Java 17 or later (Debian's is installed where this is root). Out: a line for each check, figures, and the closing line; exit status 1 when one failed.
// Not part of `npm test`: what it installs weighs a gigabyte (target/archive).

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'target/archive');
const examples = path.join(root, 'examples');
const requirements = path.join(examples, 'spark/requirements.txt');
const program = path.join(root, 'target/release/article-timeline');
const python = path.join(folder, 'python/bin/python');
const at = (name) => path.join(folder, name);
/** Tasks run by this Python, and nothing is looked up by the machine's name. */
const SPARK = { SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python };
const MANY = Number(process.argv[2] ?? 2000);

mkdirSync(folder, { recursive: true });
prepare();

let passed = 0;
let failed = 0;

let questions;
let expected;

check(`${MANY} articles are made, the same ones every time`, () => {
	run(python, [path.join(examples, 'spark/articles.py'), at('articles.parquet'), String(MANY)]);
	run(python, [path.join(examples, 'spark/articles.py'), at('again.parquet'), String(MANY)]);
	questions = rows('articles.parquet');
	assert.deepEqual(rows('again.parquet'), questions);
	assert.equal(new Set(questions.map(({ id }) => id)).size, MANY);
});

check('the command line builds their timelines, each with entries', () => {
	const lines = questions.map(({ id, topic, lang, ...article }) => JSON.stringify({ id, article: { ...article, language: lang } })).join('\n');
	expected = timed('the command line, all cores', MANY, () => answersTo(lines));
	assert.equal(expected.length, MANY);
	for (const { id, timeline } of expected) assert.ok(timeline.events.length >= 2, id);
	timed('the command line, one core', MANY, () => answersTo(lines, '--threads', '1'));
});

check('Spark builds the same timelines', () => {
	timed('Spark in local mode, both jobs, with its start', MANY, () => run(python, [path.join(examples, 'spark/timelines.py'), at('articles.parquet'), at('out'), program], SPARK));
	const built = sorted(rows('out/articles/*.parquet'), 'id');
	assert.deepEqual(built.map(({ error }) => error).filter(Boolean), []);
	assert.deepEqual(built.map(({ id, timeline }) => ({ id, timeline: JSON.parse(timeline) })), sorted(expected, 'id'));
});

check('and one timeline a topic, whose entries come from all its articles', () => {
	const topics = rows('out/topics/*.parquet');
	const wanted = new Set(questions.map(({ topic }) => topic));
	assert.deepEqual(new Set(topics.map(({ topic }) => topic)), wanted);
	const { topic, timeline } = sorted(topics, 'topic')[0];
	const articles = sorted(questions.filter((question) => question.topic === topic), 'published', 'id').map(({ headline, url, published, lang, text }) => ({ headline, url, published, language: lang, text }));
	const [whole] = answersTo(JSON.stringify({ id: topic, articles }));
	assert.deepEqual(JSON.parse(timeline), whole.timeline);
	assert.equal(whole.timeline.articles.length, articles.length);
	for (const { topic, timeline, error } of topics) {
		assert.equal(error, null, topic);
		const cited = new Set(JSON.parse(timeline).events.flatMap(({ evidence }) => evidence.map(({ article }) => article)));
		assert.ok(cited.size >= 2, `${topic}: entries of ${cited.size} articles`);
	}
});

check('an article that can not be read is told in its row, and the others are built', () => {
	writeFileSync(at('broken.py'), `
import pyarrow, pyarrow.parquet, sys
table = pyarrow.parquet.read_table(sys.argv[1]).slice(0, 3).to_pylist()
table[1]["text"] = table[1]["headline"] = None
table[2]["published"] = "some day"
pyarrow.parquet.write_table(pyarrow.Table.from_pylist(table), sys.argv[2])
`);
	run(python, [at('broken.py'), at('articles.parquet'), at('broken.parquet')]);
	run(python, [path.join(examples, 'spark/timelines.py'), at('broken.parquet'), at('out-broken'), program], SPARK);
	const [first, second, third] = sorted(rows('out-broken/articles/*.parquet'), 'id');
	assert.ok(JSON.parse(first.timeline).events.length > 0);
	assert.ok(second.error || JSON.parse(second.timeline).events.length === 0);
	assert.ok(JSON.parse(third.timeline).warnings.some(({ kind }) => kind === 'bad-published'));
});

check('DuckDB builds the same timelines by standard input', () => {
	timed('DuckDB and the command line', MANY, () => run(python, [path.join(examples, 'duckdb/timelines.py'), at('articles.parquet'), at('duckdb.parquet'), program]));
	assert.deepEqual(sorted(rows('duckdb.parquet'), 'id').map(({ id, timeline, error }) => ({ id, timeline: JSON.parse(timeline), error })), sorted(expected, 'id').map((row) => ({ ...row, error: null })));
});

console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

function prepare() {
	const java = () => /version "(1[7-9]|[2-9]\d)/.test(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '');
	if (!java() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		run('apt-get', ['update', '--quiet']);
		run('apt-get', ['install', '--quiet', '--yes', '--no-install-recommends', 'default-jre-headless']);
	}
	if (!java()) stop('Spark needs Java 17 or later: install it (Debian: default-jre-headless), or put it in PATH.');
	const mark = at('python/installed');
	const wanted = readFileSync(requirements, 'utf8');
	if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
		rmSync(at('python'), { recursive: true, force: true });
		run('python3', ['-m', 'venv', at('python')]);
		run(python, ['-m', 'pip', 'install', '--quiet', '--no-input', '-r', requirements]);
		writeFileSync(mark, wanted);
	}
	run('cargo', ['build', '--release', '--quiet', '--bin', 'article-timeline']);
}

function check(title, body) {
	try {
		body();
		passed++;
		console.log(`ok       archive: ${title}`);
	} catch (error) {
		failed++;
		console.log(`FAILED   archive: ${title}\n${String(error.stderr ?? '')}${error.stack}`);
	}
}

function timed(title, count, work) {
	const began = performance.now();
	const answer = work();
	const seconds = (performance.now() - began) / 1000;
	console.log(`figure   ${title}: ${count} articles in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`);
	return answer;
}

function answersTo(lines, ...flags) {
	return run(program, ['build', '--ndjson', ...flags], {}, lines).trim().split('\n').map((line) => JSON.parse(line));
}

/** The rows of a Parquet file, as DuckDB reads them. */
function rows(name) {
	const script = "import duckdb, json, sys\nfor row in duckdb.sql(f\"SELECT * FROM read_parquet('{sys.argv[1]}')\").fetchdf().astype(object).where(lambda frame: frame.notna(), None).to_dict('records'): print(json.dumps(row))";
	return run(python, ['-c', script, at(name)]).trim().split('\n').map((line) => JSON.parse(line));
}

function sorted(list, ...keys) {
	const key = (row) => keys.map((name) => row[name]).join('\0');
	return [...list].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function run(command, args, env = {}, input = '') {
	return execFileSync(command, args, { cwd: root, env: { ...process.env, ...env }, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 4e9, timeout: 900_000 });
}

function stop(sentence) {
	console.log(`FAILED   archive: ${sentence}\n0 passed, 1 failed, 0 skipped`);
	process.exit(1);
}
