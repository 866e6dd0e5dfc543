//! Whether what was entered is safe, and what was found at the start.

use hipec_core::words::ChecklistText;
use leptos::prelude::*;

use super::desk::{Desk, SaveError, SaveState, Trouble};
use crate::components::icon::{Icon, icon};

/// A short word that is always in sight.
pub(super) fn chip(desk: Desk) -> AnyView {
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
    view! {
        <p class=move || state().0 id="save-state" role="status">
            {move || icon(state().1)}
            <span>{move || desk.text(state().2)}</span>
        </p>
    }
    .into_any()
}

/// Why something is not saved, and what was found when the list was opened.
pub(super) fn notices(desk: Desk) -> AnyView {
    let failure = move || match desk.save.get() {
        SaveState::Failed(error) => Some(why(desk, error)),
        SaveState::Starting | SaveState::Nothing | SaveState::Saving | SaveState::Saved => None,
    };
    view! {
        <p class="privacy-note">{icon(Icon::Lock)}<span>{desk.text(ChecklistText::PrivacyNote)}</span></p>
        {failure}
        {move || desk.trouble.get().map(|trouble| found(desk, trouble))}
        <p class="refusal" role="alert">{move || desk.refusal.get()}</p>
    }
    .into_any()
}

fn why(desk: Desk, error: SaveError) -> AnyView {
    let key = match error {
        SaveError::Full => ChecklistText::NotSavedFull,
        SaveError::Blocked => ChecklistText::NotSavedBlocked,
        SaveError::Mismatch => ChecklistText::NotSavedMismatch,
        SaveError::OtherTab => ChecklistText::NotSavedOtherTab,
        // Said by the trouble that was found at the start.
        SaveError::Newer => return ().into_any(),
    };
    let choices = (error == SaveError::OtherTab).then(|| {
        view! {
            <p class="actions">
                <button type="button" class="button" on:click=move |_| choose(desk, true)>
                    {desk.text(ChecklistText::TakeOtherTab)}
                </button>
                <button type="button" class="button" on:click=move |_| choose(desk, false)>
                    {desk.text(ChecklistText::KeepThisTab)}
                </button>
            </p>
        }
    });
    view! {
        <div class="callout callout-important" role="alert">
            <p>{desk.text(key)}</p>
            {choices}
        </div>
    }
    .into_any()
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn choose(desk: Desk, other: bool) {
    #[cfg(not(feature = "ssr"))]
    super::keeper::settle(desk, other);
}

fn found(desk: Desk, trouble: Trouble) -> AnyView {
    match trouble {
        Trouble::Unreadable(raw) => view! {
            <div class="callout callout-important" role="alert" id="unreadable">
                <p class="callout-title">{desk.text(ChecklistText::UnreadableTitle)}</p>
                <p>{desk.text(ChecklistText::UnreadableText)}</p>
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| download(&raw)>
                        {desk.text(ChecklistText::UnreadableDownload)}
                    </button>
                </p>
            </div>
        }
        .into_any(),
        Trouble::Newer => view! {
            <div class="callout callout-important" role="alert">
                <p class="callout-title">{desk.text(ChecklistText::NewerTitle)}</p>
                <p>{desk.text(ChecklistText::NewerText)}</p>
            </div>
        }
        .into_any(),
        Trouble::Repaired(count) => view! {
            <div class="callout callout-info" role="alert">
                <p>{desk.count(ChecklistText::RepairedCount, count)}</p>
            </div>
        }
        .into_any(),
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
