//! Words to EDTF: doubts, stretches, choices, and the dates between them.
//!
//! In: a phrase such as "spring 2004 or autumn 2005". Out: EDTF, or a sentence that there is no date. It must never guess a date that is not there.

use super::parts::{self, Unit};
use crate::base::edtf::{self, value::Mark};

/// The EDTF of a phrase.
///
/// # Errors
/// Where no date is found in it.
pub(crate) fn to_edtf(text: &str, lang: &str) -> Result<String, String> {
    let text = text.trim();
    let short = text.len() < 4 || text.bytes().all(|byte| byte.is_ascii_digit());
    if let (false, Ok(canonical)) = (short || parts::is_abbreviated(text), edtf::canonical(text)) {
        return Ok(canonical);
    }
    let phrase = without_remarks(&tidy(text));
    let found =
        choice(&phrase, lang).or_else(|| open(&phrase, lang)).or_else(|| stretch(&phrase, lang)).or_else(|| {
            let date = date(&phrase, lang)?;
            Some(match date.unit.thirds {
                Some(_) => date.ends()?.join("/"),
                None => date.whole(),
            })
        });
    match found.and_then(|found| edtf::canonical(&found).ok()) {
        Some(found) => Ok(found),
        None => Err(format!("no date is found in \"{text}\"")),
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
fn without_remarks(phrase: &str) -> String {
    let phrase = phrase.split(';').next().unwrap_or(phrase);
    let mut kept: Vec<&str> = Vec::new();
    let (phrase, doubts) = match phrase.rfind('(') {
        Some(at) if phrase.ends_with(')') => phrase.split_at_checked(at).unwrap_or((phrase, "")),
        _ => (phrase, ""),
    };
    for part in phrase.split(',') {
        let is_date = part.trim_start().starts_with(|letter: char| letter.is_ascii_digit() || letter == '\'')
            || ["c.", "ca", "or ", "oder ", "and ", "und "].iter().any(|word| part.trim_start().starts_with(word));
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

    fn ends(&self) -> Option<[String; 2]> {
        let (first, last) = self.unit.ends()?;
        let sign = Date::sign(self.mark);
        Some([first + sign, last + sign])
    }
}

const ABOUT: [&str; 15] = [
    "c",
    "approximately",
    "approx.",
    "approx",
    "around",
    "about",
    "circa",
    "ca.",
    "ca",
    "c.",
    "um",
    "etwa",
    "gegen",
    "~",
    "≈",
];
const MAYBE: [&str; 9] = [
    "possibly",
    "probably",
    "perhaps",
    "maybe",
    "vermutlich",
    "wahrscheinlich",
    "möglicherweise",
    "vielleicht",
    "wohl",
];
const ABOUT_BEHIND: [&str; 6] = ["approximately", "approx.", "approx", "-ish", "ish", "(approximate)"];
const MAYBE_BEHIND: [&str; 6] = ["?", "maybe", "guess", "(uncertain)", "(unsicher)", "(?)"];

fn date(phrase: &str, lang: &str) -> Option<Date> {
    let mut rest = phrase.trim();
    let mut mark = Mark::default();
    let mut marks = None;
    let remark = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((head, found)) = remark.and_then(|(head, remark)| Some((head, doubts(remark)?))) {
        rest = head.trim();
        (mark, marks) = found;
    }
    loop {
        let before = rest;
        for (words, doubt) in [
            (&ABOUT[..], Mark { approximate: true, uncertain: false }),
            (&MAYBE, Mark { uncertain: true, approximate: false }),
        ] {
            if let Some(found) = words.iter().find_map(|word| behind(rest, word)) {
                (rest, mark) = (found, mark.and(doubt));
            }
        }
        for (words, doubt) in [
            (&ABOUT_BEHIND[..], Mark { approximate: true, uncertain: false }),
            (&MAYBE_BEHIND, Mark { uncertain: true, approximate: false }),
        ] {
            if let Some(found) = words.iter().find_map(|word| rest.strip_suffix(word)) {
                (rest, mark) = (found.trim_end(), mark.and(doubt));
            }
        }
        for lead in ["in ", "the ", "im jahr ", "im "] {
            rest = rest.strip_prefix(lead).unwrap_or(rest);
        }
        if rest == before {
            break;
        }
    }
    // "c1850", "c17 CE": the letter stands right before the number.
    if let Some(found) =
        rest.strip_prefix('c').filter(|found| found.starts_with(|letter: char| letter.is_ascii_digit()))
    {
        (rest, mark) = (found, mark.and(Mark { approximate: true, uncertain: false }));
    }
    Some(Date { unit: parts::unit(rest, lang)?, mark, marks })
}

/// What stands behind a word that may be followed by a dot or nothing.
fn behind<'a>(phrase: &'a str, word: &str) -> Option<&'a str> {
    let rest = phrase.strip_prefix(word)?;
    let is_sign = !word.ends_with(char::is_alphabetic);
    let ends =
        rest.starts_with(' ') || is_sign || (word == "ca" && rest.starts_with(|letter: char| letter.is_ascii_digit()));
    ends.then(|| rest.trim_start())
}

/// "year uncertain, day approximate"; "uncertain/approximate" about the whole.
fn doubts(remark: &str) -> Option<(Mark, Option<[Mark; 3]>)> {
    let mut whole = Mark::default();
    let mut marks = [Mark::default(); 3];
    let mut of_parts = false;
    for piece in remark.split([',', '/']) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let doubt = match words.last()? {
            &"uncertain" | &"unsicher" => Mark { uncertain: true, approximate: false },
            &"approximate" | &"ungefähr" => Mark { uncertain: false, approximate: true },
            _ => return None,
        };
        let place = match words.first()? {
            &"year" | &"jahr" => Some(0),
            &"month" | &"monat" => Some(1),
            &"day" | &"tag" => Some(2),
            _ => None,
        };
        match place.and_then(|place| marks.get_mut(place)) {
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
fn choice(phrase: &str, lang: &str) -> Option<String> {
    let listed = phrase.strip_prefix("one of:").or(phrase.strip_prefix("either ")).or(phrase.strip_prefix("entweder "));
    let rest = listed.unwrap_or(phrase);
    let joint = |words: [&str; 2]| words.iter().any(|word| rest.contains(word));
    let (all, words) = match (joint([" or ", " oder "]), joint([" and ", " und "])) {
        (true, _) => (false, [" or ", " oder "]),
        (false, true) => (true, [" and ", " und "]),
        _ if listed.is_some() => (false, [",", ","]),
        _ => return None,
    };
    let listed = rest.replace(words.first()?, ",").replace(words.last()?, ",");
    let dates: Vec<String> = listed
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let date = date(part, lang)?;
            Some(if date.unit.thirds.is_some() { date.ends()?.join("..") } else { date.whole() })
        })
        .collect::<Option<_>>()?;
    (dates.len() > 1).then(|| [if all { "{" } else { "[" }, &dates.join(","), if all { "}" } else { "]" }].concat())
}

/// "after 1930", "1930 or later", "unknown to 1984".
fn open(phrase: &str, lang: &str) -> Option<String> {
    let unit = |rest: &str| date(rest, lang).map(|date| date.whole());
    let starts = ["after ", "later than ", "since ", "nach ", "seit ", "ab ", "not before "];
    let ends = [" or later", " or after", " onwards", " onward", " and later", " oder später", " und später"];
    let rest = starts
        .iter()
        .find_map(|word| phrase.strip_prefix(word))
        .or_else(|| ends.iter().find_map(|word| phrase.strip_suffix(word)));
    if let Some(rest) = rest {
        return unit(rest.strip_prefix("from ").unwrap_or(rest)).map(|start| start + "/..");
    }
    // Before a day a thing began that is not said: its start is unknown. Until then it went on: its start is left open.
    for (words, start) in
        [(&["before ", "vor ", "earlier than "][..], "/"), (&["until ", "till ", "up to ", "bis "], "../")]
    {
        if let Some(rest) = words.iter().find_map(|word| phrase.strip_prefix(word)) {
            return unit(rest).map(|end| [start, &end].concat());
        }
    }
    let earlier = [" or earlier", " or before", " oder früher"].iter().find_map(|word| phrase.strip_suffix(word));
    if let Some(rest) = earlier {
        return unit(rest).map(|end| ["../", &end].concat());
    }
    let phrase = phrase.strip_prefix("from ").or(phrase.strip_prefix("von ")).unwrap_or(phrase);
    let unknown = ["unknown", "unbekannt"];
    let (start, end) = [" to ", " until ", " bis "].iter().find_map(|word| phrase.split_once(word))?;
    match (unknown.contains(&start), unknown.contains(&end)) {
        (true, false) => unit(end).map(|end| ["/", &end].concat()),
        (false, true) => unit(start).map(|start| start + "/"),
        _ => None,
    }
}

/// "from 1964 to 2008", "1861-67", "50 - 40 BC", "January - March 623".
fn stretch(phrase: &str, lang: &str) -> Option<String> {
    let bare = ["from ", "between ", "von ", "zwischen ", "active "]
        .iter()
        .find_map(|word| phrase.strip_prefix(word))
        .unwrap_or(phrase);
    let joints = [" to ", " until ", " through ", " till ", " bis ", " - ", " -", "- ", "-"];
    for joint in joints {
        for (at, _) in bare.match_indices(joint) {
            let (start, end) = (bare.get(..at)?, bare.get(at + joint.len()..)?);
            // "early-to-mid", "mid to late" are parts of one date.
            if ["early", "mid", "middle"].iter().any(|word| start.ends_with(word)) {
                continue;
            }
            if let Some(found) = pair(start, end, joint.contains('-'), lang) {
                return Some(found);
            }
        }
    }
    None
}

fn pair(start: &str, end: &str, dash: bool, lang: &str) -> Option<String> {
    // 1861-67: the century is said once.
    if let (true, 2, Ok(_)) = (dash, end.trim_end_matches('?').len(), end.trim_end_matches('?').parse::<u8>()) {
        let head = start.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let century = head.get(..2).filter(|_| head.len() == 4 && head.bytes().all(|byte| byte.is_ascii_digit()))?;
        let last = [century, end].concat();
        return pair(start, &last, false, lang);
    }
    let last = date(end, lang)?;
    let is_number = start.trim().parse::<u32>().is_ok();
    let era = ["bc", "bce", "b.c."].iter().find(|era| end.ends_with(*era));
    // 50 - 40 BC: what is said behind the second is meant for both.
    let shared = match era {
        Some(era) if is_number => Some(format!("{start} {era}")),
        None if end.ends_with("centuries") => Some(format!("{} century", start.trim())),
        _ => None,
    };
    let first = match shared {
        Some(shared) => date(&shared, lang)?,
        None => date(start, lang)?,
    };
    let mut from = if first.unit.thirds.is_some() || !dash { first_of(&first) } else { first.whole() };
    let mut to = if last.unit.thirds.is_some() || !dash { last_of(&last) } else { last.whole() };
    // January - March 623: so is the year.
    if from.starts_with("XXXX-") && !to.starts_with("XXXX") {
        from = [to.get(..4)?, from.get(4..)?].concat();
    }
    if end.ends_with("centuries") {
        (from, to) = (first.whole(), last.whole());
    }
    Some([&from, "/", &to].concat())
}

fn first_of(date: &Date) -> String {
    let is_round = date.unit.whole.contains('X') && !date.unit.whole.starts_with("XXXX");
    let ends = if is_round || date.unit.thirds.is_some() { date.ends() } else { None };
    ends.map_or_else(|| date.whole(), |[first, _]| first)
}

fn last_of(date: &Date) -> String {
    let is_round = date.unit.whole.contains('X') && !date.unit.whole.starts_with("XXXX");
    let ends = if is_round || date.unit.thirds.is_some() { date.ends() } else { None };
    ends.map_or_else(|| date.whole(), |[_, last]| last)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(to_edtf(words, "en").as_deref(), Ok(expected), "{words}");
        }
        assert!(to_edtf("nothing of the kind", "en").is_err());
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
            assert_eq!(to_edtf(words, "de").as_deref(), Ok(expected), "{words}");
        }
    }
}
