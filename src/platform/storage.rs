//! What stays on the device. The only place that names storage keys.

use leptos::prelude::window;
use web_sys::Storage;

/// The checklist.
pub const CHECKLIST: &str = "hipec:checklist";
/// A checklist that could not be read.
pub const SET_ASIDE: &str = "hipec:checklist:set-aside";
/// A checklist that had to be mended, as it was.
pub const BEFORE_REPAIR: &str = "hipec:checklist:before-repair";
/// The checklist as it was before another one was put together with it or took
/// its place.
pub const BEFORE_MERGE: &str = "hipec:checklist:before-merge";
/// How much has changed since the person last took a copy of the checklist.
pub const BACKUP: &str = "hipec:checklist:backup";
/// Stands here while the second copy in the mirror is still to be erased.
pub const FORGET: &str = "hipec:checklist:forget";
/// The questions that were picked.
pub const QUESTIONS: &str = "hipec:questions";
/// The language that was chosen last.
pub const LANGUAGE: &str = "hipec:language";

/// Why something could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// No space is left.
    Full,
    /// There is no storage, or the browser forbids it.
    Blocked,
    /// What was written does not read back the same.
    Mismatch,
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is stored under a key.
///
/// # Errors
/// [`WriteError::Blocked`] if there is no storage or it cannot be read.
pub fn read(key: &str) -> Result<Option<String>, WriteError> {
    storage()
        .ok_or(WriteError::Blocked)?
        .get_item(key)
        .map_err(|_| WriteError::Blocked)
}

/// Stores a text and reads it back.
///
/// # Errors
/// [`WriteError`] says what went wrong; what was stored before is then still
/// there in most browsers, which is all that any of them promises.
pub fn write(key: &str, text: &str) -> Result<(), WriteError> {
    let storage = storage().ok_or(WriteError::Blocked)?;
    storage.set_item(key, text).map_err(|error| {
        // A DOMException, which not every engine makes an Error object.
        let name = js_sys::Reflect::get(&error, &"name".into())
            .ok()
            .and_then(|name| name.as_string());
        match name.as_deref() {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => WriteError::Full,
            _ => WriteError::Blocked,
        }
    })?;
    match storage.get_item(key) {
        Ok(Some(back)) if back == text => Ok(()),
        _ => Err(WriteError::Mismatch),
    }
}

/// How many texts can stand beside each other under one name.
const BESIDE: usize = 9;

fn beside(key: &str) -> impl Iterator<Item = String> {
    (1..=BESIDE).map(move |number| match number {
        1 => key.to_owned(),
        _ => [key, ":", &number.to_string()].concat(),
    })
}

/// Stores a text under the name or, if something else stands there, beside it.
/// Nothing is ever written over.
///
/// # Errors
/// As for [`write`]; [`WriteError::Full`] also if there are too many already.
pub fn write_beside(key: &str, text: &str) -> Result<(), WriteError> {
    for key in beside(key) {
        match read(&key)? {
            Some(stored) if stored == text => return Ok(()),
            Some(_) => {}
            None => return write(&key, text),
        }
    }
    Err(WriteError::Full)
}

/// As [`write_beside`], but of three or more texts under the name the oldest
/// goes: these are copies of the last days, not what must never be lost.
///
/// # Errors
/// As for [`write`].
pub fn write_recent(key: &str, text: &str) -> Result<(), WriteError> {
    let kept = read_beside(key);
    if kept.len() < 3 {
        return write_beside(key, text);
    }
    remove_beside(key)?;
    for text in kept.iter().skip(kept.len() - 2) {
        write_beside(key, text)?;
    }
    write_beside(key, text)
}

/// Everything that [`write_beside`] stored under a name.
#[must_use]
pub fn read_beside(key: &str) -> Vec<String> {
    beside(key)
        .filter_map(|key| read(&key).ok().flatten())
        .collect()
}

/// Removes everything that [`write_beside`] stored under a name.
///
/// # Errors
/// As for [`remove`].
pub fn remove_beside(key: &str) -> Result<(), WriteError> {
    beside(key).try_for_each(|key| remove(&key))
}

/// Removes a key.
///
/// # Errors
/// [`WriteError::Blocked`] if there is no storage or it cannot be changed.
pub fn remove(key: &str) -> Result<(), WriteError> {
    storage()
        .ok_or(WriteError::Blocked)?
        .remove_item(key)
        .map_err(|_| WriteError::Blocked)
}
