//! A widget and the article it stands in: what is marked there, and the ways to a sentence and back.
//!
//! In: the open entry. Out: messages for the shell, which owns highlights and scrolling. It must never change the page's own elements.

use super::{Message, Widget};
use crate::base::list::List;
use crate::interact::Input;
use crate::layout::Px;
use crate::timeline::{Event, Evidence};
use web_sys::{Element, Range};

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
        self.apply(self.way_back(block, &range));
        self.messages.push(Message::ShowInArticle(range));
    }

    /// Where in the margin the way back would stand, beside the sentence, and how much room there is.
    fn way_back(&self, block: &Element, range: &Range) -> Input {
        let (section, block) = (self.section.element().get_bounding_client_rect(), block.get_bounding_client_rect());
        let window = self.document.document_element().map_or(0.0, |root| f64::from(root.client_width()));
        let room = if self.rtl { block.left() } else { window - block.right() };
        let x = if self.rtl { section.right() - block.left() } else { block.right() - section.left() };
        let y = range.get_bounding_client_rect().top() - section.top();
        Input::GoToArticle { room: Px::from_f64(room), x: Px::from_f64(x + 20.0), y: Px::from_f64(y) }
    }
}
