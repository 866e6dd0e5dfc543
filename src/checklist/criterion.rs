//! One question with its answers.

use hipec_core::{
    checklist::{Action, Answer, CriterionId, Importance, Reply},
    content::Criterion,
    markup::Node,
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::{
    desk::Desk,
    reply,
    sheet::{Step, is_shown},
    words::{answer_text, who_text},
};
use crate::element::{El, View, el, memo, nothing, redrawn, when};

/// A question of the content.
pub(super) fn row(desk: Desk, step: Step, at: usize, criterion: &Criterion) -> El {
    let id = criterion.rule.id.clone();
    let legend = el("legend")
        .class("question")
        .text(criterion.question.clone());
    item(&id)
        .flag("hidden", move || !is_shown(step, at))
        .child(answers(desk, &id, &at.to_string(), legend))
        .view(behind(desk, &id, Some(criterion.rule.importance)))
        .nodes([&criterion.about])
}

/// The list's element for a question.
pub(super) fn item(id: &CriterionId) -> El {
    el("li")
        .class("criterion")
        .attr("id", ["criterion-", id.as_str()].concat())
}

/// What stands behind an answer, once there is a centre.
pub(super) fn behind(desk: Desk, id: &CriterionId, importance: Option<Importance>) -> View {
    let id = id.clone();
    when(
        move || desk.open.get().is_some(),
        move || {
            el("div")
                .view(dispute(desk, id.clone()))
                .child(reply::fold(desk, &id, importance))
                .into_view()
        },
    )
}

/// The five answers. They are real controls from the first byte on: what is
/// tapped before the program has come is adopted by it, by the short `name`
/// (a hundred and forty long ones would be 0.3 kB of the page).
pub(super) fn answers(desk: Desk, id: &CriterionId, name: &str, legend: El) -> El {
    let current = memo({
        let id = id.clone();
        move || {
            let answer = desk.open.get().map_or(Answer::NotAsked, |centre| {
                desk.with(|document| document.answer(centre, &id))
            });
            answer.code().to_owned()
        }
    });
    let options = OPTIONS.into_iter().map(|option| {
        let criterion = id.clone();
        let set = move |_| desk.answer(desk.open.get_untracked(), &criterion, option);
        let field = el("input")
            .attr("type", "radio")
            .attr("name", [NAME, name].concat())
            .attr("value", option.code())
            .on("change", set);
        el("label")
            .class("option")
            .child(field)
            .child(el("span").text(desk.text(answer_text(option))))
    });
    el("fieldset")
        .class("answer")
        .chosen(move || current.get())
        // A control that was refused would go on saying what was tapped.
        .flag("disabled", move || desk.looking.get())
        .child(legend)
        .child(el("div").class("options").children(options))
}

/// What the names of the answers' controls begin with; the place of the
/// question follows.
pub(super) const NAME: &str = "q";

/// The answers in the order in which they are offered.
pub(super) const OPTIONS: [Answer; 5] = [
    Answer::Yes,
    Answer::Partly,
    Answer::No,
    Answer::WouldNotSay,
    Answer::NotAsked,
];

/// What stands behind a question of the content: why, and what to listen for.
pub(super) fn about_of(desk: Desk, id: &CriterionId) -> Option<Node> {
    let data = desk.data();
    let mut all = data.groups.iter().flat_map(|group| &group.criteria);
    let criterion = all.find(|criterion| criterion.rule.id == *id)?;
    Some(criterion.about.clone())
}

/// Two lists that were put together say different things.
pub(super) fn dispute(desk: Desk, id: CriterionId) -> View {
    let both = {
        let id = id.clone();
        move || {
            let centre = desk.open.get()?;
            desk.with_centre(centre, |_, centre, _| {
                let entry = centre.entry(&id)?;
                let other = entry.other.as_deref()?;
                Some([said(desk, &entry.reply), said(desk, other)])
            })
            .flatten()
        }
    };
    let key = {
        let both = both.clone();
        move || both().map(|both| both.join("\n")).unwrap_or_default()
    };
    redrawn(key, move || {
        let Some([ours, theirs]) = both() else {
            return nothing();
        };
        let settle = |other: bool, words: String| {
            let id = id.clone();
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| {
                    if let Some(centre) = desk.open.get_untracked() {
                        desk.dispatch(Action::Settle {
                            centre,
                            criterion: id.clone(),
                            other,
                        });
                    }
                })
                .text(words)
        };
        el("div")
            .class("callout callout-important dispute")
            .child(el("p").text(desk.text(ChecklistText::Disputed)))
            .child(
                el("p")
                    .class("actions")
                    .child(settle(
                        false,
                        desk.fill(ChecklistText::DisputedOurs, &[("answer", &ours)]),
                    ))
                    .child(settle(
                        true,
                        desk.fill(ChecklistText::DisputedTheirs, &[("answer", &theirs)]),
                    )),
            )
            .into_view()
    })
}

/// An answer with who gave it and when, in one line.
fn said(desk: Desk, reply: &Reply) -> String {
    let mut parts = vec![desk.text(answer_text(reply.answer))];
    parts.extend(reply.who.map(|who| desk.text(who_text(who))));
    parts.extend(reply.on.map(|on| desk.locale.date(on)));
    if !reply.note.is_empty() {
        parts.push(isolate(&reply.note));
    }
    parts.join(" · ")
}
