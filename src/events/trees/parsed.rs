//! A parsed sentence: its tree with what the language knows of each word, which words speak of time, which are quoted.
//!
//! In: a sentence of the article, its tree, the language. Out: questions answered about its nodes.
//! It must never learn what a clause or an event is.

use super::mend::{mend, mend_dates, mend_garden_path, mend_led, mend_rootless, mend_second_subject, mend_verbless};
use super::tree::{Node, Role, TextTree};
use crate::base::letter::is_capital;
use crate::base::list::List;
use crate::base::span::Span;
use crate::events::sentence::Sentence;
use crate::language::Language;
use crate::language::class::{Classes, Facts, Forms};
use crate::language::lower;
use crate::syntax::Pos;

/// A sentence with its tree.
pub(super) struct Parsed<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) tree: TextTree,
    entries: Vec<Facts>,
    /// For each node the number of the mention of time that it stands in.
    mentions: Vec<Option<usize>>,
    quoted: Vec<bool>,
}

impl<'a> Parsed<'a> {
    pub(super) fn new(sentence: &'a Sentence<'a>, mut tree: TextTree, language: &Language) -> Parsed<'a> {
        let shouted = |word: &str| {
            word.len() > 1
                && !word.bytes().any(|letter| letter.is_ascii_lowercase())
                && word.bytes().any(|letter| letter.is_ascii_uppercase())
        };
        // "IS", "WHO" are names, unless all is written so.
        let all = tree.nodes.iter().filter(|node| shouted(node.span.of(sentence.text))).count() * 2 > tree.nodes.len();
        let look_up = |node: &Node| {
            let word = node.span.of(sentence.text);
            if shouted(word) && !all { Facts::default() } else { language.look_up(&lower(word)) }
        };
        let look_up = |node: &Node| {
            let mut entry = look_up(node);
            if node.pos == Pos::Verb && entry.forms == 0 {
                entry.forms = language.forms_by_ending(&lower(node.span.of(sentence.text)));
            }
            entry
        };
        let entries = tree.nodes.iter().map(look_up).list();
        name_the_shouted(&mut tree, |node| shouted(node.span.of(sentence.text)) && !all);
        let mentions = tree.nodes.iter().map(|node| mention_at(sentence, node)).list();
        let quoted = tree.nodes.iter().map(|node| is_quoted(sentence, node)).list();
        let comma = tree.nodes.iter().map(|node| node.span.of(sentence.text) == ",").list();
        let sign = tree.nodes.iter().map(|node| node.pos == Pos::Punct).list();
        mend_led(&mut tree.nodes);
        mend_garden_path(&mut tree.nodes, &entries, |place| sign.get(place) == Some(&true));
        mend_second_subject(&mut tree);
        mend_verbless(&mut tree, &entries, &mentions);
        mend_rootless(&mut tree, &entries);
        mend_dates(&mut tree.nodes, &mentions, |place| comma.get(place) == Some(&true));
        mend(&mut tree.nodes, &mentions, &entries);
        // Anew, because what stands under a node may have changed.
        let tree = TextTree::new(tree.nodes);
        Parsed { sentence, tree, entries, mentions, quoted }
    }

    pub(super) fn len(&self) -> usize {
        self.tree.nodes.len()
    }

    /// A node as written.
    pub(super) fn word(&self, place: usize) -> &'a str {
        self.tree.node(place).map_or("", |node| node.span.of(self.sentence.text))
    }

    pub(super) fn is(&self, place: usize, classes: Classes) -> bool {
        self.entries.get(place).is_some_and(|entry| entry.classes & classes != 0)
    }

    pub(super) fn has(&self, place: usize, forms: Forms) -> bool {
        self.entries.get(place).is_some_and(|entry| entry.forms & forms != 0)
    }

    pub(super) fn classes(&self, place: usize) -> Classes {
        self.entries.get(place).map_or(0, |entry| entry.classes)
    }

    pub(super) fn mention(&self, place: usize) -> Option<usize> {
        self.mentions.get(place).copied().flatten()
    }

    pub(super) fn quoted(&self, place: usize) -> bool {
        self.quoted.get(place).copied().unwrap_or(false)
    }

    pub(super) fn is_capital(&self, place: usize) -> bool {
        self.word(place).chars().next().is_some_and(is_capital)
    }

    /// A child of `place` with the role, of one of these classes.
    pub(super) fn child_of(&self, place: usize, role: Role, classes: Classes) -> Option<usize> {
        self.tree.children(place).find(|&child| self.tree.role(child) == role && self.is(child, classes))
    }

    /// Whether the sign right before or behind these nodes (both inclusive) sets them apart: a comma, dash or bracket.
    pub(super) fn is_apart(&self, first: usize, last: usize) -> (bool, bool) {
        let sign = |place: usize| {
            self.tree.pos(place) == Pos::Punct && !matches!(self.word(place), "'" | "\"" | "“" | "”" | "’" | "‘" | "-")
        };
        let inner = |place: usize| self.tree.pos(place) == Pos::Punct && sign(place);
        let before = inner(first) || first.checked_sub(1).is_some_and(sign);
        (before, inner(last) || sign(last + 1))
    }

    /// The nodes as they stand in the text, from `first` to `last`, both inclusive.
    pub(super) fn written(&self, first: usize, last: usize) -> &'a str {
        match (self.tree.node(first), self.tree.node(last)) {
            (Some(first), Some(last)) if first.span.start <= last.span.end => {
                Span::new(first.span.start, last.span.end).of(self.sentence.text)
            }
            _ => "",
        }
    }
}

/// "IS captured the city": a name in capitals that was taken for an auxiliary is the subject.
fn name_the_shouted(tree: &mut TextTree, shouted: impl Fn(&Node) -> bool) {
    for place in 0..tree.nodes.len() {
        let Some(&node) = tree.nodes.get(place) else { break };
        let carries = matches!(node.role, Role::Aux | Role::AuxPassive | Role::Cop);
        let Some(head) = node.head.filter(|_| shouted(&node)) else { continue };
        let subject = tree.child(head, Role::is_subject).is_some();
        if let Some(node) = tree.nodes.get_mut(place) {
            node.pos = if matches!(node.pos, Pos::Aux | Pos::Pron | Pos::Verb) { Pos::Propn } else { node.pos };
            if carries && !subject {
                node.role = Role::Subject;
            }
        }
    }
}

fn mention_at(sentence: &Sentence<'_>, node: &Node) -> Option<usize> {
    sentence.mentions.iter().position(|mention| mention.dated.phrase.join(mention.dated.span).overlaps(node.span))
}

fn is_quoted(sentence: &Sentence<'_>, node: &Node) -> bool {
    let place = sentence.words.partition_point(|word| word.span.end <= node.span.start);
    sentence.words.get(place).is_some_and(|word| word.quoted)
}
