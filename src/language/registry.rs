//! The languages that a caller has at hand.
//!
//! In: the shipped files, and files that came later. Out: the language that a tag names, or the code of one that must be fetched first.
//! It must never fetch anything itself, and it is a value: whoever reads articles owns it and hands it in.

use super::Language;
use crate::base::find;
use std::borrow::Cow;

/// The shipped files by their language codes: those in `languages/`, listed by build.rs. For the browser all but English are files of their
/// own, which are fetched when an article needs them; here they have no text.
const FILES: &[(&str, Option<&str>)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The languages that a caller has at hand. The default has none.
///
/// ```
/// use article_timeline::language::Languages;
/// let languages = Languages::shipped();
/// assert_eq!(languages.get("EN-gb").map(|language| language.code()), Some("en"));
/// assert!(languages.get("tlh").is_none() && languages.missing("tlh").is_none());
/// assert_eq!(Languages::default().missing("de-AT"), Some("de"));
/// ```
#[derive(Debug, Default)]
pub struct Languages {
    list: Vec<Language>,
}

impl Languages {
    /// All whose files are compiled in: in a browser English, elsewhere every language there is.
    pub fn shipped() -> Languages {
        let mut languages = Languages::default();
        for (_, file) in FILES {
            if let Some(file) = *file {
                languages.add(file);
            }
        }
        languages
    }

    /// English alone: what most articles need.
    pub fn english() -> Languages {
        let mut languages = Languages::default();
        if let Some((_, Some(file))) = FILES.iter().find(|(code, _)| *code == "en") {
            languages.add(*file);
        }
        languages
    }

    /// Reads a language's file and keeps it; one with the same code that was there before goes.
    pub fn add(&mut self, file: impl Into<Cow<'static, str>>) {
        let language = Language::read(file);
        self.list.retain(|known| known.code() != language.code());
        self.list.push(language);
    }

    /// The language that a BCP 47 tag names ("en", "de-AT"); `None` when it is not at hand.
    pub fn get(&self, tag: &str) -> Option<&Language> {
        let primary = primary(tag);
        self.list.iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The language of an article whose tag may not be known: English then.
    pub fn of(&self, tag: Option<&str>) -> Option<&Language> {
        self.get(tag.unwrap_or("en"))
    }

    /// The code of the language of a BCP 47 tag when there is a file for it that was not [added](Languages::add) yet.
    pub fn missing(&self, tag: &str) -> Option<&'static str> {
        if self.get(tag).is_some() {
            return None;
        }
        let primary = primary(tag);
        FILES.iter().map(|(code, _)| *code).find(|code| primary.eq_ignore_ascii_case(code))
    }
}

fn primary(tag: &str) -> &str {
    find::split(tag, "-_").next().unwrap_or("")
}
