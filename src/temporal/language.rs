//! Languages: data files with word classes, patterns and their own tests, read at start.

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
}
