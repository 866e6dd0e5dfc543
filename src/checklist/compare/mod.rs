//! Centres beside each other: what can be said, and what cannot be said yet.

mod pair;
mod statements;
mod table;

use hipec_core::{
    drawing::{Icon, icon},
    words::ChecklistText,
};

use super::{
    desk::{Desk, centre_of},
    measure, places,
};
use crate::element::{El, View, each, el, nothing, redrawn};

pub(super) use statements::overall;

/// Centres beside each other.
pub(super) fn compare(desk: Desk) -> El {
    let body = redrawn(
        move || enough(desk).to_string(),
        move || {
            if enough(desk) {
                el("div")
                    .view(statements::all(desk))
                    .child(ranges(desk))
                    .child(pair::pair(desk))
                    .child(table::table(desk))
                    .child(print(desk))
                    .into_view()
            } else {
                places::first_a_centre(desk, ChecklistText::CompareTooFew).into_view()
            }
        },
    );
    el("section")
        .class("compare")
        .attr("aria-labelledby", places::TITLE)
        .child(places::title().text(desk.text(ChecklistText::CompareTitle)))
        .view(body)
}

fn enough(desk: Desk) -> bool {
    desk.with(|document| document.centres().len() > 1)
}

/// All ranges on one scale.
fn ranges(desk: Desk) -> El {
    let rows = each(
        move || desk.centre_keys(),
        move |key| {
            let id = centre_of(key);
            el("li")
                .child(
                    el("bdi")
                        .class("range-name")
                        .live_text(move || desk.name(id)),
                )
                .view(measure::range_line(desk, id))
        },
    );
    el("section")
        .class("ranges")
        .attr("aria-labelledby", "ranges")
        .child(
            el("h3")
                .attr("id", "ranges")
                .text(desk.text(ChecklistText::RangesHeading)),
        )
        .child(
            el("p")
                .class("hint")
                .text(desk.text(ChecklistText::RangeExplain)),
        )
        .child(el("ul").class("range-list").view(rows))
}

/// A button that prints the view.
pub(super) fn print(desk: Desk) -> El {
    el("p").class("actions no-print").child(
        el("button")
            .attr("type", "button")
            .class("button")
            .on("click", |_| {
                #[cfg(not(feature = "ssr"))]
                crate::platform::print::print();
            })
            .child(icon(Icon::Print))
            .child(el("span").text(desk.text(ChecklistText::Print))),
    )
}

/// A list of sentences; nothing where there are none.
fn sentences(class: &'static str, all: Vec<String>) -> View {
    if all.is_empty() {
        return nothing();
    }
    el("ul")
        .class(class)
        .children(all.into_iter().map(|sentence| el("li").text(sentence)))
        .into_view()
}
