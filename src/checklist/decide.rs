//! What was chosen, and why. Nothing here recommends anything.

use hipec_core::{
    checklist::{self, Action, Choice, CriterionId, Decision, Place, Record, Standing},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    compare,
    desk::{Desk, centre_of, today},
    fields::{self, button, labelled},
    places,
};
use crate::element::{El, el, nothing, redrawn};

/// What was chosen, why, what comes next, and what was known on that day.
pub(super) fn decide(desk: Desk) -> El {
    let body = redrawn(
        move || desk.names(),
        move || {
            if desk.has_centres() {
                written(desk).into_view()
            } else {
                empty(desk).into_view()
            }
        },
    );
    el("section")
        .class("decide")
        .attr("aria-labelledby", places::TITLE)
        .child(places::title().text(desk.text(ChecklistText::PlaceDecide)))
        .child(
            el("p")
                .class("lead")
                .text(desk.text(ChecklistText::DecideIntro)),
        )
        .view(body)
}

fn empty(desk: Desk) -> El {
    let link = places::link(Place::Overview).text(desk.text(ChecklistText::BackToCentres));
    el("p")
        .text(desk.text(ChecklistText::DecideEmpty))
        .text(" ")
        .child(link)
}

fn written(desk: Desk) -> El {
    let why = typed(
        desk,
        "decide-why",
        ChecklistText::DecideWhy,
        |decision| &decision.why,
        Action::SetWhy,
    );
    let next = typed(
        desk,
        "decide-next",
        ChecklistText::DecideNext,
        |decision| &decision.next,
        Action::SetNext,
    );
    el("div")
        .child(choices(desk))
        .child(why)
        .child(next)
        .child(take_down(desk))
        .view(redrawn(
            move || desk.with(|document| key(document.decision().record.as_ref())),
            move || {
                let record = desk.with(|document| document.decision().record.clone());
                record.map_or_else(nothing, |record| known(desk, &record).into_view())
            },
        ))
        .child(compare::print(desk))
}

fn typed(
    desk: Desk,
    id: &str,
    word: ChecklistText,
    read: fn(&Decision) -> &str,
    action: fn(String) -> Action,
) -> El {
    let current = move || desk.with(|document| read(document.decision()).to_owned());
    let field = fields::text(desk, current, move |text| {
        desk.dispatch(action(text));
    });
    // A field cuts what does not fit on paper; this grows with its text.
    let copy = el("p")
        .class("only-print typed")
        .attr("dir", "auto")
        .live_text(current);
    labelled(id, desk.text(word), field).child(copy)
}

/// One of the centres, none of them, or nothing yet.
fn choices(desk: Desk) -> El {
    let open = (Choice::Open, desk.text(ChecklistText::DecideOpen));
    let none = (Choice::None, desk.text(ChecklistText::DecideNone));
    let centres = desk.centre_keys().into_iter().map(|key| {
        let id = centre_of(&key);
        (Choice::Centre(id), desk.name(id))
    });
    let options = centres.chain([none, open]).map(|(choice, name)| {
        let field = el("input")
            .attr("type", "radio")
            .attr("name", "choice")
            .checked(move || desk.with(|document| document.decision().choice == choice))
            .on("change", move |_| {
                desk.dispatch(Action::SetChoice(choice));
            });
        el("label")
            .class("tick")
            .child(field)
            .child(el("bdi").text(name))
    });
    el("fieldset")
        .class("choices")
        .child(el("legend").text(desk.text(ChecklistText::DecideChoice)))
        .children(options)
}

/// The button that notes what is known today.
fn take_down(desk: Desk) -> El {
    let is_there = move || desk.with(|document| document.decision().record.is_some());
    let note = el("button")
        .attr("type", "button")
        .attr("id", "take-down")
        .class("button button-main")
        .on("click", move |_| {
            let Some(on) = today() else {
                return desk.refuse(ChecklistText::RejectedOther);
            };
            let record = desk.with_untracked(|document| {
                let rules = desk.rules.get_untracked();
                checklist::record(document, &rules, on)
            });
            if desk.dispatch(Action::SetRecord(Some(record))) {
                #[cfg(not(feature = "ssr"))]
                crate::platform::focus::soon(KNOWN);
            }
        })
        .live_text(move || {
            desk.text(if is_there() {
                ChecklistText::DecideRecordAgain
            } else {
                ChecklistText::DecideRecord
            })
        });
    let remove = button(desk, ChecklistText::DecideRecordRemove)
        .flag("hidden", move || !is_there())
        .on("click", move |_| {
            desk.dispatch(Action::SetRecord(None));
            #[cfg(not(feature = "ssr"))]
            crate::platform::focus::on("take-down");
        });
    el("div")
        .class("take-down no-print")
        .child(
            el("p")
                .class("hint")
                .text(desk.text(ChecklistText::DecideRecordHint)),
        )
        .child(el("p").class("actions").child(note).child(remove))
}

/// The heading of what was known.
const KNOWN: &str = "known";

/// What the record says, as one text: it is drawn anew when that changes.
fn key(record: Option<&Record>) -> String {
    let mut key = String::new();
    if let Some(record) = record {
        key.push_str(&String::from(record.on));
        for standing in &record.standings {
            key.push('\n');
            key.push_str(&standing.name);
            for id in standing.unmet.iter().chain(&standing.open) {
                key.push(' ');
                key.push_str(id.as_str());
            }
        }
    }
    key
}

fn known(desk: Desk, record: &Record) -> El {
    let day = desk.locale.date(record.on);
    let title = desk.fill(ChecklistText::DecideRecordTitle, &[("date", &day)]);
    el("section")
        .class("known")
        .attr("aria-labelledby", KNOWN)
        .child(
            el("h3")
                .attr("id", KNOWN)
                .attr("tabindex", "-1")
                .text(title),
        )
        .children(record.standings.iter().map(|it| standing(desk, it)))
}

fn standing(desk: Desk, standing: &Standing) -> El {
    let counts = [standing.answered, standing.of].map(|count| count.to_string());
    let answered = desk.fill(
        ChecklistText::Answered,
        &[("answered", &counts[0]), ("total", &counts[1])],
    );
    let range = match standing.range {
        Some((low, high)) => desk.fill(
            ChecklistText::RangeText,
            &[("low", &low.to_string()), ("high", &high.to_string())],
        ),
        None => desk.text(ChecklistText::RangeNone),
    };
    let card = el("div")
        .class("standing-then")
        .child(el("h4").child(el("bdi").text(standing.name.to_string())))
        .child(el("p").text(answered))
        .child(el("p").text(range));
    let card = if standing.open.is_empty() {
        card.child(el("p").text(desk.text(ChecklistText::DecideNothingOpen)))
    } else {
        card
    };
    card.children(
        [
            (ChecklistText::DecideUnmet, &standing.unmet),
            (ChecklistText::DecideStillOpen, &standing.open),
        ]
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(word, ids)| questions(desk, word, ids)),
    )
}

fn questions(desk: Desk, word: ChecklistText, ids: &[CriterionId]) -> El {
    let items = ids
        .iter()
        .map(|id| el("li").child(el("bdi").text(desk.question(id))));
    el("div")
        .child(el("h5").text(desk.text(word)))
        .child(el("ul").class("list").children(items))
}
