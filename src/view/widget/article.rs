//! A widget and the article it stands in: what is marked there, and the ways to a sentence and back.
//!
//! In: the open entry. Out: messages for the shell, which owns highlights and scrolling. It must never change the page's own elements.

use super::{Message, Widget};
use crate::base::list::List;
use crate::layout::Px;
use crate::timeline::{Event, Evidence};
use crate::view::render::Away;
use web_sys::{Element, Range};

/// Room that the way back needs beside the article, in px.
const MARGIN: f64 = 180.0;

impl Widget {
    pub(super) fn mark(&mut self) {
        let Some(article) = &self.settings.article else { return };
        let best = |index: usize| self.data.timeline.events.get(index).and_then(|event| event.evidence.first());
        let mention = |evidence: &Evidence| {
            let (_, span) = evidence.mention.as_ref()?;
            article.range(evidence.block?, *span)
        };
        let open = self.state.frame.open.and_then(best);
        let phrases = |event: &Event| {
            let named = |evidence: &Evidence| Some((mention(evidence)?, event.id.clone()));
            event.evidence.iter().filter_map(named).list()
        };
        let rest = self.data.timeline.events.iter().flat_map(phrases).list();
        let sentence = open.and_then(|evidence| article.range(evidence.block?, evidence.span));
        self.messages.push(Message::Mark { rest, sentence, phrase: open.and_then(mention) });
    }

    pub(super) fn show_in_article(&mut self) {
        let Some(article) = &self.settings.article else { return };
        let event = self.state.frame.open.and_then(|open| self.data.timeline.events.get(open));
        let evidence = event.into_iter().flat_map(|event| &event.evidence);
        let mut found = evidence.filter_map(|evidence| {
            let block = evidence.block?;
            Some((article.elements.get(block)?, article.range(block, evidence.span)?))
        });
        let Some((block, range)) = found.next() else { return };
        self.away = Some(self.way_back(block, &range));
        self.due.layout = true;
        self.messages.push(Message::ShowInArticle(range));
    }

    /// The margin beside the sentence if there is room, else the foot of the window.
    pub(super) fn way_back(&self, block: &Element, range: &Range) -> Away {
        let (section, block) = (self.section.element().get_bounding_client_rect(), block.get_bounding_client_rect());
        let window = self.document.document_element().map_or(0.0, |root| f64::from(root.client_width()));
        let room = if self.rtl { block.left() } else { window - block.right() };
        let x = if self.rtl { section.right() - block.left() } else { block.right() - section.left() };
        match room >= MARGIN {
            true => Away::Margin(
                Px::from_f64(x + 20.0),
                Px::from_f64(range.get_bounding_client_rect().top() - section.top()),
            ),
            false => Away::Foot,
        }
    }

    pub(super) fn come_back(&mut self) {
        self.away = None;
        self.due.layout = true;
        self.due.focus = self.state.frame.open;
    }
}
