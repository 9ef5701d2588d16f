//! Other people's formats: what comes in, what goes out, what is lost, and what a broken file is told. All data are made up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a panic is how a test fails")]

use article_timeline::exchange::{Converted, Format, Options, convert};
use article_timeline::language::Languages;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);
use serde_json::{Value, json};

fn to(data: &str, from: Format, to: Format) -> Converted {
    convert(data, Some(from), to, &Options::new(&LANGUAGES)).unwrap_or_else(|problem| panic!("{problem}"))
}

fn json_of(data: &str, from: Format) -> Value {
    serde_json::from_str(&to(data, from, Format::Json).data).unwrap()
}

fn problem(data: &str, from: Format) -> String {
    convert(data, Some(from), Format::Json, &Options::new(&LANGUAGES)).unwrap_err().to_string()
}

const SLIDES: &str = r##"{
  "scale": "human",
  "title": {"text": {"headline": "Harbour &amp; tunnel", "text": "<p>How it was dug.</p>"}, "media": {"url": "https://pictures.example/t.png"}},
  "events": [
    {"start_date": {"year": "1911", "month": "03", "day": "08", "hour": "6", "minute": "45", "second": "", "format": ""},
     "end_date": {"year": "1913", "month": "", "day": ""},
     "text": {"headline": "The <i>second</i> shaft", "text": "Dug by <a href=\"https://a.example/crew\">the crew</a>."},
     "media": {"url": "https://pictures.example/a.jpg", "caption": "The shaft", "credit": "Archive", "alt": "A hole", "thumbnail": "a-small.jpg", "link": "https://a.example"},
     "group": "Digging", "unique_id": "shaft", "background": {"color": "#eee"}, "autolink": false},
    {"start_date": {"year": -44, "display_date": "the year 45 BC"}, "text": {"headline": "First harbour"}},
    {"start_date": {"year": 1905, "month": 2, "day": 3}, "end_date": {"year": ""}, "text": {"headline": "", "text": "Plans are shown in the town hall."}},
    {"start_date": {"year": "1908"}, "media": {"url": "<blockquote>It will flood.</blockquote>"}, "text": {"headline": "A warning"}}
  ],
  "eras": [{"start_date": {"year": "1900"}, "end_date": {"year": "1914", "month": 7}, "text": {"headline": "Boom years"}}]
}"##;

#[test]
fn timelinejs_comes_in_whole() {
    let timeline = json_of(SLIDES, Format::Timelinejs);
    assert_eq!(timeline["title"], "Harbour & tunnel");
    assert_eq!(timeline["eras"][0]["title"], "Boom years");
    assert_eq!(timeline["eras"][0]["when"]["edtf"], "1900/1914-07");
    let titles: Vec<&str> =
        timeline["events"].as_array().unwrap().iter().map(|event| event["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["First harbour", "Plans are shown in the town hall.", "A warning", "The second shaft"]);
    let shaft = &timeline["events"][3];
    assert_eq!(shaft["id"], "shaft");
    assert_eq!(shaft["when"]["edtf"], "1911-03-08/1913");
    assert_eq!(shaft["when"]["earliest"], "1911-03-08T06:45");
    assert_eq!(shaft["when"]["end"], "1913-12-31");
    assert_eq!(shaft["text"], "Dug by the crew.");
    assert_eq!(shaft["url"], "https://a.example/crew");
    assert_eq!(shaft["group"], "Digging");
    let media = json!({"url": "https://pictures.example/a.jpg", "alt": "A hole", "credit": "Archive", "caption": "The shaft", "thumbnail": "a-small.jpg"});
    assert_eq!(shaft["media"], media);
    assert_eq!(timeline["events"][2]["text"], "It will flood.");
    assert_eq!(timeline["events"][0]["when"]["edtf"], "-0044");
}

#[test]
fn timelinejs_goes_out_as_it_came() {
    let timeline = to(SLIDES, Format::Timelinejs, Format::Json);
    assert!(timeline.lost.iter().any(|lost| lost.starts_with("background")), "{:?}", timeline.lost);
    let back: Value = serde_json::from_str(&to(&timeline.data, Format::Json, Format::Timelinejs).data).unwrap();
    let before: Value = serde_json::from_str(SLIDES).unwrap();
    assert_eq!(back["scale"], "human");
    assert_eq!(back["title"], before["title"]);
    assert_eq!(back["eras"], before["eras"]);
    let find = |file: &Value, year: &str| {
        let events = file["events"].as_array().unwrap().clone();
        events.into_iter().find(|event| event["start_date"]["year"].to_string().contains(year)).unwrap()
    };
    for year in ["1911", "-44", "1905", "1908"] {
        let (mut old, mut new) = (find(&before, year), find(&back, year));
        for slide in [&mut old, &mut new] {
            slide.as_object_mut().unwrap().remove("unique_id");
        }
        assert_eq!(new, old);
    }
}

#[test]
fn what_an_editor_changed_is_written_anew() {
    let mut timeline = json_of(SLIDES, Format::Timelinejs);
    let shaft = &mut timeline["events"][3];
    shaft["title"] = "The third shaft <b>".into();
    shaft["when"] = json!({"edtf": "1912~"});
    shaft["media"]["caption"] = "Another".into();
    shaft["text"] = "Two\nlines".into();
    let back: Value = serde_json::from_str(&to(&timeline.to_string(), Format::Json, Format::Timelinejs).data).unwrap();
    let events = back["events"].as_array().unwrap();
    let shaft = events.iter().find(|event| event["unique_id"] == "shaft").unwrap();
    assert_eq!(shaft["text"]["headline"], "The third shaft &lt;b>");
    assert_eq!(shaft["start_date"], json!({"year": 1912}));
    assert_eq!(shaft["display_date"], "about 1912");
    assert_eq!(shaft["media"]["caption"], "Another");
    assert!(shaft["text"]["text"].as_str().unwrap().starts_with("<p>Two</p><p>lines</p>"));
    assert_eq!(shaft["background"]["color"], "#eee");
}

#[test]
fn the_older_forms_and_jsonp_come_in() {
    let old = r#"{"timeline": {"headline": "Ferries", "type": "default", "startDate": "1900", "text": "<p>x</p>",
        "date": [{"startDate": "2012,1,26,14,30", "endDate": "2012,1,27", "headline": "A", "text": "<p>B</p>", "tag": "C", "asset": {"media": "a.png", "credit": "D"}},
                 {"startDate": "7/14/1911", "headline": "Slashes"}, {"startDate": "1911-07-15", "headline": "Dashes"}, {"startDate": "196002152034", "headline": "Digits"}],
        "era": [{"startDate": "1900", "endDate": "1914", "headline": "E", "tag": "F"}]}}"#;
    for text in
        [old.to_owned(), format!("storyjs_jsonp_data = {old};"), format!("callback({old})"), format!("\u{feff}{old}")]
    {
        let timeline = json_of(&text, Format::Timelinejs);
        let when: Vec<&str> = timeline["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["when"]["edtf"].as_str().unwrap())
            .collect();
        assert_eq!(when, ["1911-07-14", "1911-07-15", "1960-02-15T20:34", "2012-01-26/2012-01-27"]);
        assert_eq!(timeline["events"][3]["when"]["earliest"], "2012-01-26T14:30");
        assert_eq!((&timeline["title"], &timeline["eras"][0]["title"]), (&json!("Ferries"), &json!("E")));
        assert_eq!(
            convert(&text, None, Format::Json, &Options::new(&LANGUAGES)).unwrap().data,
            to(&text, Format::Timelinejs, Format::Json).data,
            "it is guessed"
        );
    }
}

#[test]
fn deep_time_keeps_its_years() {
    let slides = r#"{"scale": "cosmological", "events": [
        {"start_date": {"year": "-13800000000"}, "text": {"headline": "Big bang"}},
        {"start_date": {"year": -4.5e9}, "end_date": {"year": "-541000000"}, "text": {"headline": "Early Earth"}}]}"#;
    let timeline = json_of(slides, Format::Timelinejs);
    assert_eq!(timeline["events"][0]["when"]["edtf"], "Y-13800000000");
    assert_eq!(timeline["events"][0]["when"]["earliest"], "-13800000000-01-01");
    assert_eq!(timeline["events"][1]["when"]["edtf"], "Y-4500000000/Y-541000000");
    let again = to(&timeline.to_string(), Format::Json, Format::Json);
    assert_eq!(serde_json::from_str::<Value>(&again.data).unwrap(), timeline);
    let back: Value = serde_json::from_str(&to(&timeline.to_string(), Format::Json, Format::Timelinejs).data).unwrap();
    assert_eq!(back["scale"], "cosmological");
    assert_eq!(back["events"][0]["start_date"]["year"], "-13800000000");
}

#[test]
fn broken_timelinejs_names_the_entry_and_the_field() {
    let file = |slide: &str| {
        format!(r#"{{"events": [{{"start_date": {{"year": 1911}}, "text": {{"headline": "Fine"}}}}, {slide}]}}"#)
    };
    for (slide, expected) in [
        (r#"{"text": {"headline": "Hawaii"}}"#, r#"event 2 ("Hawaii"): start_date is missing"#),
        (
            r#"{"start_date": {"month": 3}, "text": {"headline": "No year"}}"#,
            r#"event 2 ("No year"): start_date.year is missing, but start_date.month is given"#,
        ),
        (
            r#"{"start_date": {"year": "twelve"}, "text": {"headline": "Words"}}"#,
            r#"event 2 ("Words"): start_date.year "twelve" is no number"#,
        ),
        (
            r#"{"start_date": {"year": 1911, "month": 13}, "text": {"headline": "Month"}}"#,
            r#"event 2 ("Month"): start_date: there is no month 13"#,
        ),
        (
            r#"{"start_date": {"year": 1911}, "end_date": {"year": "x"}}"#,
            r#"event 2 (""): end_date.year "x" is no number"#,
        ),
        (r#"{"start_date": true}"#, "start_date is no date"),
        ("7", "event 2 is no object"),
    ] {
        let told = problem(&file(slide), Format::Timelinejs);
        assert!(told.contains(expected), "{told}");
    }
    let told = problem(
        "{\"events\": [\n{\"start_date\": {\"year\": 1911}},\n{\"start_date\": {\"year\": }}]}",
        Format::Timelinejs,
    );
    assert!(told.starts_with("the JSON is broken at line 3, column 25"), "{told}");
    assert!(told.ends_with("in or behind event 1"), "{told}");
    assert!(problem("{}", Format::Timelinejs).contains("has no events"));
}

#[test]
fn what_timelinejs_would_take_is_mended_and_said() {
    let slides = r#"{"events": [
        {"start_date": {"year": 1911, "day": 3}, "text": {"headline": "A"}},
        {"start_date": {"year": 1911, "month": 2, "day": 30}, "text": {"headline": "B"}},
        {"start_date": {"year": 1911, "month": 5}, "end_date": {"year": 1910}, "text": {"headline": "C"}}]}"#;
    let timeline = json_of(slides, Format::Timelinejs);
    let when: Vec<&str> =
        timeline["events"].as_array().unwrap().iter().map(|event| event["when"]["edtf"].as_str().unwrap()).collect();
    assert_eq!(when, ["1911", "1911-02-28", "1911-05"]);
    assert_eq!(timeline["warnings"].as_array().unwrap().len(), 3);
    assert_eq!(
        timeline["warnings"][0]["message"],
        "In event 1 (\"A\"), a day stands without its month and is left out."
    );
}

#[test]
fn timelinejs_sheets_come_in() {
    let sheet = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n\
        ,,,,,,,,,Harbour,Intro,,,,,title,,\n\
        1911,3,8,6:45 PM,1911,3,9,,,Shaft,\"<p>Dug, at last</p>\",https://p.example/a.jpg,Archive,Cap,,,Digging,#eee\n\
        1900,,,,1914,,,,,Boom,,,,,,era,,\n";
    let timeline = json_of(sheet, Format::Csv);
    assert_eq!(timeline["title"], "Harbour");
    assert_eq!(timeline["eras"][0]["when"]["edtf"], "1900/1914");
    let shaft = &timeline["events"][0];
    assert_eq!(
        (&shaft["title"], &shaft["text"], &shaft["group"]),
        (&json!("Shaft"), &json!("Dug, at last"), &json!("Digging"))
    );
    assert_eq!(shaft["when"]["earliest"], "1911-03-08T18:45");
    assert_eq!(shaft["media"]["credit"], "Archive");
    let told = problem(&sheet.replace("1911,3,8", "1911,x,8"), Format::Csv);
    assert_eq!(told, "the row in line 3 (\"Shaft\"): start_date.month \"x\" is no number");
}

#[test]
fn tables_with_names_of_their_own_come_in() {
    for (table, expected) in [
        ("date;title\n03.04.1911;A\n31.12.1912;B\n", ["1911-04-03", "1912-12-31"]),
        ("Start Date,Event,Notes\n4/3/1911,A,x\n12/31/1912,B,\n", ["1911-04-03", "1912-12-31"]),
        ("when\twhat\n3/4/1911\tA\n31/12/1912\tB\n", ["1911-04-03", "1912-12-31"]),
        ("Datum|Titel\n3. April 1911|A\n1912-12-31|B\n", ["1911-04-03", "1912-12-31"]),
        ("title,date\nA,April 1911\nB,c. 1912\n", ["1911-04", "1912~"]),
        ("1911-04-03,A\n1912-12-31,B\n", ["1911-04-03", "1912-12-31"]),
        ("\u{feff}year,event\r\n1911,A\r\n1912,B\r\n", ["1911", "1912"]),
        ("start,end,title\n1911-04-03 10:15,1911-04-05,A\n1912,,B\n", ["1911-04-03/1911-04-05", "1912"]),
    ] {
        let options =
            Options { lang: Some(if table.starts_with("Datum") { "de" } else { "en" }), languages: &LANGUAGES };
        let made = convert(table, Some(Format::Csv), Format::Json, &options)
            .unwrap_or_else(|problem| panic!("{table}: {problem}"));
        let timeline: Value = serde_json::from_str(&made.data).unwrap();
        let got: Vec<(&str, &str)> = timeline["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| (event["when"]["edtf"].as_str().unwrap(), event["title"].as_str().unwrap()))
            .collect();
        assert_eq!(got, [(expected[0], "A"), (expected[1], "B")], "{table}");
    }
    let told = problem("date,title\n1911-04-03,A\nsomeday,B\n", Format::Csv);
    assert_eq!(
        told,
        "the row in line 3 (\"B\"): start: \"someday\" is no date such as 2014-06-10, 10 June 2014 or 2014"
    );
    assert!(problem("a,b\nc,d\n", Format::Csv).contains("no column of dates"));
}

/// A timeline with everything that Timeline JSON can say.
fn full() -> String {
    json!({
        "title": "Harbour", "articles": [],
        "eras": [{"title": "Boom", "when": {"edtf": "1900/1914"}}],
        "events": [
            {"id": "a", "title": "Old =harbour", "when": {"edtf": "-0043~"}, "text": "=1+1\nand more", "url": "https://a.example/?x=1&y=2",
             "media": {"url": "https://p.example/a.png", "alt": "Alt", "credit": "Credit", "caption": "Caption"}, "group": "G", "source": "S", "status": "reported"},
            {"id": "b", "title": "-5 degrees", "when": {"edtf": "1911-03-08/1911-03-09", "earliest": "1911-03-08T06:45", "latest": "1911-03-08T06:45", "end": "1911-03-09T18:00", "precision": "minute", "bound": "exact"}},
            {"id": "c", "title": "\"Quotes\", commas; and\ttabs", "when": {"edtf": "2004-06~-11"}},
            {"id": "d", "title": "One of two", "when": {"edtf": "[2016-10-11..2016-10-17]"}, "status": "planned"},
        ]
    })
    .to_string()
}

#[test]
fn our_own_tables_come_back_the_same() {
    let before = json_of(&full(), Format::Json);
    for format in [Format::Csv, Format::Tsv] {
        let table = to(&full(), Format::Json, format);
        assert_eq!(table.lost, ["title", "eras"]);
        let after = json_of(&table.data, format);
        let without = |timeline: &Value| {
            let mut events = timeline["events"].clone();
            for event in events.as_array_mut().unwrap() {
                event.as_object_mut().unwrap().remove("importance");
                event["when"].as_object_mut().unwrap().remove("precision");
                event["when"].as_object_mut().unwrap().remove("bound");
            }
            events
        };
        assert_eq!(without(&after), without(&before));
    }
}

#[test]
fn edtf_and_words_convert_into_each_other() {
    assert_eq!(to("[1911, 1913]", Format::Edtf, Format::Edtf).data, "[1911,1913]");
    assert_eq!(to("late 18th century", Format::Words, Format::Edtf).data, "1767/1800");
    let german = Options { lang: Some("de"), languages: &LANGUAGES };
    assert_eq!(convert("1911-21~", Some(Format::Edtf), Format::Words, &german).unwrap().data, "um Frühling 1911");
    assert!(convert("1911", Some(Format::Edtf), Format::Json, &german).is_err());
    assert!(
        convert("soon", Some(Format::Words), Format::Edtf, &german)
            .unwrap_err()
            .sentence()
            .contains("no date is found")
    );
}

/// Words that must stay words wherever they stand.
const PAYLOADS: [&str; 12] = [
    "<script>alert(1)</script>x",
    "<img src=x onerror=alert(1)>x",
    "\"><svg onload=alert(1)>x",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "=HYPERLINK(\"http://evil.example\")",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "BEGIN:VEVENT\r\nSUMMARY:injected",
    "</script><script>alert(1)</script>",
    "\u{202e}desrever\u{2066}",
    "]]><x>&#x3c;script&#x3e;",
];

#[test]
fn nothing_that_could_run_comes_in() {
    for payload in PAYLOADS {
        let slide = json!({"events": [{"start_date": {"year": 1911}, "text": {"headline": format!("T {payload}"), "text": payload},
            "media": {"url": payload, "caption": payload, "credit": payload, "alt": payload, "thumbnail": payload}, "group": payload, "unique_id": payload,
            "background": {"url": payload}}], "title": {"text": {"headline": payload, "text": payload}}});
        let timeline = json_of(&slide.to_string(), Format::Timelinejs);
        let text = timeline.to_string().to_lowercase();
        for bad in ["<script", "onerror=", "onload="] {
            // Entities that were decoded are text, and text stays text.
            assert!(!text.contains(bad) || payload.contains("&#x"), "{payload}: {text}");
        }
        for url in [&timeline["events"][0]["media"]["url"], &timeline["events"][0]["url"]] {
            let url = url.as_str().unwrap_or("").to_lowercase();
            assert!(!url.starts_with("javascript:") && !url.starts_with("data:"), "{url}");
        }
        let back = to(&timeline.to_string(), Format::Json, Format::Timelinejs).data.to_lowercase();
        for bad in ["<script", "<img src=x", "<svg", "\"url\":\"javascript:", "\"url\":\"data:"] {
            assert!(!back.contains(bad), "{payload}: {back}");
        }
    }
}

#[test]
fn large_fields_cost_no_more_than_their_length() {
    let long = "<".repeat(400_000) + &"&amp".repeat(100_000) + &"<a href='".repeat(50_000);
    let slide = json!({"events": [{"start_date": {"year": 1911}, "text": {"headline": "Long", "text": long}}]});
    let began = std::time::Instant::now();
    let timeline = to(&slide.to_string(), Format::Timelinejs, Format::Json);
    to(&timeline.data, Format::Json, Format::Timelinejs);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

/// What two timelines share that a format can carry: date, title, text, link and group.
fn core(timeline: &Value) -> Vec<[String; 5]> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let events = timeline["events"].as_array().unwrap().iter();
    events
        .map(|event| {
            [
                text(&event["when"]["edtf"]),
                text(&event["title"]),
                text(&event["text"]),
                text(&event["url"]),
                text(&event["group"]),
            ]
        })
        .collect()
}

#[test]
fn calendars_json_ld_and_lists_come_back_the_same() {
    let timeline = json!({"title": "Harbour", "events": [
        {"id": "a", "title": "Shaft; \"dug\", <deep>", "when": {"edtf": "1911-03-08"}, "text": "Line one\nLine, two & three", "url": "https://a.example/?x=1&y=2", "group": "Digging"},
        {"id": "b", "title": "Strike", "when": {"edtf": "1911-04~"}},
        {"id": "c", "title": "Fair", "when": {"edtf": "1911-05-01/1911-05-04"}, "text": "Music"},
        {"id": "d", "title": "Plan", "when": {"edtf": "1912"}},
        {"id": "e", "title": "Flood", "when": {"edtf": "[1912-10-11..1912-10-17]"}},
    ]});
    let before = json_of(&timeline.to_string(), Format::Json);
    for format in [Format::Ics, Format::Jsonld, Format::Html] {
        let written = to(&timeline.to_string(), Format::Json, format);
        let after = json_of(&written.data, format);
        assert_eq!(core(&after), core(&before), "{format:?}\n{}", written.data);
        let guessed = convert(&written.data, None, Format::Json, &Options::new(&LANGUAGES)).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&guessed.data).unwrap(), after, "it is guessed");
    }
}

#[test]
fn calendars_as_programs_write_them() {
    let calendar = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Ferries\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Crews mee\r\n t\\, again\r\nDTSTART;TZID=Europe/Oslo:20240110T100000\r\nDURATION:PT1H30M\r\nDESCRIPTION:One\\nTwo\r\nCATEGORIES:Talks\\, hard,Other\r\n\
        BEGIN:VALARM\r\nDESCRIPTION:Wake\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:2@x\r\nSUMMARY:Fair\r\nDTSTART;VALUE=DATE:20240301\r\nDTEND;VALUE=DATE:20240304\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nEND:VEVENT\r\n\
        BEGIN:VTODO\r\nSUMMARY:No event\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    let made = to(calendar, Format::Ics, Format::Json);
    let timeline: Value = serde_json::from_str(&made.data).unwrap();
    assert_eq!(timeline["title"], "Ferries");
    let events = timeline["events"].as_array().unwrap();
    assert_eq!(events.len(), 3);
    assert_eq!(
        (&events[0]["title"], &events[0]["text"], &events[0]["group"]),
        (&json!("Crews meet, again"), &json!("One\nTwo"), &json!("Talks, hard"))
    );
    assert_eq!(
        (&events[0]["when"]["earliest"], &events[0]["when"]["end"]),
        (&json!("2024-01-10T10:00"), &json!("2024-01-10T11:30"))
    );
    assert_eq!(events[1]["when"]["edtf"], "2024-03-01/2024-03-03");
    assert_eq!(events[2]["when"]["edtf"], "2025-03-01/2025-03-03");
    assert!(made.lost.iter().any(|lost| lost.starts_with("alarms")), "{:?}", made.lost);
    for (broken, expected) in [
        ("SUMMARY:x", "no calendar"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR", "event 1 (\"A\"): DTSTART is missing"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR",
            "event 1 (\"A\"), line 4: DTSTART \"soon\" is no date",
        ),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\n", "cut short"),
    ] {
        let told = problem(broken, Format::Ics);
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn lists_written_by_hand_come_in() {
    let html = r#"<h2>Ferries</h2><ol>
        <li><time datetime="2009-06">June 2009</time> The line is <a href="https://a.example">founded</a>.
        <li><time>3 November 2015</time>: Talks fail<p>For the third time.</p></li>
        <li><time datetime="2015-11-05">Thursday</time><time datetime="2015-11-07">Saturday</time> <b>Strike</b> <img src="s.png" alt="Pickets"><ul><li>inner</li></ul></li>
        <li>No date</li></ol>"#;
    let timeline = json_of(html, Format::Html);
    let rows = core(&timeline);
    assert_eq!(rows[0], ["2009-06", "The line is founded.", "", "https://a.example", ""]);
    assert_eq!(rows[1], ["2015-11-03", "Talks fail", "For the third time.", "", ""]);
    assert_eq!((rows[2][0].as_str(), rows[2][1].as_str()), ("2015-11-05/2015-11-07", "Strike"));
    assert_eq!(timeline["events"][2]["media"]["alt"], "Pickets");
    assert!(
        problem("<ol><li><time datetime='soon'>x</time> A</li></ol>", Format::Html)
            .starts_with("item 1: datetime \"soon\" is no date")
    );
    assert!(problem("<p>none</p>", Format::Html).contains("no list"));
}

#[test]
fn schema_org_comes_in() {
    let blog = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "LiveBlogPosting", "headline": "Storm", "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "Ferries stop", "datePublished": "2015-11-03T14:05:00+01:00", "articleBody": "<p>All of them.</p>"}]},
        {"@type": ["MusicEvent"], "name": "Concert", "startDate": "2015-11-04", "endDate": "2015-11-05", "image": {"@type": "ImageObject", "contentUrl": "https://p.example/c.jpg", "caption": "Stage"}},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "Event", "name": "Fair", "startDate": "2015-11-06T10:00", "url": "https://a.example/fair"}}]}]});
    let timeline = json_of(&blog.to_string(), Format::Jsonld);
    let rows = core(&timeline);
    assert_eq!(
        (rows[0][0].as_str(), rows[0][1].as_str(), rows[0][2].as_str()),
        ("2015-11-03T14:05+01:00", "Ferries stop", "All of them.")
    );
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("2015-11-04/2015-11-05", "Concert"));
    assert_eq!((rows[2][0].as_str(), rows[2][3].as_str()), ("2015-11-06T10:00", "https://a.example/fair"));
    assert_eq!(timeline["events"][1]["media"]["caption"], "Stage");
    let nameless = json_of(r#"{"@type": ["MusicEvent"], "startDate": "2015-11-04"}"#, Format::Jsonld);
    assert_eq!(nameless["events"][0]["title"], "MusicEvent");
    let told = problem(r#"{"@type": "Event", "name": "A", "startDate": "soon"}"#, Format::Jsonld);
    assert!(told.starts_with("event 1 (\"A\"): startDate \"soon\" is no date"), "{told}");
}

#[test]
fn feeds_come_in_as_lists() {
    let rss = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Ferry news</title>
        <item><title>Talks &amp; more</title><link>https://a.example/1</link><guid>1</guid><pubDate>Tue, 03 Nov 2015 14:05:00 +0100</pubDate><description>&lt;p&gt;They &lt;b&gt;failed&lt;/b&gt;.&lt;/p&gt;</description><category>Talks</category></item></channel></rss>"#;
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry news</title><entry><id>1</id><title>Talks &amp; more</title><link href="https://a.example/1"/><published>2015-11-03T14:05:00+01:00</published><summary type="html">&lt;p&gt;They failed.&lt;/p&gt;</summary><category term="Talks"/></entry></feed>"#;
    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Ferry news", "items": [{"id": "1", "title": "Talks & more", "url": "https://a.example/1", "date_published": "2015-11-03T14:05:00+01:00", "content_html": "<p>They failed.</p>", "tags": ["Talks"]}]}"#;
    for feed in [rss, atom, json] {
        let made = convert(feed, None, Format::Json, &Options::new(&LANGUAGES)).unwrap();
        let timeline: Value = serde_json::from_str(&made.data).unwrap();
        assert_eq!(timeline["title"], "Ferry news");
        assert_eq!(
            core(&timeline),
            [["2015-11-03T14:05+01:00", "Talks & more", "They failed.", "https://a.example/1", "Talks"]],
            "{feed}"
        );
    }
    assert!(
        problem("<rss><channel><item><title>A</title><pubDate>soon</pubDate></item></channel></rss>", Format::Feed)
            .starts_with("entry 1 (\"A\"): \"soon\" is no date")
    );
    assert!(problem("<html></html>", Format::Feed).contains("no feed"));
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa">]><rss><channel><title>&a;</title></channel></rss>"#;
    assert!(problem(bomb, Format::Feed).contains("XML is broken"));
}

#[test]
fn simile_vis_and_wikidata_come_in() {
    let simile = r#"{"dateTimeFormat": "iso8601", "events": [{"start": "1911-03-08", "end": "1911-05-01", "durationEvent": true, "title": "Digging", "description": "Deep", "link": "https://a.example"}]}"#;
    let xml = r#"<data><event start="Wed Mar 08 1911 00:00:00 GMT-0600" end="May 1 1911 00:00:00 GMT" isDuration="true" title="Digging" link="https://a.example">Deep</event></data>"#;
    for data in [simile, xml] {
        assert_eq!(
            core(&json_of(data, Format::Simile)),
            [["1911-03-08/1911-05-01", "Digging", "Deep", "https://a.example", ""]],
            "{data}"
        );
        assert!(convert(data, None, Format::Json, &Options::new(&LANGUAGES)).is_ok(), "it is guessed");
    }
    let vis = r#"{"groups": [{"id": 1, "content": "<b>Works</b>"}], "items": [{"id": 7, "content": "Digging <i>deep</i>", "start": "1911-03-08", "end": "1911-05-01", "group": 1}, {"start": -1856563200000, "content": "Again"}, {"type": "background", "start": "1911", "end": "1914", "content": "Boom"}]}"#;
    let timeline = json_of(vis, Format::Vis);
    assert_eq!(
        core(&timeline),
        [["1911-03-04", "Again", "", "", ""], ["1911-03-08/1911-05-01", "Digging deep", "", "", "Works"]]
    );
    assert_eq!(timeline["eras"][0]["title"], "Boom");
    let wikidata = r#"{"results": {"bindings": [
        {"item": {"value": "http://www.wikidata.org/entity/Q1"}, "itemLabel": {"value": "Harbour"}, "time": {"value": "1911-01-01T00:00:00Z"}, "timePrecision": {"value": "9"}},
        {"itemLabel": {"value": "Church"}, "time": {"value": "+1200-00-00T00:00:00Z"}, "timePrecision": {"value": "7"}},
        {"itemLabel": {"value": "Battle"}, "time": {"value": "-0044-03-15T00:00:00Z"}, "timePrecision": {"value": "11"}}]}}"#;
    let rows = core(&json_of(wikidata, Format::Wikidata));
    let dates: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(dates, ["-0044-03-15", "11XX", "1911"]);
    assert!(problem(r#"[{"content": "A"}]"#, Format::Vis).contains("item 1 (\"A\"): start is missing"));
    assert!(
        problem(r#"{"events": [{"title": "A", "start": "soon"}]}"#, Format::Simile)
            .contains("event 1 (\"A\"): start \"soon\" is no date")
    );
    assert!(
        problem(r#"[{"itemLabel": "A", "time": "soon"}]"#, Format::Wikidata)
            .contains("row 1 (\"A\"): \"soon\" is no time")
    );
}

#[test]
fn nothing_that_could_run_goes_out() {
    for payload in PAYLOADS {
        let timeline = json!({"title": payload, "events": [{"id": payload, "title": format!("T {payload}"), "when": {"edtf": "1911", "why": payload}, "text": payload, "source": payload,
            "url": payload, "group": payload, "media": {"url": format!("https://p.example/{payload}"), "alt": payload, "caption": payload, "credit": payload}}]})
        .to_string();
        let html = to(&timeline, Format::Json, Format::Html).data;
        for bad in
            ["<script", "<img src=x", "<svg", "href=\"javascript:", "src=\"javascript:", "href=\"data:", "src=\"data:"]
        {
            assert!(!html.contains(bad), "{payload}: {html}");
        }
        let calendar = to(&timeline, Format::Json, Format::Ics).data;
        assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 1, "{calendar}");
        for line in to(&timeline, Format::Json, Format::Csv).data.lines() {
            for cell in line.split(',') {
                assert!(!cell.trim_matches('"').starts_with(['=', '+', '@']), "{cell}");
            }
        }
        let list = to(&timeline, Format::Json, Format::Jsonld).data;
        assert!(!list.contains("\"url\":\"javascript:") && !list.contains("\"url\":\"data:"), "{list}");
    }
}

#[test]
fn ten_thousand_rows_take_no_longer_than_they_should() {
    let mut table = String::from("date,title,text\n");
    for row in 0..10_000 {
        table.push_str(&format!(
            "{}-{:02}-{:02},Event {row},\"Some, text\"\n",
            1900 + row % 100,
            row % 12 + 1,
            row % 28 + 1
        ));
    }
    let began = std::time::Instant::now();
    assert_eq!(json_of(&table, Format::Csv)["events"].as_array().unwrap().len(), 10_000);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

/// A small file of each format, to be broken.
fn seeds() -> Vec<(Format, String)> {
    let written = [Format::Timelinejs, Format::Csv, Format::Tsv, Format::Ics, Format::Jsonld, Format::Html];
    let mut seeds: Vec<(Format, String)> =
        written.into_iter().map(|format| (format, to(&full(), Format::Json, format).data)).collect();
    seeds.push((Format::Json, full()));
    seeds.push((Format::Timelinejs, SLIDES.to_owned()));
    seeds.push((
        Format::Feed,
        "<rss><channel><item><title>A</title><pubDate>Tue, 03 Nov 2015 14:05:00 +0100</pubDate></item></channel></rss>"
            .into(),
    ));
    seeds.push((
        Format::Simile,
        "<data><event start=\"Mar 8 1911\" end=\"May 1 1911\" isDuration=\"true\" title=\"A\">B</event></data>".into(),
    ));
    seeds.push((Format::Vis, r#"[{"id": 7, "content": "A <i>b</i>", "start": "1911-03-08", "end": 1e12}]"#.into()));
    seeds.push((
        Format::Wikidata,
        r#"[{"itemLabel": "A", "time": "+1200-00-00T00:00:00Z", "timePrecision": "7"}]"#.into(),
    ));
    seeds
}

#[test]
fn broken_files_never_do_more_than_say_so() {
    let pieces =
        ["", "<", ">", "\"", "0", "-", "99999999999", "\n", "\u{202e}", "é", ",", "{", "]", "T", "X", "/", ".."];
    let mut state = 11_u64;
    let mut roll = |sides: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % sides
    };
    let mut taken = 0;
    for (format, seed) in seeds() {
        assert!(convert(&seed, Some(format), Format::Json, &Options::new(&LANGUAGES)).is_ok(), "{format:?}");
        for _ in 0..40 {
            let mut letters: Vec<char> = seed.chars().collect();
            for _ in 0..=roll(3) {
                let from = roll(letters.len());
                let until = (from + roll(4)).min(letters.len());
                letters.splice(from..until, pieces[roll(pieces.len())].chars());
            }
            let text: String = letters.into_iter().collect();
            let Ok(made) = convert(&text, Some(format), Format::Json, &Options::new(&LANGUAGES)) else { continue };
            taken += 1;
            for (target, _) in Format::NAMES {
                if target.is_written() {
                    let written = to(&made.data, Format::Json, target);
                    let again = convert(&written.data, Some(target), Format::Json, &Options::new(&LANGUAGES));
                    let is_empty = made.data.contains("\"events\":[]")
                        || written.lost.iter().any(|lost| lost.starts_with("event without a date"));
                    assert!(again.is_ok() || is_empty, "{format:?} to {target:?}: {again:?}\n{text}\n{}", written.data);
                }
            }
        }
    }
    assert!(taken > 60, "{taken}: most are still files");
}

#[test]
fn a_title_of_nothing_but_markup_is_its_date_and_stops_no_file() {
    let table = "date,title\n1911,<svg><a href=x>press</a></svg>\n1912,Flood";
    let rows = json_of(table, Format::Csv);
    assert_eq!((&rows["events"][0]["title"], &rows["events"][1]["title"]), (&json!("1911"), &json!("Flood")));
    let simile = r#"{"events": [{"start": "1911", "title": "<script>x</script>", "description": "Dug by hand."}]}"#;
    assert_eq!(json_of(simile, Format::Simile)["events"][0]["title"], "Dug by hand.");
}

#[test]
fn titles_come_back_from_a_calendar_and_a_list_with_every_letter() {
    for title in ["- 1 below", "1911: -", "tab\there", "two\nlines"] {
        let given = json!({"events": [{"title": title, "when": {"edtf": "1911"}}]}).to_string();
        for format in [Format::Ics, Format::Html] {
            let back = json_of(&to(&given, Format::Json, format).data, format);
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(back["events"][0]["title"].as_str().unwrap()), words(title), "{format:?}");
        }
    }
}

#[test]
fn json_ld_ends_no_script_that_it_stands_in() {
    let given = json!({"events": [{"title": "</script><b>", "when": {"edtf": "1911"}}]}).to_string();
    let written = to(&given, Format::Json, Format::Jsonld).data;
    assert!(!written.contains('<'), "{written}");
    assert_eq!(json_of(&written, Format::Jsonld)["events"][0]["title"], "</script><b>");
}

#[test]
fn simile_needs_no_date_format_to_be_known() {
    let simile = r#"{"events": [{"start": "1911-03-08", "title": "Shaft"}]}"#;
    assert_eq!(article_timeline::exchange::guess(simile), Format::Simile);
    assert_eq!(
        article_timeline::exchange::guess(r#"{"events": [{"title": "A", "when": {"edtf": "1911"}, "start": 1}]}"#),
        Format::Json
    );
}

#[test]
fn what_could_run_is_not_written_whoever_put_it_there() {
    let open = "<img src=x onerror=alert(1)//";
    let kept = json!({"timelinejs": {"display_date": open, "background": {"url": "javascript:alert(1)"}, "start_date": {"year": 1911, "display_date": "<svg onload=alert(1)>"}}});
    let event = json!({"title": open, "text": open, "group": open, "source": open, "url": "javascript:alert(1)", "when": {"edtf": "1911"},
        "media": {"url": "<script>alert(1)</script>", "thumbnail": "data:text/html,x", "caption": open, "alt": open, "credit": open}, "extra": kept});
    let given = json!({"title": open, "events": [event]}).to_string();
    for format in [Format::Timelinejs, Format::Html, Format::Jsonld, Format::Ics, Format::Csv] {
        let Converted { data, lost } = to(&given, Format::Json, format);
        assert!(!data.contains("javascript:") && !data.contains("data:text"), "{format:?}: {data}");
        if !matches!(format, Format::Ics | Format::Csv) {
            assert!(
                !data.contains("<img") && !data.contains("<svg") && !data.contains("<script"),
                "{format:?}: {data}"
            );
        }
        if matches!(format, Format::Timelinejs | Format::Csv) {
            assert!(lost.iter().any(|phrase| phrase.contains("address")), "{format:?}: {lost:?}");
        }
    }
}
