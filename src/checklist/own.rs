//! Criteria and questions that the person adds.

use hipec_core::{
    checklist::{Action, CriterionId, Own, OwnKind},
    drawing::Icon,
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    criterion,
    desk::Desk,
    fields,
    sheet::{Step, is_shown},
};
use crate::element::{El, each, el, when};

const FIELD: &str = "new-own";
const COMPARABLE: &str = "new-own-comparable";

/// The person's own questions, after the `first` ones of the content. They
/// appear with the first centre.
pub(super) fn own(desk: Desk, step: Step, first: usize) -> El {
    let rows = when(
        move || desk.open.get().is_some(),
        move || {
            let list = each(
                move || {
                    let ids = ids(desk).into_iter();
                    ids.map(|id| id.as_str().to_owned()).collect()
                },
                move |id| row(desk, step, first, &id.into()),
            );
            el("div")
                .child(
                    el("h3")
                        .attr("id", "group-own")
                        .text(desk.text(ChecklistText::OwnHeading)),
                )
                .child(
                    el("p")
                        .class("group-about")
                        .text(desk.text(ChecklistText::OwnAbout)),
                )
                .child(el("ul").class("criteria").view(list))
                .child(add_field(desk).flag("hidden", move || step.get().is_some()))
                .into_view()
        },
    );
    el("div")
        .class("group own only-script")
        .flag("hidden", move || {
            step.get().is_some_and(|step| step < first)
        })
        .view(rows)
}

fn ids(desk: Desk) -> Vec<CriterionId> {
    desk.with(|document| document.own().iter().map(|own| own.id().clone()).collect())
}

fn kind(desk: Desk, id: &CriterionId) -> Option<OwnKind> {
    desk.with(|document| {
        let own = document.own().iter().find(|own| own.id() == id);
        own.map(Own::kind)
    })
}

fn row(desk: Desk, step: Step, first: usize, id: &CriterionId) -> El {
    let text = {
        let id = id.clone();
        move || desk.question(&id)
    };
    let at = {
        let id = id.clone();
        move || first + ids(desk).iter().position(|it| *it == id).unwrap_or(0)
    };
    let item = criterion::item(id).flag("hidden", move || !is_shown(step, at()));
    let legend = |tag| {
        el(tag)
            .class("question")
            .child(el("bdi").live_text(text.clone()))
    };
    let item = match untrack(|| kind(desk, id)) {
        Some(OwnKind::Criterion) => item
            .child(criterion::answers(desk, id, id.as_str(), legend("legend")))
            .view(criterion::behind(desk, id, Some(Own::IMPORTANCE))),
        Some(OwnKind::Question) | None => item
            .child(legend("p"))
            .view(criterion::behind(desk, id, None)),
    };
    let removed = id.clone();
    let remove =
        fields::sign_button(desk, Icon::Bin, ChecklistText::OwnRemove).on("click", move |_| {
            desk.dispatch(Action::RemoveOwn {
                id: removed.clone(),
            });
            #[cfg(not(feature = "ssr"))]
            crate::platform::focus::on(FIELD);
        });
    item.child(el("p").class("actions").child(remove))
}

fn add_field(desk: Desk) -> El {
    let (field, button) = fields::adder(desk, FIELD, ChecklistText::OwnAdd, add);
    let comparable = el("label")
        .class("tick")
        .child(
            el("input")
                .attr("id", COMPARABLE)
                .attr("type", "checkbox")
                .checked(|| true),
        )
        .child(el("span").text(desk.text(ChecklistText::OwnComparable)));
    el("div")
        .class("add-own")
        .child(
            el("label")
                .attr("for", FIELD)
                .text(desk.text(ChecklistText::OwnField)),
        )
        .child(el("div").class("field-row").child(field).child(button))
        .child(comparable)
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn add(desk: Desk) {
    #[cfg(not(feature = "ssr"))]
    {
        use crate::platform::{field, focus};
        let kind = if field::is_checked(COMPARABLE) {
            OwnKind::Criterion
        } else {
            OwnKind::Question
        };
        let added = desk.dispatch(Action::AddOwn {
            kind,
            text: field::text(FIELD),
            seed: super::desk::seed(),
        });
        if added {
            field::clear(FIELD);
        }
        focus::on(FIELD);
    }
}
