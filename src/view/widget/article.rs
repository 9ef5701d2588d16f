//! A widget and the article it stands in: the way there, and back.
//!
//! In: where the shell has taken the reader. Out: the way back as a part of the picture. It must never look for a sentence itself: the shell knows
//! the article's elements (www/link.js).

use super::{Message, Widget};
use crate::interact::Input;
use crate::layout::Px;

impl Widget {
    pub(super) fn show_in_article(&mut self) {
        if self.settings.linked {
            self.messages.push(Message::ShowInArticle);
        }
    }

    /// The reader is at the sentence. So much room is beside the article, in px; the way back would stand there, at so many px from the top
    /// start corner of the timeline.
    pub fn leave(&mut self, room: f64, x: f64, y: f64) {
        self.apply(Input::GoToArticle { room: Px::from_f64(room), x: Px::from_f64(x), y: Px::from_f64(y) });
    }
}
