// Dates as a timeline says them. In: what the core knows of a date, in numbers: its time in ms as if the clock that is shown were UTC's, its
// precision, its offset in minutes (NaN where nobody knows). Out: text in the language of the heir, which has `say`, `date`, `dates` and
// `length`. It must never learn where the words will stand.

// The order is that of the core's `Precision`; what is coarser than a century is a millennium.
const [DAY, WEEK, MONTH, QUARTER, SEASON, YEAR, DECADE, CENTURY] = [2, 3, 4, 5, 6, 7, 8, 9];

// The core's `Relation`s: the word for each, {0} and {1} being its dates.
const RELATIONS = ['', 'range', 'between', 'about', 'before', 'by', 'after', 'since', 'until', 'unknown'];

// How long a date is said: weekday, month and year as letters of a pattern (FIELDS in words.js). `Tue 1 November 2016`: after a preposition many
// languages would bend the long weekday. From SHORT on: "1 Nov", and one more for the weekday, two more for the year.
const [CLOCK, LONG, BENT, FULL] = [0, 1, 2, 3];
const STYLES = ['.M.', '.Ly', 'wLy', 'WLy', '.M.', 'wM.', '.My', 'wMy'].map((letters) => [...letters].map((letter) => (letter === '.' ? '' : letter)));

// What ticks say, in the order of the core's `TickForm`.
const TICKS = ['hm', 'd', 'wd', 'dM', 'wdM', 'WdLy', 'M', 'My', 'Ly', 'y'];
const WITH_ERA = 7;
const LANDMARKS = ['published', 'today'];

const LENGTHS = ['year', 'month', 'day', 'hour', 'minute'];

const MINUTE = 60_000;
const yearOf = (time) => new Date(time).getUTCFullYear();

export class Dates {
	/** The date of an entry: one point or two, each as time, precision and offset. Said in full after a preposition, the weekday stays short. */
	label(style, relation, ...numbers) {
		const [from, to] = points(numbers);
		const word = RELATIONS[relation];
		if (word === 'unknown') return this.say(word);
		if (word && style === FULL) style = BENT;
		const said = this.#point(from, style);
		if (!word || (word === 'range' && !to)) return said;
		if (word === 'range') return this.#stretch(from, to, style);
		// Many languages say "before 2014" and "before the 2nd" in different words.
		return this.say(from.precision > DAY ? word : `${word}Day`, said, to ? this.#point(to, style) : '');
	}

	/** From one date to another, for the header. Dates of one kind say once what they share; the weekday is said where the line is long. */
	range(isLong, ...numbers) {
		const [first, last] = points(numbers);
		if (`${Object.values(first)}` === `${Object.values(last)}`) return this.#point(first, FULL);
		return this.#stretch(first, last, isLong && first.precision !== last.precision ? FULL : LONG);
	}

	/** What a tick says. */
	tick(form, time) {
		const pattern = TICKS[form];
		if (!pattern) return this.say(LANDMARKS[form - TICKS.length]);
		return this.date(form >= WITH_ERA && yearOf(time) < 1 ? `${pattern}e` : pattern, time);
	}

	/** "25 months", or "25 mths" where there is little room. */
	lasting(number, unit, isShort) {
		return this.length(number, LENGTHS[unit], isShort ? 'short' : 'long');
	}

	// What both dates share is said once where the language does so: "10–24 Sept".
	#stretch(from, to, style) {
		const pattern = patternOf(from, style);
		const isSame = from.precision === to.precision && isNaN(from.offset) === isNaN(to.offset);
		if (pattern && isSame) return this.dates(pattern, timeOf(from, style), timeOf(to, style));
		return this.say('range', this.#point(from, style), this.#point(to, style));
	}

	#point(point, style) {
		const pattern = patternOf(point, style);
		if (pattern) return this.date(pattern, timeOf(point, style));
		const { time, precision } = point;
		const year = yearOf(time);
		const month = new Date(time).getUTCMonth();
		if (precision === WEEK) return this.say('week', this.#point({ ...point, precision: DAY }, style));
		if (precision === QUARTER) return this.say('quarter', Math.floor(month / 3) + 1, this.#year(year));
		if (precision === SEASON) return this.#season(Math.floor((month - 2) / 3), year);
		return this.#age(precision, year);
	}

	// A decade, century or millennium by one of its years; before Christ they are counted backwards, and the era is said.
	#age(precision, first) {
		const years = 10 ** (precision - DECADE + 1);
		// By its middle: which year a century before Christ begins with depends on whether there is a year 0.
		const middle = first + years / 2;
		const counted = middle > 0 ? middle : 1 - middle;
		const number = Math.floor(counted / years);
		const decade = () => this.say('decade', this.#year(Math.max(number * 10, 1)), this.#year(number * 10 + 9));
		const words = precision === DECADE ? decade() : this.say(precision === CENTURY ? 'century' : 'millennium', number + 1);
		return middle > 0 ? words : this.say('beforeChrist', words);
	}

	// Winter runs over the turn of the year: "Winter 2014/15".
	#season(quarter, year) {
		const name = ['spring', 'summer', 'autumn'][quarter];
		if (name) return this.say(name, this.#year(year));
		const next = (((year + 1) % 100) + 100) % 100;
		return this.say('winter', this.#year(year), `${next}`.padStart(2, '0'));
	}

	#year(year) {
		// Date.UTC takes the years from 0 to 99 for those of the last century.
		return this.date(year < 1 ? 'ye' : 'y', new Date(0).setUTCFullYear(year, 0, 1));
	}
}

function points(numbers) {
	const point = (at) => ({ time: numbers[at], precision: numbers[at + 1], offset: numbers[at + 2] });
	return [point(0), isNaN(numbers[3]) ? undefined : point(3)];
}

// The fields of a date, one letter each; nothing for what Intl has no field for.
function patternOf({ time, precision, offset }, style) {
	const [weekday, month, year] = STYLES[style];
	let pattern;
	if (precision < DAY && style === CLOCK) pattern = 'hm';
	else if (precision < DAY) pattern = `${weekday}d${month}${year}hm${hasZone(offset, style) ? 'z' : ''}`;
	else if (precision === DAY) pattern = `${weekday}d${month}${year}`;
	else if (precision === MONTH) pattern = `L${year}`;
	else if (precision === YEAR) pattern = 'y';
	return pattern?.includes('y') && yearOf(time) < 1 ? `${pattern}e` : pattern;
}

// Where a date is said in full, the zone stands behind a time of day that is known in the zone asked for.
function hasZone(offset, style) {
	return !isNaN(offset) && (style === FULL || style === BENT);
}

// What stands with its zone is said by its instant, all else as it is to be shown.
function timeOf({ time, offset }, style) {
	return hasZone(offset, style) ? time - offset * MINUTE : time;
}
