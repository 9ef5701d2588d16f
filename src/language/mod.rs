//! What a language says of words: one language file, read, in the form that every later stage asks for it.
//!
//! In: a file's text (the top of `languages/en.lang` tells its form). Out: a [`Language`]: words with their classes and verb forms, tokens,
//! sentences, word lists and sentence templates, and the patterns of time with their symbols, which `temporal` reads.
//! It must never learn what a date is, nor what an article or an event is.
//!
//! ```text
//! file -> vocabulary, endings, patterns       text -> tokens -> sentences -> words
//! ```

pub(crate) mod class;
mod cursor;
mod endings;
pub(crate) mod field;
mod file;
pub mod lexer;
mod past;
pub(crate) mod pattern;
mod registry;
mod sign;
pub(crate) mod split;
pub(crate) mod symbol;
mod token;
pub(crate) mod trie;
mod vocabulary;
pub(crate) mod word;

pub use registry::Languages;
pub use token::{Token, TokenKind};

use crate::base::find;
use crate::base::span::Span;
use class::Facts;
use endings::Endings;
use pattern::Pattern;
use std::borrow::Cow;
use symbol::{ClassEntry, Symbol};
use trie::Trie;
use vocabulary::Vocabulary;

/// One language, read from its file. It owns the file's text; what it knows of words are numbers and places in that text.
#[derive(Debug)]
pub struct Language {
    text: Cow<'static, str>,
    code: Span,
    vocabulary: Vocabulary,
    endings: Endings,
    pub(crate) symbols: Vec<Symbol>,
    /// The symbol of each ASCII sign that some pattern names.
    pub(crate) signs: [u16; 128],
    pub(crate) levels: Vec<Trie>,
    pub(crate) patterns: Vec<Pattern>,
    /// The lines `text NAME: ...`: name and the rest.
    texts: Vec<(Span, Span)>,
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

impl Language {
    /// A language from its file's text. Lines that are not understood are left out and listed in [`Language::problems`].
    ///
    /// ```
    /// use article_timeline::language::Language;
    /// let language = Language::read("language xx\nclass weekday weekday: lundo=0\nlevel\ndayname point: weekday");
    /// assert_eq!(language.code(), "xx");
    /// assert!(language.problems.is_empty());
    /// ```
    pub fn read(file: impl Into<Cow<'static, str>>) -> Language {
        file::read(file.into())
    }

    /// The sentences of a text, without the white space between them, in bytes.
    ///
    /// ```
    /// use article_timeline::language::Languages;
    /// let languages = Languages::english();
    /// let text = "It opened in 1974. Mr. Berg came too.";
    /// let sentences = languages.get("en").unwrap().sentences(text);
    /// assert_eq!(sentences.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["It opened in 1974.", "Mr. Berg came too."]);
    /// ```
    pub fn sentences(&self, text: &str) -> Vec<Span> {
        split::sentences(text, &[], self)
    }

    /// BCP 47 primary subtag: "en".
    pub fn code(&self) -> &str {
        self.code.of(&self.text)
    }

    /// The line `text NAME: ...` of the file, for words that readers see; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        self.lines(name).next().unwrap_or("")
    }

    /// All lines `text NAME: ...`, for word lists.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &str> {
        self.texts.iter().filter(move |(known, _)| known.of(&self.text) == name).map(|(_, text)| text.of(&self.text))
    }

    /// Whether the file says anything of verbs: without, no clause is found.
    /// Whether a word, in lower case, stands in one of the lines `text NAME: ...`.
    pub(crate) fn lists(&self, name: &str, word: &str) -> bool {
        self.lines(name).any(|line| find::split(line, " ").any(|known| known == word))
    }

    pub(crate) fn knows_verbs(&self) -> bool {
        self.vocabulary.has_verbs
    }

    /// What is known about a written word; `word` in lower case.
    pub(crate) fn look_up(&self, word: &str) -> Facts {
        match self.vocabulary.find(word, &self.text) {
            0 => self.endings.facts_of(word, Facts::default(), &self.vocabulary, &self.text),
            number => self.vocabulary.facts(number),
        }
    }

    /// The same for a token of `text`; what is no word has no facts.
    pub(crate) fn facts(&self, text: &str, token: &Token) -> Facts {
        match token.kind {
            TokenKind::Word if token.word != 0 => self.vocabulary.facts(token.word),
            TokenKind::Word => {
                let written = token.span().of(text);
                if !self.endings.may_tell(written) {
                    return Facts::default();
                }
                self.endings.facts_of(&lower(written), Facts::default(), &self.vocabulary, &self.text)
            }
            _ => Facts::default(),
        }
    }

    /// Whether a noun looks like more than one.
    pub(crate) fn is_plural(&self, word: &str, facts: Facts) -> bool {
        self.endings.is_plural(word, facts, &self.text)
    }

    pub(crate) fn symbol(&self, number: u16) -> Symbol {
        self.symbols.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// Whether some pattern knows a listed word, and whether it can make words around it speak of time.
    pub(crate) fn in_patterns(&self, word: u16) -> (bool, bool) {
        self.vocabulary.word(word).map_or((false, false), |word| (word.used > 0, word.trigger))
    }

    /// All that a listed word can stand for.
    pub(crate) fn all_entries(&self, word: u16) -> &[ClassEntry] {
        self.vocabulary.all_entries(word)
    }

    /// What a listed word can stand for in patterns.
    pub(crate) fn used_entries(&self, word: u16) -> &[ClassEntry] {
        self.vocabulary.used_entries(word)
    }

    /// The number of a word whose hash is known; 0 for a word that is not in the file. `written` may have capitals.
    pub(crate) fn word_number(&self, hash: u32, written: &[u8]) -> u16 {
        self.vocabulary.number(hash, written, &self.text)
    }

    /// Whether a full stop right behind the word belongs to it: "Nov."
    pub(crate) fn takes_point(&self, word: u16) -> bool {
        self.vocabulary.word(word).is_some_and(|word| word.takes_point)
    }
}

/// A word in the form in which words are looked up: small letters, and apostrophes as typewriters have them.
pub(crate) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let small = |letter: char| match letter {
        '’' => '\'',
        // The capitals of Latin-1, which are what the languages need so far.
        'À'..='Þ' if letter != '×' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    };
    word.chars().map(small).fold(String::new(), |mut lower, sign| {
        lower.push(sign);
        lower
    })
}
