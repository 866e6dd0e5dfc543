//! What the answers about a centre add up to: what is answered, what is
//! missing, and the range it can still reach.

use hipec_core::{
    checklist::{self, CentreId, Essentials, Warning, WarningKind},
    drawing::{Icon, icon},
    markup::{Element as Markup, el as markup},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::desk::Desk;
use crate::element::{El, el, live, nothing};

/// "9 of 28 answered", and how many they would not answer.
pub(super) fn answered(desk: Desk, id: CentreId) -> AnyView {
    let sums = Memo::new(move |_| desk.with_centre(id, checklist::answered));
    live(move || {
        let Some(sums) = sums.get() else {
            return nothing();
        };
        let values = (sums.answered.to_string(), sums.of.to_string());
        let text = desk.fill(
            ChecklistText::Answered,
            &[("answered", &values.0), ("total", &values.1)],
        );
        let line = el("p").class("answered").child(el("span").text(text));
        let silent = sums.asked.saturating_sub(sums.answered);
        if silent == 0 {
            return line.into_any();
        }
        let count = usize::try_from(silent).unwrap_or(usize::MAX);
        line.child(
            el("span")
                .class("silent")
                .text(desk.count(ChecklistText::AskedNoAnswerCount, count)),
        )
        .into_any()
    })
}

/// The essentials that are not met, each by its question.
pub(super) fn warnings(desk: Desk, id: CentreId) -> AnyView {
    let warnings = Memo::new(move |_| {
        desk.with_centre(id, checklist::warnings)
            .unwrap_or_default()
    });
    live(move || {
        let entries: Vec<El> =
            warnings.with(|all| all.iter().filter_map(|it| warning(desk, it)).collect());
        if entries.is_empty() {
            nothing()
        } else {
            el("ul").class("warnings").children(entries).into_any()
        }
    })
}

fn warning(desk: Desk, warning: &Warning) -> Option<El> {
    let (class, sign, key) = match warning.kind {
        WarningKind::EssentialNo => (
            "warning warning-grave",
            Icon::Attention,
            ChecklistText::WarningNo,
        ),
        WarningKind::EssentialWouldNotSay => (
            "warning warning-grave",
            Icon::Attention,
            ChecklistText::WarningWouldNotSay,
        ),
        WarningKind::EssentialPartly => ("warning", Icon::Info, ChecklistText::NoticePartly),
        // Counted beside the answers; a card is no place for each of them.
        WarningKind::WouldNotSay => return None,
    };
    let question = desk.question(&warning.criterion);
    let text = desk.fill(key, &[("question", &question)]);
    Some(
        el("li")
            .class(class)
            .child(icon(sign))
            .child(el("span").text(text)),
    )
}

/// One box an essential question, so that none disappears in a sum.
pub(super) fn essentials(desk: Desk, id: CentreId) -> El {
    let sums = Memo::new(move |_| desk.with_centre(id, checklist::essentials));
    measure(desk, ChecklistText::Essentials).view(live(move || {
        let Some(sums) = sums.get() else {
            return nothing();
        };
        essentials_in_words(desk, sums).into_any()
    }))
}

fn essentials_in_words(desk: Desk, essentials: Essentials) -> El {
    let unmet = essentials.not_met + essentials.partly;
    let open = essentials.open + essentials.would_not_say;
    let total = essentials.met + unmet + open;
    if total == 0 {
        return el("p")
            .class("measure-text")
            .text(desk.text(ChecklistText::EssentialsNone));
    }
    let counts = [
        ("box box-met", essentials.met),
        ("box box-partly", essentials.partly),
        ("box box-not-met", essentials.not_met),
        ("box box-silent", essentials.would_not_say),
        ("box box-open", essentials.open),
    ];
    let boxes = counts
        .into_iter()
        .flat_map(|(class, count)| (0..count).map(move |_| el("span").class(class)));
    let text = desk.fill(
        ChecklistText::EssentialsSummary,
        &[
            ("met", &essentials.met.to_string()),
            ("open", &open.to_string()),
            ("unmet", &unmet.to_string()),
            ("total", &total.to_string()),
        ],
    );
    el("div")
        .child(
            el("p")
                .class("boxes")
                .attr("aria-hidden", "true")
                .children(boxes),
        )
        .child(el("p").class("measure-text").text(text))
}

/// The lowest and the highest that the centre can still reach.
pub(super) fn range(desk: Desk, id: CentreId) -> El {
    let range = Memo::new(move |_| desk.with_centre(id, checklist::range).flatten());
    measure(desk, ChecklistText::RangeTitle).view(live(move || {
        let Some(range) = range.get() else {
            return el("p")
                .class("measure-text")
                .text(desk.text(ChecklistText::RangeNone))
                .into_any();
        };
        let (low, high) = (range.low_percent(), range.high_percent());
        let values = (low.to_string(), high.to_string());
        let text = desk.fill(
            ChecklistText::RangeText,
            &[("low", &values.0), ("high", &values.1)],
        );
        el("div")
            .child(bar(low, high))
            .child(el("p").class("measure-text").text(text))
            .into_any()
    }))
}

fn measure(desk: Desk, title: ChecklistText) -> El {
    el("div")
        .class("measure")
        .child(el("p").class("measure-title").text(desk.text(title)))
}

/// The range as a bar from 0 to 100. `low` and `high` are whole percent,
/// `low <= high`. It is drawn from the reading side; the words beside it say
/// the same.
fn bar(low: u32, high: u32) -> Markup {
    // A point would be invisible: even a settled range keeps a little width.
    let width = high.saturating_sub(low).clamp(2, 100);
    let start = low.min(100 - width);
    let rect = |class: &'static str, x: u32, y: &'static str, width: u32, height: &'static str| {
        markup("rect")
            .class(class)
            .attr("x", x.to_string())
            .attr("y", y)
            .attr("width", width.to_string())
            .attr("height", height)
    };
    markup("svg")
        .class("range-bar")
        .attr("viewBox", "0 0 100 8")
        .attr("preserveAspectRatio", "none")
        .attr("width", "100%")
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .child(rect("range-track", 0, "2", 100, "4"))
        .child(rect("range-fill", start, "0", width, "8"))
}
