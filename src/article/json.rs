//! Article JSON: `{headline, published, modified?, language, url, text|blocks}`, in and out.
//!
//! In: an [`ArticleJson`] that anyone may have written. Out: an [`Article`], or the other way round. Nothing in it can fail: what can't
//! be read becomes a warning. It must never learn whether the JSON was text or a JavaScript object.

use super::{Article, Block, BlockKind, Given, Published, PublishedSource, Warning, text};
use crate::base::list::List;
use crate::base::{date::Moment, edtf};
use crate::language::Languages;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// The words for a [`BlockKind`].
pub const KINDS: [(BlockKind, &str); 6] = [
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::Heading, "heading"),
    (BlockKind::ListItem, "list-item"),
    (BlockKind::Quote, "quote"),
    (BlockKind::Caption, "caption"),
    (BlockKind::Post, "post"),
];

/// An article as JSON data. `text` is read like text pasted from a page; `blocks` are taken as they are.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleJson {
    /// The headline.
    pub headline: Option<String>,
    /// `YYYY-MM-DD` or an RFC 3339 instant.
    pub published: Option<String>,
    /// Who said when it was published, and why that was believed; only on output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The same for the last change.
    pub modified: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The text, where there are no blocks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The text in pieces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<BlockJson>>,
}

/// A block. On input a plain string is a paragraph.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct BlockJson {
    /// paragraph, heading, list-item, quote, caption or post; anything else is read as a paragraph.
    pub kind: String,
    /// Its text.
    pub text: String,
    /// When a live blog's post was written, as `published` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

impl<'de> Deserialize<'de> for BlockJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BlockJson, D::Error> {
        deserializer.deserialize_any(BlockVisitor)
    }
}

/// By hand, because serde's untagged enums would buffer every value and weigh several kilobytes in the browser.
struct BlockVisitor;

impl<'de> Visitor<'de> for BlockVisitor {
    type Value = BlockJson;

    fn expecting(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str("a paragraph's text, or an object with kind and text")
    }

    fn visit_str<E>(self, text: &str) -> Result<BlockJson, E> {
        Ok(BlockJson { kind: "paragraph".into(), text: text.into(), time: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<BlockJson, A::Error> {
        #[derive(Deserialize)]
        struct Fields {
            #[serde(default)]
            kind: String,
            text: String,
            time: Option<String>,
        }
        let Fields { kind, text, time } = Fields::deserialize(MapAccessDeserializer::new(map))?;
        Ok(BlockJson { kind, text, time })
    }
}

/// The article that the JSON describes. What `given` says wins over what the JSON says.
///
/// ```
/// use article_timeline::article::{Given, json::{self, ArticleJson}};
/// use article_timeline::language::Languages;
/// let article = ArticleJson { published: Some("2016-11-01".into()), text: Some("It rained.".into()), ..ArticleJson::default() };
/// let article = json::read(article, &Given::default(), &Languages::english());
/// assert_eq!(article.published.unwrap().at.day.to_string(), "2016-11-01");
/// assert_eq!(article.blocks[0].text, "It rained.");
/// ```
pub fn read(json: ArticleJson, given: &Given, languages: &Languages) -> Article {
    let mut article = Article::new(given);
    let warnings = &mut article.warnings;
    let published = moment(json.published, "published", warnings);
    let modified = moment(json.modified, "modified", warnings);
    let metadata = published.map(|at| Published { at, source: PublishedSource::Metadata });
    article.headline = json.headline.map(|headline| text::fold(&headline)).filter(|headline| !headline.is_empty());
    article.published = article.published.or(metadata);
    article.modified = modified;
    article.language = article.language.or(json.language);
    article.url = article.url.or(json.url);
    match (json.blocks, json.text) {
        (Some(blocks), _) => {
            article.blocks = blocks.into_iter().filter_map(into_block).list();
            article.published = article.published.take().or_else(|| date_line(&article, languages));
        }
        (None, Some(text)) => text::read_into(&mut article, &text, languages),
        (None, None) => {}
    }
    article.warn(languages);
    article
}

/// The publication date that the article's own words give, as if its blocks were pasted as text.
fn date_line(article: &Article, languages: &Languages) -> Option<Published> {
    let texts = article.headline.iter().chain(article.blocks.iter().map(|block| &block.text));
    text::read(&texts.map(String::as_str).list().join("\n\n"), &Given::default(), languages).published
}

/// The article as JSON data, in blocks.
pub fn from_article(article: &Article) -> ArticleJson {
    ArticleJson {
        headline: article.headline.clone(),
        published: article.published.as_ref().map(|published| published.at.to_iso()),
        found: article.found.clone(),
        modified: article.modified.map(Moment::to_iso),
        language: article.language.clone(),
        url: article.url.clone(),
        text: None,
        blocks: Some(article.blocks.iter().map(from_block).list()),
    }
}

fn into_block(block: BlockJson) -> Option<Block> {
    let kind = KINDS.iter().find(|(_, word)| *word == block.kind).map_or(BlockKind::Paragraph, |(kind, _)| *kind);
    let text = text::fold(&block.text);
    let time = block.time.as_deref().and_then(edtf::read_moment);
    (!text.is_empty()).then_some(Block { kind, text, time, ..Block::default() })
}

fn from_block(block: &Block) -> BlockJson {
    let kind = KINDS.iter().find(|(kind, _)| *kind == block.kind).map_or("paragraph", |(_, word)| word);
    BlockJson { kind: kind.into(), text: block.text.clone(), time: block.time.map(Moment::to_iso) }
}

fn moment(text: Option<String>, field: &str, warnings: &mut Vec<Warning>) -> Option<Moment> {
    let text = text?;
    let moment = super::published::said(&text);
    if moment.is_none() {
        warnings.push(Warning::bad_published(field, &text));
    }
    moment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(json: &str) -> Article {
        read(serde_json::from_str(json).unwrap(), &Given::default(), &Languages::english())
    }

    #[test]
    fn blocks_are_strings_or_objects() {
        let article = article(
            r#"{"headline":" Two\u00a0 words ","blocks":["One.",{"kind":"list-item","text":"Two."},{"text":"Three."},{"kind":"odd","text":"Four."},""]}"#,
        );
        let blocks: Vec<(BlockKind, &str)> =
            article.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Paragraph, "One."),
                (BlockKind::ListItem, "Two."),
                (BlockKind::Paragraph, "Three."),
                (BlockKind::Paragraph, "Four.")
            ]
        );
        assert_eq!(article.headline.as_deref(), Some("Two words"));
    }

    #[test]
    fn a_block_that_is_neither_is_refused_in_words() {
        let problem = serde_json::from_str::<ArticleJson>(r#"{"blocks":[7]}"#).unwrap_err().to_string();
        assert!(problem.contains("expected a paragraph's text, or an object with kind and text"), "{problem}");
    }

    #[test]
    fn a_date_nobody_understands_is_a_warning() {
        let kinds: Vec<&str> = article(r#"{"published":"some day","blocks":["One."]}"#)
            .warnings
            .iter()
            .map(|warning| warning.kind)
            .collect();
        assert_eq!(kinds, ["bad-published", "no-published"]);
    }

    #[test]
    fn blocks_without_a_publication_date_are_asked_for_their_date_line() {
        let published = |json: &str| article(json).published.map(|published| (published.at.to_iso(), published.source));
        let dated =
            r#"{"blocks":["Ferry runs aground","March 4, 2019","A ferry ran aground off the coast on Monday."]}"#;
        assert_eq!(published(dated), Some(("2019-03-04".into(), PublishedSource::DateLine)));
        let told = dated.replace("{\"blocks", "{\"published\":\"2019-03-05\",\"blocks");
        assert_eq!(published(&told), Some(("2019-03-05".into(), PublishedSource::Metadata)));
        assert_eq!(published(r#"{"blocks":["A ferry ran aground off the coast on Monday."]}"#), None);
    }

    #[test]
    fn what_is_given_wins() {
        let given =
            Given { published: edtf::read_moment("2020-01-02"), language: Some("tlh".into()), ..Given::default() };
        let json = ArticleJson {
            published: Some("2019-01-01".into()),
            url: Some("https://a.example".into()),
            ..ArticleJson::default()
        };
        let article = read(json, &given, &Languages::english());
        assert_eq!(article.published.map(|published| published.source), Some(PublishedSource::Given));
        assert_eq!(article.url.as_deref(), Some("https://a.example"));
        assert_eq!(article.warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(), ["unknown-language"]);
    }
}
