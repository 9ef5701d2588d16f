//! The documents of a batch: what each line asks, and its answer.
//!
//! In: one line of JSON. Out: one line of JSON, or what is wrong with it. It must never learn how lines are read and written.

use crate::batch::Asked;
use crate::models::models;
use article_timeline::article::json::{self as article_json, ArticleJson};
use article_timeline::article::{Article, Given, Warning, html, page, text};
use article_timeline::base::span::Offsets;
use article_timeline::base::{date::Moment, edtf};
use article_timeline::events;
use article_timeline::exchange::json::{TimelineJson, WarningJson, from_timeline, from_warning};
use article_timeline::exchange::{self, Format};
use article_timeline::syntax::Parser;
use article_timeline::temporal::{self, Context, TextKind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use std::borrow::Cow;

/// `build`: {"id","text"|"html"|"article"|"articles","published"?,"lang"?} -> {"id","timeline"}
pub(crate) fn build(line: &str, asked: &Asked) -> Result<String, String> {
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
    let given = Given { language: question.lang, ..given(question.published) };
    let articles: Vec<Article> = match (question.text, question.html, question.article, question.articles) {
        (Some(text), None, None, None) => vec![text::read(&text, &given, &asked.languages)],
        (None, None, Some(article), None) => vec![article_json::read(article, &given, &asked.languages)],
        (None, None, None, Some(articles)) => {
            articles.into_iter().map(|article| article_json::read(article, &given, &asked.languages)).collect()
        }
        (None, Some(html), None, None) => vec![page::read(&html::parse(&html), &given, &asked.languages)],
        (None, None, None, None) => return Err("the document has no html, text, article or articles".into()),
        _ => return Err("the document must have one of html, text, article and articles, not several".into()),
    };
    let timeline = from_timeline(&events::build(&articles, &asked.languages, models(), asked.options));
    write(&Reply { id: question.id, timeline })
}

/// `read`: {"id","html"|"text","url"?} -> {"id","article"}
pub(crate) fn read(line: &str, asked: &Asked) -> Result<String, String> {
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
    let given = Given { language: question.lang, url: question.url, ..given(question.published) };
    let article = match (question.text, question.html) {
        (Some(text), _) => text::read(&text, &given, &asked.languages),
        (None, Some(html)) => page::read(&html::parse(&html), &given, &asked.languages),
        (None, None) => return Err("the document has no html or text".into()),
    };
    write(&Reply { id: question.id, article: article_json::from_article(&article) })
}

/// `parse`: {"id","tokens","lang"?} -> {"id","pos","heads","relations"}, heads counted from 1, 0 for the root.
pub(crate) fn parse_tree(line: &str, _: &Asked) -> Result<String, String> {
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
    let lang = question.lang.as_deref().unwrap_or("en");
    let model = models().get(lang).ok_or_else(|| format!("there are no trees for the language '{lang}' yet"))?;
    let tree = Parser::new(model).parse(&tokens);
    write(&Reply {
        id: question.id,
        pos: tree.nodes.iter().map(|node| node.pos.name()).collect(),
        heads: tree.nodes.iter().map(|node| node.head.map_or(0, |head| head + 1)).collect(),
        relations: tree.nodes.iter().map(|node| node.relation.to_string()).collect(),
        cut: tree.cut,
    })
}

/// `convert`: {"id","data","from"?,"to","lang"?} -> {"id","data","lost"}
pub(crate) fn convert(line: &str, asked: &Asked) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        data: Option<Box<RawValue>>,
        from: Option<String>,
        to: Option<String>,
        lang: Option<String>,
    }
    #[derive(Serialize)]
    struct Reply {
        id: Value,
        data: Box<RawValue>,
        lost: Vec<String>,
    }
    let question: Question = parse(line)?;
    let format = |name: &Option<String>| name.as_deref().map(Format::by_name).transpose().map_err(|e| e.to_string());
    let (from, to) = (format(&question.from)?, format(&question.to)?);
    let to = to.ok_or("the document does not say into what: \"to\" is missing")?;
    let data = question.data.ok_or("the document has no data")?;
    // A text that holds JSON, or the JSON itself.
    let data: Cow<str> = match serde_json::from_str(data.get()) {
        Ok(Value::String(text)) => Cow::Owned(text),
        _ => Cow::Borrowed(data.get()),
    };
    let options = exchange::Options { lang: question.lang.as_deref(), languages: &asked.languages };
    let converted = exchange::convert(&data, from, to, &options).map_err(|error| error.to_string())?;
    let exchange::Converted { data, lost } = converted;
    let data = if to.is_json() { RawValue::from_string(data) } else { to_raw_value(&data) };
    write(&Reply { id: question.id, data: data.map_err(|error| error.to_string())?, lost })
}

/// `tag`: {"id","text","published"|null,"lang","kind"?} -> {"id","timexes"}, offsets in code points.
pub(crate) fn tag(line: &str, asked: &Asked) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Question {
        #[serde(default)]
        id: Value,
        text: Option<String>,
        published: Option<String>,
        lang: Option<String>,
        kind: Option<String>,
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
    let Some(language) = asked.languages.get(lang) else {
        let warnings = vec![from_warning(&Warning::unknown_language(lang))];
        return write(&Reply { id: question.id, timexes: Vec::new(), warnings });
    };
    let kind = match question.kind {
        Some(name) => match TextKind::named(&name) {
            None => return Err(format!("kind \"{name}\" is none of news, message and narrative")),
            kind => kind,
        },
        None => None,
    };
    let mut offsets = Offsets::new(&text);
    let context = Context { language, published, kind };
    let found =
        if asked.trees { events::tag_with_trees(&text, context, models()) } else { temporal::tag(&text, context) };
    let timexes = found.into_iter().map(|mention| {
        let mut value = String::new();
        mention.timex.value.write(&mut value);
        let span = offsets.code_points(mention.span);
        Timex {
            start: span.start,
            end: span.end,
            text: mention.span.of(&text).into(),
            r#type: mention.timex.kind.name(),
            value,
            r#mod: mention.timex.modifier.map(|modifier| modifier.name()),
        }
    });
    let timexes = timexes.collect();
    write(&Reply { id: question.id, timexes, warnings: Vec::new() })
}

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

/// What articles are read with: a date that is none is a warning of the article, because others may tell its day.
fn given(published: Option<String>) -> Given {
    published.map_or_else(Given::default, |text| Given::default().with_published(&text))
}

fn moment(published: Option<String>) -> Result<Option<Moment>, String> {
    let Some(text) = published else { return Ok(None) };
    match edtf::read_moment(&text) {
        None => Err(format!("published \"{text}\" is no date such as 2016-11-01 or 2016-11-01T14:05+01:00")),
        moment => Ok(moment),
    }
}
