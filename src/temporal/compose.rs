//! From tokens to mentions: runs of known words go through the levels of the grammar, each level building on the one before.
//!
//! In: the tokens of one text. Out: [`Mention`]s with their meanings, in text order, never overlapping.
//! It must never learn when the text was published.

use super::dated::{Modifier, Signal};
use super::grammar::{Match, Readings, Trie};
use super::language::Language;
use super::lexer::{Kind, Token};
use super::meaning::{Base, Fields, Make, Meaning};
use super::number;
use super::reader::{Field, symbol};
use super::slot::merge;

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
struct Item {
    first: u32,
    end: u32,
    readings: Readings,
    /// Place in the list of fields plus one; 0 for a plain word.
    fields: u32,
    make: Make,
    line: u32,
}

/// Reusable memory of the composing, and a count of its steps for the growth test.
#[derive(Default)]
pub(super) struct Composer {
    items: Vec<Item>,
    spare: Vec<Item>,
    fields: Vec<Fields>,
    pub work: u64,
}

impl Composer {
    /// Adds the mentions of a text to `mentions`.
    pub(super) fn compose(&mut self, tokens: &[Token], language: &Language, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        // The unknown word before a run is there to be seen by patterns that ask for a capital.
        let mut before = None;
        while let Some(token) = tokens.get(at) {
            self.work += 1;
            let (item, mut trigger, known) = read_item(tokens, at, language);
            let begins_paragraph = token.has(Token::PARAGRAPH);
            if !known {
                before = Some(item);
                at = item.end as usize;
                continue;
            }
            self.items.clear();
            self.fields.clear();
            self.items.extend(before.take().filter(|_| !begins_paragraph));
            self.items.push(item);
            at = item.end as usize;
            while let Some(token) = tokens.get(at)
                && !token.has(Token::PARAGRAPH)
            {
                self.work += 1;
                let (item, triggers, known) = read_item(tokens, at, language);
                self.items.push(item);
                at = item.end as usize;
                if !known {
                    before = Some(item);
                    break;
                }
                trigger |= triggers;
            }
            if trigger {
                for level in &language.levels {
                    self.run_level(level, language);
                }
                self.collect(tokens, language, mentions);
            }
        }
    }

    fn run_level(&mut self, level: &Trie, language: &Language) {
        self.spare.clear();
        let mut at = 0;
        while let Some(&item) = self.items.get(at) {
            let rest = self.items.get(at..).unwrap_or(&[]);
            let found = level.longest(rest.iter().map(|item| &item.readings), &mut self.work);
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
    fn is_outdone(&mut self, at: usize, found: &Match, level: &Trie) -> bool {
        let Some(variant) = level.variants.get(usize::from(found.variant)) else { return false };
        let [(context, _), ..] = variant.ranges;
        (1..=usize::from(context)).any(|ahead| {
            let rest = self.items.get(at + ahead..).unwrap_or(&[]);
            let other = level.longest(rest.iter().map(|item| &item.readings), &mut self.work);
            let other = other.and_then(|other| level.variants.get(usize::from(other.variant)));
            other.is_some_and(|other| ahead + other.reach() > variant.reach())
        })
    }

    /// Puts what a match makes behind the items of the next level; gives the number of items used up.
    fn reduce(&mut self, at: usize, found: &Match, level: &Trie, language: &Language) -> usize {
        let Some(variant) = level.variants.get(usize::from(found.variant)) else { return 1 };
        let Some(pattern) = language.patterns.get(usize::from(variant.pattern)) else { return 1 };
        let mut done = 0;
        let first_made = self.fields.len();
        for &(from, to) in variant.ranges.iter().take(usize::from(variant.groups)) {
            let (from, to) = (usize::from(from), usize::from(to));
            for item in self.items.get(at + done..at + from).unwrap_or(&[]) {
                self.spare.push(*item);
            }
            let mut fields = Fields::default();
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
                            language.symbol(entry.symbol).field.fill(entry.value, &mut fields);
                        }
                    }
                }
            }
            for &(field, value) in &pattern.settings {
                field.fill(value, &mut fields);
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
            }
            self.spare.push(Item {
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
            }
        }
    }

    fn collect(&mut self, tokens: &[Token], language: &Language, mentions: &mut Vec<Mention>) {
        let mut before: Option<&Item> = None;
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
                // What stood in a level's context of the run before is not told twice.
                if mentions.last().is_none_or(|last| last.end <= mention.first) && (item.end as usize) <= tokens.len() {
                    mentions.push(mention);
                }
            }
            before = Some(item);
        }
    }
}

/// The signal that an item is, if it is one, and its first token.
fn signal_of(item: &Item, fields: &[Fields], language: &Language) -> Option<(Signal, u32)> {
    let inner = (item.fields as usize).checked_sub(1).and_then(|place| fields.get(place));
    if let Some(inner) = inner {
        return if item.make == Make::Part { inner.signal.map(|signal| (signal, item.first)) } else { None };
    }
    let entry = item.readings.all().iter().find(|entry| language.symbol(entry.symbol).field == Field::Signal)?;
    let mut fields = Fields::default();
    Field::Signal.fill(entry.value, &mut fields);
    fields.signal.map(|signal| (signal, item.first))
}

/// The item that begins at a token; whether it can make a pattern speak of time; whether patterns know it at all.
fn read_item(tokens: &[Token], at: usize, language: &Language) -> (Item, bool, bool) {
    let mut item = Item {
        first: at as u32,
        end: at as u32 + 1,
        readings: Readings::default(),
        fields: 0,
        make: Make::Nothing,
        line: 0,
    };
    let rest = tokens.get(at..).unwrap_or(&[]);
    let Some(token) = rest.first() else { return (item, false, false) };
    match token.kind {
        Kind::Word => {
            let entries = language.used_entries(token.word);
            if entries.is_empty() {
                let capital = if token.has(Token::CAPITAL) { symbol::CAPITAL } else { symbol::LOWER };
                item.readings.push(capital, 0);
                return (item, false, false);
            }
            let numeric = entries.iter().any(|entry| {
                matches!(language.symbol(entry.symbol).field, Field::Numeral | Field::Scale | Field::OrdinalWord)
            });
            if numeric && let Some((readings, len)) = number::read(rest, language) {
                (item.readings, item.end) = (readings, (at + len) as u32);
                let trigger = readings.all().iter().any(|entry| language.symbol(entry.symbol).trigger);
                return (item, trigger, true);
            }
            let mut trigger = false;
            for entry in entries {
                if !entry.capital || token.has(Token::CAPITAL) {
                    item.readings.push(entry.symbol, entry.value);
                    trigger |= language.symbol(entry.symbol).trigger;
                }
            }
            if item.readings.is_empty() {
                item.readings.push(symbol::LOWER, 0);
                return (item, false, false);
            }
            (item, trigger, true)
        }
        Kind::Number | Kind::Decimal | Kind::Clock => match number::read(rest, language) {
            Some((readings, len)) => {
                (item.readings, item.end) = (readings, (at + len) as u32);
                (item, true, true)
            }
            None => (item, false, false),
        },
        Kind::Sign => {
            let spaced = token.has(Token::SPACE) || rest.get(1).is_some_and(|next| next.has(Token::SPACE));
            let sign = usize::try_from(token.number).unwrap_or(0);
            if sign == usize::from(b'-') && spaced {
                item.readings.push(symbol::DASH, 0);
            } else if let Some(&known) = language.signs.get(sign) {
                item.readings.push(known, 0);
            }
            let known = !item.readings.is_empty();
            (item, false, known)
        }
        Kind::Other => {
            item.readings.push(symbol::OTHER, 0);
            (item, false, false)
        }
    }
}
