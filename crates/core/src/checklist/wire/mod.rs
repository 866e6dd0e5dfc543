//! How a checklist is written down.
//!
//! An envelope names the format and its version around the document. A version,
//! once released, is read for ever: a new one is a new module beside the old,
//! and the old one keeps only what turns its document into the next version.

pub(super) mod json;
pub(super) mod v1;
pub(super) mod v2;

use super::model::Checklist;

/// What the envelope calls the format.
pub(super) const FORMAT: &str = "hipec-checklist";

/// The saved form: the same document always gives the same text, at most
/// [`MAX_FILE_BYTES`](super::limits::MAX_FILE_BYTES) long, and
/// [`restore`](super::restore) reads it back without repairs.
pub fn save(checklist: &Checklist) -> String {
    // The envelope comes first in the text, where a person who opens a cut-off
    // file looks.
    let mut json = String::with_capacity(size_at_most(checklist));
    json.push_str("{\"format\":\"");
    json.push_str(FORMAT);
    json.push_str("\",\"version\":2,\"document\":");
    v2::write(checklist, &mut json);
    json.push('}');
    json
}

/// The length of the saved form in bytes, or a little more. Never less.
pub(super) fn size_at_most(checklist: &Checklist) -> usize {
    v2::size_at_most(checklist)
}
