//! The models that a caller has at hand.
//!
//! In: model files that were loaded. Out: the model of the language that a tag names, or the code of one that must be loaded first.
//! It must never load anything itself, and it is a value: whoever parses owns it and hands it in.

use super::Model;
use crate::base::error::Error;
use crate::base::find;

/// The codes of the languages that there is a model file for (`models/`), listed by build.rs.
const CODES: &[&str] = include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// The models that a caller has at hand. The default has none.
///
/// ```
/// use article_timeline::syntax::Models;
/// let models = Models::default();
/// assert!(models.get("en").is_none());
/// assert_eq!(models.missing("EN-gb"), Some("en"));
/// assert_eq!(models.missing("tlh"), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Models {
    list: Vec<Model>,
}

impl Models {
    /// Reads a model file and keeps it; one of the same language that was there before goes.
    ///
    /// # Errors
    /// Those of [`Model::read`]; what was there before stays then.
    pub fn add(&mut self, file: &[u8]) -> Result<(), Error> {
        let model = Model::read(file)?;
        self.list.retain(|known| known.language != model.language);
        self.list.push(model);
        Ok(())
    }

    /// The model for the language that a BCP 47 tag names ("en", "en-GB"); `None` when it is not at hand.
    pub fn get(&self, tag: &str) -> Option<&Model> {
        let primary = primary(tag);
        self.list.iter().find(|model| primary.eq_ignore_ascii_case(&model.language))
    }

    /// The code of the language of a BCP 47 tag when there is a model for it that was not [added](Models::add) yet.
    pub fn missing(&self, tag: &str) -> Option<&'static str> {
        if self.get(tag).is_some() {
            return None;
        }
        let primary = primary(tag);
        CODES.iter().copied().find(|code| primary.eq_ignore_ascii_case(code))
    }
}

fn primary(tag: &str) -> &str {
    find::split(tag, "-_").next().unwrap_or("")
}
