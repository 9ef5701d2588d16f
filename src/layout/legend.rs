//! The key under a timeline: which marks need a word of explanation.
//!
//! In: the index, the stage. Out: [`Legend`]s. It must never learn positions.

use super::index::Index;
use super::scene::{ALL_ENTRIES, Legend, Stage};
use super::shape::Shape;
use crate::base::list::List;
use crate::timeline::Status;

/// What the marks of the entries need explained.
pub(super) fn of_index(index: &Index) -> Vec<Legend> {
    // Points are never in doubt, and only a timeline of few entries tells one status from another.
    let any = |is: &dyn Fn(&Shape) -> bool| match index.len() <= ALL_ENTRIES {
        true => index.shapes().iter().any(is),
        false => index.bands().any(is),
    };
    let found = [
        (Legend::Between, any(&|shape| shape.is_doubtful())),
        (Legend::Reported, any(&|shape| shape.status == Status::Reported && !shape.is_doubtful())),
        (Legend::Planned, any(&|shape| shape.status == Status::Planned && !shape.is_doubtful())),
    ];
    found.into_iter().filter_map(|(key, is_needed)| is_needed.then_some(key)).list()
}

/// What the columns of the stage need explained.
pub(super) fn of_stage(stage: &Stage, index: &Index) -> Vec<Legend> {
    let mut keys = Vec::new();
    if index.is_many() && index.has_points() {
        keys.push(Legend::Dot(stage.each.max(1), stage.bin));
    }
    if stage.clusters.iter().any(|cluster| cluster.counted) && stage.bin.is_none() {
        keys.push(Legend::Counts);
    }
    keys
}
