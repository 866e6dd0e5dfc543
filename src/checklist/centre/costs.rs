//! What it costs, line by line, and what it adds up to.

use hipec_core::{
    checklist::{
        Action, Centre, CentreId, CostId, CostLine, Currency, format_amount, parse_amount, totals,
    },
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use crate::checklist::{
    desk::{Desk, seed},
    fields::{self, labelled},
};
use crate::element::{El, each, el};

/// A fold with a line for each cost.
pub(super) fn costs(desk: Desk, id: CentreId) -> El {
    let keys = move || {
        desk.with_centre(id, |_, centre, _| {
            let lines = centre.costs().iter();
            lines.map(|line| line.id.number().to_string()).collect()
        })
        .unwrap_or_default()
    };
    let lines = each(keys, move |key| line(desk, id, key));
    let add = fields::button(desk, ChecklistText::CostAdd).on("click", move |_| {
        desk.dispatch(Action::AddCost {
            centre: id,
            seed: seed(),
        });
    });
    el("details")
        .class("fold costs")
        .child(
            el("summary")
                .child(el("span").text(desk.text(ChecklistText::CostsHeading)))
                .text(" ")
                .child(el("span").class("digest").live_text(move || sums(desk, id))),
        )
        .child(
            el("p")
                .class("hint")
                .text(desk.text(ChecklistText::CostsAbout)),
        )
        .child(el("ul").class("cost-lines").view(lines))
        .child(el("p").class("actions").child(add))
}

/// The totals, each in its own currency.
fn sums(desk: Desk, id: CentreId) -> String {
    desk.with_centre(id, |_, centre, _| sums_of(desk, centre))
        .unwrap_or_default()
}

/// The totals of a centre in words; empty where it has no costs.
pub(super) fn sums_of(desk: Desk, centre: &Centre) -> String {
    let all = totals(centre).into_iter().map(|total| {
        let sum = [&format_amount(total.sum), " ", total.currency.code()].concat();
        if total.unknown == 0 {
            return sum;
        }
        let unknown = desk.count(ChecklistText::CostsUnknownCount, total.unknown);
        desk.fill(
            ChecklistText::CostsAndUnknown,
            &[("sum", &sum), ("unknown", &unknown)],
        )
    });
    all.collect::<Vec<_>>().join(" · ")
}

fn line(desk: Desk, id: CentreId, key: &str) -> El {
    let now = {
        let key = key.to_owned();
        move || {
            desk.with_centre(id, |_, centre, _| {
                let mut lines = centre.costs().iter();
                lines
                    .find(|line| line.id.number().to_string() == key)
                    .cloned()
            })
            .flatten()
        }
    };
    let name = |part: &str| ["cost-", key, part].concat();
    let change = {
        let now = now.clone();
        move |change: &dyn Fn(&mut CostLine)| {
            if let Some(mut line) = untrack(&now) {
                change(&mut line);
                desk.dispatch(Action::SetCost { centre: id, line });
            }
        }
    };
    let what = {
        let (now, change) = (now.clone(), change.clone());
        fields::line(
            desk,
            move || now().map(|line| line.what.into()).unwrap_or_default(),
            move |text| change(&|line| line.what = text.as_str().into()),
        )
    };
    let amount = {
        let (now, change) = (now.clone(), change.clone());
        el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("dir", "ltr")
            .attr("autocomplete", "off")
            .value(move || {
                let amount = now().and_then(|line| line.amount);
                amount.map(format_amount).unwrap_or_default()
            })
            // Not while typing: half a number is no number.
            .on("change", move |event| {
                match parse_amount(&event_target_value(&event)) {
                    Ok(amount) => change(&|line| line.amount = amount),
                    Err(_) => desk.refuse(ChecklistText::RejectedAmount),
                }
                desk.seal();
            })
    };
    let currency = {
        let (now, change) = (now.clone(), change);
        let current = crate::element::memo(move || {
            now()
                .map(|line| line.currency.code().to_owned())
                .unwrap_or_default()
        });
        let options = Currency::ALL.map(|it| (it.code().to_owned(), it.code().to_owned()));
        fields::choice(
            options.into(),
            move || current.get(),
            move |code| {
                if let Some(currency) = Currency::from_code(&code) {
                    change(&|line| line.currency = currency);
                }
            },
        )
    };
    let remove = el("button")
        .attr("type", "button")
        .class("button button-icon")
        .attr("aria-label", desk.text(ChecklistText::CostRemove))
        .attr("title", desk.text(ChecklistText::CostRemove))
        .on("click", move |_| {
            if let Some(cost) = untrack(&now).map(|line: CostLine| -> CostId { line.id }) {
                desk.dispatch(Action::RemoveCost { centre: id, cost });
            }
        })
        .child(icon(Icon::Bin));
    el("li")
        .class("cost-line")
        .child(labelled(
            &name("-what"),
            desk.text(ChecklistText::CostWhat),
            what,
        ))
        .child(labelled(
            &name("-amount"),
            desk.text(ChecklistText::CostAmount),
            amount,
        ))
        .child(labelled(
            &name("-currency"),
            desk.text(ChecklistText::CostCurrency),
            currency,
        ))
        .child(remove)
}
