//! EDTF as the specification has it: what is read, from when to when it is, how it is written in its one form, what is refused and where.
//! Made from the text of the Library of Congress' specification (4 February 2019), with dates of our own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use article_timeline::base::date::{Bound, Extent, Moment, Precision};
use article_timeline::base::edtf::{self, canonical, parse, read};

/// Earliest, latest and end as they are shown; `..` where there is none.
fn limits(text: &str) -> String {
    let extent = read(text).unwrap();
    let show = |moment: Option<Moment>| moment.map_or("..".to_owned(), |moment| moment.to_iso());
    [show(extent.earliest), show(extent.latest), show(extent.end)].join(" ")
}

#[test]
fn limits_are_those_of_the_standard() {
    for (text, expected) in [
        ("1911", "1911-01-01 1911-12-31 .."),
        ("1911-03", "1911-03-01 1911-03-31 .."),
        ("1912-02", "1912-02-01 1912-02-29 .."),
        ("-0099", "-0099-01-01 -0099-12-31 .."),
        ("156X", "1560-01-01 1569-12-31 .."),
        ("156X-12-25", "1560-12-25 1569-12-25 .."),
        ("15XX-12-XX", "1500-12-01 1599-12-31 .."),
        ("1XX3", "1003-01-01 1993-12-31 .."),
        ("XXXX-02-29", "0000-02-29 9996-02-29 .."),
        ("1911-XX-31", "1911-01-31 1911-12-31 .."),
        ("1911-1X", "1911-10-01 1911-12-31 .."),
        ("1911-02-3X/1911-04", ""),
        ("-01XX", "-0199-01-01 -0100-12-31 .."),
        ("19", "1900-01-01 1999-12-31 .."),
        ("191", "1910-01-01 1919-12-31 .."),
        ("1911-21", "1911-03-01 1911-05-31 .."),
        ("1911-28", "1911-12-01 1912-02-29 .."),
        ("1911-30", "1911-12-01 1912-02-29 .."),
        ("1911-35", "1911-07-01 1911-09-30 .."),
        ("1911-38", "1911-05-01 1911-08-31 .."),
        ("1911-41", "1911-07-01 1911-12-31 .."),
        ("Y12000", "12000-01-01 12000-12-31 .."),
        ("Y-3E4", "-30000-01-01 -30000-12-31 .."),
        ("1911/1914-08", "1911-01-01 1911-12-31 1914-08-31"),
        ("../1914", ".. .. 1914-12-31"),
        ("/1914", ".. .. 1914-12-31"),
        ("1911/..", "1911-01-01 1911-12-31 .."),
        ("[1911,1913..1915]", "1911-01-01 1915-12-31 .."),
        ("[..1911]", ".. 1911-12-31 .."),
        ("[1911-05..]", "1911-05-01 .. .."),
        ("{1911,1913-02}", "1911-01-01 1911-12-31 1913-02-28"),
        ("{1911}", "1911-01-01 1911-12-31 .."),
        ("1911-05-01T24:00:00Z", "1911-05-02T00:00Z 1911-05-02T00:00Z .."),
    ] {
        if !expected.is_empty() {
            assert_eq!(limits(text), expected, "{text}");
        }
    }
}

#[test]
fn marks_are_about_the_parts_they_stand_at() {
    for text in ["1911~", "1911?-03", "1911-03~-11", "?1911-03-~11", "1911-%03-11", "1911S2", "Y12000~", "1911-21?"] {
        assert_eq!(read(text).unwrap().bound, Bound::About, "{text}");
    }
    assert_eq!(read("1911-03-11").unwrap().bound, Bound::Exact);
    for (text, precision) in [
        ("1911-XX", Precision::Year),
        ("1911-03-XX", Precision::Month),
        ("19X1", Precision::Century),
        ("1XXX", Precision::Millennium),
    ] {
        assert_eq!(read(text).unwrap().precision, precision, "{text}");
    }
}

#[test]
fn every_text_has_one_form_and_it_means_the_same() {
    for (text, expected) in [
        ("[1911, 1913]", "[1911,1913]"),
        ("?1911-?03-11", "1911-03?-11"),
        ("1911?-03", "?1911-03"),
        ("1911-03-11~", "1911-03-11~"),
        ("%1911-%03-%11", "1911-03-11%"),
        ("2X1X", "2X1X"),
        ("\u{2212}0044", "-0044"),
        ("1911-05-01T10:00\u{2212}05:00", "1911-05-01T10:00-05:00"),
        ("1911-05-01T10:00:30.25+0230", "1911-05-01T10:00:30.25+02:30"),
        ("Y-17E7", "Y-17E7"),
        ("Y171010000S3", "Y171010000S3"),
        ("{..1911}", "{..1911}"),
        ("1911/", "1911/"),
        ("../..", "../.."),
    ] {
        assert_eq!(canonical(text).unwrap(), expected, "{text}");
        assert_eq!(canonical(expected).unwrap(), expected, "{expected}");
        assert_eq!(read(text).unwrap(), read(expected).unwrap(), "{text}");
    }
}

#[test]
fn what_is_invalid_is_refused_where_it_is_wrong() {
    for (text, at) in [
        ("1911-13", 5),
        ("1911-02-30", 8),
        ("1911-00", 5),
        ("1911-2X", 5),
        ("1911-42", 5),
        ("1911-3X-01", 5),
        ("5", 0),
        ("-0000", 0),
        ("Y1911", 0),
        ("Y012000", 0),
        ("19111911", 4),
        ("1911?~", 5),
        ("1911-21-01", 7),
        ("1911-05-01T25:00", 11),
        ("1911-05-01T10:60", 11),
        ("1911-05-01T10:00:60", 11),
        ("1911-05-01T24:01", 11),
        ("1911-05-01T10:00+14:01", 16),
        ("1911-05-01T10:00-12:30", 16),
        ("1911-05-01T10:00-00:00", 16),
        ("1911-05-01T10:00z", 16),
        ("1914/1911", 5),
        ("1911-03-11/1911-03", 11),
        ("1911-05-01T10:00/1911-05-02T10:00", 0),
        ("1911//1914", 5),
        ("1911/1914/1915", 9),
        ("/", 1),
        ("[]", 1),
        ("[1911}", 5),
        ("[1911", 5),
        ("[1913..1911]", 7),
        ("[1911,..1913]", 6),
        ("[1911,1912, 1913]", 11),
        ("1911 ", 4),
        ("", 0),
        ("tomorrow", 0),
        ("1911-\u{fc}1", 5),
    ] {
        assert_eq!(parse(text).map_err(|fault| fault.at), Err(at), "{text}");
    }
    let sentence = read("1911/soon").unwrap_err();
    assert!(sentence.sentence().ends_with("at character 6 (\"soon\") a year of four digits is expected"), "{sentence}");
}

#[test]
fn years_beyond_the_calendar_are_cut_and_do_not_stop_anything() {
    for text in ["Y-17E7", "Y99999999999999999", "Y-1E99", "Y170000002/Y170000003"] {
        let extent = read(text).unwrap();
        assert!(extent.earliest.unwrap() <= extent.latest.unwrap(), "{text}");
    }
    assert_eq!(edtf::read_moment("-170000002-01-01").unwrap().day.year(), -249_000);
}

#[test]
fn patterns_that_no_date_fits_cost_no_more_than_others() {
    // No year that ends in 1 is a leap year, and all thousand have to be asked.
    assert!(parse("XXX1-02-29").is_err());
    assert!(parse("XXXX-02-30").is_err());
    assert!(parse("XXXX-XX-32").is_err());
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn moment(&mut self, day: i32) -> Moment {
        let minute = (self.roll(4) == 0).then(|| self.roll(1440) as u16);
        Moment {
            day: article_timeline::base::date::Day::from_days(day),
            minute,
            offset: minute.filter(|_| self.roll(2) == 0).map(|_| 60),
        }
    }
}

#[test]
fn whatever_extent_is_written_is_valid() {
    use Bound::*;
    use Precision::*;
    let precisions = [Minute, Hour, Precision::Day, Week, Month, Quarter, Season, Year, Decade, Century, Millennium];
    let bounds = [Exact, Between, About, Before, By, After, Since, Until];
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let spread = [30, 4_000, 800_000, 20_000_000][dice.roll(4) as usize];
        let precision = precisions[dice.roll(11) as usize];
        let first = dice.roll(spread) as i32 - (spread / 2) as i32;
        let start = article_timeline::base::date::Day::from_days(first).first_of(precision);
        let last =
            if dice.roll(2) == 0 { start.last_of(precision).days() } else { start.days() + dice.roll(400) as i32 };
        let end = last + dice.roll(spread) as i32;
        let end = if dice.roll(2) == 0 {
            article_timeline::base::date::Day::from_days(end).last_of(precision).days()
        } else {
            end
        };
        let extent = Extent {
            earliest: (dice.roll(8) > 0).then(|| dice.moment(start.days())),
            latest: (dice.roll(8) > 0).then(|| dice.moment(last)),
            end: (dice.roll(3) == 0).then(|| dice.moment(end)),
            ongoing: dice.roll(6) == 0,
            precision,
            bound: bounds[dice.roll(8) as usize],
        };
        let text = edtf::write(&extent);
        assert!(read(&text).is_ok(), "{text} of {extent:?}: {:?}", read(&text));
    }
}
