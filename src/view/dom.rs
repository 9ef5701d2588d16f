//! A tree of elements as it should be, and the page's elements made so.
//!
//! In: a [`Tree`], plain data. Out: DOM elements; what is already right is not touched, elements with the same key are kept.
//! It must never learn what a timeline is.

use crate::base::list::List;
use crate::layout::Px;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element as it should be. Boxed, because it is handed from call to call while it is built: moving a pointer is small code.
pub struct Tree(Box<Blueprint>);

struct Blueprint {
    tag: &'static str,
    key: u32,
    /// Attributes; names that begin with `--` are custom properties, set through CSSOM because a strict CSP forbids style attributes.
    values: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Tree>,
}

/// An element with this tag; `svg` and what stands in it is found by its name.
pub fn el(tag: &'static str) -> Tree {
    Tree(Box::new(Blueprint { tag, key: 0, values: Vec::new(), text: String::new(), children: Vec::new() }))
}

/// An element with a class, which is its `part` for the page's own style sheet too.
pub fn part(tag: &'static str, class: &str) -> Tree {
    el(tag).set("class", class)
}

impl Tree {
    /// Elements with the same tag and key stay the same element; those without are told apart by their order.
    pub fn key(mut self, key: u32) -> Tree {
        self.0.key = key.wrapping_add(1);
        self
    }

    /// An attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Tree {
        self.0.values.push((name, value.into()));
        self
    }

    /// An attribute without a value, present or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, present: bool) -> Tree {
        if present { self.set(name, "") } else { self }
    }

    /// A number as an attribute.
    #[inline(never)]
    pub fn number(self, name: &'static str, number: usize) -> Tree {
        self.set(name, &number.to_string())
    }

    /// A length as a custom property, or as an attribute of an `svg`.
    #[inline(never)]
    pub fn px(self, name: &'static str, length: Px) -> Tree {
        self.set(name, &length.css())
    }

    /// Its text; an element has either text or children.
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Tree {
        self.0.text.push_str(text);
        self
    }

    /// One more child.
    #[inline(never)]
    pub fn child(mut self, child: Tree) -> Tree {
        self.0.children.push(child);
        self
    }

    /// More children.
    pub fn children(self, children: impl IntoIterator<Item = Tree>) -> Tree {
        children.into_iter().fold(self, Tree::child)
    }
}

/// An element in the page, with what was last written to it.
pub struct Drawn {
    element: Element,
    tag: &'static str,
    key: u32,
    values: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Drawn>,
}

impl Drawn {
    /// A new element, not yet in the page. What is in stock and fits is taken rather than made anew: see [`update`](Drawn::update).
    ///
    /// # Errors
    /// Only when the browser refuses to make elements.
    pub fn new(document: &Document, tree: Tree, stock: &mut Vec<Drawn>) -> Result<Drawn, JsValue> {
        let element = match tree.0.tag {
            "svg" | "path" | "pattern" | "circle" => document.create_element_ns(Some(SVG), tree.0.tag)?,
            tag => document.create_element(tag)?,
        };
        let (tag, key) = (tree.0.tag, tree.0.key);
        let mut drawn = Drawn { element, tag, key, values: Vec::new(), text: String::new(), children: Vec::new() };
        drawn.update(document, tree, stock)?;
        Ok(drawn)
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// What stands in it, to be kept in stock.
    pub fn into_children(self) -> Vec<Drawn> {
        self.children
    }

    /// Makes the child with the same class as the tree says, and leaves the others alone.
    ///
    /// # Errors
    /// Only when the browser refuses to change elements.
    pub fn update_part(&mut self, document: &Document, tree: Tree) -> Result<(), JsValue> {
        match self.children.iter_mut().find(|child| child.values.first() == tree.0.values.first()) {
            Some(child) => child.update(document, tree, &mut Vec::new()),
            None => Ok(()),
        }
    }

    /// Makes the element, and all under it, as the tree says. New children with a key are taken from the `stock` if one of the same tag, key and
    /// class is there.
    ///
    /// # Errors
    /// Only when the browser refuses to change elements.
    pub fn update(&mut self, document: &Document, tree: Tree, stock: &mut Vec<Drawn>) -> Result<(), JsValue> {
        let tree = *tree.0;
        for (name, value) in &tree.values {
            if !self.values.iter().any(|(known, last)| known == name && last == value) {
                write(&self.element, name, value)?;
            }
        }
        for (name, _) in &self.values {
            if !tree.values.iter().any(|(wanted, _)| wanted == name) {
                erase(&self.element, name)?;
            }
        }
        self.values = tree.values;
        if self.text != tree.text {
            self.element.set_text_content(Some(&tree.text));
            self.text = tree.text;
        }
        self.update_children(document, tree.children, stock)
    }

    fn update_children(
        &mut self,
        document: &Document,
        wanted: Vec<Tree>,
        stock: &mut Vec<Drawn>,
    ) -> Result<(), JsValue> {
        let mut last = core::mem::take(&mut self.children).into_iter().map(Some).list();
        let mut children = Vec::with_capacity(wanted.len());
        for (place, tree) in wanted.into_iter().enumerate() {
            let fits = |drawn: &Option<Drawn>| {
                drawn.as_ref().is_some_and(|known| (known.tag, known.key) == (tree.0.tag, tree.0.key))
            };
            // Mostly it stands where it stood.
            let found = match last.get(place) {
                Some(drawn) if fits(drawn) => Some(place),
                _ => last.iter().position(fits),
            };
            let found = found.and_then(|place| last.get_mut(place)).and_then(Option::take);
            match found.or_else(|| take(stock, &tree)) {
                Some(mut drawn) => {
                    drawn.update(document, tree, stock)?;
                    children.push(drawn);
                }
                None => children.push(Drawn::new(document, tree, stock)?),
            }
        }
        for left_over in last.into_iter().flatten() {
            left_over.element.remove();
        }
        // Elements that stand in order are not moved: moving one would take the focus out of it.
        let mut next = self.element.first_element_child();
        for child in &children {
            if next.as_ref() == Some(&child.element) {
                next = child.element.next_element_sibling();
            } else {
                self.element.insert_before(&child.element, next.as_ref().map(AsRef::as_ref))?;
            }
        }
        self.children = children;
        Ok(())
    }
}

fn take(stock: &mut Vec<Drawn>, tree: &Tree) -> Option<Drawn> {
    let fits = |drawn: &Drawn| {
        (drawn.tag, drawn.key) == (tree.0.tag, tree.0.key) && drawn.values.first() == tree.0.values.first()
    };
    let place = stock.iter().position(fits).filter(|_| tree.0.key > 0)?;
    Some(stock.swap_remove(place))
}

fn write(element: &Element, name: &str, value: &str) -> Result<(), JsValue> {
    if name.starts_with("--") {
        // SVG elements have a `style` as HTML elements do; the cast only names it.
        return element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
    }
    if name == "class" {
        element.set_attribute("part", value)?;
    }
    element.set_attribute(name, value)
}

fn erase(element: &Element, name: &str) -> Result<(), JsValue> {
    if name.starts_with("--") {
        return element.unchecked_ref::<HtmlElement>().style().remove_property(name).map(drop);
    }
    element.remove_attribute(name)
}
