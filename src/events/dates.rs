//! Dates as trees tell them: which year's March a clause means, which week's Tuesday.
//!
//! In: a text. Out: its mentions of time, those turned that a tree tells more of.
//! It must never learn which of them become events.

use super::sentence::read_article;
use super::trees;
use crate::article::{Article, Block, BlockKind};
use crate::base::list::List;
use crate::syntax::Models;
use crate::temporal::{Context, Dated, tag};

/// The mentions of time in a text as [`tag`] finds them, each with the day that the tree of its sentence tells, as [`build`](super::build) has it.
/// Without a model for the language it is `tag`.
///
/// ```
/// use article_timeline::base::date::Day;
/// use article_timeline::events::tag_with_trees;
/// use article_timeline::language::Languages;
/// use article_timeline::syntax::Models;
/// use article_timeline::temporal::Context;
/// let languages = Languages::english();
/// let mut models = Models::default();
/// models.add(&std::fs::read("models/en.model").unwrap()).unwrap();
/// let context = Context::news(languages.get("en").unwrap(), Day::from_ymd(2016, 11, 1).map(Into::into));
/// let text = "The bridge closed on 4 March 2009. The town sold it in June.";
/// let mut found = String::new();
/// tag_with_trees(text, context, &models)[1].timex.value.write(&mut found);
/// assert_eq!(found, "2009-06");
/// ```
pub fn tag_with_trees(text: &str, context: Context<'_>, models: &Models) -> Vec<Dated> {
    let mut found = tag(text, context);
    let Some(model) = models.get(context.language.code()) else { return found };
    let block = Block { kind: BlockKind::Paragraph, text: text.into(), source: None, time: None, dates: Vec::new() };
    let article = Article { blocks: [block].into_iter().list(), ..Article::default() };
    let sentences = read_article(&article, context, &mut Vec::new());
    let day = context.published.map(|at| at.day);
    for turned in trees::dates(&sentences, day, context.language, model) {
        if let Some(place) = found.iter().position(|dated| dated.span == turned.span)
            && let Some(dated) = found.get_mut(place)
        {
            *dated = turned;
        }
    }
    found
}
