//! Drafts of events: which clauses tell something, when it was, and who says so.
//!
//! In: the sentences of one article. Out: drafts, one for each clause that tells a dated event.
//! It must never learn which drafts are the same event or which are left out.

use super::anchor::{Owned, by, extent, is_unreal, owners};
use super::clause::{Clause, ClauseKind};
use super::lexicon::{self as class, Lexicon};
use super::telling::{Place, Telling};
use super::title::title;
use super::verb::{Form, Group, Tense};
use super::why::{Reason, why};
use super::word::Kind;
use super::{Certainty, Status, When};
use crate::date::{Bound, Day, Extent, Precision};
use crate::temporal::Signal;

/// An event as one clause tells it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) article: usize,
    /// Index of the sentence in its article.
    pub(super) telling: usize,
    /// Index of the mention in the sentence's list of mentions.
    pub(super) mention: Option<usize>,
    pub(super) title: String,
    pub(super) when: When,
    pub(super) status: Status,
    pub(super) source: Option<String>,
    /// Base of the word that names the event, and what kind of word it is.
    pub(super) trigger: String,
    pub(super) classes: class::Classes,
    /// Lower-case content words of the clause, sorted.
    pub(super) content: Vec<String>,
    pub(super) traits: Traits,
}

/// What speaks for and against a draft.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Traits {
    pub(super) news: bool,
    pub(super) lead: bool,
    pub(super) opening: bool,
    pub(super) quoted: bool,
    pub(super) first_person: bool,
    pub(super) inner: bool,
    pub(super) nominal: bool,
    pub(super) number: bool,
    pub(super) names: usize,
}

/// What is remembered from sentence to sentence.
struct Story {
    /// Who "he", "it", "they" are.
    subject: Option<String>,
    plural: bool,
    /// Last exact date told in this paragraph.
    day: Option<Extent>,
    /// The date of the lead.
    lead: Option<Extent>,
    block: Option<usize>,
}

/// The drafts of one article. With `all`, also those whose date is only assumed.
pub(super) fn drafts(
    article: usize,
    tellings: &[Telling<'_>],
    published: Option<Day>,
    all: bool,
    lexicon: &Lexicon,
) -> Vec<Draft> {
    let mut story = Story { subject: None, plural: false, day: None, lead: None, block: None };
    let mut drafts = Vec::new();
    for (number, telling) in tellings.iter().enumerate() {
        if telling.is_credit() {
            continue;
        }
        if story.block != telling.block {
            story.block = telling.block;
            story.day = None;
        }
        let maker = Maker { article, number, telling, published, all, lexicon, owned: owners(telling) };
        maker.make(&mut story, &mut drafts);
        story.learn(telling);
    }
    drafts
}

impl Story {
    /// Remembers the subject of the sentence's first clause for the pronouns of the next.
    fn learn(&mut self, telling: &Telling<'_>) {
        let Some((number, clause)) = telling.clauses.list.iter().enumerate().find(|(_, clause)| {
            matches!(clause.kind, ClauseKind::Main) && clause.verb.is_some_and(|verb| verb.form == Form::Finite)
        }) else {
            return;
        };
        let mut words = telling.subject(clause, number);
        let skip = words
            .iter()
            .take_while(|&&word| {
                telling
                    .words
                    .get(word)
                    .is_some_and(|word| word.mention || !word.is_nominal() && !word.is(class::DETERMINER))
            })
            .count();
        words.drain(..skip);
        let end = words
            .iter()
            .position(|&word| telling.words.get(word).is_some_and(|word| matches!(word.kind, Kind::Comma | Kind::Open)))
            .unwrap_or(words.len());
        words.truncate(end);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
        let pronoun = telling
            .words
            .get(first)
            .is_some_and(|word| word.is(class::SUBJECT_PRONOUN | class::PRONOUN) && words.len() == 1);
        let text = telling.written(first, last + 1);
        if !pronoun && text.len() < 60 {
            self.plural = telling.words.get(last).is_some_and(|word| word.plural && !word.capital)
                || words.iter().any(|&word| telling.words.get(word).is_some_and(|word| word.is(class::COORDINATOR)));
            self.subject = Some(String::from(text));
        }
    }
}

struct Maker<'a> {
    article: usize,
    number: usize,
    telling: &'a Telling<'a>,
    published: Option<Day>,
    all: bool,
    lexicon: &'a Lexicon,
    owned: Vec<Owned>,
}

impl Maker<'_> {
    fn make(&self, story: &mut Story, drafts: &mut Vec<Draft>) {
        let before = drafts.len();
        for place in 0..self.owned.len() {
            if let Some(draft) = self.told_by(place, story) {
                drafts.push(draft);
            }
        }
        let dated = drafts.len() > before;
        if self.telling.place == Place::Lead {
            story.lead = drafts
                .get(before..)
                .unwrap_or(&[])
                .iter()
                .map(|draft| draft.when.extent)
                .find(|extent| is_exact(extent) && self.is_recent(extent));
        }
        if let Some(exact) =
            drafts.get(before..).unwrap_or(&[]).iter().rev().map(|draft| draft.when.extent).find(is_exact)
        {
            story.day = Some(exact);
        }
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
        let clause = self.telling.clauses.get(owned.clause)?;
        let mut number = owned.clause;
        let mut verb = clause.verb?;
        // Another mention dates this clause already, and better.
        let rival = self.owned.iter().enumerate().any(|(other, rival)| {
            other != place
                && rival.clause == owned.clause
                && (!rival.attributive && owned.attributive || rival.attributive == owned.attributive && other < place)
        });
        if rival && !self.all {
            return None;
        }
        if owned.attributive && !self.all && !self.carries(owned, clause, verb) {
            return None;
        }
        if is_unreal(self.telling, number) && !(verb.negated && owned.mention.dated.signal == Some(Signal::Until)) {
            return None;
        }
        if self.has(clause, number, class::HABIT) && !self.all {
            return None;
        }
        let ahead = self.published.is_some_and(|published| range.first.day > published);
        let mut report = false;
        if verb.classes & class::REPORT != 0 && verb.classes & class::SPEECH_ACT == 0
            || verb.classes & class::SPEECH_ACT != 0
                && self
                    .content(number)
                    .is_some_and(|(_, content)| content.verb.is_some_and(|verb| verb.tense == Tense::Past))
        {
            match self.content(number) {
                Some((content, what))
                    if what.verb.is_some_and(|verb| {
                        verb.tense != Tense::Future && (verb.tense == Tense::Past || verb.perfect)
                    }) =>
                {
                    if is_unreal(self.telling, content) || self.owned.iter().any(|owned| owned.clause == content) {
                        return None;
                    }
                    number = content;
                    verb = what.verb?;
                    report = true;
                }
                Some((_, what)) if what.verb.is_some_and(|verb| verb.tense == Tense::Future) => {}
                _ if self.all || verb.passive => {}
                _ => return None,
            }
        }
        let clause = self.telling.clauses.get(number)?;
        let status = self.status(clause, number, verb, owned, ahead)?;
        if clause.quoted && !self.all && (status == Status::Planned || verb.tense != Tense::Past) {
            return None;
        }
        let extent = extent(owned, self.published, ahead || status == Status::Planned)?;
        let phrase = owned.mention.dated.phrase.join(owned.mention.dated.span);
        let phrase = match owned.until {
            Some(until) => phrase.join(until.dated.span),
            None => phrase,
        };
        let phrase = phrase.of(self.telling.text);
        let reason = if report {
            Reason::Report(&owned.mention.dated, phrase)
        } else {
            Reason::Mention(&owned.mention.dated, phrase)
        };
        let certainty = if report { Certainty::Inferred } else { Certainty::Stated };
        let mention = self.telling.mentions.iter().position(|mention| mention.first == owned.mention.first);
        Some(self.draft(number, verb, extent, certainty, reason, status, mention, story))
    }

    /// Whether an attributive mention dates the clause it stands in: "after the 2012 Games", "next year's race is to be held".
    fn carries(&self, owned: &Owned, clause: &Clause, verb: Group) -> bool {
        let word = |place: usize| self.telling.words.get(place);
        let governed = (0..owned.mention.first).rev().take(3).find_map(|place| {
            let word = word(place)?;
            (word.is(class::PREPOSITION)).then_some(word.is(class::SUBORDINATOR))
        });
        if governed == Some(true) {
            return true;
        }
        let in_subject = owned.mention.end <= verb.first;
        let possessive = word(owned.mention.end).is_some_and(|word| word.kind == Kind::Clitic);
        let fronted = in_subject
            && self
                .telling
                .words
                .get(owned.mention.end..verb.first)
                .unwrap_or(&[])
                .iter()
                .any(|word| word.kind == Kind::Comma)
            && owned.mention.first == clause.first;
        fronted || in_subject && possessive && (verb.classes & class::STATE == 0 || verb.copula && verb.to.is_some())
    }

    fn status(&self, clause: &Clause, number: usize, verb: Group, owned: &Owned, ahead: bool) -> Option<Status> {
        let signal = owned.mention.dated.signal;
        let planned_words = verb.classes & class::PLAN != 0;
        let past_claim = if self.source(number, false).is_some() { Status::Reported } else { Status::Happened };
        match (verb.form, verb.tense) {
            (_, Tense::Future) => Some(Status::Planned),
            (Form::Finite, Tense::Present) if !verb.perfect => {
                if ahead || planned_words && verb.to.is_some() {
                    return if self.reaches_publication(owned) || ahead { Some(Status::Planned) } else { None };
                }
                let stretch = matches!(signal, Some(Signal::Until | Signal::By)) || owned.until.is_some();
                if stretch && self.reaches_publication(owned) {
                    return Some(Status::Planned);
                }
                let state = verb.classes & class::STATE != 0 || verb.copula;
                let dated_well = owned.mention.dated.range.is_some_and(|range| range.precision != Precision::Decade);
                let historic =
                    !state && !planned_words && dated_well && verb.classes & class::STRONG != 0 && !verb.progressive;
                (self.all || historic && !clause.quoted).then_some(past_claim)
            }
            (Form::Finite, Tense::Past) if planned_words && verb.to.is_some() && !ahead => {
                // "was due to open on Monday" does not say that it did.
                if self.all { Some(past_claim) } else { None }
            }
            _ if ahead => Some(Status::Planned),
            _ => Some(past_claim),
        }
    }

    fn reaches_publication(&self, owned: &Owned) -> bool {
        let last = owned.until.unwrap_or(owned.mention).dated.range.map(|range| range.last.day);
        match (last, self.published) {
            (Some(last), Some(published)) => last >= published,
            _ => false,
        }
    }

    /// What a verb of saying introduces: the clause behind "that", inside the quotation, or in front of ", he said".
    fn content(&self, report: usize) -> Option<(usize, &Clause)> {
        let list = &self.telling.clauses.list;
        let behind = list.iter().enumerate().find(|(_, clause)| {
            clause.parent == Some(report) && clause.kind == ClauseKind::Content && clause.verb.is_some()
        });
        behind.or_else(|| {
            let clause = list.get(report)?;
            let tail = clause.kind == ClauseKind::Main && report > 0;
            let front = list
                .iter()
                .enumerate()
                .take(report)
                .find(|(_, clause)| clause.verb.is_some() && clause.kind == ClauseKind::Main);
            front.filter(|_| tail)
        })
    }

    fn has(&self, clause: &Clause, number: usize, wanted: class::Classes) -> bool {
        (clause.first..clause.end).any(|word| {
            self.telling.clauses.of(word) == number && self.telling.words.get(word).is_some_and(|word| word.is(wanted))
        })
    }

    /// Who says what a clause tells. With `loose` also speakers who only stand nearby.
    fn source(&self, number: usize, _loose: bool) -> Option<String> {
        let list = &self.telling.clauses.list;
        if let Some(attribution) = list.iter().find(|clause| clause.kind == ClauseKind::Attribution) {
            return Some(String::from(
                self.telling.written(attribution.first + 2, attribution.end).trim_end_matches([',', '.', ' ']),
            ));
        }
        let mut above = list.get(number)?.parent;
        let mut steps = 0;
        while let Some(place) = above {
            let clause = list.get(place)?;
            if self.reports(clause) {
                return self.speaker(place, clause);
            }
            above = clause.parent.filter(|&parent| parent < place);
            steps += 1;
            if steps > 6 {
                break;
            }
        }
        let (tail, clause) = list
            .iter()
            .enumerate()
            .skip(number + 1)
            .find(|(_, clause)| clause.kind == ClauseKind::Main && self.reports(clause))?;
        (tail + 1 == list.len()).then(|| self.speaker(tail, clause)).flatten()
    }

    fn reports(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|verb| verb.classes & class::REPORT != 0 && !verb.passive && verb.form == Form::Finite)
    }

    fn speaker(&self, number: usize, clause: &Clause) -> Option<String> {
        let mut words = self.telling.subject(clause, number);
        if !words.iter().any(|&word| self.telling.words.get(word).is_some_and(super::word::Word::is_nominal)) {
            let verb = clause.verb?;
            words = (verb.end..clause.end)
                .take_while(|&word| {
                    self.telling
                        .words
                        .get(word)
                        .is_some_and(|word| !matches!(word.kind, Kind::Comma | Kind::Stop) && !word.mention)
                })
                .collect();
        }
        let skip = words
            .iter()
            .take_while(|&&word| {
                self.telling.words.get(word).is_some_and(|word| {
                    word.mention
                        || word.is(class::COORDINATOR | class::CONNECTIVE | class::ADVERB)
                        || matches!(word.kind, Kind::Comma | Kind::QuoteClose)
                })
            })
            .count();
        words.drain(..skip);
        let end = words
            .iter()
            .position(|&word| {
                self.telling.words.get(word).is_some_and(|word| word.mention || matches!(word.kind, Kind::Comma))
            })
            .unwrap_or(words.len());
        words.truncate(end);
        let (first, last) = (words.first()?, words.last()?);
        Some(String::from(self.telling.written(*first, last + 1)))
            .filter(|speaker| !speaker.is_empty() && speaker.len() < 100)
    }

    /// What has no date of its own: the news in the lead, what happened "already", and how the story went on.
    fn undated(&self, story: &mut Story, drafts: &mut Vec<Draft>, dated: bool) {
        let Some(published) = self.published else { return };
        let main = self.telling.clauses.list.iter().enumerate().find(|(number, clause)| {
            clause.verb.is_some_and(|verb| verb.form == Form::Finite)
                && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Bracket | ClauseKind::Subordinate)
                && !is_unreal(self.telling, *number)
        });
        if self.telling.place == Place::Headline {
            return;
        }
        let Some((mut number, clause)) = main else { return };
        let Some(mut verb) = clause.verb else { return };
        let own_date = |number: usize| self.owned.iter().any(|owned| owned.clause == number);
        if dated && (self.telling.place != Place::Lead || own_date(number)) {
            return;
        }
        let news = self.telling.place == Place::Lead;
        if self.reports(clause)
            && let Some((content, what)) = self.content(number)
            && let Some(inner) = what.verb
            && !is_unreal(self.telling, content)
        {
            if dated && own_date(content) {
                return;
            }
            if inner.tense != Tense::Future {
                (number, verb) = (content, inner);
            }
        }
        let clause = match self.telling.clauses.get(number) {
            Some(clause) => clause,
            None => return,
        };
        let past = verb.tense == Tense::Past || verb.perfect;
        if news && (past || verb.progressive || verb.classes & (class::SPEECH_ACT | class::STRONG) != 0) {
            let extent = Extent::day(published);
            drafts.push(self.draft(
                number,
                verb,
                extent,
                Certainty::Assumed,
                Reason::News,
                Status::Happened,
                None,
                story,
            ));
            if story.lead.is_none() {
                story.lead = Some(extent);
            }
            return;
        }
        if self.all {
            if !past && verb.classes & class::REPORT == 0 && verb.tense != Tense::Past {
                return;
            }
            let (extent, reason) = match (story.day, story.lead) {
                (Some(day), _) => (day, Reason::Carried(day.sort_day().unwrap_or(published))),
                (None, Some(lead)) => (lead, Reason::Carried(lead.sort_day().unwrap_or(published))),
                _ => (Extent::day(published), Reason::News),
            };
            drafts.push(self.draft(number, verb, extent, Certainty::Assumed, reason, Status::Happened, None, story));
            return;
        }
        let before =
            verb.perfect && (verb.tense == Tense::Past || verb.already) || verb.already && verb.tense == Tense::Past;
        if before && verb.classes & class::STATE == 0 && !verb.progressive && !clause.quoted {
            let phrase = self.telling.written(verb.first, verb.end);
            let status = if self.source(number, false).is_some() { Status::Reported } else { Status::Happened };
            drafts.push(self.draft(
                number,
                verb,
                by(published),
                Certainty::Inferred,
                Reason::Before(phrase),
                status,
                None,
                story,
            ));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the one place where a draft is put together")]
    fn draft(
        &self,
        number: usize,
        verb: Group,
        extent: Extent,
        certainty: Certainty,
        reason: Reason<'_>,
        status: Status,
        mention: Option<usize>,
        story: &Story,
    ) -> Draft {
        let telling = self.telling;
        let clause = telling.clauses.get(number).copied();
        let subject = story.subject.as_deref();
        let title = title(telling, number, &self.owned, subject);
        let own: Vec<usize> = (0..telling.words.len()).filter(|&word| telling.clauses.of(word) == number).collect();
        let mut content: Vec<String> = own
            .iter()
            .filter_map(|&word| {
                let found = telling.words.get(word)?;
                let tells = matches!(found.kind, Kind::Word | Kind::Number)
                    && !found.mention
                    && !found.is(class::STOP | class::DETERMINER | class::PREPOSITION | class::ADVERB);
                tells.then(|| telling.word(word).to_ascii_lowercase())
            })
            .collect();
        content.sort_unstable();
        content.dedup();
        let head = verb.to.filter(|_| verb.classes & (class::PLAN | class::WEAK) != 0).unwrap_or(verb.head);
        let any = |wanted: class::Classes| {
            own.iter().any(|&word| telling.words.get(word).is_some_and(|word| word.is(wanted)))
        };
        let traits = Traits {
            news: matches!(reason, Reason::News),
            lead: telling.place == Place::Lead,
            opening: telling.place == Place::Opening,
            quoted: clause.is_some_and(|clause| clause.quoted),
            first_person: any(class::FIRST_PERSON),
            inner: clause.is_some_and(|clause| {
                matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Subordinate)
            }),
            nominal: any(class::EVENT_NOUN),
            number: own
                .iter()
                .any(|&word| telling.words.get(word).is_some_and(|word| word.kind == Kind::Number && !word.mention)),
            names: own.iter().skip(1).filter(|&&word| telling.words.get(word).is_some_and(|word| word.capital)).count(),
        };
        let source = self.source(number, false);
        let status = if status == Status::Reported && source.is_none() { Status::Happened } else { status };
        Draft {
            article: self.article,
            telling: self.number,
            mention,
            title,
            when: When { why: why(reason, &extent, self.published, self.lexicon), extent, certainty },
            status,
            source,
            trigger: telling.word(head).to_ascii_lowercase(),
            classes: telling.words.get(head).map_or(0, |word| word.classes) | verb.classes,
            content,
            traits,
        }
    }
}

fn is_exact(extent: &Extent) -> bool {
    extent.bound == Bound::Exact && extent.precision <= Precision::Day && extent.end.is_none()
}
