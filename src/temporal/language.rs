//! Languages: what one language file says, in the form that the stages ask for it.
//!
//! In: a file's text (see the top of `languages/en.lang` for its form). Out: word numbers for the lexer, tries for the grammar,
//! classes, word lists and sentence templates for everyone. It must never learn what a pattern is good for.

use super::grammar::Trie;
use super::lexer::{Kind, Token};
use super::reader;
use super::slot::Field;
use crate::base::find;
use std::sync::OnceLock;

/// One language, read from its file.
pub struct Language {
    /// BCP 47 primary subtag: "en".
    pub code: &'static str,
    pub(super) words: Vec<Word>,
    /// Open addressing by hash: word numbers, 0 for free. Its length is a power of two.
    pub(super) slots: Vec<u16>,
    pub(super) entries: Vec<Entry>,
    pub(super) symbols: Vec<Symbol>,
    /// The symbol of each ASCII sign that some pattern names.
    pub(super) signs: [u16; 128],
    pub(super) suffixes: Vec<(&'static str, Entry)>,
    pub(super) levels: Vec<Trie>,
    pub(super) patterns: Vec<reader::Pattern>,
    pub(super) texts: Vec<(&'static str, &'static str)>,
    /// What the reader did not understand; empty for the shipped files (a test holds that).
    pub problems: Vec<Problem>,
}

/// A line of a language file that could not be used, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// One sentence.
    pub message: &'static str,
    /// The word or pattern it is about.
    pub about: String,
}

/// A class of words that a language file names: `language.class("reporting")`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class(u16);

/// A word of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub text: &'static str,
    pub hash: u32,
    pub first: u16,
    /// The entries that patterns use; they stand first.
    pub used: u8,
    pub all: u8,
    /// Words around it may speak of time.
    pub trigger: bool,
    pub abbreviation: bool,
}

/// That a word is in a class, and as what: "January" is in `month` as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Entry {
    pub symbol: u16,
    pub value: i32,
    /// Only when written with a capital: "May".
    pub capital: bool,
}

/// What patterns are made of: a class, a literal, the label of another pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub name: &'static str,
    /// A word or sign in quotes, not a class: "day" beside the class `day`.
    pub literal: bool,
    pub field: Field,
    /// Some pattern names it.
    pub used: bool,
    /// The levels that have a pattern beginning with it, as bits.
    pub starts: u16,
    /// A pattern can only speak of time when it holds such a symbol: months yes, "the" no.
    pub trigger: bool,
}

/// The shipped files by their language codes: those in `languages/`, listed by build.rs. In the browser all but English
/// are fetched when an article needs them, and stand here without a text until then.
const FILES: &[(&str, Option<&str>)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The texts that came later. Like the readings kept below: written once, the same for everyone.
static FETCHED: [OnceLock<&str>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

impl Language {
    /// English.
    ///
    /// ```
    /// assert_eq!(article_timeline::temporal::Language::english().code, "en");
    /// ```
    pub fn english() -> Language {
        Language::read(place_of("en").and_then(file_at).unwrap_or(""))
    }

    /// A language from its file's text. Lines that are not understood are left out and listed in [`Language::problems`].
    pub fn read(file: &'static str) -> Language {
        reader::read(file)
    }

    /// The class with this name; `None` when the file has no such line.
    ///
    /// ```
    /// use article_timeline::temporal::{Language, lexer};
    /// let english = Language::english();
    /// let month = english.class("month").unwrap();
    /// let text = "in January";
    /// let tokens = lexer::lex(text, &english);
    /// assert_eq!(english.value(text, &tokens[1], month), Some(1));
    /// assert_eq!(english.value(text, &tokens[0], month), None);
    /// ```
    pub fn class(&self, name: &str) -> Option<Class> {
        self.symbols.iter().position(|symbol| !symbol.literal && symbol.name == name).map(|place| Class(place as u16))
    }

    /// What the file gives a word in a class (0 where it gives no number); `None` when the word is not in it.
    /// Words the file does not list are looked up by the class's endings (`suffix` lines).
    pub fn value(&self, text: &str, token: &Token, class: Class) -> Option<i32> {
        if token.kind != Kind::Word {
            return None;
        }
        let listed = self
            .all_entries(token.word)
            .iter()
            .find(|entry| entry.symbol == class.0 && (!entry.capital || token.has(Token::CAPITAL)));
        if listed.is_some() || token.word != 0 {
            return listed.map(|entry| entry.value);
        }
        self.suffix(token.span().of(text), |entry| entry.symbol == class.0).map(|entry| entry.value)
    }

    /// Whether a word is in a class.
    pub fn is(&self, text: &str, token: &Token, class: Class) -> bool {
        self.value(text, token, class).is_some()
    }

    /// The words of a class with their numbers, in the file's order of words.
    pub fn words(&self, class: Class) -> impl Iterator<Item = (&'static str, i32)> + '_ {
        self.words.iter().enumerate().flat_map(move |(number, word)| {
            let entries = self.all_entries(number as u16).iter();
            entries.filter(move |entry| entry.symbol == class.0).map(|entry| (word.text, entry.value))
        })
    }

    /// The line `text NAME: ...` of the file, for words that readers see; empty when there is none.
    pub fn text(&self, name: &str) -> &'static str {
        self.lines(name).next().unwrap_or("")
    }

    /// All lines `text NAME: ...`, for word lists.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.texts.iter().filter(move |(known, _)| *known == name).map(|(_, text)| *text)
    }

    pub(super) fn suffix(&self, word: &str, wanted: impl Fn(&Entry) -> bool) -> Option<&Entry> {
        let bytes = word.as_bytes();
        self.suffixes
            .iter()
            .find(|(ending, entry)| {
                wanted(entry)
                    && bytes.len() > ending.len() + 2
                    && bytes
                        .get(bytes.len() - ending.len()..)
                        .is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
            })
            .map(|(_, entry)| entry)
    }

    pub(super) fn symbol(&self, number: u16) -> Symbol {
        const NONE: Symbol =
            Symbol { name: "", literal: false, field: Field::None, used: false, starts: 0, trigger: false };
        self.symbols.get(usize::from(number)).copied().unwrap_or(NONE)
    }

    pub(super) fn word(&self, number: u16) -> Option<&Word> {
        self.words.get(usize::from(number))
    }

    pub(super) fn is_abbreviation(&self, number: u16) -> bool {
        self.word(number).is_some_and(|word| word.abbreviation)
    }

    pub(super) fn all_entries(&self, number: u16) -> &[Entry] {
        self.word(number).map_or(&[], |word| self.range(word.first, word.all))
    }

    pub(super) fn used_entries(&self, number: u16) -> &[Entry] {
        self.word(number).map_or(&[], |word| self.range(word.first, word.used))
    }

    fn range(&self, first: u16, count: u8) -> &[Entry] {
        let first = usize::from(first);
        self.entries.get(first..first + usize::from(count)).unwrap_or(&[])
    }

    /// The number of a word whose hash is known; 0 for a word that is not in the file. `written` may have capitals.
    pub(super) fn word_number(&self, hash: u32, written: &[u8]) -> u16 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = spread(hash) & mask;
        loop {
            match self.slots.get(slot) {
                None | Some(0) => return 0,
                Some(&number) => {
                    if self.word(number).is_some_and(|word| word.hash == hash && same(word.text, written)) {
                        return number;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The language that a BCP 47 tag names ("en", "de-AT"), read once and then shared; `None` when there is no file for it.
    ///
    /// ```
    /// use article_timeline::temporal::Language;
    /// assert_eq!(Language::by_tag("EN-gb").map(|language| language.code), Some("en"));
    /// assert!(Language::by_tag("tlh").is_none());
    /// ```
    pub fn by_tag(tag: &str) -> Option<&'static Language> {
        static READ: [OnceLock<Language>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let place = place_of(tag)?;
        let file = file_at(place)?;
        READ.get(place).map(|language| language.get_or_init(|| Language::read(file)))
    }

    /// The code of the language of a BCP 47 tag when it is one that is still to be fetched.
    ///
    /// ```
    /// # use article_timeline::temporal::Language;
    /// assert!(Language::to_fetch("en").is_none() && Language::to_fetch("tlh").is_none());
    /// ```
    pub fn to_fetch(tag: &str) -> Option<&'static str> {
        let place = place_of(tag)?;
        if file_at(place).is_some() {
            return None;
        }
        FILES.get(place).map(|(code, _)| *code)
    }

    /// Keeps the fetched file of a language for as long as the program runs. Of a language that is there already nothing changes.
    pub fn fetched(code: &str, file: String) {
        if let Some(place) = place_of(code)
            && file_at(place).is_none()
            && let Some(kept) = FETCHED.get(place)
        {
            kept.get_or_init(|| Box::leak(file.into_boxed_str()));
        }
    }
}

impl Language {
    /// How many languages there are.
    pub const COUNT: usize = FILES.len();

    /// Which of them this is, from 0: for what other stages keep of each.
    pub fn number(&self) -> usize {
        FILES.iter().position(|(code, _)| *code == self.code).unwrap_or(0)
    }
}

/// The place in the list of the language of a BCP 47 tag.
fn place_of(tag: &str) -> Option<usize> {
    let primary = find::split(tag, "-_").next().unwrap_or("");
    FILES.iter().position(|(code, _)| primary.eq_ignore_ascii_case(code))
}

fn file_at(place: usize) -> Option<&'static str> {
    let shipped = FILES.get(place).and_then(|(_, file)| *file);
    shipped.or_else(|| FETCHED.get(place).and_then(|file| file.get().copied()))
}

pub(super) fn spread(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize
}

/// One step of the word hash: multiply and mix, good enough for a few thousand words (the reader compares words too).
pub(super) fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Where the word hash starts.
pub(super) const HASH_START: u32 = 0x811C_9DC5;

/// The hash of a lower-case word.
pub(super) fn hash_of(word: &str) -> u32 {
    word.bytes().fold(HASH_START, hash_step)
}

/// Whether a lower-case word is what is written, capitals aside. A typographic apostrophe is not part of what is compared.
fn same(word: &str, written: &[u8]) -> bool {
    word.len() == written.len()
        && word.bytes().zip(written).all(|(a, &b)| a == b || a == b | 0x20 || (a >= 0x80 && a == b.wrapping_add(0x20)))
}
