//! What the answers about a centre add up to: what is answered, what is
//! missing, and the range it can still reach.

use hipec_core::{
    checklist::{self, CentreId, Essentials, Warning, WarningKind},
    drawing::{Icon, icon},
    markup::{Element as Markup, el as markup},
    words::ChecklistText,
};

use super::desk::Desk;
use crate::element::{El, View, el, nothing, redrawn};

/// "9 of 28 answered", and how many they would not answer.
pub(super) fn answered(desk: Desk, id: CentreId) -> El {
    let sums = move || {
        desk.with_centre(id, checklist::answered)
            .unwrap_or_default()
    };
    let answered = move || {
        let sums = sums();
        let values = (sums.answered.to_string(), sums.of.to_string());
        desk.fill(
            ChecklistText::Answered,
            &[("answered", &values.0), ("total", &values.1)],
        )
    };
    let silent = move || {
        let sums = sums();
        let silent = sums.asked.saturating_sub(sums.answered);
        match usize::try_from(silent) {
            Ok(0) | Err(_) => String::new(),
            Ok(count) => desk.count(ChecklistText::AskedNoAnswerCount, count),
        }
    };
    el("p")
        .class("answered")
        .child(el("span").live_text(answered))
        .child(el("span").class("silent").live_text(silent))
}

/// The essentials that are not met, each by its question.
pub(super) fn warnings(desk: Desk, id: CentreId) -> View {
    let words = move || {
        let all = desk
            .with_centre(id, checklist::warnings)
            .unwrap_or_default();
        all.iter()
            .filter_map(|it| warning(desk, it))
            .collect::<Vec<_>>()
    };
    let key = move || {
        let texts = words().into_iter().map(|(_, text)| text);
        texts.collect::<Vec<_>>().join("\n")
    };
    redrawn(key, move || {
        let entries = words().into_iter().map(|(grave, text)| {
            let (class, sign) = if grave {
                ("warning warning-grave", Icon::Attention)
            } else {
                ("warning", Icon::Info)
            };
            el("li")
                .class(class)
                .child(icon(sign))
                .child(el("span").text(text))
        });
        let entries: Vec<El> = entries.collect();
        if entries.is_empty() {
            nothing()
        } else {
            el("ul").class("warnings").children(entries).into_view()
        }
    })
}

/// Whether it is grave, and what it says.
fn warning(desk: Desk, warning: &Warning) -> Option<(bool, String)> {
    let key = match warning.kind {
        WarningKind::EssentialNo => ChecklistText::WarningNo,
        WarningKind::EssentialWouldNotSay => ChecklistText::WarningWouldNotSay,
        WarningKind::EssentialPartly => ChecklistText::NoticePartly,
        // Counted beside the answers; a card is no place for each of them.
        WarningKind::WouldNotSay => return None,
    };
    let question = desk.question(&warning.criterion);
    let text = desk.fill(key, &[("question", &question)]);
    Some((warning.kind.is_grave(), text))
}

/// One box an essential question, so that none disappears in a sum.
pub(super) fn essentials(desk: Desk, id: CentreId) -> El {
    let sums = move || {
        desk.with_centre(id, checklist::essentials)
            .unwrap_or_default()
    };
    let key = move || {
        let sums = sums();
        let counts = [
            sums.met,
            sums.partly,
            sums.not_met,
            sums.would_not_say,
            sums.open,
        ];
        counts.map(|count| count.to_string()).join(" ")
    };
    measure(desk, ChecklistText::Essentials).view(redrawn(key, move || {
        essentials_in_words(desk, sums()).into_view()
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
    measure(desk, ChecklistText::RangeTitle).view(range_line(desk, id))
}

/// The same without its title: the bar and the words.
pub(super) fn range_line(desk: Desk, id: CentreId) -> View {
    let percent = move || {
        let range = desk.with_centre(id, checklist::range).flatten()?;
        Some((range.low_percent(), range.high_percent()))
    };
    let words = move || match percent() {
        Some((low, high)) => desk.fill(
            ChecklistText::RangeText,
            &[("low", &low.to_string()), ("high", &high.to_string())],
        ),
        None => desk.text(ChecklistText::RangeNone),
    };
    redrawn(words, move || {
        let words = el("p").class("measure-text").text(words());
        match percent() {
            Some((low, high)) => el("div").child(bar(low, high)).child(words),
            None => words,
        }
        .into_view()
    })
}

fn measure(desk: Desk, title: ChecklistText) -> El {
    el("div")
        .class("measure")
        .child(el("p").class("measure-title").text(desk.text(title)))
}

/// The range as a bar from 0 to 100. `low` and `high` are whole percent,
/// `low <= high`. It is drawn from the reading side; the words beside it say
/// the same.
pub(super) fn bar(low: u32, high: u32) -> Markup {
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
