//! The command line as people use it: the real program, its answers, its errors and its exit statuses. All texts are made up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REPORT: &str = "Ferry talks fail again\n\nNovember 3, 2015\n\nThe ferry line was founded in June 2009 by two brothers.\n\n\
                      Talks with the crews broke down last Friday for the third time.\n\nPhoto: Agency\n";

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-timeline"));
    command.env_remove("COLUMNS").env_remove("NO_COLOR");
    command
}

fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child =
        program().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that refuses its input may close it early.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_string()
}

/// Runs, expects status 2, nothing on standard output, and one sentence on standard error.
fn refused(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert!(error.starts_with("article-timeline: ") && error.lines().count() == 1, "{error}");
    error
}

fn answers(arguments: &[&str], input: impl AsRef<[u8]>) -> (Vec<Value>, i32) {
    let output = run(arguments, input);
    let lines = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, output.status.code().unwrap())
}

#[test]
fn the_table_shows_headline_dates_titles_and_sentences() {
    let output = run(&["-"], REPORT);
    assert_eq!(output.status.code(), Some(0));
    let table = text(&output.stdout);
    assert!(table.starts_with("Ferry talks fail again\nPublished Tue 3 Nov 2015\n\n"), "{table}");
    assert!(table.contains("June 2009 "), "{table}");
    assert!(table.contains("Fri 30 Oct 2015 "), "{table}");
    assert!(table.contains("broke down last Friday"), "the sentence stands below its title: {table}");
    assert!(!table.contains('\u{1b}'), "no escape codes in a pipe");
    assert!(!table.contains("Agency"), "{table}");
}

#[test]
fn the_table_fits_its_width() {
    let path = file("report.txt", REPORT);
    for columns in [30_usize, 60, 100] {
        let output = program().arg(&path).env("COLUMNS", columns.to_string()).output().unwrap();
        for line in text(&output.stdout).lines() {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
    }
}

#[test]
fn json_out_is_accepted_in() {
    let made = run(&["-", "--to", "json"], REPORT);
    let timeline: Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!(timeline["articles"][0]["published"], "2015-11-03");
    assert!(!timeline["events"].as_array().unwrap().is_empty());
    let again = run(&["-", "--to", "json"], &made.stdout);
    assert_eq!(text(&again.stdout), text(&made.stdout), "a timeline read back is the same timeline");
}

#[test]
fn article_json_is_read_alone_and_in_a_list() {
    let article = json!({"headline": "Ferry talks fail", "published": "2015-11-03",
        "blocks": ["The line was founded in June 2009 by two brothers.", {"kind": "heading", "text": "What next"}]});
    for input in [article.clone(), json!([article])] {
        let output = run(&["-", "--to", "json"], input.to_string());
        let timeline: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(timeline["events"][0]["when"]["edtf"], "2009-06", "{timeline}");
        assert_eq!(timeline["articles"][0]["headline"], "Ferry talks fail");
    }
}

#[test]
fn utf_16_as_windows_saves_it_is_text() {
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = format!("\u{feff}{REPORT}").encode_utf16().flat_map(order).collect();
        let output = run(&["-"], bytes);
        assert!(text(&output.stdout).starts_with("Ferry talks fail again\n"), "{}", text(&output.stderr));
    }
}

#[test]
fn a_given_date_wins() {
    let output = run(&["-", "--published", "2015-11-10", "--to", "json"], REPORT);
    let timeline: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(timeline["articles"][0]["published"], "2015-11-10");
}

#[test]
fn wrong_input_is_refused_in_one_sentence() {
    let json = file("broken.json", "{\"headline\": \"A\",\n  \"text\": }\n");
    assert!(refused(&[&json], "").contains("is broken JSON at line 2, column 11"));
    assert!(refused(&["nowhere.txt"], "").contains("There is no file \"nowhere.txt\""));
    assert!(refused(&[env!("CARGO_TARGET_TMPDIR")], "").contains("is a folder"));
    let picture = file("picture.png", b"\x89PNG\r\n\x1a\n\0\0");
    assert!(refused(&[&picture], "").contains("is not text: byte 1 "));
    let zero = file("zero.txt", b"a\0b");
    assert!(refused(&[&zero], "").contains("is not text: byte 2 is a zero"));
    assert!(refused(&["-"], "{\"headline\": \"A\"}").contains("neither an article"));
    assert!(refused(&["-"], "{\"text\": 3}").contains("wrong value at line 1"));
    let nameless =
        r#"{"events": [{"title": "A", "when": {"edtf": "2016"}}, {"title": "B", "when": {"edtf": "soon"}}]}"#;
    assert!(refused(&["-"], nameless).contains("event 2 (\"B\"): when.edtf: \"soon\""));
    refused(&["--to", "json"], "");
}

#[test]
fn timelines_of_others_are_tables_and_go_out_in_all_forms() {
    let calendar =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Ferry sails\nDTSTART;VALUE=DATE:20090612\nEND:VEVENT\nEND:VCALENDAR\n";
    let sheet = "date,title\n12 June 2009,Ferry sails\n";
    let slides =
        r#"{"events": [{"start_date": {"year": 2009, "month": 6, "day": 12}, "text": {"headline": "Ferry sails"}}]}"#;
    let list =
        r#"{"@context": "https://schema.org", "@type": "Event", "name": "Ferry sails", "startDate": "2009-06-12"}"#;
    for input in [calendar, sheet, slides, list] {
        let shown = run(&["-"], input);
        assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
        assert!(text(&shown.stdout).contains("Ferry sails"), "{}", text(&shown.stdout));
        for (kind, sign) in [
            ("timelinejs", "start_date"),
            ("csv", "2009-06-12"),
            ("ics", "20090612"),
            ("jsonld", "startDate"),
            ("html", "<time"),
        ] {
            let written = run(&["-", "--to", kind], input);
            assert!(text(&written.stdout).contains(sign), "{kind}: {}", text(&written.stdout));
        }
    }
    for kind in ["timelinejs", "csv", "ics", "jsonld", "feed", "simile", "vis", "wikidata"] {
        assert!(!refused(&["-", "--from", kind], REPORT).is_empty());
    }
    assert_eq!(text(&run(&["-", "--from", "words", "--to", "edtf"], "late 18th century").stdout), "1767/1800\n");
    assert_eq!(
        text(&run(&["-", "--from", "edtf", "--to", "words", "--lang", "de"], "1911-21~").stdout),
        "um Frühling 1911\n"
    );
}

#[test]
fn tables_of_windows_programs_are_read() {
    let path = file("windows.csv", b"Datum;Titel\n12.06.2009;F\xe4hre f\xe4hrt \x80\n");
    assert!(text(&run(&[&path, "--lang", "de"], "").stdout).contains("Fähre fährt €"));
}

#[test]
fn convert_answers_each_line() {
    let lines = [
        json!({"id": 1, "data": {"events": [{"title": "A", "when": {"edtf": "2014-22"}}]}, "to": "json"}),
        json!({"id": 2, "data": "date,title\n2014,B", "from": "csv", "to": "timelinejs"}),
        json!({"id": 3, "data": "c. 1850", "from": "words", "to": "edtf"}),
        json!({"id": 4, "data": "date,title\nx,B", "from": "csv", "to": "json"}),
        json!({"id": 5, "data": "x", "to": "excel"}),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let output = run(&["convert", "--ndjson"], input);
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers[0]["data"]["events"][0]["when"]["earliest"], "2014-06-01");
    assert_eq!(answers[1]["data"]["events"][0]["start_date"]["year"], 2014);
    assert_eq!(answers[2], json!({"id": 3, "data": "1850~", "lost": []}));
    assert!(answers[3]["error"].as_str().unwrap().starts_with("the row in line 2 (\"B\"): start"));
    assert!(answers[4]["error"].as_str().unwrap().contains("no format"));
}

/// The forms that docs/input.md lists, each guessed from its beginning.
#[test]
fn pages_feeds_and_data_are_read() {
    let story = "The harbour was closed on 3 May 2011 after a ship had lost its anchor in front of the quay.";
    let page = format!("<!doctype html><title>Harbour closed</title><h1>Harbour closed</h1><p>{story}");
    let data = format!(
        "{{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Harbour closed\", \"articleBody\": \"{story}\"}}"
    );
    let rss = format!(
        "<?xml version=\"1.0\"?><rss><channel><item><title>Harbour closed</title><description>{story}</description></item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Harbour closed</title><content>{story}</content></entry></feed>"
    );
    let json_feed = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"title\": \"Harbour closed\", \"content_text\": \"{story}\"}}]}}"
    );
    for input in [page, data, rss, atom, json_feed] {
        let done = run(&["-", "--to", "json"], &input);
        let timeline: Value =
            serde_json::from_slice(&done.stdout).unwrap_or_else(|problem| panic!("{problem}: {input}"));
        assert_eq!(timeline["events"][0]["when"]["edtf"], "2011-05-03", "{input}");
        assert_eq!(timeline["articles"][0]["headline"], "Harbour closed", "{input}");
    }
    let markdown = "---\ntitle: Harbour closed\n---\n\n# Harbour closed\n\nThe **harbour** was closed on [3 May](https://a.example/2019/1/1) 2011, after a ship had lost its `anchor`.\n\n![2 June 1999](a.png)\n";
    for (arguments, input) in [
        (&["-", "--from", "markdown", "--to", "json"][..], markdown),
        (&["-", "--to", "json"], &format!("<p>{story}</p>")),
    ] {
        let timeline: Value = serde_json::from_slice(&run(arguments, input).stdout).unwrap();
        let events = timeline["events"].as_array().unwrap();
        assert_eq!((events.len(), &events[0]["when"]["edtf"]), (1, &json!("2011-05-03")), "{input}");
        assert!(!events[0]["evidence"][0]["text"].as_str().unwrap().contains(['*', '[', '`']), "{timeline}");
    }
    assert!(
        refused(&["-"], r#"{"@context": "https://schema.org", "@type": "Person"}"#)
            .contains("no article with its text")
    );
    assert!(refused(&["-", "--from", "feed"], REPORT).contains("no article with its text"));
}

#[test]
fn wrong_usage_is_status_2_and_help_is_0() {
    for arguments in [
        &["--published", "soon", "-"][..],
        &["--to", "xml", "-"],
        &["build"],
        &["tag", "--ndjson", "--threads", "0"],
        &[],
    ] {
        assert_eq!(run(arguments, "").status.code(), Some(2), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["help", "build"], &["--version"]] {
        assert_eq!(run(arguments, "").status.code(), Some(0), "{arguments:?}");
    }
    assert!(
        text(&run(&["--published", "soon", "-"], "").stderr).contains("2016-11-01"),
        "the error says what a date looks like"
    );
}

#[test]
fn odd_texts_give_an_empty_timeline_and_say_why() {
    for (arguments, input, note) in [
        (&["-"][..], String::new(), "No publication date"),
        (&["-"], "word ".repeat(200_000), "No publication date"),
        (&["-"], "a".repeat(10_000_000), "No publication date"),
        (&["-"], "The gate was opened on 30 February 2015.".into(), "There is no day \"30 February 2015\""),
        (&["-"], "The gate was opened on February 29, 2015.".into(), "There is no day \"February 29, 2015\""),
        (&["-", "--lang", "tlh"], REPORT.into(), "the language \"tlh\" is not read yet"),
        (&["-"], "The gate opens every day at nine for those who wait in front of it.".into(), "No publication date"),
    ] {
        let output = run(arguments, &input);
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains("No dated events were found."), "{}", text(&output.stdout));
        assert!(text(&output.stderr).contains(note), "{}", text(&output.stderr));
    }
}

#[test]
fn explain_shows_every_stage() {
    let report = file("explained.txt", REPORT);
    let output = run(&["explain", &report], "");
    let told = text(&output.stdout);
    for part in [
        "from its date line",
        "NOT IN A BLOCK",
        "Photo: Agency",
        "tokens",
        "last Friday",
        "pattern",
        "counted from the publication date",
        "TREES",
        "\u{2500}\u{2500}\u{253c}\u{2500}",
        "EVENTS",
        "why",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn tag_counts_code_points() {
    let (lines, status) =
        answers(&["tag", "--ndjson"], r#"{"id":"a","text":"🗓️ é on 3 May 2011","published":null,"lang":"en"}"#);
    assert_eq!(status, 0);
    let expected = json!({"id": "a", "timexes": [{"start": 8, "end": 18, "text": "3 May 2011", "type": "DATE", "value": "2011-05-03"}]});
    assert_eq!(lines, [expected]);
}

#[test]
fn parse_answers_with_a_tree() {
    let question = json!({"id": 1, "tokens": ["The", "council", "approved", "it", "."], "lang": "en"}).to_string();
    let (lines, status) = answers(&["parse", "--ndjson"], question);
    let expected = json!({"id": 1, "pos": ["DET", "NOUN", "VERB", "PRON", "PUNCT"],
        "heads": [2, 3, 0, 3, 3], "relations": ["det", "nsubj", "root", "obj", "punct"]});
    assert_eq!((lines, status), (vec![expected], 0));

    let long = json!({"id": 2, "tokens": vec!["word"; 201]}).to_string();
    let (lines, _) = answers(&["parse", "--ndjson"], long);
    assert_eq!((&lines[0]["cut"], lines[0]["heads"].as_array().unwrap().len()), (&json!(true), 201));

    let (lines, status) = answers(&["parse", "--ndjson"], "{\"id\": 3}\n{\"id\": 4, \"tokens\": [], \"lang\": \"xx\"}");
    let errors: Vec<&str> = lines.iter().map(|line| line["error"].as_str().unwrap()).collect();
    assert_eq!(errors, ["the document has no tokens", "there are no trees for the language 'xx' yet"]);
    assert_eq!(status, 1);
}

#[test]
fn read_answers_in_its_form() {
    let question = json!({"id": 7, "text": REPORT, "url": "https://a.example/ferry"});
    let (lines, status) = answers(&["read", "--ndjson"], question.to_string());
    assert_eq!(status, 0);
    let expected = json!({"id": 7, "article": {"headline": "Ferry talks fail again", "published": "2015-11-03", "modified": null,
        "language": null, "url": "https://a.example/ferry", "blocks": [
            {"kind": "paragraph", "text": "The ferry line was founded in June 2009 by two brothers."},
            {"kind": "paragraph", "text": "Talks with the crews broke down last Friday for the third time."}]}});
    assert_eq!(lines, [expected]);
}

#[test]
fn build_takes_text_article_and_articles() {
    let article = json!({"headline": "A", "published": "2015-11-03", "blocks": ["The line was founded in June 2009 by two brothers."]});
    let questions = [
        json!({"id": 1, "text": REPORT, "published": "2015-11-03", "lang": "en"}),
        json!({"id": 2, "article": article}),
        json!({"id": 3, "articles": [article, article]}),
    ];
    let input: String = questions.iter().map(|question| format!("{question}\n")).collect();
    let (lines, status) = answers(&["build", "--ndjson", "--all"], input);
    assert_eq!(status, 0);
    for (line, count) in lines.iter().zip([1, 1, 2]) {
        assert_eq!(line["timeline"]["articles"].as_array().unwrap().len(), count);
        assert_eq!(line["timeline"]["events"][0]["when"]["edtf"], "2009-06", "{line}");
    }
}

#[test]
fn a_broken_line_is_answered_and_the_batch_goes_on() {
    let mut input = b"{\"id\":1,\"text\":\"A.\"}\n\n{\"id\":2\n\xff\n".to_vec();
    input.extend(
        br#"{"id":3,"text":3}
{"id":4,"html":7}
{"id":5}
[6]
{"id":7,"text":"A.","published":"soon"}
{"id":8,"text":"A."}"#,
    );
    for command in ["tag", "read", "build"] {
        let (lines, status) = answers(&[command, "--ndjson"], &input);
        assert_eq!(status, 1);
        let ids: Vec<Value> = lines.iter().map(|line| line["id"].clone()).collect();
        assert_eq!(
            ids,
            [json!(1), json!(null), json!(null), json!(3), json!(4), json!(5), json!(null), json!(7), json!(8)]
        );
        let errors: Vec<bool> = lines.iter().map(|line| line["error"].is_string()).collect();
        // An article is read all the same: others may tell its day.
        let undated = command == "tag";
        assert_eq!(errors, [false, true, true, true, true, true, true, undated, false], "{command}");
    }
}

#[test]
fn a_date_that_is_none_is_a_warning_and_who_else_tells_the_day_is_believed() {
    let page = "<h1>Harbour closed</h1><time datetime=2011-05-04>4 May 2011</time><p>The harbour was closed on Tuesday, the first time since the war, after a ship had sunk in its mouth.";
    let asked = |published: &str| json!({"id": 1, "html": page, "published": published}).to_string();
    let (lines, status) = answers(&["build", "--ndjson"], asked("last week"));
    assert_eq!(status, 0);
    let timeline = &lines[0]["timeline"];
    assert_eq!(timeline["articles"][0]["published"], "2011-05-04");
    assert_eq!(timeline["events"][0]["when"]["edtf"], "2011-05-03");
    assert_eq!(timeline["warnings"][0]["kind"], "bad-published");
    let (lines, _) = answers(&["read", "--ndjson"], asked("Wed May 04 2011 20:05:46 GMT+0000"));
    assert_eq!(lines[0]["article"]["published"], "2011-05-04T20:05Z");
}

#[test]
fn answers_keep_the_order_of_the_questions_on_many_threads() {
    let filler = "The harbour was closed on 3 May 2011. ";
    let input: String = (0..400)
        .map(|id| format!("{}\n", json!({"id": id, "text": filler.repeat(if id % 7 == 0 { 200 } else { 1 })})))
        .collect();
    let (one, _) = answers(&["tag", "--ndjson", "--threads", "1"], &input);
    let (many, _) = answers(&["tag", "--ndjson", "--threads", "8"], &input);
    assert_eq!(one.len(), 400);
    assert!(one == many, "the answers do not depend on the number of threads");
    assert!(one.iter().enumerate().all(|(place, line)| line["id"] == place));
}

#[test]
fn a_line_is_answered_before_the_next_one_is_sent() {
    let mut child = program().args(["tag", "--ndjson"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"A.\"}}").unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let input = file("many.ndjson", "{\"id\":1,\"text\":\"The harbour was closed on 3 May 2011.\"}\n".repeat(200_000));
    let mut child = program()
        .args(["tag", "--ndjson"])
        .stdin(std::fs::File::open(input).unwrap())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
