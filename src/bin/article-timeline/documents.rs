//! The documents of a batch: what each line asks, and its answer.
//!
//! In: one line of JSON. Out: one line of JSON, or what is wrong with it. It must never learn how lines are read and written.

use crate::models::model;
use article_timeline::article::json::{self as article_json, ArticleJson};
use article_timeline::article::{Article, Given, Warning, text};
use article_timeline::base::span::{Offsets, Unit};
use article_timeline::base::{date::Moment, edtf};
use article_timeline::events;
use article_timeline::exchange::json::{TimelineJson, WarningJson, from_timeline, from_warning};
use article_timeline::syntax::{Model, Parser};
use article_timeline::temporal::{self, Context, Language};
use article_timeline::timeline::Timeline;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `build`: {"id","text"|"html"|"article"|"articles","published"?,"lang"?} -> {"id","timeline"}
pub(crate) fn build(line: &str, options: events::Options) -> Result<String, String> {
    built(line, |articles| events::build(articles, options))
}

/// `build --trees`: the same, from trees where there is a model of the article's language.
pub(crate) fn build_with_trees(line: &str, options: events::Options) -> Result<String, String> {
    built(line, |articles| {
        let language = |article: &Article| article.language.clone().unwrap_or_else(|| "en".into());
        let models: Vec<&Model> = articles.iter().filter_map(|article| model(&language(article)).ok()).collect();
        events::build_with_trees(articles, options, &models)
    })
}

fn built(line: &str, make: impl Fn(&[Article]) -> Timeline) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        text: Option<String>,
        html: Option<String>,
        article: Option<ArticleJson>,
        articles: Option<Vec<ArticleJson>>,
        published: Option<String>,
        lang: Option<String>,
    }
    #[derive(Serialize)]
    struct Reply {
        id: Value,
        timeline: TimelineJson,
    }
    let question: Question = parse(line)?;
    let given = Given { published: moment(question.published)?, language: question.lang, url: None };
    let articles: Vec<Article> = match (question.text, question.html, question.article, question.articles) {
        (Some(text), None, None, None) => vec![text::read(&text, &given)],
        (None, None, Some(article), None) => vec![article_json::read(article, &given)],
        (None, None, None, Some(articles)) => {
            articles.into_iter().map(|article| article_json::read(article, &given)).collect()
        }
        (None, Some(_), None, None) => return Err(NO_HTML.into()),
        (None, None, None, None) => return Err("the document has no text, article or articles".into()),
        _ => return Err("the document must have one of text, article and articles, not several".into()),
    };
    let timeline = from_timeline(&make(&articles));
    write(&Reply { id: question.id, timeline })
}

/// `read`: {"id","html"|"text","url"?} -> {"id","article"}
pub(crate) fn read(line: &str, _: events::Options) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        text: Option<String>,
        html: Option<String>,
        url: Option<String>,
        published: Option<String>,
        lang: Option<String>,
    }
    #[derive(Serialize)]
    struct Reply {
        id: Value,
        article: ArticleJson,
    }
    let question: Question = parse(line)?;
    let given = Given { published: moment(question.published)?, language: question.lang, url: question.url };
    let article = match (question.text, question.html) {
        (Some(text), _) => text::read(&text, &given),
        (None, Some(_)) => return Err(NO_HTML.into()),
        (None, None) => return Err("the document has no text".into()),
    };
    write(&Reply { id: question.id, article: article_json::from_article(&article) })
}

/// `parse`: {"id","tokens","lang"?} -> {"id","pos","heads","relations"}, heads counted from 1, 0 for the root.
pub(crate) fn parse_tree(line: &str, _: events::Options) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        tokens: Option<Vec<String>>,
        lang: Option<String>,
    }
    #[derive(Serialize)]
    struct Reply {
        id: Value,
        pos: Vec<&'static str>,
        heads: Vec<usize>,
        relations: Vec<String>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        cut: bool,
    }
    let question: Question = parse(line)?;
    let tokens = question.tokens.ok_or("the document has no tokens")?;
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let tree = Parser::new(model(question.lang.as_deref().unwrap_or("en"))?).parse(&tokens);
    write(&Reply {
        id: question.id,
        pos: tree.nodes.iter().map(|node| node.pos.name()).collect(),
        heads: tree.nodes.iter().map(|node| node.head.map_or(0, |head| head + 1)).collect(),
        relations: tree.nodes.iter().map(|node| node.relation.to_string()).collect(),
        cut: tree.cut,
    })
}

/// `tag`: {"id","text","published"|null,"lang"} -> {"id","timexes"}, offsets in code points.
pub(crate) fn tag(line: &str, _: events::Options) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        text: Option<String>,
        published: Option<String>,
        lang: Option<String>,
    }
    #[derive(Serialize)]
    struct Reply {
        id: Value,
        timexes: Vec<Timex>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        warnings: Vec<WarningJson>,
    }
    #[derive(Serialize)]
    struct Timex {
        start: usize,
        end: usize,
        text: String,
        r#type: &'static str,
        value: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        r#mod: Option<&'static str>,
    }
    let question: Question = parse(line)?;
    let text = question.text.ok_or("the document has no text")?;
    let published = moment(question.published)?;
    let lang = question.lang.as_deref().unwrap_or("en");
    let Some(language) = Language::by_tag(lang) else {
        let warnings = vec![from_warning(&Warning::unknown_language(lang))];
        return write(&Reply { id: question.id, timexes: Vec::new(), warnings });
    };
    let mut offsets = Offsets::new(&text, Unit::CodePoints);
    let timexes = temporal::tag(&text, Context { language, published }).into_iter().map(|mention| {
        let mut value = String::new();
        mention.timex.value.write(&mut value);
        Timex {
            start: offsets.at(mention.span.start),
            end: offsets.at(mention.span.end),
            text: mention.span.of(&text).into(),
            r#type: mention.timex.kind.name(),
            value,
            r#mod: mention.timex.modifier.map(|modifier| modifier.name()),
        }
    });
    let timexes = timexes.collect();
    write(&Reply { id: question.id, timexes, warnings: Vec::new() })
}

const NO_HTML: &str = "web pages are read in a later version; give the article's text instead of html";

fn parse<T: DeserializeOwned>(line: &str) -> Result<T, String> {
    if !line.starts_with('{') {
        return Err("the line is no JSON object".into());
    }
    serde_json::from_str(line).map_err(|error| {
        let sentence = error.to_string();
        let cause = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(cause, _)| cause);
        let what = if error.is_data() { "the document has a wrong value" } else { "the line is broken JSON" };
        format!("{what} at column {}: {cause}", error.column())
    })
}

fn write<T: Serialize>(reply: &T) -> Result<String, String> {
    serde_json::to_string(reply).map_err(|error| error.to_string())
}

fn moment(published: Option<String>) -> Result<Option<Moment>, String> {
    let Some(text) = published else { return Ok(None) };
    match edtf::read_moment(&text) {
        None => Err(format!("published \"{text}\" is no date such as 2016-11-01 or 2016-11-01T14:05+01:00")),
        moment => Ok(moment),
    }
}
