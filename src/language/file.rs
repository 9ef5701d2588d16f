//! Reads a language file: classes, patterns, verbs, words for readers. What it does not understand becomes a [`Problem`], never a panic.
//!
//! In: the file's text. Out: a [`Language`]. It must never learn what the patterns are matched against.

use super::class;
use super::endings::Endings;
use super::field::Field;
use super::pattern::{CLOSE, Make, OPEN, Pattern, PatternParser};
use super::symbol::{self, BUILT_IN, ClassEntry, Symbol};
use super::trie::{GROUPS, LONGEST, Trie, Variant};
use super::vocabulary::{Listing, Vocabulary};
use super::{Language, Problem};
use crate::base::hash;
use crate::base::list::List;
use crate::base::span::Span;
use std::borrow::Cow;

pub(super) struct FileReader<'f> {
    file: &'f str,
    pub(super) language: Language,
    pub(super) listed: Vec<Listing<'f>>,
    /// Each symbol's name with its hash, to find symbols by.
    names: Vec<(u32, &'f str)>,
    line: usize,
}

pub(super) fn read(file: Cow<'static, str>) -> Language {
    let built_in = |&(_, field): &(&str, Field)| Symbol { field, trigger: field.is_trigger(), ..Symbol::default() };
    let mut reader = FileReader {
        file: &file,
        language: Language {
            text: Cow::Borrowed(""),
            code: Span::default(),
            vocabulary: Vocabulary::default(),
            endings: Endings::default(),
            symbols: BUILT_IN.iter().map(built_in).list(),
            signs: [0; 128],
            levels: Vec::new(),
            patterns: Vec::new(),
            texts: Vec::new(),
            problems: Vec::new(),
        },
        listed: Vec::with_capacity(6000),
        names: BUILT_IN.iter().map(|&(name, _)| (name_hash(name, false), name)).list(),
        line: 0,
    };
    // Classes and labels first, so that a pattern may name what stands below it.
    for patterns in [false, true] {
        reader.line = 0;
        let mut start = 0;
        for line in file.split_inclusive('\n') {
            reader.line += 1;
            if !matches!(line.trim_start().as_bytes().first(), None | Some(b'#' | b'+' | b'-')) {
                if patterns { reader.patterns(start) } else { reader.names(start) }
            }
            start += line.len();
        }
    }
    let FileReader { mut language, listed, .. } = reader;
    language.vocabulary = Vocabulary::of(listed, &language.symbols, &file, &mut language.problems);
    language.endings = Endings::of(&language.texts, &file);
    language.vocabulary.conjugate(&language.texts, &language.endings, &file);
    language.text = file;
    language
}

impl<'f> FileReader<'f> {
    fn problem(&mut self, message: &'static str, about: &str) {
        // In the browser nobody asks: the files are tested before they are shipped, and the sentences would be downloaded.
        if cfg!(not(target_arch = "wasm32")) {
            self.language.problems.push(Problem { line: self.line, message, about: about.into() });
        }
    }

    /// Where a part of the file stands in it.
    fn span(&self, part: &str) -> Span {
        span_in(self.file, part)
    }

    /// The line that begins at this byte.
    fn line_at(&self, start: usize) -> &'f str {
        self.file.get(start..).unwrap_or("").lines().next().unwrap_or("").trim()
    }

    fn names(&mut self, start: usize) {
        let line = self.line_at(start);
        let (head, rest) = line.split_once(':').unwrap_or((line, ""));
        let mut head = head.split_ascii_whitespace();
        let (kind, name, field) = (head.next().unwrap_or(""), head.next(), head.next());
        match (kind, name) {
            ("language", Some(code)) => self.language.code = self.span(code),
            ("text", Some(name)) => self.words_of(name, rest.trim()),
            ("level", None) => {}
            ("class", Some(name)) => {
                let Some(field) = Field::named(field.unwrap_or("none")) else {
                    return self.problem("There is no field with this name.", field.unwrap_or(""));
                };
                let symbol = self.symbol(name, false, field);
                if self.language.symbol(symbol).field != field {
                    return self.problem("This name is taken, with another field.", name);
                }
                for word in rest.split_ascii_whitespace() {
                    self.list(word, symbol, field);
                }
            }
            (label, Some(_)) => {
                self.symbol(label, false, Field::None);
            }
            _ => self.problem("A line is a language, class, text, level or pattern line.", line),
        }
    }

    /// A `text` line: kept, and where it is a list of words of one class, or of verbs, its words are listed.
    fn words_of(&mut self, name: &'f str, rest: &'f str) {
        let text = (self.span(name), self.span(rest));
        self.language.texts.push(text);
        if name == "irregular" {
            for verb in rest.split(';') {
                for (word, forms) in verb.split_ascii_whitespace().zip([class::BASE, class::PAST, class::PARTICIPLE]) {
                    self.listed.push(Listing::facts(word, class::VERB, forms));
                }
            }
        } else if let Some(forms) = class::forms_named(name) {
            self.listed.extend(rest.split_ascii_whitespace().map(|word| Listing::facts(word, 0, forms)));
        } else if let Some(classes) = class::named(name) {
            let forms = if classes & class::ANY_VERB != 0 { class::BASE } else { 0 };
            self.listed.extend(rest.split_ascii_whitespace().map(|word| Listing::facts(word, classes, forms)));
        }
    }

    /// `word`, `word=3`, `word=week`, `abbr.=3`.
    fn list(&mut self, item: &'f str, symbol: u16, field: Field) {
        let (word, value) = item.split_once('=').unwrap_or((item, "0"));
        let value = value.parse().ok().or_else(|| field.value_named(value));
        let Some(value) = value else {
            return self.problem("This is neither a number nor a name of the field's.", item);
        };
        let capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
        let entry = ClassEntry { symbol, value, capital };
        // "nov." is an abbreviation that swallows its point; "p.m." is spelled with its points.
        let bare = word.strip_suffix('.').filter(|bare| !crate::base::find::has(bare, '.'));
        let mut listing = Listing::entry(bare.unwrap_or(word), entry);
        listing.takes_point = bare.is_some();
        self.listed.push(listing);
    }

    pub(super) fn find(&self, name: &str, literal: bool) -> Option<u16> {
        let wanted = (name_hash(name, literal), name);
        self.names.iter().position(|known| *known == wanted).map(|place| place as u16)
    }

    /// The number of a symbol, made when it is new.
    pub(super) fn symbol(&mut self, name: &'f str, literal: bool, field: Field) -> u16 {
        if let Some(number) = self.find(name, literal) {
            return number;
        }
        let number = self.language.symbols.len() as u16;
        self.names.push((name_hash(name, literal), name));
        let (used, trigger, length) = (field == Field::Signal, field.is_trigger(), name.len() as u16);
        self.language.symbols.push(Symbol { literal, field, used, starts: 0, trigger, length });
        number
    }

    fn patterns(&mut self, start: usize) {
        let line = self.line_at(start);
        let Some((head, rest)) = line.split_once(':') else {
            if line == "level" {
                self.language.levels.push(Trie::default());
            }
            return;
        };
        let mut head = head.split_ascii_whitespace();
        let (label, make) = (head.next().unwrap_or(""), head.next().unwrap_or(""));
        if matches!(label, "class" | "text" | "language") {
            return;
        }
        let Some(make) = Make::named(make) else {
            return self.problem("A pattern makes point, length, every, at, vague, part or nothing.", make);
        };
        let symbol = self.symbol(label, false, Field::None);
        let mut parser = PatternParser { rest, reader: self, problem: None };
        let sequences = parser.alternatives(0);
        let settings_text = parser.rest.trim();
        let failed = parser.problem.or(match settings_text.as_bytes().first() {
            None | Some(b';') => None,
            _ => Some("The pattern ends here, but the line goes on."),
        });
        if let Some(message) = failed {
            return self.problem(message, line);
        }
        let mut settings = Vec::new();
        for setting in settings_text.trim_start_matches(';').split_ascii_whitespace() {
            let (name, value) = setting.split_once('=').unwrap_or((setting, "0"));
            let field = Field::named(name);
            let value = value.parse().ok().or_else(|| field.and_then(|field| field.value_named(value)));
            match (field, value) {
                (Some(field), Some(value)) => settings.push((field, value)),
                _ => self.problem("A setting is FIELD=VALUE.", setting),
            }
        }
        let pattern = self.language.patterns.len() as u16;
        self.language.patterns.push(Pattern { line: self.line as u32, symbol, make, settings });
        for sequence in sequences {
            self.insert(&sequence, pattern, line);
        }
    }

    fn insert(&mut self, sequence: &[u16], pattern: u16, line: &str) {
        let mut variant = Variant { pattern, ..Variant::default() };
        let mut open = None;
        let mut length: u8 = 0;
        let Some(mut trie) = self.language.levels.pop() else {
            return self.problem("Patterns stand below a level line.", line);
        };
        let mut node = Some(0);
        for &symbol in sequence {
            match symbol {
                OPEN => open = Some(length),
                CLOSE => {
                    let range = (open.take().unwrap_or(0), length);
                    match variant.ranges.get_mut(usize::from(variant.groups)) {
                        Some(slot) => *slot = range,
                        None => self.problem("A pattern has at most three bracketed parts.", line),
                    }
                    variant.groups = (variant.groups + 1).min(GROUPS as u8);
                }
                _ => {
                    length += 1;
                    let level = 1 << self.language.levels.len().min(15);
                    if let Some(symbol) = self.language.symbols.get_mut(usize::from(symbol)) {
                        symbol.used = true;
                        symbol.starts |= if length == 1 { level } else { 0 };
                    }
                    node = node.and_then(|node| trie.grow(node, symbol));
                }
            }
        }
        self.mark_triggers(sequence);
        if variant.groups == 0 {
            (variant.ranges, variant.groups) = ([(0, length); GROUPS], 1);
        }
        let number = trie.variants.len() as u16;
        let known = node.and_then(|node| trie.accept.get_mut(usize::from(node)));
        match known {
            _ if length == 0 => self.problem("A pattern may not be empty.", line),
            _ if usize::from(length) > LONGEST => self.problem("A pattern has at most 14 words.", line),
            None => self.problem("There are too many patterns.", line),
            Some(known) if *known == 0 => {
                *known = number + 1;
                trie.variants.push(variant);
            }
            Some(known) => {
                let other = trie.variants.get(usize::from(*known) - 1).map(|variant| variant.pattern);
                if other != Some(pattern) {
                    self.problem("Another pattern line of this level has the same words.", line);
                }
            }
        }
        self.language.levels.push(trie);
    }

    /// A pattern in which nothing speaks of time by itself ("today", "half past two") is set off by its longest word.
    fn mark_triggers(&mut self, sequence: &[u16]) {
        let symbols = &mut self.language.symbols;
        let of = |number: &u16| symbols.get(usize::from(*number)).copied();
        // Digits set off any pattern; these may be spelled.
        let spelled = |number: u16| {
            use symbol::{BIG_YEAR, DAY_TH, HOUR, MINUTE, N, NUMERAL, ORDINAL};
            matches!(number, N | NUMERAL | HOUR | MINUTE | ORDINAL | DAY_TH | BIG_YEAR)
        };
        let speaks = |number: &u16| {
            let Some(symbol) = of(number) else { return false };
            let label = !symbol.literal && symbol.field == Field::None && usize::from(*number) >= BUILT_IN.len();
            !symbol.literal && (symbol.trigger || label) && !spelled(*number)
        };
        if sequence.iter().any(speaks) {
            return;
        }
        let literals = sequence.iter().filter(|number| of(number).is_some_and(|symbol| symbol.literal));
        let longest = literals.max_by_key(|number| of(number).map_or(0, |symbol| symbol.length)).copied();
        if let Some(symbol) = longest.and_then(|number| symbols.get_mut(usize::from(number))) {
            symbol.trigger = true;
        }
    }
}

/// Literals and classes may have the same name.
fn name_hash(name: &str, literal: bool) -> u32 {
    hash::of(name.bytes()) ^ u32::from(literal)
}

/// Where a part that was cut out of a text stands in it.
pub(super) fn span_in(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::new(start, start + part.len())
}
