//! RelativeTo tokens to mentions: runs of known words go through the levels of the grammar, each level building on the one before.
//!
//! In: the tokens of one text. Out: [`Mention`]s with their meanings, in text order, never overlapping.
//! It must never learn when the text was published.

use super::dated::{Modifier, Signal};
use super::meaning::{Base, Meaning};
use super::number;
use super::said::{Said, merge};
use super::slot::fill;
use crate::base::steps::step;
use crate::language::Language;
use crate::language::field::Field;
use crate::language::pattern::Make;
use crate::language::symbol;
use crate::language::symbol::ClassEntry;
use crate::language::trie::{Readings, Trie, TrieMatch};
use crate::language::{Token, TokenKind};

/// Words that speak of time, and what they say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// First token of the signal in front; equal to `first` without one.
    pub phrase: u32,
    pub signal: Option<Signal>,
    pub modifier: Option<Modifier>,
    /// The kinds of text it counts in, as bits; 0 for all.
    pub kinds: u8,
    pub meaning: Meaning,
    /// The line of the language file that made it.
    pub line: u32,
}

/// A piece of a run: a word, or what a pattern made of several.
#[derive(Clone, Copy, Debug)]
struct Piece {
    first: u32,
    end: u32,
    readings: Readings,
    /// Place in the list of fields plus one; 0 for a plain word.
    fields: u32,
    make: Make,
    line: u32,
}

/// Reusable memory of the composing.
#[derive(Default)]
pub(super) struct Composer {
    items: Vec<Piece>,
    spare: Vec<Piece>,
    fields: Vec<Said>,
    /// The levels that have a pattern beginning with some item of the run, as bits.
    starts: u16,
}

impl Composer {
    /// Adds the mentions of a text to `mentions`.
    pub(super) fn compose(&mut self, tokens: &[Token], language: &Language, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        while at < tokens.len() {
            // A run: words that some pattern knows, side by side in one paragraph.
            let begin = at;
            let mut trigger = false;
            step();
            while let Some(token) = tokens.get(at) {
                let (known, triggers) = kind_of(token, language);
                if !known || (at > begin && token.has(Token::PARAGRAPH)) {
                    break;
                }
                trigger |= triggers;
                at += 1;
                step();
            }
            if trigger {
                self.read_run(tokens, begin, at, language);
                for (number, level) in language.levels.iter().enumerate() {
                    let bit = 1 << number.min(15);
                    if self.starts & bit != 0 {
                        self.run_level(level, bit, language);
                    }
                }
                self.collect(tokens, language, mentions);
            }
            if at == begin {
                at += 1;
            }
        }
    }

    /// Makes items of the tokens of a run, and of the unknown word on either side, for patterns that ask for a capital.
    fn read_run(&mut self, tokens: &[Token], begin: usize, end: usize, language: &Language) {
        self.items.clear();
        self.fields.clear();
        self.starts = 0;
        let paragraph = |at: usize| tokens.get(at).is_none_or(|token| token.has(Token::PARAGRAPH));
        if let Some(before) = begin.checked_sub(1).filter(|_| !paragraph(begin)) {
            self.items.push(read_item(tokens, before, before + 1, language));
        }
        let mut at = begin;
        while at < end {
            let item = read_item(tokens, at, end, language);
            at = item.end as usize;
            self.items.push(item);
        }
        if !paragraph(end) {
            self.items.push(read_item(tokens, end, end + 1, language));
        }
        for item in &self.items {
            self.starts |= starts(&item.readings, language);
        }
    }

    fn run_level(&mut self, level: &Trie, bit: u16, language: &Language) {
        self.spare.clear();
        let mut at = 0;
        while let Some(&item) = self.items.get(at) {
            if starts(&item.readings, language) & bit == 0 {
                step();
                self.spare.push(item);
                at += 1;
                continue;
            }
            let rest = self.items.get(at..).unwrap_or(&[]);
            let found = level.longest(rest.iter().map(|item| &item.readings));
            let Some(found) = found.filter(|found| !self.is_outdone(at, found, level)) else {
                self.spare.push(item);
                at += 1;
                continue;
            };
            at += self.reduce(at, &found, level, language);
        }
        core::mem::swap(&mut self.items, &mut self.spare);
    }

    /// Whether a match that begins with words it only looks at ("in [March]") stands in the way of a longer one that begins with one of
    /// them ("in the spring of 1990": "the spring of 1990").
    fn is_outdone(&mut self, at: usize, found: &TrieMatch, level: &Trie) -> bool {
        let Some(variant) = level.variants.get(usize::from(found.variant)) else { return false };
        let [(context, _), ..] = variant.ranges;
        (1..=usize::from(context)).any(|ahead| {
            let rest = self.items.get(at + ahead..).unwrap_or(&[]);
            let other = level.longest(rest.iter().map(|item| &item.readings));
            let other = other.and_then(|other| level.variants.get(usize::from(other.variant)));
            other.is_some_and(|other| ahead + other.reach() > variant.reach())
        })
    }

    /// Puts what a match makes behind the items of the next level; gives the number of items used up.
    fn reduce(&mut self, at: usize, found: &TrieMatch, level: &Trie, language: &Language) -> usize {
        let Some(variant) = level.variants.get(usize::from(found.variant)) else { return 1 };
        let Some(pattern) = language.patterns.get(usize::from(variant.pattern)) else { return 1 };
        let mut done = 0;
        let first_made = self.fields.len();
        for &(from, to) in variant.ranges.iter().take(usize::from(variant.groups)) {
            let (from, to) = (usize::from(from), usize::from(to));
            for item in self.items.get(at + done..at + from).unwrap_or(&[]) {
                self.spare.push(*item);
            }
            let mut fields = Said::default();
            let (mut first, mut end) = (0, 0);
            for place in from..to {
                let Some(item) = self.items.get(at + place) else { break };
                if place == from {
                    first = item.first;
                }
                end = item.end;
                match (item.fields as usize).checked_sub(1).and_then(|place| self.fields.get(place)) {
                    Some(inner) => merge(&mut fields, inner),
                    None => {
                        let chosen = usize::from(found.chosen.get(place).copied().unwrap_or(0));
                        if let Some(entry) = item.readings.all().get(chosen) {
                            fill(language.symbol(entry.symbol).field, entry.value, &mut fields);
                        }
                    }
                }
            }
            for &(field, value) in &pattern.settings {
                // What the line sets counts, whatever number the words had: "day 3" is one day.
                if field == Field::Number {
                    fields.number = None;
                }
                fill(field, value, &mut fields);
            }
            if matches!(pattern.make, Make::Length | Make::Every) {
                fields.step = None;
            } else {
                fields.settle();
            }
            self.fields.push(fields);
            let mut readings = Readings::default();
            if pattern.make != Make::Nothing {
                readings.push(pattern.symbol, 0);
                self.starts |= language.symbol(pattern.symbol).starts;
            }
            self.spare.push(Piece {
                first,
                end,
                readings,
                fields: self.fields.len() as u32,
                make: pattern.make,
                line: pattern.line,
            });
            done = to;
        }
        self.share(first_made);
        done.max(1)
    }

    /// The mentions of one pattern lend each other what they lack: "4 and 5 May", "from April to June 1957".
    fn share(&mut self, first: usize) {
        let made = self.fields.len();
        if made < first + 2 {
            return;
        }
        for place in first..made {
            for other in (first..made).filter(|other| *other != place) {
                let Some(lender) = self.fields.get(other).copied() else { continue };
                let Some(fields) = self.fields.get_mut(place) else { continue };
                let (point, from) = (&mut fields.point, lender.point);
                point.base = match (point.base, from.base) {
                    (Base::Open, base) => base,
                    // "1958-59"
                    (Base::ShortYear(short), Base::Year(year)) => {
                        Base::Year(year.div_euclid(100) * 100 + i32::from(short))
                    }
                    (base, _) => base,
                };
                if point.day.is_some() || point.weekday.is_some() && from.day.is_none() {
                    point.month = point.month.or(from.month);
                }
                if point.clock.is_some() || point.daypart.is_some() {
                    (point.day, point.month) = (point.day.or(from.day), point.month.or(from.month));
                    point.weekday = point.weekday.or(from.weekday);
                }
                point.zone = point.zone.or(from.zone);
                fields.share_meridiem(&lender);
            }
        }
    }

    fn collect(&mut self, tokens: &[Token], language: &Language, mentions: &mut Vec<Mention>) {
        let mut before: Option<&Piece> = None;
        for item in &self.items {
            let fields = (item.fields as usize).checked_sub(1).and_then(|place| self.fields.get(place));
            if let Some(fields) = fields
                && let Some(meaning) = fields.meaning(item.make)
            {
                let mut mention = Mention {
                    first: item.first,
                    end: item.end,
                    phrase: item.first,
                    signal: None,
                    modifier: fields.modifier,
                    kinds: fields.kinds,
                    meaning,
                    line: item.line,
                };
                if let Some((signal, from)) = before.and_then(|before| signal_of(before, &self.fields, language)) {
                    (mention.signal, mention.phrase) = (Some(signal), from);
                }
                // The word on either side of a run is read along, for patterns that look at it; so two runs side by side may find the same words.
                if mentions.last().is_none_or(|last| last.end <= mention.first) && (item.end as usize) <= tokens.len() {
                    mentions.push(mention);
                }
            }
            before = Some(item);
        }
    }
}

/// The levels that have a pattern beginning with one of the readings, as bits.
fn starts(readings: &Readings, language: &Language) -> u16 {
    readings.all().iter().fold(0, |levels, entry| levels | language.symbol(entry.symbol).starts)
}

/// The signal that an item is, if it is one, and its first token.
fn signal_of(item: &Piece, fields: &[Said], language: &Language) -> Option<(Signal, u32)> {
    let inner = (item.fields as usize).checked_sub(1).and_then(|place| fields.get(place));
    if let Some(inner) = inner {
        return if item.make == Make::Part { inner.signal.map(|signal| (signal, item.first)) } else { None };
    }
    let entry = item.readings.all().iter().find(|entry| language.symbol(entry.symbol).field == Field::Signal)?;
    let mut fields = Said::default();
    fill(Field::Signal, entry.value, &mut fields);
    fields.signal.map(|signal| (signal, item.first))
}

/// Whether some pattern knows a token, and whether it can make words around it speak of time.
fn kind_of(token: &Token, language: &Language) -> (bool, bool) {
    match token.kind {
        TokenKind::Word => language.in_patterns(token.word),
        TokenKind::Number | TokenKind::Decimal | TokenKind::Clock => (true, true),
        TokenKind::Sign => (token.is_sign(b'-') || sign_symbol(token, language) != 0, false),
        TokenKind::Other => (false, false),
    }
}

fn sign_symbol(token: &Token, language: &Language) -> u16 {
    usize::try_from(token.number).ok().and_then(|sign| language.signs.get(sign)).copied().unwrap_or(0)
}

/// The item that begins at a token and ends before `end`.
fn read_item(tokens: &[Token], at: usize, end: usize, language: &Language) -> Piece {
    let mut item = Piece {
        first: at as u32,
        end: at as u32 + 1,
        readings: Readings::default(),
        fields: 0,
        make: Make::Nothing,
        line: 0,
    };
    let rest = tokens.get(at..end.min(tokens.len())).unwrap_or(&[]);
    let Some(token) = rest.first() else { return item };
    match token.kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Decimal | TokenKind::Clock => {
            let entries = language.used_entries(token.word);
            let numeric = |entry: &ClassEntry| {
                matches!(language.symbol(entry.symbol).field, Field::Numeral | Field::Scale | Field::OrdinalWord)
            };
            if (token.kind != TokenKind::Word || entries.iter().any(numeric))
                && let Some((readings, len)) = number::read(rest, language)
            {
                (item.readings, item.end) = (readings, (at + len) as u32);
                return item;
            }
            for entry in entries.iter().filter(|entry| !entry.capital || token.has(Token::CAPITAL)) {
                item.readings.push(entry.symbol, entry.value);
            }
            if item.readings.is_empty() {
                item.readings.push(if token.has(Token::CAPITAL) { symbol::CAPITAL } else { symbol::LOWER }, 0);
            }
        }
        TokenKind::Sign => {
            let spaced = token.has(Token::SPACE) || tokens.get(at + 1).is_none_or(|next| next.has(Token::SPACE));
            let dash = token.is_sign(b'-') && spaced;
            item.readings.push(if dash { symbol::DASH } else { sign_symbol(token, language) }, 0);
        }
        TokenKind::Other => item.readings.push(symbol::OTHER, 0),
    }
    item
}
