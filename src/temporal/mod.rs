//! Time in language: finds the words in a text that speak of time and works out which dates they mean.
//!
//! In: texts, a [`Language`] and the publication date. Out: [`Dated`] mentions, in text order.
//! It must never learn what an article, an event or a page is.
//!
//! ```text
//! lexer -> grammar -> meaning -> compose -> resolve
//! ```

mod anchors;
mod calendar;
mod compose;
pub mod dated;
#[cfg(test)]
mod growth;
mod kind;
pub mod meaning;
mod nearest;
mod number;
mod place;
mod resolve;
mod said;
mod slot;
mod spelled;
mod tense;
mod told;
pub mod value;

pub use dated::{CountedFrom, DateRange, Dated, Modifier, Signal};
pub use kind::TextKind;
pub use meaning::Meaning;
pub use tense::Direction;
pub use told::Told;
pub use value::{Timex, TimexKind};

use crate::base::date::Moment;
use crate::base::list::List;
use crate::base::span::Span;
use crate::language::{Language, Token, lexer};
use anchors::{Anchors, Reference};
use compose::{Composer, Mention};

/// What a text is read with.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language of the text.
    pub language: &'a Language,
    /// When the text was published; without it only what the text itself dates is dated.
    pub published: Option<Moment>,
    /// What kind of text it is. `None` when nobody has said it: then a text that stands alone may show by its words that it is a message,
    /// and everything else is news.
    pub kind: Option<TextKind>,
}

impl<'a> Context<'a> {
    /// That of an article in a newspaper.
    pub fn news(language: &'a Language, published: Option<Moment>) -> Context<'a> {
        Context { language, published, kind: Some(TextKind::News) }
    }
}

/// The dated mentions of one text.
///
/// ```
/// use article_timeline::base::date::Day;
/// use article_timeline::language::Languages;
/// use article_timeline::temporal::{Context, tag};
/// let languages = Languages::english();
/// let language = languages.get("en").unwrap();
/// let published = Day::from_ymd(2016, 11, 1).map(Into::into);
/// let found = tag("They met last Tuesday.", Context::news(language, published));
/// assert_eq!(found[0].range.unwrap().first.day.to_string(), "2016-10-25");
/// ```
pub fn tag(text: &str, context: Context<'_>) -> Vec<Dated> {
    tag_all(&[text], context).pop().unwrap_or_default()
}

/// The dated mentions of each of several texts that follow one another, such as the blocks of an article:
/// what is said in one may be counted from what was said in those before. One list a text, in the same order.
pub fn tag_all(texts: &[&str], context: Context<'_>) -> Vec<Vec<Dated>> {
    tag_told(&texts.iter().map(|text| Told { text, ..Told::default() }).list(), context)
}

/// The same for texts of which it is known when each was written, or which date words of theirs mean.
///
/// ```
/// use article_timeline::base::edtf::read_moment;
/// use article_timeline::language::Languages;
/// use article_timeline::temporal::{Context, Told, tag_told};
/// let languages = Languages::english();
/// let context = Context::news(languages.get("en").unwrap(), read_moment("2019-12-06"));
/// let post = Told { text: "Two trees fell this morning.", published: read_moment("2019-12-04T10:00"), ..Told::default() };
/// assert_eq!(tag_told(&[post], context)[0][0].range.unwrap().first.day.to_string(), "2019-12-04");
/// ```
pub fn tag_told(texts: &[Told<'_>], context: Context<'_>) -> Vec<Vec<Dated>> {
    let mut composer = Composer::default();
    let read: Vec<TextRead<'_>> = texts
        .iter()
        .map(|told| {
            let tokens = lexer::lex(told.text, context.language);
            let mut mentions = Vec::new();
            composer.compose(&tokens, context.language, &mut mentions);
            TextRead { text: told.text, tokens, mentions }
        })
        .list();
    let mentions = || read.iter().flat_map(|read| read.mentions.iter().map(|mention| &mention.meaning));
    let mut anchors = Anchors::default();
    // Nothing is published ten thousand years from now; so far out, sums of days could overflow.
    anchors.published = context.published.filter(|published| published.day.days().unsigned_abs() < 4_000_000);
    let kind = context.kind.unwrap_or_else(|| match read.as_slice() {
        [alone] => kind::recognised(alone.text, &alone.tokens, context.language),
        _ => TextKind::News,
    });
    anchors.kind = match (kind, anchors.published) {
        // With nothing to count from but the text itself.
        (_, None) => TextKind::Narrative,
        (TextKind::News, Some(published)) => anchors::kind_of_news(mentions(), published),
        (kind, _) => kind,
    };
    let mut dated = Vec::with_capacity(texts.len());
    let whole = anchors.published;
    for (number, (read, told)) in read.iter().zip(texts).enumerate() {
        anchors.published = told.published.or(whole);
        let mut of_text = Vec::with_capacity(read.mentions.len());
        let mut behind = 0;
        for mention in &read.mentions {
            if mention.kinds == 0 || mention.kinds & anchors.kind.bit() != 0 {
                let direction = read.direction(mention, context.language);
                let span = read.span(mention.first, mention.end);
                told.unspoken(behind, span.start).onto(&mut of_text);
                behind = span.end;
                of_text.push(told.corrected(read.date(mention, direction, (number, of_text.len()), &mut anchors)));
            }
        }
        told.unspoken(behind, read.text.len()).onto(&mut of_text);
        dated.push(of_text);
    }
    dated
}

/// A text with its tokens and the mentions in it.
struct TextRead<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    mentions: Vec<Mention>,
}

impl TextRead<'_> {
    /// Where the clause of a mention looks, when its date depends on that.
    fn direction(&self, mention: &Mention, language: &Language) -> Option<Direction> {
        match mention.meaning {
            Meaning::Point(point) if point.base == meaning::Base::Open => tense::direction(self, mention, language),
            _ => None,
        }
    }

    fn date(
        &self,
        mention: &Mention,
        direction: Option<Direction>,
        place: (usize, usize),
        anchors: &mut Anchors,
    ) -> Dated {
        let resolved = resolve::resolve(&mention.meaning, mention.modifier, direction, anchors);
        if let Meaning::Length(length) = mention.meaning {
            anchors.pass_length(length, place);
        }
        if let Some(period) = resolved.period {
            anchors.pass(&mention.meaning, mention.signal, Reference { period, place });
        }
        Dated {
            span: self.span(mention.first, mention.end),
            phrase: self.span(mention.phrase, mention.end),
            signal: mention.signal,
            modifier: resolved.timex.modifier,
            range: resolved.range,
            anchor: resolved.anchor,
            timex: resolved.timex,
            meaning: mention.meaning,
            direction,
            pattern: mention.line,
        }
    }

    /// Where tokens from one to before another stand.
    fn span(&self, first: u32, end: u32) -> Span {
        let start = self.tokens.get(first as usize).map_or(0, |token| token.start as usize);
        Span::new(start, self.tokens.get((end as usize).wrapping_sub(1)).map_or(0, Token::end))
    }
}
