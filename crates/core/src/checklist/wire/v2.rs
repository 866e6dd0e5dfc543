//! Version 2 of the document.
//!
//! ```json
//! {
//!   "centres": [
//!     {
//!       "id": 2914720011,
//!       "name": "Hospital A",
//!       "answers": [
//!         {
//!           "criterion": "surgeon-volume", "answer": "yes", "note": "40 a year",
//!           "who": "staff", "on": "2026-11-24",
//!           "other": { "answer": "no", "who": "patient" }
//!         }
//!       ],
//!       "city": "Erbil", "country": "Iraq", "phone": "…",
//!       "appointment_place": "10:30, second floor", "local_care": "…",
//!       "appointment": "2026-12-01",
//!       "costs": [{ "id": 7, "what": "Operation", "amount": 9000, "currency": "USD" }],
//!       "card": ["surgeon-volume"],
//!       "example": true
//!     }
//!   ],
//!   "importance": [{ "criterion": "interpreter", "importance": "not-for-me" }],
//!   "own": [{ "id": "own-0000002a", "kind": "criterion", "text": "May my mother stay?" }],
//!   "decision": {
//!     "choice": 2914720011, "why": "…", "next": "…",
//!     "record": {
//!       "on": "2026-12-05",
//!       "standings": [
//!         { "name": "Hospital A", "answered": 9, "of": 28, "low": 40, "high": 70,
//!           "unmet": [], "open": ["interpreter"] }
//!       ]
//!     }
//!   }
//! }
//! ```
//!
//! Answers and importance are lists, not objects by criterion: a repeated key
//! of an object disappears while JSON is read, a repeated element can be
//! reported. What is empty, unknown or the usual is left out, save for the
//! lists of centres, answers and importance. A choice is a centre's id, or
//! `"none"` for none of them.

use std::sync::Arc;

use super::super::by_criterion::ByCriterion;
use super::super::limits::{
    MAX_AMOUNT, MAX_CENTRES, MAX_COSTS, MAX_CRITERIA, MAX_LINE_CHARS, MAX_NAME_CHARS,
    MAX_NOTE_CHARS, MAX_OWN, clean_line, clean_name, clean_note, cut, longer_than,
};
use super::super::model::{
    Answer, Centre, CentreId, Checklist, Choice, CostId, CostLine, CriterionId, Currency, Decision,
    Entry, Fact, Importance, Own, OwnKind, Record, Reply, Standing, WhoSaid,
};
use super::super::restore::{Repair, RepairKind, Repairs};
use super::json::{Object, list as write_list, write_text};
use crate::date::Date;
use crate::json::{Map, Value};

/// The document as JSON, each object's fields in a fixed order.
///
/// Written by hand: a serializer for any data would bring far more code into
/// the browser, and an error that cannot happen.
pub(super) fn write(checklist: &Checklist, json: &mut String) {
    let mut document = Object::open(json);
    write_list(document.key("centres"), &checklist.centres, |json, it| {
        write_centre(it, json);
    });
    let chosen = checklist.importance.as_slice();
    write_list(document.key("importance"), chosen, |json, (id, chosen)| {
        let mut object = Object::open(json);
        object.text("criterion", id.as_str());
        object.text("importance", chosen.code());
        object.close();
    });
    if !checklist.own.is_empty() {
        write_list(document.key("own"), checklist.own.as_slice(), |json, it| {
            let mut object = Object::open(json);
            object.text("id", it.id.as_str());
            object.text("kind", it.kind.code());
            object.text("text", &it.text);
            object.close();
        });
    }
    if *checklist.decision != Decision::default() {
        write_decision(&checklist.decision, document.key("decision"));
    }
    document.close();
}

fn write_centre(centre: &Centre, json: &mut String) {
    let mut object = Object::open(json);
    object.number("id", centre.id.0.into());
    object.text("name", &centre.name);
    write_list(object.key("answers"), centre.entries(), |json, it| {
        let (criterion, entry) = it;
        let mut object = Object::open(json);
        object.text("criterion", criterion.as_str());
        write_reply(&entry.reply, &mut object);
        if let Some(other) = &entry.other {
            let mut inner = Object::open(object.key("other"));
            write_reply(other, &mut inner);
            inner.close();
        }
        object.close();
    });
    for fact in Fact::ALL {
        object.text_unless_empty(fact.code(), centre.fact(fact));
    }
    object.date("appointment", centre.appointment);
    if !centre.costs.is_empty() {
        write_list(object.key("costs"), &centre.costs, |json, line| {
            let mut object = Object::open(json);
            object.number("id", line.id.0.into());
            object.text_unless_empty("what", &line.what);
            if let Some(amount) = line.amount {
                object.number("amount", amount);
            }
            object.text("currency", line.currency.code());
            object.close();
        });
    }
    if let Some(card) = centre.card() {
        write_ids(object.key("card"), card);
    }
    if centre.example {
        object.key("example").push_str("true");
    }
    object.close();
}

fn write_reply(reply: &Reply, object: &mut Object) {
    object.text("answer", reply.answer.code());
    object.text_unless_empty("note", &reply.note);
    if let Some(who) = reply.who {
        object.text("who", who.code());
    }
    object.date("on", reply.on);
}

fn write_decision(decision: &Decision, json: &mut String) {
    let mut object = Object::open(json);
    match decision.choice {
        Choice::Open => {}
        Choice::Centre(id) => object.number("choice", id.0.into()),
        Choice::None => object.text("choice", "none"),
    }
    object.text_unless_empty("why", &decision.why);
    object.text_unless_empty("next", &decision.next);
    if let Some(record) = &decision.record {
        let mut inner = Object::open(object.key("record"));
        inner.date("on", Some(record.on));
        write_list(inner.key("standings"), &record.standings, |json, it| {
            let mut object = Object::open(json);
            object.text("name", &it.name);
            object.number("answered", it.answered.into());
            object.number("of", it.of.into());
            if let Some((low, high)) = it.range {
                object.number("low", low.into());
                object.number("high", high.into());
            }
            write_ids(object.key("unmet"), &it.unmet);
            write_ids(object.key("open"), &it.open);
            object.close();
        });
        inner.close();
    }
    object.close();
}

fn write_ids(json: &mut String, ids: &[CriterionId]) {
    write_list(json, ids, |json, id| write_text(id.as_str(), json));
}

/// The length of the whole saved form in bytes, or a little more. Never less:
/// each constant is the punctuation and the longest code words of its part,
/// rounded up. Nor so much more that a document which version 1 let grow to
/// the limit would not fit any longer.
pub(super) fn size_at_most(checklist: &Checklist) -> usize {
    let decision = &checklist.decision;
    let mut size = 224 + escaped_len(&decision.why) + escaped_len(&decision.next);
    for centre in &checklist.centres {
        size += 44 + escaped_len(&centre.name);
        if centre.appointment.is_some()
            || centre.example
            || centre.card.is_some()
            || !centre.costs.is_empty()
        {
            size += 64;
        }
        for fact in &centre.facts {
            size += unless_empty(24, fact);
        }
        for (criterion, entry) in centre.entries() {
            size += 18 + escaped_len(criterion.as_str()) + reply_size(&entry.reply);
            size += entry
                .other
                .as_ref()
                .map_or(0, |other| 12 + reply_size(other));
        }
        for line in &centre.costs {
            size += 72 + escaped_len(&line.what);
        }
        size += centre.card().map_or(0, ids_size);
    }
    for (criterion, _) in checklist.importance.as_slice() {
        size += 48 + escaped_len(criterion.as_str());
    }
    for own in checklist.own.iter() {
        size += 56 + escaped_len(&own.text);
    }
    if let Some(record) = &decision.record {
        for it in &record.standings {
            size += 112 + escaped_len(&it.name) + ids_size(&it.unmet) + ids_size(&it.open);
        }
    }
    size
}

fn reply_size(reply: &Reply) -> usize {
    let mut size = 12 + reply.answer.code().len() + unless_empty(10, &reply.note);
    if reply.who.is_some() {
        size += 20;
    }
    if reply.on.is_some() {
        size += 20;
    }
    size
}

/// The size of a field that is left out if it is empty.
fn unless_empty(punctuation: usize, text: &str) -> usize {
    if text.is_empty() {
        0
    } else {
        punctuation + escaped_len(text)
    }
}

fn ids_size(ids: &[CriterionId]) -> usize {
    ids.iter().map(|id| 3 + escaped_len(id.as_str())).sum()
}

/// The bytes that [`write_text`] makes of a text, without the quotes.
fn escaped_len(text: &str) -> usize {
    text.len()
        + text
            .bytes()
            .filter(|b| matches!(b, b'"' | b'\\' | b'\n'))
            .count()
}

/// What a repair is about.
#[derive(Clone, Copy)]
struct At<'a> {
    centre: Option<CentreId>,
    criterion: Option<&'a CriterionId>,
}

const WHOLE: At = At {
    centre: None,
    criterion: None,
};

/// Reads the document; `None` if it has no list of centres.
pub(in super::super) fn read(document: &Map, repairs: &mut Repairs) -> Option<Checklist> {
    let centres = document.get("centres")?.as_array()?;
    report_unknown(
        document,
        |field| matches!(field, "centres" | "importance" | "own" | "decision"),
        WHOLE,
        repairs,
    );
    // New ids must not take those of centres further down. Of those that will
    // be read: a hostile file has room for many more.
    let taken: Vec<u32> = centres
        .iter()
        .filter(|centre| centre.is_object())
        .take(MAX_CENTRES)
        .filter_map(|centre| id(centre.get("id")))
        .collect();
    let mut checklist = Checklist::default();
    for value in centres {
        let Some(fields) = value.as_object() else {
            repairs.push(RepairKind::CentreUnreadable, None, None);
            continue;
        };
        if checklist.centres.len() >= MAX_CENTRES {
            repairs.push(RepairKind::TooManyCentres, None, None);
            break;
        }
        let known = |id: u32| checklist.centre(CentreId(id)).is_some();
        let id = match id(fields.get("id")) {
            Some(id) if !known(id) => CentreId(id),
            Some(_) | None => {
                let id = (1..).find(|id| !known(*id) && !taken.contains(id));
                let id = CentreId(id.unwrap_or(u32::MAX));
                repairs.push(RepairKind::CentreRenumbered, Some(id), None);
                id
            }
        };
        checklist
            .centres
            .push(Arc::new(read_centre(id, fields, repairs)));
    }
    checklist.importance = Arc::new(read_importance(document.get("importance"), repairs));
    checklist.own = Arc::new(read_own(document.get("own"), repairs));
    if let Some(decision) = document.get("decision") {
        let decision = read_decision(decision, &checklist, repairs);
        checklist.decision = Arc::new(decision);
    }
    Some(checklist)
}

fn read_centre(id: CentreId, fields: &Map, repairs: &mut Repairs) -> Centre {
    let at = At {
        centre: Some(id),
        criterion: None,
    };
    report_unknown(
        fields,
        |field| {
            matches!(
                field,
                "answers" | "id" | "name" | "appointment" | "costs" | "card" | "example"
            ) || Fact::ALL.iter().any(|fact| fact.code() == field)
        },
        at,
        repairs,
    );
    let name = read_name(fields.get("name"), at, repairs);
    let mut centre = Centre::new(id, name);
    let known =
        |entries: &ByCriterion<Entry>, criterion: &CriterionId| entries.get(criterion).is_some();
    for value in list(
        fields.get("answers"),
        RepairKind::AnswerUnreadable,
        at,
        repairs,
    ) {
        let Some((fields, criterion)) = about_criterion(value) else {
            repairs.push(RepairKind::AnswerUnreadable, Some(id), None);
            continue;
        };
        let at = At {
            centre: Some(id),
            criterion: Some(&criterion),
        };
        if known(&centre.entries, &criterion) {
            repairs.push(RepairKind::AnswerRepeated, at.centre, at.criterion);
            continue;
        }
        if centre.entries.as_slice().len() >= MAX_CRITERIA {
            repairs.push(RepairKind::TooManyAnswers, Some(id), None);
            break;
        }
        let entry = read_entry(fields, at, repairs);
        if !entry.says_nothing() {
            centre.entries.set(criterion, entry);
        }
    }
    for fact in Fact::ALL {
        let text = read_text(fields.get(fact.code()), LINE, at, repairs);
        if let Some(place) = centre.fact_mut(fact) {
            *place = text;
        }
    }
    centre.appointment = read_date(fields.get("appointment"), at, repairs);
    centre.costs = read_costs(fields.get("costs"), at, repairs);
    let card = read_ids(fields.get("card"), at, repairs);
    // A card that is no list is none; an empty one is the person's wish.
    centre.card = fields
        .get("card")
        .is_some_and(Value::is_array)
        .then_some(card);
    match fields.get("example") {
        None => {}
        Some(Value::Bool(example)) => centre.example = *example,
        Some(_) => repairs.push(RepairKind::FieldUnknown, Some(id), None),
    }
    centre
}

fn read_name(value: Option<&Value>, at: At, repairs: &mut Repairs) -> Box<str> {
    let raw = value.and_then(Value::as_str).unwrap_or("");
    let mut name = clean_name(raw);
    if name != raw && !name.is_empty() {
        repairs.push(RepairKind::NameCleaned, at.centre, None);
    }
    if longer_than(&name, MAX_NAME_CHARS) {
        repairs.push(RepairKind::NameCut, at.centre, None);
        cut(&mut name, MAX_NAME_CHARS);
    }
    if name.is_empty() {
        repairs.push(RepairKind::CentreUnnamed, at.centre, None);
        name.push_str(Repair::UNNAMED);
    }
    name.into()
}

fn read_entry(fields: &Map, at: At, repairs: &mut Repairs) -> Entry {
    report_unknown(
        fields,
        |field| matches!(field, "criterion" | "other") || is_of_reply(field),
        at,
        repairs,
    );
    let mut reply = read_reply(fields, at, repairs);
    if reply.tidy() {
        repairs.push(RepairKind::ReplyUnreadable, at.centre, at.criterion);
    }
    let other = fields.get("other").and_then(|value| {
        let Some(fields) = value.as_object() else {
            repairs.push(RepairKind::ReplyUnreadable, at.centre, at.criterion);
            return None;
        };
        report_unknown(fields, is_of_reply, at, repairs);
        let other = read_reply(fields, at, repairs);
        if other.says_nothing() {
            // Also without who and when: as long as it was there, the answer
            // counted as open.
            repairs.push(RepairKind::ReplyUnreadable, at.centre, at.criterion);
            return None;
        }
        Some(Box::new(other))
    });
    Entry { reply, other }
}

fn is_of_reply(field: &str) -> bool {
    matches!(field, "answer" | "note" | "who" | "on")
}

fn read_reply(fields: &Map, at: At, repairs: &mut Repairs) -> Reply {
    let mut repaired = |kind| repairs.push(kind, at.centre, at.criterion);
    let mut note = String::new();
    if let Some(value) = fields.get("note") {
        match value.as_str() {
            Some(raw) => {
                note = clean_note(raw);
                if note != raw {
                    repaired(RepairKind::NoteCleaned);
                }
            }
            None => repaired(RepairKind::NoteUnreadable),
        }
    }
    let mut answer = Answer::NotAsked;
    if let Some(value) = fields.get("answer") {
        match value.as_str().and_then(Answer::from_code) {
            Some(known) => answer = known,
            None => {
                repaired(RepairKind::AnswerUnknown);
                let word = clean_note(value.as_str().unwrap_or(""));
                if !note.is_empty() && !word.is_empty() {
                    note.push('\n');
                }
                note.push_str(&word);
            }
        }
    }
    if longer_than(&note, MAX_NOTE_CHARS) {
        repaired(RepairKind::NoteCut);
        cut(&mut note, MAX_NOTE_CHARS);
    }
    let mut who = None;
    if let Some(value) = fields.get("who") {
        who = value.as_str().and_then(WhoSaid::from_code);
        if who.is_none() {
            repaired(RepairKind::ReplyUnreadable);
        }
    }
    Reply {
        answer,
        note: note.into(),
        who,
        on: read_date(fields.get("on"), at, repairs),
    }
}

fn read_costs(value: Option<&Value>, at: At, repairs: &mut Repairs) -> Vec<CostLine> {
    let mut costs: Vec<CostLine> = Vec::new();
    for value in list(value, RepairKind::CostUnreadable, at, repairs) {
        let Some(fields) = value.as_object() else {
            repairs.push(RepairKind::CostUnreadable, at.centre, None);
            continue;
        };
        if costs.len() >= MAX_COSTS {
            repairs.push(RepairKind::TooManyCosts, at.centre, None);
            break;
        }
        report_unknown(
            fields,
            |field| matches!(field, "id" | "what" | "amount" | "currency"),
            at,
            repairs,
        );
        let known = |id: u32| costs.iter().any(|line| line.id.0 == id);
        let id = match id(fields.get("id")) {
            Some(id) if !known(id) => id,
            Some(_) | None => {
                repairs.push(RepairKind::CostUnreadable, at.centre, None);
                (1..).find(|id| !known(*id)).unwrap_or(u32::MAX)
            }
        };
        let amount = fields.get("amount").map(Value::as_u64);
        let currency = fields.get("currency").and_then(Value::as_str);
        let currency = currency.and_then(Currency::from_code);
        if amount.is_some_and(|amount| amount.is_none_or(|amount| amount > MAX_AMOUNT))
            || currency.is_none()
        {
            repairs.push(RepairKind::CostUnreadable, at.centre, None);
        }
        // An amount in an unknown currency is no amount.
        let amount = amount.flatten().filter(|_| currency.is_some());
        costs.push(CostLine {
            id: CostId(id),
            what: read_text(fields.get("what"), LINE, at, repairs),
            amount: amount.filter(|amount| *amount <= MAX_AMOUNT),
            currency: currency.unwrap_or_default(),
        });
    }
    costs
}

fn read_importance(value: Option<&Value>, repairs: &mut Repairs) -> ByCriterion<Importance> {
    let mut chosen = ByCriterion::default();
    for value in list(value, RepairKind::ImportanceUnreadable, WHOLE, repairs) {
        let Some((fields, criterion)) = about_criterion(value) else {
            repairs.push(RepairKind::ImportanceUnreadable, None, None);
            continue;
        };
        let at = At {
            centre: None,
            criterion: Some(&criterion),
        };
        let word = fields.get("importance").and_then(Value::as_str);
        let importance = word.and_then(Importance::from_code);
        let Some(importance) = importance.filter(|_| chosen.get(&criterion).is_none()) else {
            repairs.push(RepairKind::ImportanceUnreadable, None, at.criterion);
            continue;
        };
        if chosen.as_slice().len() >= MAX_CRITERIA {
            repairs.push(RepairKind::TooManyImportances, None, None);
            break;
        }
        report_unknown(
            fields,
            |field| matches!(field, "criterion" | "importance"),
            at,
            repairs,
        );
        chosen.set(criterion, importance);
    }
    chosen
}

fn read_own(value: Option<&Value>, repairs: &mut Repairs) -> Vec<Own> {
    let mut all: Vec<Own> = Vec::new();
    for value in list(value, RepairKind::OwnUnreadable, WHOLE, repairs) {
        let fields = value.as_object();
        let text = |field| fields?.get(field)?.as_str();
        let id = text("id").map(CriterionId::from);
        let id = id.filter(|id| Own::has_id(id) && all.iter().all(|own| own.id != *id));
        let kind = text("kind").and_then(OwnKind::from_code);
        let mut words = text("text").map(clean_name).unwrap_or_default();
        let too_long = longer_than(&words, MAX_LINE_CHARS);
        // Cutting can leave nothing that is visible.
        cut(&mut words, MAX_LINE_CHARS);
        let (Some(id), Some(kind), false) = (id, kind, words.is_empty()) else {
            repairs.push(RepairKind::OwnUnreadable, None, None);
            continue;
        };
        if all.len() >= MAX_OWN {
            repairs.push(RepairKind::TooManyOwn, None, None);
            break;
        }
        if too_long {
            repairs.push(RepairKind::TextCut, None, Some(&id));
        } else if text("text") != Some(&words) {
            repairs.push(RepairKind::TextCleaned, None, Some(&id));
        }
        if fields.is_some_and(|fields| fields.len() > 3) {
            repairs.push(RepairKind::FieldUnknown, None, Some(&id));
        }
        all.push(Own {
            id,
            kind,
            text: words.into(),
        });
    }
    all
}

fn read_decision(value: &Value, checklist: &Checklist, repairs: &mut Repairs) -> Decision {
    let Some(fields) = value.as_object() else {
        repairs.push(RepairKind::DecisionUnreadable, None, None);
        return Decision::default();
    };
    report_unknown(
        fields,
        |field| matches!(field, "choice" | "why" | "next" | "record"),
        WHOLE,
        repairs,
    );
    let choice = match fields.get("choice") {
        None => Some(Choice::Open),
        Some(Value::String(word)) => (word == "none").then_some(Choice::None),
        value => id(value)
            .map(CentreId)
            .filter(|id| checklist.centre(*id).is_some())
            .map(Choice::Centre),
    };
    if choice.is_none() {
        repairs.push(RepairKind::DecisionUnreadable, None, None);
    }
    let record = fields.get("record").and_then(|value| {
        let record = read_record(value, repairs);
        if record.is_none() {
            repairs.push(RepairKind::DecisionUnreadable, None, None);
        }
        record
    });
    Decision {
        choice: choice.unwrap_or_default(),
        why: read_text(fields.get("why"), TEXT, WHOLE, repairs),
        next: read_text(fields.get("next"), TEXT, WHOLE, repairs),
        record,
    }
}

/// The record; `None` if its day or a count is missing.
fn read_record(value: &Value, repairs: &mut Repairs) -> Option<Record> {
    let on = Date::parse(value.get("on")?.as_str()?)?;
    let standings = value.get("standings")?.as_array()?;
    let mut unknown = value.as_object()?.len() > 2;
    let mut all = Vec::new();
    for value in standings {
        if all.len() >= MAX_CENTRES {
            repairs.push(RepairKind::TooManyCentres, None, None);
            break;
        }
        let fields = value.as_object()?;
        unknown |= fields.keys().any(|field| {
            !matches!(
                field.as_str(),
                "name" | "answered" | "of" | "low" | "high" | "unmet" | "open"
            )
        });
        let count = |field| {
            let count = fields.get(field)?.as_u64()?;
            u32::try_from(count).ok()
        };
        let range = match (count("low"), count("high")) {
            (Some(low), Some(high)) if low <= high && high <= Standing::MOST => Some((low, high)),
            _ => {
                if fields.contains_key("low") || fields.contains_key("high") {
                    repairs.push(RepairKind::DecisionUnreadable, None, None);
                }
                None
            }
        };
        all.push(Standing {
            name: read_name(fields.get("name"), WHOLE, repairs),
            answered: count("answered")?,
            of: count("of")?,
            range,
            unmet: read_ids(fields.get("unmet"), WHOLE, repairs),
            open: read_ids(fields.get("open"), WHOLE, repairs),
        });
    }
    if unknown {
        repairs.push(RepairKind::FieldUnknown, None, None);
    }
    Some(Record {
        on,
        standings: all.into(),
    })
}

/// How a text is cleaned, and how long it may be.
type Shape = (fn(&str) -> String, usize);
const LINE: Shape = (clean_line, MAX_LINE_CHARS);
const TEXT: Shape = (clean_note, MAX_NOTE_CHARS);

fn read_text(value: Option<&Value>, shape: Shape, at: At, repairs: &mut Repairs) -> Box<str> {
    let Some(value) = value else {
        return Box::default();
    };
    let Some(raw) = value.as_str() else {
        repairs.push(RepairKind::TextUnreadable, at.centre, at.criterion);
        return Box::default();
    };
    let (clean, max) = shape;
    let mut text = clean(raw);
    if text != raw {
        repairs.push(RepairKind::TextCleaned, at.centre, at.criterion);
    }
    if longer_than(&text, max) {
        repairs.push(RepairKind::TextCut, at.centre, at.criterion);
        cut(&mut text, max);
    }
    text.into()
}

fn read_date(value: Option<&Value>, at: At, repairs: &mut Repairs) -> Option<Date> {
    let date = value?.as_str().and_then(Date::parse);
    if date.is_none() {
        repairs.push(RepairKind::DateUnreadable, at.centre, at.criterion);
    }
    date
}

fn read_ids(value: Option<&Value>, at: At, repairs: &mut Repairs) -> Box<[CriterionId]> {
    let mut ids: Vec<CriterionId> = Vec::new();
    for value in list(value, RepairKind::IdsUnreadable, at, repairs) {
        let id = value.as_str().map(CriterionId::from);
        match id.filter(|id| id.is_valid() && ids.len() < MAX_CRITERIA && !ids.contains(id)) {
            Some(id) => ids.push(id),
            None => repairs.push(RepairKind::IdsUnreadable, at.centre, at.criterion),
        }
    }
    ids.into()
}

/// The elements of a list; none if it is missing, and if it is something else
/// altogether, none and a repair.
fn list<'a>(
    value: Option<&'a Value>,
    unreadable: RepairKind,
    at: At,
    repairs: &mut Repairs,
) -> &'a [Value] {
    let Some(value) = value else { return &[] };
    match value.as_array() {
        Some(elements) => elements,
        None => {
            repairs.push(unreadable, at.centre, None);
            &[]
        }
    }
}

/// An element of a list by criterion: its fields, and which criterion.
fn about_criterion(value: &Value) -> Option<(&Map, CriterionId)> {
    let fields = value.as_object()?;
    let criterion = CriterionId::from(fields.get("criterion")?.as_str()?);
    criterion.is_valid().then_some((fields, criterion))
}

/// An id of a centre or of a line of costs: above 0.
fn id(value: Option<&Value>) -> Option<u32> {
    u32::try_from(value?.as_u64()?).ok().filter(|id| *id > 0)
}

fn report_unknown(fields: &Map, known: impl Fn(&str) -> bool, at: At, repairs: &mut Repairs) {
    if fields.keys().any(|field| !known(field)) {
        repairs.push(RepairKind::FieldUnknown, at.centre, at.criterion);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::save;

    /// A document full of the longest words and numbers there are.
    fn widest(centres: u32, entries: u32, text: &str) -> Checklist {
        let reply = Reply {
            answer: Answer::WouldNotSay,
            note: text.into(),
            who: Some(WhoSaid::Ourselves),
            on: Date::parse("2026-11-24"),
        };
        let entry = Entry {
            reply: reply.clone(),
            other: Some(Box::new(reply)),
        };
        let mut answers = ByCriterion::default();
        let mut importance = ByCriterion::default();
        let mut ids = Vec::new();
        for n in 0..entries {
            let id = CriterionId::from(format!("\"{n}\\").as_str());
            answers.set(id.clone(), entry.clone());
            importance.set(id.clone(), Importance::NotForMe);
            ids.push(id);
        }
        let centre = |n| Centre {
            facts: std::array::from_fn(|_| text.into()),
            appointment: Date::parse("2026-11-24"),
            costs: vec![
                CostLine {
                    id: CostId(u32::MAX),
                    what: text.into(),
                    amount: Some(MAX_AMOUNT),
                    currency: Currency::Usd,
                };
                usize::try_from(entries).unwrap_or(0)
            ],
            entries: answers.clone(),
            card: Some(ids.clone().into()),
            example: true,
            ..Centre::new(CentreId(u32::MAX - n), text.into())
        };
        let standing = Standing {
            name: text.into(),
            answered: u32::MAX,
            of: u32::MAX,
            range: Some((100, 100)),
            unmet: ids.clone().into(),
            open: ids.clone().into(),
        };
        let own = Own {
            id: CriterionId::from("own-ffffffff"),
            kind: OwnKind::Criterion,
            text: text.into(),
        };
        Checklist {
            centres: (0..centres).map(centre).map(Arc::new).collect(),
            importance: Arc::new(importance),
            own: Arc::new(vec![own; usize::try_from(entries).unwrap_or(0)]),
            decision: Arc::new(Decision {
                choice: Choice::Centre(CentreId(u32::MAX)),
                why: text.into(),
                next: text.into(),
                record: Date::parse("2026-11-24").map(|on| Record {
                    on,
                    standings: vec![standing; usize::try_from(centres).unwrap_or(0)].into(),
                }),
            }),
        }
    }

    /// Each part alone, so often that none hides in the room left for another.
    #[test]
    fn no_part_is_underestimated() {
        #[track_caller]
        fn check(part: impl Fn(&mut Centre)) {
            let mut centre = Centre::new(CentreId(u32::MAX), "A".into());
            part(&mut centre);
            let centre = Arc::new(centre);
            let checklist = Checklist {
                centres: vec![centre; MAX_CENTRES],
                ..Checklist::default()
            };
            assert!(save(&checklist).len() <= size_at_most(&checklist));
        }
        fn line() -> CostLine {
            CostLine {
                id: CostId(u32::MAX),
                what: Box::default(),
                amount: Some(MAX_AMOUNT),
                currency: Currency::Usd,
            }
        }
        fn reply(part: impl Fn(&mut Reply)) -> Entry {
            let mut reply = Reply::default();
            part(&mut reply);
            Entry { reply, other: None }
        }
        let day = Date::parse("9999-12-31");
        check(|_| {});
        for fact in Fact::ALL {
            check(|it| {
                if let Some(place) = it.fact_mut(fact) {
                    *place = "x".into();
                }
            });
        }
        check(|it| it.appointment = day);
        check(|it| it.example = true);
        check(|it| it.card = Some(Box::default()));
        check(|it| it.card = Some(vec!["\"".into(); MAX_CRITERIA].into()));
        check(|it| it.costs = vec![line()]);
        check(|it| it.costs = vec![line(); MAX_COSTS]);
        check(|it| {
            it.appointment = day;
            it.example = true;
            it.card = Some(Box::default());
            it.costs = vec![line()];
        });
        let mut entries = Vec::new();
        for answer in Answer::ALL {
            entries.push(reply(|it| it.answer = answer));
        }
        for who in WhoSaid::ALL {
            entries.push(reply(|it| it.who = Some(who)));
        }
        entries.push(reply(|it| it.note = "x".into()));
        entries.push(reply(|it| it.on = day));
        for entry in entries.clone() {
            let other = Some(Box::new(entry.reply));
            entries.push(Entry {
                reply: Reply::default(),
                other,
            });
        }
        for entry in entries {
            check(|it| {
                for n in 0..MAX_CRITERIA {
                    let id = CriterionId::from(n.to_string().as_str());
                    it.entries.set(id, entry.clone());
                }
            });
        }
    }

    #[test]
    fn the_size_is_never_underestimated() {
        for text in [
            "A",
            "\"\\\n",
            "نەخۆشخانە\u{200c}کە",
            "👩\u{200d}⚕\u{fe0f}",
            "</\u{a0}>",
        ] {
            for (centres, entries) in [(0, 0), (1, 0), (0, 1), (1, 1), (9, 40)] {
                let checklist = widest(centres, entries, text);
                let (size, estimate) = (save(&checklist).len(), size_at_most(&checklist));
                assert!(size <= estimate, "{size} > {estimate}");
                assert!(
                    estimate - size <= 256 + size / 10,
                    "{estimate} is far from {size}"
                );
            }
        }
    }
}
