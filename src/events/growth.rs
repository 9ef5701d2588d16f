//! The test that making events costs work in proportion to the text: twice the text, at most 2.1 times the steps. A step is a question put to a
//! word, or two drafts compared.
//!
//! In: sentences that could be dear, repeated. Out: nothing, or the sentence that is. It must never learn how the work is done.

use super::{Options, build};
use crate::article::{Given, text};
use crate::base::{edtf, steps};
use crate::language::Languages;
use crate::syntax::Models;

fn assert_linear(fragment: &str, language: &str, languages: &Languages, models: &Models) {
    let once = fragment.repeat(16_000 / fragment.len() + 1);
    for all in [false, true] {
        let work = |written: &str| {
            let published = edtf::read_moment("2016-11-01");
            let given = Given { published, language: Some(String::from(language)), ..Given::default() };
            let article = text::read(written, &given, languages);
            build(&[article], languages, models, Options { all });
        };
        let about = format!("{fragment:?} (all: {all})");
        let steps = steps::assert_linear(&about, work, &once, &once.repeat(2), 1_000);
        // Of a sentence without an end no tree is made, and nothing is asked of its words; all else is counted.
        let is_bounded = models.get(language).is_some() && !fragment.contains('.');
        assert!(is_bounded || steps > 0, "{about}: nothing was counted");
    }
}

#[test]
fn work_grows_in_proportion_to_the_text() {
    let languages = Languages::shipped();
    let none = Models::default();
    let mut models = Models::default();
    models.add(include_bytes!("../../models/en.model")).unwrap();
    for fragment in [
        "The army captured the town on Tuesday. ",
        "Anna Berg founded the club in 1991, and in 2004 she sold it.\n\n",
        // One sentence without an end.
        "the army that captured the town which fell last week and then moved on to the river ",
        // Many dates in one sentence.
        "in 1991, on 3 May 2004, last Tuesday, since June and between 2009 and 2011, ",
        // Quotations and brackets inside one another.
        "\u{201c}He said \u{201c}we left in May\u{201d} (in (June (2014)))\u{201d}, and \u{201c}she ",
        "who said that he said that she said on Friday that it ",
        "it sold it after it bought it in May because it ",
        ", a man, who, while, after, ",
        "and and or but and ",
        "said ",
        "\" ",
        "( ",
        ", ",
        "word ",
        "() ",
        "2011 ",
        "\u{2014} ",
    ] {
        assert_linear(fragment, "en", &languages, &none);
        assert_linear(fragment, "en", &languages, &models);
    }
    for fragment in [
        "Am Montag trat der Minister zurück. ",
        "und am 3. Mai 2010 kam er, der 2009 ging, ",
        "und kam 2010 ",
        "der die das ",
    ] {
        assert_linear(fragment, "de", &languages, &none);
    }
}
