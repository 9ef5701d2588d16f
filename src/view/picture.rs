//! Everything that is to be shown: a scene, its events, the words for them, and what the reader did.
//!
//! In: nothing; this is what all trees are made of. Out: the same, event by event. It must never compute a position.

use super::data::{Data, Shown};
use super::dom::Tree;
use super::words::Speech;
use crate::interact::Away;
use crate::layout::Scene;

/// Everything that is to be shown.
pub struct Picture<'a> {
    /// The events.
    pub data: &'a Data,
    /// Where everything stands.
    pub scene: &'a Scene,
    /// The words.
    pub speech: &'a Speech,
    /// The open entry.
    pub open: Option<usize>,
    /// The entry that Tab comes to.
    pub focus: Option<usize>,
    /// On paper every entry is open and nothing can be pressed.
    pub printing: bool,
    /// The article stands in this page, so that a sentence can be shown there.
    pub linked: bool,
    /// Writing runs from right to left.
    pub rtl: bool,
    /// The colours asked for: `light`, `dark`, `contrast`, or the page's own.
    pub theme: &'a str,
    /// Too narrow for three columns.
    pub is_snug: bool,
    /// The reader went to the article's sentence: the way back.
    pub away: Option<Away>,
    /// There is enough to be searched.
    pub is_searched: bool,
    /// The open entry's film was asked for.
    pub playing: bool,
    /// What is to be said aloud.
    pub live: &'a str,
}

impl Picture<'_> {
    /// What is to be said of the event with this number.
    pub fn event(&self, index: usize) -> Option<Shown<'_>> {
        self.data.event(index)
    }

    /// The language of the article, where it is known: what is quoted is read aloud in it.
    pub fn language(&self) -> Option<&str> {
        self.data.timeline.articles.first()?.language.as_deref()
    }

    /// Words of the article: in its language, and in the direction of their first letter.
    pub fn quoted(&self, tree: Tree) -> Tree {
        let tree = tree.set("dir", "auto");
        match self.language() {
            Some(language) => tree.set("lang", language),
            None => tree,
        }
    }
}
