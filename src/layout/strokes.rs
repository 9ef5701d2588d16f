//! Marks: how a date is engraved.
//!
//! In: a kind of date and its length in px. Out: paths. Doubt is fine strokes whose spacing is the doubt; the same ink is spread over a longer stretch,
//! so that a vague date never shouts louder than an exact one. It must never learn which event it draws.

use super::px::{Px, push_command, push_quarters};
use super::scene::{Paint, Path};

/// How the density of strokes runs over a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Profile {
    /// Thinning at both ends.
    Season,
    /// Densest at the end.
    Before,
    /// Densest at the start.
    After,
    /// Densest in the middle.
    About,
    /// Even.
    Flat,
}

/// Outlines are 1.5 px wide: the distance between the middles of opposite ones is this much less than the box.
const OUTLINE: Px = Px::from_halves(3);
/// Strokes are never wider apart than this.
const WIDEST: f64 = 20.0;

/// Stretches longer than this are drawn only where they are seen.
const LONGEST: f64 = 20_000.0;

/// Density at `u` (0 at the start, 1 at the end): 1 is as sure as the text is.
fn density(profile: Profile, u: f64) -> f64 {
    // About u^1.4, without `powf` and its tables.
    let rise = |u: f64| u * (0.2 + 0.8 * u.max(0.0).sqrt());
    match profile {
        Profile::Season => (0.28 + u / 0.2).min(0.22 + (1.0 - u) / 0.28).min(1.0),
        Profile::Before => 0.14 + 0.86 * rise(u),
        Profile::After => 0.14 + 0.86 * rise(1.0 - u),
        Profile::About => 0.1 + 0.9 * (1.0 - (2.0 * u - 1.0).abs()),
        Profile::Flat => 1.0,
    }
}

/// Positions of the strokes of a stretch, from its start, in no order. `pitch` is the closest they come; `None` gives about 60 strokes a stretch,
/// 2.5 to 6 px apart. They begin where the text is surest: at the limit, the day named, or the middle.
pub(super) fn positions(length: f64, profile: Profile, pitch: Option<f64>) -> Vec<Px> {
    let length = crate::base::order::between(length, 0.0, LONGEST);
    let pitch = pitch.unwrap_or(crate::base::order::between(length / 60.0, 2.5, 6.0));
    let surest = match profile {
        Profile::Before => length,
        Profile::After | Profile::Flat => 0.0,
        Profile::Season | Profile::About => (length / 2.0).round(),
    };
    let gap =
        |x: f64| crate::base::order::between(pitch / density(profile, x / length.max(1.0)).max(0.05), 1.0, WIDEST);
    let mut strokes = vec![Px::from_f64(surest)];
    let mut x = surest + gap(surest);
    while x <= length {
        strokes.push(Px::from_f64(x));
        x += gap(x);
    }
    x = surest - gap(surest);
    while x >= 0.0 {
        strokes.push(Px::from_f64(x));
        x -= gap(x);
    }
    strokes
}

/// Strokes across a stretch that begins at (`x0`, `y`) of its box and is `length` long, `height` high. Only those from `seen.0` to `seen.1` of the stretch
/// are drawn.
pub(super) fn hatch(x0: f64, y: Px, length: f64, seen: (f64, f64), profile: Profile, height: Px) -> Path {
    let mut d = String::new();
    let mut draw = |x: Px| {
        push_command(&mut d, 'M', &[Px::from_f64(x0) + x + Px::HALF, y]);
        push_command(&mut d, 'v', &[height]);
    };
    if length <= LONGEST {
        let is_seen = |x: &Px| x.to_f64() >= seen.0 && x.to_f64() <= seen.1;
        positions(length, profile, None).into_iter().filter(is_seen).for_each(&mut draw);
    } else {
        // Close up, a long doubt looks even: draw what is seen of it at the density of its middle.
        let middle = density(profile, (seen.0 + seen.1) / 2.0 / length);
        let pitch = (6.0 / middle.max(0.05)).min(WIDEST);
        let mut x = (seen.0 / pitch).ceil() * pitch;
        while x <= seen.1 {
            draw(Px::from_f64(x));
            x += pitch;
        }
    }
    Path { d, paint: Paint::Strokes }
}

/// Strokes across a stretch that runs down the page, `width` wide, from (`x`, `y0`).
pub(super) fn hatch_down(length: f64, profile: Profile, width: Px, pitch: Option<f64>, x: Px, y0: Px) -> Path {
    let mut d = String::new();
    for y in positions(length, profile, pitch) {
        push_command(&mut d, 'M', &[x, y0 + y + Px::HALF]);
        push_command(&mut d, 'h', &[width]);
    }
    Path { d, paint: Paint::Strokes }
}

/// A stop: 2 px wide, 3 px over the mark on either side.
pub(super) fn stop(x: Px, height: Px) -> Path {
    let mut d = String::new();
    push_command(&mut d, 'M', &[x, Px::from_px(-3)]);
    push_command(&mut d, 'v', &[height + Px::from_px(6)]);
    Path { d, paint: Paint::Stop }
}

/// A bar with square ends.
pub(super) fn bar(width: Px, height: Px, paint: Paint) -> Path {
    if paint == Paint::Solid {
        return filled(width, height);
    }
    let mut d = String::from("M.75 .75");
    push_command(&mut d, 'h', &[(width - OUTLINE).max(Px::HALF)]);
    push_command(&mut d, 'v', &[height - OUTLINE]);
    d.push_str("H.75Z");
    Path { d, paint }
}

/// A bar whose end is open, and the broken edges that run on past it for `tail` px.
pub(super) fn open_bar(width: Px, height: Px, paint: Paint, tail: Px) -> [Path; 2] {
    let body = if paint == Paint::Solid { filled(width, height) } else { open_outline(width, height, paint) };
    let mut edges = String::new();
    for (at, dash) in dashes(tail) {
        push_command(&mut edges, 'M', &[width + at]);
        edges.push_str(" .75");
        push_command(&mut edges, 'h', &[dash]);
        push_command(&mut edges, 'm', &[-dash, height - OUTLINE]);
        push_command(&mut edges, 'h', &[dash]);
    }
    [body, Path { d: edges, paint: Paint::Tail }]
}

fn filled(width: Px, height: Px) -> Path {
    let mut d = String::from("M0 0");
    push_command(&mut d, 'h', &[width.max(Px::from_px(1))]);
    push_command(&mut d, 'v', &[height]);
    d.push_str("H0Z");
    Path { d, paint: Paint::Solid }
}

fn open_outline(width: Px, height: Px, paint: Paint) -> Path {
    let mut d = String::new();
    push_command(&mut d, 'M', &[width]);
    d.push_str(" .75H.75");
    push_command(&mut d, 'v', &[height - OUTLINE]);
    push_command(&mut d, 'H', &[width]);
    Path { d, paint }
}

/// Broken edges that run down from (0, 0), `width` apart.
pub(super) fn tail_down(width: Px, tail: Px) -> Path {
    let mut d = String::new();
    for (at, dash) in dashes(tail) {
        d.push_str("M.75 ");
        at.push_to(&mut d);
        push_command(&mut d, 'v', &[dash]);
        push_command(&mut d, 'm', &[width - OUTLINE, -dash]);
        push_command(&mut d, 'v', &[dash]);
    }
    Path { d, paint: Paint::Tail }
}

/// Where the dashes of a tail stand and how long they are: ever shorter, ever wider apart.
fn dashes(tail: Px) -> Vec<(Px, Px)> {
    let mut dashes = Vec::new();
    let (mut at, mut gap) = (2.0, 3.0);
    while at < tail.to_f64() {
        dashes.push((Px::from_f64(at), Px::from_f64((3.0_f64 - gap / 5.0).max(1.0))));
        at += gap;
        gap += 1.2;
    }
    dashes
}

/// A dot around (`x`, `y`), for paths that hold many.
pub(super) fn push_dot(d: &mut String, x: Px, y: Px, radius: Px) {
    push_circle(d, x.halves() * 2, y.halves() * 2, radius.halves() * 2);
}

/// A dot in a box of its own size.
pub(super) fn dot(radius: Px, paint: Paint) -> Path {
    // An outline of 1.5 px is drawn half inside, half outside its path.
    let quarters = radius.halves() * 2;
    let drawn = if paint == Paint::Solid { quarters } else { quarters - 3 };
    let mut d = String::new();
    push_circle(&mut d, quarters, quarters, drawn);
    Path { d, paint }
}

/// A circle, all in quarter pixels.
fn push_circle(d: &mut String, x: i32, y: i32, radius: i32) {
    d.push('M');
    push_quarters(d, x - radius);
    d.push(' ');
    push_quarters(d, y);
    for across in [2 * radius, -2 * radius] {
        d.push('a');
        push_quarters(d, radius);
        d.push(' ');
        push_quarters(d, radius);
        d.push_str(" 0 1 0 ");
        push_quarters(d, across);
        d.push_str(" 0");
    }
}
