//! The models that a caller has at hand.
//!
//! In: models. Out: the one for a language. It must never fetch anything itself, and it is a value: whoever reads articles owns it and hands it in.

use super::Model;
use crate::base::find;

/// The models that a caller has at hand, one a language. The default has none.
///
/// ```
/// use article_timeline::syntax::{Model, Models};
/// let mut models = Models::default();
/// assert!(models.get("en").is_none());
/// models.add(Model::read(&std::fs::read("models/en.model").unwrap()).unwrap());
/// assert_eq!(models.get("en-GB").map(|model| model.language.as_str()), Some("en"));
/// ```
#[derive(Debug, Default)]
pub struct Models {
    list: Vec<Model>,
}

impl Models {
    /// Keeps a model; one of the same language that was there before goes.
    pub fn add(&mut self, model: Model) {
        self.list.retain(|known| known.language != model.language);
        self.list.push(model);
    }

    /// The model of the language that a BCP 47 tag names ("en", "de-AT"); `None` when it is not at hand.
    pub fn get(&self, tag: &str) -> Option<&Model> {
        let primary = find::split(tag, "-_").next().unwrap_or("");
        self.list.iter().find(|model| primary.eq_ignore_ascii_case(&model.language))
    }
}
