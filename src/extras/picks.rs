//! Keeping the questions that were picked.
//!
//! The boxes are real ones of the delivered page; printing what is ticked needs
//! no program. Here they are kept on the device, counted, copied and sent.

use hipec_core::{
    drawing::{Icon, icon},
    picks::Picks,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    element::{View, el},
    platform::{boxes, clipboard, lifecycle, place::Place, print, share, storage},
};

/// The bar below the questions.
pub(super) fn view(place: &Place) -> View {
    let word = |name: &str| place.word(name);
    let (none, count) = (word("none"), word("count"));
    let (not_kept, copied, title) = (word("not-kept"), word("copied"), word("title"));
    let picked = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let kept = storage::read(storage::QUESTIONS);
    // What cannot be read must not be written over.
    let readable = kept.is_ok();
    if !readable {
        said.set(not_kept.clone());
    }
    // Boxes that were ticked before the program came count too.
    let early = boxes::ticked();
    let mut picks = Picks::read(&kept.ok().flatten().unwrap_or_default());
    for id in &early {
        picks.set(id, true);
    }
    let keep = move |picks: &Picks| {
        let text = picks.write();
        picked.set(text.clone());
        let done = if !readable {
            Err(storage::WriteError::Blocked)
        } else if text.is_empty() {
            storage::remove(storage::QUESTIONS)
        } else {
            storage::write(storage::QUESTIONS, &text)
        };
        said.set(if done.is_err() {
            not_kept.clone()
        } else {
            String::new()
        });
    };
    show(&picks);
    if early.is_empty() {
        picked.set(picks.write());
    } else {
        keep(&picks);
    }
    let kept_on_change = keep.clone();
    boxes::on_change(move |id, ticked| {
        let mut picks = Picks::read(&picked.get_untracked());
        picks.set(id, ticked);
        kept_on_change(&picks);
    });
    lifecycle::on_other_window(storage::QUESTIONS, move |text| {
        let picks = Picks::read(&text.unwrap_or_default());
        show(&picks);
        picked.set(picks.write());
    });
    let status = el("p").attr("role", "status").live_text(move || {
        picked.track();
        let number = match boxes::ticked().len() {
            0 => none.clone(),
            number => count.replace("{count}", &number.to_string()),
        };
        [&number, " ", &said.get()].concat()
    });
    let button = |sign, text: String| {
        el("button")
            .attr("type", "button")
            .class("button")
            .child(icon(sign))
            .child(el("span").text(text))
    };
    let list = move || [title.as_str(), "\n\n", &boxes::ticked_texts().join("\n")].concat();
    let listed = list.clone();
    let print = button(Icon::Print, word("print")).on("click", |_| print::print());
    let copy = button(Icon::Copy, word("copy")).on("click", move |_| {
        hand(listed(), false, said, copied.clone());
    });
    let send = share::can_share_text().then(|| {
        button(Icon::Share, word("share"))
            .on("click", move |_| hand(list(), true, said, String::new()))
    });
    let clear = button(Icon::Bin, word("clear")).on("click", move |_| {
        show(&Picks::default());
        keep(&Picks::default());
    });
    el("div")
        .class("picked-bar")
        .child(status)
        .child(print)
        .child(copy)
        .children(send)
        .child(clear)
        .into_view()
}

/// Ticks the boxes as they are kept.
fn show(picks: &Picks) {
    boxes::tick(|id| picks.has(id));
}

fn hand(text: String, sheet: bool, said: RwSignal<String>, copied: String) {
    // The sheet opens only while the tap counts.
    let shared = sheet.then(|| share::text("", &text));
    spawn_local(async move {
        let taken = match shared {
            Some(shared) => shared.await != share::Shared::NotPossible,
            None => false,
        };
        if !taken && clipboard::copy(&text).await {
            said.set(copied);
        }
    });
}
