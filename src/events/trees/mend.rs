//! Mending: arcs that a time phrase or a verb of saying shows to be wrong are hung where they must belong.
//!
//! In: the nodes of a sentence, which of them speak of time, what the language knows. Out: the same nodes, some with other heads.
//! It must never learn what a clause is dated by.

use super::tree::{Node, Role, TextTree};
use crate::base::list::List;
use crate::language::class::{self, Facts};
use crate::syntax::Pos;

/// Mends the arcs of a sentence; `mentions` says for each node the mention it stands in.
pub(super) fn mend(nodes: &mut [Node], mentions: &[Option<usize>], entries: &[Facts]) {
    let mention = |place: usize| mentions.get(place).copied().flatten();
    let is = |place: usize, classes| entries.get(place).is_some_and(|entry: &Facts| entry.classes & classes != 0);
    for place in 0..nodes.len() {
        let Some(&node) = nodes.get(place) else { break };
        let Some(head) = node.head else { continue };
        // "on strike July 14, joining writers": no clause and no thing hangs on a date; it hangs where the date does.
        let hangs_on_date = mention(head).is_some() && mention(place) != mention(head);
        let little = matches!(
            node.role,
            Role::Case | Role::Punct | Role::Advmod | Role::Mark | Role::Cc | Role::Det | Role::Conj
        );
        if hangs_on_date && !little {
            let outside = outside(nodes, mentions, head);
            if let (Some(node), Some(outside)) = (nodes.get_mut(place), outside.filter(|&outside| outside != place)) {
                node.head = Some(outside);
                node.sure *= 0.7;
            }
        }
        // ", the zoo announced": what says so and is joined by no word stands beside the sentence.
        let little = |role: Role| nodes.iter().any(|other| other.head == Some(place) && other.role == role);
        let reports = node.role == Role::Conj
            && node.pos == Pos::Verb
            && is(place, class::REPORT | class::SPEECH_ACT)
            && nodes.iter().any(|other| other.head == Some(place) && other.role.is_subject())
            && !little(Role::Cc);
        if reports && let Some(node) = nodes.get_mut(place) {
            node.role = Role::Parataxis;
        }
        let Some(&node) = nodes.get(place) else { break };
        let Some(&above) = node.head.and_then(|head| nodes.get(head)) else { continue };
        // "said last month that the ban will stay": what hangs on a verb restricts no noun.
        let clause = matches!(node.role, Role::Relative | Role::Acl) && above.pos == Pos::Verb && node.pos == Pos::Verb;
        if clause && let Some(node) = nodes.get_mut(place) {
            let says = is(node.head.unwrap_or(head), class::REPORT | class::SPEECH_ACT);
            node.role = if says { Role::Ccomp } else { Role::Advcl };
        }
    }
}

/// "went on strike July 14, joining writers": a date does not hang on a word behind the comma after it when a verb stands before it.
pub(super) fn mend_dates(nodes: &mut [Node], mentions: &[Option<usize>], is_comma: impl Fn(usize) -> bool) {
    let mention = |place: usize| mentions.get(place).copied().flatten();
    for place in 0..nodes.len() {
        let (Some(number), Some(head)) = (mention(place), nodes.get(place).and_then(|node| node.head)) else {
            continue;
        };
        if mention(head) == Some(number) || head < place || !(place + 1..head).any(&is_comma) {
            continue;
        }
        let first = (0..place).find(|&first| mention(first) == Some(number)).unwrap_or(place);
        let verb = (0..first).rev().find(|&before| nodes.get(before).is_some_and(|node| node.pos == Pos::Verb));
        if let (Some(verb), Some(node)) = (verb, nodes.get_mut(place)) {
            (node.head, node.role, node.sure) = (Some(verb), Role::Oblique, node.sure * 0.7);
        }
    }
}

/// "A jet equipped with new tubes suffered a failure": of two verbs that share one subject with nothing between them, the first only describes it.
pub(super) fn mend_garden_path(nodes: &mut [Node], entries: &[Facts], is_sign: impl Fn(usize) -> bool) {
    let has = |place: usize, forms| entries.get(place).is_some_and(|entry: &Facts| entry.forms & forms != 0);
    for second in 0..nodes.len() {
        let Some(&later) = nodes.get(second) else { break };
        let loose = matches!(later.role, Role::Parataxis | Role::Conj | Role::Ccomp | Role::Advcl | Role::Root);
        let own = |verb: usize, role: fn(Role) -> bool| {
            nodes.iter().position(|node| node.head == Some(verb) && role(node.role))
        };
        let carried = |role| matches!(role, Role::Cc | Role::Aux | Role::AuxPassive | Role::Cop);
        if later.pos != Pos::Verb || !loose || !has(second, class::PAST) || is_sign(second.wrapping_sub(1)) {
            continue;
        }
        if own(second, Role::is_subject).is_some() || own(second, carried).is_some() {
            continue;
        }
        let first = (0..second).rev().find(|&place| nodes.get(place).is_some_and(|node| node.pos == Pos::Verb));
        let Some(first) = first
            .filter(|&first| later.head == Some(first) || nodes.get(first).is_some_and(|node| node.head == later.head))
        else {
            continue;
        };
        let Some(&earlier) = nodes.get(first) else { continue };
        let subject = own(first, Role::is_subject).filter(|&subject| subject < first);
        let bare = has(first, class::PARTICIPLE)
            && own(first, |role| matches!(role, Role::Aux | Role::AuxPassive | Role::Object | Role::Ccomp)).is_none()
            && !(first..second).any(&is_sign);
        let Some(subject) = subject.filter(|_| bare) else { continue };
        for place in 0..nodes.len() {
            let Some(node) = nodes.get_mut(place) else { break };
            if node.head == Some(first) && place < subject && place != second {
                node.head = Some(second);
            }
        }
        let (head, role) =
            if later.head == Some(first) { (earlier.head, earlier.role) } else { (later.head, later.role) };
        if let Some(node) = nodes.get_mut(second) {
            (node.head, node.role) = (head, role);
        }
        if let Some(node) = nodes.get_mut(subject) {
            (node.head, node.role) = (Some(second), Role::Subject);
        }
        if let Some(node) = nodes.get_mut(first) {
            (node.head, node.role) = (Some(subject), Role::Acl);
        }
    }
}

/// "The festival runs until Sunday." taken for a noun with nouns before it: where nothing else can be the verb, its last word is.
pub(super) fn mend_verbless(tree: &mut TextTree, entries: &[Facts], mentions: &[Option<usize>]) {
    let verbal = |place: usize| {
        entries.get(place).is_some_and(|entry| entry.classes & class::ANY_VERB != 0 && entry.forms & FINITE != 0)
    };
    let carries = |(place, node): (usize, &Node)| {
        let bare = entries.get(place).is_some_and(|entry| entry.forms & !class::ING == 0 && entry.forms != 0);
        matches!(node.pos, Pos::Verb | Pos::Aux) && !bare
    };
    if tree.nodes.iter().enumerate().any(carries) {
        return;
    }
    let Some(root) = tree.nodes.iter().position(|node| node.head.is_none() && node.pos == Pos::Noun) else { return };
    let Some(subject) = root.checked_sub(1).filter(|_| verbal(root)) else { return };
    let named = tree.nodes.get(subject).is_some_and(|node| matches!(node.pos, Pos::Noun | Pos::Propn));
    if !named || tree.head(subject) != Some(root) || mentions.get(subject).copied().flatten().is_some() {
        return;
    }
    let before = tree.children(root).filter(|&child| child < subject).list();
    for place in before {
        if let Some(node) = tree.nodes.get_mut(place) {
            node.head = Some(subject);
        }
    }
    if let Some(node) = tree.nodes.get_mut(subject) {
        node.role = Role::Subject;
    }
    if let Some(node) = tree.nodes.get_mut(root) {
        node.pos = Pos::Verb;
    }
    *tree = TextTree::new(core::mem::take(&mut tree.nodes));
}

/// "Rebels overran the town" taken for rebels whom the town overran: where nothing else carries the sentence, that verb does.
pub(super) fn mend_rootless(tree: &mut TextTree, entries: &[Facts]) {
    let has = |place: usize, forms| entries.get(place).is_some_and(|entry: &Facts| entry.forms & forms != 0);
    let Some(root) = tree.nodes.iter().position(|node| node.head.is_none()) else { return };
    let named = matches!(tree.pos(root), Pos::Noun | Pos::Propn);
    let carried = |role| matches!(role, Role::Aux | Role::AuxPassive | Role::Cop) || Role::is_subject(role);
    if !named || tree.child(root, carried).is_some() {
        return;
    }
    let verb = tree.children(root).find(|&child| {
        let reduced = tree.role(child) == Role::Acl && tree.pos(child) == Pos::Verb && has(child, class::PAST);
        reduced
            && child > root
            && tree.edge(child).0 == root + 1
            && tree.child(child, |role| role == Role::Object).is_some()
    });
    let Some(verb) = verb else { return mend_object(tree, entries, root) };
    let behind = tree.children(root).filter(|&child| child > verb).list();
    for place in behind {
        if let Some(node) = tree.nodes.get_mut(place) {
            node.head = Some(verb);
        }
    }
    if let Some(node) = tree.nodes.get_mut(verb) {
        (node.head, node.role) = (None, Role::Root);
    }
    if let Some(node) = tree.nodes.get_mut(root) {
        (node.head, node.role) = (Some(verb), Role::Subject);
    }
    *tree = TextTree::new(core::mem::take(&mut tree.nodes));
}

/// "All on board were saved" taken for a board: what a preposition leads in is no subject, the word before it is.
pub(super) fn mend_led(nodes: &mut [Node]) {
    for noun in 0..nodes.len() {
        let Some(&led) = nodes.get(noun) else { break };
        let case = nodes.iter().take(noun).position(|node| node.head == Some(noun) && node.role == Role::Case);
        let Some(all) = case.filter(|_| led.role.is_subject()).and_then(|case| case.checked_sub(1)) else { continue };
        if !nodes.get(all).is_some_and(|node| node.head == Some(noun) && node.role == Role::Det) {
            continue;
        }
        for (place, node) in nodes.iter_mut().enumerate() {
            if place == all {
                *node = Node { span: node.span, pos: Pos::Pron, sure: node.sure.min(led.sure), ..led };
            } else if place == noun {
                (node.head, node.role) = (Some(all), Role::Nmod);
            } else if place < all && node.head == Some(noun) {
                node.head = Some(all);
            }
        }
    }
}

/// "Workers who had left the plant returned" taken for workers and a plant that returned: the second of two subjects, right behind a relative clause
/// of the first that has no object, is that object.
pub(super) fn mend_second_subject(tree: &mut TextTree) {
    let subjects = |tree: &TextTree, place: usize| tree.role(place).is_subject() && tree.pos(place) != Pos::Pron;
    for second in 0..tree.nodes.len() {
        let Some(verb) = tree.head(second).filter(|&verb| subjects(tree, second) && second < verb) else { continue };
        let relative = tree
            .children(verb)
            .filter(|&first| first < second && (tree.role(first).is_subject() || tree.role(first) == Role::Vocative))
            .flat_map(|first| tree.children(first))
            .find(|&child| tree.role(child) == Role::Relative && tree.edge(child).1 + 1 == tree.edge(second).0);
        let complete = |role| matches!(role, Role::Object | Role::AuxPassive | Role::Cop | Role::Ccomp);
        let Some(relative) = relative.filter(|&clause| tree.child(clause, complete).is_none()) else { continue };
        let role = tree.role(second);
        if let Some(first) = tree.head(relative).and_then(|first| tree.nodes.get_mut(first)) {
            first.role = role;
        }
        if let Some(node) = tree.nodes.get_mut(second) {
            (node.head, node.role) = (Some(relative), Role::Object);
        }
        *tree = TextTree::new(core::mem::take(&mut tree.nodes));
    }
}

/// "Parliament tightened safety rules" taken for rules: the past form behind a noun that stands before everything is the verb.
fn mend_object(tree: &mut TextTree, entries: &[Facts], object: usize) {
    let past = |place: usize| entries.get(place).is_some_and(|entry| entry.forms & class::PAST != 0);
    let verb = tree
        .children(object)
        .find(|&child| child < object && tree.pos(child) == Pos::Verb && tree.role(child) == Role::Amod && past(child));
    let Some(verb) = verb else { return };
    let Some(subject) = verb.checked_sub(1).filter(|&noun| tree.head(noun) == Some(object)) else { return };
    let named = matches!(tree.pos(subject), Pos::Noun | Pos::Propn) && tree.edge(subject).0 == 0;
    if !named || !matches!(tree.role(subject), Role::Compound | Role::Nmod) {
        return;
    }
    let behind = tree.children(object).filter(|&child| child > object).list();
    for place in behind {
        if let Some(node) = tree.nodes.get_mut(place) {
            node.head = Some(verb);
            if node.role == Role::Nmod {
                node.role = Role::Oblique;
            }
        }
    }
    for (place, head, role) in
        [(verb, None, Role::Root), (subject, Some(verb), Role::Subject), (object, Some(verb), Role::Object)]
    {
        if let Some(node) = tree.nodes.get_mut(place) {
            (node.head, node.role) = (head, role);
        }
    }
    *tree = TextTree::new(core::mem::take(&mut tree.nodes));
}

/// Forms that carry a sentence.
const FINITE: class::Forms = class::THIRD | class::PAST;

/// The first word above a date that is not part of it.
fn outside(nodes: &[Node], mentions: &[Option<usize>], place: usize) -> Option<usize> {
    let number = mentions.get(place).copied().flatten();
    let mut above = nodes.get(place)?.head;
    for _ in 0..nodes.len() {
        let head = above?;
        if mentions.get(head).copied().flatten() != number {
            return Some(head);
        }
        above = nodes.get(head)?.head;
    }
    None
}
