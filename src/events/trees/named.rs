//! A name as the article has given it, with what is known of it.
//!
//! In: nothing; it is plain data of [`super::names`]. It must never learn who a pronoun means.

use super::noun::{begins_small, ends_with_word};

/// Somebody or something with a name, or a noun that stands for one.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// As it was written in full: "Raquel Montoya-Lewis", "council of Torv".
    pub(super) full: String,
    pub(super) kind: NameKind,
    /// More than one.
    pub(super) many: bool,
    /// The group of pronouns that stands for it, where the text has shown it.
    pub(super) form: Option<usize>,
    /// The nouns that were said of it: "company", "minister".
    pub(super) nouns: Vec<String>,
    /// The last sentence that named it, and whether as its subject.
    pub(super) sentence: usize,
    pub(super) subject: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NameKind {
    Person,
    Organisation,
    /// Two words or more with capitals, which may be a person's.
    Open,
    /// A name of one word that nothing explains.
    Word,
    /// A noun without a name.
    Noun,
}

pub(super) fn same_name(known: &Named, new: &Named) -> bool {
    if (known.kind == NameKind::Noun) != (new.kind == NameKind::Noun) {
        return false;
    }
    // "captain of the Star of Kell" is not the Star of Kell.
    let named = new.kind != NameKind::Noun && begins_small(&known.full) == begins_small(&new.full);
    known.full.eq_ignore_ascii_case(&new.full)
        || named && (ends_with_word(&known.full, &new.full) || ends_with_word(&new.full, &known.full))
}
