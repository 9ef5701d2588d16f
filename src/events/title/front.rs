//! The front of a title: leading dates, connectives and insertions go.
//!
//! In: the words of a title. Out: fewer of them. It must never take a word from behind the verb.

use super::super::telling::Telling;
use crate::language::class;
use crate::language::word::WordKind;

/// Leaves out leading dates, connectives, adverbs and commas, a fronted phrase up to its comma, and a place name with a dash.
pub(super) fn trim_front(telling: &Telling<'_>, words: &mut Vec<usize>, dates: &impl Fn(usize) -> bool) {
    let is_comma = |&word: &usize| telling.kind(word) == Some(WordKind::Comma);
    let dateline = words.iter().take(10).position(|&word| telling.kind(word) == Some(WordKind::Dash));
    if let Some(dash) = dateline
        && words.iter().take(dash).all(|&word| {
            telling.words.get(word).is_some_and(|word| word.capital || word.kind != WordKind::Word || word.mention)
        })
    {
        words.drain(..=dash);
    }
    let dated = words.first().is_some_and(|&word| dates(word));
    let light = |&&word: &&usize| {
        let connects = telling.is(word, class::CONNECTIVE | class::COORDINATOR) && !telling.is(word, class::PRONOUN);
        let sign = !matches!(
            telling.kind(word),
            Some(WordKind::Word | WordKind::Number | WordKind::QuoteOpen | WordKind::Open)
        );
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
pub(super) fn drop_appositive(telling: &Telling<'_>, words: &mut Vec<usize>) {
    let is_comma = |word: &usize| telling.kind(*word) == Some(WordKind::Comma);
    let (Some(first), Some(last)) = (words.iter().position(is_comma), words.iter().rposition(is_comma)) else { return };
    let name = words.get(first + 1..last).unwrap_or(&[]);
    let is_name = |&word: &usize| {
        telling
            .words
            .get(word)
            .is_some_and(|word| word.capital && word.kind == WordKind::Word || word.kind == WordKind::Stop)
    };
    // "Her deputy, Ann Ray," is Ann Ray; "the mayor, Ann Ray," loses only the commas.
    if (2..5).contains(&name.len())
        && name.iter().all(is_name)
        && words.get(first.wrapping_sub(1)).is_some_and(|word| !is_name(word))
    {
        let owner = words.first().is_some_and(|&word| telling.is(word, class::POSSESSIVE));
        words.drain(last..=last);
        words.drain(if owner { 0..=first } else { first..=first });
        return;
    }
    let behind = last + 1 < words.len();
    let list = telling.any(words.get(first..).unwrap_or(&[]), class::COORDINATOR);
    if !behind || first < last && !list {
        words.drain(first..=last);
    }
}
