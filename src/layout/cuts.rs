//! The cuts of a folded line: where time is left out, and how much.
//!
//! In: the scale's parts and the gaps between them. Out: [`Break`]s. It must never learn why the line was cut.

use super::fold::Folded;
use super::instant::{DAY, Minutes};
use super::px::{Px, push_command};
use super::scale::{Part, Scale};
use super::scene::{Break, Paint, Path, RoundLength};
use super::timespan::Timespan;
use crate::base::list::List;

/// The cuts between the parts of a folded scale.
pub(super) fn breaks(scale: &Scale, folded: &Folded, axis_y: Px) -> Vec<Break> {
    let line_y = axis_y - Px::HALF;
    let cut = |(pair, gap): (&[Part], &Timespan)| {
        let x = Px::from_f64(pair.first()?.x + pair.first()?.w);
        let w = Px::from_f64(pair.last()?.x) - x;
        let mut d = String::new();
        for (from, to) in [(0, 11), (41, 52)] {
            push_command(&mut d, 'M', &[x + Px::from_px(from), line_y]);
            push_command(&mut d, 'H', &[x + Px::from_px(to)]);
        }
        for from in [7, 37] {
            push_command(&mut d, 'M', &[x + Px::from_px(from), line_y + Px::from_halves(13)]);
            push_command(&mut d, 'l', &[Px::from_px(8), Px::from_px(-13)]);
        }
        let y = axis_y - Px::from_px(28);
        Some(Break { x, w, y, cut: Path { d, paint: Paint::Strokes }, length: length_of(gap) })
    };
    scale.parts.windows(2).zip(&folded.gaps).filter_map(cut).list()
}

/// The length of a stretch in the unit people would use.
pub(super) fn length_of(gap: &Timespan) -> RoundLength {
    let minutes = gap.end - gap.start;
    let rounded = |unit: Minutes| (minutes / unit + 0.5) as u32;
    let days = minutes / DAY;
    match days {
        days if days >= 1096.0 => RoundLength::Years(rounded(365.2425 * DAY)),
        days if days >= 60.0 => RoundLength::Months(rounded(30.4369 * DAY)),
        days if days >= 2.0 => RoundLength::Days(rounded(DAY)),
        days if days >= 2.0 / 24.0 => RoundLength::Hours(rounded(60.0)),
        _ => RoundLength::Minutes(rounded(1.0)),
    }
}
