//! Reading a sentence word by word: clauses open, take verbs, and close.
//!
//! In: the words of a sentence. Out: [`Clauses`]. It must never learn what a date is.

use super::{Clause, ClauseKind, Clauses};
use crate::events::clause::verb::{Tense, VerbForm, VerbGroup, group_at};
use crate::language::class;
use crate::language::word::{Word, WordKind};

pub(super) struct ClauseReader<'a> {
    pub(super) words: &'a [Word],
    pub(super) found: Clauses,
    /// Clauses that may still take words, outermost first; never empty.
    pub(super) stack: Vec<usize>,
    /// First word behind the last comma, conjunction or verb group: where a new subject may begin.
    pub(super) since: usize,
    /// An "and", "or", "but" since the last verb group.
    pub(super) joint: Option<usize>,
}

impl ClauseReader<'_> {
    pub(super) fn word(&self, place: usize) -> Option<&Word> {
        self.words.get(place)
    }

    pub(super) fn start(&mut self, kind: ClauseKind, first: usize, parent: Option<usize>) -> usize {
        let number = self.found.list.len();
        let conditional = parent.and_then(|parent| self.found.get(parent)).is_some_and(|parent| parent.conditional);
        let quoted = self.word(first).is_some_and(|word| match word.kind {
            WordKind::QuoteOpen => self.quotes_a_sentence(first),
            _ => word.quoted,
        });
        self.found.list.push(Clause { kind, verb: None, first, end: first, parent, conditional, quoted });
        self.stack.push(number);
        number
    }

    #[inline(never)] // For the size: docs/size.md.
    pub(super) fn top(&self) -> usize {
        self.stack.last().copied().unwrap_or(0)
    }

    #[inline(never)] // For the size: docs/size.md.
    pub(super) fn clause(&self, number: usize) -> Clause {
        const NONE: Clause = Clause {
            kind: ClauseKind::Main,
            verb: None,
            first: 0,
            end: 0,
            parent: None,
            conditional: false,
            quoted: false,
        };
        self.found.list.get(number).copied().unwrap_or(NONE)
    }

    pub(super) fn give(&mut self, from: usize, to: usize, clause: usize) {
        for owner in self.found.owner.iter_mut().take(to).skip(from) {
            *owner = clause as u16;
        }
    }

    /// Reads what stands at `place` and returns where to go on.
    pub(super) fn step(&mut self, place: usize) -> usize {
        let Some(word) = self.word(place).copied() else { return place + 1 };
        if word.mention {
            let top = self.top();
            self.give(place, place + 1, top);
            return place + 1;
        }
        match word.kind {
            WordKind::Break => self.again(place + 1, ClauseKind::Main),
            WordKind::Dash if self.spaced(place) => {
                self.close_finished();
                self.since = place + 1;
            }
            WordKind::QuoteOpen if self.quotes_a_sentence(place) => {
                let parent =
                    self.clause(self.top()).verb.filter(|verb| verb.classes & class::REPORT != 0).map(|_| self.top());
                self.stack.clear();
                self.start(ClauseKind::Content, place, parent);
                self.since = place + 1;
                self.joint = None;
            }
            WordKind::QuoteClose if self.clause(self.top()).quoted => self.again(place + 1, ClauseKind::Main),
            WordKind::Open => {
                let parent = self.top();
                self.start(ClauseKind::Bracket, place, Some(parent));
                self.since = place + 1;
            }
            WordKind::Close => {
                let top = self.top();
                self.give(place, place + 1, top);
                if let Some(depth) =
                    self.stack.iter().rposition(|&clause| self.clause(clause).kind == ClauseKind::Bracket)
                {
                    self.stack.truncate(depth);
                }
                if self.stack.is_empty() {
                    self.start(ClauseKind::Main, place + 1, None);
                }
                self.since = place + 1;
                return place + 1;
            }
            WordKind::Comma => {
                self.close_finished();
                self.since = place + 1;
                self.joint = None;
            }
            WordKind::Word | WordKind::Clitic => {
                if let Some(next) = self.read_word(place, word) {
                    return next;
                }
            }
            _ => {}
        }
        let top = self.top();
        self.give(place, place + 1, top);
        place + 1
    }

    /// A new clause beside the others.
    pub(super) fn again(&mut self, first: usize, kind: ClauseKind) {
        self.stack.clear();
        self.start(kind, first, None);
        self.since = first;
        self.joint = None;
    }

    /// A comma closes clauses inside others as soon as they have their verb.
    pub(super) fn close_finished(&mut self) {
        while self.stack.len() > 1 {
            let top = self.clause(self.top());
            let inner = !matches!(top.kind, ClauseKind::Main | ClauseKind::Bracket | ClauseKind::Content);
            let attribution = top.kind == ClauseKind::Attribution;
            let coordinated = top.kind == ClauseKind::Coordinated;
            if !inner || coordinated || top.verb.is_none() && !attribution {
                return;
            }
            self.stack.pop();
        }
    }

    pub(super) fn read_word(&mut self, place: usize, word: Word) -> Option<usize> {
        let top = self.top();
        if word.is(class::ATTRIBUTION) && self.word(place + 1).is_some_and(|next| next.is(class::TO)) {
            self.start(ClauseKind::Attribution, place, Some(top));
            let top = self.top();
            self.give(place, place + 2, top);
            self.since = place + 2;
            return Some(place + 2);
        }
        let verbal = class::BE | class::HAVE | class::DO | class::MODAL | class::FUTURE;
        let behind_relative =
            place.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|before| before.is(class::RELATIVE));
        let possible = word.forms != 0 || word.is(verbal) || word.kind == WordKind::Clitic || behind_relative;
        if possible && let Some(group) = group_at(self.words, place, self.position(place)) {
            return Some(self.take(place, group));
        }
        if word.is(class::RELATIVE) && self.is_relative(place, word) {
            // It hangs on the clause of the noun in front, also when a comma has closed that.
            let noun =
                (0..place).rev().find(|&before| self.word(before).is_some_and(|word| word.kind != WordKind::Comma));
            let parent = noun.map_or(top, |noun| self.found.of(noun));
            self.start(ClauseKind::Relative, place, Some(parent));
            self.since = place;
            self.joint = None;
        } else if word.is(class::SUBORDINATOR) && self.is_subordinator(place) {
            let reports =
                self.clause(top).verb.is_some_and(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0);
            let content =
                reports && (word.is(class::RELATIVE) || self.clause(top).verb.is_some_and(|verb| verb.end == place));
            let kind = if content { ClauseKind::Content } else { ClauseKind::Subordinate };
            while !content && self.stack.len() > 1 && self.clause(self.top()).kind == ClauseKind::Participle {
                self.stack.pop();
            }
            let top = self.top();
            let number = self.start(kind, place, Some(top));
            if word.is(class::CONDITION)
                && let Some(clause) = self.found.list.get_mut(number)
            {
                clause.conditional = true;
            }
            self.since = place + 1;
            self.joint = None;
        } else if word.is(class::COORDINATOR) {
            // "to repair a joint that jammed and install two others": an infinitive goes on outside.
            let infinitive = self.word(place + 1).is_some_and(|next| {
                next.has(class::BASE) && !next.has(class::PAST) && !next.is(class::EVENT_NOUN) && !next.capital
            });
            let finite = |clause: Clause| {
                clause.kind == ClauseKind::Relative && clause.verb.is_some_and(|verb| verb.tense == Tense::Past)
            };
            if infinitive && self.stack.len() > 1 && finite(self.clause(top)) {
                self.stack.pop();
            }
            self.joint = Some(place);
            self.since = place + 1;
        }
        None
    }

    /// Gives a verb group its clause.
    pub(super) fn take(&mut self, place: usize, mut group: VerbGroup) -> usize {
        let top = self.top();
        let end = group.end;
        match group.form {
            VerbForm::Participle | VerbForm::Gerund => {
                let parent = self.top();
                if self.clause(parent).verb.is_none()
                    && self.clause(parent).kind == ClauseKind::Subordinate
                    && self.since == place
                {
                    // "while fighting in the city", "when asked about it"
                    self.set_verb(parent, group);
                    self.give(place, end, parent);
                } else {
                    let number = self.start(ClauseKind::Participle, place, Some(parent));
                    self.set_verb(number, group);
                    self.give(place, end, number);
                }
            }
            VerbForm::Finite => {
                let owner = if self.clause(top).verb.is_none() && self.clause(top).kind != ClauseKind::Attribution {
                    top
                } else if self.goes_on(top, place) {
                    self.join(place, &mut group)
                } else if let Some(depth) = self.stack.iter().rposition(|&clause| {
                    let clause = self.clause(clause);
                    clause.verb.is_none() && !matches!(clause.kind, ClauseKind::Bracket | ClauseKind::Attribution)
                }) {
                    self.stack.truncate(depth + 1);
                    self.top()
                } else {
                    self.join(place, &mut group)
                };
                if self.clause(owner).verb.is_none() {
                    self.set_verb(owner, group);
                }
                // "an agreement reached in 1994 | it froze"
                let pronoun = place
                    .checked_sub(1)
                    .filter(|&before| self.words.get(before).is_some_and(|word| word.is(class::SUBJECT_PRONOUN)));
                self.give(pronoun.unwrap_or(place), end, owner);
            }
        }
        self.since = end;
        self.joint = None;
        end
    }

    /// "who joined in 1999 and became": the second verb right behind "and" belongs to whom the first does.
    pub(super) fn goes_on(&self, top: usize, place: usize) -> bool {
        let top = self.clause(top);
        top.kind == ClauseKind::Relative
            && top.verb.is_some_and(|verb| verb.form == VerbForm::Finite)
            && self.joint.is_some_and(|joint| joint + 1 == place)
    }

    /// Where the clause of a further finite verb begins: behind the last comma, conjunction or verb, or at its pronoun.
    fn first_of_joined(&self, place: usize) -> usize {
        let mut first = self.since;
        let top = self.clause(self.top());
        if self.joint.is_none()
            && !self.word(place).is_some_and(|word| word.is(class::REPORT))
            && let Some(verb) = top.verb.filter(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0)
            && !self.words.get(first..place).unwrap_or(&[]).iter().any(Word::is_nominal)
        {
            // "said Smith, the mayor, arrived"
            first = verb.end;
        }
        // "on the day I took office": nothing joins the two, the pronoun begins the second.
        let pronoun =
            self.words.get(first..place).unwrap_or(&[]).iter().rposition(|word| word.is(class::SUBJECT_PRONOUN));
        if let Some(pronoun) = pronoun.filter(|&pronoun| pronoun > 0 && first + pronoun + 2 >= place)
            && self.joint.is_none()
            && top.verb.is_some_and(|verb| verb.end == first)
        {
            first += pronoun;
        }
        first
    }

    /// Closes what a further finite verb ends: participles always, relative clauses when it has a subject of its own.
    fn close_inner(&mut self, apart: bool) {
        while self.stack.len() > 1 {
            let kind = self.clause(self.top()).kind;
            let inner = match kind {
                ClauseKind::Participle | ClauseKind::Attribution => true,
                ClauseKind::Relative | ClauseKind::Subordinate => apart,
                _ => false,
            };
            if !inner {
                break;
            }
            self.stack.pop();
        }
    }

    /// A further finite verb: a clause of its own that begins at the last comma or conjunction, or at its subject.
    pub(super) fn join(&mut self, place: usize, group: &mut VerbGroup) -> usize {
        let first = self.first_of_joined(place);
        let own_subject =
            self.words.get(first..place).unwrap_or(&[]).iter().any(|word| word.is_nominal() && !word.mention);
        let coordinated = self.joint.is_some();
        // "wrote a letter, the police said": the saying is no part of what was written.
        let behind_comma =
            first.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|word| word.kind == WordKind::Comma);
        let adversative = self.joint.and_then(|joint| self.word(joint)).is_some_and(|word| word.is(class::ADVERSATIVE));
        let reports =
            self.clause(self.top()).verb.is_some_and(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0);
        self.close_inner(own_subject || adversative);
        let top = self.top();
        let previous = self.clause(top).verb;
        if let (Some(previous), false, true) = (previous, own_subject, coordinated)
            && group.bare
            && !crate::events::clause::finite::has_object(self.words, place)
            && previous.tense != Tense::None
        {
            // "was tried and convicted on Thursday" is one clause; a date in between makes two.
            let dated = self.words.get(previous.end..place).unwrap_or(&[]).iter().any(|word| word.mention);
            if !previous.bare && !dated && previous.form == VerbForm::Finite {
                return top;
            }
            group.follow(previous);
        }
        let kind = if coordinated {
            ClauseKind::Coordinated
        } else if reports && own_subject && !(group.classes & class::REPORT != 0 && behind_comma) {
            ClauseKind::Content
        } else {
            ClauseKind::Main
        };
        let conditional = coordinated && !own_subject && self.clause(top).conditional;
        if kind == ClauseKind::Main
            || kind == ClauseKind::Coordinated && own_subject && self.clause(top).kind == ClauseKind::Main
        {
            self.stack.pop();
        }
        let number = self.start(kind, first, Some(top));
        if let Some(clause) = self.found.list.get_mut(number) {
            clause.conditional |= conditional;
        }
        // Its words so far went to the clause it parts from; what hangs on them stays where it is.
        let parted = self.found.of(first);
        for owner in self.found.owner.iter_mut().take(place).skip(first).filter(|owner| usize::from(**owner) == parted)
        {
            *owner = number as u16;
        }
        number
    }

    pub(super) fn set_verb(&mut self, clause: usize, group: VerbGroup) {
        if let Some(clause) = self.found.list.get_mut(clause) {
            clause.verb = Some(group);
        }
    }

    pub(super) fn finish(mut self) -> Clauses {
        for (place, &owner) in self.found.owner.iter().enumerate() {
            if let Some(clause) = self.found.list.get_mut(usize::from(owner)) {
                clause.end = place + 1;
            }
        }
        self.found
    }
}
