//! What can be said about all centres together. It speaks only when it is
//! sure, and never of a winner.

use hipec_core::{
    checklist::{CentreId, Checklist, Place, overview},
    words::{ChecklistText, isolate},
};

use crate::{
    checklist::{desk::Desk, places},
    element::{El, View, el, nothing, redrawn},
};

/// How many sentences the overview has room for.
const ROOM: usize = 3;

/// The most that can be said, above the cards.
pub(in crate::checklist) fn overall(desk: Desk) -> View {
    redrawn(
        move || sentences(desk).join("\n"),
        move || {
            let all = sentences(desk);
            if all.is_empty() {
                return nothing();
            }
            let more = places::link(Place::Compare).text(desk.text(ChecklistText::CompareMore));
            said(all.into_iter().take(ROOM).collect())
                .child(el("p").child(more))
                .into_view()
        },
    )
}

/// All that can be said.
pub(super) fn all(desk: Desk) -> View {
    redrawn(
        move || sentences(desk).join("\n"),
        move || said(sentences(desk)).into_view(),
    )
}

fn said(sentences: Vec<String>) -> El {
    el("div")
        .class("said")
        .children(sentences.into_iter().map(|it| el("p").text(it)))
}

fn sentences(desk: Desk) -> Vec<String> {
    let rules = desk.all_rules();
    desk.with(|document| {
        if document.centres().len() < 2 {
            return Vec::new();
        }
        let all = overview(document, &rules);
        let mut said = Vec::new();
        match all.ahead_of_all {
            Some(id) => said.push(desk.fill(
                ChecklistText::SaidAheadOfAll,
                &[("centre", &name(document, id))],
            )),
            None => said.extend(
                all.ahead
                    .iter()
                    .filter(|(_, behind)| !behind.is_empty())
                    .map(|(id, behind)| {
                        let names: Vec<_> = behind.iter().map(|id| name(document, *id)).collect();
                        let list = names.join(desk.locale.list_separator());
                        desk.fill(
                            ChecklistText::SaidAhead,
                            &[("centre", &name(document, *id)), ("list", &list)],
                        )
                    }),
            ),
        }
        for (word, count) in [
            (ChecklistText::SaidOpenCount, all.open),
            (ChecklistText::SaidEvenCount, all.even),
            (ChecklistText::SaidBothFailCount, all.both_fail),
        ] {
            if let Ok(count @ 1..) = usize::try_from(count) {
                said.push(desk.count(word, count));
            }
        }
        said
    })
}

fn name(document: &Checklist, id: CentreId) -> String {
    isolate(document.centre(id).map_or("", |centre| centre.name()))
}
