//! What stands behind an answer: the note, who said it, when, and how much
//! the question matters.

use hipec_core::{
    checklist::{Action, CentreId, CriterionId, Importance, Reply, Rule, WhoSaid},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    desk::Desk,
    fields::{self, choice, labelled},
    words::{importance_text, who_text},
};
use crate::element::{El, el, live, nothing};

/// A fold with everything behind an answer; `importance` is what the content
/// gives, and absent where nothing is weighed. It is filled when it is opened:
/// sixty questions would otherwise mean hundreds of fields that nobody uses.
pub(super) fn more(desk: Desk, id: &CriterionId, importance: Option<Importance>) -> AnyView {
    let opened = RwSignal::new(false);
    let rule = importance.map(|importance| Rule {
        id: id.clone(),
        importance,
    });
    let line = {
        let (id, rule) = (id.clone(), rule.clone());
        move || digest(desk, &id, rule.as_ref())
    };
    let body = {
        let id = id.clone();
        live(move || {
            if !opened.get() {
                return nothing();
            }
            let fields = el("div").class("answer-fields");
            let fields = match desk.open.get() {
                Some(centre) => fields
                    .child(note(desk, centre, &id))
                    .child(who(desk, centre, &id))
                    .child(when(desk, centre, &id)),
                None => fields,
            };
            match &rule {
                Some(rule) => fields.child(weight(desk, rule)),
                None => fields,
            }
            .into_any()
        })
    };
    let fold = el("details")
        .class("answer-more only-script")
        // Once filled it stays, so that nothing moves when it is closed.
        .on("toggle", move |_| opened.set(true))
        .child(
            el("summary")
                .child(el("span").text(desk.text(ChecklistText::More)))
                .text(" ")
                .child(el("span").class("digest").live_text(line)),
        )
        .view(body);
    let shown = {
        let id = id.clone();
        move || {
            desk.open
                .get()
                .map(|centre| desk.with(|document| document.note(centre, &id).to_owned()))
                .unwrap_or_default()
        }
    };
    el("div")
        .class("reply")
        .child(fold)
        .child(
            el("p")
                .class("note-shown")
                .attr("dir", "auto")
                .live_text(shown),
        )
        .into_any()
}

/// What the fold holds, in a few words.
fn digest(desk: Desk, id: &CriterionId, rule: Option<&Rule>) -> String {
    let mut parts = Vec::new();
    parts.extend(rule.map(|rule| {
        desk.with(|document| desk.text(importance_text(document.importance_of(rule))))
    }));
    if let Some(centre) = desk.open.get() {
        desk.with_centre(centre, |_, centre, _| {
            if let Some(entry) = centre.entry(id) {
                parts.extend(entry.reply.who.map(|who| desk.text(who_text(who))));
                parts.extend(entry.reply.on.map(|on| desk.locale.date(on)));
            }
        });
    }
    parts.join(" · ")
}

fn note(desk: Desk, centre: CentreId, id: &CriterionId) -> El {
    let current = {
        let id = id.clone();
        move || desk.with(|document| document.note(centre, &id).to_owned())
    };
    let criterion = id.clone();
    let field = fields::text(desk, current, move |note| {
        desk.dispatch(Action::SetNote {
            centre,
            criterion: criterion.clone(),
            note,
        });
    });
    let id = ["note-", id.as_str()].concat();
    labelled(&id, desk.text(ChecklistText::Note), field)
}

fn who(desk: Desk, centre: CentreId, id: &CriterionId) -> El {
    let current = reply_memo(desk, centre, id, |reply| reply.who);
    let unknown = (String::new(), desk.text(ChecklistText::WhoUnknown));
    let known = WhoSaid::ALL.map(|who| (who.code().to_owned(), desk.text(who_text(who))));
    let options = std::iter::once(unknown).chain(known).collect();
    let criterion = id.clone();
    let field = choice(
        options,
        move || current.get().map_or("", WhoSaid::code).to_owned(),
        move |code| {
            desk.dispatch(Action::SetWho {
                centre,
                criterion: criterion.clone(),
                who: WhoSaid::from_code(&code),
            });
        },
    );
    let id = ["who-", id.as_str()].concat();
    labelled(&id, desk.text(ChecklistText::Who), field)
}

fn when(desk: Desk, centre: CentreId, id: &CriterionId) -> El {
    let current = reply_memo(desk, centre, id, |reply| reply.on);
    let criterion = id.clone();
    let field = fields::date(
        move || current.get(),
        move |on| {
            desk.dispatch(Action::SetDate {
                centre,
                criterion: criterion.clone(),
                on,
            });
        },
    );
    let id = ["when-", id.as_str()].concat();
    labelled(&id, desk.text(ChecklistText::When), field)
}

fn reply_memo<T: Clone + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    centre: CentreId,
    id: &CriterionId,
    read: fn(&Reply) -> Option<T>,
) -> Memo<Option<T>> {
    let id = id.clone();
    Memo::new(move |_| {
        desk.with_centre(centre, |_, centre, _| {
            centre.entry(&id).and_then(|entry| read(&entry.reply))
        })
        .flatten()
    })
}

fn weight(desk: Desk, rule: &Rule) -> El {
    let id = ["importance-", rule.id.as_str()].concat();
    let current = Memo::new({
        let rule = rule.clone();
        move |_| desk.with(|document| document.importance_of(&rule))
    });
    let options = Importance::ALL
        .map(|it| (it.code().to_owned(), desk.text(importance_text(it))))
        .into();
    let criterion = rule.id.clone();
    let hint = [id.as_str(), "-hint"].concat();
    let field = choice(
        options,
        move || current.get().code().to_owned(),
        move |code| {
            if let Some(importance) = Importance::from_code(&code) {
                desk.dispatch(Action::SetImportance {
                    criterion: criterion.clone(),
                    importance,
                });
            }
        },
    )
    .attr("aria-describedby", hint.clone());
    labelled(&id, desk.text(ChecklistText::Importance), field).child(
        el("p")
            .class("hint")
            .attr("id", hint)
            .text(desk.text(ChecklistText::ImportanceForAll)),
    )
}
