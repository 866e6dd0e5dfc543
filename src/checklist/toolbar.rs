//! Saved or not, undo and redo, and erasing everything.

use hipec_core::{checklist::Action, words::ChecklistText};
use leptos::prelude::*;

use super::{desk::Desk, save::chip};
use crate::components::icon::{Icon, icon};

/// The bar that stays in sight.
pub(super) fn toolbar(desk: Desk) -> AnyView {
    let undo_label = move || match desk.undoable() {
        Some(change) => desk.fill(ChecklistText::UndoWhat, &[("change", &change)]),
        None => desk.text(ChecklistText::Undo),
    };
    let redo_label = move || match desk.redoable() {
        Some(change) => desk.fill(ChecklistText::RedoWhat, &[("change", &change)]),
        None => desk.text(ChecklistText::Redo),
    };
    view! {
        <div class="toolbar only-script">
            {chip(desk)}
            <div class="toolbar-buttons">
                <button
                    type="button"
                    class="button"
                    id="undo"
                    disabled=move || desk.undoable().is_none()
                    aria-label=undo_label
                    title=undo_label
                    on:click=move |_| desk.undo()
                >
                    {icon(Icon::Undo)}
                    <span>{desk.text(ChecklistText::Undo)}</span>
                </button>
                <button
                    type="button"
                    class="button"
                    id="redo"
                    disabled=move || desk.redoable().is_none()
                    aria-label=redo_label
                    title=redo_label
                    on:click=move |_| desk.redo()
                >
                    {icon(Icon::Redo)}
                    <span>{desk.text(ChecklistText::Redo)}</span>
                </button>
            </div>
            <p class="visually-hidden" role="status">{move || desk.said.get()}</p>
        </div>
        <p class="needs-script callout callout-info">{desk.text(ChecklistText::NeedsScript)}</p>
    }
    .into_any()
}

/// One tap erases everything; undo brings it back until the page closes.
pub(super) fn erase(desk: Desk) -> AnyView {
    view! {
        <section class="erase only-script">
            <p>{desk.text(ChecklistText::EraseAllText)}</p>
            <button
                type="button"
                class="button button-danger"
                id="erase"
                disabled=move || desk.with(|document| document.is_empty()) && desk.trouble.with(Option::is_none)
                on:click=move |_| {
                    desk.dispatch(Action::Clear);
                    #[cfg(not(feature = "ssr"))]
                    super::keeper::forget_set_aside(desk);
                    desk.said.set(desk.text(ChecklistText::Erased));
                }
            >
                {icon(Icon::Bin)}
                <span>{desk.text(ChecklistText::EraseAll)}</span>
            </button>
        </section>
    }
    .into_any()
}
