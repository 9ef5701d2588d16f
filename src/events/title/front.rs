//! The front of a title: leading dates, connectives and insertions go.
//!
//! In: the words of a title. Out: fewer of them. It must never take a word from behind the verb.

use crate::events::sentence::Sentence;
use crate::language::class;
use crate::language::word::WordKind;

/// Leaves out leading dates, connectives, adverbs and commas, a fronted phrase up to its comma, and a place name with a dash.
pub(super) fn trim_front(sentence: &Sentence<'_>, words: &mut Vec<usize>, dates: &impl Fn(usize) -> bool) {
    let is_comma = |&word: &usize| sentence.kind(word) == Some(WordKind::Comma);
    let dateline = words.iter().take(10).position(|&word| sentence.kind(word) == Some(WordKind::Dash));
    if let Some(dash) = dateline
        && words.iter().take(dash).all(|&word| {
            sentence.words.get(word).is_some_and(|word| word.capital || word.kind != WordKind::Word || word.mention)
        })
    {
        words.drain(..=dash);
    }
    let dated = words.first().is_some_and(|&word| dates(word));
    let light = |&&word: &&usize| {
        let connects = sentence.is(word, class::CONNECTIVE | class::COORDINATOR) && !sentence.is(word, class::PRONOUN);
        let sign = !matches!(
            sentence.kind(word),
            Some(WordKind::Word | WordKind::Number | WordKind::QuoteOpen | WordKind::Open)
        );
        dates(word) || connects || sign
    };
    // "No, I", "thus far, the": nothing but adverbs up to the comma.
    let adverbs =
        words.iter().take_while(|&&word| sentence.is(word, class::NOT | class::ADVERB | class::CONNECTIVE)).count();
    if adverbs > 0 && words.get(adverbs).is_some_and(is_comma) {
        words.drain(..=adverbs);
    }
    let skip = words.iter().take_while(light).count();
    let comma_skipped = words.iter().take(skip).any(is_comma);
    words.drain(..skip);
    // "that" of "they said that the boy"
    if let [first, second, ..] = words.as_slice()
        && sentence.is(*first, class::SUBORDINATOR)
        && sentence.is(*first, class::RELATIVE)
        && sentence
            .words
            .get(*second)
            .is_some_and(|word| word.capital || word.is(class::DETERMINER | class::SUBJECT_PRONOUN))
    {
        words.remove(0);
    }
    let fronted = words
        .first()
        .is_some_and(|&word| sentence.is(word, class::PREPOSITION) && !sentence.is(word, class::DETERMINER));
    let list = sentence.any(words, class::COORDINATOR);
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
        trim_front(sentence, words, dates);
    }
    words.retain(|&word| !dates(word));
}

/// "Smith, a doctor, " loses what stands between the commas, unless it is a list.
pub(super) fn drop_appositive(sentence: &Sentence<'_>, words: &mut Vec<usize>) {
    let is_comma = |word: &usize| sentence.kind(*word) == Some(WordKind::Comma);
    let (Some(first), Some(last)) = (words.iter().position(is_comma), words.iter().rposition(is_comma)) else { return };
    let name = words.get(first + 1..last).unwrap_or(&[]);
    let is_name = |&word: &usize| {
        sentence
            .words
            .get(word)
            .is_some_and(|word| word.capital && word.kind == WordKind::Word || word.kind == WordKind::Stop)
    };
    // "Her deputy, Ann Ray," is Ann Ray; "the mayor, Ann Ray," loses only the commas.
    if (2..5).contains(&name.len())
        && name.iter().all(is_name)
        && words.get(first.wrapping_sub(1)).is_some_and(|word| !is_name(word))
    {
        let owner = words.first().is_some_and(|&word| sentence.is(word, class::POSSESSIVE));
        words.drain(last..=last);
        words.drain(if owner { 0..=first } else { first..=first });
        return;
    }
    let behind = last + 1 < words.len();
    let list = sentence.any(words.get(first..).unwrap_or(&[]), class::COORDINATOR);
    if !behind || first < last && !list {
        words.drain(first..=last);
    }
}
