//! Keeps what the person entered: restores it at the start, writes every
//! change, and never overwrites what it could not read.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use hipec_core::checklist::{self, ChangeKind, Checklist, RestoreError};
use leptos::prelude::*;

use super::{
    desk::{Desk, SaveError, SaveState, Trouble},
    early, keys, places,
};
use crate::platform::{
    lifecycle,
    storage::{self, WriteError},
};

/// How long typing may go on before it is written, in milliseconds.
const PAUSE: u64 = 250;

/// What the keeper knows of the stored text.
#[derive(Debug, Default)]
struct Known {
    /// The stored text, as last written or read by this window.
    text: Option<String>,
    /// The revision that the stored text holds.
    revision: u64,
    /// The stored list must not be touched.
    read_only: bool,
}

type Shared = Rc<RefCell<Known>>;

thread_local! {
    /// One page shows one checklist.
    static KNOWN: Shared = Shared::default();
    /// The desk that is on the screen.
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// Writes what has not been written yet, before another page takes the place
/// of this one.
pub(crate) fn leave() {
    if let Some(desk) = DESK.take() {
        flush(desk);
    }
}

fn known() -> Shared {
    KNOWN.with(Rc::clone)
}

/// Restores what is stored, then watches.
pub(super) fn start(desk: Desk) {
    // Not before the first rendering has been taken over: that one must equal
    // the delivered page.
    Effect::new(move |started: Option<()>| {
        if started.is_none() {
            *known().borrow_mut() = Known::default();
            DESK.set(Some(desk));
            restore(desk);
            remember_set_aside(desk);
            watch(desk);
            places::follow(desk);
            keys::follow(desk);
            early::adopt(desk);
        }
    });
}

fn restore(desk: Desk) {
    let text = match storage::read(storage::CHECKLIST) {
        Ok(text) => text,
        Err(error) => return desk.save.set(SaveState::Failed(save_error(error))),
    };
    let Some(text) = text else {
        return desk.save.set(SaveState::Nothing);
    };
    match checklist::restore(text.as_bytes()) {
        Ok((document, repairs)) => {
            if !repairs.is_empty() {
                let _ = storage::write_beside(storage::BEFORE_REPAIR, &text);
                desk.trouble.set(Some(Trouble::Repaired(repairs.len())));
            }
            desk.begin_with(document);
            known().borrow_mut().text = Some(text);
            desk.save.set(SaveState::Saved);
        }
        Err(RestoreError::NewerVersion { .. }) => {
            known().borrow_mut().read_only = true;
            desk.trouble.set(Some(Trouble::Newer));
            desk.save.set(SaveState::Failed(SaveError::Newer));
        }
        Err(_) => set_aside(desk, text),
    }
    known().borrow_mut().revision = desk.revision_untracked();
}

/// What was set aside on an earlier day can still be downloaded and erased.
fn remember_set_aside(desk: Desk) {
    let texts = storage::read_beside(storage::SET_ASIDE);
    if !texts.is_empty() && desk.trouble.with_untracked(Option::is_none) {
        desk.trouble
            .set(Some(Trouble::Unreadable(texts.join("\n"))));
    }
}

/// Keeps an unreadable text under another key. If not even that works, the
/// stored text stays where it is and nothing is written over it.
fn set_aside(desk: Desk, text: String) {
    let kept = storage::write_beside(storage::SET_ASIDE, &text);
    match kept.and_then(|()| storage::remove(storage::CHECKLIST)) {
        Ok(()) => desk.save.set(SaveState::Nothing),
        Err(error) => {
            known().borrow_mut().read_only = true;
            desk.save.set(SaveState::Failed(save_error(error)));
        }
    }
    desk.trouble.set(Some(Trouble::Unreadable(text)));
}

fn watch(desk: Desk) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(waiting)) = timer.try_update_value(Option::take) {
            waiting.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move |_| {
        let revision = desk.revision();
        if revision == known().borrow().revision {
            return;
        }
        if known().borrow().read_only {
            return;
        }
        desk.save.set(SaveState::Saving);
        stop();
        let next = set_timeout_with_handle(move || flush(desk), Duration::from_millis(PAUSE));
        match next {
            Ok(handle) => timer.set_value(Some(handle)),
            Err(_) => flush(desk),
        }
    });
    lifecycle::on_leaving(Rc::new(move || flush(desk)));
    lifecycle::on_other_window(storage::CHECKLIST, move |text| follow(desk, text));
}

/// Writes what has not been written yet.
fn flush(desk: Desk) {
    let revision = desk.revision_untracked();
    {
        let known = known();
        let known = known.borrow();
        if known.read_only || revision == known.revision {
            return;
        }
        // Another window may have written since; its message may still be on the way.
        if storage::read(storage::CHECKLIST).is_ok_and(|stored| stored != known.text) {
            return desk.save.set(SaveState::Failed(SaveError::OtherTab));
        }
    }
    keep(desk, revision);
}

fn keep(desk: Desk, revision: u64) {
    let text =
        desk.with_untracked(|document| (!document.is_empty()).then(|| checklist::save(document)));
    let result = match &text {
        Some(text) => storage::write(storage::CHECKLIST, text),
        None => storage::remove(storage::CHECKLIST),
    };
    match result {
        Ok(()) => {
            let state = if text.is_some() {
                SaveState::Saved
            } else {
                SaveState::Nothing
            };
            {
                let known = known();
                let mut known = known.borrow_mut();
                known.text = text;
                known.revision = revision;
            }
            desk.save.set(state);
        }
        Err(error) => desk.save.set(SaveState::Failed(save_error(error))),
    }
}

/// Another window wrote. Without changes of our own we simply follow.
fn follow(desk: Desk, text: Option<String>) {
    let unsaved = {
        let known = known();
        let known = known.borrow();
        if known.read_only || text == known.text {
            return;
        }
        desk.revision_untracked() != known.revision
    };
    if unsaved {
        desk.save.set(SaveState::Failed(SaveError::OtherTab));
    } else {
        take(desk, text);
    }
}

fn take(desk: Desk, text: Option<String>) {
    let document = match &text {
        None => Checklist::default(),
        Some(text) => match checklist::restore(text.as_bytes()) {
            Ok((document, _)) => document,
            // The other window is newer: what it wrote must not be touched.
            Err(_) => {
                known().borrow_mut().read_only = true;
                desk.trouble.set(Some(Trouble::Newer));
                return desk.save.set(SaveState::Failed(SaveError::Newer));
            }
        },
    };
    desk.replace(document, ChangeKind::Follow);
    let state = if text.is_some() {
        SaveState::Saved
    } else {
        SaveState::Nothing
    };
    let known = known();
    let mut known = known.borrow_mut();
    known.text = text;
    known.revision = desk.revision_untracked();
    desk.save.set(state);
}

/// Two windows differ: takes the other one's list, which can be undone, or
/// writes this one's over it.
pub(super) fn settle(desk: Desk, other: bool) {
    let Ok(stored) = storage::read(storage::CHECKLIST) else {
        return desk.save.set(SaveState::Failed(SaveError::Blocked));
    };
    if other {
        take(desk, stored);
    } else {
        keep(desk, desk.revision_untracked());
    }
}

/// Erases what had been set aside, as part of erasing everything.
pub(super) fn forget_set_aside(desk: Desk) {
    let set_aside = storage::remove_beside(storage::SET_ASIDE);
    let mended = storage::remove_beside(storage::BEFORE_REPAIR);
    if set_aside.is_ok() && mended.is_ok() {
        desk.trouble.set(None);
    }
}

const fn save_error(error: WriteError) -> SaveError {
    match error {
        WriteError::Full => SaveError::Full,
        WriteError::Blocked => SaveError::Blocked,
        WriteError::Mismatch => SaveError::Mismatch,
    }
}
