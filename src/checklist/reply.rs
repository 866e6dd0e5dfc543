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
use crate::element::{El, el, memo, nothing, redrawn};

/// A fold with everything behind an answer; `importance` is what the content
/// gives, and absent where nothing is weighed. It is filled when it is opened:
/// sixty questions would otherwise mean hundreds of fields that nobody uses.
pub(super) fn fold(desk: Desk, id: &CriterionId, importance: Option<Importance>) -> El {
    let opened = RwSignal::new(false);
    let rule = importance.map(|importance| Rule {
        id: id.clone(),
        importance,
    });
    let line = {
        let (id, rule) = (id.clone(), rule.clone());
        move || digest(desk, &id, rule.as_ref())
    };
    let written = {
        let id = id.clone();
        move || {
            let centre = desk.open.get();
            let note = centre.map(|id_| desk.with(|document| document.note(id_, &id).to_owned()));
            note.unwrap_or_default()
        }
    };
    let body = {
        let id = id.clone();
        let key = move || match desk.open.get() {
            Some(centre) if opened.get() => centre.number().to_string(),
            _ => String::new(),
        };
        redrawn(key, move || match desk.open.get() {
            Some(centre) if opened.get() => {
                let fields = el("fieldset")
                    .class("answer-fields")
                    .flag("disabled", move || desk.looking.get())
                    .child(note(desk, centre, &id))
                    .child(who(desk, centre, &id))
                    .child(when(desk, centre, &id));
                match &rule {
                    Some(rule) => fields.child(weight(desk, rule)),
                    None => fields,
                }
                .into_view()
            }
            _ => nothing(),
        })
    };
    let fold = el("details")
        .class("answer-more")
        // Once filled it stays, so that nothing moves when it is closed.
        .on("toggle", move |_| opened.set(true))
        .child(
            el("summary")
                .child(el("span").text(desk.text(ChecklistText::More)))
                .text(" ")
                .child(el("span").class("digest").live_text(line)),
        )
        .view(body);
    let note = el("p")
        .class("note-shown")
        .attr("dir", "auto")
        .live_text(written);
    el("div").class("reply").child(fold).child(note)
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
    let current = stored(desk, centre, id, |reply| {
        reply.who.map(|who| who.code().to_owned())
    });
    let unknown = (String::new(), desk.text(ChecklistText::WhoUnknown));
    let known = WhoSaid::ALL.map(|who| (who.code().to_owned(), desk.text(who_text(who))));
    let options = std::iter::once(unknown).chain(known).collect();
    let criterion = id.clone();
    let field = choice(
        options,
        move || current.get(),
        move |code| {
            desk.dispatch(Action::SetWho {
                centre,
                criterion: criterion.clone(),
                who: WhoSaid::from_code(&code),
            });
        },
    );
    let field = field.flag("disabled", silent(desk, centre, id));
    let id = ["who-", id.as_str()].concat();
    labelled(&id, desk.text(ChecklistText::Who), field)
}

fn when(desk: Desk, centre: CentreId, id: &CriterionId) -> El {
    let current = stored(desk, centre, id, |reply| reply.on.map(|on| on.to_string()));
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
    let field = field.flag("disabled", silent(desk, centre, id));
    let id = ["when-", id.as_str()].concat();
    labelled(&id, desk.text(ChecklistText::When), field)
}

/// Whether there is nothing yet that somebody could have said.
fn silent(desk: Desk, centre: CentreId, id: &CriterionId) -> impl Fn() -> bool + Send + use<> {
    let id = id.clone();
    move || {
        desk.with_centre(centre, |_, centre, _| centre.entry(&id).is_none())
            .unwrap_or(true)
    }
}

/// What is stored about a question at a centre, as text.
fn stored(
    desk: Desk,
    centre: CentreId,
    id: &CriterionId,
    read: fn(&Reply) -> Option<String>,
) -> Memo<String> {
    let id = id.clone();
    memo(move || {
        desk.with_centre(centre, |_, centre, _| {
            centre.entry(&id).and_then(|entry| read(&entry.reply))
        })
        .flatten()
        .unwrap_or_default()
    })
}

fn weight(desk: Desk, rule: &Rule) -> El {
    let id = ["importance-", rule.id.as_str()].concat();
    let current = memo({
        let rule = rule.clone();
        move || desk.with(|document| document.importance_of(&rule).code().to_owned())
    });
    let options = Importance::ALL
        .map(|it| (it.code().to_owned(), desk.text(importance_text(it))))
        .into();
    let criterion = rule.id.clone();
    let hint = [id.as_str(), "-hint"].concat();
    let field = choice(
        options,
        move || current.get(),
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
