//! One date in words, without doubts about it: a day, month, season, year, decade or century, or its early, middle or late part.
//!
//! In: "late 19th century", "44 BC", "Frühling 2004". Out: EDTF of the whole, and which thirds of it are meant. The tagger reads what it can; here is
//! what only lists and catalogues write. It must never learn of doubts and stretches.

use super::vocabulary::Vocabulary;
use crate::base::edtf::{self, value};
use crate::language::Language;
use crate::temporal::{self, Context};

/// A date that was found in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// Its EDTF.
    pub(super) whole: String,
    /// The first and the last third that is meant, 0 to 2.
    pub(super) thirds: Option<(u8, u8)>,
}

impl Unit {
    fn whole(whole: String) -> Option<Unit> {
        Some(Unit { whole, thirds: None })
    }

    /// The first and the last date inside: of centuries and decades years, of years months, of months days.
    pub(super) fn ends(&self) -> Option<(String, String)> {
        let Ok(value::Value::Date(date)) = edtf::parse(&self.whole) else { return None };
        let (first, last) = (edtf::earliest(&date), edtf::latest(&date));
        let (from, to) = self.thirds.unwrap_or((0, 2));
        let years = last.year - first.year + 1;
        if years >= 10 {
            // A century counts from its year 1, but before Christ as it is written.
            let (first, last) =
                if years == 100 && first.year > 0 { (first.year + 1, last.year + 1) } else { (first.year, last.year) };
            let cuts = if years == 100 { [0, 33, 66, 100] } else { [0, 4, 7, 10] };
            let cut = |third: u8| cuts.get(usize::from(third)).copied().unwrap_or(years);
            let (start, end) = (first + cut(from), if to == 2 { last } else { first + cut(to + 1) - 1 });
            return Some((year(start), year(end)));
        }
        if date.month.is_none() {
            let name = year(first.year);
            return Some((
                format!("{name}-{:02}", u32::from(from) * 4 + 1),
                format!("{name}-{:02}", u32::from(to) * 4 + 4),
            ));
        }
        if date.month.is_some_and(|month| month.low <= 12 && month.open == 0) && date.day.is_none() {
            let (start, end) = (u32::from(from) * 10 + 1, if to == 2 { last.day } else { u32::from(to) * 10 + 10 });
            return Some((format!("{}-{start:02}", self.whole), format!("{}-{end:02}", self.whole)));
        }
        None
    }
}

/// A year with at least four digits.
pub(super) fn year(year: i64) -> String {
    format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())
}

/// The date that a phrase in small letters names.
pub(super) fn unit(phrase: &str, words: &Vocabulary) -> Option<Unit> {
    let phrase = phrase.trim();
    let (phrase, thirds) = thirds(words.front("lead", phrase).unwrap_or(phrase), words);
    let found = bare(phrase, words)?;
    Some(Unit { thirds: thirds.or(found.thirds), ..found })
}

/// Cuts "early", "mid-to-late" and the like from the front.
fn thirds<'a>(phrase: &'a str, words: &Vocabulary) -> (&'a str, Option<(u8, u8)>) {
    let Some((first, rest)) = third(phrase, words) else { return (phrase, None) };
    let spoken = words.list("to").iter().flat_map(|word| [format!(" {word} "), format!("-{word}-")]);
    let joined = spoken.chain(["-".to_owned()]).find_map(|joint| third(rest.strip_prefix(&joint)?, words));
    match joined {
        Some((last, rest)) if last >= first => (behind(rest, words), Some((first, last))),
        _ => (behind(rest, words), Some((first, first))),
    }
}

fn third<'a>(phrase: &'a str, words: &Vocabulary) -> Option<(u8, &'a str)> {
    let lists = [(0, "early"), (1, "middle"), (2, "late")];
    let mut all = lists.iter().flat_map(|(third, name)| words.list(name).iter().map(move |word| (*third, *word)));
    all.find_map(|(third, word)| {
        let rest = phrase.strip_prefix(word)?;
        rest.starts_with([' ', '-']).then_some((third, rest))
    })
}

fn behind<'a>(rest: &'a str, words: &Vocabulary) -> &'a str {
    let rest = rest.trim_start_matches([' ', '-']);
    words.front("lead", rest).unwrap_or(rest)
}

fn bare(phrase: &str, words: &Vocabulary) -> Option<Unit> {
    let phrase = phrase.trim().trim_end_matches([',', '.']).trim();
    if let Some(whole) = some_day(phrase, words).or_else(|| as_written(phrase)).or_else(|| with_era(phrase, words)) {
        return Unit::whole(whole);
    }
    if let Some(whole) = century(phrase, words).or_else(|| part_of_year(phrase, words)) {
        return Unit::whole(whole);
    }
    if let Ok(number) = phrase.parse::<u16>()
        && phrase.len() <= 3
    {
        return Unit::whole(year(i64::from(number)));
    }
    words.tagger.and_then(|tagger| tagged(phrase, tagger)).or_else(|| Unit::whole(only_year(phrase)?))
}

/// The only number of four digits in a phrase that says nothing else of time: "Attica 1802".
fn only_year(phrase: &str) -> Option<String> {
    let mut years = phrase
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let year = years.next()?;
    years.next().is_none().then(|| year.to_owned())
}

/// EDTF itself, but for two and three digits, which words mean as years.
fn as_written(phrase: &str) -> Option<String> {
    let upper = phrase.to_uppercase();
    match edtf::parse(&upper) {
        Ok(value::Value::Date(date))
            if !matches!(date.year.form, value::Form::Century | value::Form::Decade) && !is_abbreviated(&upper) =>
        {
            Some(edtf::canonical_date(&date))
        }
        _ => None,
    }
}

/// 1910-30 is a stretch to whoever writes words, not a southern winter.
pub(super) fn is_abbreviated(text: &str) -> bool {
    let Some((start, end)) = text.split_once('-') else { return false };
    let (Ok(_), Ok(last)) = (start.parse::<u16>(), end.parse::<u16>()) else { return false };
    let before = start.get(2..).and_then(|digits| digits.parse::<u16>().ok());
    start.len() == 4 && end.len() == 2 && last > 24 && before.is_some_and(|before| before < last)
}

/// "A day in January 1872", "sometime in 2020": the parts that are not said are unspecified.
fn some_day(phrase: &str, words: &Vocabulary) -> Option<String> {
    let rest = words.front("some day", phrase)?;
    let whole = bare(words.front("about", rest).unwrap_or(rest), words)?.whole;
    let Ok(value::Value::Date(date)) = edtf::parse(&whole) else { return None };
    let plain = date.year.form == value::Form::Plain && date.month.is_none_or(|month| month.low <= 12);
    let missing = match (date.month, date.day) {
        (None, _) => "-XX-XX",
        (Some(_), None) => "-XX",
        _ => "",
    };
    plain.then(|| whole + missing)
}

/// A year or century before or after Christ. "A" and "B" alone stand behind years in some catalogues.
fn with_era(phrase: &str, words: &Vocabulary) -> Option<String> {
    let is_free = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphabetic());
    let cut = |name: &str| {
        words.list(name).iter().find_map(|mark| {
            let behind = phrase.strip_suffix(mark).filter(|rest| is_free(rest.chars().next_back()));
            let front = phrase.strip_prefix(mark).filter(|rest| is_free(rest.chars().next()));
            behind.or(front).map(|rest| rest.trim().trim_matches(['.', ',']).trim().to_owned())
        })
    };
    let alone = |place: usize| {
        let mark = Some(words.at("era letters", place)).filter(|mark| !mark.is_empty())?;
        let rest = phrase.strip_suffix(mark).or_else(|| phrase.strip_prefix(mark))?.trim();
        rest.parse::<u16>().is_ok().then(|| rest.to_owned())
    };
    let before = cut("bc around").or_else(|| alone(0).filter(|_| cut("ad around").is_none()));
    let is_before = before.is_some();
    let rest = before.or_else(|| cut("ad around")).or_else(|| alone(1))?;
    if rest.is_empty() {
        return None;
    }
    if let Ok(number) = rest.parse::<i64>() {
        return Some(year(if is_before { 1 - number } else { number }));
    }
    let whole = bare(&rest, words)?.whole;
    match (is_before, whole.strip_suffix("XX").and_then(|century| century.parse::<i64>().ok())) {
        (false, _) => Some(whole),
        // The second century before Christ, 199 to 100, is written -01XX.
        (true, Some(century)) => Some(format!("-{century:02}XX")),
        (true, None) => None,
    }
}

/// "19th c.", "19c", "19. Jh.": centuries in the short forms of catalogues.
fn century(phrase: &str, words: &Vocabulary) -> Option<String> {
    let number = words.behind("century behind", phrase)?.trim_end_matches(['.', ' ']);
    let number = number.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let number: u8 = number.trim().parse().ok().filter(|number| (1..=99).contains(number))?;
    Some(format!("{:02}XX", number - 1))
}

/// Seasons of a hemisphere, thirds and halves of a year, and quarters with the number behind.
fn part_of_year(phrase: &str, words: &Vocabulary) -> Option<String> {
    let (rest, digits) = phrase.rsplit_once([' ', ','])?;
    let number: u16 = digits.parse().ok()?;
    let rest = rest.trim_end_matches([',', ' ']).trim_end_matches(" of");
    let season = |rest: &str| {
        words.place("seasons", rest).or_else(|| words.place("other seasons", rest)).map(|place| place as u8)
    };
    let hemisphere = [(0, 25), (1, 29)].into_iter().find_map(|(place, first)| {
        let name = words.at("hemispheres", place).to_lowercase();
        Some(season(rest.strip_suffix(&name)?.trim())? + first)
    });
    let kinds = [("quarter names", 33, 4), ("third names", 37, 3), ("half names", 40, 2)];
    let of_kind = |name: &str, place: u8| {
        let (_, first, count) = kinds.iter().find(|(names, ..)| words.place(names, name).is_some())?;
        (place < *count).then_some(first + place)
    };
    // "Second quarter 1985" and "quarter 2 1985".
    let front = || {
        let (ordinal, name) = rest.split_once(' ')?;
        of_kind(name, (words.place("ordinals", ordinal)? % 4) as u8)
    };
    let behind = || {
        let (name, number) = rest.split_once(' ')?;
        of_kind(name, number.parse::<u8>().ok()?.checked_sub(1)?)
    };
    let short = season(rest).filter(|_| number < 1000).map(|place| place + 21);
    let part = hemisphere.or(short).or_else(front).or_else(behind)?;
    Some(format!("{number:04}-{part}"))
}

/// What the tagger finds. It knows years of four digits only: a shorter one behind a month is read as if a thousand years later.
fn tagged(phrase: &str, tagger: &Language) -> Option<Unit> {
    let (head, last) = phrase.rsplit_once(' ').unwrap_or((phrase, ""));
    // "January 12" is a day; "January 79" and "June 25, 12" have a year.
    let is_day = |number: u16| number <= 31 && !head.contains(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let short = last
        .parse::<u16>()
        .ok()
        .filter(|number| last.len() <= 3 && *number > 0 && !is_day(*number) && head.chars().any(char::is_alphabetic));
    let text = match short {
        Some(number) => format!("{head} {}", 1000 + number),
        // "60s": with an article it is no number of seconds.
        None if phrase.len() == 3 && phrase.ends_with('s') => format!("the {phrase}"),
        None => phrase.to_owned(),
    };
    // A month is one to the tagger where it is written as one.
    let text = text.split(' ').map(capital).collect::<Vec<_>>().join(" ");
    let (value, modifier) = mention(&text, tagger)?;
    let mut whole = from_timex(&value)?;
    if let Some(number) = short {
        whole = whole.strip_prefix(&(1000 + number).to_string()).map(|rest| format!("{number:04}{rest}"))?;
    }
    let thirds = match modifier {
        Some("START") => Some((0, 0)),
        Some("MID") => Some((1, 1)),
        Some("END") => Some((2, 2)),
        _ => None,
    };
    edtf::parse(&whole).ok()?;
    Some(Unit { whole, thirds })
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The first date in a text as TIMEX3 has it: the one place where words ask the tagger.
fn mention(text: &str, tagger: &Language) -> Option<(String, Option<&'static str>)> {
    let found = temporal::tag(text, Context::news(tagger, None));
    found.iter().find_map(|dated| {
        let mut value = String::new();
        dated.timex.value.write(&mut value);
        from_timex(&value).map(|_| (value, dated.timex.modifier.map(|modifier| modifier.name())))
    })
}

/// A TIMEX3 value as EDTF, if it is a date that has one.
fn from_timex(value: &str) -> Option<String> {
    if let Some(before) = value.strip_prefix("BC") {
        let number: i64 = before.parse().ok()?;
        return Some(if before.len() == 2 { format!("-{number:02}XX") } else { year(1 - number) });
    }
    let (date, _) = value.split_once('T').unwrap_or((value, ""));
    let (head, part) = date.split_once('-').unwrap_or((date, ""));
    let places = ["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"];
    let numbers = [21, 22, 23, 24, 33, 34, 35, 36, 40, 41];
    let named = places.iter().position(|name| *name == part).and_then(|place| numbers.get(place));
    let digits = head.chars().all(|letter| letter.is_ascii_digit() || letter == 'X');
    match (head.len(), part) {
        (4, _) if head == "XXXX" && (part.is_empty() || part.starts_with("XX")) => None,
        _ if !digits => None,
        (4, "") => Some(head.to_owned()),
        (3, "") => Some(format!("{head}X")),
        (2, "") => Some(format!("{head}XX")),
        (4, _) => match named {
            Some(number) => Some(format!("{head}-{number}")),
            None => edtf::parse(date).ok().map(|_| date.to_owned()),
        },
        _ => None,
    }
}
