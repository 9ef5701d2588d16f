//! The tree that html5ever builds, and its flattening.
//!
//! In: what the parser orders: make, append, move, remove. Out: a [`Page`]. It must never learn what the page says.
//!
//! Nodes are numbers in one list. Of elements only the attributes are kept that the page keeps; comments are made but never hung in.

use crate::article::page::Page;
use crate::article::page::build::Builder;
use crate::article::page::tag::{Name, Tag};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// Place of a node in the list; 0 is the document.
pub(super) type Handle = usize;

#[derive(Default)]
struct Slot {
    name: Option<QualName>,
    tag: Option<Tag>,
    attributes: Vec<(Name, StrTendril)>,
    hidden: bool,
    text: StrTendril,
    parent: Option<Handle>,
    first: Option<Handle>,
    last: Option<Handle>,
    before: Option<Handle>,
    after: Option<Handle>,
    /// Where the content of a `template` stands.
    content: Option<Handle>,
    depth: usize,
}

/// A tree under construction.
pub(super) struct Tree {
    slots: RefCell<Vec<Slot>>,
    calls: Cell<usize>,
    deepest: Cell<usize>,
    /// The script or style sheet that was made last, as long as nothing else happened.
    raw: Cell<Option<&'static str>>,
}

/// The name of an element, as the parser asks for it.
#[derive(Debug)]
pub(super) struct Called(QualName);

impl ElemName for Called {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Tree {
    /// An empty tree with room for the nodes of so many bytes.
    pub(super) fn new(bytes: usize) -> Tree {
        let mut slots = Vec::with_capacity(bytes / 40 + 16);
        slots.push(Slot::default());
        Tree { slots: RefCell::new(slots), calls: Cell::new(0), deepest: Cell::new(0), raw: Cell::new(None) }
    }

    /// How often the parser ordered something: to see that it is getting on.
    pub(super) fn calls(&self) -> usize {
        self.calls.get()
    }

    /// Number of nodes made.
    pub(super) fn len(&self) -> usize {
        self.slots.borrow().len()
    }

    /// The depth of the deepest node that was ever hung in.
    pub(super) fn depth(&self) -> usize {
        self.deepest.get()
    }

    /// The name of the element in which the parser stands, when it is a script or a style sheet of which nothing is kept.
    pub(super) fn raw(&self) -> Option<&'static str> {
        self.raw.get()
    }

    fn add(&self, slot: Slot) -> Handle {
        self.calls.set(self.calls.get() + 1);
        self.raw.set(None);
        let mut slots = self.slots.borrow_mut();
        slots.push(slot);
        slots.len() - 1
    }

    fn with<T>(&self, handle: Handle, change: impl FnOnce(&mut Slot) -> T) -> Option<T> {
        self.slots.borrow_mut().get_mut(handle).map(change)
    }

    /// Takes a node out of its place.
    fn unhang(&self, node: Handle) {
        let links = self.with(node, |slot| (slot.parent.take(), slot.before.take(), slot.after.take()));
        let Some((Some(parent), before, after)) = links else { return };
        match before {
            Some(before) => self.with(before, |slot| slot.after = after),
            None => self.with(parent, |slot| slot.first = after),
        };
        match after {
            Some(after) => self.with(after, |slot| slot.before = before),
            None => self.with(parent, |slot| slot.last = before),
        };
    }

    /// Hangs a node into `parent`, in front of `after` or at the end.
    fn hang(&self, parent: Handle, node: Handle, after: Option<Handle>) {
        self.unhang(node);
        let depth = self.with(parent, |slot| slot.depth + 1).unwrap_or(0);
        self.deepest.set(self.deepest.get().max(depth));
        let before = match after {
            Some(after) => self.with(after, |slot| slot.before.replace(node)).flatten(),
            None => self.with(parent, |slot| slot.last.replace(node)).flatten(),
        };
        match before {
            Some(before) => self.with(before, |slot| slot.after = Some(node)),
            None => self.with(parent, |slot| slot.first = Some(node)),
        };
        self.with(node, |slot| {
            (slot.parent, slot.before, slot.after, slot.depth) = (Some(parent), before, after, depth);
        });
    }

    /// Hangs in a text, or adds it to the text that stands in front.
    fn hang_text(&self, parent: Handle, text: StrTendril, after: Option<Handle>) {
        let before = match after {
            Some(after) => self.with(after, |slot| slot.before),
            None => self.with(parent, |slot| slot.last),
        };
        let joined = before.flatten().and_then(|before| {
            self.with(before, |slot| {
                let is_text = slot.tag == Some(Tag::Text);
                if is_text {
                    slot.text.push_tendril(&text);
                }
                is_text
            })
        });
        if joined != Some(true) {
            let node = self.add(Slot { tag: Some(Tag::Text), text, ..Slot::default() });
            self.hang(parent, node, after);
        }
    }

    fn place(&self, parent: Handle, child: NodeOrText<Handle>, after: Option<Handle>) {
        self.calls.set(self.calls.get() + 1);
        match child {
            NodeOrText::AppendNode(node) => self.hang(parent, node, after),
            NodeOrText::AppendText(text) => {
                self.raw.set(None);
                self.hang_text(parent, text, after);
            }
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Page;
    type ElemName<'a> = Called;

    fn finish(self) -> Page {
        let slots = self.slots.into_inner();
        let mut builder = Builder::default();
        let mut at = 0;
        while let Some(slot) = slots.get(at) {
            let inside = enter(at, slot, &slots, &mut builder);
            if let Some(first) = inside {
                at = first;
                continue;
            }
            // Up again, until something follows.
            let mut done = at;
            let next = loop {
                let Some(slot) = slots.get(done) else { break None };
                leave(done, slot, &mut builder);
                if slot.after.is_some() {
                    break slot.after;
                }
                match slot.parent {
                    Some(parent) => done = parent,
                    None => break None,
                }
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        builder.finish()
    }

    fn pop(&self, _: &Handle) {
        self.raw.set(None);
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Called {
        let name = self.slots.borrow().get(*target).and_then(|slot| slot.name.clone());
        Called(name.unwrap_or_else(|| QualName::new(None, Namespace::from(""), LocalName::from(""))))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let content = flags.template.then(|| self.add(Slot::default()));
        let (attributes, hidden) = kept(attributes);
        let tag = Tag::by_name(&name.local);
        let in_html = name.ns == ns!(html);
        let slot = Slot { name: Some(name), tag: Some(tag), attributes, hidden, content, ..Slot::default() };
        let raw = match tag {
            Tag::Script if in_html && !is_data(&slot) => Some("script"),
            Tag::Style if in_html => Some("style"),
            _ => None,
        };
        let handle = self.add(slot);
        self.raw.set(raw);
        handle
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.add(Slot::default())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.add(Slot::default())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(*parent, child, None);
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        match self.with(*element, |slot| slot.parent).flatten() {
            Some(parent) => self.place(parent, child, Some(*element)),
            None => self.place(*before, child, None),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.with(*target, |slot| slot.content).flatten().unwrap_or(*target)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.with(*sibling, |slot| slot.parent).flatten() {
            self.place(parent, child, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let (attributes, hidden) = kept(attributes);
        self.with(*target, |slot| {
            slot.hidden |= hidden;
            for (name, value) in attributes {
                if !slot.attributes.iter().any(|(known, _)| *known == name) {
                    slot.attributes.push((name, value));
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.unhang(*target);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        while let Some(first) = self.with(*node, |slot| slot.first).flatten() {
            self.hang(*parent, first, None);
        }
    }

    /// The content of a shadow root is what is shown in its host.
    fn attach_declarative_shadow(&self, host: &Handle, template: &Handle, _: &[Attribute]) -> bool {
        let content = self.with(*template, |slot| slot.content.replace(*host)).flatten();
        content.is_some()
    }
}

/// The attributes that are read, and whether they hide the element.
fn kept(attributes: Vec<Attribute>) -> (Vec<(Name, StrTendril)>, bool) {
    let (mut kept, mut hidden) = (Vec::new(), false);
    for attribute in attributes {
        let name = &*attribute.name.local;
        match Name::by_name(name) {
            Some(name) => kept.push((name, attribute.value)),
            None if name == "hidden" => hidden = true,
            None if name == "style" => hidden |= hides(&attribute.value),
            None => {}
        }
    }
    (kept, hidden)
}

/// Whether a style hides its element.
fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let Some((property, value)) = rule.split_once(':') else { return false };
        let (property, value) = (property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        (property == "display" && value.starts_with("none"))
            || (property == "visibility" && value.starts_with("hidden"))
    })
}

/// Tells the builder of a node, and gives its first child where that is to be read.
fn enter(at: Handle, slot: &Slot, slots: &[Slot], builder: &mut Builder) -> Option<Handle> {
    match slot.tag {
        Some(Tag::Text) => {
            builder.text(&slot.text);
            None
        }
        Some(tag) => {
            builder.open(tag);
            if slot.hidden {
                builder.hide();
            }
            for (name, value) in &slot.attributes {
                builder.attribute(*name, value);
            }
            let words = slot.first.and_then(|first| slots.get(first)).map(|text| &*text.text);
            if let Some(words) = words.filter(|_| tag == Tag::Title || tag == Tag::Script && is_data(slot)) {
                builder.attribute(Name::Content, words);
            }
            if tag.is_silent() && tag != Tag::Head { None } else { slot.first }
        }
        None if at == 0 => slot.first,
        None => None,
    }
}

fn leave(at: Handle, slot: &Slot, builder: &mut Builder) {
    if at != 0 && slot.tag.is_some_and(|tag| tag != Tag::Text) {
        builder.close();
    }
}

/// Whether a script holds JSON-LD.
fn is_data(slot: &Slot) -> bool {
    let kind = slot.attributes.iter().find(|(name, _)| *name == Name::Type);
    kind.is_some_and(|(_, kind)| kind.to_ascii_lowercase().contains("ld+json"))
}
