//! Any text, in any shipped language, with and without a publication date: no panic, no overflow, mentions inside the text and in order.

#![no_main]

use article_timeline::base::date::{Day, Moment};
use article_timeline::language::Languages;
use article_timeline::temporal::{Context, tag};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::shipped);

fuzz_target!(|input: (u8, i16, &str)| {
    let (choice, day, text) = input;
    let code = ["en", "de"][usize::from(choice & 1)];
    let published = (choice & 2 == 0).then(|| Moment::from_day(Day::from_ymd(2000, 1, 1).unwrap().plus_days(i32::from(day).into())));
    let Some(language) = LANGUAGES.get(code) else { panic!("{code} is shipped") };
    let mut end = 0;
    for dated in tag(text, Context::news(language, published)) {
        assert!(dated.span.start >= end && dated.span.end > dated.span.start, "{:?} after {end}", dated.span);
        assert!(text.get(dated.span.start..dated.span.end).is_some(), "{:?} cuts a character or leaves the text", dated.span);
        let mut value = String::new();
        dated.timex.value.write(&mut value);
        assert!(!value.is_empty());
        end = dated.span.end;
    }
});
