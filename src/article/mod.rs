//! Reading: whatever carries an article becomes an [`Article`].
//!
//! In: plain text or JSON (later: pages, feeds). Out: headline, publication date, blocks of text in reading order.
//! It must never learn what an event is; of `temporal` it uses only the reading of a date line.

#[cfg(feature = "cli")]
pub mod feed;
#[cfg(feature = "cli")]
pub mod html;
pub mod json;
pub mod loose;
#[cfg(feature = "cli")]
pub mod markdown;
pub mod page;
pub mod published;
pub mod schema;
pub mod text;
pub mod tongue;

use crate::base::date::Moment;
use crate::base::list::List;
use crate::base::span::Span;
pub use crate::base::warning::Warning;
use crate::language::Languages;

/// What was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Article {
    /// The headline, if one was found. It is no block.
    pub headline: Option<String>,
    /// When it was published, and how we know.
    pub published: Option<Published>,
    /// Who said when it was published, and why that was believed; `None` where it was given.
    pub found: Option<String>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// BCP 47 tag, when known.
    pub language: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Its text in reading order.
    pub blocks: Vec<Block>,
    /// What could not be read or was doubtful.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// What was given, before the text is read.
    pub(crate) fn new(given: &Given) -> Article {
        Article {
            published: given.published.map(|at| Published { at, source: PublishedSource::Given }),
            language: given.language.clone(),
            url: given.url.clone(),
            warnings: given.unread.iter().map(|text| Warning::bad_published("publication", text)).list(),
            ..Article::default()
        }
    }

    /// The warnings that any form of article may need, once it is read.
    pub(crate) fn warn(&mut self, languages: &Languages) {
        if let Some(tag) = &self.language
            && languages.get(tag).is_none()
        {
            self.warnings.push(Warning::unknown_language(tag));
        }
        if self.published.is_none() {
            let message =
                "No publication date was given or found, so only what the text itself dates in full is dated.";
            self.warnings.push(Warning { kind: "no-published", message: message.into() });
        }
    }
}

/// What the caller knows besides the text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Given {
    /// Publication date; it wins over one found in the text.
    pub published: Option<Moment>,
    /// BCP 47 tag; English when nobody says.
    pub language: Option<String>,
    /// Where the article stands on the web.
    pub url: Option<String>,
    /// What was given as a publication date and is none: a warning says so, and whoever else tells the day is believed.
    pub unread: Option<String>,
}

impl Given {
    /// With the publication date as the caller wrote it.
    ///
    /// ```
    /// use article_timeline::article::Given;
    /// let given = |text: &str| Given::default().with_published(text);
    /// assert_eq!(given("2016-11-01").published.unwrap().to_iso(), "2016-11-01");
    /// assert_eq!(given("Tue Nov 1 2016 08:05:46 GMT+0000").published.unwrap().to_iso(), "2016-11-01T08:05Z");
    /// assert_eq!(given("soon").unread.as_deref(), Some("soon"));
    /// ```
    #[must_use]
    pub fn with_published(mut self, text: &str) -> Given {
        self.published = published::said(text);
        self.unread = Some(text).filter(|text| self.published.is_none() && !text.trim().is_empty()).map(String::from);
        self
    }
}

/// A publication date.
#[derive(Clone, PartialEq, Debug)]
pub struct Published {
    /// The day, or the minute with its offset.
    pub at: Moment,
    /// Where it was found.
    pub source: PublishedSource,
}

/// Where a publication date was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PublishedSource {
    /// The caller gave it.
    Given,
    /// The article's own data (a JSON field, later a page's metadata).
    Metadata,
    /// The text's date line ("November 1, 2016" under the headline, "MOSUL, Nov. 1").
    DateLine,
    /// A page's JSON-LD.
    JsonLd,
    /// A page's `meta` element.
    Meta,
    /// A page's microdata (`itemprop`).
    Microdata,
    /// A `time` element.
    Time,
    /// The day in a page's address.
    Address,
}

impl PublishedSource {
    /// Who said it, in words that may begin a sentence or stand in one.
    ///
    /// ```
    /// assert_eq!(article_timeline::article::PublishedSource::JsonLd.in_words(), "the page's JSON-LD");
    /// ```
    pub fn in_words(self) -> &'static str {
        match self {
            PublishedSource::Given => "the caller",
            PublishedSource::Metadata => "the article's data",
            PublishedSource::DateLine => "the line near the headline",
            PublishedSource::JsonLd => "the page's JSON-LD",
            PublishedSource::Meta => "the page's meta data",
            PublishedSource::Microdata => "the page's microdata",
            PublishedSource::Time => "the article's time element",
            PublishedSource::Address => "the page's address",
        }
    }
}

/// A piece of an article, as its writer set it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, white space folded to single spaces.
    pub text: String,
    /// Where it stood in the source text, in bytes; `None` when the source was no text.
    pub source: Option<Span>,
    /// When a live blog's post was written.
    pub time: Option<Moment>,
    /// Words in it that have a date for machines, in order: their place in the text, and the date.
    pub dates: Vec<(Span, Moment)>,
}

/// What a block is. Only [`Paragraph`](BlockKind::Paragraph), list items, quotes and posts tell events; captions and headings support them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BlockKind {
    #[default]
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Caption,
    Post,
}

impl BlockKind {
    /// Whether such a block tells events; captions and headings only support them.
    pub fn tells(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Post)
    }

    /// Whether the dates of such a block count: a heading tells nothing, but what stands below it may be counted from its date.
    pub fn is_read(self) -> bool {
        self.tells() || self == BlockKind::Heading
    }
}

impl Warning {
    /// A page of which the end was not read.
    pub fn too_large() -> Warning {
        let message = "The page is larger or deeper than what is read, so its end is missing.".into();
        Warning { kind: "too-large", message }
    }

    /// Something that should be a date cannot be read. `what` says which: publication, published, modified.
    pub fn bad_published(what: &str, text: &str) -> Warning {
        let message =
            ["The article's ", what, " date \"", text, "\" was not understood; it should look like 2016-11-01."]
                .concat();
        Warning { kind: "bad-published", message }
    }

    /// The text names a day that no calendar has.
    pub fn no_such_day(words: &str) -> Warning {
        let message = ["There is no day \"", words, "\", so nothing is dated by it."].concat();
        Warning { kind: "no-such-day", message }
    }

    /// There is no language file for `tag`.
    pub fn unknown_language(tag: &str) -> Warning {
        let message = [
            "No dates were looked for: the language \"",
            tag,
            "\" is not read yet, only English (en) and German (de).",
        ]
        .concat();
        Warning { kind: "unknown-language", message }
    }
}
