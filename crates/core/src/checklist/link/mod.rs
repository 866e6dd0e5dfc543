//! A checklist as the part of an address after `#`, which browsers send to no
//! server.
//!
//! ```text
//! list-1.<base64url of: version, document, checksum>
//! ```
//!
//! The number after `list-` says how the bytes are wrapped, the first byte how
//! the document in them is written ([`write`]). The checksum (FNV-1a, 32 bits)
//! is for links that were cut off or mistyped, not against people who mean ill:
//! what a link holds is turned into a saved document and goes through
//! [`restore`] like everything else from outside.

mod base64;
mod ids;
mod letters;
mod read;
mod write;

use std::sync::Arc;

use super::by_criterion::ByCriterion;
use super::limits::{MAX_LINK_BYTES, MAX_LINK_CHARS, MAX_LINK_DOCUMENT_BYTES, MAX_REPAIRS};
use super::model::{Checklist, CriterionId, Entry, Rule};
use super::restore::{Repair, RepairKind, RestoreError, restore};
use super::wire;

const PREFIX: &str = "list-";
/// How the bytes are wrapped.
const WRAPPING: &str = "1";
/// How the document is written.
const VERSION: u8 = 1;

/// Whether the notes on answers travel along. They may name people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// They stay on this device. Facts, costs, own questions and the decision
    /// with its reasons travel all the same.
    Excluded,
    /// They travel too.
    Included,
}

/// Why a link could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkError {
    /// It is something else, an anchor on the page for example.
    NotALink,
    /// Longer than [`MAX_LINK_BYTES`].
    TooLong,
    /// It unfolds to more than [`MAX_LINK_DOCUMENT_BYTES`].
    TooLarge,
    /// Made by a newer version of the site than this one.
    Newer,
    /// Cut off, mistyped or made up.
    Damaged,
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// A saved document, as far as the link is to be believed: it has yet to go
    /// through [`restore`].
    pub json: String,
    /// Made-up ids of the criteria that the content of today doesn't have.
    pub unknown: Vec<CriterionId>,
}

/// The document without the notes on answers, and without what only a note
/// was the reason to store.
#[must_use]
pub fn without_notes(checklist: &Checklist) -> Checklist {
    let mut bare = checklist.clone();
    for centre in &mut bare.centres {
        let mut entries = ByCriterion::default();
        for (criterion, entry) in centre.entries() {
            let mut reply = entry.reply.clone();
            reply.note = Box::default();
            reply.tidy();
            let mut other = entry.other.clone();
            if let Some(other) = &mut other {
                other.note = Box::default();
            }
            let other = other.filter(|other| !other.says_nothing());
            let entry = Entry { reply, other };
            if !entry.says_nothing() {
                entries.set(criterion.clone(), entry);
            }
        }
        Arc::make_mut(centre).entries = entries;
    }
    bare
}

/// The part of a shared address after `#`, however long. `rules` are those of
/// content: whoever opens the link should have much the same.
#[must_use]
pub fn encode(checklist: &Checklist, rules: &[Rule], notes: Notes) -> String {
    let mut bytes = vec![VERSION];
    match notes {
        Notes::Excluded => write::write(&without_notes(checklist), rules, &mut bytes),
        Notes::Included => write::write(checklist, rules, &mut bytes),
    }
    bytes.extend(fnv(&bytes).to_le_bytes());
    let mut link = [PREFIX, WRAPPING, "."].concat();
    base64::encode(&bytes, &mut link);
    link
}

/// As [`encode`], where the link is fit to be offered: at most
/// [`MAX_LINK_CHARS`] long, and its document small enough to be opened again.
/// `None`: a file is the way.
#[must_use]
pub fn offer(checklist: &Checklist, rules: &[Rule], notes: Notes) -> Option<String> {
    let bare = match notes {
        Notes::Excluded => without_notes(checklist),
        Notes::Included => checklist.clone(),
    };
    if wire::size_at_most(&bare) > MAX_LINK_DOCUMENT_BYTES {
        return None;
    }
    let link = encode(&bare, rules, Notes::Included);
    (link.len() <= MAX_LINK_CHARS).then_some(link)
}

/// Whether the part of an address after `#` is a link to a checklist, of any
/// version and in any state.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    parts(fragment).is_some()
}

/// The number of the wrapping, and what is wrapped.
fn parts(fragment: &str) -> Option<(&str, &str)> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (number, rest) = fragment.strip_prefix(PREFIX)?.split_once('.')?;
    let is_number = !number.is_empty()
        && !number.starts_with('0')
        && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some((number, rest))
}

/// Unwraps a link, whatever it is. A `#` in front does no harm.
///
/// # Errors
/// [`LinkError`], if it cannot be read as a whole.
pub fn decode(fragment: &str, rules: &[Rule]) -> Result<Decoded, LinkError> {
    let (number, wrapped) = parts(fragment).ok_or(LinkError::NotALink)?;
    if fragment.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    if number != WRAPPING {
        return Err(LinkError::Newer);
    }
    let bytes = base64::decode(wrapped.as_bytes()).ok_or(LinkError::Damaged)?;
    let (content, sum) = bytes.split_last_chunk().ok_or(LinkError::Damaged)?;
    if fnv(content).to_le_bytes() != *sum {
        return Err(LinkError::Damaged);
    }
    match content.split_first() {
        Some((&VERSION, document)) => read::read(document, rules),
        Some((version, _)) if *version > VERSION => Err(LinkError::Newer),
        Some(_) | None => Err(LinkError::Damaged),
    }
}

/// Opens a link. Nothing is left out or altered without a [`Repair`], as with
/// [`restore`]; a criterion that content doesn't have is a
/// [`RepairKind::CriterionUnknown`].
///
/// # Errors
/// [`LinkError`], if there is nothing that could be shown.
pub fn open(fragment: &str, rules: &[Rule]) -> Result<(Checklist, Vec<Repair>), LinkError> {
    let decoded = decode(fragment, rules)?;
    let (checklist, mut repairs) =
        restore(decoded.json.as_bytes()).map_err(|error| match error {
            RestoreError::TooLarge => LinkError::TooLarge,
            RestoreError::NewerVersion { .. } => LinkError::Newer,
            RestoreError::NotText
            | RestoreError::NotJson
            | RestoreError::NotAChecklist
            | RestoreError::Damaged => LinkError::Damaged,
        })?;
    let room = MAX_REPAIRS.saturating_sub(repairs.len());
    let unknown = decoded.unknown.into_iter().take(room);
    repairs.extend(unknown.map(|id| Repair {
        kind: RepairKind::CriterionUnknown,
        centre: None,
        criterion: Some(id),
    }));
    Ok((checklist, repairs))
}

/// FNV-1a, 32 bits.
fn fnv(bytes: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in bytes {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash
}
