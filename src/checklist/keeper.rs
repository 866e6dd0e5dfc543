//! Keeps what the person entered: restores it at the start, writes every
//! change, and never overwrites what it could not read. A second copy goes into
//! the mirror, for the day on which the first is gone.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use hipec_core::checklist::{self, Backup, ChangeKind, Checklist, RestoreError, Take, merge};
use leptos::{prelude::*, task::spawn_local};

use super::{
    desk::{Desk, SaveError, SaveState, Trouble},
    early, keys, places,
};
use crate::platform::{
    lifecycle,
    mirror::{self, Mirrored, Record},
    persist,
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
    /// What the mirror held at the start has been looked at, so that nothing is
    /// lost when it is written over.
    mirrored: bool,
    /// The mirror holds what could not be stored.
    unsaved: bool,
    /// The list has had an answer, so the browser has been asked to keep it.
    answered: bool,
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
            desk.nudge.set(backup().is_due());
            look_into_mirror(desk);
        }
    });
}

/// Asks the mirror what it holds. Answers that were tapped early wait for it
/// where there is no list yet: with a list that comes back, they are not the
/// first ones.
fn look_into_mirror(desk: Desk) {
    // As things stand now: what is entered while the mirror is asked comes on
    // top of it.
    let (stored, revision) = (known().borrow().text.clone(), desk.revision_untracked());
    let waits = desk.with_untracked(Checklist::is_empty);
    if !waits {
        early::adopt(desk);
    }
    spawn_local(async move {
        let mirrored = mirror::get().await;
        // The person may have gone to another page meanwhile.
        if desk.save.is_disposed() {
            return;
        }
        if let Some(mirrored) = mirrored {
            recover(desk, mirrored, stored, revision);
        }
        if waits {
            early::adopt(desk);
        }
    });
}

/// Brings back what only the mirror holds, as a step that can be undone.
/// `stored` is the text and `revision` the state that the list began with.
fn recover(desk: Desk, mirrored: Mirrored, stored: Option<String>, revision: u64) {
    if known().borrow().read_only {
        return;
    }
    if storage::read(storage::FORGET).is_ok_and(|mark| mark.is_some()) {
        forget_mirror();
        known().borrow_mut().mirrored = true;
        return;
    }
    let Mirrored { latest, unsaved } = mirrored;
    known().borrow_mut().unsaved = unsaved.is_some();
    // What could not be stored is newer than what could.
    let lost = match (unsaved, &stored) {
        (Some(unsaved), _) => Some(unsaved),
        (None, None) => latest,
        (None, Some(text)) => {
            if latest.as_ref() != Some(text) {
                mirror::put(Record::Latest, text);
            }
            None
        }
    };
    if let Some(text) = lost.filter(|text| Some(text) != stored.as_ref()) {
        let Ok((document, _)) = checklist::restore(text.as_bytes()) else {
            // A newer version's perhaps: it stays, and nothing is written over it.
            return;
        };
        // It belongs to the person's own list, whatever is shown.
        desk.look_away();
        if desk.revision_untracked() == revision {
            desk.replace(document, ChangeKind::Replace);
        } else {
            let both = desk.with_untracked(|ours| merge(ours, &document, Take::KeepBoth));
            desk.replace(both.document, ChangeKind::Merge);
        }
        desk.trouble.set(Some(Trouble::Recovered));
    }
    known().borrow_mut().mirrored = true;
}

/// Erases the mirror. A mark stands until that is certain: should the page be
/// closed before, what was erased must not come back the next day.
fn forget_mirror() {
    let _ = storage::write(storage::FORGET, "1");
    spawn_local(async {
        if mirror::clear().await {
            let _ = storage::remove(storage::FORGET);
        }
    });
}

/// Writes the second copy, and takes care of what goes with a saved list.
fn mirror_saved(desk: Desk, text: Option<&str>) {
    let Some(text) = text else {
        forget_mirror();
        return count_changes(desk, |_| Backup::default());
    };
    count_changes(desk, Backup::changed);
    let known = known();
    let mut known = known.borrow_mut();
    if known.mirrored {
        mirror::put(Record::Latest, text);
        if known.unsaved {
            mirror::remove(Record::Unsaved);
            known.unsaved = false;
        }
    }
    let answered = desk.with_untracked(has_answers);
    if answered && !known.answered {
        persist::ask();
    }
    known.answered |= answered;
}

/// What could not be stored goes into the mirror at least.
fn mirror_unsaved(text: Option<&str>) {
    let known = known();
    let mut known = known.borrow_mut();
    match text {
        Some(text) if known.mirrored => {
            mirror::put(Record::Unsaved, text);
            known.unsaved = true;
        }
        Some(_) => {}
        None => forget_mirror(),
    }
}

fn has_answers(document: &Checklist) -> bool {
    let mut centres = document.centres().iter();
    centres.any(|centre| !centre.entries().is_empty())
}

fn backup() -> Backup {
    let text = storage::read(storage::BACKUP).ok().flatten();
    text.map_or_else(Backup::default, |text| Backup::read(&text))
}

/// Counts on, and says whether a reminder is due. Only a convenience: where it
/// cannot be kept, nobody is reminded.
fn count_changes(desk: Desk, count: impl FnOnce(Backup) -> Backup) {
    let backup = count(backup());
    let _ = if backup == Backup::default() {
        storage::remove(storage::BACKUP)
    } else {
        storage::write(storage::BACKUP, &backup.write())
    };
    desk.nudge.set(backup.is_due());
}

/// The person has taken a copy.
pub(super) fn backed_up(desk: Desk) {
    count_changes(desk, |_| Backup::default());
}

/// The person does not want a copy now.
pub(super) fn back_up_later(desk: Desk) {
    count_changes(desk, Backup::later);
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
            known().borrow_mut().answered = has_answers(&document);
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
        // A list that is only looked at is not ours to keep.
        if revision == known().borrow().revision || desk.looking.get_untracked() {
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
pub(super) fn flush(desk: Desk) {
    if desk.looking.get_untracked() {
        return;
    }
    let revision = desk.revision_untracked();
    let changed;
    {
        let known = known();
        let known = known.borrow();
        if known.read_only || revision == known.revision {
            return;
        }
        // Another window may have written since; its message may still be on the way.
        changed = storage::read(storage::CHECKLIST).is_ok_and(|stored| stored != known.text);
    }
    if changed {
        differ(desk);
    } else {
        keep(desk, revision);
    }
}

/// Two windows differ, and the person has yet to choose. Until then the mirror
/// holds this one's list, should the page be closed.
fn differ(desk: Desk) {
    if desk.with_untracked(|document| !document.is_empty()) {
        mirror_unsaved(Some(&desk.with_untracked(checklist::save)));
    }
    desk.save.set(SaveState::Failed(SaveError::OtherTab));
}

fn keep(desk: Desk, revision: u64) {
    let text =
        desk.with_untracked(|document| (!document.is_empty()).then(|| checklist::save(document)));
    // What cannot be read may be a list, and is not written over.
    let result = storage::read(storage::CHECKLIST).and_then(|_| match &text {
        Some(text) => storage::write(storage::CHECKLIST, text),
        None => storage::remove(storage::CHECKLIST),
    });
    match result {
        Ok(()) => {
            mirror_saved(desk, text.as_deref());
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
        Err(error) => {
            mirror_unsaved(text.as_deref());
            if error == WriteError::Mismatch {
                know_damage();
            }
            desk.save.set(SaveState::Failed(save_error(error)));
        }
    }
}

/// What was written has come back damaged: that is no other window's list, so
/// the next try may write over it.
fn know_damage() {
    let stored = storage::read(storage::CHECKLIST).ok().flatten();
    match stored
        .as_deref()
        .map(|it| checklist::restore(it.as_bytes()))
    {
        None | Some(Ok(_) | Err(RestoreError::NewerVersion { .. })) => {}
        Some(Err(_)) => known().borrow_mut().text = stored,
    }
}

/// Another window wrote. Without changes of our own we simply follow.
fn follow(desk: Desk, text: Option<String>) {
    if desk.looking.get_untracked() {
        // See `catch_up`.
        return;
    }
    let unsaved = {
        let known = known();
        let known = known.borrow();
        if known.read_only || text == known.text {
            return;
        }
        desk.revision_untracked() != known.revision
    };
    if unsaved {
        differ(desk);
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

/// Follows what other windows wrote while another list was looked at.
pub(super) fn catch_up(desk: Desk) {
    if let Ok(stored) = storage::read(storage::CHECKLIST) {
        follow(desk, stored);
    }
}

/// Two windows differ: takes the other one's list, which can be undone, or
/// writes this one's over it.
pub(super) fn settle(desk: Desk, other: bool) {
    desk.look_away();
    let Ok(stored) = storage::read(storage::CHECKLIST) else {
        return desk.save.set(SaveState::Failed(SaveError::Blocked));
    };
    // Nobody's choice writes over what a newer version has written.
    let newer = stored.as_deref().is_some_and(|text| {
        let restored = checklist::restore(text.as_bytes());
        matches!(restored, Err(RestoreError::NewerVersion { .. }))
    });
    if !other && !newer {
        return keep(desk, desk.revision_untracked());
    }
    take(desk, stored);
    let known = known();
    let mut known = known.borrow_mut();
    if known.unsaved && !newer {
        mirror::remove(Record::Unsaved);
        known.unsaved = false;
    }
}

/// Erases what had been set aside, as part of erasing everything.
pub(super) fn forget_set_aside(desk: Desk) {
    let set_aside = storage::remove_beside(storage::SET_ASIDE);
    let mended = storage::remove_beside(storage::BEFORE_REPAIR);
    let merged = storage::remove_beside(storage::BEFORE_MERGE);
    if set_aside.is_ok() && mended.is_ok() && merged.is_ok() {
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
