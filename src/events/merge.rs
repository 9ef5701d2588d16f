//! Merging: drafts that tell the same event become one, in one article or across several.
//!
//! In: drafts. Out: groups of drafts, each with its best first.
//! It must never learn what a clause is.

use super::draft::Draft;
use super::rank::weight;
use super::{Certainty, Status};
use crate::base::date::{Bound, Day, Extent, Precision};
use crate::base::list::List;
use crate::base::steps::step;
use crate::language::class;

/// Drafts of one event, the best first.
#[derive(Clone, Debug)]
pub(super) struct EventGroup {
    pub(super) drafts: Vec<Draft>,
    /// The date that the most exact of them gives.
    pub(super) extent: Extent,
}

/// How many groups before it a draft is compared with, in order of time: keeps the work linear.
const WINDOW: usize = 48;

/// With how many drafts of a group a further one is compared.
const TELLINGS: usize = 8;

/// Unites drafts of the same event.
pub(super) fn merge(mut drafts: Vec<Draft>) -> Vec<EventGroup> {
    crate::base::order::sort_by_key(&mut drafts, |draft| (start(&draft.when.extent), draft.article, draft.sentence));
    let mut groups: Vec<EventGroup> = Vec::new();
    for draft in drafts {
        let from = groups.len().saturating_sub(WINDOW);
        let mut recent = groups.get_mut(from..).unwrap_or_default().iter_mut().rev();
        match recent.find(|group| group.drafts.iter().take(TELLINGS).any(|other| same_event(other, &draft))) {
            Some(group) => group.drafts.push(draft),
            None => groups.push(EventGroup { extent: draft.when.extent, drafts: vec![draft] }),
        }
    }
    groups.iter_mut().for_each(settle);
    groups
}

/// Puts the best draft first and takes the most exact date. Of several articles the newest speaks first: its figures are the latest.
fn settle(group: &mut EventGroup) {
    crate::base::order::sort_by(&mut group.drafts, |a, b| {
        let since = |draft: &Draft| draft.when.extent.bound == Bound::Since;
        let assumed = |draft: &Draft| draft.when.certainty == Certainty::Assumed;
        since(a)
            .cmp(&since(b))
            .then(assumed(a).cmp(&assumed(b)))
            .then(b.published.cmp(&a.published))
            .then(weight(b).total_cmp(&weight(a)))
            .then(a.sentence.cmp(&b.sentence))
    });
    // "The launch took place on Friday" dates the news; its headline tells it better.
    let told =
        group.drafts.first().filter(|first| !first.traits.lead).map(|first| (first.article, first.happening.clone()));
    let headline = group.drafts.iter().find(|draft| {
        let retold = told.as_ref().is_some_and(|(article, happening)| *article == draft.article && happening.is_some());
        draft.traits.headline && draft.when.certainty == Certainty::Assumed && retold
    });
    if let Some(title) = headline.map(|draft| draft.title.clone())
        && let Some(first) = group.drafts.first_mut()
    {
        first.title = title;
    }
    let exactness =
        |draft: &&Draft| (draft.when.certainty, draft.when.extent.bound == Bound::Since, length(&draft.when.extent));
    if let Some(best) = group.drafts.iter().min_by_key(exactness) {
        group.extent = best.when.extent;
    }
}

/// What the text dates twice: the title, the date that is kept, the date that is not.
pub(super) struct Contradiction {
    pub(super) title: String,
    pub(super) kept: Extent,
    pub(super) left: Extent,
}

/// Unites groups that tell the same in almost the same words with dates that cannot both be right; the more exact date stays.
pub(super) fn contradictions(groups: &mut Vec<EventGroup>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let rest = groups.get(first + 1..).unwrap_or(&[]).iter().take(WINDOW);
        let other = groups.get(first).and_then(|group| rest.clone().position(|other| contradict(group, other)));
        let Some(other) = other.map(|other| groups.remove(first + 1 + other)) else {
            first += 1;
            continue;
        };
        let Some(group) = groups.get_mut(first) else { break };
        let importance = |group: &EventGroup| group.drafts.first().map_or(0.0, weight);
        let better = length(&other.extent) < length(&group.extent)
            || length(&other.extent) == length(&group.extent) && importance(&other) > importance(group);
        let (mut kept, left) = if better { (other, group.clone()) } else { (group.clone(), other) };
        found.push(Contradiction {
            title: kept.drafts.first().map_or(String::new(), |draft| draft.title.clone()),
            kept: kept.extent,
            left: left.extent,
        });
        kept.drafts.extend(left.drafts);
        *group = kept;
    }
    found
}

/// Two dates near one another for what is told with the same verb and mostly the same words, and no other number in it.
fn contradict(a: &EventGroup, b: &EventGroup) -> bool {
    step();
    let (Some(one), Some(two)) = (a.drafts.first(), b.drafts.first()) else { return false };
    let stated = |draft: &Draft| draft.when.certainty == Certainty::Stated && draft.status != Status::Planned;
    let exact = |extent: &Extent| matches!(extent.bound, Bound::Exact | Bound::Between) && extent.end.is_none();
    if !stated(one)
        || !stated(two)
        || !exact(&a.extent)
        || !exact(&b.extent)
        || (one.article, one.sentence) == (two.article, two.sentence)
    {
        return false;
    }
    let numbers = |draft: &Draft| {
        draft.content.iter().filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).cloned().list()
    };
    let apart = start(&b.extent).days() - a.extent.latest.map_or(0, |last| last.day.days());
    let shared = shared(one, two);
    let smaller = one.content.len().min(two.content.len());
    // Somebody is born but once, whichever year it was.
    let once = one.classes & two.classes & class::ONCE != 0 && length(&a.extent) == length(&b.extent);
    (1..=if once { NEAR_ONCE } else { NEAR }).contains(&apart)
        && stem_equal(&one.trigger, &two.trigger)
        && shared >= 3
        && shared * 3 >= smaller * 2
        && numbers(one) == numbers(two)
}

/// Days between two dates that are taken for one date told wrongly.
const NEAR: i32 = 31;
/// The same of what happens but once: five years.
const NEAR_ONCE: i32 = 5 * 366;

fn shared(a: &Draft, b: &Draft) -> usize {
    common(&a.content, &b.content)
}

fn common(a: &[String], b: &[String]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count()
}

/// Whether two drafts share half of their words, or, as two articles' news, of the words of their sentences.
fn share_half(a: &Draft, b: &Draft) -> bool {
    let half = |one: &[String], other: &[String]| {
        let shared = common(one, other);
        shared >= 2 && shared * 2 >= one.len().min(other.len())
    };
    half(&a.content, &b.content) || a.article != b.article && half(&a.wide, &b.wide)
}

fn start(extent: &Extent) -> Day {
    extent.sort_day().unwrap_or_default()
}

/// Days the start may lie in; open ends are long.
fn length(extent: &Extent) -> i32 {
    match (extent.earliest, extent.latest) {
        (Some(earliest), Some(latest)) => latest.day.days().saturating_sub(earliest.day.days()),
        _ => i32::MAX,
    }
}

fn same_event(a: &Draft, b: &Draft) -> bool {
    step();
    if a.article == b.article && a.sentence == b.sentence {
        return a.clause == b.clause && a.when.extent == b.when.extent;
    }
    if retells(a, b) || retells(b, a) {
        return true;
    }
    if !compatible(a, b) {
        return false;
    }
    let shared = shared(a, b);
    let half = share_half(a, b);
    let top = |draft: &Draft| draft.traits.lead || draft.traits.opening;
    let news = (a.traits.news || b.traits.news) && top(a) && top(b) && a.when.extent == b.when.extent && shared >= 2;
    if news {
        return true;
    }
    let triggers = stem_equal(&a.trigger, &b.trigger);
    triggers && (shared >= 1 || a.article != b.article) || half || state_of(a, b) || state_of(b, a)
}

/// "The launch took place on Friday", right below a lead without a date that a headline about a launch stands over.
fn retells(news: &Draft, dated: &Draft) -> bool {
    let days = |draft: &Draft| draft.when.extent.sort_day().map(|day| day.days());
    let near = days(news).zip(days(dated)).is_some_and(|(news, dated)| (0..=2).contains(&(news - dated)));
    let exact = dated.when.extent.bound == Bound::Exact && dated.when.certainty == Certainty::Stated;
    news.article == dated.article
        && news.when.certainty == Certainty::Assumed
        && news.traits.news
        && near
        && exact
        && dated.status != Status::Planned
        && dated.sentence <= news.sentence + RETOLD
        && dated.happening.as_ref().is_some_and(|noun| {
            let title = news.title.to_ascii_lowercase();
            news.content.iter().any(|word| stem_equal(word, noun))
                || title.split(' ').any(|word| stem_equal(word, noun))
        })
}

/// So many sentences behind the lead its news may be told again with its date.
const RETOLD: usize = 3;

/// Dates that may be of one event: the one holds the other, or both are the same.
fn compatible(a: &Draft, b: &Draft) -> bool {
    let (one, two) = (&a.when.extent, &b.when.extent);
    match (one.earliest, one.latest, two.earliest, two.latest) {
        (Some(a1), Some(a2), Some(b1), Some(b2)) => {
            let inside = a1.day <= b1.day && b2.day <= a2.day || b1.day <= a1.day && a2.day <= b2.day;
            // A year holds too much to say that it is the same event, unless it is the same year.
            let near = length(one).max(length(two)) <= 31 || length(one) == length(two);
            inside && near
        }
        _ => one == two,
    }
}

/// "have held it since the summer" is the state that "captured it in the summer" began.
fn state_of(state: &Draft, event: &Draft) -> bool {
    let (since, at) = (&state.when.extent, &event.when.extent);
    since.bound == Bound::Since
        && at.bound != Bound::Since
        && since.precision >= Precision::Week
        && since.earliest == at.earliest
        && since.latest == at.latest
        && state.classes & class::STRONG == 0
}

/// Whether two words share their beginning: "captured", "capture"; "killed", "killings".
pub(super) fn stem_equal(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let longer = a.len().max(b.len());
    a == b || shared >= 4 && shared + 4 >= longer && shared * 10 >= longer * 6
}
