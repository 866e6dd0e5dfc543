//! A card of questions for one conversation: picked, in order, in two
//! languages, to print, to send, and to tick with one hand in the room.

use hipec_core::{
    checklist::{self, Action, CentreId, CriterionId, Place},
    drawing::{Icon, icon},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::{open_at, second::Second};
use crate::{
    checklist::{
        compare,
        criterion::{OPTIONS, about_of},
        desk::Desk,
        fields::button,
        places,
        words::{answer_text, questions},
    },
    element::{El, View, each, el, memo, nothing, redrawn},
};

/// How many questions are picked to begin with: what a conversation has room
/// for.
const USUAL: usize = 8;

/// The card of a centre.
pub(super) fn card(desk: Desk, id: CentreId) -> El {
    let second = Second::new(desk);
    // What was open when the card was opened: a question must not vanish from
    // under the finger that ticks its answer.
    let usual: StoredValue<Vec<CriterionId>> = StoredValue::new(
        untrack(|| open_at(desk, id))
            .into_iter()
            .take(USUAL)
            .collect(),
    );
    let picked = move || picked(desk, id, usual);
    let list = each(
        move || picked().iter().map(|it| it.as_str().to_owned()).collect(),
        move |key| item(desk, id, usual, second, &key.into()),
    );
    let empty = redrawn(
        move || picked().is_empty().to_string(),
        move || {
            if picked().is_empty() {
                el("p")
                    .text(desk.text(ChecklistText::CardEmpty))
                    .into_view()
            } else {
                nothing()
            }
        },
    );
    let title = places::title().live_text(move || {
        desk.fill(
            ChecklistText::CardTitle,
            &[("centre", &isolate(&desk.name(id)))],
        )
    });
    let back = places::link(Place::Ask(None))
        .class("way-back")
        .child(icon(Icon::Back))
        .child(el("span").text(desk.text(ChecklistText::AskTitle)));
    el("div")
        .class("ask-card")
        .child(back)
        .child(title)
        .child(
            el("p")
                .class("hint no-print")
                .text(desk.text(ChecklistText::CardAbout)),
        )
        .child(second.field(desk).attr("data-no-print", ""))
        .view(empty)
        .child(el("ol").class("card-questions").view(list))
        .child(send(desk, id, usual, second))
        .child(compare::print(desk))
        .view(more(desk, id, usual))
}

fn picked(desk: Desk, id: CentreId, usual: StoredValue<Vec<CriterionId>>) -> Vec<CriterionId> {
    let card = desk
        .with_centre(id, |_, centre, _| centre.card().map(<[_]>::to_vec))
        .flatten();
    card.unwrap_or_else(|| usual.get_value())
}

/// Changes which questions are picked, as a step that can be undone.
fn pick(
    desk: Desk,
    id: CentreId,
    usual: StoredValue<Vec<CriterionId>>,
    change: impl FnOnce(&mut Vec<CriterionId>),
) {
    let mut card = untrack(|| picked(desk, id, usual));
    change(&mut card);
    desk.dispatch(Action::SetCard {
        centre: id,
        card: Some(card),
    });
}

fn item(
    desk: Desk,
    id: CentreId,
    usual: StoredValue<Vec<CriterionId>>,
    second: Second,
    criterion: &CriterionId,
) -> El {
    let ours = {
        let criterion = criterion.clone();
        move || desk.question(&criterion)
    };
    let theirs = {
        let criterion = criterion.clone();
        redrawn(
            {
                let criterion = criterion.clone();
                move || {
                    let question = second.question(&criterion);
                    question.map(|(_, question)| question).unwrap_or_default()
                }
            },
            move || match second.question(&criterion) {
                Some((locale, question)) => el("p")
                    .class("question-second")
                    .attr("lang", locale.tag())
                    .attr("dir", locale.direction().as_str())
                    .text(question)
                    .into_view(),
                None => nothing(),
            },
        )
    };
    let about = about_of(desk, criterion);
    el("li")
        .class("criterion card-question")
        .child(el("p").class("question").child(el("bdi").live_text(ours)))
        .view(theirs)
        .child(tick(desk, id, criterion))
        .nodes(about.iter())
        .child(order(desk, id, usual, criterion))
}

/// The answers as large buttons of choice.
fn tick(desk: Desk, id: CentreId, criterion: &CriterionId) -> El {
    let current = memo({
        let criterion = criterion.clone();
        move || desk.with(|document| document.answer(id, &criterion).code().to_owned())
    });
    let options = OPTIONS.into_iter().map(|option| {
        let set = criterion.clone();
        let field = el("input")
            .attr("type", "radio")
            .attr("name", ["tick-", criterion.as_str()].concat())
            .attr("value", option.code())
            .on("change", move |_| desk.answer(Some(id), &set, option));
        el("label")
            .class("option")
            .child(field)
            .child(el("span").text(desk.text(answer_text(option))))
    });
    let legend = {
        let criterion = criterion.clone();
        el("legend")
            .class("visually-hidden")
            .live_text(move || desk.question(&criterion))
    };
    let options = el("div").class("options").children(options);
    el("fieldset")
        .class("answer")
        .chosen(move || current.get())
        .flag("disabled", move || desk.looking.get())
        .child(legend)
        .child(options)
}

/// Earlier, later, off the card.
fn order(
    desk: Desk,
    id: CentreId,
    usual: StoredValue<Vec<CriterionId>>,
    criterion: &CriterionId,
) -> El {
    let place = {
        let criterion = criterion.clone();
        move || {
            let picked = picked(desk, id, usual);
            let at = picked.iter().position(|it| *it == criterion).unwrap_or(0);
            (at, picked.len())
        }
    };
    let sign = |sign, word| {
        let question = desk.question(criterion);
        el("button")
            .attr("type", "button")
            .class("button button-icon")
            .attr("aria-label", [&desk.text(word), ": ", &question].concat())
            .attr("title", desk.text(word))
            .child(icon(sign))
    };
    let shift = |by_one_later: bool| {
        let place = place.clone();
        move |_| {
            let at = untrack(&place).0;
            let to = if by_one_later {
                at + 1
            } else {
                at.saturating_sub(1)
            };
            pick(desk, id, usual, |card| {
                if at < card.len() && to < card.len() {
                    card.swap(at, to);
                }
            });
        }
    };
    let (first, last) = (place.clone(), place.clone());
    let off = criterion.clone();
    el("div")
        .class("centre-actions no-print")
        .child(
            sign(Icon::Up, ChecklistText::MoveEarlier)
                .flag("disabled", move || first().0 == 0)
                .on("click", shift(false)),
        )
        .child(
            sign(Icon::Down, ChecklistText::MoveLater)
                .flag("disabled", move || {
                    let (at, of) = last();
                    at + 1 >= of
                })
                .on("click", shift(true)),
        )
        .child(
            sign(Icon::Cross, ChecklistText::CardRemove).on("click", move |_| {
                pick(desk, id, usual, |card| card.retain(|it| *it != off));
            }),
        )
}

/// The other open questions, to put on the card.
fn more(desk: Desk, id: CentreId, usual: StoredValue<Vec<CriterionId>>) -> View {
    let rest = move || {
        let picked = picked(desk, id, usual);
        let open = open_at(desk, id).into_iter();
        open.filter(|it| !picked.contains(it)).collect::<Vec<_>>()
    };
    redrawn(
        move || {
            let rest = rest();
            let ids: Vec<_> = rest.iter().map(CriterionId::as_str).collect();
            ids.join(" ")
        },
        move || {
            let rest = rest();
            if rest.is_empty() {
                return nothing();
            }
            let count = rest.len();
            let rows = rest.into_iter().map(|criterion| {
                let question = desk.question(&criterion);
                let add = button(desk, ChecklistText::CardAdd)
                    .attr(
                        "aria-label",
                        [&desk.text(ChecklistText::CardAdd), ": ", &question].concat(),
                    )
                    .on("click", move |_| {
                        let criterion = criterion.clone();
                        pick(desk, id, usual, |card| card.push(criterion));
                    });
                el("li").child(el("bdi").text(question)).child(add)
            });
            el("details")
                .class("fold no-print")
                .child(el("summary").text(desk.count(ChecklistText::CardMoreCount, count)))
                .child(el("ul").class("card-more").children(rows))
                .into_view()
        },
    )
}

/// The card as text: copied, or handed to another program.
fn send(desk: Desk, id: CentreId, usual: StoredValue<Vec<CriterionId>>, second: Second) -> El {
    let text = move || {
        untrack(|| {
            let title = desk.fill(
                ChecklistText::CardTitle,
                &[("centre", &isolate(&desk.name(id)))],
            );
            let (first, second) = (desk.data(), second.words());
            let second = second.as_deref().map(questions).unwrap_or_default();
            let picked = picked(desk, id, usual);
            desk.with(|document| {
                checklist::card_text(document, &title, &picked, &questions(&first), &second)
            })
        })
    };
    el("p")
        .class("actions no-print")
        .child(super::super::send::copy(desk, text))
        .child(super::super::send::share(desk, text))
}
