//! What a finger let go of: it goes on, slower and slower.
//!
//! In: a speed and the time that has passed. Out: how far it goes, and the speed that is left. It must never learn what it moves.

use super::Flight;
use crate::base::order::between;

/// It has lost its speed after about so many ms ..
const GLIDE: f64 = 325.0;
/// .. and stops below so many px a millisecond.
const SLOWEST: f64 = 0.03;
/// What passes before the first frame, in ms, and the most that counts between two: a page that stood still does not make it leap.
const FRAME: f64 = 16.0;
const LONGEST: f64 = 64.0;

impl Flight {
    /// How far it goes until `now` (ms), and how it flies on, unless it has come to rest.
    pub(super) fn until(self, now: f64) -> (f64, Option<Flight>) {
        let passed = self.last.map_or(FRAME, |last| between(now - last, 0.0, LONGEST));
        let speed = self.speed * (1.0 - passed / GLIDE).max(0.0);
        let next = Flight { speed, last: Some(now) };
        (self.speed * passed, (speed.abs() > SLOWEST).then_some(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_gets_slower_and_ends() {
        let (mut flight, mut now, mut last, mut far) = (Some(Flight { speed: -2.0, last: None }), 0.0, f64::MAX, 0.0);
        while let Some(flying) = flight {
            let (by, next) = flying.until(now);
            assert!(by < 0.0 && by.abs() < last, "{by} after {last}");
            (flight, last, far, now) = (next, by.abs(), far + by, now + FRAME);
        }
        assert!((-700.0..-500.0).contains(&far) && now < 2000.0, "{far} px in {now} ms");
    }

    #[test]
    fn a_page_that_stood_still_makes_no_leap() {
        let (by, next) = Flight { speed: 1.0, last: Some(0.0) }.until(60_000.0);
        assert_eq!(by, LONGEST);
        assert!(next.is_some_and(|next| next.last == Some(60_000.0)));
    }
}
