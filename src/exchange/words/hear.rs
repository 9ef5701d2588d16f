//! Words to EDTF: doubts, stretches, choices, and the dates between them.
//!
//! In: a phrase such as "spring 2004 or autumn 2005". Out: EDTF, or a sentence that there is no date. It must never guess a date that is not there.

use super::parts::{self, Unit};
use super::vocabulary::Vocabulary;
use crate::base::edtf::{self, value::Mark};
use crate::base::error::Error;
use crate::exchange::convert::Tongue;

/// The EDTF of a phrase.
///
/// # Errors
/// Where no date is found in it.
pub(crate) fn to_edtf(text: &str, tongue: Tongue<'_>) -> Result<String, Error> {
    let text = text.trim();
    let short = text.len() < 4 || text.bytes().all(|byte| byte.is_ascii_digit());
    if let (false, Ok(canonical)) = (short || parts::is_abbreviated(text), edtf::canonical(text)) {
        return Ok(canonical);
    }
    let words = &Vocabulary::heard(tongue);
    let phrase = without_remarks(&tidy(text), words);
    let found =
        choice(&phrase, words).or_else(|| open(&phrase, words)).or_else(|| stretch(&phrase, words)).or_else(|| {
            let date = date(&phrase, words)?;
            Some(match date.unit.thirds {
                Some(_) => date.ends()?.join("/"),
                None => date.whole(),
            })
        });
    match found.and_then(|found| edtf::canonical(&found).ok()) {
        Some(found) => Ok(found),
        None => Err(format!("no date is found in \"{text}\"").into()),
    }
}

/// Small letters, one kind of dash and of quote, single spaces.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '–' | '—' | '\u{2212}' | '‐' | '‑' => out.push('-'),
            '’' | '‘' => out.push('\''),
            letter if letter.is_whitespace() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Behind a semicolon, or a comma and a word that is no part of a date, stands a remark: "1863, printed 1870".
fn without_remarks(phrase: &str, words: &Vocabulary) -> String {
    let phrase = phrase.split(';').next().unwrap_or(phrase);
    let mut kept: Vec<&str> = Vec::new();
    let (phrase, doubts) = match phrase.rfind('(') {
        Some(at) if phrase.ends_with(')') => phrase.split_at_checked(at).unwrap_or((phrase, "")),
        _ => (phrase, ""),
    };
    for part in phrase.split(',') {
        let part_words = part.trim_start();
        let is_date = part_words.starts_with(|letter: char| letter.is_ascii_digit() || letter == '\'')
            || ["about", "or", "and"].iter().any(|name| words.front(name, part_words).is_some());
        if !kept.is_empty() && !is_date {
            break;
        }
        kept.push(part);
    }
    [kept.join(",").trim(), doubts].concat()
}

/// A date with its doubts.
struct Date {
    unit: Unit,
    mark: Mark,
    /// Doubts about single parts: year, month, day.
    marks: Option<[Mark; 3]>,
}

impl Date {
    fn sign(mark: Mark) -> &'static str {
        match (mark.uncertain, mark.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        }
    }

    fn whole(&self) -> String {
        let Some(marks) = self.marks else { return [&self.unit.whole, Date::sign(self.mark)].concat() };
        let parts = self.unit.whole.split('-').zip(marks).map(|(part, mark)| [Date::sign(mark), part].concat());
        parts.collect::<Vec<_>>().join("-")
    }

    /// Whether it is a decade or a century.
    fn is_round(&self) -> bool {
        self.unit.whole.contains('X') && !self.unit.whole.starts_with("XXXX")
    }

    fn ends(&self) -> Option<[String; 2]> {
        let (first, last) = self.unit.ends()?;
        let sign = Date::sign(self.mark);
        Some([first + sign, last + sign])
    }
}

const ABOUT: Mark = Mark { approximate: true, uncertain: false };
const MAYBE: Mark = Mark { approximate: false, uncertain: true };

fn date(phrase: &str, words: &Vocabulary) -> Option<Date> {
    let mut rest = phrase.trim();
    let mut mark = Mark::default();
    let mut marks = None;
    let remark = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((head, found)) = remark.and_then(|(head, remark)| Some((head, doubts(remark, words)?))) {
        rest = head.trim();
        (mark, marks) = found;
    }
    loop {
        let before = rest;
        for (name, doubt) in [("about", ABOUT), ("maybe", MAYBE)] {
            if let Some(found) = words.front(name, rest) {
                (rest, mark) = (found, mark.and(doubt));
            }
            if let Some(found) = words.behind(&[name, " behind"].concat(), rest) {
                (rest, mark) = (found, mark.and(doubt));
            }
        }
        rest = words.front("lead", rest).unwrap_or(rest);
        if rest == before {
            break;
        }
    }
    Some(Date { unit: parts::unit(rest, words)?, mark, marks })
}

/// "year uncertain, day approximate"; "uncertain/approximate" about the whole.
fn doubts(remark: &str, words: &Vocabulary) -> Option<(Mark, Option<[Mark; 3]>)> {
    let mut whole = Mark::default();
    let mut marks = [Mark::default(); 3];
    let mut of_parts = false;
    for piece in remark.split([',', '/']) {
        let said: Vec<&str> = piece.split_whitespace().collect();
        let doubt = match words.place("doubts", said.last()?)? {
            0 => MAYBE,
            _ => ABOUT,
        };
        let part = words.place("parts", said.first()?);
        match part.and_then(|place| marks.get_mut(place)) {
            Some(mark) => {
                *mark = mark.and(doubt);
                of_parts = true;
            }
            None => whole = whole.and(doubt),
        }
    }
    Some((whole, of_parts.then_some(marks)))
}

/// "1667 or 1668", "one of: 1985, 1987", "1667, 1668 and 1670".
fn choice(phrase: &str, words: &Vocabulary) -> Option<String> {
    let listed = words.front("one of", phrase);
    let rest = listed.unwrap_or(phrase);
    let (all, joint) = match (words.between("or", rest), words.between("and", rest)) {
        (Some(_), _) => (false, words.said("or")),
        (None, Some(_)) => (true, words.said("and")),
        _ if listed.is_some() => (false, ","),
        _ => return None,
    };
    let listed = rest.replace(&format!(" {joint} "), ",");
    let dates: Vec<String> = listed
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let date = date(part, words)?;
            Some(if date.unit.thirds.is_some() { date.ends()?.join("..") } else { date.whole() })
        })
        .collect::<Option<_>>()?;
    (dates.len() > 1).then(|| [if all { "{" } else { "[" }, &dates.join(","), if all { "}" } else { "]" }].concat())
}

/// "after 1930", "1930 or later", "unknown to 1984".
fn open(phrase: &str, words: &Vocabulary) -> Option<String> {
    let unit = |rest: &str| date(rest, words).map(|date| date.whole());
    let bare = words.front("from", phrase).unwrap_or(phrase);
    if let Some(rest) = words.front("since", phrase).or_else(|| words.behind("later", bare)) {
        return unit(rest).map(|start| start + "/..");
    }
    // Before a day a thing began that is not said: its start is unknown. Until then it went on: its start is left open.
    if let Some(rest) = words.front("before", phrase) {
        return unit(rest).map(|end| ["/", &end].concat());
    }
    if let Some(rest) = words.front("until", phrase).or_else(|| words.behind("earlier", phrase)) {
        return unit(rest).map(|end| ["../", &end].concat());
    }
    let (start, end) = words.between("to", bare)?;
    let is_unknown = |side: &str| words.place("unknown", side).is_some();
    match (is_unknown(start), is_unknown(end)) {
        (true, false) => unit(end).map(|end| ["/", &end].concat()),
        (false, true) => unit(start).map(|start| start + "/"),
        _ => None,
    }
}

/// "from 1964 to 2008", "1861-67", "50 - 40 BC", "January - March 623".
fn stretch(phrase: &str, words: &Vocabulary) -> Option<String> {
    let bare = words.front("from", phrase).unwrap_or(phrase);
    let spoken = words.list("to").iter().map(|word| format!(" {word} "));
    let joints = spoken.chain([" - ", " -", "- ", "-"].map(str::to_owned));
    for joint in joints {
        for (at, _) in bare.match_indices(&joint) {
            let (start, end) = (bare.get(..at)?, bare.get(at + joint.len()..)?);
            // "early-to-mid", "mid to late" are parts of one date.
            if ["early", "middle"].iter().any(|name| words.behind(name, start).is_some()) {
                continue;
            }
            if let Some(found) = pair(start, end, joint.contains('-'), words) {
                return Some(found);
            }
        }
    }
    None
}

fn pair(start: &str, end: &str, dash: bool, words: &Vocabulary) -> Option<String> {
    // 1861-67: the century is said once.
    let digits = end.trim_end_matches('?');
    if dash && digits.len() == 2 && digits.parse::<u8>().is_ok() {
        let head = start.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let century = head.get(..2).filter(|_| head.len() == 4 && head.bytes().all(|byte| byte.is_ascii_digit()))?;
        return pair(start, &[century, end].concat(), false, words);
    }
    let last = date(end, words)?;
    let is_number = start.trim().parse::<u32>().is_ok();
    let before = words.list("bc around").iter().find(|era| end.ends_with(*era));
    let are_centuries = words.behind("centuries", end).is_some();
    // 50 - 40 BC: what is said behind the second is meant for both.
    let first = match before {
        Some(era) if is_number => date(&format!("{start} {era}"), words)?,
        _ if are_centuries => date(&format!("{} {}", start.trim(), words.at("century behind", 1)), words)?,
        _ => date(start, words)?,
    };
    let side = |date: &Date, place: usize| match !are_centuries
        && (date.unit.thirds.is_some() || (!dash && date.is_round()))
    {
        true => date.ends().and_then(|ends| ends.into_iter().nth(place)).unwrap_or_else(|| date.whole()),
        false => date.whole(),
    };
    let (mut from, to) = (side(&first, 0), side(&last, 1));
    // January - March 623: so is the year.
    if from.starts_with("XXXX-") && !to.starts_with("XXXX") {
        from = [to.get(..4)?, from.get(4..)?].concat();
    }
    Some([&from, "/", &to].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Options;
    use crate::language::Languages;

    fn heard(phrase: &str, lang: &str) -> Result<String, String> {
        let languages = Languages::shipped();
        let options = Options { lang: Some(lang), languages: &languages };
        to_edtf(phrase, options.tongue()).map_err(|error| error.to_string())
    }

    #[test]
    fn phrases_of_catalogues_and_newsrooms() {
        for (words, expected) in [
            ("c. 1850", "1850~"),
            ("late 18th century", "1767/1800"),
            ("spring 2004 or autumn 2005", "[2004-21,2005-23]"),
            ("before 1920", "/1920"),
            ("from 1911 to 1915", "1911/1915"),
            ("probably circa 1911", "1911%"),
            ("31 BC", "-0030"),
            ("mid-to-late 1720s", "1724/1729"),
            ("June 2003 (month uncertain)", "2003-?06"),
            ("1911 or later", "1911/.."),
            ("1911-14", "1911/1914"),
            ("a day in May 1911", "1911-05-XX"),
            ("third quarter 1911", "1911-35"),
        ] {
            assert_eq!(heard(words, "en").as_deref(), Ok(expected), "{words}");
        }
        assert!(heard("nothing of the kind", "en").is_err());
    }

    #[test]
    fn german_words() {
        for (words, expected) in [
            ("um 1850", "1850~"),
            ("Anfang des 18. Jahrhunderts", "1701/1733"),
            ("Frühling 2003 oder Herbst 2004", "[2003-21,2004-23]"),
            ("vermutlich 1911", "1911?"),
            ("seit 1911", "1911/.."),
            ("31 v. Chr.", "-0030"),
            ("von 1911 bis 1915", "1911/1915"),
        ] {
            assert_eq!(heard(words, "de").as_deref(), Ok(expected), "{words}");
        }
    }
}
