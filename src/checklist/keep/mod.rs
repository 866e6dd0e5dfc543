//! Keeping, taking along and erasing: one idea in each section.

mod erase;
mod export;
mod qr;

use hipec_core::{
    checklist::{
        self, Place,
        limits::MAX_QR_CHARS,
        link::{self, Notes},
    },
    drawing::{Icon, icon},
    route::{PageId, Route},
    words::ChecklistText,
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    desk::{Desk, SaveState, today},
    fields::sign_button,
    incoming, places, send,
};
use crate::{
    element::{El, el, nothing, redrawn},
    platform::{address, download, persist, share},
};

/// All sections.
pub(super) fn keep(desk: Desk) -> El {
    let full = redrawn(
        move || desk.with(checklist::Checklist::is_empty).to_string(),
        move || {
            if desk.with(checklist::Checklist::is_empty) {
                let empty = desk.text(ChecklistText::KeepEmpty);
                return el("p").class("keep-part").text(empty).into_view();
            }
            el("div")
                .child(to_send(desk))
                .child(message(desk))
                .child(table(desk))
                .into_view()
        },
    );
    el("section")
        .class("keep")
        .attr("aria-labelledby", places::TITLE)
        .child(places::title().text(desk.text(ChecklistText::PlaceKeep)))
        .child(kept(desk))
        .child(safe_copy(desk))
        .view(full)
        .child(paper(desk))
        .child(erase::erase(desk))
}

/// A section with its heading and a sentence.
fn part(desk: Desk, id: &'static str, title: ChecklistText, about: ChecklistText) -> El {
    el("section")
        .class("keep-part")
        .attr("aria-labelledby", id)
        .child(el("h3").attr("id", id).text(desk.text(title)))
        .child(el("p").text(desk.text(about)))
}

fn actions() -> El {
    el("p").class("actions")
}

/// Where the list is, who can see it, and who may delete it.
fn kept(desk: Desk) -> El {
    let promised = RwSignal::new(false);
    spawn_local(async move {
        let is_promised = persist::is_promised().await;
        // The person may have gone elsewhere meanwhile.
        let _ = promised.try_set(is_promised);
    });
    let state = move || {
        desk.text(match desk.save.get() {
            SaveState::Starting => ChecklistText::Starting,
            SaveState::Nothing => ChecklistText::NothingYet,
            SaveState::Saving => ChecklistText::Saving,
            SaveState::Saved => ChecklistText::Saved,
            SaveState::Failed(_) => ChecklistText::NotSaved,
        })
    };
    let promise = move || {
        desk.text(if promised.get() {
            ChecklistText::KeepPromised
        } else {
            ChecklistText::KeepNotPromised
        })
    };
    let recover = Route::Page(desk.locale, PageId::Recover).path();
    part(
        desk,
        "keep-where",
        ChecklistText::KeepWhere,
        ChecklistText::KeepWhereText,
    )
    .child(el("p").class("keep-state").live_text(state))
    .child(
        el("ul")
            .class("list")
            .child(el("li").text(desk.text(ChecklistText::KeepSharedPhone)))
            .child(el("li").live_text(promise))
            .child(el("li").text(desk.text(ChecklistText::KeepIphone))),
    )
    .child(
        el("p").child(
            el("a")
                .attr("href", recover)
                .attr("rel", "external")
                .text(desk.text(ChecklistText::KeepRecover)),
        ),
    )
}

fn file_name(ending: &str) -> String {
    let day = today().map(String::from).unwrap_or_default();
    ["hipec-checklist-", &day, ".", ending].concat()
}

fn saved(desk: Desk) -> String {
    desk.with_untracked(checklist::save)
}

const JSON: &str = "application/json";

/// How the list can be shared as a file. Many systems let only files of text
/// through, so there it is one by name.
const SHARED_AS: [(&str, &str); 2] = [("json", JSON), ("txt", "text/plain")];

/// A file, and opening one.
fn safe_copy(desk: Desk) -> El {
    let empty = move || desk.with(checklist::Checklist::is_empty);
    let save = sign_button(desk, Icon::File, ChecklistText::KeepSaveFile)
        .attr("id", "save-file")
        .class("button button-main")
        .flag("disabled", empty)
        .on("click", move |_| {
            if download::file(&file_name("json"), JSON, &saved(desk)) {
                desk.backed_up();
            }
        });
    let way = SHARED_AS
        .into_iter()
        .find(|(ending, kind)| share::can_share_file(&file_name(ending), kind));
    let buttons = actions().child(save).children(way.map(|(ending, kind)| {
        sign_button(desk, Icon::Share, ChecklistText::KeepShareFile)
            .flag("disabled", empty)
            .on("click", move |_| {
                let shared = share::file("", &file_name(ending), kind, &saved(desk));
                spawn_local(async move {
                    if shared.await == share::Shared::Done && !desk.nudge.is_disposed() {
                        desk.backed_up();
                    }
                });
            })
    }));
    let open = el("div")
        .class("field open-file")
        .child(
            el("label")
                .attr("for", "open-file")
                .text(desk.text(ChecklistText::KeepOpenFile)),
        )
        .child(
            el("input")
                .attr("id", "open-file")
                .attr("type", "file")
                .attr("accept", ".json,.txt,application/json,text/plain")
                .attr("aria-describedby", "open-file-hint")
                .on("change", move |event| incoming::by_file(desk, event)),
        )
        .child(
            el("p")
                .class("hint")
                .attr("id", "open-file-hint")
                .text(desk.text(ChecklistText::KeepOpenHint)),
        );
    part(
        desk,
        "keep-copy",
        ChecklistText::KeepCopy,
        ChecklistText::KeepCopyAbout,
    )
    .child(buttons)
    .child(open)
}

/// The list in a link.
fn to_send(desk: Desk) -> El {
    let notes = RwSignal::new(false);
    let tick = el("label")
        .class("tick")
        .child(
            el("input")
                .attr("type", "checkbox")
                .attr("id", "with-notes")
                .checked(move || notes.get())
                .on("change", move |_| notes.update(|notes| *notes = !*notes)),
        )
        .child(el("span").text(desk.text(ChecklistText::KeepWithNotes)));
    let link = redrawn(
        move || [&desk.revision().to_string(), " ", &notes.get().to_string()].concat(),
        move || {
            let notes = if notes.get() {
                Notes::Included
            } else {
                Notes::Excluded
            };
            let fragment = desk.with_content_rules(|rules| {
                desk.with(|document| link::offer(document, rules, notes))
            });
            match fragment {
                Some(fragment) => with_link(desk, &fragment),
                None => el("p").text(desk.text(ChecklistText::KeepLinkLong)),
            }
            .into_view()
        },
    );
    part(
        desk,
        "keep-send",
        ChecklistText::KeepSend,
        ChecklistText::KeepSendAbout,
    )
    .child(tick)
    .child(
        el("p")
            .class("hint")
            .text(desk.text(ChecklistText::KeepAlways)),
    )
    .view(link)
}

fn with_link(desk: Desk, fragment: &str) -> El {
    let address = [&address::page(), "#", fragment].concat();
    let length = desk.fill(
        ChecklistText::KeepLinkLength,
        &[("length", &address.chars().count().to_string())],
    );
    let copied = address.clone();
    let shared = address.clone();
    let link = el("div")
        .child(el("p").class("hint").attr("id", "link-length").text(length))
        .child(
            actions()
                .child(send::copy(desk, move || copied.clone()).attr("id", "copy-link"))
                .child(send::share(desk, move || shared.clone())),
        );
    if address.len() > MAX_QR_CHARS {
        return link;
    }
    let opened = RwSignal::new(false);
    let code = redrawn(
        move || opened.get().to_string(),
        move || {
            if opened.get() {
                qr::code(desk, &address)
            } else {
                nothing()
            }
        },
    );
    link.child(
        el("details")
            .class("fold")
            .on("toggle", move |_| opened.set(true))
            .child(el("summary").text(desk.text(ChecklistText::KeepQr)))
            .child(el("p").text(desk.text(ChecklistText::KeepQrAbout)))
            .view(code),
    )
}

/// The list as plain text.
fn message(desk: Desk) -> El {
    part(
        desk,
        "keep-text",
        ChecklistText::KeepText,
        ChecklistText::KeepTextAbout,
    )
    .child(
        actions()
            .child(send::copy(desk, move || export::text(desk)).attr("id", "copy-text"))
            .child(send::share(desk, move || export::text(desk))),
    )
}

/// The list as a table.
fn table(desk: Desk) -> El {
    part(
        desk,
        "keep-csv",
        ChecklistText::KeepCsv,
        ChecklistText::KeepCsvAbout,
    )
    .child(
        actions().child(
            sign_button(desk, Icon::File, ChecklistText::KeepSaveCsv)
                .attr("id", "save-csv")
                .on("click", move |_| {
                    download::file(
                        &file_name("csv"),
                        "text/csv;charset=utf-8",
                        &export::csv(desk),
                    );
                }),
        ),
    )
}

/// What can be printed.
fn paper(desk: Desk) -> El {
    let links = [
        (Place::Compare, ChecklistText::PlaceCompare),
        (Place::Ask(None), ChecklistText::PlaceAsk),
        (Place::Decide, ChecklistText::PlaceDecide),
        (Place::Sheet, ChecklistText::SheetTitle),
    ];
    let links = links.into_iter().map(|(place, word)| {
        places::link(place)
            .class("button")
            .child(icon(Icon::Print))
            .child(el("span").text(desk.text(word)))
    });
    part(
        desk,
        "keep-paper",
        ChecklistText::KeepPaper,
        ChecklistText::KeepPaperAbout,
    )
    .child(actions().children(links))
}
