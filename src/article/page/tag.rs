//! The names of elements and attributes that matter, as numbers.
//!
//! In: names as HTML writes them. Out: [`Tag`] and [`Name`], and what a browser does with an element of that name. It must never learn what
//! an article is.

/// The name of an element. All that are read alike are [`Tag::Other`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the names are those of HTML")]
#[repr(u8)]
pub enum Tag {
    /// A text, not an element.
    Text,
    /// An element inside a line that is not named here.
    Inline,
    /// Any other element.
    Other,
    A,
    Address,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Cite,
    Dd,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Em,
    Fieldset,
    Figcaption,
    Figure,
    Footer,
    Form,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hr,
    Html,
    Iframe,
    Img,
    Input,
    Label,
    Li,
    Link,
    Main,
    Meta,
    Nav,
    Noscript,
    Ol,
    P,
    Pre,
    Script,
    Section,
    Select,
    Span,
    Strong,
    Style,
    Summary,
    Svg,
    Table,
    Td,
    Template,
    Textarea,
    Th,
    Time,
    Title,
    Tr,
    Ul,
    Video,
}

/// Names of elements and what they are, in the order of the alphabet.
const TAGS: [(&str, Tag); 110] = [
    ("a", Tag::A),
    ("abbr", Tag::Inline),
    ("acronym", Tag::Inline),
    ("address", Tag::Address),
    ("amp-ad", Tag::Iframe),
    ("amp-img", Tag::Img),
    ("amp-list", Tag::Iframe),
    ("article", Tag::Article),
    ("article-timeline", Tag::Template),
    ("aside", Tag::Aside),
    ("audio", Tag::Video),
    ("b", Tag::Strong),
    ("bdi", Tag::Inline),
    ("bdo", Tag::Inline),
    ("big", Tag::Inline),
    ("blockquote", Tag::Blockquote),
    ("body", Tag::Body),
    ("br", Tag::Br),
    ("button", Tag::Button),
    ("canvas", Tag::Iframe),
    ("caption", Tag::Caption),
    ("cite", Tag::Cite),
    ("code", Tag::Inline),
    ("data", Tag::Inline),
    ("datalist", Tag::Select),
    ("dd", Tag::Dd),
    ("del", Tag::Inline),
    ("details", Tag::Details),
    ("dfn", Tag::Inline),
    ("dialog", Tag::Dialog),
    ("div", Tag::Div),
    ("dl", Tag::Dl),
    ("dt", Tag::Dt),
    ("em", Tag::Em),
    ("embed", Tag::Iframe),
    ("fieldset", Tag::Fieldset),
    ("figcaption", Tag::Figcaption),
    ("figure", Tag::Figure),
    ("font", Tag::Inline),
    ("footer", Tag::Footer),
    ("form", Tag::Form),
    ("frame", Tag::Iframe),
    ("h1", Tag::H1),
    ("h2", Tag::H2),
    ("h3", Tag::H3),
    ("h4", Tag::H4),
    ("h5", Tag::H5),
    ("h6", Tag::H6),
    ("head", Tag::Head),
    ("header", Tag::Header),
    ("hr", Tag::Hr),
    ("html", Tag::Html),
    ("i", Tag::Em),
    ("iframe", Tag::Iframe),
    ("image", Tag::Img),
    ("img", Tag::Img),
    ("input", Tag::Input),
    ("ins", Tag::Inline),
    ("kbd", Tag::Inline),
    ("label", Tag::Label),
    ("legend", Tag::Label),
    ("li", Tag::Li),
    ("link", Tag::Link),
    ("main", Tag::Main),
    ("mark", Tag::Inline),
    ("math", Tag::Svg),
    ("menu", Tag::Ul),
    ("meta", Tag::Meta),
    ("nav", Tag::Nav),
    ("nobr", Tag::Inline),
    ("noscript", Tag::Noscript),
    ("object", Tag::Iframe),
    ("ol", Tag::Ol),
    ("optgroup", Tag::Select),
    ("option", Tag::Select),
    ("p", Tag::P),
    ("picture", Tag::Inline),
    ("pre", Tag::Pre),
    ("q", Tag::Inline),
    ("rp", Tag::Template),
    ("rt", Tag::Template),
    ("ruby", Tag::Inline),
    ("s", Tag::Inline),
    ("samp", Tag::Inline),
    ("script", Tag::Script),
    ("section", Tag::Section),
    ("select", Tag::Select),
    ("small", Tag::Inline),
    ("span", Tag::Span),
    ("strike", Tag::Inline),
    ("strong", Tag::Strong),
    ("style", Tag::Style),
    ("sub", Tag::Inline),
    ("summary", Tag::Summary),
    ("sup", Tag::Inline),
    ("svg", Tag::Svg),
    ("table", Tag::Table),
    ("td", Tag::Td),
    ("template", Tag::Template),
    ("textarea", Tag::Textarea),
    ("th", Tag::Th),
    ("time", Tag::Time),
    ("title", Tag::Title),
    ("tr", Tag::Tr),
    ("tt", Tag::Inline),
    ("u", Tag::Inline),
    ("ul", Tag::Ul),
    ("var", Tag::Inline),
    ("video", Tag::Video),
    ("wbr", Tag::Inline),
];

impl Tag {
    /// The tag of an element's name, in small letters.
    ///
    /// ```
    /// use article_timeline::article::page::tag::Tag;
    /// assert_eq!(Tag::by_name("figcaption"), Tag::Figcaption);
    /// assert_eq!(Tag::by_name("i"), Tag::Em);
    /// assert_eq!(Tag::by_name("x-headline"), Tag::Other);
    /// ```
    pub fn by_name(name: &str) -> Tag {
        let place = TAGS.binary_search_by(|(known, _)| (*known).cmp(name));
        place.ok().and_then(|place| TAGS.get(place)).map_or(Tag::Other, |(_, tag)| *tag)
    }

    /// Whether it stands in a line of text instead of beginning a new one. Elements that a site names itself do.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Tag::Text
                | Tag::Inline
                | Tag::Other
                | Tag::A
                | Tag::Cite
                | Tag::Em
                | Tag::Img
                | Tag::Label
                | Tag::Span
                | Tag::Strong
                | Tag::Time
                | Tag::Svg
                | Tag::Input
                | Tag::Button
                | Tag::Iframe
                | Tag::Script
                | Tag::Noscript
                | Tag::Style
                | Tag::Template
                | Tag::Select
                | Tag::Textarea
                | Tag::Link
                | Tag::Meta
                | Tag::Video
        )
    }

    /// Whether what stands in it is never shown as text of the page.
    pub fn is_silent(self) -> bool {
        matches!(
            self,
            Tag::Head
                | Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Noscript
                | Tag::Iframe
                | Tag::Svg
                | Tag::Select
                | Tag::Textarea
                | Tag::Button
                | Tag::Input
                | Tag::Video
                | Tag::Title
        )
    }

    /// 1 for `h1` to 6 for `h6`.
    pub fn heading(self) -> Option<u8> {
        (Tag::H1..=Tag::H6).contains(&self).then(|| self as u8 - Tag::H1 as u8 + 1)
    }
}

/// The name of an attribute that is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of HTML")]
#[repr(u8)]
pub enum Name {
    AriaHidden,
    Class,
    /// `content` of a `meta`; the JSON of a `script`, the words of a `title`.
    Content,
    Datetime,
    /// `data-testid`, `data-component` and their like: what the site's builders call the element.
    Called,
    Href,
    Id,
    Itemprop,
    Itemtype,
    Lang,
    /// `name`, `property` or `http-equiv` of a `meta`.
    Property,
    Rel,
    Role,
    /// Of an element that is called published or updated it holds the moment.
    Title,
    Type,
}

const NAMES: [(&str, Name); 21] = [
    ("aria-hidden", Name::AriaHidden),
    ("class", Name::Class),
    ("content", Name::Content),
    ("data-component", Name::Called),
    ("data-component-name", Name::Called),
    ("data-name", Name::Called),
    ("data-qa", Name::Called),
    ("data-testid", Name::Called),
    ("datetime", Name::Datetime),
    ("href", Name::Href),
    ("http-equiv", Name::Property),
    ("id", Name::Id),
    ("itemprop", Name::Itemprop),
    ("itemtype", Name::Itemtype),
    ("lang", Name::Lang),
    ("name", Name::Property),
    ("property", Name::Property),
    ("rel", Name::Rel),
    ("role", Name::Role),
    ("title", Name::Title),
    ("type", Name::Type),
];

impl Name {
    /// The attribute of that name, in small letters; `None` for one that is not kept.
    ///
    /// ```
    /// use article_timeline::article::page::tag::Name;
    /// assert_eq!(Name::by_name("property"), Some(Name::Property));
    /// assert_eq!(Name::by_name("onclick"), None);
    /// ```
    pub fn by_name(name: &str) -> Option<Name> {
        let place = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        NAMES.get(place).map(|(_, name)| *name)
    }

    /// Values are cut at so many bytes.
    pub(super) fn longest(self) -> usize {
        match self {
            Name::Content => 2_000_000,
            Name::Href => 2_000,
            _ => 400,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_the_order_of_the_alphabet() {
        assert!(TAGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn headings_know_their_level() {
        assert_eq!(Tag::by_name("h1").heading(), Some(1));
        assert_eq!(Tag::by_name("h6").heading(), Some(6));
        assert_eq!(Tag::by_name("head").heading(), None);
    }
}
