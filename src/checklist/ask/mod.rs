//! What to ask next: the open questions that could still change the picture,
//! and a card of them to take along.

mod card;
mod second;

use hipec_core::{
    checklist::{self, CentreId, CriterionId, Place},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::{
    desk::{Desk, centre_of},
    places,
};
use crate::element::{El, View, each, el, nothing, redrawn};

/// How many questions are listed over all centres.
const OVER_ALL: usize = 10;

/// The next question for a centre among all, in one line.
pub(super) fn next_of_all(desk: Desk, id: CentreId) -> View {
    next(desk, id, move || {
        let asks = desk.asks.get();
        let next = asks.iter().find(|ask| ask.centre == id)?;
        Some(next.criterion.clone())
    })
}

/// The same for one centre alone, where the others' questions need not be put
/// in order at every answer.
pub(super) fn next_of(desk: Desk, id: CentreId) -> View {
    next(desk, id, move || {
        let rules = desk.all_rules();
        let mut asks = desk.with(|document| checklist::ask_next_for(document, id, &rules));
        (!asks.is_empty()).then(|| asks.swap_remove(0).criterion)
    })
}

fn next(
    desk: Desk,
    id: CentreId,
    next: impl Fn() -> Option<CriterionId> + Copy + Send + Sync + 'static,
) -> View {
    let question = move || Some(desk.question(&next()?));
    let words = move || match question() {
        Some(question) => desk.fill(ChecklistText::NextQuestion, &[("question", &question)]),
        None => desk.text(ChecklistText::NothingOpen),
    };
    redrawn(words, move || {
        el("p")
            .class("next-question")
            .child(places::link(Place::Ask(Some(id))).text(words()))
            .into_view()
    })
}

/// What to ask next, at one centre or over all.
pub(super) fn ask(desk: Desk, centre: Option<CentreId>) -> El {
    let body = redrawn(
        move || {
            let there =
                centre.is_some_and(|id| desk.with(|document| document.centre(id).is_some()));
            [desk.has_centres(), there]
                .map(|it| it.to_string())
                .concat()
        },
        move || {
            let there = centre.filter(|id| desk.with(|document| document.centre(*id).is_some()));
            match there {
                Some(id) => card::card(desk, id).into_view(),
                None if desk.has_centres() => over_all(desk).into_view(),
                None => no_centre(desk).into_view(),
            }
        },
    );
    el("section")
        .class("ask")
        .attr("aria-labelledby", places::TITLE)
        .view(body)
}

fn no_centre(desk: Desk) -> El {
    el("div")
        .child(places::title().text(desk.text(ChecklistText::AskTitle)))
        .child(places::first_a_centre(desk, ChecklistText::AskNoCentre))
}

fn over_all(desk: Desk) -> El {
    let centres = each(
        move || desk.centre_keys(),
        move |key| {
            let id = centre_of(key);
            let open = move || {
                let asks = desk.asks.get();
                let open = asks.iter().filter(|ask| ask.centre == id).count();
                desk.count(ChecklistText::OpenCount, open)
            };
            el("li").child(
                places::link(Place::Ask(Some(id)))
                    .class("ask-centre")
                    .child(el("bdi").live_text(move || desk.name(id)))
                    .text(" ")
                    .child(el("span").class("digest").live_text(open)),
            )
        },
    );
    let best = move || {
        let asks = desk.asks.get();
        asks.iter()
            .take(OVER_ALL)
            .map(|ask| {
                desk.fill(
                    ChecklistText::QuestionAt,
                    &[
                        ("question", &desk.question(&ask.criterion)),
                        ("centre", &isolate(&desk.name(ask.centre))),
                    ],
                )
            })
            .collect::<Vec<_>>()
    };
    let list = redrawn(
        move || best().join("\n"),
        move || {
            let best = best();
            if best.is_empty() {
                return nothing();
            }
            el("div")
                .child(el("h3").text(desk.text(ChecklistText::AskBest)))
                .child(
                    el("p")
                        .class("hint")
                        .text(desk.text(ChecklistText::AskBestWhy)),
                )
                .child(
                    el("ol")
                        .class("numbers")
                        .children(best.into_iter().map(|it| el("li").text(it))),
                )
                .into_view()
        },
    );
    el("div")
        .child(places::title().text(desk.text(ChecklistText::AskTitle)))
        .child(el("p").text(desk.text(ChecklistText::AskChoose)))
        .child(el("ul").class("ask-centres").view(centres))
        .view(list)
}

/// The questions that are open at a centre, the best to ask first: those that
/// count, then those that are only asked.
fn open_at(desk: Desk, id: CentreId) -> Vec<CriterionId> {
    let rules = desk.all_rules();
    desk.with(|document| {
        let asks = checklist::ask_next_for(document, id, &rules);
        let own = document.own().iter().filter(|own| {
            let said = document.note(id, own.id());
            own.kind() == checklist::OwnKind::Question && said.is_empty()
        });
        let own = own.map(|own| own.id().clone());
        asks.into_iter()
            .map(|ask| ask.criterion)
            .chain(own)
            .collect()
    })
}
