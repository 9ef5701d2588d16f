//! A widget and the article it stands in: the way there, and back.
//!
//! In: where the shell has taken the reader. Out: the way back as a part of the picture. It must never look for a sentence itself: the shell knows
//! the article's elements (www/link.js).

use super::{Message, Widget};
use crate::layout::Px;
use crate::view::render::Away;

impl Widget {
    pub(super) fn show_in_article(&mut self) {
        if self.settings.linked {
            self.messages.push(Message::ShowInArticle);
        }
    }

    /// The reader is at the sentence. The way back stands at so many px from the top start corner of the timeline; NaN: at the foot of the window.
    pub fn leave(&mut self, x: f64, y: f64) {
        self.away = Some(if x.is_nan() { Away::Foot } else { Away::Margin(Px::from_f64(x), Px::from_f64(y)) });
        self.due.layout = true;
    }

    pub(super) fn come_back(&mut self) {
        self.away = None;
        self.due.layout = true;
        self.due.focus = self.state.frame.open;
    }
}
