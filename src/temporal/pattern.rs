//! Reads the pattern of one line into all the sequences of symbols it stands for.
//!
//! In: `("the" | "a")? month [day]`. Out: sequences of symbol numbers, brackets among them. It must never learn what they mean.

use super::language::Entry;
use super::reader::Reader;
use super::reader::hash_of_lower;
use super::slot::Field;
use crate::base::find;

/// Sequences one pattern line may stand for at most.
const MOST_VARIANTS: usize = 4096;

/// Brackets in a sequence.
pub(super) const OPEN: u16 = u16::MAX;
pub(super) const CLOSE: u16 = u16::MAX - 1;

/// Reads a pattern into all the sequences of symbols it stands for.
pub(super) struct Parser<'a> {
    pub rest: &'static str,
    pub reader: &'a mut Reader,
    pub problem: Option<&'static str>,
}

impl Parser<'_> {
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

    fn literal(&mut self, literal: &'static str) -> u16 {
        let word = literal.len() > 1 || literal.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let symbol = self.reader.symbol(literal, true, Field::None);
        if word {
            let capital = literal.bytes().any(|byte| byte.is_ascii_uppercase());
            self.reader.listed.push((hash_of_lower(literal), literal, Entry { symbol, value: 0, capital }));
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
