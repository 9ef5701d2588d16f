//! What the names that a site's builders gave to an element say about it.
//!
//! In: class, id, role and tag of an element. Out: a [`Hint`]. Only words that mean the same on all sites are known, in the languages of the
//! sites. Hints are no more than that: an element that holds most of the text is the article whatever it is called. It must never learn what the text says.

use super::Page;
use super::tag::{Name, Tag};

/// What an element seems to be for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Hint {
    /// Nothing is said.
    #[default]
    None,
    /// Something that stands beside an article: menus, share buttons, teasers, boxes.
    Furniture,
    /// Something with a place for advertisements, by its name; where running text stands in it, it is no advertisement itself.
    Advertisement,
    /// A part of the page that its builder calls one: a box beside the article, or every part there is.
    Widget,
    /// What readers wrote.
    Comments,
    /// What is said about a picture.
    Caption,
    /// Who wrote it and when.
    Byline,
    /// The text of an article, said by name.
    Body,
    /// The short text under a headline.
    Lead,
}

/// Words in names, in the order of the alphabet. With `*` behind them also the beginnings of longer words.
const WORDS: &[(&str, Hint)] = &[
    ("abo", Hint::Furniture),
    ("addthis*", Hint::Furniture),
    ("addtoany*", Hint::Furniture),
    ("ads", Hint::Advertisement),
    ("adsense", Hint::Advertisement),
    ("advert*", Hint::Advertisement),
    ("anzeige*", Hint::Advertisement),
    ("articlebody", Hint::Body),
    ("articlecontent", Hint::Body),
    ("articletext", Hint::Body),
    ("author*", Hint::Byline),
    ("autor*", Hint::Byline),
    ("banner*", Hint::Furniture),
    ("bildunterschrift", Hint::Caption),
    ("bodytext", Hint::Body),
    ("breadcrumb*", Hint::Furniture),
    ("byline*", Hint::Byline),
    ("caption*", Hint::Caption),
    ("colophon", Hint::Furniture),
    ("comment", Hint::Comments),
    ("commentlist*", Hint::Comments),
    ("comments*", Hint::Comments),
    ("consent*", Hint::Furniture),
    ("cookie*", Hint::Furniture),
    ("copyright*", Hint::Caption),
    ("credit*", Hint::Caption),
    ("dek", Hint::Lead),
    ("disqus*", Hint::Comments),
    ("footer*", Hint::Furniture),
    ("footnav*", Hint::Furniture),
    ("impressum", Hint::Furniture),
    ("infobox", Hint::Furniture),
    ("intro", Hint::Lead),
    ("kommentar*", Hint::Comments),
    ("lead", Hint::Lead),
    ("legend", Hint::Caption),
    ("login*", Hint::Furniture),
    ("menu*", Hint::Furniture),
    ("modal*", Hint::Furniture),
    ("mostread*", Hint::Furniture),
    ("nav", Hint::Furniture),
    ("navbar*", Hint::Furniture),
    ("navi*", Hint::Furniture),
    ("newsletter*", Hint::Furniture),
    ("noprint", Hint::Furniture),
    ("outbrain*", Hint::Furniture),
    ("overlay*", Hint::Furniture),
    ("pager", Hint::Furniture),
    ("pagination*", Hint::Furniture),
    ("plista*", Hint::Furniture),
    ("popular*", Hint::Furniture),
    ("popup*", Hint::Furniture),
    ("promo*", Hint::Furniture),
    ("readmore", Hint::Furniture),
    ("recirc*", Hint::Furniture),
    ("recommend*", Hint::Furniture),
    ("related*", Hint::Furniture),
    ("respond", Hint::Comments),
    ("share*", Hint::Furniture),
    ("shariff*", Hint::Furniture),
    ("sharing*", Hint::Furniture),
    ("sidebar*", Hint::Furniture),
    ("signup*", Hint::Furniture),
    ("similar*", Hint::Furniture),
    ("skip*", Hint::Furniture),
    ("social*", Hint::Furniture),
    ("sponsor*", Hint::Advertisement),
    ("standfirst", Hint::Lead),
    ("storybody", Hint::Body),
    ("storycontent", Hint::Body),
    ("subscribe*", Hint::Furniture),
    ("subscription*", Hint::Furniture),
    ("subtitle", Hint::Lead),
    ("taboola*", Hint::Furniture),
    ("tagcloud*", Hint::Furniture),
    ("taglist*", Hint::Furniture),
    ("tags", Hint::Furniture),
    ("teaser*", Hint::Furniture),
    ("toolbar*", Hint::Furniture),
    ("tooltip*", Hint::Furniture),
    ("trending*", Hint::Furniture),
    ("widget*", Hint::Widget),
];

/// Two words beside each other that say more than each alone.
const PAIRS: &[(&str, &str, Hint)] = &[
    ("article", "body", Hint::Body),
    ("article", "content", Hint::Body),
    ("article", "text", Hint::Body),
    ("body", "text", Hint::Body),
    ("entry", "content", Hint::Body),
    ("entry", "meta", Hint::Byline),
    ("article", "meta", Hint::Byline),
    ("post", "meta", Hint::Byline),
    ("post", "body", Hint::Body),
    ("post", "content", Hint::Body),
    ("post", "tags", Hint::Furniture),
    ("most", "read", Hint::Furniture),
    ("most", "viewed", Hint::Furniture),
    ("read", "more", Hint::Furniture),
    ("read", "next", Hint::Furniture),
    ("screen", "reader", Hint::Furniture),
    ("sign", "up", Hint::Furniture),
    ("sr", "only", Hint::Furniture),
    ("story", "body", Hint::Body),
    ("story", "content", Hint::Body),
    ("visually", "hidden", Hint::Furniture),
];

/// What tag, role and names of an element say.
pub(super) fn hint(page: &Page, index: usize) -> Hint {
    let node = page.node(index);
    match node.tag {
        Tag::Nav | Tag::Footer | Tag::Dialog | Tag::Form | Tag::Label | Tag::Aside => return Hint::Furniture,
        Tag::Figcaption | Tag::Caption => return Hint::Caption,
        Tag::Text | Tag::Html | Tag::Body | Tag::Head | Tag::Br => return Hint::None,
        _ => {}
    }
    let mut found = Hint::None;
    let names = page.attributes.get(node.attributes.start..node.attributes.end).unwrap_or_default();
    for attribute in names {
        let value = attribute.value.of(&page.values);
        let said = match attribute.name {
            Name::Class | Name::Id | Name::Called => by_name(value),
            Name::Role => by_role(value),
            Name::Itemprop if value == "articleBody" => Hint::Body,
            Name::Itemprop if value == "author" => Hint::Byline,
            Name::Itemprop if value == "caption" => Hint::Caption,
            Name::Itemprop if value == "comment" => Hint::Comments,
            Name::Rel if value == "author" => Hint::Byline,
            _ => Hint::None,
        };
        if found == Hint::None || said == Hint::Comments {
            found = said;
        }
    }
    found
}

fn by_role(role: &str) -> Hint {
    match role {
        "navigation" | "banner" | "complementary" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu"
        | "toolbar" | "tooltip" | "form" => Hint::Furniture,
        _ => Hint::None,
    }
}

/// The first hint that any word of the name gives.
fn by_name(name: &str) -> Hint {
    let mut before = Word::default();
    let mut rest = name;
    while let Some((word, behind)) = next_word(rest) {
        let said = look_up(word.text());
        if said == Hint::Advertisement {
            // "section--ads", "has-ads": something with a place for them.
            let front = name.get(..name.len() - behind.len() - word.length).unwrap_or("");
            let is_place = front.ends_with("--") || matches!(before.text(), "has" | "with");
            return if is_place { said } else { Hint::Furniture };
        }
        if said != Hint::None {
            return said;
        }
        let pair = |(first, second, _): &&(&str, &str, Hint)| *first == before.text() && *second == word.text();
        if let Some((_, _, said)) = PAIRS.iter().find(pair) {
            return *said;
        }
        before = word;
        rest = behind;
    }
    Hint::None
}

/// A word of a name in small letters; of longer ones the beginning.
#[derive(Default)]
struct Word {
    letters: [u8; 20],
    length: usize,
}

impl Word {
    fn text(&self) -> &str {
        self.letters.get(..self.length).and_then(|letters| core::str::from_utf8(letters).ok()).unwrap_or("")
    }
}

/// The next word: letters up to another sign or to a capital after a small letter, as names are written ("relatedLinks", "related-links").
fn next_word(name: &str) -> Option<(Word, &str)> {
    let start = name.bytes().position(|byte| byte.is_ascii_alphabetic())?;
    let mut word = Word::default();
    let mut end = start;
    let mut small = false;
    for byte in name.bytes().skip(start) {
        if !byte.is_ascii_alphabetic() || (small && byte.is_ascii_uppercase()) {
            break;
        }
        small = byte.is_ascii_lowercase();
        if let Some(slot) = word.letters.get_mut(word.length) {
            *slot = byte.to_ascii_lowercase();
            word.length += 1;
        }
        end += 1;
    }
    Some((word, name.get(end..).unwrap_or("")))
}

fn look_up(word: &str) -> Hint {
    // An entry stands at or just before the place where the word would.
    let place = WORDS.partition_point(|(entry, _)| entry.trim_end_matches('*') <= word);
    let mut near = WORDS.get(place.saturating_sub(2)..place).unwrap_or_default().iter().rev();
    let fits = |entry: &str| match entry.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => entry == word,
    };
    near.find(|(entry, _)| fits(entry)).map_or(Hint::None, |(_, hint)| *hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_order_of_the_alphabet() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0.trim_end_matches('*') < pair[1].0.trim_end_matches('*')));
    }

    #[test]
    fn names_are_read_as_builders_write_them() {
        for (name, hint) in [
            ("c-shareBar__item", Hint::Furniture),
            ("relatedLinks", Hint::Furniture),
            ("js-related-links", Hint::Furniture),
            ("entry-content clear", Hint::Body),
            ("side-ads", Hint::Furniture),
            ("story-section has-ads", Hint::Advertisement),
            ("Report__Section--Ads", Hint::Advertisement),
            ("comments-area", Hint::Comments),
            ("commentary", Hint::None),
            ("post-123 post type-post", Hint::None),
            ("wp-caption-text", Hint::Caption),
            ("headline", Hint::None),
            ("shadow", Hint::None),
            ("", Hint::None),
            ("42", Hint::None),
        ] {
            assert_eq!(by_name(name), hint, "{name}");
        }
    }
}
