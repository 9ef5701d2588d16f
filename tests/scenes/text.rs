//! A scene as text: one line a thing, positions in px.

use super::case::{Case, said};
use article_timeline::layout::Px;
use article_timeline::layout::scene::{
    Drawing, Hairline, Mark, Overview, Paint, Path, RowKind, Scene, Stage, StageEntry, StoryRows, TickWord,
};
use std::fmt::Write;

pub(crate) fn scene(case: &Case, scene: &Scene) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} px, {} of {} entries{}",
        px(scene.width),
        scene.shown,
        scene.total,
        if scene.many { ", many" } else { "" }
    );
    if let Some(range) = scene.range {
        let _ = writeln!(
            out,
            "range {} {:?} to {} {:?}",
            range.first.moment.day, range.first.precision, range.last.moment.day, range.last.precision
        );
    }
    if !scene.keys.is_empty() {
        let _ = writeln!(out, "key {:?}", scene.keys);
    }
    if let Some(strip) = &scene.overview {
        overview(strip, &mut out);
    }
    match &scene.drawing {
        Drawing::Empty => out.push_str("empty\n"),
        Drawing::Stage(drawn) => stage(case, drawn, &mut out),
        Drawing::Story(drawn) => story(case, drawn, &mut out),
    }
    out
}

fn px(px: Px) -> String {
    px.css().trim_end_matches("px").to_string()
}

fn overview(strip: &Overview, out: &mut String) {
    let _ = writeln!(out, "overview {} high", px(strip.h));
    let words: Vec<String> = strip.years.iter().map(word).collect();
    let _ = writeln!(out, "  years {}", words.join(" | "));
    for path in &strip.minis {
        let _ = writeln!(out, "  mini {}", shape(path));
    }
    for void in &strip.voids {
        let _ = writeln!(out, "  void {}+{} at {}: {:?}", px(void.x), px(void.w), px(void.y), void.length);
    }
    for window in &strip.windows {
        let _ = writeln!(out, "  window {}+{}{}", px(window.x), px(window.w), if strip.brush { " brush" } else { "" });
    }
    for path in &strip.lens {
        let _ = writeln!(out, "  lens {}", shape(path));
    }
}

fn stage(case: &Case, stage: &Stage, out: &mut String) {
    let _ = writeln!(out, "stage {} high, axis at {}", px(stage.h), px(stage.axis_y));
    for part in &stage.axis {
        let _ = writeln!(out, "  axis {}+{}{}", px(part.x), px(part.w), if part.later { " later" } else { "" });
        if let Some(ticks) = &part.ticks {
            let _ = writeln!(out, "    ticks {}", shape(ticks));
        }
        for tick in &part.words {
            let _ = writeln!(out, "    {}", word(tick));
        }
    }
    for cut in &stage.breaks {
        let _ = writeln!(out, "  break {}+{} {:?}", px(cut.x), px(cut.w), cut.length);
    }
    if !stage.grid.is_empty() {
        let _ = writeln!(
            out,
            "  grid {}",
            stage.grid.iter().map(|line| hairline(line, stage)).collect::<Vec<_>>().join(" ")
        );
    }
    if let Some(published) = stage.published {
        let _ = writeln!(out, "  published {}", px(published.x));
    }
    if let Some(today) = stage.today {
        let _ = writeln!(out, "  today {}+{}", px(today.x), px(today.w));
    }
    if let Some(column) = stage.column {
        let _ = writeln!(out, "  column {}+{}", px(column.x), px(column.w));
    }
    for drawn in &stage.entries {
        entry(case, drawn, out);
    }
    for path in &stage.dots {
        let count = if matches!(path.paint, Paint::Dots | Paint::Grid) {
            format!("{} of ", dots(path, stage.pitch))
        } else {
            String::new()
        };
        let _ = writeln!(out, "  dots {count}{}", shape(path));
    }
    for cluster in &stage.clusters {
        let _ = writeln!(
            out,
            "  cluster {},{} {}x{} of {}{}",
            px(cluster.x),
            px(cluster.y),
            px(cluster.w),
            px(cluster.h),
            cluster.count,
            if cluster.counted { " figure" } else { "" }
        );
    }
}

/// A hairline that ends above words says how long it is.
fn hairline(line: &Hairline, stage: &Stage) -> String {
    let foot = stage.axis_y + Px::from_px(1) + line.h;
    if foot < stage.h { format!("{}:{}", px(line.x), px(line.h)) } else { px(line.x) }
}

fn entry(case: &Case, entry: &StageEntry, out: &mut String) {
    let title = &case.timeline.events[entry.index].title;
    let _ = writeln!(out, "  entry {} | {} | {title}", entry.index, said(&entry.date));
    if let Some(drawn) = &entry.mark {
        mark(drawn, out);
    }
    if let Some(stem) = entry.stem {
        let _ = writeln!(out, "    pole {} from {} for {}", px(stem.x), px(stem.y), px(stem.h));
    }
    if let Some(label) = entry.label {
        let side = if label.end_aligned { " left of its pole" } else { "" };
        let more = if label.more > 0 { format!(" and {} more", label.more) } else { String::new() };
        let _ = writeln!(out, "    words {},{} {}x{}{side}{more}", px(label.x), px(label.y), px(label.w), px(label.h));
    }
}

fn mark(mark: &Mark, out: &mut String) {
    let shapes: Vec<String> = mark.paths.iter().map(shape).collect();
    let _ = writeln!(out, "    mark {},{} {}x{} {}", px(mark.x), px(mark.y), px(mark.w), px(mark.h), shapes.join("; "));
}

/// How many dots the lines or areas of a path are drawn as.
pub(crate) fn dots(path: &Path, pitch: Px) -> usize {
    if path.paint == Paint::Grid {
        let sides = |area: &str| {
            let numbers: Vec<f64> = area.split(['v', 'h', 'Z']).skip(1).filter_map(|side| side.parse().ok()).collect();
            (numbers[0].abs() / pitch.to_f64()) as usize * (numbers[1] / pitch.to_f64()) as usize
        };
        return path.d.split('M').skip(1).map(sides).sum();
    }
    let lengths = path.d.split('v').skip(1).map(|rest| rest.split('M').next().unwrap().parse::<f64>().unwrap().abs());
    lengths.map(|length| (length / pitch.to_f64()) as usize + 1).sum()
}

/// Short paths in full; of long ones how many strokes, and the outermost.
fn shape(path: &Path) -> String {
    let strokes = path.d.matches('M').count();
    if strokes <= 6 {
        return format!("{:?} {}", path.paint, path.d);
    }
    let along =
        |piece: &str| piece.split([' ', 'v', 'h', 'a']).next().unwrap_or_default().parse::<f64>().unwrap_or(f64::NAN);
    let down =
        |piece: &str| piece.split([' ', 'v', 'h', 'a']).nth(1).unwrap_or_default().parse::<f64>().unwrap_or(f64::NAN);
    let of = |read: &dyn Fn(&str) -> f64| {
        let all: Vec<f64> = path.d.split('M').skip(1).map(read).collect();
        (all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(f64::MIN, f64::max))
    };
    let (x, y) = (of(&along), of(&down));
    format!("{:?} {strokes} from {},{} to {},{}", path.paint, x.0, y.0, x.1, y.1)
}

fn word(word: &TickWord) -> String {
    let moment = word.label.moment;
    let time = moment.minute.map_or(String::new(), |minute| format!("T{:02}:{:02}", minute / 60, minute % 60));
    let strong = if word.strong { " strong" } else { "" };
    let open = if word.open { " open" } else { "" };
    format!("{},{} {:?} {:?} {}{time}{strong}{open}", px(word.x), px(word.y), word.anchor, word.label.form, moment.day)
}

fn story(case: &Case, story: &StoryRows, out: &mut String) {
    let _ = writeln!(out, "story, rail at {} of {}", px(story.rail_x), px(story.rail_w));
    for (number, row) in story.rows.iter().enumerate() {
        let rail = if row.rail {
            format!("rail {}..-{}", px(row.rail_top), px(row.rail_bottom))
        } else {
            "no rail".to_string()
        };
        let later = if row.later { ", later" } else { "" };
        match &row.kind {
            RowKind::Entry { index, date, mark: drawn } => {
                let title = &case.timeline.events[*index].title;
                let _ = writeln!(
                    out,
                    "  {number} entry {index} | {} | {title} | gap {}, {rail}{later}",
                    said(date),
                    px(row.gap)
                );
                if let Some(drawn) = drawn {
                    mark(drawn, out);
                }
            }
            RowKind::Cut { length, mark: drawn, h } => {
                let _ = writeln!(out, "  {number} cut {length:?}, {} high", px(*h));
                mark(drawn, out);
            }
            RowKind::Published(moment) => {
                let _ = writeln!(out, "  {number} published {}, gap {}", moment.day, px(row.gap));
            }
            RowKind::Today => {
                let _ = writeln!(out, "  {number} today, gap {}, {rail}{later}", px(row.gap));
            }
            RowKind::Folded { first, count, period } => {
                let _ = writeln!(
                    out,
                    "  {number} folded {count} from {first}, {} {:?}",
                    period.moment.day, period.precision
                );
            }
        }
    }
    for track in &story.tracks {
        let open = if track.tail.is_some() { ", goes on" } else { "" };
        let hollow = if track.hollow { ", hollow" } else { "" };
        let _ = writeln!(
            out,
            "  track of {} from row {} to {}: {}+{}, {} down{hollow}{open}",
            track.index,
            track.from,
            track.to,
            px(track.x),
            px(track.w),
            px(track.top)
        );
    }
}
