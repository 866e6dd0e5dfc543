//! What is shown before there is any centre: the whole idea in one screen.

use hipec_core::{checklist::Action, words::ChecklistText};

use crate::checklist::desk::{Desk, seed};
use crate::element::{El, el};

/// Three steps, and an example to look at.
pub(super) fn empty(desk: Desk) -> El {
    let steps = [
        ChecklistText::EmptyStepAdd,
        ChecklistText::EmptyStepAsk,
        ChecklistText::EmptyStepDecide,
    ];
    let steps = steps.into_iter().map(|step| el("li").text(desk.text(step)));
    let example = el("button")
        .attr("type", "button")
        .attr("id", "show-example")
        .class("button")
        .on("click", move |_| show_example(desk))
        .text(desk.text(ChecklistText::ExampleShow));
    el("div")
        .class("empty")
        .child(
            el("p")
                .class("empty-title")
                .text(desk.text(ChecklistText::CentresEmptyTitle)),
        )
        .child(el("ol").class("empty-steps").children(steps))
        .child(el("p").class("actions only-script").child(example))
}

fn show_example(desk: Desk) {
    desk.dispatch(Action::AddExample {
        names: [
            desk.text(ChecklistText::ExampleFirst),
            desk.text(ChecklistText::ExampleSecond),
        ],
        seed: seed(),
        rules: desk.with_content_rules(<[_]>::to_vec),
    });
    #[cfg(not(feature = "ssr"))]
    crate::platform::focus::place(super::places::TITLE);
}
