//! What is wrong with an input: the one error of the crate.
//!
//! In: a sentence, and what kind of fault it is. Out: the same, with the place it was found at in front. It must never decide what happens then:
//! whoever gets an error reports it or hands it on, and nothing is steered by it.

use core::fmt;

/// An input is not what it says it is. Text is never an error: unclear words stay words.
///
/// ```
/// use article_timeline::base::{edtf, error::ErrorKind};
/// let error = edtf::read("last Tuesday").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::BadInput);
/// assert!(error.to_string().starts_with("\"last Tuesday\" is no EDTF date"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    kind: ErrorKind,
    sentence: String,
}

/// The kinds of fault, as far as Rust can meet them: the same words as in the element's `timeline-error`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// It has the right form, but something in it is missing or can't be meant.
    BadInput,
    /// It has another form than was said.
    WrongType,
    /// It may be good, but is not read here.
    Unsupported,
}

impl ErrorKind {
    /// The word for it.
    ///
    /// ```
    /// assert_eq!(article_timeline::base::error::ErrorKind::WrongType.word(), "wrong-type");
    /// ```
    pub fn word(self) -> &'static str {
        match self {
            ErrorKind::BadInput => "bad-input",
            ErrorKind::WrongType => "wrong-type",
            ErrorKind::Unsupported => "unsupported",
        }
    }
}

impl Error {
    /// An error in one plain sentence that says what and where, without its full stop.
    ///
    /// ```
    /// use article_timeline::base::error::{Error, ErrorKind};
    /// let error = Error::new(ErrorKind::BadInput, "title is missing").within("event 3: ");
    /// assert_eq!(error.to_string(), "event 3: title is missing");
    /// ```
    pub fn new(kind: ErrorKind, sentence: impl Into<String>) -> Error {
        Error { kind, sentence: sentence.into() }
    }

    /// The same error, seen from further out: `place` stands before the sentence.
    pub fn within(self, place: &str) -> Error {
        Error { sentence: [place, &self.sentence].concat(), ..self }
    }

    /// What kind of fault it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The sentence, without its full stop.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

/// What is wrong with data that has the right form.
impl From<String> for Error {
    fn from(sentence: String) -> Error {
        Error::new(ErrorKind::BadInput, sentence)
    }
}

/// As from a `String`.
impl From<&str> for Error {
    fn from(sentence: &str) -> Error {
        Error::new(ErrorKind::BadInput, sentence)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)
    }
}

impl core::error::Error for Error {}
