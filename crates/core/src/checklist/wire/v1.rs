//! Version 1 of the document.
//!
//! ```json
//! {
//!   "centres": [
//!     {
//!       "id": 1,
//!       "name": "Hospital A",
//!       "answers": [
//!         { "criterion": "surgeon-volume", "answer": "yes", "note": "40 a year" }
//!       ]
//!     }
//!   ],
//!   "importance": [{ "criterion": "interpreter", "importance": "not-for-me" }],
//!   "next_id": 2
//! }
//! ```
//!
//! Answers and importance are lists, not objects by criterion: a repeated key
//! of an object disappears while JSON is read, a repeated element can be
//! reported. An empty note is left out; *not asked* without a note is not
//! written at all.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::by_criterion::ByCriterion;
use super::super::limits::{
    MAX_CENTRES, MAX_CRITERIA, MAX_NAME_CHARS, MAX_NOTE_CHARS, clean_name, clean_note, cut,
    longer_than,
};
use super::super::model::{Answer, Centre, CentreId, Checklist, CriterionId, Entry, Importance};
use super::super::restore::{Repair, RepairKind, Repairs};

/// The document as JSON, the fields of each object in alphabetical order.
///
/// Written by hand: a serializer for any data would bring far more code into
/// the browser, and an error that cannot happen.
pub(super) fn write(checklist: &Checklist, json: &mut String) {
    json.push_str("{\"centres\":[");
    for (place, centre) in checklist.centres.iter().enumerate() {
        json.push_str(if place == 0 {
            "{\"answers\":["
        } else {
            ",{\"answers\":["
        });
        for (place, (criterion, entry)) in centre.entries().iter().enumerate() {
            json.push_str(if place == 0 {
                "{\"answer\":"
            } else {
                ",{\"answer\":"
            });
            write_text(entry.answer.code(), json);
            json.push_str(",\"criterion\":");
            write_text(criterion.as_str(), json);
            if !entry.note.is_empty() {
                json.push_str(",\"note\":");
                write_text(&entry.note, json);
            }
            json.push('}');
        }
        json.push_str("],\"id\":");
        json.push_str(&centre.id.0.to_string());
        json.push_str(",\"name\":");
        write_text(&centre.name, json);
        json.push('}');
    }
    json.push_str("],\"importance\":[");
    for (place, (criterion, importance)) in checklist.importance.as_slice().iter().enumerate() {
        json.push_str(if place == 0 {
            "{\"criterion\":"
        } else {
            ",{\"criterion\":"
        });
        write_text(criterion.as_str(), json);
        json.push_str(",\"importance\":");
        write_text(importance.code(), json);
        json.push('}');
    }
    json.push_str("],\"next_id\":");
    json.push_str(&checklist.next_id.to_string());
    json.push('}');
}

/// A text as a JSON string. Stored texts are clean: the newline is the only
/// control character in them, so only three characters need a backslash.
fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            _ => json.push(c),
        }
    }
    json.push('"');
}

/// The length of the whole saved form in bytes, or a little more. Never less:
/// each constant is the punctuation and the longest code words of its part,
/// rounded up.
pub(super) fn size_at_most(checklist: &Checklist) -> usize {
    let mut size = 128;
    for centre in &checklist.centres {
        size += 48 + escaped_len(&centre.name);
        for (criterion, entry) in centre.entries() {
            size += 56 + escaped_len(criterion.as_str()) + escaped_len(&entry.note);
        }
    }
    for (criterion, _) in checklist.importance.as_slice() {
        size += 48 + escaped_len(criterion.as_str());
    }
    size
}

/// The bytes that [`write_text`] makes of a text, without the quotes.
fn escaped_len(text: &str) -> usize {
    text.len()
        + text
            .bytes()
            .filter(|b| matches!(b, b'"' | b'\\' | b'\n'))
            .count()
}

/// Reads the document; `None` if it has no list of centres.
pub(in super::super) fn read(
    document: &Map<String, Value>,
    repairs: &mut Repairs,
) -> Option<Checklist> {
    let centres = document.get("centres")?.as_array()?;
    if has_unknown_field(document, &["centres", "importance", "next_id"]) {
        repairs.push(RepairKind::FieldUnknown, None, None);
    }

    // New ids must not take those of centres further down.
    let highest = centres
        .iter()
        .filter_map(|centre| centre_id(centre.get("id")))
        .max();
    let lowest_free = highest.map_or(1, |CentreId(id)| id.saturating_add(1));
    let next_id = match number(document.get("next_id")) {
        Some(id) if id >= lowest_free => id,
        Some(_) | None => {
            repairs.push(RepairKind::NextIdCorrected, None, None);
            lowest_free
        }
    };

    let mut checklist = Checklist {
        next_id,
        ..Checklist::default()
    };
    for value in centres {
        let Some(fields) = value.as_object() else {
            repairs.push(RepairKind::CentreUnreadable, None, None);
            continue;
        };
        if checklist.centres.len() >= MAX_CENTRES {
            repairs.push(RepairKind::TooManyCentres, None, None);
            break;
        }
        let id = match centre_id(fields.get("id")) {
            Some(id) if checklist.centre(id).is_none() => id,
            Some(_) | None => {
                let id = checklist.take_id();
                repairs.push(RepairKind::CentreRenumbered, Some(id), None);
                id
            }
        };
        checklist
            .centres
            .push(Arc::new(read_centre(id, fields, repairs)));
    }
    checklist.importance = Arc::new(read_importance(document.get("importance"), repairs));
    Some(checklist)
}

fn read_centre(id: CentreId, fields: &Map<String, Value>, repairs: &mut Repairs) -> Centre {
    if has_unknown_field(fields, &["answers", "id", "name"]) {
        repairs.push(RepairKind::FieldUnknown, Some(id), None);
    }
    let raw = fields.get("name").and_then(Value::as_str).unwrap_or("");
    let mut name = clean_name(raw);
    if name != raw && !name.is_empty() {
        repairs.push(RepairKind::NameCleaned, Some(id), None);
    }
    if longer_than(&name, MAX_NAME_CHARS) {
        repairs.push(RepairKind::NameCut, Some(id), None);
        cut(&mut name, MAX_NAME_CHARS);
    }
    if name.is_empty() {
        repairs.push(RepairKind::CentreUnnamed, Some(id), None);
        name.push_str(Repair::UNNAMED);
    }

    let mut entries = ByCriterion::default();
    for value in list(
        fields.get("answers"),
        RepairKind::AnswerUnreadable,
        Some(id),
        repairs,
    ) {
        let Some((fields, criterion)) = about_criterion(value) else {
            repairs.push(RepairKind::AnswerUnreadable, Some(id), None);
            continue;
        };
        if entries.get(&criterion).is_some() {
            repairs.push(RepairKind::AnswerRepeated, Some(id), Some(&criterion));
            continue;
        }
        if entries.as_slice().len() >= MAX_CRITERIA {
            repairs.push(RepairKind::TooManyAnswers, Some(id), None);
            break;
        }
        let entry = read_entry(id, &criterion, fields, repairs);
        if !entry.says_nothing() {
            entries.set(criterion, entry);
        }
    }
    Centre {
        id,
        name: name.into(),
        entries,
    }
}

fn read_entry(
    centre: CentreId,
    criterion: &CriterionId,
    fields: &Map<String, Value>,
    repairs: &mut Repairs,
) -> Entry {
    let mut repaired = |kind| repairs.push(kind, Some(centre), Some(criterion));
    if has_unknown_field(fields, &["answer", "criterion", "note"]) {
        repaired(RepairKind::FieldUnknown);
    }
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
    Entry {
        answer,
        note: note.into(),
    }
}

fn read_importance(value: Option<&Value>, repairs: &mut Repairs) -> ByCriterion<Importance> {
    let mut chosen = ByCriterion::default();
    for value in list(value, RepairKind::ImportanceUnreadable, None, repairs) {
        let Some((fields, criterion)) = about_criterion(value) else {
            repairs.push(RepairKind::ImportanceUnreadable, None, None);
            continue;
        };
        let word = fields.get("importance").and_then(Value::as_str);
        let importance = word.and_then(Importance::from_code);
        let Some(importance) = importance.filter(|_| chosen.get(&criterion).is_none()) else {
            repairs.push(RepairKind::ImportanceUnreadable, None, Some(&criterion));
            continue;
        };
        if chosen.as_slice().len() >= MAX_CRITERIA {
            repairs.push(RepairKind::TooManyImportances, None, None);
            break;
        }
        if has_unknown_field(fields, &["criterion", "importance"]) {
            repairs.push(RepairKind::FieldUnknown, None, Some(&criterion));
        }
        chosen.set(criterion, importance);
    }
    chosen
}

/// The elements of a list; none if it is missing, and if it is something else
/// altogether, none and a repair.
fn list<'a>(
    value: Option<&'a Value>,
    unreadable: RepairKind,
    centre: Option<CentreId>,
    repairs: &mut Repairs,
) -> &'a [Value] {
    let Some(value) = value else { return &[] };
    match value.as_array() {
        Some(elements) => elements,
        None => {
            repairs.push(unreadable, centre, None);
            &[]
        }
    }
}

/// An element of a list by criterion: its fields, and which criterion.
fn about_criterion(value: &Value) -> Option<(&Map<String, Value>, CriterionId)> {
    let fields = value.as_object()?;
    let criterion = CriterionId::from(fields.get("criterion")?.as_str()?);
    criterion.is_valid().then_some((fields, criterion))
}

/// An id that a centre can have: above 0, and with room for a next id above it.
fn centre_id(value: Option<&Value>) -> Option<CentreId> {
    number(value)
        .filter(|id| (1..u32::MAX).contains(id))
        .map(CentreId)
}

fn number(value: Option<&Value>) -> Option<u32> {
    u32::try_from(value?.as_u64()?).ok()
}

fn has_unknown_field(fields: &Map<String, Value>, known: &[&str]) -> bool {
    fields.keys().any(|field| !known.contains(&field.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::save;

    /// `entries` answers and importances with the longest words and numbers
    /// there are.
    fn widest(centres: u32, entries: u32, text: &str) -> Checklist {
        let entry = Entry {
            answer: Answer::WouldNotSay,
            note: text.into(),
        };
        let mut answers = ByCriterion::default();
        let mut importance = ByCriterion::default();
        for n in 0..entries {
            let id = CriterionId::from(format!("\"{n}\\").as_str());
            answers.set(id.clone(), entry.clone());
            importance.set(id, Importance::NotForMe);
        }
        let centre = |n| Centre {
            id: CentreId(u32::MAX - 1 - n),
            name: text.into(),
            entries: answers.clone(),
        };
        Checklist {
            centres: (0..centres).map(centre).map(Arc::new).collect(),
            importance: Arc::new(importance),
            next_id: u32::MAX,
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
                    estimate - size <= 32 + size / 5,
                    "{estimate} is far from {size}"
                );
            }
        }
    }
}
