//! Titles: the event's clause without what the date already says, in the article's own words.
//!
//! In: a sentence and one of its clauses. Out: at most 80 characters.
//! It must never put in a word the text does not have.

use super::anchor::Owned;
use super::clause::{Clause, ClauseKind};
use super::lexicon as class;
use super::telling::Telling;
use super::verb::Form;
use super::word::{Kind, Word};

/// The longest title, in characters.
const LONGEST: usize = 80;
/// A title shorter than this takes in what hangs on its clause.
const SHORT: usize = 48;

/// A title for a clause. `owned` are the mentions of its sentence; `subject` is who a bare pronoun stands for, if that is known.
pub(super) fn title(telling: &Telling<'_>, number: usize, owned: &[Owned], subject: Option<&str>) -> String {
    let Some(clause) = telling.clauses.get(number) else { return String::new() };
    let adverbial = |word: usize| {
        owned.iter().any(|owned| {
            let of = |mention: super::telling::Mentioned| (mention.first..mention.end).contains(&word);
            !owned.attributive && (of(owned.mention) || owned.until.is_some_and(of))
        })
    };
    let mut body: Vec<usize> = own_words(telling, clause, number);
    let mut front = subject_words(telling, clause, number);
    body.retain(|word| !front.contains(word));
    // Of a verb of speech that is the news itself, what is said belongs to it.
    if clause.verb.is_some_and(|verb| verb.classes & (class::SPEECH_ACT | class::REPORT) != 0) {
        append(telling, &mut body, number, |child| child.kind == ClauseKind::Content);
    }
    front.retain(|&word| !adverbial(word));
    body.retain(|&word| !adverbial(word));
    trim_front(telling, &mut front);
    drop_appositive(telling, &mut front);
    if front.is_empty() {
        trim_front(telling, &mut body);
    }
    let pronoun = match front.as_slice() {
        [only] => telling
            .words
            .get(*only)
            .is_some_and(|word| word.is(class::SUBJECT_PRONOUN) && !word.is(class::FIRST_PERSON)),
        _ => false,
    };
    let lead = match subject {
        Some(subject) if pronoun => {
            front.clear();
            subject
        }
        _ => "",
    };
    let mut kept = front;
    kept.extend(body);
    let plain = join(telling, lead, &kept);
    if plain.chars().count() < SHORT {
        let mut wider = kept.clone();
        append(telling, &mut wider, number, |child| {
            matches!(child.kind, ClauseKind::Participle)
                || child.kind == ClauseKind::Relative && child.first > clause.verb.map_or(0, |verb| verb.end)
        });
        wider.retain(|&word| !adverbial(word));
        let wider = join(telling, lead, &wider);
        if wider.chars().count() <= LONGEST {
            return wider;
        }
    }
    shorten(telling, lead, kept, clause)
}

/// The words of a clause, without its opening conjunction or relative pronoun.
fn own_words(telling: &Telling<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let opens = |word: usize| {
        word == clause.first
            && telling.words.get(word).is_some_and(|word| {
                word.is(class::SUBORDINATOR | class::RELATIVE | class::COORDINATOR) && !word.is(class::SUBJECT_PRONOUN)
            })
    };
    (clause.first..clause.end).filter(|&word| telling.clauses.of(word) == number && !opens(word)).collect()
}

/// The subject: in front of the verb, shared with the clause it is joined to, or the noun a relative clause hangs on.
fn subject_words(telling: &Telling<'_>, clause: &Clause, number: usize) -> Vec<usize> {
    let Some(verb) = clause.verb else { return Vec::new() };
    let own: Vec<usize> = own_words(telling, clause, number).into_iter().filter(|&word| word < verb.first).collect();
    let nominal = own.iter().any(|&word| {
        telling.words.get(word).is_some_and(|word| word.is_nominal() && !word.is(class::RELATIVE) && !word.mention)
    });
    if nominal {
        return own;
    }
    let Some((above, parent)) =
        clause.parent.and_then(|parent| telling.clauses.get(parent).map(|clause| (parent, clause)))
    else {
        return own;
    };
    match clause.kind {
        ClauseKind::Coordinated => subject_words(telling, parent, above),
        ClauseKind::Participle if clause.verb.is_some_and(|verb| verb.form == Form::Gerund) => Vec::new(),
        ClauseKind::Participle if clause.first == 0 || parent.first >= clause.first => {
            let subject = subject_words(telling, parent, above);
            subject.into_iter().filter(|&word| word >= clause.end).collect()
        }
        ClauseKind::Relative | ClauseKind::Participle => antecedent(telling, clause.first, above),
        _ => own,
    }
}

/// The noun phrase that ends in front of a word: back to its determiner, over what hangs on it, to a verb, a comma or a preposition.
fn antecedent(telling: &Telling<'_>, before: usize, parent: usize) -> Vec<usize> {
    let verb_end = telling
        .clauses
        .get(parent)
        .and_then(|clause| clause.verb)
        .map_or(0, |verb| if verb.end <= before { verb.end } else { 0 });
    let mut words = Vec::new();
    for place in (verb_end..before).rev() {
        let Some(word) = telling.words.get(place) else { break };
        if telling.clauses.of(place) != parent {
            continue;
        }
        if word.kind == Kind::Comma {
            if words.is_empty() {
                continue;
            }
            break;
        }
        if word.is(class::COORDINATOR | class::SUBORDINATOR) && !word.is(class::PREPOSITION) || word.kind == Kind::Break
        {
            break;
        }
        words.push(place);
        let determined = word.is(class::DETERMINER) && !word.is(class::PREPOSITION);
        let governed =
            place.checked_sub(1).and_then(|before| telling.words.get(before)).is_some_and(|word| word.is(class::OF));
        if determined && !governed {
            break;
        }
    }
    words.reverse();
    while words
        .first()
        .and_then(|&word| telling.words.get(word))
        .is_some_and(|word| word.is(class::PREPOSITION | class::ADVERB) && !word.capital)
    {
        words.remove(0);
    }
    words
}

/// Leaves out leading connectives, adverbs, conjunctions and commas.
fn trim_front(telling: &Telling<'_>, words: &mut Vec<usize>) {
    let skip = words
        .iter()
        .take_while(|&&word| {
            telling.words.get(word).is_some_and(|word| {
                word.is(class::CONNECTIVE | class::COORDINATOR) && !word.is(class::PRONOUN)
                    || matches!(
                        word.kind,
                        Kind::Comma | Kind::Dash | Kind::Break | Kind::Close | Kind::Other | Kind::QuoteClose
                    )
            })
        })
        .count();
    words.drain(..skip);
    // A fronted phrase: "In the war, the army ...": from the preposition to the comma.
    let fronted = words
        .first()
        .and_then(|&word| telling.words.get(word))
        .is_some_and(|word| word.is(class::PREPOSITION) && !word.is(class::DETERMINER));
    if fronted
        && let Some(comma) =
            words.iter().position(|&word| telling.words.get(word).is_some_and(|word| word.kind == Kind::Comma))
        && comma + 1 < words.len()
    {
        words.drain(..=comma);
    }
}

/// "Smith, a doctor, " loses what stands between the commas, unless it is a list.
fn drop_appositive(telling: &Telling<'_>, words: &mut Vec<usize>) {
    let is_comma = |word: &usize| telling.words.get(*word).is_some_and(|word| word.kind == Kind::Comma);
    let (Some(first), Some(last)) = (words.iter().position(is_comma), words.iter().rposition(is_comma)) else { return };
    let behind_last = words.get(last + 1).and_then(|&word| telling.words.get(word));
    let list = words
        .get(first..)
        .unwrap_or(&[])
        .iter()
        .any(|&word| telling.words.get(word).is_some_and(|word| word.is(class::COORDINATOR)));
    if list && behind_last.is_some() {
        return;
    }
    if behind_last.is_none() || first < last {
        words.drain(first..=last);
    }
}

fn append(telling: &Telling<'_>, words: &mut Vec<usize>, parent: usize, wanted: impl Fn(&Clause) -> bool + Copy) {
    for (number, clause) in telling.clauses.list.iter().enumerate() {
        if clause.parent == Some(parent) && number != parent && wanted(clause) {
            let from = clause.first;
            let comma = from
                .checked_sub(1)
                .filter(|&before| telling.words.get(before).is_some_and(|word| word.kind == Kind::Comma));
            words.extend(comma.filter(|comma| !words.contains(comma)));
            words.extend((from..clause.end).filter(|&word| telling.clauses.of(word) == number));
        }
    }
    words.sort_unstable();
    words.dedup();
}

/// Cuts whole phrases from the end until the title fits.
fn shorten(telling: &Telling<'_>, lead: &str, mut words: Vec<usize>, clause: &Clause) -> String {
    let needed = clause.verb.map_or(0, |verb| verb.to.unwrap_or(verb.head));
    loop {
        let title = join(telling, lead, &words);
        if title.chars().count() <= LONGEST {
            return title;
        }
        let cut = words.iter().enumerate().rev().find(|&(place, &word)| {
            place > 1
                && word > needed
                && telling.words.get(word).is_some_and(|found| {
                    (found.is(class::PREPOSITION | class::SUBORDINATOR | class::COORDINATOR | class::TO)
                        && !found.is(class::OF)
                        || found.kind == Kind::Comma
                        || matches!(found.kind, Kind::Dash | Kind::Break))
                        && !in_quotes(telling, word)
                })
        });
        match cut {
            Some((place, _)) => words.truncate(place),
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
        if count >= LONGEST {
            break;
        }
        if letter == ' ' {
            end = place;
        }
    }
    String::from(title.get(..end).unwrap_or(title).trim_end_matches([',', ' ', '-', '–']))
}

/// The words as one text: their own spacing where they are neighbours, one space where words were left out.
fn join(telling: &Telling<'_>, lead: &str, words: &[usize]) -> String {
    let mut title = String::from(lead);
    let mut previous: Option<usize> = None;
    for &place in words {
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
        title.push_str(telling.word(place));
        previous = Some(place);
    }
    let trimmed = title
        .trim_end_matches([',', ';', ':', '.', '–', '—', '-', ' ', '('])
        .trim_start_matches([',', ' ', '–', '—', '-']);
    balanced(trimmed)
}

/// Drops a quotation mark or bracket that has lost its partner; begins with a capital.
fn balanced(title: &str) -> String {
    let straight = title.matches('"').count() % 2 == 1;
    let lonely = |open: char, close: char| title.contains(open) != title.contains(close);
    let (curly, round) = (lonely('“', '”'), lonely('(', ')'));
    let mut out = String::with_capacity(title.len());
    for letter in title.chars() {
        let drop =
            straight && letter == '"' || curly && matches!(letter, '“' | '”') || round && matches!(letter, '(' | ')');
        if drop {
            continue;
        }
        if out.is_empty() {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
    }
    String::from(out.trim())
}
