//! One centre in the list: what is answered, what is missing, and its range.

use hipec_core::{
    checklist::{self, Action, CentreId, Essentials, Warning, WarningKind},
    words::{ChecklistText, isolate},
};
use leptos::{html, prelude::*};

use super::desk::Desk;
use crate::{
    components::icon::{Icon, icon},
    figures::range::bar,
};

/// A centre as a card.
pub(super) fn card(desk: Desk, id: CentreId) -> AnyView {
    let renaming = RwSignal::new(false);
    let name = Memo::new(move |_| desk.name(id));
    let labelled = move |key: ChecklistText| {
        move || [desk.text(key).as_str(), ": ", &isolate(&name.get())].concat()
    };
    let place = Memo::new(move |_| {
        desk.with(|document| {
            let centres = document.centres();
            let at = centres
                .iter()
                .position(|centre| centre.id() == id)
                .unwrap_or_default();
            (at, centres.len())
        })
    });
    let is_open = Memo::new(move |_| desk.open.get() == Some(id));
    let head = move || {
        if renaming.get() {
            rename(desk, id, renaming)
        } else {
            view! { <h3 class="centre-name"><bdi>{name.get()}</bdi></h3> }.into_any()
        }
    };
    view! {
        <li class="centre" class:centre-open=is_open data-centre=id.number()>
            {head}
            {facts(desk, id)}
            <div class="centre-actions">
                <button
                    type="button"
                    class="button button-main open-centre"
                    aria-pressed=move || is_open.get().to_string()
                    aria-label=labelled(ChecklistText::OpenCentre)
                    on:click=move |_| open(desk, id)
                >
                    {icon(Icon::Pencil)}
                    <span>{desk.text(ChecklistText::OpenCentre)}</span>
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=labelled(ChecklistText::Rename)
                    on:click=move |_| renaming.set(true)
                >
                    {desk.text(ChecklistText::Rename)}
                </button>
                <button
                    type="button"
                    class="button button-icon"
                    aria-label=labelled(ChecklistText::MoveEarlier)
                    title=desk.text(ChecklistText::MoveEarlier)
                    disabled=move || place.get().0 == 0
                    on:click=move |_| shift(desk, id, place.get_untracked().0.saturating_sub(1))
                >
                    {icon(Icon::Up)}
                </button>
                <button
                    type="button"
                    class="button button-icon"
                    aria-label=labelled(ChecklistText::MoveLater)
                    title=desk.text(ChecklistText::MoveLater)
                    disabled=move || place.get().0 + 1 >= place.get().1
                    on:click=move |_| shift(desk, id, place.get_untracked().0 + 1)
                >
                    {icon(Icon::Down)}
                </button>
                <button
                    type="button"
                    class="button button-icon"
                    aria-label=labelled(ChecklistText::Remove)
                    title=desk.text(ChecklistText::Remove)
                    on:click=move |_| desk.dispatch(Action::RemoveCentre { id })
                >
                    {icon(Icon::Bin)}
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn shift(desk: Desk, id: CentreId, to: usize) {
    desk.dispatch(Action::MoveCentre { id, to });
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn open(desk: Desk, id: CentreId) {
    desk.open.set(Some(id));
    #[cfg(not(feature = "ssr"))]
    crate::platform::focus::soon("questions");
}

fn rename(desk: Desk, id: CentreId, renaming: RwSignal<bool>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || {
        if let Some(field) = input.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let keep = move || {
        let Some(field) = input.get_untracked() else {
            return;
        };
        desk.dispatch(Action::RenameCentre {
            id,
            name: field.value(),
        });
        if desk.refusal.with_untracked(String::is_empty) {
            desk.seal();
            renaming.set(false);
        }
    };
    let field_id = ["rename-", &id.number().to_string()].concat();
    view! {
        <form
            class="rename"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                keep();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    renaming.set(false);
                }
            }
        >
            <label for=field_id.clone()>{desk.text(ChecklistText::CentreName)}</label>
            <input node_ref=input id=field_id type="text" dir="auto" autocomplete="off" value=desk.name(id)/>
            <div class="actions">
                <button type="submit" class="button button-main">{desk.text(ChecklistText::RenameDone)}</button>
                <button type="button" class="button" on:click=move |_| renaming.set(false)>
                    {desk.text(ChecklistText::Cancel)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// What the answers add up to.
fn facts(desk: Desk, id: CentreId) -> AnyView {
    let sums = Memo::new(move |_| {
        desk.with_centre(id, |document, centre, rules| {
            (
                checklist::answered(document, centre, rules),
                checklist::essentials(document, centre, rules),
                checklist::range(document, centre, rules),
            )
        })
    });
    let warnings = Memo::new(move |_| {
        desk.with_centre(id, checklist::warnings)
            .unwrap_or_default()
    });
    let answered = move || {
        let answered = sums.get()?.0;
        let values = (answered.answered.to_string(), answered.of.to_string());
        Some(desk.fill(
            ChecklistText::Answered,
            &[("answered", &values.0), ("total", &values.1)],
        ))
    };
    let silent = move || {
        let silent = sums
            .get()
            .map_or(0, |sums| sums.0.asked.saturating_sub(sums.0.answered));
        (silent > 0).then(|| {
            let text = desk.count(
                ChecklistText::AskedNoAnswerCount,
                usize::try_from(silent).unwrap_or(usize::MAX),
            );
            view! { <span class="silent">{text}</span> }
        })
    };
    let essentials = move || sums.get().map(|sums| essentials(desk, sums.1));
    let range = move || {
        let range = sums.get()?.2;
        Some(match range {
            None => {
                view! { <p class="range-text">{desk.text(ChecklistText::RangeNone)}</p> }.into_any()
            }
            Some(range) => {
                let (low, high) = (range.low_percent(), range.high_percent());
                let values = (low.to_string(), high.to_string());
                let text = desk.fill(
                    ChecklistText::RangeText,
                    &[("low", &values.0), ("high", &values.1)],
                );
                view! { {bar(low, high)}<p class="range-text">{text}</p> }.into_any()
            }
        })
    };
    let warnings = move || {
        let warnings: Vec<_> = warnings
            .get()
            .iter()
            .filter_map(|it| warning(desk, it))
            .collect();
        (!warnings.is_empty()).then(|| view! { <ul class="warnings">{warnings}</ul> })
    };
    view! {
        <p class="answered"><span>{answered}</span>{" "}{silent}</p>
        {warnings}
        <div class="measure">
            <p class="measure-title">{desk.text(ChecklistText::Essentials)}</p>
            {essentials}
        </div>
        <div class="measure">
            <p class="measure-title">{desk.text(ChecklistText::RangeTitle)}</p>
            {range}
        </div>
    }
    .into_any()
}

/// One box an essential question, so that none disappears in a sum.
fn essentials(desk: Desk, essentials: Essentials) -> AnyView {
    let unmet = essentials.not_met + essentials.partly;
    let open = essentials.open + essentials.would_not_say;
    let total = essentials.met + unmet + open;
    if total == 0 {
        return view! { <p class="essentials-text">{desk.text(ChecklistText::EssentialsNone)}</p> }
            .into_any();
    }
    let boxes: Vec<_> = [
        ("box box-met", essentials.met),
        ("box box-partly", essentials.partly),
        ("box box-not-met", essentials.not_met),
        ("box box-silent", essentials.would_not_say),
        ("box box-open", essentials.open),
    ]
    .into_iter()
    .flat_map(|(class, count)| (0..count).map(move |_| view! { <span class=class></span> }))
    .collect();
    let text = desk.fill(
        ChecklistText::EssentialsSummary,
        &[
            ("met", &essentials.met.to_string()),
            ("open", &open.to_string()),
            ("unmet", &unmet.to_string()),
            ("total", &total.to_string()),
        ],
    );
    view! {
        <p class="boxes" aria-hidden="true">{boxes}</p>
        <p class="essentials-text">{text}</p>
    }
    .into_any()
}

fn warning(desk: Desk, warning: &Warning) -> Option<AnyView> {
    let (class, sign, key) = match warning.kind {
        WarningKind::EssentialNo => (
            "warning warning-grave",
            Icon::Attention,
            ChecklistText::WarningNo,
        ),
        WarningKind::EssentialWouldNotSay => (
            "warning warning-grave",
            Icon::Attention,
            ChecklistText::WarningWouldNotSay,
        ),
        WarningKind::EssentialPartly => ("warning", Icon::Info, ChecklistText::NoticePartly),
        // Counted beside the answers; a card is no place for each of them.
        WarningKind::WouldNotSay => return None,
    };
    let question = desk.question(warning.criterion.as_str());
    let text = desk.fill(key, &[("question", &question)]);
    Some(view! { <li class=class>{icon(sign)}<span>{text}</span></li> }.into_any())
}
