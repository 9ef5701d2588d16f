//! Placing words: no words on words, no pole through words, nothing off the edge.
//!
//! In: items, each with one or two ways to stand. Out: which way and how deep, or not at all. Heaviest first; nothing placed is ever moved, so a lighter
//! item can't push a heavier one about. It must never learn what the items are.

use super::px::Px;
use crate::base::list::List;

/// A box; edges in px, `bottom` and `end` exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Area {
    /// Start edge.
    pub start: Px,
    /// Top edge.
    pub top: Px,
    /// End edge.
    pub end: Px,
    /// Bottom edge.
    pub bottom: Px,
}

/// One way for an item to stand, with its own top at 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// Its words.
    pub words: Area,
    /// Its mark, if that hangs with the words.
    pub mark: Option<Area>,
    /// Its pole, from the axis to its foot.
    pub pole: Option<Px>,
    /// The words end at their pole or mark instead of starting there.
    pub end_aligned: bool,
    /// What this way costs compared with the best one, in px of depth.
    pub cost: i32,
}

/// What is to be placed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placeable {
    /// 1 to 5.
    pub weight: i32,
    /// Where it is bound to the line, for ties.
    pub x: Px,
    /// From the best to the last resort; one that stood before is known by its number.
    pub ways: Vec<Way>,
    /// It stood here before (way and depth) and must not move within a gesture.
    pub held: Option<Spot>,
}

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// Which of its ways.
    pub way: usize,
    /// How far down its top is.
    pub depth: Px,
}

/// The room there is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room {
    /// Words begin here at the earliest.
    pub start: Px,
    /// Words end here at the latest.
    pub end: Px,
    /// How deep items may reach.
    pub depth: Px,
    /// Lines that words must not stand on, over the whole depth (the publication line).
    pub lines: Vec<Px>,
    /// In how many orders ties are tried.
    pub orders: u32,
    /// All items should stand, whatever their weight.
    pub complete: bool,
}

const ACROSS: Px = Px::from_px(12);
const DOWN: Px = Px::from_px(8);
const BESIDE_POLE: Px = Px::from_px(5);
/// Depths are whole steps of this, so that words at about the same height stand at the same height.
const GRID: i32 = 8;
/// What it costs to shut out another, by the square of its weight, in px of depth: where all should stand, more than any depth.
const SHUT: i32 = 9;
const SHUT_COMPLETE: i32 = 1000;
/// What it costs to fly the other way than the others, in px of depth: more than any depth.
const TURN: i32 = 100_000;
/// What a px of the whole picture's depth costs, in px of one item's.
const DEEP: i64 = 3;
/// How often those without a place are put first.
const ROUNDS: u32 = 24;
/// Orders without regard to weight: from the last to the first, and the other way; then the same with what stands on poles first, because words can hang
/// below a pole's foot but a pole can't pass through words.
const BY_PLACE: u32 = 100;
const AGAINST_PLACE: u32 = 101;
const POLES_BY_PLACE: u32 = 102;
const POLES_AGAINST_PLACE: u32 = 103;

/// Places what fits. Counts its work (tests of comparisons) into `work`.
pub fn place(items: &[Placeable], room: &Room, work: &mut u64) -> Vec<Option<Spot>> {
    let mut best: Option<(i64, Vec<Option<Spot>>)> = None;
    let has_ties = {
        let mut seen = [false; 8];
        items.iter().any(|item| {
            seen.get_mut(item.weight.clamp(0, 7) as usize).is_none_or(|seen| core::mem::replace(seen, true))
        })
    };
    let ties = if has_ties { room.orders.max(1) } else { 1 };
    // When a heavy item shuts others out, the order of place (from either end) may still hold all.
    for order in (0..ties).chain([BY_PLACE, AGAINST_PLACE, POLES_BY_PLACE, POLES_AGAINST_PLACE]) {
        let is_complete = best.as_ref().is_some_and(|(_, spots)| spots.iter().all(Option::is_some));
        if order >= BY_PLACE && (is_complete || !room.complete) {
            break;
        }
        let least = best.as_ref().map_or(i64::MAX, |(loss, _)| *loss);
        let Some(spots) = place_in_order(items, &sequence(items, order), room, least, work) else { continue };
        let is_full = items.iter().zip(&spots).all(|(item, spot)| spot.is_some_and(|spot| is_best(item, spot)));
        best = Some((loss(items, &spots), spots));
        if is_full {
            break;
        }
    }
    let (_, mut spots) = best.unwrap_or_default();
    if room.complete && !spots.iter().all(Option::is_some) {
        part_flags(items, room, &mut spots, work);
    }
    if room.complete && !spots.iter().all(Option::is_some) {
        urge(items, room, &mut spots, work);
    }
    spots
}

/// Two flags that face each other within reach can't both stand: the pole of either passes through the words of the other. So up to some place all
/// fly after their poles, the last on top, and from there on all before them, the first on top; every place is tried.
fn part_flags(items: &[Placeable], room: &Room, best: &mut Vec<Option<Spot>>, work: &mut u64) {
    let by_place = sequence(items, POLES_AGAINST_PLACE);
    let missing = |spots: &[Option<Spot>]| spots.iter().filter(|spot| spot.is_none()).count();
    for cut in 0..=by_place.len() {
        let (after, before) = by_place.split_at_checked(cut).unwrap_or_default();
        let mut parted = items.to_vec();
        for (numbers, end_aligned) in [(after, true), (before, false)] {
            let turn =
                |way: &mut Way| way.cost += if way.pole.is_some() && way.end_aligned == end_aligned { TURN } else { 0 };
            for &number in numbers {
                parted.get_mut(number).into_iter().flat_map(|item| &mut item.ways).for_each(turn);
            }
        }
        let after: Vec<usize> = after.iter().rev().copied().list();
        let longest = after.len().max(before.len());
        let in_turns =
            (0..longest).flat_map(|turn| after.get(turn).into_iter().chain(before.get(turn))).copied().list();
        for order in [in_turns, after.iter().chain(before).copied().list(), before.iter().chain(&after).copied().list()]
        {
            let Some(spots) = place_in_order(&parted, &order, room, i64::MAX, work) else { continue };
            if (missing(&spots), loss(items, &spots)) < (missing(best), loss(items, best)) {
                *best = spots;
            }
        }
    }
}

/// Whoever found no place goes first in the next round, until all stand or the rounds are over; the fullest round counts.
fn urge(items: &[Placeable], room: &Room, best: &mut Vec<Option<Spot>>, work: &mut u64) {
    let mut order = sequence(items, POLES_BY_PLACE);
    let is_placed = |spots: &[Option<Spot>], number: usize| spots.get(number).is_some_and(Option::is_some);
    for _ in 0..ROUNDS {
        let Some(spots) = place_in_order(items, &order, room, i64::MAX, work) else { break };
        let (mut urgent, content): (Vec<usize>, Vec<usize>) =
            order.iter().partition(|&&number| !is_placed(&spots, number));
        if loss(items, &spots) < loss(items, best) {
            *best = spots;
        }
        if urgent.is_empty() {
            break;
        }
        urgent.extend(content);
        order = urgent;
    }
}

/// Held items first, then the heaviest; of equals the later, the earlier, or in a fixed shuffle.
fn sequence(items: &[Placeable], order: u32) -> Vec<usize> {
    let tie = |item: &Placeable| match order {
        0 | BY_PLACE | POLES_BY_PLACE => -item.x.halves(),
        1 | AGAINST_PLACE | POLES_AGAINST_PLACE => item.x.halves(),
        _ => shuffled(item.x.halves() as u32, order) as i32,
    };
    let mut keyed: Vec<(bool, i32, i32, usize)> = items
        .iter()
        .enumerate()
        .map(|(number, item)| {
            let hangs = item.ways.first().is_some_and(|way| way.mark.is_some());
            let weight = match order {
                POLES_BY_PLACE | POLES_AGAINST_PLACE => -i32::from(hangs),
                BY_PLACE | AGAINST_PLACE => 0,
                _ => item.weight,
            };
            (item.held.is_none(), -weight, tie(item), number)
        })
        .list();
    crate::base::order::sort_by(&mut keyed, Ord::cmp);
    keyed.into_iter().map(|(_, _, _, number)| number).list()
}

/// A fixed shuffle.
pub(super) fn shuffled(x: u32, order: u32) -> u32 {
    let mixed = (x ^ order.wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
    (mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE35)
}

/// What a picture lacks, least in the fullest: heavy items without a place count most, then depth and words that end at their pole.
fn loss(items: &[Placeable], spots: &[Option<Spot>]) -> i64 {
    let foot = items.iter().zip(spots).map(|(item, spot)| foot(item, *spot)).max().unwrap_or(0);
    items.iter().zip(spots).map(|(item, spot)| lost(item, *spot)).sum::<i64>() + foot * DEEP
}

/// How far down an item reaches, in px.
fn foot(item: &Placeable, spot: Option<Spot>) -> i64 {
    let way = |spot: Spot| item.ways.get(spot.way).map(|way| way.foot() + spot.depth);
    spot.and_then(way).map_or(0, |foot| i64::from(foot.halves()) / 2)
}

fn lost(item: &Placeable, spot: Option<Spot>) -> i64 {
    match spot {
        Some(spot) => {
            let cost = item.ways.get(spot.way).map_or(0, |way| way.cost);
            i64::from(spot.depth.halves()) / 2 + i64::from(cost)
        }
        None => i64::from(item.weight) * i64::from(item.weight) * 400,
    }
}

/// At the top, in none of the ways that cost more than the best.
fn is_best(item: &Placeable, spot: Spot) -> bool {
    let least = item.ways.iter().map(|way| way.cost).min();
    spot.depth == Px::ZERO && item.ways.get(spot.way).map(|way| way.cost) <= least.map(|least| least + 16)
}

/// Each in its turn; `None` as soon as the picture lacks as much as one that is there already.
fn place_in_order(
    items: &[Placeable],
    sequence: &[usize],
    room: &Room,
    least: i64,
    work: &mut u64,
) -> Option<Vec<Option<Spot>>> {
    let (mut loss, mut deepest) = (0, 0);
    let mut spots: Vec<Option<Spot>> = vec![None; items.len()];
    let mut placed: Vec<Way> = Vec::new();
    for (turn, &number) in sequence.iter().enumerate() {
        let Some(item) = items.get(number) else { continue };
        let lighter = sequence.get(turn + 1..).unwrap_or_default();
        let spot = match item.held {
            Some(held) => {
                item.ways.get(held.way).filter(|way| is_free(way, held.depth, &placed, room, work)).map(|_| held)
            }
            None => best_spot(item, items, lighter, &placed, room, work),
        };
        loss += lost(item, spot);
        deepest = deepest.max(foot(item, spot));
        if loss + deepest * DEEP >= least {
            return None;
        }
        if let (Some(spot), Some(slot)) = (spot, spots.get_mut(number)) {
            *slot = Some(spot);
            if let Some(way) = item.ways.get(spot.way) {
                placed.push(way.lowered(spot.depth));
            }
        }
    }
    Some(spots)
}

fn best_spot(
    item: &Placeable,
    items: &[Placeable],
    lighter: &[usize],
    placed: &[Way],
    room: &Room,
    work: &mut u64,
) -> Option<Spot> {
    let mut best: Option<(i32, Spot)> = None;
    for (number, way) in item.ways.iter().enumerate() {
        // Mostly the top is free and the best there is: other depths are looked for when it is not.
        let mut lower = None;
        let mut next = Some(Px::ZERO);
        while let Some(depth) = next {
            let down = depth.halves() / 2 + way.cost;
            if best.is_some_and(|(cost, _)| down >= cost) {
                break;
            }
            if is_free(way, depth, placed, room, work) {
                *work += lighter.len() as u64;
                let cost =
                    down + shut_out(way, depth, items, lighter, if room.complete { SHUT_COMPLETE } else { SHUT });
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, Spot { way: number, depth }));
                }
                if cost == way.cost {
                    break;
                }
            }
            next = lower.get_or_insert_with(|| depths(way, items, lighter, placed).into_iter()).find(|&at| at > depth);
        }
    }
    best.map(|(_, spot)| spot)
}

/// Depths worth trying below the top: just under what stands, and just low enough for others to stand above. Ascending.
fn depths(way: &Way, items: &[Placeable], lighter: &[usize], placed: &[Way]) -> Vec<Px> {
    let mut halves = Vec::new();
    let top = way.mark.map_or(way.words.top, |mark| mark.top.min(way.words.top)).halves();
    let mut under = |bottom: Px| halves.push((bottom + DOWN).halves() - top);
    for other in placed {
        under(other.words.bottom);
        if let Some(mark) = other.mark {
            under(mark.bottom);
        }
    }
    for other in lighter.iter().filter_map(|&number| items.get(number)?.ways.first()) {
        under(other.foot());
    }
    for depth in &mut halves {
        *depth = (*depth).max(0).saturating_add(GRID - 1) / GRID * GRID;
    }
    crate::base::order::sort_by(&mut halves, Ord::cmp);
    halves.into_iter().map(Px::from_halves).list()
}

/// What it costs to stand over lighter items' poles where they have no room above.
fn shut_out(way: &Way, depth: Px, items: &[Placeable], lighter: &[usize], price: i32) -> i32 {
    let others = lighter.iter().filter_map(|&number| items.get(number));
    let is_shut = |other: &&Placeable| {
        let Some(pole) = other.ways.first().and_then(|way| way.pole) else { return false };
        let foot = other.ways.first().map_or(Px::ZERO, Way::foot);
        pole > way.words.start - BESIDE_POLE
            && pole < way.words.end + BESIDE_POLE
            && foot + DOWN > depth
            && Some(pole) != way.pole
    };
    others.filter(is_shut).map(|other| other.weight * other.weight * price).sum()
}

fn is_free(way: &Way, depth: Px, placed: &[Way], room: &Room, work: &mut u64) -> bool {
    let way = way.lowered(depth);
    let words = way.words;
    if words.start < room.start || words.end > room.end + Px::HALF || way.foot() > room.depth {
        return false;
    }
    let on_line = |line: &Px| *line > words.start - BESIDE_POLE && *line < words.end + BESIDE_POLE;
    if room.lines.iter().any(on_line) {
        return false;
    }
    *work += placed.len() as u64;
    placed.iter().all(|other| stand_together(&way, other))
}

fn stand_together(a: &Way, b: &Way) -> bool {
    let touch = |a: &Area, b: &Area| {
        a.start < b.end + ACROSS && b.start < a.end + ACROSS && a.top < b.bottom + DOWN && b.top < a.bottom + DOWN
    };
    let pole_through = |pole: Option<Px>, foot: Px, words: &Area, own: Option<Px>| {
        pole.is_some_and(|pole| {
            Some(pole) != own && pole > words.start - BESIDE_POLE && pole < words.end + BESIDE_POLE && foot > words.top
        })
    };
    let marks_apart = |a: Option<Area>, b: &Area| a.is_none_or(|a| !touch(&a, b));
    !touch(&a.words, &b.words)
        && marks_apart(a.mark, &b.words)
        && marks_apart(b.mark, &a.words)
        && a.mark.is_none_or(|mark| marks_apart(b.mark, &mark))
        && !pole_through(a.pole, a.foot(), &b.words, b.pole)
        && !pole_through(b.pole, b.foot(), &a.words, a.pole)
}

impl Way {
    /// How far down it reaches.
    pub fn foot(&self) -> Px {
        self.mark.map_or(self.words.bottom, |mark| mark.bottom.max(self.words.bottom))
    }

    fn lowered(&self, depth: Px) -> Way {
        let lower = |area: Area| Area { top: area.top + depth, bottom: area.bottom + depth, ..area };
        Way { words: lower(self.words), mark: self.mark.map(lower), ..*self }
    }
}
