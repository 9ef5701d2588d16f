//! Languages: data files with word classes, patterns and their own tests, read at start.

use std::sync::OnceLock;

/// One language, read from its file.
pub struct Language {
    /// BCP 47 primary subtag: "en".
    pub code: &'static str,
}

impl Language {
    /// English.
    pub fn english() -> Language {
        Language { code: "en" }
    }

    /// The language that a BCP 47 tag names ("en", "en-GB"), read once and then shared; `None` when there is no file for it.
    ///
    /// ```
    /// use article_timeline::temporal::Language;
    /// assert_eq!(Language::by_tag("EN-gb").map(|language| language.code), Some("en"));
    /// assert!(Language::by_tag("tlh").is_none());
    /// ```
    pub fn by_tag(tag: &str) -> Option<&'static Language> {
        static ENGLISH: OnceLock<Language> = OnceLock::new();
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        primary.eq_ignore_ascii_case("en").then(|| ENGLISH.get_or_init(Language::english))
    }
}
