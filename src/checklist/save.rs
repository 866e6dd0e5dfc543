//! Whether what was entered is safe, and what was found at the start.

use hipec_core::{
    checklist::{CentreId, Place},
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    desk::{Desk, SaveError, SaveState, Trouble},
    places,
};
use crate::element::{El, View, el, live, nothing};

/// A short word that is always in sight.
pub(super) fn chip(desk: Desk) -> El {
    let state = move || match desk.save.get() {
        SaveState::Starting => ("save-chip save-wait", Icon::Clock, ChecklistText::Starting),
        SaveState::Nothing => ("save-chip", Icon::Lock, ChecklistText::NothingYet),
        SaveState::Saving => ("save-chip save-wait", Icon::Clock, ChecklistText::Saving),
        SaveState::Saved => ("save-chip save-done", Icon::Check, ChecklistText::Saved),
        SaveState::Failed(_) => (
            "save-chip save-failed",
            Icon::Attention,
            ChecklistText::NotSaved,
        ),
    };
    el("p")
        .attr("id", "save-state")
        .attr("role", "status")
        .live_attr("class", move || Some(state().0.to_owned()))
        .view(live(move || El::from(icon(state().1)).into_view()))
        .child(el("span").live_text(move || desk.text(state().2)))
}

/// Why something is not saved, and what was found when the list was opened.
pub(super) fn notices(desk: Desk) -> El {
    let failure = live(move || match desk.save.get() {
        SaveState::Failed(error) => why(desk, error),
        SaveState::Starting | SaveState::Nothing | SaveState::Saving | SaveState::Saved => {
            nothing()
        }
    });
    let trouble = live(move || {
        desk.trouble
            .get()
            .map_or_else(nothing, |trouble| found(desk, trouble).into_view())
    });
    el("div")
        .class("notices")
        .child(
            el("p").class("privacy-note").child(icon(Icon::Lock)).child(
                el("span")
                    .text([&desk.text(ChecklistText::PrivacyNote), " "].concat())
                    .child(places::link(Place::Keep).text(desk.text(ChecklistText::EraseHere))),
            ),
        )
        .view(failure)
        .view(trouble)
        .view(early(desk))
}

/// Much has changed since the person last took a copy.
fn nudge(desk: Desk) -> View {
    if !desk.nudge.get() || desk.looking.get() || desk.place.get() == Place::Keep {
        return nothing();
    }
    let copy = places::link(Place::Keep)
        .class("button")
        .text(desk.text(ChecklistText::NudgeCopy));
    let later =
        button(desk.text(ChecklistText::NudgeLater)).on("click", move |_| desk.back_up_later());
    el("div")
        .class("callout callout-info")
        .attr("id", "nudge")
        .child(el("p").text(desk.text(ChecklistText::Nudge)))
        .child(el("p").class("actions").child(copy).child(later))
        .into_view()
}

/// Answers that were tapped before the program had come: for which centre?
fn early(desk: Desk) -> View {
    live(move || {
        let count = desk.early.with(Vec::len);
        if count == 0 {
            // One thing at a time.
            return nudge(desk);
        }
        let centres = desk.with(|document| {
            let centres = document.centres().iter();
            centres
                .map(|centre| (Some(centre.id()), centre.name().to_owned()))
                .collect::<Vec<_>>()
        });
        let another = (None, desk.text(ChecklistText::EarlyNew));
        let choices = centres.into_iter().chain([another]).map(|(id, name)| {
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| place_early(desk, id))
                .child(el("bdi").text(name))
        });
        let drop = button(desk.text(ChecklistText::EarlyDrop))
            .on("click", move |_| desk.early.set(Vec::new()));
        alert("callout callout-important")
            .attr("id", "early")
            .child(el("p").text(desk.count(ChecklistText::EarlyCount, count)))
            .child(el("p").class("actions").children(choices).child(drop))
            .into_view()
    })
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn place_early(desk: Desk, centre: Option<CentreId>) {
    #[cfg(not(feature = "ssr"))]
    super::early::settle(desk, centre);
}

/// Why the last change was refused, where it is seen from everywhere.
pub(super) fn refusal(desk: Desk) -> El {
    el("p")
        .class("refusal")
        .attr("role", "alert")
        .flag("hidden", move || desk.refusal.with(String::is_empty))
        .live_text(move || desk.refusal.get())
}

fn alert(class: &'static str) -> El {
    el("div").class(class).attr("role", "alert")
}

fn button(text: String) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .text(text)
}

fn why(desk: Desk, error: SaveError) -> View {
    let key = match error {
        SaveError::Full => ChecklistText::NotSavedFull,
        SaveError::Blocked => ChecklistText::NotSavedBlocked,
        SaveError::Mismatch => ChecklistText::NotSavedMismatch,
        SaveError::OtherTab => ChecklistText::NotSavedOtherTab,
        // Said by the trouble that was found at the start.
        SaveError::Newer => return nothing(),
    };
    let notice = alert("callout callout-important").child(el("p").text(desk.text(key)));
    if error != SaveError::OtherTab {
        return notice.into_view();
    }
    let other =
        button(desk.text(ChecklistText::TakeOtherTab)).on("click", move |_| choose(desk, true));
    let this =
        button(desk.text(ChecklistText::KeepThisTab)).on("click", move |_| choose(desk, false));
    notice
        .child(el("p").class("actions").child(other).child(this))
        .into_view()
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn choose(desk: Desk, other: bool) {
    #[cfg(not(feature = "ssr"))]
    super::keeper::settle(desk, other);
}

fn found(desk: Desk, trouble: Trouble) -> El {
    let title = |key| el("p").class("callout-title").text(desk.text(key));
    let text = |key| el("p").text(desk.text(key));
    match trouble {
        Trouble::Unreadable(raw) => alert("callout callout-important")
            .attr("id", "unreadable")
            .child(title(ChecklistText::UnreadableTitle))
            .child(text(ChecklistText::UnreadableText))
            .child(
                el("p").class("actions").child(
                    button(desk.text(ChecklistText::UnreadableDownload))
                        .on("click", move |_| download(&raw)),
                ),
            ),
        Trouble::Newer => alert("callout callout-important")
            .child(title(ChecklistText::NewerTitle))
            .child(text(ChecklistText::NewerText)),
        Trouble::Recovered => alert("callout callout-info")
            .attr("id", "recovered")
            .child(title(ChecklistText::RecoveredTitle))
            .child(text(ChecklistText::RecoveredText)),
        Trouble::Repaired(count) => alert("callout callout-info")
            .child(el("p").text(desk.count(ChecklistText::RepairedCount, count))),
    }
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn download(raw: &str) {
    #[cfg(not(feature = "ssr"))]
    crate::platform::download::text("hipec-checklist-set-aside.txt", raw);
}
