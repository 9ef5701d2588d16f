//! Drafts of events: which clauses tell something, when it was, and who says so.
//!
//! In: the sentences of one article. Out: drafts, one for each clause that tells a dated event.
//! It must never learn which drafts are the same event or which are left out.

use super::anchor::{Owned, extent, is_unreal, owners, turn_ahead, turn_back};
use super::clause::{Clause, ClauseKind};
use super::draft::{Draft, Traits};
use super::lexicon::{self as class, Lexicon};
use super::source::{content, reports, source};
use super::story::Story;
use super::telling::{Place, Telling};
use super::title::{headline_fits, title};
use super::verb::{Form, Group, Tense};
use super::why::{Reason, why};
use super::word::Kind;
use super::{Certainty, Status, When};
use crate::date::{Bound, Day, Extent, Precision};
use crate::temporal::meaning::{Base, From};
use crate::temporal::{Meaning, Signal};

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(super) fn drafts(
    article: usize,
    tellings: &[Telling<'_>],
    published: Option<Day>,
    all: bool,
    lexicon: &Lexicon,
) -> Vec<Draft> {
    let mut story = Story::default();
    let mut drafts = Vec::new();
    let headline = tellings.first().filter(|telling| telling.place == Place::Headline);
    for (number, telling) in tellings.iter().enumerate() {
        if telling.is_credit() || telling.place == Place::Headline {
            continue;
        }
        story.enter(telling);
        let owned = owned_by(telling, published);
        let maker = Maker { article, number, telling, headline, published, all, lexicon, owned };
        maker.make(&mut story, &mut drafts);
        story.learn(telling);
    }
    drafts
}

/// The mentions with their clauses; those of plans turned ahead.
fn owned_by(telling: &Telling<'_>, published: Option<Day>) -> Vec<Owned> {
    let mut owned = owners(telling);
    let Some(published) = published else { return owned };
    for owned in &mut owned {
        let Some(verb) = telling.clauses.get(owned.clause).and_then(|clause| clause.verb) else { continue };
        let until = owned.mention.dated.signal == Some(Signal::Until);
        if verb.tense == Tense::Future || verb.tense == Tense::Present && !verb.perfect && (plans(verb) || until) {
            turn_ahead(owned, published);
        } else if (verb.tense == Tense::Past || verb.perfect) && verb.to.is_none()
            || owned.mention.dated.signal == Some(Signal::Since)
        {
            turn_back(owned, published);
        }
    }
    owned
}

/// "is set to begin", "plans to open", "was to open".
fn plans(verb: Group) -> bool {
    (verb.classes & class::PLAN != 0 || verb.copula && verb.to.is_some_and(|to| to <= verb.end + 1))
        && verb.to.is_some()
}

/// One sentence about to be told, with all that its drafts need.
pub(super) struct Maker<'a> {
    pub(super) article: usize,
    pub(super) number: usize,
    pub(super) telling: &'a Telling<'a>,
    pub(super) headline: Option<&'a Telling<'a>>,
    pub(super) published: Option<Day>,
    pub(super) all: bool,
    pub(super) lexicon: &'a Lexicon,
    pub(super) owned: Vec<Owned>,
}

impl Maker<'_> {
    fn make(&self, story: &mut Story, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for place in 0..self.owned.len() {
            if let Some(draft) = self.told_by(place, story) {
                drafts.push(draft);
            }
        }
        self.carried_over(story, before, drafts);
        let dated = drafts.get(before..).unwrap_or(&[]);
        if self.telling.place == Place::Lead {
            story.lead =
                dated.iter().map(|draft| draft.when.extent).find(|extent| is_exact(extent) && self.is_recent(extent));
        }
        if let Some(exact) = dated.iter().rev().map(|draft| draft.when.extent).find(is_exact) {
            story.day = Some(exact);
        }
        let dated = !dated.is_empty();
        self.undated(story, drafts, dated);
    }

    fn is_recent(&self, extent: &Extent) -> bool {
        match (extent.earliest, self.published) {
            (Some(day), Some(published)) => (0..14).contains(&(published.days() - day.day.days())),
            _ => false,
        }
    }

    /// The event that a mention dates.
    fn told_by(&self, place: usize, story: &Story) -> Option<Draft> {
        let owned = self.owned.get(place)?;
        let range = owned.mention.dated.range?;
        // Without a publication date, "last year" is a year nobody knows.
        let from_now = matches!(owned.mention.dated.meaning, Meaning::Point(point) if matches!(point.base, Base::Step(_, _, From::Published) | Base::Shift(_, _, From::Published)));
        if self.published.is_none() && from_now {
            return None;
        }
        let clause = self.telling.clauses.get(owned.clause)?;
        let mut number = owned.clause;
        let mut verb = clause.verb?;
        if !self.all && self.has_rival(place, owned) || owned.attributive && !self.carries(owned, clause, verb) {
            return None;
        }
        // "the quarter ended 30 September": the name of a stretch of time.
        let stretch = |word: usize| {
            self.telling.is(word, class::TIME_NOUN) || self.telling.words.get(word).is_some_and(|word| word.mention)
        };
        let names_stretch = verb.form == Form::Participle
            && verb.classes & class::HAPPEN != 0
            && verb.first > 0
            && stretch(verb.first - 1);
        if names_stretch && !self.all {
            return None;
        }
        let ahead = self.published.is_some_and(|published| range.last.day > published);
        let limit = Some((owned.mention.dated.signal.unwrap_or(Signal::At), ahead));
        let ended = owned.mention.dated.signal == Some(Signal::Until)
            && (verb.negated || verb.perfect && verb.tense == Tense::Past);
        if is_unreal(self.telling, number, limit) && !(verb.negated && ended) {
            return None;
        }
        if self.telling.any(&self.telling.of_clause(number), class::HABIT) && !self.all {
            return None;
        }
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let mut report = false;
        if self.only_reports(number, verb) {
            match content(self.telling, number) {
                Some((inner, what)) if what.verb.is_some_and(|verb| verb.tense == Tense::Past || verb.perfect) => {
                    if is_unreal(self.telling, inner, None) || self.owned.iter().any(|owned| owned.clause == inner) {
                        return None;
                    }
                    number = inner;
                    verb = what.verb?;
                    report = true;
                }
                // What lies ahead is told as said: its date is that of the saying.
                Some((inner, what)) if what.verb.is_some_and(|verb| verb.tense == Tense::Future) => {
                    if clause.kind == ClauseKind::Main && what.parent != Some(number) {
                        number = inner;
                    }
                }
                _ if self.all || verb.passive => {}
                _ => return None,
            }
        }
        let clause = self.telling.clauses.get(number)?;
        let status = self.status(clause, verb, owned, ahead)?;
        if clause.quoted && !self.all && (status == Status::Planned || verb.tense != Tense::Past) {
            return None;
        }
        // "down 2.5 billion from 1996": what something is compared with did not happen then.
        if owned.mention.dated.signal == Some(Signal::From)
            && owned.until.is_none()
            && !ahead
            && range.precision >= Precision::Month
        {
            return None;
        }
        // "was its first victory since 1958" tells of today, not of 1958.
        if owned.mention.dated.signal == Some(Signal::Since) && verb.copula && verb.tense == Tense::Past && !self.all {
            return None;
        }
        let mut extent = extent(owned, self.published, ahead || status == Status::Planned)?;
        if ended {
            // What had not been until last week, came last week.
            extent = Extent {
                earliest: Some(range.first),
                latest: Some(range.last),
                end: None,
                bound: Bound::Between,
                ..extent
            };
        }
        let phrase = self.phrase(owned);
        let reason = if report {
            Reason::Report(&owned.mention.dated, phrase)
        } else {
            Reason::Mention(&owned.mention.dated, phrase)
        };
        let certainty = if report { Certainty::Inferred } else { Certainty::Stated };
        let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
        Some(self.draft(
            number,
            verb,
            When { why: why(reason, &extent, self.published, self.lexicon), extent, certainty },
            status,
            mention,
            story,
        ))
    }

    fn phrase(&self, owned: &Owned) -> &str {
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        let phrase = owned.until.map_or(phrase, |until| phrase.join(until.dated.span));
        phrase.of(self.telling.text)
    }

    /// Another mention dates the same clause, and better: it belongs to the verb, or comes first.
    fn has_rival(&self, place: usize, owned: &Owned) -> bool {
        self.owned.iter().enumerate().any(|(other, rival)| {
            let better =
                !rival.attributive && owned.attributive || rival.attributive == owned.attributive && other < place;
            other != place && rival.clause == owned.clause && better
        })
    }

    /// Whether a clause only says that something is said: what is said is the event, not the saying.
    fn only_reports(&self, number: usize, verb: Group) -> bool {
        let says = verb.classes & (class::REPORT | class::SPEECH_ACT);
        let news = says & class::SPEECH_ACT != 0;
        says != 0
            && (!news
                || content(self.telling, number)
                    .is_some_and(|(_, what)| what.verb.is_some_and(|verb| verb.tense == Tense::Past)))
    }

    /// Whether an attributive mention dates the clause it stands in: "after the 2012 Games", "next year's race is to be held".
    fn carries(&self, owned: &Owned, clause: &Clause, verb: Group) -> bool {
        // "in the fire of 1999"
        if owned.mention.first > 1 && self.telling.is(owned.mention.first - 1, class::OF) {
            return self.telling.is(owned.mention.first - 2, class::EVENT_NOUN);
        }
        let governed = (0..owned.mention.first).rev().take(3).find(|&place| self.telling.is(place, class::PREPOSITION));
        if governed.is_some_and(|place| self.telling.is(place, class::SUBORDINATOR)) {
            return true;
        }
        let in_subject = owned.mention.end <= verb.first;
        let possessive = self.telling.kind(owned.mention.end) == Some(Kind::Clitic);
        let comma = (owned.mention.end..verb.first).any(|place| self.telling.kind(place) == Some(Kind::Comma));
        let fronted = in_subject && comma && owned.mention.first == clause.first;
        let says_something = verb.classes & class::STATE == 0 || verb.copula && verb.to.is_some();
        fronted || in_subject && possessive && says_something
    }

    fn status(&self, clause: &Clause, verb: Group, owned: &Owned, ahead: bool) -> Option<Status> {
        let signal = owned.mention.dated.signal;
        match (verb.form, verb.tense) {
            _ if verb.modal && ahead_at_all(self.published, owned) => Some(Status::Planned),
            (_, Tense::Future) => (ahead || !verb.copula || self.all).then_some(Status::Planned),
            (Form::Finite, Tense::Present) if !verb.perfect => {
                let stretch = matches!(signal, Some(Signal::Until | Signal::By)) || owned.until.is_some();
                if ahead || (plans(verb) || stretch) && self.reaches_publication(owned) {
                    return Some(Status::Planned);
                }
                let state = verb.classes & (class::STATE | class::PLAN) != 0 || verb.copula || verb.progressive;
                let tells = verb.classes & class::STRONG != 0 && !state && !clause.quoted;
                (self.all || tells || signal == Some(Signal::Since) && !clause.quoted).then_some(Status::Happened)
            }
            // "was due to open on Monday" does not say that it did.
            (Form::Finite, Tense::Past) if plans(verb) && !ahead => {
                (self.all || self.reaches_publication(owned)).then_some(Status::Happened)
            }
            (Form::Finite, Tense::Past) if ahead && verb.bare => {
                let promises = verb.to.is_some() || verb.classes & class::SPEECH_ACT != 0;
                (self.all || promises).then_some(Status::Planned)
            }
            _ if ahead => Some(Status::Planned),
            _ => Some(Status::Happened),
        }
    }

    fn reaches_publication(&self, owned: &Owned) -> bool {
        let last = owned.until.unwrap_or(owned.mention).dated.range.map(|range| range.last.day);
        last.zip(self.published).is_some_and(|(last, published)| last >= published)
    }

    /// A date at the head of a sentence holds for every clause behind a semicolon.
    fn carried_over(&self, story: &Story, before: usize, drafts: &mut Vec<Draft>) {
        let list = &self.telling.clauses.list;
        let Some(owned) = self.owned.first().filter(|owned| {
            owned.clause == 0
                && list.first().and_then(|clause| clause.verb).is_some_and(|verb| owned.mention.end <= verb.first)
        }) else {
            return;
        };
        let Some(first) = drafts.get(before).filter(|draft| draft.when.certainty == Certainty::Stated).cloned() else {
            return;
        };
        for (number, clause) in list.iter().enumerate().skip(1) {
            let behind_break = self.telling.kind(clause.first.wrapping_sub(1)) == Some(Kind::Break)
                && self.telling.word(clause.first.wrapping_sub(1)) == ";"
                || clause.kind == ClauseKind::Coordinated && clause.parent.is_some_and(|parent| parent > 0);
            let Some(verb) = clause.verb.filter(|verb| verb.form == Form::Finite && verb.tense == Tense::Past) else {
                continue;
            };
            if behind_break
                && !self.owned.iter().any(|other| other.clause == number)
                && !is_unreal(self.telling, number, None)
                && !reports(clause)
            {
                let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
                drafts.push(self.draft(number, verb, first.when.clone(), Status::Happened, mention, story));
                // A headline speaks for all of them, so each says its own.
                if let Some(first) = drafts.get_mut(before) {
                    first.title = title(self.telling, first.clause, &self.owned, story);
                }
            }
        }
    }

    pub(super) fn draft(
        &self,
        number: usize,
        verb: Group,
        when: When,
        status: Status,
        mention: Option<usize>,
        story: &Story,
    ) -> Draft {
        let telling = self.telling;
        let own = telling.of_clause(number);
        // The news of the day is told twice, in words of its own: there the whole sentence is compared.
        let news = matches!(telling.place, Place::Lead | Place::Opening) && when.extent.sort_day() == self.published;
        let compared = if news { (0..telling.words.len()).collect() } else { own.clone() };
        let mut content: Vec<String> = compared
            .iter()
            .filter(|&&word| tells(telling, word))
            .map(|&word| telling.word(word).to_ascii_lowercase())
            .collect();
        crate::order::sort_by(&mut content, Ord::cmp);
        content.dedup();
        let lead = telling.place == Place::Lead;
        let first_finite =
            telling.clauses.list.iter().position(|clause| clause.verb.is_some_and(|verb| verb.form == Form::Finite));
        let main = lead && (when.certainty == Certainty::Assumed || first_finite == Some(number));
        let headline = self.headline.filter(|headline| main && (self.all || headline_fits(headline, telling)));
        let title = match headline.map(Telling::sentence).filter(|headline| headline.chars().count() <= 80) {
            Some(headline) => String::from(headline),
            None => title(telling, number, &self.owned, story),
        };
        let head = verb.to.filter(|_| verb.classes & (class::PLAN | class::WEAK) != 0).unwrap_or(verb.head);
        let kind = telling.clauses.get(number).map_or(ClauseKind::Main, |clause| clause.kind);
        let begins = title.split(' ').next().unwrap_or("").to_ascii_lowercase();
        let traits = Traits {
            news: false,
            mute: title.split(' ').count() < 2,
            vague: self.lexicon.look_up(&begins).classes & (class::SUBJECT_PRONOUN | class::BE | class::HAVE) != 0
                && !telling.any(&own, class::FIRST_PERSON),
            lead,
            opening: telling.place == Place::Opening,
            quoted: telling.clauses.get(number).is_some_and(|clause| clause.quoted),
            first_person: telling.any(&own, class::FIRST_PERSON),
            inner: matches!(kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Subordinate),
            trailing: verb.form == Form::Gerund && verb.classes & class::CAUSE == 0,
            nominal: telling.any(&own, class::EVENT_NOUN),
            number: own
                .iter()
                .any(|&word| telling.words.get(word).is_some_and(|word| word.kind == Kind::Number && !word.mention)),
            names: own.iter().skip(1).any(|&word| telling.words.get(word).is_some_and(|word| word.capital)),
            headline: headline.is_some(),
        };
        let source = source(telling, number, story.subject());
        let status = if status == Status::Happened && source.is_some() { Status::Reported } else { status };
        Draft {
            article: self.article,
            published: self.published,
            telling: self.number,
            clause: number,
            mention,
            title,
            when,
            status,
            source,
            trigger: telling.word(head).to_ascii_lowercase(),
            classes: telling.words.get(head).map_or(0, |word| word.classes) | verb.classes,
            content,
            traits,
        }
    }
}

fn ahead_at_all(published: Option<Day>, owned: &Owned) -> bool {
    published.zip(owned.mention.dated.range).is_some_and(|(published, range)| range.last.day > published)
}

/// A word that says what an event is about.
fn tells(telling: &Telling<'_>, word: usize) -> bool {
    let silent = class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB;
    telling
        .words
        .get(word)
        .is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number) && !word.mention && !word.is(silent))
}

fn is_exact(extent: &Extent) -> bool {
    extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
}
