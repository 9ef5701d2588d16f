//! Titles: the event's clause without what the date already says, in the article's own words.
//!
//! In: a sentence and one of its clauses. Out: at most 80 characters.
//! It must never put in a word the text does not have.

use super::anchor::Owned;
use super::clause::{Clause, ClauseKind};
use super::lexicon as class;
use super::merge::stem_equal;
use super::source::reports;
use super::story::Story;
use super::telling::Telling;
use super::verb::Form;
use super::word::{Kind, Word};
use crate::find;
use crate::temporal::Signal;

/// The longest title, in characters.
const LONGEST: usize = 80;
/// A title shorter than this takes in the relative clause that hangs on it.
const SHORT: usize = 40;

/// A title for a clause. `owned` are the mentions of its sentence; `story` knows whom a pronoun means.
pub(super) fn title(telling: &Telling<'_>, number: usize, owned: &[Owned], story: &Story) -> String {
    let Some(clause) = telling.clauses.get(number) else { return String::new() };
    // "until" says when something ended: without it the title would say that it began.
    let dates = |word: usize| {
        owned.iter().any(|owned| {
            let end = owned.until.map_or(owned.mention.end, |until| until.end);
            let limits = owned.mention.dated.signal == Some(Signal::Until);
            !owned.attributive && !limits && (owned.mention.first..end).contains(&word)
        })
    };
    let mut front = subject_words(telling, clause, number);
    let mut body = own_words(telling, clause, number);
    body.retain(|word| !front.contains(word));
    // Of a verb of speech that is the news itself, what is said belongs to it.
    if clause.verb.is_some_and(|verb| verb.classes & (class::SPEECH_ACT | class::REPORT) != 0) {
        append(telling, &mut body, number, |child| child.kind == ClauseKind::Content);
    }
    // "a treaty which the two presidents signed": the treaty is what they signed.
    if clause.kind == ClauseKind::Relative
        && clause.verb.is_some_and(|verb| {
            verb.to.is_none()
                && !verb.passive
                && body.iter().all(|&word| word < verb.end || dates(word) || telling.kind(word) != Some(Kind::Word))
        })
        && !front.is_empty()
        && front.first().is_some_and(|&first| first > clause.first)
        && let Some(parent) = clause.parent
    {
        body.retain(|&word| clause.verb.is_some_and(|verb| word < verb.end));
        body.extend(antecedent(telling, clause, parent));
    }
    trim_front(telling, &mut front, &dates);
    if front.is_empty() {
        trim_front(telling, &mut body, &dates);
    }
    drop_appositive(telling, &mut front);
    body.retain(|&word| !dates(word));
    let mut lead = "";
    if let [only] = front.as_slice()
        && telling.is(*only, class::SUBJECT_PRONOUN)
        && !telling.is(*only, class::FIRST_PERSON)
        && let Some(name) = speaker(telling, clause, *only).or_else(|| story.meaning_of(telling, *only))
    {
        front.clear();
        lead = name;
    }
    let plain = [front.clone(), body.clone()].concat();
    let mut widths = vec![plain.clone()];
    let behind = clause.verb.map_or(0, |verb| verb.end);
    // "the quarter | ended 30 September" is a date to the end.
    let of_date = |child: &Clause| {
        let happens = child.verb.is_some_and(|verb| verb.classes & class::HAPPEN != 0);
        happens && child.first > 0 && telling.words.get(child.first - 1).is_some_and(|word| word.mention)
    };
    let hangs_on = |child: &Clause| child.kind == ClauseKind::Participle && child.first >= behind && !of_date(child);
    let widened = |wanted: &dyn Fn(&Clause) -> bool| {
        let mut wider = body.clone();
        append(telling, &mut wider, number, wanted);
        wider.retain(|&word| !dates(word) && !front.contains(&word));
        [front.clone(), wider].concat()
    };
    widths.push(widened(&hangs_on));
    if join(telling, lead, &plain).chars().count() < SHORT {
        widths.push(widened(&|child| hangs_on(child) || child.kind == ClauseKind::Relative && child.first >= behind));
    }
    for words in widths.iter().skip(1).rev() {
        let title = join(telling, lead, words);
        if title.chars().count() <= LONGEST {
            return title;
        }
    }
    // "poised to start" needs its "retaking the city", and "crashed" is better with "killing five"; whatever is too long behind that goes.
    let child = telling.clauses.list.iter().find(|child| child.parent == Some(number) && hangs_on(child));
    if let Some(verb) = child.and_then(|child| child.verb) {
        let whole = shorten(telling, lead, widths.get(1).cloned().unwrap_or_default(), clause);
        if find::first(&whole, telling.written(verb.head, verb.head + 3)).is_some() {
            return whole;
        }
    }
    let mut plain = plain;
    // "with the maker" says nothing when "paying a fine" has no room.
    if leads_on(telling, &plain, number)
        && let Some(with) = plain.iter().rposition(|&word| telling.is(word, class::WITH)).filter(|&with| with > 2)
    {
        plain.truncate(with);
    }
    shorten(telling, lead, plain, clause)
}

/// Whether a headline tells what a sentence tells: they share two words that say something.
pub(super) fn headline_fits(headline: &Telling<'_>, telling: &Telling<'_>) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    let says = |telling: &Telling<'_>| {
        let words =
            telling.words.iter().filter(|word| matches!(word.kind, Kind::Word | Kind::Number) && !word.is(silent));
        words.map(|word| word.span.of(telling.text).to_ascii_lowercase()).collect::<Vec<_>>()
    };
    let (above, below) = (says(headline), says(telling));
    above.iter().filter(|word| below.iter().any(|other| stem_equal(word, other))).count() >= 2
}

/// In "the company said it will", "it" is the company.
fn speaker<'a>(telling: &Telling<'a>, clause: &Clause, pronoun: usize) -> Option<&'a str> {
    let parent = clause.parent.filter(|_| matches!(clause.kind, ClauseKind::Content | ClauseKind::Coordinated))?;
    let above = telling.clauses.get(parent)?;
    if !reports(above) {
        return if above.kind == ClauseKind::Content { speaker(telling, above, pronoun) } else { None };
    }
    let words = telling.name_in(telling.subject(above, parent))?;
    let (&first, &last) = (words.first()?, words.last()?);
    let (capital, plural) =
        telling.words.get(last).map_or((false, false), |word| (word.capital, word.plural && !word.capital));
    let fits = if telling.is(pronoun, class::PERSON) { capital } else { telling.is(pronoun, class::MANY) == plural };
    (fits && !telling.is(first, class::SUBJECT_PRONOUN)).then(|| telling.written(first, last + 1))
}

/// The words of a clause, without its opening conjunction or relative pronoun.
fn own_words(telling: &Telling<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let linked = !matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinated | ClauseKind::Participle);
    let mut words = telling.of_clause(number);
    if words.first().is_some_and(|&first| {
        linked && telling.is(first, class::SUBORDINATOR | class::RELATIVE) && !telling.is(first, class::SUBJECT_PRONOUN)
    }) {
        words.remove(0);
    }
    words
}

/// The subject: in front of the verb, shared with the clause it is joined to, or the noun a relative clause hangs on.
fn subject_words(telling: &Telling<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let Some(verb) = clause.verb else { return Vec::new() };
    let own: Vec<usize> = own_words(telling, clause, number).into_iter().filter(|&word| word < verb.first).collect();
    let nominal = |word: &Word| word.is_nominal() && !word.is(class::RELATIVE) && !word.mention;
    if own.iter().any(|&word| telling.words.get(word).is_some_and(nominal)) {
        return own;
    }
    let parent = clause.parent.and_then(|parent| telling.clauses.get(parent).map(|clause| (parent, clause)));
    let Some((above, parent)) = parent else { return own };
    match clause.kind {
        ClauseKind::Coordinated => subject_words(telling, parent, above),
        ClauseKind::Participle if verb.form == Form::Gerund => Vec::new(),
        ClauseKind::Participle if parent.first >= clause.first || clause.first == 0 => {
            let subject = subject_words(telling, parent, above);
            subject.into_iter().filter(|&word| word >= clause.end).collect()
        }
        ClauseKind::Relative | ClauseKind::Participle => antecedent(telling, clause, above),
        _ => own,
    }
}

/// The noun phrase that a clause hangs on: back to its determiner, over what hangs on it, to a verb, a comma or a preposition.
/// "an offensive to free the city that began": what begins is an event, so the clause reaches back to the last event noun.
fn antecedent(telling: &Telling<'_>, clause: &Clause, parent: usize) -> Vec<usize> {
    let before = clause.first;
    let verb_end = telling
        .clauses
        .get(parent)
        .and_then(|clause| clause.verb)
        .map_or(0, |verb| if verb.end <= before { verb.end } else { 0 });
    let happens =
        clause.kind == ClauseKind::Relative && clause.verb.is_some_and(|verb| verb.classes & class::HAPPEN != 0);
    let event = (verb_end.max(before.saturating_sub(14))..before)
        .rev()
        .find(|&word| happens && telling.clauses.of(word) == parent && telling.is(word, class::EVENT_NOUN));
    let mut words = Vec::new();
    let opens = telling.clauses.get(parent).map_or(0, |clause| clause.first);
    for place in (verb_end..before).rev() {
        if place == opens && telling.is(place, class::SUBORDINATOR | class::RELATIVE) {
            break;
        }
        if telling.clauses.of(place) != parent {
            continue;
        }
        let reached = event.is_none_or(|event| place <= event);
        if telling.kind(place) == Some(Kind::Comma) {
            if words.is_empty() {
                continue;
            }
            break;
        }
        let boundary = telling.is(place, class::COORDINATOR | class::SUBORDINATOR)
            && !telling.is(place, class::PREPOSITION | class::DETERMINER);
        if reached && boundary || telling.kind(place) == Some(Kind::Break) {
            break;
        }
        words.push(place);
        let determined = telling.is(place, class::DETERMINER) && !telling.is(place, class::PREPOSITION);
        let governed = place > 0 && telling.is(place - 1, class::OF);
        if reached && determined && !governed {
            break;
        }
    }
    words.reverse();
    let loose = |word: &usize| {
        telling.is(*word, class::PREPOSITION | class::ADVERB)
            && !telling.words.get(*word).is_some_and(|word| word.capital)
    };
    while words.first().is_some_and(loose) {
        words.remove(0);
    }
    words
}

/// Leaves out leading dates, connectives, adverbs and commas, a fronted phrase up to its comma, and a place name with a dash.
fn trim_front(telling: &Telling<'_>, words: &mut Vec<usize>, dates: &impl Fn(usize) -> bool) {
    let is_comma = |&word: &usize| telling.kind(word) == Some(Kind::Comma);
    let dateline = words.iter().take(10).position(|&word| telling.kind(word) == Some(Kind::Dash));
    if let Some(dash) = dateline
        && words.iter().take(dash).all(|&word| {
            telling.words.get(word).is_some_and(|word| word.capital || word.kind != Kind::Word || word.mention)
        })
    {
        words.drain(..=dash);
    }
    let dated = words.first().is_some_and(|&word| dates(word));
    let light = |&&word: &&usize| {
        let connects = telling.is(word, class::CONNECTIVE | class::COORDINATOR) && !telling.is(word, class::PRONOUN);
        let sign = !matches!(telling.kind(word), Some(Kind::Word | Kind::Number | Kind::QuoteOpen | Kind::Open));
        dates(word) || connects || sign
    };
    // "No, I", "thus far, the": nothing but adverbs up to the comma.
    let adverbs =
        words.iter().take_while(|&&word| telling.is(word, class::NOT | class::ADVERB | class::CONNECTIVE)).count();
    if adverbs > 0 && words.get(adverbs).is_some_and(is_comma) {
        words.drain(..=adverbs);
    }
    let skip = words.iter().take_while(light).count();
    let comma_skipped = words.iter().take(skip).any(is_comma);
    words.drain(..skip);
    // "that" of "they said that the boy"
    if let [first, second, ..] = words.as_slice()
        && telling.is(*first, class::SUBORDINATOR)
        && telling.is(*first, class::RELATIVE)
        && telling
            .words
            .get(*second)
            .is_some_and(|word| word.capital || word.is(class::DETERMINER | class::SUBJECT_PRONOUN))
    {
        words.remove(0);
    }
    let fronted =
        words.first().is_some_and(|&word| telling.is(word, class::PREPOSITION) && !telling.is(word, class::DETERMINER));
    let list = telling.any(words, class::COORDINATOR);
    // "In the war, the army": to the first comma. "Yesterday, day five of the cup, Sweden": to the last.
    let comma = if fronted {
        words.iter().position(is_comma)
    } else if dated && comma_skipped && !list {
        words.iter().rposition(is_comma)
    } else {
        None
    };
    if let Some(comma) = comma.filter(|comma| comma + 1 < words.len()) {
        words.drain(..=comma);
        trim_front(telling, words, dates);
    }
    words.retain(|&word| !dates(word));
}

/// "Smith, a doctor, " loses what stands between the commas, unless it is a list.
fn drop_appositive(telling: &Telling<'_>, words: &mut Vec<usize>) {
    let is_comma = |word: &usize| telling.kind(*word) == Some(Kind::Comma);
    let (Some(first), Some(last)) = (words.iter().position(is_comma), words.iter().rposition(is_comma)) else { return };
    let behind = last + 1 < words.len();
    let list = telling.any(words.get(first..).unwrap_or(&[]), class::COORDINATOR);
    if !behind || first < last && !list {
        words.drain(first..=last);
    }
}

fn append(telling: &Telling<'_>, words: &mut Vec<usize>, parent: usize, wanted: impl Fn(&Clause) -> bool) {
    for (number, clause) in telling.clauses.list.iter().enumerate() {
        if clause.parent == Some(parent) && number != parent && wanted(clause) {
            words.extend(telling.of_clause(number));
        }
    }
    crate::order::sort_by(words, Ord::cmp);
    words.dedup();
}

/// Whether the last of `words` leads into a participle clause without a comma.
fn leads_on(telling: &Telling<'_>, words: &[usize], number: usize) -> bool {
    let last = words.iter().rev().find(|&&word| telling.kind(word) != Some(Kind::Comma));
    last.is_some_and(|&last| {
        let child = telling.clauses.of(last + 1);
        let opens = telling
            .clauses
            .get(child)
            .is_some_and(|clause| clause.kind == ClauseKind::Participle && clause.first == last + 1);
        child != number && opens
    })
}

/// Cuts whole phrases from the end until the title fits.
fn shorten(telling: &Telling<'_>, lead: &str, mut words: Vec<usize>, clause: &Clause) -> String {
    let needed = clause.verb.map_or(0, |verb| verb.to.unwrap_or(verb.head));
    let fits = |words: &[usize]| join(telling, lead, words).chars().count() <= LONGEST;
    let article = words.first().is_some_and(|&word| telling.is(word, class::ARTICLE));
    if !fits(&words) && article && fits(words.get(1..).unwrap_or(&[])) {
        words.remove(0);
    }
    if !fits(&words) {
        words.retain(|&word| {
            !telling.is(word, class::ALREADY | class::CONNECTIVE) || telling.is(word, class::COORDINATOR)
        });
    }
    // ", the former mayor," behind the verb
    let is_comma = |&word: &usize| telling.kind(word) == Some(Kind::Comma) && word > needed;
    while !fits(&words)
        && let Some(first) = words.iter().position(is_comma)
        && let Some(length) = words.get(first + 1..).and_then(|rest| rest.iter().position(is_comma))
        && length < 8
        && !telling.any(words.get(first..first + length + 3).unwrap_or(&[]), class::COORDINATOR)
    {
        words.drain(first..=first + length + 1);
    }
    loop {
        let title = join(telling, lead, &words);
        if title.chars().count() <= LONGEST {
            return title;
        }
        let begins_phrase = |word: usize| {
            telling.is(word, class::PREPOSITION | class::SUBORDINATOR | class::COORDINATOR | class::TO)
                && !telling.is(word, class::OF)
                || matches!(telling.kind(word), Some(Kind::Comma | Kind::Dash | Kind::Break))
        };
        let cut = words
            .iter()
            .enumerate()
            .rev()
            .find(|&(place, &word)| place > 1 && word > needed && begins_phrase(word) && !in_quotes(telling, word));
        match cut {
            Some((place, _)) => {
                words.truncate(place);
                while words.last().is_some_and(|&word| {
                    word > needed && telling.is(word, class::PREPOSITION | class::TO | class::DETERMINER)
                }) {
                    words.pop();
                }
            }
            None => return hard_cut(&title),
        }
    }
}

fn in_quotes(telling: &Telling<'_>, word: usize) -> bool {
    let quote = |word: Option<&Word>| word.is_some_and(|word| word.quoted && word.kind != Kind::QuoteClose);
    quote(telling.words.get(word)) && word > 0 && quote(telling.words.get(word - 1))
}

/// At the last word boundary that fits.
fn hard_cut(title: &str) -> String {
    let mut end = 0;
    for (count, (place, letter)) in title.char_indices().enumerate() {
        if count > LONGEST {
            break;
        }
        if letter == ' ' {
            end = place;
        }
    }
    let cut = if end == 0 { title.char_indices().nth(LONGEST).map_or(title.len(), |(place, _)| place) } else { end };
    String::from(title.get(..cut).unwrap_or(title).trim_end_matches([',', ' ', '-', '–']))
}

/// The words as one text: their own spacing where they are neighbours, one space where words were left out.
fn join(telling: &Telling<'_>, lead: &str, words: &[usize]) -> String {
    let loose = class::COORDINATOR | class::SUBORDINATOR | class::DETERMINER | class::CONNECTIVE | class::RELATIVE;
    let trailing = |&&word: &&usize| {
        let sign = matches!(telling.kind(word), Some(Kind::Comma | Kind::Break | Kind::Dash | Kind::Stop | Kind::Open));
        sign || telling.is(word, loose)
            && !telling.is(word, class::PRONOUN | class::PREPOSITION)
            && !telling.words.get(word).is_some_and(|word| word.mention)
    };
    let end = words.len() - words.iter().rev().take_while(trailing).count();
    let mut title = String::from(lead);
    let mut previous: Option<usize> = None;
    for &place in words.get(..end).unwrap_or(&[]) {
        let Some(word) = telling.words.get(place) else { continue };
        let punctuation = matches!(word.kind, Kind::Comma | Kind::Break | Kind::Stop | Kind::Dash);
        if punctuation && (title.is_empty() || title.ends_with([',', '–', '—', ':', ';'])) {
            continue;
        }
        let neighbour =
            previous.filter(|&previous| previous + 1 == place).and_then(|previous| telling.words.get(previous));
        let gap = neighbour.is_none_or(|previous| previous.span.end < word.span.start);
        let tight = matches!(word.kind, Kind::Comma | Kind::Stop | Kind::Clitic | Kind::Close);
        if gap && !title.is_empty() && !tight && !title.ends_with(['(', '“', '[']) {
            title.push(' ');
        }
        let written = telling.word(place);
        if place == 0 && !title.is_empty() && word.forms != 0 {
            // A verb that began the sentence stands behind its subject now.
            title.extend(written.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            title.push_str(written);
        }
        previous = Some(place);
    }
    balanced(
        title.trim_end_matches([',', ';', ':', '–', '—', '-', ' ', '(']).trim_start_matches([',', ' ', '–', '—', '-']),
    )
}

/// The capital of a letter of western Europe, any other letter itself: the table for all scripts is for one letter too heavy.
fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from(letter as u8 - 0x20),
        _ => letter,
    }
}

/// Drops a quotation mark or bracket that has lost its partner; begins with a capital.
fn balanced(title: &str) -> String {
    let straight = title.matches('"').count() % 2 == 1;
    let unopened = find::without(title, "``");
    let unquoted = find::without(&unopened, "''");
    let lonely = |open: char, close: char| title.contains(open) != title.contains(close);
    let (curly, round) = (lonely('“', '”'), lonely('(', ')'));
    let paired = title.len() - unopened.len() == unopened.len() - unquoted.len();
    let title = if paired { title } else { &unquoted };
    let mut out = String::with_capacity(title.len());
    for letter in title.chars() {
        let drop =
            straight && letter == '"' || curly && matches!(letter, '“' | '”') || round && matches!(letter, '(' | ')');
        if drop {
            continue;
        }
        if out.is_empty() {
            out.push(capital(letter));
        } else {
            out.push(letter);
        }
    }
    String::from(out.trim())
}
