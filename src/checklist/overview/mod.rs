//! All centres as cards, adding one, and the way in for those who have none.

mod card;
mod empty;

use hipec_core::{
    checklist::{Action, Place},
    words::ChecklistText,
};

use super::{
    desk::{Desk, centre_of},
    fields, places,
};
use crate::element::{El, View, each, el, when};

/// The field for a new centre's name.
pub(super) const FIELD: &str = "new-centre";
const HINT: &str = "new-centre-hint";

/// All centres, and the field for a new one.
pub(super) fn overview(desk: Desk) -> El {
    let way_in = when(
        move || !desk.has_centres(),
        move || empty::empty(desk).into_view(),
    );
    let list = each(
        move || desk.centre_keys(),
        move |key| card::card(desk, centre_of(key)),
    );
    el("section")
        .class("centres")
        .attr("aria-labelledby", places::TITLE)
        .child(places::title().text(desk.text(ChecklistText::CentresHeading)))
        .view(way_in)
        .view(example(desk))
        .view(super::compare::overall(desk))
        .child(el("ol").class("centre-list").view(list))
        .child(add_field(desk))
}

/// What marks the example, and takes it away.
fn example(desk: Desk) -> View {
    when(
        move || desk.with(|document| document.centres().iter().any(|centre| centre.is_example())),
        move || {
            let remove = fields::button(desk, ChecklistText::ExampleRemove)
                .attr("id", "remove-example")
                .on("click", move |_| {
                    desk.dispatch(Action::RemoveExample);
                    #[cfg(not(feature = "ssr"))]
                    crate::platform::focus::place(places::TITLE);
                });
            el("div")
                .class("callout callout-info example-note")
                .child(el("p").text(desk.text(ChecklistText::ExampleNote)))
                .child(el("p").class("actions").child(remove))
                .into_view()
        },
    )
}

fn add_field(desk: Desk) -> El {
    let (field, button) = fields::adder(desk, FIELD, ChecklistText::AddCentre, add);
    let field = field.attr("aria-describedby", HINT);
    el("div")
        .class("add-centre only-script")
        .child(
            el("label")
                .attr("for", FIELD)
                .text(desk.text(ChecklistText::CentreName)),
        )
        .child(
            el("p")
                .class("hint")
                .attr("id", HINT)
                .text(desk.text(ChecklistText::CentreNameHint)),
        )
        .child(el("div").class("field-row").child(field).child(button))
}

/// Adds a centre and stays: a family often writes down several names first.
#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn add(desk: Desk) {
    #[cfg(not(feature = "ssr"))]
    {
        use crate::platform::{field, focus};
        let added = desk.dispatch(Action::AddCentre {
            name: field::text(FIELD),
            seed: super::desk::seed(),
        });
        if added {
            field::clear(FIELD);
            let name = desk.with_untracked(|document| {
                let last = document.centres().last();
                last.map(|centre| centre.name().to_owned())
            });
            desk.say(
                ChecklistText::CentreAdded,
                &[("centre", &name.unwrap_or_default())],
            );
        }
        focus::on(FIELD);
    }
}

/// The address of a centre's questions.
pub(super) fn open_link(id: hipec_core::checklist::CentreId) -> El {
    places::link(Place::Centre(id))
}
