//! What the parser is shown of a sentence: brackets left out, times as one word each, rare verbs with the ending of regular ones.
//!
//! In: a sentence with its mentions of time. Out: its tree, set back upon the words as written.
//! It must never learn what a clause or an event is.

use super::tree::TextTree;
use crate::base::date::Precision;
use crate::base::find;
use crate::base::list::List;
use crate::base::span::Span;
use crate::events::sentence::Sentence;
use crate::language::{Language, class, lower};
use crate::syntax::tokens::tokens;
use crate::syntax::{Dep, Model, Node, Parser, Pos, Relation, Sure, Tree};
use crate::temporal::meaning::Base;
use crate::temporal::{Dated, Meaning};
use std::borrow::Cow;

/// The tree of a stretch of a text. What stands in brackets is parsed as if it were not there, and hangs on the word before.
pub(super) fn tree(
    parser: &mut Parser<'_>,
    model: &Model,
    language: &Language,
    sentence: &Sentence<'_>,
    span: Span,
) -> TextTree {
    let written = span.of(sentence.text);
    let mut words = Vec::new();
    for word in tokens(written, &model.splitting) {
        // "(March 4)": the bracket is none of the number's.
        let close = word.of(written).strip_suffix(')').filter(|front| !front.is_empty() && !find::has(front, '('));
        match close {
            Some(front) => {
                let middle = word.start + front.len();
                words.extend([Span::new(word.start, middle), Span::new(middle, word.end)]);
            }
            None => words.push(word),
        }
    }
    // "It ends on 5 May 2020.", "on November 5.": the point that ends a sentence is none of a number's.
    if let Some(last) = words.last_mut()
        && last.len() > 1
        && last.of(written).strip_suffix('.').is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    {
        last.end -= 1;
        let point = Span::new(last.end, last.end + 1);
        words.push(point);
    }
    let bracketed = bracketed(&words.iter().map(|word| word.of(written)).list());
    let outside = |place: &usize| bracketed.get(*place).copied().flatten().is_none();
    let kept = (0..words.len()).filter(outside).list();
    let places = words.iter().map(|word| Span::new(span.start + word.start, span.start + word.end)).list();
    let groups = groups(sentence, language, &kept.iter().filter_map(|&place| places.get(place).copied()).list());
    let mut named = Vec::with_capacity(groups.len());
    for group in &groups {
        let word =
            |place: usize| kept.get(place).and_then(|&place| words.get(place)).map_or("", |word| word.of(written));
        named.push(match group.len {
            1 => shown(word(group.first), language),
            _ => Cow::Borrowed(time_word(language, word, group)),
        });
    }
    let mut tree = parsed_in_parts(parser, &named.iter().map(|word| word.as_ref()).list());
    if show_regular(&mut named, &tree, language) {
        tree = parsed_in_parts(parser, &named.iter().map(|word| word.as_ref()).list());
    }
    TextTree::of(&spread(&tree, &groups), &places, &kept, &bracketed)
}

/// Words that the parser is shown as one.
struct Group {
    first: usize,
    len: usize,
    /// The mention's words make up a month or more.
    long: bool,
}

/// The kept words, those of each mention of time with a figure as one group: "6" of "March 6" is nobody's number.
fn groups(sentence: &Sentence<'_>, language: &Language, kept: &[Span]) -> Vec<Group> {
    let groups_times = !language.text("shown-time").is_empty();
    let mut groups: Vec<Group> = Vec::with_capacity(kept.len());
    let mut place = 0;
    while let Some(&word) = kept.get(place) {
        let mention = sentence.mentions.iter().map(|mention| &mention.dated).find(|dated| {
            let figure = || dated.span.of(sentence.text).bytes().any(|letter| letter.is_ascii_digit());
            groups_times
                && dated.range.is_some()
                && dated.span.start <= word.start
                && word.end <= dated.span.end
                && (figure() || is_counted(dated))
        });
        let len = mention
            .map_or(1, |dated| kept.iter().skip(place).take_while(|word| word.end <= dated.span.end).count().max(1));
        let long = mention.and_then(|dated| dated.range).is_some_and(|range| range.precision >= Precision::Month);
        groups.push(Group { first: place, len, long });
        place += len;
    }
    groups
}

/// "two days later"
fn is_counted(dated: &Dated) -> bool {
    matches!(dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Shift(..)))
}

/// The word that stands for a mention: "yesterday" where it stands by itself, else a day's name or a year behind its preposition or article.
fn time_word<'a>(language: &'a Language, word: impl Fn(usize) -> &'a str, group: &Group) -> &'a str {
    let before = group.first.checked_sub(1).map_or("", &word);
    let led = language.look_up(&lower(before)).classes & (class::PREPOSITION | class::DETERMINER | class::SUBORDINATOR);
    let owner = language.text("genitive") == word(group.first + group.len);
    language.text(match (led != 0 || owner, group.long) {
        (false, _) => "shown-time",
        (true, false) => "shown-day",
        (true, true) => "shown-year",
    })
}

/// A tree of groups as one of words: the first word of a group stands where the group stood, the others hang on it.
fn spread(tree: &Tree, groups: &[Group]) -> Tree {
    let mut nodes = Vec::new();
    for (node, group) in tree.nodes.iter().zip(groups) {
        let head = node.head.and_then(|head| groups.get(head)).map(|group| group.first);
        nodes.push(Node { head, ..*node });
        for _ in 1..group.len {
            let sure = Sure { pos: 1.0, head: 1.0, relation: 1.0 };
            nodes.push(Node { pos: node.pos, head: Some(group.first), relation: INSIDE, sure });
        }
    }
    Tree { nodes, cut: tree.cut }
}

/// What the later words of a mention are to its first.
const INSIDE: Relation = Relation { kind: Dep::Flat, subtype: None };

/// The tree of a sentence whose parts between semicolons are parsed by themselves; the roots of later parts hang on that of the first.
fn parsed_in_parts(parser: &mut Parser<'_>, words: &[&str]) -> Tree {
    let mut whole = Tree::default();
    let mut root = None;
    for part in words.split_inclusive(|word| *word == ";") {
        let from = whole.nodes.len();
        for mut node in parser.parse(part).nodes {
            node.head = node.head.map(|head| head + from);
            if node.head.is_none() {
                match root {
                    Some(first) => (node.head, node.relation) = (Some(first), PART),
                    None => root = Some(whole.nodes.len()),
                }
            }
            whole.nodes.push(node);
        }
    }
    whole
}

/// What a part behind a semicolon is to the part before.
const PART: Relation = Relation { kind: Dep::Parataxis, subtype: None };

/// A word as the parser is shown it: "IS", "US", written like names, are none of the small words that they look like.
fn shown<'a>(word: &'a str, language: &Language) -> Cow<'a, str> {
    let shouted = word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    if shouted && language.look_up(&lower(word)).classes & SMALL != 0 {
        Cow::Owned(word.repeat(2))
    } else {
        Cow::Borrowed(word)
    }
}

/// "overran", "swept": a verb's past that the parser takes for something else is shown to it with the ending that regular verbs have. Says whether
/// there was one.
fn show_regular(named: &mut [Cow<'_, str>], tree: &Tree, language: &Language) -> bool {
    let Some(ending) = language.regular_past() else { return false };
    let past = class::PAST | class::PARTICIPLE;
    let mut found = false;
    for (place, word) in named.iter_mut().enumerate() {
        let pos = |place: usize| tree.nodes.get(place).map(|node| node.pos);
        let facts = language.look_up(word);
        let only_past = facts.forms & class::PAST != 0 && facts.forms & !past == 0 && !word.ends_with(ending);
        // "a burst", "the wound": a noun after all.
        let noun = place
            .checked_sub(1)
            .and_then(pos)
            .is_some_and(|before| matches!(before, Pos::Det | Pos::Adj | Pos::Adp | Pos::Num));
        if only_past && !noun && !matches!(pos(place), Some(Pos::Verb | Pos::Aux)) {
            word.to_mut().push_str(ending);
            found = true;
        }
    }
    found
}

/// Classes of small words.
const SMALL: class::Classes =
    class::BE | class::PRONOUN | class::SUBJECT_PRONOUN | class::DETERMINER | class::RELATIVE | class::PREPOSITION;

/// The longest bracket that is left out of a sentence's tree, in words.
const LONGEST_BRACKET: usize = 40;

/// For each word inside brackets the place of the one that opens. A sentence that begins with a bracket is one itself.
fn bracketed(words: &[&str]) -> Vec<Option<usize>> {
    let mut inside = vec![None; words.len()];
    let mut place = 0;
    while place < words.len() {
        let opens = place > 0 && matches!(words.get(place), Some(&"(" | &"["));
        let mut depth = 0;
        let close = words.iter().skip(place).take(LONGEST_BRACKET).position(|word| {
            depth += i32::from(matches!(*word, "(" | "[")) - i32::from(matches!(*word, ")" | "]"));
            depth == 0
        });
        match close.filter(|_| opens) {
            Some(length) => {
                inside.iter_mut().skip(place).take(length + 1).for_each(|inside| *inside = Some(place));
                place += length + 1;
            }
            None => place += 1,
        }
    }
    inside
}
