//! Telling: the dated clauses of a sentence become drafts of events.
//!
//! In: a parsed sentence with its clauses and placed mentions, the names so far. Out: drafts.
//! It must never learn which drafts are the same event or which are left out.

use super::chance::{Making, chance};
use super::clause::{Clause, Clauses, Kind};
use super::gate::{AIM, Faults, LONGEST};
use super::names::Names;
use super::owner::{Governor, Placed, is_since};
use super::parsed::Parsed;
use super::speech::{reports, source, told};
use super::tense::{Form, Time};
use super::title::{Language, Title, nominal_title, title};
use super::tree::Role;
use crate::syntax::Pos;
use crate::base::date::{Bound, Day, Extent, Precision};
use crate::base::letter::is_letter_or_digit;
use crate::base::list::List;
use crate::events::anchor::{extent, turn_ahead, turn_back};
use crate::events::draft::{Draft, Traits};
use crate::events::lexicon::{self as class, Lexicon};
use crate::events::telling::Place;
use crate::events::why::{Reason, why};
use crate::events::{Certainty, Status, When};
use crate::temporal::meaning::Base;
use crate::temporal::{Meaning, Signal};

/// One sentence about to be told.
pub(super) struct Teller<'a> {
    pub(super) article: usize,
    pub(super) number: usize,
    pub(super) parsed: &'a Parsed<'a>,
    pub(super) clauses: &'a Clauses,
    pub(super) placed: Vec<Placed>,
    pub(super) names: &'a Names,
    pub(super) published: Option<Day>,
    pub(super) all: bool,
    pub(super) lexicon: &'a Lexicon,
    /// This sentence tells the day's news.
    pub(super) lead: bool,
    /// The headline states no event.
    pub(super) slogan: bool,
}

impl Teller<'_> {
    /// The drafts of the mentions.
    pub(super) fn dated(&mut self) -> Vec<Draft> {
        self.turn();
        let mut drafts = Vec::new();
        for place in 0..self.placed.len() {
            let Some(&placed) = self.placed.get(place) else { break };
            match placed.governor {
                Governor::Nothing => {}
                Governor::Noun(noun) => drafts.extend(self.noun(placed, noun)),
                Governor::Verb | Governor::Through(_) => {
                    let first = drafts.len();
                    drafts.extend(self.verb(place, placed));
                    if drafts.len() > first {
                        self.companions(placed, &mut drafts);
                    }
                }
            }
        }
        drafts
    }

    /// Weekdays and months of plans lie ahead, of the past behind.
    fn turn(&mut self) {
        for place in 0..self.placed.len() {
            let risen = self.placed.get(place).map(|placed| self.risen(placed.owned.clause));
            if let (Some(placed), Some(risen)) = (self.placed.get_mut(place), risen) {
                placed.owned.clause = risen;
            }
        }
        let Some(published) = self.published else { return };
        let mut placed = core::mem::take(&mut self.placed);
        for placed in &mut placed {
            let Some(clause) = self.clauses.get(placed.owned.clause) else { continue };
            let until = placed.owned.mention.dated.signal == Some(Signal::Until);
            let planned = self.is_planned(placed.owned.clause);
            let month = placed.owned.mention.dated.range.is_some_and(|range| range.precision == Precision::Month);
            let present = clause.tense.form == Form::Finite && clause.tense.time == Time::Present && !clause.tense.perfect;
            let quiet = !self.parsed.is(clause.head, class::STATE | class::REPORT);
            if planned || present && (until || month && quiet) {
                turn_ahead(&mut placed.owned, published);
            } else if !until && (clause.tense.time == Time::Past || clause.tense.perfect) || is_since(placed) {
                turn_back(&mut placed.owned, published);
            }
        }
        self.placed = placed;
    }

    /// Whether a clause tells what lies ahead: "will open", "plans to open", "is to open".
    fn is_planned(&self, number: usize) -> bool {
        let Some(clause) = self.clauses.get(number) else { return false };
        let tense = clause.tense;
        let above = clause.parent.and_then(|parent| self.clauses.get(parent)).filter(|_| clause.kind == Kind::Open);
        let plans = above.is_some_and(|above| self.parsed.is(above.head, class::PLAN) && !above.tense.negated);
        let plan = self.parsed.is(clause.head, class::PLAN)
            && self.clauses.list.iter().any(|inner| inner.parent == Some(number) && inner.tense.form == Form::Infinitive);
        tense.planned || plans || plan || matches!(tense.time, Time::Future | Time::FuturePast) || above.is_some() && self.is_planned_above(clause)
    }

    fn is_planned_above(&self, clause: &Clause) -> bool {
        let above = clause.parent.and_then(|parent| self.clauses.get(parent));
        above.is_some_and(|above| matches!(above.tense.time, Time::Future | Time::FuturePast) || above.tense.planned)
    }

    /// The event of a mention that dates a predicate.
    fn verb(&self, place: usize, placed: Placed) -> Option<Draft> {
        let owned = placed.owned;
        let range = owned.mention.dated.range?;
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        if self.has_rival(place, &placed) && !self.all {
            return None;
        }
        let around = self.around(owned.clause, &placed);
        let (number, report) = self.told(around).or(self.all.then_some((around, false)))?;
        let clause = self.clauses.get(number)?;
        if !self.all && (self.is_unreal(owned.clause, ahead) || self.is_unreal(number, ahead)) {
            return None;
        }
        let status = self.status(number, &placed, ahead)?;
        if self.is_quoted_now(number, &placed) {
            return None;
        }
        // "this year's theme was water"
        if placed.governor != Governor::Verb && clause.tense.copula && !self.all {
            return None;
        }
        let extent = self.seen_from_today(self.ended(clause, &placed, extent(&owned, self.published, ahead || status == Status::Planned)?), status);
        let phrase = self.phrase(&placed);
        let direct = placed.governor == Governor::Verb && !report;
        let (reason, certainty) = match (report, direct) {
            (true, _) => (Reason::Report(&owned.mention.dated, phrase), Certainty::Inferred),
            (false, true) => (Reason::Mention(&owned.mention.dated, phrase), Certainty::Stated),
            (false, false) => (Reason::Mention(&owned.mention.dated, phrase), Certainty::Inferred),
        };
        let when = When { why: why(reason, &extent, self.published, self.lexicon), extent, certainty };
        let title = if number == owned.clause || report { self.title(number, &when) } else { self.whole(number, &when) };
        let mut making = self.making(number, &title, &when, status);
        making.sure = placed.sure;
        making.through = placed.governor != Governor::Verb;
        making.report = report;
        making.compares = self.is_count(clause, &placed);
        Some(self.draft(number, clause.head, title, when, status, self.mention(&placed), making))
    }

    /// The clause that tells what an infinitive is for: "is set to begin", "asked him to go".
    fn risen(&self, number: usize) -> usize {
        let mut risen = number;
        for (above, clause) in self.clauses.around(number) {
            let Some(inner) = self.clauses.get(risen) else { break };
            let caused = self.parsed.is(clause.head, class::CAUSE) && clause.tense.form == Form::Gerund;
            if inner.tense.form != Form::Infinitive || caused {
                break;
            }
            risen = above;
        }
        risen
    }

    /// "the number of officers killed since Tuesday": a stretch in a reduced clause is told with all around it.
    fn around(&self, number: usize, placed: &Placed) -> usize {
        let reduced = self.clauses.get(number).filter(|clause| clause.kind == Kind::Reduced && is_since(placed));
        reduced.and_then(|clause| clause.parent).unwrap_or(number)
    }

    /// What had not been until last week, came last week.
    fn ended(&self, clause: &Clause, placed: &Placed, extent: Extent) -> Extent {
        let dated = &placed.owned.mention.dated;
        let tense = clause.tense;
        let over = tense.negated || tense.perfect && tense.time == Time::Past;
        match dated.range.filter(|_| over && dated.signal == Some(Signal::Until)) {
            Some(range) => Extent { earliest: Some(range.first), latest: Some(range.last), end: None, bound: Bound::Between, ..extent },
            None => extent,
        }
    }

    /// What happened "this week" had happened by publication; what is planned "for 2020" is still to come.
    fn seen_from_today(&self, mut extent: Extent, status: Status) -> Extent {
        let Some(published) = self.published else { return extent };
        let (Some(first), Some(last)) = (extent.earliest, extent.latest) else { return extent };
        let around = first.day < published && published < last.day && extent.precision > Precision::Day && extent.end.is_none();
        if around && extent.bound == Bound::Between {
            if status == Status::Planned {
                extent.earliest = Some(published.into());
            } else if extent.precision < Precision::Month {
                extent.latest = Some(published.into());
            }
        }
        extent
    }

    /// "We closed it yesterday," said on a day that nobody knows.
    fn is_quoted_now(&self, number: usize, placed: &Placed) -> bool {
        let dated = &placed.owned.mention.dated;
        let counted = match dated.meaning {
            Meaning::Point(point) => matches!(point.base, Base::Step(..) | Base::Shift(..) | Base::Some(..)) || point.base == Base::Open && point.month.is_none(),
            _ => true,
        };
        let quoted = self.clauses.get(number).is_some_and(|clause| self.parsed.quoted(clause.head)) && self.parsed.quoted(placed.nodes.0);
        quoted && counted && !self.all
    }

    /// Another mention dates the same clause, and better.
    fn has_rival(&self, place: usize, placed: &Placed) -> bool {
        let rank = |placed: &Placed| {
            let days = placed.owned.mention.dated.range.map_or(i32::MAX, |range| range.last.day.days().saturating_sub(range.first.day.days()));
            (placed.governor != Governor::Verb, days)
        };
        self.placed.iter().enumerate().any(|(other, rival)| {
            other != place
                && rival.owned.clause == placed.owned.clause
                && matches!(rival.governor, Governor::Verb | Governor::Through(_))
                && !(rival.owned.listed && placed.owned.listed)
                && (rank(rival), other) < (rank(placed), place)
        })
    }

    /// The clause whose event a date tells when it stands with this one, and whether the date is only that of the saying.
    fn told(&self, number: usize) -> Option<(usize, bool)> {
        let clause = self.clauses.get(number)?;
        if !reports(self.parsed, clause) || clause.tense.passive {
            return Some((number, false));
        }
        // "As Costa pointed out, prices have doubled since 2010": what is pointed out.
        if clause.kind == Kind::Adverbial && self.parsed.child_of(clause.head, Role::Mark, class::WHILE).is_some() {
            return clause.parent.map(|parent| (parent, true));
        }
        let news = !self.parsed.is(clause.head, class::SAYING);
        let Some(inner) = told(self.parsed, self.clauses, number).filter(|&inner| inner != number) else {
            let says_something = self.parsed.tree.child(clause.head, |role| matches!(role, Role::Object | Role::Xcomp)).is_some();
            return (news || says_something || self.all).then_some((number, false));
        };
        let what = self.clauses.get(inner)?;
        let own_date = self.placed.iter().any(|placed| placed.owned.clause == inner && placed.governor != Governor::Nothing);
        let over = what.tense.time == Time::Past || what.tense.perfect;
        let speech = self.parsed.quoted(what.head);
        if own_date && !news {
            return None;
        }
        let ahead = what.tense.modal || matches!(what.tense.time, Time::Future | Time::FuturePast);
        if news || ahead && !speech {
            return Some((if clause.kind == Kind::Aside { inner } else { number }, clause.kind == Kind::Aside));
        }
        if over && !speech && what.tense.form == Form::Finite {
            return Some((inner, true));
        }
        self.all.then_some((number, false))
    }

    /// Asked, denied, only possible, only under a condition, or true of no time in particular.
    fn is_unreal(&self, number: usize, ahead: bool) -> bool {
        let Some(clause) = self.clauses.get(number) else { return true };
        let condition = |clause: &Clause| {
            clause.kind == Kind::Adverbial && self.parsed.child_of(clause.head, Role::Mark, class::CONDITION).is_some()
        };
        let above = self.clauses.around(number).take_while(|_| true);
        let mut inner = clause;
        let mut unreal = self.asks() || condition(clause) || clause.tense.negated || clause.tense.modal && !ahead;
        for (_, around) in above {
            unreal |= condition(around);
            if inner.kind == Kind::Open || inner.kind == Kind::Adverbial && inner.tense.form != Form::Finite {
                unreal |= around.tense.negated || around.tense.modal && !ahead;
            }
            inner = around;
        }
        let depends = matches!(clause.tense.time, Time::Future | Time::FuturePast)
            && self.clauses.list.iter().any(|other| other.parent == Some(number) && condition(other));
        unreal || depends
    }

    /// Whether the sentence itself, not somebody quoted in it, asks.
    pub(super) fn asks(&self) -> bool {
        let parsed = self.parsed;
        parsed.telling.question && (0..parsed.len()).rev().find(|&place| parsed.word(place).contains('?')).is_none_or(|place| !parsed.quoted(place))
    }

    fn status(&self, number: usize, placed: &Placed, ahead: bool) -> Option<Status> {
        let clause = self.clauses.get(number)?;
        let tense = clause.tense;
        let last = placed.owned.until.unwrap_or(placed.owned.mention).dated.range.map(|range| range.last.day);
        let open = last.zip(self.published).is_some_and(|(last, published)| last >= published);
        let since = is_since(placed);
        match (tense.form, tense.time) {
            _ if self.is_planned(number) => (ahead || open || self.all).then_some(Status::Planned),
            (_, Time::Future | Time::FuturePast) => (ahead || open).then_some(Status::Planned),
            (Form::Finite, Time::Present) if !tense.perfect => {
                if ahead {
                    return Some(Status::Planned);
                }
                let state = tense.copula || tense.progressive || self.parsed.is(clause.head, class::STATE | class::PLAN);
                // A day gone by in the present is a caption's, unless the verb makes news.
                let news = self.parsed.is(clause.head, class::STRONG) || open || placed.owned.label;
                (self.all || since || news && !state && !tense.habit).then_some(Status::Happened)
            }
            (Form::Infinitive, _) if !ahead && clause.parent.and_then(|parent| self.clauses.get(parent)).is_some_and(|above| self.parsed.is(above.head, class::CAUSE)) => Some(Status::Happened),
            (Form::Infinitive, _) => if ahead || open { Some(Status::Planned) } else { self.all.then_some(Status::Happened) },
            (Form::None, _) if !ahead => self.all.then_some(Status::Happened),
            // "was restored" and a date ahead: one of the two was read wrongly.
            (Form::Finite, Time::Past) if ahead => {
                let promises = self.parsed.is(clause.head, class::SPEECH_ACT | class::PLAN);
                (self.all || promises).then_some(Status::Planned)
            }
            _ if ahead => Some(Status::Planned),
            _ => Some(Status::Happened),
        }
    }

    /// The event that a noun with a date tells: "the leak of the files in 2010".
    fn noun(&self, placed: Placed, noun: usize) -> Option<Draft> {
        let range = placed.owned.mention.dated.range?;
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let extent = extent(&placed.owned, self.published, ahead)?;
        let reason = Reason::Mention(&placed.owned.mention.dated, self.phrase(&placed));
        let when = When { why: why(reason, &extent, self.published, self.lexicon), extent, certainty: Certainty::Inferred };
        let title = nominal_title(self.parsed, noun, &placed, self.names);
        let status = if ahead { Status::Planned } else { Status::Happened };
        let mut making = self.making(placed.owned.clause, &title, &when, status);
        making.sure = placed.sure;
        making.noun = true;
        Some(self.draft(placed.owned.clause, noun, title, when, status, self.mention(&placed), making))
    }

    /// "Ruiz set the record and Bell scored twice on Tuesday": clauses joined to a dated one, with a subject of their own and no date.
    fn companions(&self, placed: Placed, drafts: &mut Vec<Draft>) {
        let Some(first) = drafts.last().cloned() else { return };
        let Some(dated) = self.clauses.get(placed.owned.clause) else { return };
        let front = placed.nodes.1 < dated.tense.first;
        if first.status != Status::Happened || first.when.certainty != Certainty::Stated {
            return;
        }
        for (number, clause) in self.clauses.list.iter().enumerate() {
            let behind = front && clause.kind == Kind::Joined && clause.parent == Some(placed.owned.clause);
            let before = !front && dated.kind == Kind::Joined && dated.parent == Some(number);
            let own_date = self.placed.iter().any(|other| other.owned.clause == number);
            let tells = clause.tense.form == Form::Finite && clause.tense.time == Time::Past && !clause.borrowed;
            if !(behind || before) || own_date || !tells || self.is_unreal(number, false) || reports(self.parsed, clause) {
                continue;
            }
            let when = When { certainty: Certainty::Inferred, ..first.when.clone() };
            let title = self.title(number, &when);
            let mut making = self.making(number, &title, &when, Status::Happened);
            making.sure = placed.sure;
            making.companion = true;
            drafts.push(self.draft(number, clause.head, title, when, Status::Happened, self.mention(&placed), making));
        }
    }

    /// "has risen since 2019", "its first win since 1958", "sales of 4.1 million in 2018": a figure, no event.
    fn is_count(&self, clause: &Clause, placed: &Placed) -> bool {
        let since = is_since(placed) && !clause.tense.perfect;
        let weak = clause.tense.copula || self.parsed.is(clause.head, class::STATE);
        since || weak
    }

    /// The title of a clause with the dates inside it.
    fn whole(&self, number: usize, when: &When) -> Title {
        title(self.parsed, self.clauses, number, &[], self.names, Language { aim: LONGEST, ..self.language(when) })
    }

    fn language(&self, when: &When) -> Language<'_> {
        let open = when.extent.latest.zip(self.published).is_some_and(|(latest, published)| latest.day >= published);
        Language { lexicon: self.lexicon, open, aim: AIM }
    }

    /// The title of a clause.
    pub(super) fn title(&self, number: usize, when: &When) -> Title {
        let language = self.language(when);
        let made = title(self.parsed, self.clauses, number, &self.placed, self.names, language);
        let main = self.clauses.around(number).last().map(|(main, _)| main);
        let inner = self.clauses.get(number).is_some_and(|clause| matches!(clause.kind, Kind::Relative | Kind::Reduced | Kind::Adverbial));
        // What can't be told on its own is told with all around it, its date included.
        if let Some(main) = main.filter(|_| inner && !made.faults.passes()) {
            let whole = self.whole(main, when);
            if whole.faults.passes() && !whole.faults.long && whole.text.contains(self.parsed.word(self.clauses.get(number).map_or(0, |clause| clause.head))) {
                return Title { faults: Faults { verbatim: true, ..whole.faults }, ..whole };
            }
        }
        made
    }

    fn mention(&self, placed: &Placed) -> Option<usize> {
        self.parsed.telling.mentions.iter().position(|mention| mention.first == placed.owned.mention.first)
    }

    fn phrase(&self, placed: &Placed) -> &str {
        let owned = &placed.owned;
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        owned.until.map_or(phrase, |until| phrase.join(until.dated.span)).of(self.parsed.telling.text)
    }

    /// What is known of how an entry was made.
    pub(super) fn making(&self, number: usize, title: &Title, when: &When, status: Status) -> Making {
        let parsed = self.parsed;
        let telling = parsed.telling;
        let clause = self.clauses.get(number);
        let has = |classes| clause.is_some_and(|clause| parsed.is(clause.head, classes));
        let tense = clause.map(|clause| clause.tense);
        let own = (0..parsed.len()).filter(|&place| self.clauses.of(place) == Some(number)).list();
        Making {
            faults: title.faults,
            lead: self.lead,
            opening: matches!(telling.place, Place::Opening | Place::Post),
            stated: when.certainty == Certainty::Stated,
            assumed: when.certainty == Certainty::Assumed,
            day: when.extent.precision <= Precision::Day,
            since: when.extent.bound == Bound::Since,
            open: when.extent.earliest.is_none(),
            planned: status == Status::Planned,
            strong: has(class::STRONG),
            speech: has(class::SPEECH_ACT),
            state: has(class::STATE) || tense.is_some_and(|tense| tense.copula),
            weak: has(class::WEAK),
            present: tense.is_some_and(|tense| tense.time == Time::Present && !tense.perfect && tense.form == Form::Finite),
            not_finite: title.faults.not_finite,
            habit: tense.is_some_and(|tense| tense.habit),
            quoted: clause.is_some_and(|clause| parsed.quoted(clause.head)),
            first_person: own.iter().any(|&place| parsed.is(place, class::FIRST_PERSON)),
            inner: clause.is_some_and(|clause| !matches!(clause.kind, Kind::Main | Kind::Joined | Kind::Content)),
            restricts: clause.is_some_and(|clause| {
                let (first, last) = parsed.tree.edge(clause.head);
                matches!(clause.kind, Kind::Relative | Kind::Reduced) && !parsed.is_apart(first, last).0
            }),
            slogan: self.slogan,
            names: own.iter().any(|&place| parsed.tree.pos(place) == Pos::Propn),
            figure: own.iter().any(|&place| parsed.tree.pos(place) == Pos::Num && parsed.mention(place).is_none()),
            place: telling.block.unwrap_or(0).min(40) as f32 / 40.0,
            sure: 1.0,
            ..Making::default()
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a draft is what all of these say")]
    pub(super) fn draft(&self, number: usize, trigger: usize, title: Title, when: When, status: Status, mention: Option<usize>, making: Making) -> Draft {
        let parsed = self.parsed;
        let source = source(parsed, self.clauses, number, self.names);
        let status = if status == Status::Happened && source.is_some() { Status::Reported } else { status };
        let event = self.clauses.get(number).and_then(|clause| clause.subject).filter(|&subject| parsed.is(subject, class::EVENT_NOUN));
        let passes = title.faults.passes() || making.noun && !title.faults.pronoun && !title.faults.bare && !title.faults.broken;
        Draft {
            article: self.article,
            published: self.published,
            telling: self.number,
            clause: number,
            mention,
            content: self.content(&title.text),
            title: title.text,
            when,
            status,
            source,
            trigger: parsed.word(trigger).to_ascii_lowercase(),
            classes: parsed.classes(trigger),
            happening: event.map(|event| parsed.word(event).to_ascii_lowercase()),
            traits: Traits { news: making.news, lead: making.lead, opening: making.opening, headline: making.headline, ..Traits::default() },
            chance: Some(if passes { chance(&making) } else { 0.0 }),
        }
    }

    /// The words of a title that say something, in lower case and sorted.
    fn content(&self, title: &str) -> Vec<String> {
        let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
        let words = title.split(|letter: char| !is_letter_or_digit(letter)).filter(|word| !word.is_empty()).map(str::to_lowercase);
        let mut content = words.filter(|word| self.lexicon.look_up(word).classes & silent == 0).list();
        crate::base::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        content
    }

    pub(super) fn day(extent: &Extent) -> bool {
        extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
    }
}
