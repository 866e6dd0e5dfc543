//! Every answer beside every other: a table where there is room, cards where
//! there is not.

use hipec_core::{
    checklist::{Answer, Centre, Importance, Rule},
    words::ChecklistText,
};
use leptos::prelude::*;

use crate::{
    checklist::{
        desk::Desk,
        words::{answer_text, importance_text, who_text},
    },
    element::{El, el, redrawn},
};

/// What is left out.
#[derive(Clone, Copy)]
struct Filter {
    differing: RwSignal<bool>,
    essential: RwSignal<bool>,
    open: RwSignal<bool>,
}

/// The answers to all questions that count.
pub(super) fn table(desk: Desk) -> El {
    let filter = Filter {
        differing: RwSignal::new(false),
        essential: RwSignal::new(false),
        open: RwSignal::new(false),
    };
    let ticks = [
        (filter.differing, ChecklistText::OnlyDiffering),
        (filter.essential, ChecklistText::OnlyEssential),
        (filter.open, ChecklistText::OnlyOpen),
    ];
    let ticks = ticks.into_iter().map(|(on, word)| {
        el("label")
            .class("tick")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked(move || on.get())
                    .on("change", move |_| on.update(|on| *on = !*on)),
            )
            .child(el("span").text(desk.text(word)))
    });
    let rows = redrawn(
        move || {
            let filters = [filter.differing, filter.essential, filter.open];
            let filters = filters.map(|on| on.get().to_string()).join(" ");
            [desk.revision().to_string(), filters].join(" ")
        },
        move || draw(desk, filter).into_view(),
    );
    el("section")
        .class("side-by-side")
        .attr("aria-labelledby", "side-by-side")
        .child(
            el("h3")
                .attr("id", "side-by-side")
                .text(desk.text(ChecklistText::TableHeading)),
        )
        .child(el("div").class("ticks no-print").children(ticks))
        .view(rows)
}

fn draw(desk: Desk, filter: Filter) -> El {
    let rules = desk.all_rules();
    desk.with(|document| {
        let centres: Vec<&Centre> = document.centres().iter().map(AsRef::as_ref).collect();
        let shown = |rule: &&Rule| {
            let importance = document.importance_of(rule);
            let answers: Vec<Answer> = centres.iter().map(|it| it.answer(&rule.id)).collect();
            let differing = answers.windows(2).any(|pair| pair.first() != pair.last());
            importance != Importance::NotForMe
                && (!filter.differing.get() || differing)
                && (!filter.essential.get() || importance == Importance::Essential)
                && (!filter.open.get() || answers.iter().any(|answer| answer.is_open()))
        };
        let rows: Vec<El> = rules
            .iter()
            .filter(shown)
            .map(|rule| row(desk, &centres, rule, document.importance_of(rule)))
            .collect();
        if rows.is_empty() {
            return el("p").text(desk.text(ChecklistText::TableEmpty));
        }
        let corner = cell("th", "columnheader")
            .attr("scope", "col")
            .text(desk.text(ChecklistText::TableQuestion));
        let heads = centres.iter().map(|centre| {
            cell("th", "columnheader")
                .attr("scope", "col")
                .child(el("bdi").text(centre.name().to_owned()))
        });
        let head = el("thead")
            .attr("role", "rowgroup")
            .child(el("tr").attr("role", "row").child(corner).children(heads));
        el("div")
            .class("table-box")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-labelledby", "side-by-side")
            .child(
                // The roles survive the styles that make cards of the rows.
                el("table")
                    .class("answers")
                    .attr("role", "table")
                    .child(head)
                    .child(el("tbody").attr("role", "rowgroup").children(rows)),
            )
    })
}

fn cell(tag: &'static str, role: &'static str) -> El {
    el(tag).attr("role", role)
}

fn row(desk: Desk, centres: &[&Centre], rule: &Rule, importance: Importance) -> El {
    let head = cell("th", "rowheader")
        .attr("scope", "row")
        .child(el("span").text(desk.question(&rule.id)))
        .text(" ")
        .child(
            el("span")
                .class("digest")
                .text(desk.text(importance_text(importance))),
        );
    let cells = centres.iter().map(|centre| {
        let answer = centre.answer(&rule.id);
        let td = cell("td", "cell")
            .attr("data-answer", answer.code())
            .child(
                // Seen where the heads of the columns are not.
                el("bdi")
                    .class("cell-centre")
                    .attr("aria-hidden", "true")
                    .text(centre.name().to_owned()),
            )
            .child(
                el("span")
                    .class("cell-answer")
                    .text(desk.text(answer_text(answer))),
            );
        let Some(entry) = centre.entry(&rule.id) else {
            return td;
        };
        let mut source = Vec::new();
        source.extend(entry.reply.who.map(|who| desk.text(who_text(who))));
        source.extend(entry.reply.on.map(|on| desk.locale.date(on)));
        let td = if source.is_empty() {
            td
        } else {
            td.child(el("span").class("cell-more").text(source.join(" · ")))
        };
        if entry.reply.note.is_empty() {
            td
        } else {
            td.child(
                el("span")
                    .class("cell-more")
                    .attr("dir", "auto")
                    .text(entry.reply.note.to_string()),
            )
        }
    });
    el("tr").attr("role", "row").child(head).children(cells)
}
