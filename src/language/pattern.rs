//! Patterns: what one line of a language file finds and makes, and how such a line is read.
//!
//! In: `("the" | "a")? month [day]`. Out: all the sequences of symbol numbers it stands for, brackets among them.
//! It must never learn what they mean.

use super::field::Field;
use super::file::FileReader;
use super::symbol::ClassEntry;
use super::vocabulary::Listing;
use crate::base::find;

/// A pattern line.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) line: u32,
    pub(crate) symbol: u16,
    pub(crate) make: Make,
    /// Fields that the line itself sets, after its slots.
    pub(crate) settings: Vec<(Field, i32)>,
}

/// What a pattern makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Make {
    Point,
    Length,
    Every,
    SetAt,
    Vague,
    /// A part that other patterns use, no mention on its own.
    Part,
    /// Words that are no time and hide what is inside them.
    Nothing,
}

impl Make {
    /// By its name in language files.
    pub(super) fn named(name: &str) -> Option<Make> {
        Some(match name {
            "point" => Make::Point,
            "length" => Make::Length,
            "every" => Make::Every,
            "at" => Make::SetAt,
            "vague" => Make::Vague,
            "part" => Make::Part,
            "nothing" => Make::Nothing,
            _ => return None,
        })
    }
}

/// Sequences one pattern line may stand for at most.
const MOST_VARIANTS: usize = 4096;

/// Brackets in a sequence.
pub(super) const OPEN: u16 = u16::MAX;
pub(super) const CLOSE: u16 = u16::MAX - 1;

/// Reads a pattern into all the sequences of symbols it stands for.
pub(super) struct PatternParser<'r, 'f> {
    pub(super) rest: &'f str,
    pub(super) reader: &'r mut FileReader<'f>,
    pub(super) problem: Option<&'static str>,
}

impl<'f> PatternParser<'_, 'f> {
    /// `a b | c`, to the closing parenthesis or the end.
    pub(super) fn alternatives(&mut self, depth: usize) -> Vec<Vec<u16>> {
        let mut all = self.sequence(depth);
        while self.problem.is_none() && self.eat('|') {
            all.extend(self.sequence(depth));
        }
        all
    }

    fn sequence(&mut self, depth: usize) -> Vec<Vec<u16>> {
        let mut all: Vec<Vec<u16>> = vec![Vec::new()];
        while self.problem.is_none() {
            self.rest = self.rest.trim_start();
            let mut part = match self.rest.as_bytes().first() {
                None | Some(b')' | b'|' | b';') => return all,
                Some(b'(') if depth < 8 => {
                    self.eat('(');
                    let inner = self.alternatives(depth + 1);
                    if !self.eat(')') {
                        self.problem = Some("A parenthesis is not closed.");
                    }
                    inner
                }
                Some(b'(') => {
                    self.problem = Some("Parentheses are nested too deep.");
                    return all;
                }
                Some(b'[') => {
                    self.eat('[');
                    vec![vec![OPEN]]
                }
                Some(b']') => {
                    self.eat(']');
                    vec![vec![CLOSE]]
                }
                _ => vec![vec![self.atom()]],
            };
            if self.eat('?') {
                part.push(Vec::new());
            }
            if all.len() * part.len() > MOST_VARIANTS {
                self.problem = Some("The pattern stands for too many sequences.");
                return all;
            }
            let mut product = Vec::with_capacity(all.len() * part.len());
            for before in &all {
                for after in &part {
                    let mut joined = before.clone();
                    joined.extend_from_slice(after);
                    product.push(joined);
                }
            }
            all = product;
        }
        all
    }

    /// A name, or words and signs in quotes.
    fn atom(&mut self) -> u16 {
        if let Some(quoted) = self.rest.strip_prefix('"') {
            let Some((literal, rest)) = quoted.split_once('"') else {
                self.problem = Some("A quote is not closed.");
                return 0;
            };
            self.rest = rest;
            return self.literal(literal);
        }
        let end = self.rest.find(|c: char| c.is_whitespace() || find::has("()[]|?;\"", c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        match self.reader.find(name, false) {
            Some(number) => number,
            None => {
                self.problem = Some("A name in the pattern is no class and no label; literals stand in quotes.");
                0
            }
        }
    }

    fn literal(&mut self, literal: &'f str) -> u16 {
        let word = literal.len() > 1 || literal.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let symbol = self.reader.symbol(literal, true, Field::None);
        if word {
            let capital = literal.bytes().any(|byte| byte.is_ascii_uppercase());
            self.reader.listed.push(Listing::entry(literal, ClassEntry { symbol, value: 0, capital }));
        } else if let Some(slot) =
            literal.bytes().next().and_then(|sign| self.reader.language.signs.get_mut(usize::from(sign)))
        {
            *slot = symbol;
        }
        symbol
    }

    fn eat(&mut self, wanted: char) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}
