//! A list that comes in by a link or a file: first what it holds, then what
//! the person wants done with it. Nothing is changed before they say so.

use hipec_core::{
    checklist::{
        self, ChangeKind, Checklist, LeftOut, Place, Repair, RestoreError, Take,
        limits::MAX_FILE_BYTES,
        link::{self, LinkError},
    },
    words::ChecklistText,
};
use leptos::{prelude::*, task::spawn_local, web_sys::Event};
use std::cell::RefCell;

use super::{
    desk::{Desk, seed},
    fields::button,
    keeper, places,
};
use crate::{
    element::{El, el},
    platform::{
        address,
        file::{self, PickError},
        focus,
        storage::{self, WriteError},
    },
};

/// The heading of the panel.
const TITLE: &str = "incoming";

/// What came in.
struct Incoming {
    document: Checklist,
    repairs: usize,
    by_link: bool,
}

thread_local! {
    /// What waits for the person to say, or why it could not be opened.
    static WAITING: RefCell<Option<Result<Incoming, ChecklistText>>> =
        const { RefCell::new(None) };
}

/// Opens a link. It leaves the address bar at once, so that it is not passed
/// on by accident.
pub(super) fn by_link(desk: Desk, fragment: &str) {
    address::replace_fragment(&desk.place.get_untracked().fragment());
    let opened = desk.with_content_rules(|rules| link::open(fragment, rules));
    arrive(
        desk,
        true,
        opened.map_err(|error| match error {
            LinkError::NotALink => ChecklistText::OpenNotList,
            LinkError::TooLong | LinkError::TooLarge => ChecklistText::OpenTooLarge,
            LinkError::Newer => ChecklistText::OpenNewer,
            LinkError::Damaged => ChecklistText::OpenDamaged,
        }),
    );
}

/// Opens the file that was picked in the field of a `change` event.
pub(super) fn by_file(desk: Desk, event: Event) {
    let limit = u32::try_from(MAX_FILE_BYTES).unwrap_or(u32::MAX);
    spawn_local(async move {
        let opened = match file::picked(event, limit).await {
            Err(PickError::None) => return,
            Err(PickError::TooLarge) => Err(ChecklistText::OpenTooLarge),
            Err(PickError::Unreadable) => Err(ChecklistText::OpenUnreadable),
            Ok(bytes) => checklist::restore(&bytes).map_err(|error| match error {
                RestoreError::TooLarge => ChecklistText::OpenTooLarge,
                RestoreError::NotText | RestoreError::NotAChecklist => ChecklistText::OpenNotList,
                RestoreError::NewerVersion { .. } => ChecklistText::OpenNewer,
                RestoreError::NotJson | RestoreError::Damaged => ChecklistText::OpenDamaged,
            }),
        };
        // The person may have gone to another page meanwhile.
        if !desk.incoming.is_disposed() {
            arrive(desk, false, opened);
        }
    });
}

fn arrive(desk: Desk, by_link: bool, opened: Result<(Checklist, Vec<Repair>), ChecklistText>) {
    look_away(desk);
    WAITING.set(Some(opened.map(|(document, repairs)| Incoming {
        document,
        repairs: repairs.len(),
        by_link,
    })));
    desk.incoming.set(["in-", &seed().to_string()].concat());
    focus::soon(TITLE);
}

/// Reads what waits, if it could be opened.
fn with_waiting<T>(read: impl FnOnce(&Incoming) -> T) -> Option<T> {
    WAITING.with_borrow(|waiting| match waiting {
        Some(Ok(incoming)) => Some(read(incoming)),
        Some(Err(_)) | None => None,
    })
}

/// The person has said what they want.
fn close(desk: Desk) {
    WAITING.set(None);
    desk.incoming.set(String::new());
    focus::place(places::TITLE);
}

/// What came in, and what can be done with it.
pub(super) fn panel(desk: Desk) -> El {
    WAITING.with_borrow(|waiting| {
        let panel = el("section")
            .class("incoming")
            .attr("role", "dialog")
            .attr("aria-labelledby", TITLE);
        match waiting {
            Some(Ok(incoming)) => offer(desk, panel, incoming),
            Some(Err(why)) => {
                panel
                    .child(title(desk, ChecklistText::OpenFailed))
                    .child(el("p").text(desk.text(*why)))
                    .child(el("p").class("actions").child(
                        button(desk, ChecklistText::Close).on("click", move |_| close(desk)),
                    ))
            }
            None => panel.flag("hidden", || true),
        }
    })
}

fn title(desk: Desk, word: ChecklistText) -> El {
    el("h2")
        .attr("id", TITLE)
        .attr("tabindex", "-1")
        .text(desk.text(word))
}

fn offer(desk: Desk, panel: El, incoming: &Incoming) -> El {
    let theirs = &incoming.document;
    let holds = checklist::contents(theirs);
    let names = holds
        .names
        .iter()
        .map(|name| el("li").child(el("bdi").text((*name).to_owned())));
    let mut sentences: Vec<String> = [
        (ChecklistText::IncomingAnswersCount, holds.answers as usize),
        (ChecklistText::IncomingNotesCount, holds.notes as usize),
        (ChecklistText::IncomingRepairsCount, incoming.repairs),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(word, count)| desk.count(word, count))
    .collect();
    if holds.decided {
        sentences.push(desk.text(ChecklistText::IncomingDecided));
    }
    let word = if incoming.by_link {
        ChecklistText::IncomingLink
    } else {
        ChecklistText::IncomingFile
    };
    let panel = panel
        .child(title(desk, word))
        .child(el("p").text(desk.text(ChecklistText::IncomingUntouched)))
        .child(el("ul").class("list").children(names))
        .child(lines(sentences));
    let (empty, same) = desk.with_untracked(|ours| (ours.is_empty(), ours == theirs));
    let cancel = || button(desk, ChecklistText::Cancel).on("click", move |_| close(desk));
    let look = || button(desk, ChecklistText::IncomingLook).on("click", move |_| look(desk));
    if same {
        return panel
            .child(el("p").text(desk.text(ChecklistText::IncomingSame)))
            .child(
                el("p")
                    .class("actions")
                    .child(button(desk, ChecklistText::Close).on("click", move |_| close(desk))),
            );
    }
    if empty {
        let take = button(desk, ChecklistText::IncomingTake)
            .class("button button-main")
            .on("click", move |_| take(desk, None));
        return panel.child(
            el("p")
                .class("actions")
                .child(take)
                .child(look())
                .child(cancel()),
        );
    }
    let newer = RwSignal::new(false);
    let tick = el("label")
        .class("tick")
        .child(
            el("input")
                .attr("type", "checkbox")
                .checked(move || newer.get())
                .on("change", move |_| newer.update(|newer| *newer = !*newer)),
        )
        .child(el("span").text(desk.text(ChecklistText::IncomingNewer)));
    let merge = button(desk, ChecklistText::IncomingMerge)
        .class("button button-main")
        .on("click", move |_| {
            let how = if newer.get_untracked() {
                Take::Newer
            } else {
                Take::KeepBoth
            };
            take(desk, Some(how));
        });
    let replace = button(desk, ChecklistText::IncomingReplace)
        .class("button button-danger")
        .on("click", move |_| take(desk, None));
    panel
        .child(el("h3").text(desk.text(ChecklistText::IncomingCompared)))
        .child(lines(compared(desk, theirs)))
        .child(tick)
        .child(
            el("p")
                .class("hint")
                .text(desk.text(ChecklistText::IncomingAside)),
        )
        .child(
            el("p")
                .class("actions")
                .child(merge)
                .child(look())
                .child(replace)
                .child(cancel()),
        )
}

fn lines(sentences: Vec<String>) -> El {
    let items = sentences.into_iter().map(|it| el("li").text(it));
    el("ul").class("list").children(items)
}

/// What is in the other list and not, or not so, in ours.
fn compared(desk: Desk, theirs: &Checklist) -> Vec<String> {
    let difference =
        desk.with_untracked(|ours| checklist::merge(ours, theirs, Take::KeepBoth).difference);
    let counts = [
        (
            ChecklistText::IncomingNewCount,
            difference.centres_new.len(),
        ),
        (
            ChecklistText::IncomingGainCount,
            difference.answers_new as usize,
        ),
        (
            ChecklistText::IncomingDifferCount,
            difference.answers_differ as usize,
        ),
    ];
    let mut sentences: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| desk.count(word, count))
        .collect();
    if sentences.is_empty() {
        sentences.push(desk.text(ChecklistText::IncomingOtherOnly));
    }
    if difference.left_out != LeftOut::default() {
        sentences.push(desk.text(ChecklistText::IncomingLeftOut));
    }
    sentences
}

/// Puts the list that came in together with ours, or in its place.
fn take(desk: Desk, merge: Option<Take>) {
    let next = with_waiting(|incoming| {
        let theirs = &incoming.document;
        match merge {
            Some(how) => desk.with_untracked(|ours| checklist::merge(ours, theirs, how).document),
            None => theirs.clone(),
        }
    });
    let Some(next) = next else {
        return close(desk);
    };
    if !set_aside(desk) {
        return desk.refuse(ChecklistText::IncomingNoSpace);
    }
    let (kind, done) = match merge {
        Some(_) => (ChangeKind::Merge, ChecklistText::IncomingMerged),
        None => (ChangeKind::Replace, ChecklistText::IncomingReplaced),
    };
    if !desk.replace(next, kind) {
        return desk.refuse(ChecklistText::RejectedOther);
    }
    desk.say(done, &[]);
    desk.go(Place::Overview);
    close(desk);
}

/// Keeps a copy of the person's own list, for a day on which undo has gone
/// with the page. False if there is no space for it. Where nothing can be kept
/// at all, the list is not stored anyway, and undo is what there is.
fn set_aside(desk: Desk) -> bool {
    let text = desk.with_untracked(|ours| (!ours.is_empty()).then(|| checklist::save(ours)));
    let Some(text) = text else {
        return true;
    };
    matches!(
        storage::write_recent(storage::BEFORE_MERGE, &text),
        Ok(()) | Err(WriteError::Blocked)
    )
}

/// Shows the list that came in, in all views.
fn look(desk: Desk) {
    if let Some(document) = with_waiting(|incoming| incoming.document.clone()) {
        keeper::flush(desk);
        desk.look_at(document);
        desk.go(Place::Overview);
        focus::place(places::TITLE);
    }
}

fn look_away(desk: Desk) {
    if desk.looking.get_untracked() {
        desk.look_away();
        keeper::catch_up(desk);
    }
}

/// What says that another list is shown.
pub(super) fn bar(desk: Desk) -> El {
    let back = button(desk, ChecklistText::LookingBack).on("click", move |_| {
        look_away(desk);
        desk.go(Place::Overview);
        close(desk);
    });
    let merge = button(desk, ChecklistText::IncomingMerge).on("click", move |_| {
        look_away(desk);
        desk.go(Place::Overview);
        focus::soon(TITLE);
    });
    el("div")
        .class("looking callout callout-important")
        .attr("role", "status")
        .child(el("p").text(desk.text(ChecklistText::Looking)))
        .child(el("p").class("actions").child(back).child(merge))
}
