//! EDTF (ISO 8601-2, levels 0 to 2): the written form of dates that may be uncertain, approximate, partly unspecified, stretches or sets.
//!
//! In: a text such as `2014-22`, `[2016-10-11..2016-10-17]`, `2004-06~-11`, `../1953-07`, or an [`Extent`]. Out: the other, or the place
//! of the fault. It must never learn where a date was found.
//!
//! ```text
//! text -> reading -> Value -> limits -> Extent -> writing -> text
//!                      `----> canonical -> text
//! ```
//! A [`value::Value`] holds all that EDTF can say; an [`Extent`] holds what a timeline draws.

mod canonical;
mod limits;
mod reading;
pub mod value;
mod writing;

pub use canonical::{canonical, canonical_date};
pub use limits::{Limit, earliest, latest};
pub use reading::{Fault, parse};
pub use writing::{write, write_day, write_moment, write_two};

use super::date::{Extent, Moment, Precision};
use super::error::Error;
use crate::base::find;

/// Reads EDTF as far as an extent can say it: the outer limits of sets, marks as "about".
///
/// `2016-10-25/..` is a stretch that is still going on; `/` with an open or unknown start is [`Bound::Until`](super::date::Bound::Until).
/// A start with limits in front of an end (`[2012-10-11..2012-10-21]/2012-11-08`) is an extension: EDTF has no sets in stretches.
///
/// # Errors
/// A sentence that quotes the text and says at which character it stops being EDTF, and why.
///
/// ```
/// use article_timeline::base::{date::Bound, edtf};
/// let before = edtf::read("[..2016-10-17]").unwrap();
/// assert_eq!((before.bound, before.earliest), (Bound::By, None));
/// assert!(edtf::read("2016-13").unwrap_err().sentence().ends_with("at character 6 (\"13\") there is no such month or season"));
/// ```
pub fn read(text: &str) -> Result<Extent, Error> {
    let text = text.trim();
    let halves = find::first(text, "]/").map(|at| text.split_at_checked(at + 1)).unwrap_or_default();
    if let Some((start, end)) = halves {
        let stretch = ["..", end].concat();
        let (start, end) = (parse(start).map_err(|fault| sentence(text, fault))?, read(&stretch)?);
        return Ok(Extent { end: end.end, ongoing: stretch == "../..", ..limits::extent(&start) });
    }
    match parse(text) {
        Ok(value) => Ok(limits::extent(&value)),
        Err(fault) => Err(sentence(text, fault)),
    }
}

fn sentence(text: &str, fault: Fault) -> Error {
    let (before, rest) = text.split_at_checked(fault.at).unwrap_or((text, ""));
    let place = before.chars().fold(1_u32, |count, _| count + 1).to_string();
    let quoted =
        if rest.is_empty() { ["its end"].concat() } else { ["character ", &place, " (\"", rest, "\")"].concat() };
    ["\"", text, "\" is no EDTF date such as 2014, 2014-06 or 2014-06-10: at ", &quoted, " ", fault.what]
        .concat()
        .into()
}

/// A date with or without a time of day, as metadata and Timeline JSON carry it (`2016-11-01`, `2016-11-01T12:30:00+02:00`,
/// `-170000002-01-01`); `None` for anything coarser than a day. Years beyond the calendar's are cut to its ends.
///
/// ```
/// use article_timeline::base::edtf;
/// assert_eq!(edtf::read_moment("2016-11-01T12:30:00Z").unwrap().minute, Some(750));
/// assert!(edtf::read_moment("2016-11").is_none());
/// ```
pub fn read_moment(text: &str) -> Option<Moment> {
    let date = reading::parse_loosely(text.trim())?;
    let extent = limits::extent(&value::Value::Date(date));
    if extent.precision > Precision::Day { None } else { extent.earliest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::{Bound, Day};

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in [
            "2016-11-01",
            "2016-10",
            "2014-22",
            "2015-24",
            "2016-34",
            "2016",
            "198X",
            "19XX",
            "-0044",
            "2016-10-17~",
            "[..2016-11-01]",
            "[2016-11-01..]",
            "2016-10-25/2016-11-01",
            "2014-22/2016-11-01",
            "2016-10-25/..",
            "../2016-10-25",
            "2016-11-01T12:30+02:00",
            "[2016-10-11..2016-10-13]",
            "2015~/2016-11-01",
            "2011/2013",
            "2014-02/2014-11",
            "2011/2013-05",
            "2011-03-04/2013-12-31",
            "../1972",
        ] {
            let extent = read(text).unwrap_or_else(|problem| panic!("{problem}"));
            assert_eq!(write(&extent), text);
        }
    }

    #[test]
    fn before_is_a_one_of_set() {
        let first = Day::from_ymd(2016, 10, 11).unwrap();
        let extent = Extent { bound: Bound::Before, ..Extent::within(first, first.plus_days(6), Precision::Day) };
        assert_eq!(write(&extent), "[2016-10-11..2016-10-17]");
        let month = Day::from_ymd(2016, 10, 1).unwrap();
        let extent = Extent { bound: Bound::Before, ..Extent::within(month, month.plus_days(30), Precision::Month) };
        assert_eq!(write(&extent), "[2016-10-01..2016-10-31]", "a limit is never written as a unit");
    }

    #[test]
    fn what_is_no_date_is_refused_by_name() {
        for text in [
            "",
            "yesterday",
            "2016-13",
            "2016-02-30",
            "16-02-03",
            "2016-11-01T99:00",
            "/",
            "[]",
            "20XX-13",
            "2016-11-01-01",
            "ü",
            "2016-11-ü1",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read("2016/soon").unwrap_err().sentence().contains("\"soon\""));
    }

    #[test]
    fn moments_as_pages_write_them() {
        let moment = read_moment("2020-12-10 10:02:08").unwrap();
        assert_eq!((moment.minute, moment.offset), (Some(602), None));
        assert_eq!(read_moment("2020-12-10T10:02:08.123-0530").unwrap().offset, Some(-330));
        assert_eq!(read_moment("2020-12-10T24:00").unwrap().day.to_string(), "2020-12-11");
        assert_eq!(read_moment("2020"), None);
    }
}
