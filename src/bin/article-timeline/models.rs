//! The models that the command line carries inside itself.
//!
//! In: nothing. Out: all of them, each read once. It must never learn what is parsed with them.

use article_timeline::syntax::Models;
use std::sync::OnceLock;

/// Their files.
const SHIPPED: [&[u8]; 1] = [include_bytes!("../../../models/en.model")];

/// All shipped models.
pub(crate) fn models() -> &'static Models {
    static READ: OnceLock<Models> = OnceLock::new();
    READ.get_or_init(|| {
        let mut models = Models::default();
        for file in SHIPPED {
            // A test below holds that every one of them can be read.
            let _ = models.add(file);
        }
        models
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_timeline::syntax::Model;

    #[test]
    fn every_shipped_model_is_whole() {
        for bytes in SHIPPED {
            let model = Model::read(bytes).unwrap();
            assert_eq!(model.write(), bytes, "{}: written again it is another file", model.language);
            assert!(models().get(&model.language).is_some());
        }
        assert!(models().get("en-GB").is_some() && models().get("xx").is_none());
    }
}
