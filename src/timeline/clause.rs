//! Clauses: which verb each word of a sentence belongs to, found without a parser.
//!
//! In: the words of a sentence. Out: its clauses, each with its verb group and its place among the others.
//! It must never learn what a date is; words inside a mention are only never verbs.

use super::lexicon as class;
use super::verb::{Form, Group, Tense, group_at};
use super::word::{Kind, Word};

/// A clause: a verb with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    pub(super) kind: ClauseKind,
    pub(super) verb: Option<Group>,
    /// First word, counted from the sentence's first.
    pub(super) first: usize,
    /// One past its last word; words of other clauses may stand between.
    pub(super) end: usize,
    /// The clause it hangs on, or whose subject it shares.
    pub(super) parent: Option<usize>,
    /// Opened by "if", "unless".
    pub(super) conditional: bool,
    /// Inside quotation marks, as a whole.
    pub(super) quoted: bool,
}

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ClauseKind {
    Main,
    /// Behind "and", "but": shares the subject of its parent when it has none of its own.
    Coordinated,
    /// Behind "while", "after".
    Subordinate,
    /// "who", "which", "that".
    Relative,
    /// "filed in 2003", "killing five".
    Participle,
    /// What somebody says: behind "said that".
    Content,
    /// "according to the police": it has no verb.
    Attribution,
    /// In brackets.
    Bracket,
}

/// The clauses of a sentence.
#[derive(Default, Debug)]
pub(super) struct Clauses {
    pub(super) list: Vec<Clause>,
    /// For each word the clause it belongs to.
    pub(super) owner: Vec<u16>,
}

impl Clauses {
    /// The clause of a word.
    pub(super) fn of(&self, word: usize) -> usize {
        self.owner.get(word).copied().map_or(0, usize::from)
    }

    pub(super) fn get(&self, clause: usize) -> Option<&Clause> {
        self.list.get(clause)
    }
}

/// Splits a sentence into clauses.
pub(super) fn clauses(words: &[Word]) -> Clauses {
    let mut reader = Reader {
        words,
        found: Clauses { list: Vec::new(), owner: vec![0; words.len()] },
        stack: Vec::new(),
        since: 0,
        joint: None,
    };
    reader.start(ClauseKind::Main, 0, None);
    let mut place = 0;
    while place < words.len() {
        place = reader.step(place).max(place + 1);
    }
    reader.finish()
}

struct Reader<'a> {
    words: &'a [Word],
    found: Clauses,
    /// Clauses that may still take words, outermost first; never empty.
    stack: Vec<usize>,
    /// First word behind the last comma, conjunction or verb group: where a new subject may begin.
    since: usize,
    /// An "and", "or", "but" since the last verb group.
    joint: Option<usize>,
}

impl Reader<'_> {
    fn word(&self, place: usize) -> Option<&Word> {
        self.words.get(place)
    }

    fn start(&mut self, kind: ClauseKind, first: usize, parent: Option<usize>) -> usize {
        let number = self.found.list.len();
        let conditional = parent.and_then(|parent| self.found.get(parent)).is_some_and(|parent| parent.conditional);
        let quoted = self.word(first).is_some_and(|word| word.quoted || word.kind == Kind::QuoteOpen);
        self.found.list.push(Clause { kind, verb: None, first, end: first, parent, conditional, quoted });
        self.stack.push(number);
        number
    }

    fn top(&self) -> usize {
        self.stack.last().copied().unwrap_or(0)
    }

    fn clause(&self, number: usize) -> Clause {
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

    fn give(&mut self, from: usize, to: usize, clause: usize) {
        for owner in self.found.owner.iter_mut().take(to).skip(from) {
            *owner = clause as u16;
        }
    }

    /// Reads what stands at `place` and returns where to go on.
    fn step(&mut self, place: usize) -> usize {
        let Some(word) = self.word(place).copied() else { return place + 1 };
        if word.mention {
            let top = self.top();
            self.give(place, place + 1, top);
            return place + 1;
        }
        match word.kind {
            Kind::Break => self.again(place + 1, ClauseKind::Main),
            Kind::Dash if self.spaced(place) => {
                self.close_finished(place);
                self.since = place + 1;
            }
            Kind::QuoteOpen if self.quotes_a_sentence(place) => {
                let parent =
                    self.clause(self.top()).verb.filter(|verb| verb.classes & class::REPORT != 0).map(|_| self.top());
                self.stack.clear();
                self.start(ClauseKind::Content, place, parent);
                self.since = place + 1;
                self.joint = None;
            }
            Kind::QuoteClose if self.clause(self.top()).quoted => self.again(place + 1, ClauseKind::Main),
            Kind::Open => {
                let parent = self.top();
                self.start(ClauseKind::Bracket, place, Some(parent));
                self.since = place + 1;
            }
            Kind::Close => {
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
            Kind::Comma => {
                self.close_finished(place);
                self.since = place + 1;
                self.joint = None;
            }
            Kind::Word | Kind::Clitic => {
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

    /// A dash between words, not inside one: it stands apart on at least one side.
    fn spaced(&self, place: usize) -> bool {
        let neighbour = |number: Option<usize>| number.and_then(|number| self.word(number));
        let (before, after) = (neighbour(place.checked_sub(1)), neighbour(Some(place + 1)));
        match (before, after, self.word(place)) {
            (Some(before), Some(after), Some(dash)) => {
                (before.span.end < dash.span.start || dash.span.end < after.span.start)
                    && !(before.kind == Kind::Number && after.kind == Kind::Number)
            }
            _ => true,
        }
    }

    /// Whether the quotation that opens here is speech, not a name: it begins with a capital and stands at the start, behind a comma,
    /// a colon or a verb of saying, and holds a verb.
    fn quotes_a_sentence(&self, place: usize) -> bool {
        let opens = match place.checked_sub(1).and_then(|before| self.word(before)) {
            None => true,
            Some(before) => {
                matches!(before.kind, Kind::Comma | Kind::Break)
                    || before.is(class::REPORT)
                    || before.kind == Kind::Word
                        && self.clause(self.top()).verb.is_some_and(|verb| verb.classes & class::REPORT != 0)
            }
        };
        let inside = self.words.iter().skip(place + 1).take_while(|word| word.kind != Kind::QuoteClose);
        opens
            && inside.clone().count() > 3
            && inside.clone().any(|word| word.forms != 0 || word.is(class::BE | class::HAVE))
    }

    /// A new clause beside the others.
    fn again(&mut self, first: usize, kind: ClauseKind) {
        self.stack.clear();
        self.start(kind, first, None);
        self.since = first;
        self.joint = None;
    }

    /// A comma closes clauses inside others as soon as they have their verb.
    fn close_finished(&mut self, _place: usize) {
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

    fn read_word(&mut self, place: usize, word: Word) -> Option<usize> {
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
        let possible = word.forms != 0 || word.is(verbal) || word.kind == Kind::Clitic || behind_relative;
        if possible && let Some(group) = group_at(self.words, place, self.position(place)) {
            return Some(self.take(place, group));
        }
        if word.is(class::RELATIVE) && self.is_relative(place, word) {
            self.start(ClauseKind::Relative, place, Some(top));
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
            self.joint = Some(place);
            self.since = place + 1;
        }
        None
    }

    /// "that", "who", "which" behind a noun; "that" behind a verb of saying begins what is said.
    fn is_relative(&self, place: usize, word: Word) -> bool {
        let Some(before) = self.before(place) else { return false };
        if before.is(class::REPORT | class::SPEECH_ACT) && before.forms != 0 && word.is(class::SUBORDINATOR) {
            return false;
        }
        let next_is_noun_phrase = self.word(place + 1).is_some_and(|next| next.is_nominal() && next.forms == 0);
        let demonstrative = word.is(class::DETERMINER);
        let behind_noun =
            before.is_nominal() || before.mention || before.kind == Kind::QuoteClose || before.kind == Kind::Close;
        if demonstrative {
            let after_report = self
                .clause(self.top())
                .verb
                .is_some_and(|verb| verb.classes & class::REPORT != 0 && place < verb.end + 5);
            return behind_noun && !(after_report && next_is_noun_phrase) && self.verb_follows(place);
        }
        let from_preposition = before.is(class::PREPOSITION);
        behind_noun || before.kind == Kind::Comma || from_preposition
    }

    /// A conjunction, not a preposition: a finite verb follows before the next boundary, or a participle at once.
    fn is_subordinator(&self, place: usize) -> bool {
        let Some(word) = self.word(place) else { return false };
        if word.is(class::RELATIVE) && word.is(class::DETERMINER) {
            // "that": behind a verb of saying what is said follows, however far its verb is.
            let before = self.before(place);
            let said = before.is_some_and(|before| before.is(class::REPORT | class::SPEECH_ACT) && before.forms != 0);
            return said
                || before.is_some_and(|before| {
                    before.is(class::REPORT | class::SPEECH_ACT | class::ADVERB | class::BE) || before.is_nominal()
                }) && self.verb_follows(place);
        }
        self.verb_follows(place)
            || self.word(place + 1).is_some_and(|next| next.has(class::ING) && !next.is(class::NO_VERB))
    }

    /// The word before, dates left out: "confirmed on Friday that".
    fn before(&self, place: usize) -> Option<&Word> {
        self.words.get(..place)?.iter().rev().take(8).find(|word| !word.mention)
    }

    fn verb_follows(&self, place: usize) -> bool {
        let mut words = self.words.iter().enumerate().skip(place + 1).take(24);
        let inserted = |comma: usize| self.word(comma + 1).is_some_and(|next| next.is(class::RELATIVE));
        words.try_fold(false, |_, (place, word)| {
            let finite = word.is(class::BE | class::HAVE | class::DO | class::FUTURE | class::MODAL)
                || word.has(class::PAST) && !word.is(class::NO_VERB) && !word.capital
                || word.has(class::THIRD) && !word.is(class::EVENT_NOUN);
            match word.kind {
                _ if word.mention => Ok(false),
                Kind::Comma if inserted(place) => Ok(false),
                Kind::Comma | Kind::Break => Err(false),
                Kind::Word | Kind::Clitic if finite => Err(true),
                _ => Ok(false),
            }
        }) == Err(true)
    }

    /// What the verb reader needs to know about a place.
    fn position(&self, place: usize) -> Position {
        let top = self.clause(self.top());
        let subject_from = self.since.max(top.first);
        let subject = self.words.get(subject_from..place).unwrap_or(&[]).iter().any(|word| {
            word.is_nominal() && !word.mention && (word.is(class::RELATIVE) || !word.is(class::SUBORDINATOR))
        });
        let behind_verb = match top.verb {
            Some(verb) => self.words.get(verb.end..place).unwrap_or(&[]).iter().any(Word::is_nominal),
            None => {
                self.words.get(top.first..place).unwrap_or(&[]).iter().any(|word| word.is_nominal() && !word.mention)
            }
        };
        Position {
            has_verb: top.verb.is_some(),
            subordinate: top.kind == ClauseKind::Subordinate,
            inner: matches!(top.kind, ClauseKind::Subordinate | ClauseKind::Relative),
            open_below: self
                .stack
                .iter()
                .rev()
                .skip(1)
                .any(|&clause| self.clause(clause).verb.is_none() && self.clause(clause).kind != ClauseKind::Bracket),
            reports: top.verb.is_some_and(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0),
            subject: if top.verb.is_some() { subject } else { behind_verb },
            noun_since_verb: behind_verb,
            joined: self.joint.is_some_and(|joint| {
                joint + 1 == place
                    || joint + 2 == place && self.word(place - 1).is_some_and(|word| word.is(class::ADVERB))
            }),
            rejoined: self.joint.is_some_and(|joint| {
                let opens = |word: &Word| {
                    word.mention || word.capital || word.is(class::DETERMINER | class::SUBJECT_PRONOUN | class::PRONOUN)
                };
                subject
                    && (self.word(joint).is_some_and(|word| word.is(class::ADVERSATIVE))
                        || self.word(joint + 1).is_some_and(opens))
            }),
            previous: top.verb,
        }
    }

    /// Gives a verb group its clause.
    fn take(&mut self, place: usize, mut group: Group) -> usize {
        let top = self.top();
        let end = group.end;
        match group.form {
            Form::Participle | Form::Gerund => {
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
            Form::Finite => {
                let owner = if self.clause(top).verb.is_none() && self.clause(top).kind != ClauseKind::Attribution {
                    top
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
                self.give(place, end, owner);
            }
        }
        self.since = end;
        self.joint = None;
        end
    }

    /// A further finite verb: a clause of its own that begins at the last comma or conjunction, or at its subject.
    fn join(&mut self, place: usize, group: &mut Group) -> usize {
        let mut first = self.since;
        let top = self.clause(self.top());
        if self.joint.is_none()
            && let Some(verb) = top.verb.filter(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0)
            && !self.words.get(first..place).unwrap_or(&[]).iter().any(Word::is_nominal)
        {
            // "said Smith, the mayor, arrived"
            first = verb.end;
        }
        let own_subject =
            self.words.get(first..place).unwrap_or(&[]).iter().any(|word| word.is_nominal() && !word.mention);
        let coordinated = self.joint.is_some();
        let adversative = self.joint.and_then(|joint| self.word(joint)).is_some_and(|word| word.is(class::ADVERSATIVE));
        let reports =
            self.clause(self.top()).verb.is_some_and(|verb| verb.classes & (class::REPORT | class::SPEECH_ACT) != 0);
        while self.stack.len() > 1 {
            let kind = self.clause(self.top()).kind;
            let inner = match kind {
                ClauseKind::Participle | ClauseKind::Attribution => true,
                ClauseKind::Relative | ClauseKind::Subordinate => own_subject || adversative,
                _ => false,
            };
            if !inner {
                break;
            }
            self.stack.pop();
        }
        let top = self.top();
        let previous = self.clause(top).verb;
        if let (Some(previous), false, true) = (previous, own_subject, coordinated)
            && group.bare
            && !super::finite::has_object(self.words, place)
            && previous.tense != Tense::None
        {
            // "was tried and convicted on Thursday" is one clause; a date in between makes two.
            let dated = self.words.get(previous.end..place).unwrap_or(&[]).iter().any(|word| word.mention);
            if !previous.bare && !dated && previous.form == Form::Finite {
                return top;
            }
            group.follow(previous);
        }
        let kind = if coordinated {
            ClauseKind::Coordinated
        } else if reports && own_subject {
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

    fn set_verb(&mut self, clause: usize, group: Group) {
        if let Some(clause) = self.found.list.get_mut(clause) {
            clause.verb = Some(group);
        }
    }

    fn finish(mut self) -> Clauses {
        for (place, &owner) in self.found.owner.iter().enumerate() {
            if let Some(clause) = self.found.list.get_mut(usize::from(owner)) {
                clause.end = place + 1;
            }
        }
        self.found
    }
}

/// What stands around a possible verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// The innermost clause has its verb.
    pub(super) has_verb: bool,
    /// The innermost clause ends at the next comma: it stands behind "after", "who".
    pub(super) inner: bool,
    /// The innermost clause stands behind "after", "when": only a comma ends it.
    pub(super) subordinate: bool,
    /// A clause around it still waits for one.
    pub(super) open_below: bool,
    /// That verb is one of saying: a clause may follow without "that".
    pub(super) reports: bool,
    /// Something stands in front that can be its subject.
    pub(super) subject: bool,
    /// A noun stands between the innermost clause's verb and here.
    pub(super) noun_since_verb: bool,
    /// "and" stands right in front.
    pub(super) joined: bool,
    /// "and" stands in front of the subject, and what follows it looks like the beginning of a clause.
    pub(super) rejoined: bool,
    /// The innermost clause's verb.
    pub(super) previous: Option<Group>,
}

#[cfg(test)]
mod tests;
