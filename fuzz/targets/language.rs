//! Any language file: no panic while it is read, and none while a text is read with it.

#![no_main]

use article_timeline::base::date::{Day, Moment};
use article_timeline::language::Language;
use article_timeline::temporal::{Context, tag};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    let language = Language::read(file.to_owned());
    let context = Context::news(&language, Day::from_ymd(2016, 11, 1).map(Moment::from_day));
    // The file's own words are what its patterns are most likely to match.
    tag(file, context);
    tag("two weeks ago, on 3 May 2014 and at 10:30 on Monday the 1st", context);
});
