//! A gallery of page skeletons, each with the article that is to be read from it, and pages that mean harm.
//!
//! The pages are our own, written after the kinds that are out there; `tests/pages/NAME.json` holds what is expected of `NAME.html`.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

use article_timeline::article::json::from_article;
use article_timeline::article::page::{self, build::Limits};
use article_timeline::article::{Article, Given, html, loose, schema};
use article_timeline::language::Languages;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fn read(html: &str) -> Article {
    page::read(&html::parse(html), &Given::default(), &LANGUAGES)
}

fn texts(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn every_page_of_the_gallery_is_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        pages += 1;
        let bytes = fs::read(&path).unwrap();
        let article =
            from_article(&page::read(&html::parse(&html::decode(&bytes, None)), &Given::default(), &LANGUAGES));
        let found = serde_json::to_string_pretty(&article).unwrap();
        let beside = path.with_extension("json");
        if std::env::var_os("WRITE_EXPECTED").is_some() {
            fs::write(&beside, format!("{found}\n")).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found.trim(), expected.trim(), "{}", path.display());
    }
    assert_eq!(pages, 10);
}

/// Markup that means harm, each with something that is to be read all the same.
fn hostile() -> Vec<(&'static str, String)> {
    let text = "<p>The bridge was opened to traffic on Monday, the first of its kind in the town.</p>";
    let many = |piece: &str, times: usize| piece.repeat(times);
    let attributes: String = (0..60_000).map(|number| format!(" a{number}=1")).collect();
    let formats: String = (0..4_000).map(|number| format!("<b id={number}>")).collect();
    vec![
        ("nested divs", format!("{text}{}", many("<div>", 10_000))),
        ("very nested divs", format!("{text}{}", many("<div>", 400_000))),
        ("nested tables", format!("{text}{}", many("<table><tr><td>", 30_000))),
        ("a megabyte in an attribute", format!("<p title=\"{}\">{text}", many("x", 1_000_000))),
        ("a megabyte in a class", format!("<p class=\"{}\">{text}", many("menu ", 200_000))),
        ("many attributes", format!("{text}<p{attributes}>")),
        ("formats that are never closed", format!("{text}{formats}{}", many("<p>x", 4_000))),
        ("lists in headings in links", format!("{text}{}", many("<a href=x><h1><li>", 20_000))),
        ("entities", format!("{text}{}", many("&amp;&lt;&#0;&#x110000;&bogus;", 60_000))),
        ("null bytes", format!("{text}{}", many("\0", 500_000))),
        ("unclosed everything", format!("{text}<script>{}", many("<!--<script>", 50_000))),
        ("unclosed comment", format!("{text}<!--{}", many("- ", 500_000))),
        ("a tag that never ends", format!("{text}<p {}", many("\"'", 500_000))),
        ("templates", format!("{text}{}", many("<template shadowrootmode=open>", 20_000))),
        ("selects", format!("{text}{}", many("<select><option><div>", 20_000))),
        ("many short lines", format!("{text}{}", many("<p>1 May 2019", 90_000))),
        ("JSON that nests", format!("<script type=application/ld+json>{}</script>{text}", many("[{\"a\":", 200_000))),
        (
            "JSON of quotation marks",
            format!("<script type=application/ld+json>{{{}</script>{text}", many("\" ", 300_000)),
        ),
        ("a long line", format!("{text}<p>{}", many("word ", 600_000))),
    ]
}

#[test]
fn hostile_pages_are_answered_in_bounded_time() {
    for (name, html) in hostile() {
        let began = Instant::now();
        let article = read(&html);
        let took = began.elapsed();
        // Without optimisation, on a machine with other work: a bound against work that grows with the square, not a measurement.
        assert!(took < Duration::from_secs(20), "{name}: {took:?} for {} bytes", html.len());
        assert!(article.blocks.len() < Limits::NODES, "{name}");
    }
}

#[test]
fn a_page_that_is_too_deep_says_so_and_keeps_what_stood_before() {
    let (_, html) = hostile().swap_remove(1);
    let article = read(&html);
    assert!(article.warnings.iter().any(|warning| warning.kind == "too-large"));
    assert_eq!(article.blocks.len(), 1, "{:?}", texts(&article));
}

#[test]
fn a_date_that_only_others_have_is_not_the_articles() {
    let teaser =
        "<article><a href=/x><h2>Another story</h2></a><time datetime=2015-01-01>1 January 2015</time></article>";
    let text = "<p>The bridge was opened to traffic on Monday, the first of its kind in the town.</p>".repeat(4);
    let page = format!(
        "<main><article><h1>The bridge is open</h1>{text}</article></main><section class=related>{teaser}{teaser}</section>"
    );
    assert_eq!(read(&page).published, None);
    let changed = format!("<meta property=article:modified_time content=2016-11-02><h1>The bridge is open</h1>{text}");
    let article = read(&changed);
    assert_eq!(article.published, None, "modified is not published");
    assert_eq!(article.modified.unwrap().to_iso(), "2016-11-02");
}

#[test]
fn the_papers_own_day_is_believed_where_the_stamp_is_in_utc() {
    let text = "<p>The bridge was opened to traffic on Monday, the first of its kind in the town.</p>".repeat(4);
    let page = format!(
        "<meta property=article:published_time content=2016-11-02T03:30:00Z><h1>The bridge is open</h1><p class=date>November 1, 2016</p>{text}"
    );
    let article = read(&page);
    assert_eq!(article.published.unwrap().at.to_iso(), "2016-11-01");
    assert!(article.found.unwrap().contains("UTC"));
}

#[test]
fn data_without_a_page_is_read() {
    let data = loose::read(
        r#"{"@type":"LiveBlogPosting","headline":"Storm","datePublished":"2019-12-05","liveBlogUpdate":[{"articleBody":"Two trees fell.","datePublished":"2019-12-05T07:10:00+01:00"}]}"#,
    );
    let articles = schema::articles(&data, &Given::default(), &LANGUAGES);
    assert_eq!(texts(&articles[0]), ["Two trees fell."]);
    assert_eq!(articles[0].blocks[0].time.unwrap().to_iso(), "2019-12-05T07:10+01:00");
}

#[test]
fn the_page_s_own_article_is_read_among_several() {
    let html = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/index.html")).unwrap();
    let article = read(&html);
    assert_eq!(article.headline.as_deref(), Some("Troops reach the edge of Mosul"));
    assert_eq!(article.published.as_ref().unwrap().at.to_iso(), "2016-11-01");
    assert!(texts(&article).iter().all(|text| !text.contains("Varel") && !text.contains("pier")), "{article:?}");
    assert!(texts(&article).iter().any(|text| text.contains("296 former members")));
}

/// An `article` element with a headline, a time and text about it.
fn whole_article(level: u8, headline: &str, day: &str, thing: &str) -> String {
    let text =
        format!("<p>The {thing} was opened to traffic on Monday, the first of its kind in the town.</p>").repeat(3);
    format!("<article><h{level}>{headline}</h{level}><time datetime={day}>{day}</time>{text}</article>")
}

#[test]
fn the_next_story_below_is_another_article() {
    let page = |own: u8, next: u8| {
        format!(
            "<title>The bridge is open to all</title><main>{}{}</main>",
            whole_article(own, "The bridge is open to all", "2016-11-01", "bridge"),
            whole_article(next, "A tunnel under the river", "2016-11-02", "tunnel"),
        )
    };
    for (own, next) in [(1, 1), (2, 2), (2, 1)] {
        let article = read(&page(own, next));
        assert!(texts(&article).iter().all(|text| !text.contains("tunnel")), "h{own}, h{next}: {article:?}");
        assert_eq!(article.published.unwrap().at.to_iso(), "2016-11-01", "h{own}, h{next}");
    }
}

#[test]
fn an_article_in_parts_and_a_live_blog_are_read_whole() {
    let part = |words: &str| {
        format!(
            "<article><p>The bridge was opened to {words} on Monday, the first of its kind.</p><p>Nobody in the town had expected it so soon.</p></article>"
        )
    };
    let parts = format!(
        "<title>The bridge is open to all</title><main><article><h1>The bridge is open to all</h1><p>It is the first of its kind in the town.</p></article>{}{}</main>",
        part("cars"),
        part("trams")
    );
    let article = read(&parts);
    for words in ["to cars", "to trams"] {
        assert!(texts(&article).iter().any(|text| text.contains(words)), "{words}: {article:?}");
    }
    for title in ["Storm over the coast", "The Paper"] {
        let posts = format!(
            "<title>{title}</title><main><h1>Storm over the coast</h1>{}{}</main>",
            whole_article(1, "A ferry", "2016-11-02T10:00", "ferry"),
            whole_article(1, "A tunnel", "2016-11-02T09:00", "tunnel"),
        );
        let article = read(&posts);
        for words in ["ferry was", "tunnel was"] {
            assert!(texts(&article).iter().any(|text| text.contains(words)), "{title}, {words}: {article:?}");
        }
    }
}

#[test]
fn a_page_of_teasers_is_no_article() {
    let teaser = |level: u8, number: u8| {
        format!(
            "<article><a href=/story-{number}><h{level}>Story {number} of the day in town</h{level}></a><time datetime=2016-11-0{number}>{number} November</time>\
            <p>The mayor has opened bridge number {number}, and the whole town came to see it.</p></article>"
        )
    };
    for level in [1, 2, 3] {
        let teasers: String = (1..9).map(|number| teaser(level, number)).collect();
        let article =
            read(&format!("<title>The Paper</title><header><h1>The Paper</h1></header><main>{teasers}</main>"));
        assert_eq!(texts(&article), [""; 0], "h{level}");
    }
}

#[test]
fn a_builder_that_calls_every_part_a_widget_hides_no_text() {
    let part = |words: &str| {
        format!(
            "<div class=site-widget><div class=widget-container><p>The bridge was opened to {words} on Monday, the first of its kind in the town.</p></div></div>"
        )
    };
    let menu = "<div class=site-widget><ul><li><a href=/a>News of the region</a></li><li><a href=/b>Sports</a></li></ul></div>";
    let parts: String = ["cars", "trams", "boats", "trains"].into_iter().map(part).collect();
    let page = format!("<body>{menu}<h1>The bridge is open</h1>{parts}{menu}");
    assert_eq!(read(&page).blocks.len(), 4);
}

#[test]
fn a_part_of_the_text_with_a_place_for_advertisements_is_text() {
    let part = |class: &str, words: &str| {
        format!(
            "<section class='{class}'><p>The bridge was opened to {words} on Monday, the first of its kind in the town.</p><div class=ads>Advertisement</div></section>"
        )
    };
    let page = format!(
        "<h1>The bridge is open</h1><article>{}{}</article>",
        part("story-section", "cars"),
        part("story-section has-ads", "trams")
    );
    assert_eq!(read(&page).blocks.len(), 2);
}

#[test]
fn posts_of_a_live_blog_are_found_on_the_page_alone() {
    let post = |time: &str, text: &str| {
        format!("<div class=entry><time datetime={time}>{}</time><h2>An entry</h2><p>{text}</p></div>", &time[11..16])
    };
    let page = format!(
        "<h1>Storm over the coast</h1><main>{}{}</main>",
        post(
            "2019-12-05T09:30:00+01:00",
            "No ferry will leave the harbour today, the company says, and the trains stand still."
        ),
        post(
            "2019-12-04T22:10:00+01:00",
            "Two trees fell on the road to the lighthouse, which has been closed since this evening."
        ),
    );
    let article = read(&page);
    let times: Vec<String> = article.blocks.iter().filter_map(|block| Some(block.time?.to_iso())).collect();
    assert_eq!(times.len(), article.blocks.len(), "{:?}", texts(&article));
    assert!(times.iter().any(|time| time == "2019-12-04T22:10+01:00"));
    let in_text = "<h1>Storm</h1><main><p>The storm began on <time datetime=2019-12-04T22:10>Wednesday evening</time> and took two roofs with it.</p>\
        <p>It ended on <time datetime=2019-12-05T09:30>Thursday morning</time>, when the wind turned, and took one more.</p></main>";
    assert!(read(in_text).blocks.iter().all(|block| block.time.is_none()), "times in a sentence are no posts");
}

/// Date and evidence of all that a page tells.
fn told_by(html: &str) -> Vec<(String, String)> {
    let mut models = article_timeline::syntax::Models::default();
    models.add(&std::fs::read("models/en.model").unwrap()).unwrap();
    let timeline = article_timeline::build(&[read(html)], &LANGUAGES, &models, article_timeline::Options { all: true });
    timeline
        .events
        .iter()
        .map(|event| {
            (
                event.when.extent.earliest.map_or(String::new(), |day| day.day.to_string()),
                event.evidence[0].text.clone(),
            )
        })
        .collect()
}

#[test]
fn a_post_is_counted_from_its_own_day() {
    let post = |time: &str, text: &str| {
        format!("<div class=entry><time datetime={time}>{}</time><h2>An entry</h2><p>{text}</p></div>", &time[11..16])
    };
    let page = format!(
        "<meta property=article:published_time content=2019-12-06T06:00:00+01:00><h1>Storm over the coast</h1><main>{}{}</main>",
        post(
            "2019-12-05T09:30:00+01:00",
            "The mayor closed the harbour yesterday, after a ship had torn its ropes in the first gusts."
        ),
        post(
            "2019-12-03T22:10:00+01:00",
            "Workers tied down the cranes yesterday, and the schools sent the children home at noon."
        ),
    );
    let told = told_by(&page);
    for (words, day) in [("harbour yesterday", "2019-12-04"), ("cranes yesterday", "2019-12-02")] {
        assert!(told.iter().any(|(of, text)| text.contains(words) && of == day), "{words}: {told:?}");
    }
}

#[test]
fn a_time_element_in_a_sentence_dates_it() {
    let page = "<time datetime=2020-03-01>1 March 2020</time><h1>The bridge</h1><p>The old bridge collapsed on <time datetime=2014-05-03>that stormy evening</time>, and nobody was hurt.</p>\
        <p>The council ordered a new one on <time datetime=2014-06-10>Tuesday</time>, which was to be of steel and stone.</p>\
        <p>It was opened in <time datetime=2016-08-20>August 2016</time> by the widow of the man who had planned it.</p>";
    let told = told_by(page);
    for (words, day) in [("collapsed", "2014-05-03"), ("ordered", "2014-06-10"), ("opened", "2016-08-01")] {
        assert!(told.iter().any(|(of, text)| text.contains(words) && of == day), "{words}: {told:?}");
    }
}
