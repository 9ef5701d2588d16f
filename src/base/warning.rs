//! A warning: what a timeline's reader should know of how it was made.
//!
//! In and out: a word for programs and a sentence for people. It must never learn what it warns of: those who warn have the sentences.

/// Something a reader of the timeline should know about how it was made.
///
/// ```
/// use article_timeline::base::warning::Warning;
/// let warning = Warning { kind: "other", message: "The archive has no picture of this.".into() };
/// assert!(Warning::KINDS.contains(&warning.kind));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// A stable word for programs, one of [`Warning::KINDS`].
    pub kind: &'static str,
    /// One plain sentence that says what and where.
    pub message: String,
}

impl Warning {
    /// Every `kind` there is. "other" is a warning that another program's timeline brought along.
    pub const KINDS: [&'static str; 7] =
        ["no-published", "bad-published", "no-such-day", "unknown-language", "contradiction", "too-large", "other"];
}
