//! The list of centres, and adding one.

use hipec_core::{checklist::Action, words::ChecklistText};
use leptos::{html, prelude::*};

use super::{centre::card, desk::Desk};
use crate::components::icon::{Icon, icon};

/// All centres, and the field for a new one.
pub(super) fn centres(desk: Desk) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let add = move || {
        let Some(field) = input.get_untracked() else {
            return;
        };
        desk.dispatch(Action::AddCentre {
            name: field.value(),
        });
        if desk.refusal.with_untracked(String::is_empty) {
            field.set_value("");
            // The new centre is the one to go on with.
            let newest =
                desk.with_untracked(|document| document.centres().last().map(|centre| centre.id()));
            desk.open.set(newest);
        } else {
            let _ = field.focus();
        }
    };
    let empty = move || {
        desk.with(|document| document.centres().is_empty())
            .then(|| {
                view! {
                    <div class="empty">
                        <p class="empty-title">{desk.text(ChecklistText::CentresEmptyTitle)}</p>
                        <p>{desk.text(ChecklistText::CentresEmptyText)}</p>
                    </div>
                }
            })
    };
    view! {
        <section class="centres only-script" aria-labelledby="centres">
            <h2 id="centres">{desk.text(ChecklistText::CentresHeading)}</h2>
            {empty}
            <ol class="centre-list">
                <For each=move || desk.centre_ids() key=|id| *id let:id>{card(desk, id)}</For>
            </ol>
            // No field of this form has a name: even if a browser sent it, it would be empty.
            <form
                class="add-centre"
                autocomplete="off"
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <label for="new-centre">{desk.text(ChecklistText::CentreName)}</label>
                <p class="hint" id="new-centre-hint">{desk.text(ChecklistText::CentreNameHint)}</p>
                <div class="field-row">
                    <input
                        node_ref=input
                        id="new-centre"
                        type="text"
                        dir="auto"
                        autocomplete="off"
                        enterkeyhint="done"
                        aria-describedby="new-centre-hint"
                    />
                    <button type="submit" class="button button-main">
                        {icon(Icon::Plus)}
                        <span>{desk.text(ChecklistText::AddCentre)}</span>
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
