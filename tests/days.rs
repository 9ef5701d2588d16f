//! The day of a page: the forms in which it is written, in data and for readers, in the languages of the web's newspapers, and where on a page it is found.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use article_timeline::article::published::forms::{Order, order_of, read};
use article_timeline::article::{Given, html, page};
use article_timeline::language::Languages;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fn iso(text: &str, order: Order) -> String {
    read(text, order).map_or("none".into(), |moment| moment.to_iso())
}

/// All that differ at once, so that one run shows them.
fn check(order: Order, cases: &[(&str, &str)]) {
    let differ = |(text, expected): &&(&str, &str)| iso(text, order) != *expected;
    let wrong: Vec<String> = cases
        .iter()
        .filter(differ)
        .map(|(text, expected)| format!("{text:?}: {} for {expected}", iso(text, order)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn forms_of_data() {
    check(
        Order::Unknown,
        &[
            ("2019-11-04T10:00:00.000+0000", "2019-11-04T10:00Z"),
            ("2019-11-04T10:00:00.000-05:00", "2019-11-04T10:00-05:00"),
            ("2019-11-04T10:00:00 +0100", "2019-11-04T10:00+01:00"),
            ("2019-11-04T10:00+01", "2019-11-04T10:00+01:00"),
            ("2019-11-04T10:00Z", "2019-11-04T10:00Z"),
            ("2019-11-04T24:00:00Z", "2019-11-04"),
            ("2019-11-04 10:00:00 UTC", "2019-11-04T10:00Z"),
            ("2019-11-04 10:00:00.0", "2019-11-04T10:00"),
            ("2019-11-04, 10:00 AM", "2019-11-04T10:00"),
            ("20191104T1000", "2019-11-04T10:00"),
            ("20191104T100000+0100", "2019-11-04T10:00+01:00"),
            ("2019.11.04", "2019-11-04"),
            ("2019. 11. 04.", "2019-11-04"),
            ("2019. 11. 4.", "2019-11-04"),
            ("2019/11/04 10:00", "2019-11-04T10:00"),
            ("04/Nov/2019", "2019-11-04"),
            ("Nov-04-2019", "2019-11-04"),
            ("04-NOV-19", "2019-11-04"),
            ("Mon Nov  4 10:00:00 2019", "2019-11-04T10:00"),
            ("Mon, 04 Nov 2019 10:00:00 +0100", "2019-11-04T10:00+01:00"),
            ("Mon, 04 Nov 19 10:00:00 GMT", "2019-11-04T10:00Z"),
            ("Monday, 04-Nov-19 10:00:00 UTC", "2019-11-04T10:00Z"),
            ("/Date(1572861600000)/", "2019-11-04T10:00Z"),
            ("1572861600", "2019-11-04T10:00Z"),
            ("1572861600.123", "2019-11-04T10:00Z"),
            ("2019-11-04T10:00:00[Europe/Berlin]", "2019-11-04T10:00"),
            ("2019-W45-1", "none"),
            ("0000-00-00 00:00:00", "none"),
            ("-0001-11-30T00:00:00+00:00", "none"),
            ("1900-01-01", "none"),
            ("{{ article.date }}", "none"),
            ("2020-12-10 10:02:08", "2020-12-10T10:02"),
            ("2020-09-25T16:02:50CDT", "2020-09-25T16:02-05:00"),
            ("20201123T11:02:35Z", "2020-11-23T11:02Z"),
            ("20201123T110235Z", "2020-11-23T11:02Z"),
            ("20201123110235", "2020-11-23"),
            ("11.11.2021", "2021-11-11"),
            ("2020-12-05T23:15:0Z", "2020-12-05T23:15Z"),
            ("November 19, 2019", "2019-11-19"),
            ("Sun, 11 Oct 2020 07:34:36 GMT", "2020-10-11T07:34Z"),
            ("2020-11-23T11:02:35.123456+0100", "2020-11-23T11:02+01:00"),
            ("Tue Nov 19 03:05:46 EST 2019", "2019-11-19T03:05-05:00"),
            ("1605000000000", "2020-11-10T09:20Z"),
            ("2020-1-5", "2020-01-05"),
            ("2020/01/05", "2020-01-05"),
        ],
    );
}

#[test]
fn forms_for_readers() {
    check(
        Order::Unknown,
        &[
            ("Mon 4 Nov 2019 10.00 GMT", "2019-11-04T10:00Z"),
            ("Mon 4 Nov 2019 10.05 CET", "2019-11-04T10:05+01:00"),
            ("Monday 4 November, 2019", "2019-11-04"),
            ("4 NOVEMBER 2019", "2019-11-04"),
            ("November 4th, 2019", "2019-11-04"),
            ("Nov. 4, 2019 at 3:05 p.m. EST", "2019-11-04T15:05-05:00"),
            ("Nov. 4, 2019, 3:05 PM ET", "2019-11-04T15:05"),
            ("3:05 PM, Nov. 4, 2019", "2019-11-04T15:05"),
            ("Nov 4, 2019 / 3:05 PM", "2019-11-04T15:05"),
            ("Nov 4, 2019 | 15:05 IST", "2019-11-04T15:05+05:30"),
            ("4 Nov 2019 15:05hrs", "2019-11-04T15:05"),
            ("Updated: 5 Nov 2019, 1:00 pm Published: 4 Nov 2019, 3:05 pm", "2019-11-05T13:00"),
            ("4 Nov '19", "2019-11-04"),
            ("Sept. 4, 2019", "2019-09-04"),
            ("Montag, den 4. November 2019", "2019-11-04"),
            ("04.11.2019 | 15:05 Uhr", "2019-11-04T15:05"),
            ("04.11.19, 15:05", "2019-11-04T15:05"),
            ("4.11.2019 klo 15.05", "2019-11-04"),
            ("Publié le 04 novembre 2019 à 15h05", "2019-11-04T15:05"),
            ("lunes, 4 de noviembre de 2019", "2019-11-04"),
            ("04 NOV 2019 - 15:05 CET", "2019-11-04T15:05+01:00"),
            ("4 de novembro de 2019 às 15h05", "2019-11-04T15:05"),
            ("4 novembre 2019 alle 15:05", "2019-11-04T15:05"),
            ("4 nov. 2019 om 15:05", "2019-11-04T15:05"),
            ("4. november 2019 kl. 15.05", "2019-11-04"),
            ("den 4 november 2019", "2019-11-04"),
            ("4. nov. 2019", "2019-11-04"),
            ("4 listopada 2019, 15:05", "2019-11-04T15:05"),
            ("4. listopadu 2019", "2019-11-04"),
            ("2019. november 4., hétfő", "2019-11-04"),
            ("2019. november 4. 15:05", "2019-11-04T15:05"),
            ("4 ноября 2019 г. 15:05", "2019-11-04T15:05"),
            ("4 Ноября 2019", "2019-11-04"),
            ("4 ноември 2019", "2019-11-04"),
            ("4 Kasım 2019 Pazartesi", "2019-11-04"),
            ("4 noiembrie 2019", "2019-11-04"),
            ("4 Νοεμβρίου 2019", "2019-11-04"),
            ("2019 m. lapkričio 4 d.", "2019-11-04"),
            ("2019. gada 4. novembris", "2019-11-04"),
            ("4. novembris 2019", "2019-11-04"),
            ("4 نوفمبر 2019", "2019-11-04"),
            ("4 شباط 2019", "2019-02-04"),
            ("۴ فيفري ۲۰۱۹", "2019-02-04"),
            ("٤ نوفمبر ٢٠١٩", "2019-11-04"),
            ("4 בנובמבר 2019", "2019-11-04"),
            ("4 नवंबर 2019", "2019-11-04"),
            ("4 November 2019", "2019-11-04"),
            ("Senin, 4 Agustus 2019", "2019-08-04"),
            ("4 Oktober 2019 15:05 WIB", "2019-10-04T15:05+07:00"),
            ("4 tháng 11, 2019", "2019-11-04"),
            ("ngày 4 tháng 11 năm 2019", "2019-11-04"),
            ("13/11/2019 15:05 GMT+7", "2019-11-13T15:05+07:00"),
            ("2019年11月4日", "2019-11-04"),
            ("2019年 11月 4日 15:05", "2019-11-04T15:05"),
            ("2019年11月04日15时05分", "2019-11-04"),
            ("2019년 11월 4일", "2019-11-04"),
            ("Published 3:05 p.m. ET, Nov. 20, 2019", "2019-11-20T15:05"),
            ("Posted on 3rd of May 2018 by Ana", "2018-05-03"),
            ("Donnerstag, 6. Februar 2020, 14.05 Uhr", "2020-02-06T14:05"),
            ("12 de marzo de 2020", "2020-03-12"),
            ("le 1er août 2019 à 14h05", "2019-08-01T14:05"),
            ("5 сентября 2020", "2020-09-05"),
            ("2020年3月5日", "2020-03-05"),
            ("20-Nov-2019", "2019-11-20"),
            ("19.10.19", "2019-10-19"),
            ("13/4/2020", "2020-04-13"),
            ("4/13/2020", "2020-04-13"),
        ],
    );
    check(
        Order::DayFirst,
        &[("04/11/2019", "2019-11-04"), ("4-11-2019 15:05", "2019-11-04T15:05"), ("04/11/19", "2019-11-04")],
    );
    check(
        Order::MonthFirst,
        &[
            ("3/4/2020", "2020-03-04"),
            ("11/04/2019", "2019-11-04"),
            ("11/4/19", "2019-11-04"),
            ("11-04-2019", "2019-11-04"),
        ],
    );
}

#[test]
fn what_is_no_date_of_a_page() {
    check(
        Order::DayFirst,
        &[
            ("+49 30 2019 1104", "none"),
            ("1,000 of 2019", "none"),
            ("Chapter 4.11.2", "none"),
            ("10:00", "none"),
            ("Copyright 2019", "none"),
            ("3 may 20 people", "none"),
            ("12 min read", "none"),
            ("", "none"),
            ("1970-01-01T00:00:00Z", "none"),
            ("0", "none"),
            ("0001-01-01", "none"),
            ("2020-13-40", "none"),
            ("1.2.3.2020", "none"),
            ("192.168.20.19", "none"),
            ("call 030 2019 2020", "none"),
            ("May 2019", "none"),
            ("2019", "none"),
            ("Q3/2019", "none"),
            ("-", "none"),
            ("9999-99-99", "none"),
            ("99999999999999999999", "none"),
        ],
    );
    assert_eq!(order_of(Some("en-GB")), Order::DayFirst);
}

/// The day of a page with this around its text, and of this address.
fn day_of(head: &str, text: &str, foot: &str, url: Option<&str>) -> Option<String> {
    let prose = "<p>The bridge was opened to traffic on Monday, the first of its kind in the town.</p>".repeat(3);
    let page = format!("<body><main>{head}<div class=text>{text}{prose}</div></main>{foot}");
    let given = Given { url: url.map(String::from), ..Given::default() };
    page::read(&html::parse(&page), &given, &LANGUAGES).published.map(|published| published.at.day.to_string())
}

/// A date at the end of the lead, which only its style sets on a line of its own.
const LONG_LEAD: &str = "<h2>After nine years of planning and four of building, the town has the bridge that its oldest citizens never believed in, \
    and everybody wants to cross it.<span class=lead__date>Tuesday, 1 November 2016</span></h2>";

#[test]
fn the_day_is_found_in_all_the_ways_in_which_pages_say_it() {
    let h1 = "<h1>The bridge is open</h1>";
    for (head, text, foot) in [
        ("<abbr class=published title='2016-11-01T10:52:00+02:00'>10:52</abbr>", "", ""),
        ("<abbr itemprop=datePublished title='2016-11-01T10:52:00+02:00'>10:52</abbr>", "", ""),
        ("<ul><li><time datetime='2016-11-01 16:11'>1. November 2016 16:11 Uhr</time></li></ul>", "", ""),
        (
            "",
            "<p><span class=date>1 November 2016.</span> The mayor was there, and so was everybody who has a car.</p>",
            "",
        ),
        ("", "", "<footer><p class=legal>Last change: 31.12.2016 - 14:49 Published: 01.11.2016</p></footer>"),
        ("", "<p>The Mayor<br>1 November 2016</p>", ""),
        (
            "",
            "",
            "<div class=facts><i title=Published></i> <time datetime='2016-11-01T09:09:24.0000000Z'>Tuesday</time></div>",
        ),
        ("<div class=date><b>Nov</b><b>01</b><b>2016</b></div>", "", ""),
        (LONG_LEAD, "", ""),
        ("<div class=top-comment><p class=top-comment_day>1 November 2016</p></div>", "", ""),
        (
            "",
            "<p>The first bridge of its kind in the town is open, and it is as red as the council has wished.</p><p class=date>1 November 2016</p>",
            "",
        ),
        ("<p class=date>1 November 2016</p>", "<p>Broadcast on 3.11.2016 by a reporter for the morning show</p>", ""),
        (
            "<script type=application/ld+json>{'@type': 'VideoObject', 'name': 'The bridge is open', 'uploadDate': '2016-11-01'}</script><title>The bridge is open - News</title>",
            "",
            "",
        ),
    ] {
        let head = format!("{h1}{head}");
        assert_eq!(day_of(&head, text, foot, None).as_deref(), Some("2016-11-01"), "{head}{text}{foot}");
    }
    let teaser = "<ul><li><a href=/bridge><i>1.11.2016</i><b>The bridge is open</b></a></li><li><a href=/x><i>5.11.2016</i><b>Other</b></a></li></ul>";
    assert_eq!(
        day_of(h1, "", teaser, Some("https://a.example/bridge/")).as_deref(),
        Some("2016-11-01"),
        "its own teaser"
    );
    for url in [
        "https://a.example/2016-11/01/bridge.htm",
        "https://archive.example/web/20200101000000/http://a.example/2016/11/01/bridge",
    ] {
        assert_eq!(day_of(h1, "", "", Some(url)).as_deref(), Some("2016-11-01"), "{url}");
    }
}

#[test]
fn what_cannot_be_the_day_is_not_taken_for_it() {
    let h1 = "<h1>The bridge is open</h1>";
    let url = "https://a.example/2016/11/bridge";
    let year = "<meta itemprop=dateCreated content=2004-01-01>";
    assert_eq!(day_of(&format!("{h1}{year}"), "", "", None), None, "a year with nothing known of its day");
    assert_eq!(
        day_of(&format!("{h1}{year}<p class=date>1 January 2004</p>"), "", "", None).as_deref(),
        Some("2004-01-01")
    );
    assert_eq!(day_of(&format!("{h1}<p class=born>28 January 1975</p>"), "", "", None), None, "a birthday");
    assert_eq!(
        day_of(&format!("{h1}<p>14 August 2016</p>"), "", "", Some(url)),
        None,
        "another month than the address's"
    );
    assert_eq!(
        day_of(&format!("{h1}<p>1 December 2016</p>"), "", "", Some(url)).as_deref(),
        Some("2016-12-01"),
        "its last evening elsewhere"
    );
    let teasers =
        "<ul class=more><li><a href=/x><h3>Another story</h3><span class=date>3 May 2015</span></a></li></ul>";
    assert_eq!(day_of(h1, "", teasers, None), None, "a teaser's");
    let both = "<p class=date>1 November 2016</p><footer>Published 2 November 2016. Published 3 November 2016</footer>";
    assert_eq!(
        day_of(h1, "", &both.replace("<p class=date>1 November 2016</p>", ""), None).as_deref(),
        Some("2016-11-02")
    );
    assert_eq!(
        day_of(
            &format!("{h1}<p class=teaser-x>12 November 2016</p><p class=published>1 November 2016</p>"),
            "",
            "",
            None
        )
        .as_deref(),
        Some("2016-11-01")
    );
}
