//! The one entrance for data from outside: storage, a file, a link.

use serde_json::Value;

use super::limits::{MAX_FILE_BYTES, MAX_REPAIRS};
use super::model::{CentreId, Checklist, CriterionId};
use super::wire;

/// Why data could not be opened at all. Whoever holds the raw data should set
/// it aside, never overwrite it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RestoreError {
    /// Larger than [`MAX_FILE_BYTES`], or would be after repairs.
    TooLarge,
    /// Not text in UTF-8.
    NotText,
    /// Text, but not whole JSON; a file that was cut off, for example.
    NotJson,
    /// JSON, but not of this checklist.
    NotAChecklist,
    /// Written by a newer version of the site than this one.
    NewerVersion {
        /// The version found.
        found: u64,
    },
    /// A checklist whose version or main parts are damaged beyond reading.
    Damaged,
}

/// What was wrong with a part of the data, and what was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepairKind {
    /// A centre was no centre at all: left out.
    CentreUnreadable,
    /// The id of a centre was missing, wrong or taken: it has a new one.
    CentreRenumbered,
    /// A centre had no name: it is called [`UNNAMED`](Repair::UNNAMED).
    CentreUnnamed,
    /// A name had characters that names don't have: taken out.
    NameCleaned,
    /// A name was too long: its end was cut off.
    NameCut,
    /// There were too many centres: the last ones were left out.
    TooManyCentres,
    /// The list of answers, or one in it, could not be read: left out.
    AnswerUnreadable,
    /// A criterion was answered twice at one centre: the first was kept.
    AnswerRepeated,
    /// The answer was an unknown word: now *not asked*, the word is in the note.
    /// What was no word at all is left out.
    AnswerUnknown,
    /// A centre had too many answers: the last ones were left out.
    TooManyAnswers,
    /// A note was no text: left out.
    NoteUnreadable,
    /// A note had characters that notes don't have: taken out.
    NoteCleaned,
    /// A note was too long: its end was cut off.
    NoteCut,
    /// The importance of a criterion could not be read, or was there twice:
    /// left out.
    ImportanceUnreadable,
    /// There was importance for too many criteria: the last were left out.
    TooManyImportances,
    /// Who gave an answer, or what another list said, could not be read: left
    /// out.
    ReplyUnreadable,
    /// A date was none: left out.
    DateUnreadable,
    /// Another text was no text: left out.
    TextUnreadable,
    /// Another text had characters that it doesn't have: taken out.
    TextCleaned,
    /// Another text was too long: its end was cut off.
    TextCut,
    /// A line of costs, or a part of it, could not be read: that part was left
    /// out.
    CostUnreadable,
    /// A centre had too many lines of costs: the last ones were left out.
    TooManyCosts,
    /// A list of criteria, or one in it, could not be read: left out.
    IdsUnreadable,
    /// An own criterion could not be read, or was there twice: left out.
    OwnUnreadable,
    /// There were too many own criteria: the last ones were left out.
    TooManyOwn,
    /// The decision, or a part of it, could not be read: left out.
    DecisionUnreadable,
    /// There was a field that this version doesn't know: left out.
    FieldUnknown,
    /// A link named a criterion that content doesn't have (any more) by a
    /// number: what it says is kept, under an id made of that number.
    CriterionUnknown,
}

/// One thing that was put right while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What.
    pub kind: RepairKind,
    /// At which centre, if it was at one that is in the document.
    pub centre: Option<CentreId>,
    /// On which criterion, if it was on one.
    pub criterion: Option<CriterionId>,
}

impl Repair {
    /// The name of a centre that came without one. Not a word, because words
    /// have a language.
    pub const UNNAMED: &'static str = "?";
}

/// The repairs so far. Stops growing at [`MAX_REPAIRS`], so that a hostile file
/// cannot make the list larger than the file.
#[derive(Default)]
pub(super) struct Repairs(Vec<Repair>);

impl Repairs {
    pub(super) fn push(
        &mut self,
        kind: RepairKind,
        centre: Option<CentreId>,
        criterion: Option<&CriterionId>,
    ) {
        if self.0.len() < MAX_REPAIRS {
            self.0.push(Repair {
                kind,
                centre,
                criterion: criterion.cloned(),
            });
        }
    }
}

/// Reads a checklist from outside, whatever the bytes.
///
/// What [`save`](super::save) wrote comes back as it was, without repairs.
/// Otherwise nothing is left out or altered without a [`Repair`] (the first
/// [`MAX_REPAIRS`] are listed; a key written twice in one JSON object counts
/// once, as JSON has it): as long as the list is not empty, the raw data
/// holds something that the document does not, and is worth keeping.
///
/// # Errors
/// [`RestoreError`], if there is nothing that could be shown.
pub fn restore(bytes: &[u8]) -> Result<(Checklist, Vec<Repair>), RestoreError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(RestoreError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| RestoreError::NotText)?;
    // Some editors put a byte order mark in front of what they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut envelope: Value = serde_json::from_str(text).map_err(|_| RestoreError::NotJson)?;
    if envelope.get("format").and_then(Value::as_str) != Some(wire::FORMAT) {
        return Err(RestoreError::NotAChecklist);
    }
    let version = envelope.get("version").and_then(Value::as_u64).unwrap_or(0);
    let document = match envelope.get_mut("document").map(Value::take) {
        Some(Value::Object(document)) => Ok(document),
        _ => Err(RestoreError::Damaged),
    };
    let mut repairs = Repairs::default();
    let checklist = match version {
        0 => return Err(RestoreError::Damaged),
        1 => wire::v2::read(&wire::v1::migrate(document?), &mut repairs),
        2 => wire::v2::read(&document?, &mut repairs),
        found => return Err(RestoreError::NewerVersion { found }),
    };
    let checklist = checklist.ok_or(RestoreError::Damaged)?;
    // Repairs can make a document longer than the data it came from. What could
    // not be read back must not be saved in the first place.
    if wire::size_at_most(&checklist) > MAX_FILE_BYTES {
        return Err(RestoreError::TooLarge);
    }
    Ok((checklist, repairs.0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::limits::{MAX_CENTRES, MAX_CRITERIA, MAX_NAME_CHARS, MAX_NOTE_CHARS};
    use crate::checklist::save;

    fn envelope(document: &str) -> String {
        format!(r#"{{"format":"hipec-checklist","version":1,"document":{document}}}"#)
    }

    #[track_caller]
    fn check_error(data: impl AsRef<[u8]>, expected: RestoreError) {
        assert_eq!(restore(data.as_ref()), Err(expected));
    }

    /// Restores `document`, and compares with `expected` and the repairs, given
    /// as kind, number of the centre (0: none) and criterion ("": none).
    #[track_caller]
    fn check(document: &str, expected: &str, repairs: &[(RepairKind, u32, &str)]) {
        let (checklist, found) = restore(envelope(document).as_bytes()).unwrap();
        assert_eq!(save(&checklist), envelope(expected));
        let found: Vec<_> = found
            .iter()
            .map(|r| {
                let centre = r.centre.map_or(0, CentreId::number);
                (
                    r.kind,
                    centre,
                    r.criterion.as_ref().map_or("", |id| id.as_str()),
                )
            })
            .collect();
        assert_eq!(found, repairs);
        // What was repaired once needs no repair again.
        assert_eq!(
            restore(save(&checklist).as_bytes()),
            Ok((checklist, Vec::new()))
        );
    }

    #[test]
    fn what_cannot_be_opened() {
        check_error("", RestoreError::NotJson);
        check_error("{", RestoreError::NotJson);
        check_error("[".repeat(100_000), RestoreError::NotJson);
        check_error([0xff, 0xfe], RestoreError::NotText);
        check_error(" ".repeat(MAX_FILE_BYTES + 1), RestoreError::TooLarge);
        check_error("null", RestoreError::NotAChecklist);
        check_error("[]", RestoreError::NotAChecklist);
        check_error("{}", RestoreError::NotAChecklist);
        check_error(
            r#"{"format":"other","version":1}"#,
            RestoreError::NotAChecklist,
        );
        for version in ["0", "-1", "1.5", "\"1\"", "null", "1e99"] {
            let data =
                format!(r#"{{"format":"hipec-checklist","version":{version},"document":{{}}}}"#);
            check_error(data, RestoreError::Damaged);
        }
        check_error(r#"{"format":"hipec-checklist"}"#, RestoreError::Damaged);
        check_error(
            r#"{"format":"hipec-checklist","version":1}"#,
            RestoreError::Damaged,
        );
        for document in ["null", "[]", "{}", r#"{"centres":{}}"#] {
            check_error(envelope(document), RestoreError::Damaged);
        }
    }

    #[test]
    fn a_newer_version_is_named_whatever_it_looks_like() {
        for (version, found) in [("2", 2), ("18446744073709551615", u64::MAX)] {
            check_error(
                format!(r#"{{"format":"hipec-checklist","version":{version},"data":[]}}"#),
                RestoreError::NewerVersion { found },
            );
        }
    }

    #[test]
    fn a_byte_order_mark_does_no_harm() {
        let data = format!("\u{feff}{}\r\n", save(&Checklist::default()));
        assert_eq!(
            restore(data.as_bytes()),
            Ok((Checklist::default(), Vec::new()))
        );
    }

    #[test]
    fn a_document_that_repairs_would_make_too_large_stays_closed() {
        let mut centres = Vec::new();
        for _ in 0..58 {
            let answers: Vec<_> = (0..MAX_CRITERIA)
                .map(|n| format!(r#"{{"criterion":"{n}","answer":"x"}}"#))
                .collect();
            centres.push(format!(r#"{{"answers":[{}]}}"#, answers.join(",")));
        }
        let data = envelope(&format!(r#"{{"centres":[{}]}}"#, centres.join(",")));
        assert!(
            data.len() <= MAX_FILE_BYTES,
            "so it is the repairs that make it too large"
        );
        check_error(data, RestoreError::TooLarge);
    }

    #[test]
    fn ids_are_made_unique() {
        check(
            r#"{"centres":[{"id":3,"name":"A"},{"id":3,"name":"B"},{"id":5,"name":"C"},{"name":"D"},{"id":0,"name":"E"},{"id":4294967295,"name":"F"},{"id":"1","name":"G"}],"next_id":6}"#,
            r#"{"centres":[{"answers":[],"id":3,"name":"A"},{"answers":[],"id":6,"name":"B"},{"answers":[],"id":5,"name":"C"},{"answers":[],"id":7,"name":"D"},{"answers":[],"id":8,"name":"E"},{"answers":[],"id":9,"name":"F"},{"answers":[],"id":10,"name":"G"}],"importance":[],"next_id":11}"#,
            &[
                (RepairKind::CentreRenumbered, 6, ""),
                (RepairKind::CentreRenumbered, 7, ""),
                (RepairKind::CentreRenumbered, 8, ""),
                (RepairKind::CentreRenumbered, 9, ""),
                (RepairKind::CentreRenumbered, 10, ""),
            ],
        );
    }

    #[test]
    fn the_next_id_is_above_all_others() {
        for next_id in ["1", "7", "0", "-3", "\"9\"", "4294967296", "1e3"] {
            check(
                &format!(r#"{{"centres":[{{"id":7,"name":"A"}}],"next_id":{next_id}}}"#),
                r#"{"centres":[{"answers":[],"id":7,"name":"A"}],"importance":[],"next_id":8}"#,
                &[(RepairKind::NextIdCorrected, 0, "")],
            );
        }
        check(
            r#"{"centres":[],"next_id":12}"#,
            r#"{"centres":[],"importance":[],"next_id":12}"#,
            &[],
        );
    }

    #[test]
    fn names() {
        let long = "ن".repeat(MAX_NAME_CHARS + 1);
        let cut = "ن".repeat(MAX_NAME_CHARS);
        let cases = [
            ("", "?", vec![RepairKind::CentreUnnamed]),
            (" \\n", "?", vec![RepairKind::CentreUnnamed]),
            (" A\\u202e\\u0000", "A", vec![RepairKind::NameCleaned]),
            (&long, &cut, vec![RepairKind::NameCut]),
        ];
        for (name, expected, kinds) in cases {
            let repairs: Vec<_> = kinds.into_iter().map(|kind| (kind, 1, "")).collect();
            check(
                &format!(r#"{{"centres":[{{"id":1,"name":"{name}"}}],"next_id":2}}"#),
                &format!(
                    r#"{{"centres":[{{"answers":[],"id":1,"name":"{expected}"}}],"importance":[],"next_id":2}}"#
                ),
                &repairs,
            );
        }
        check(
            r#"{"centres":[{"id":1},{"id":2,"name":7}],"next_id":3}"#,
            r#"{"centres":[{"answers":[],"id":1,"name":"?"},{"answers":[],"id":2,"name":"?"}],"importance":[],"next_id":3}"#,
            &[
                (RepairKind::CentreUnnamed, 1, ""),
                (RepairKind::CentreUnnamed, 2, ""),
            ],
        );
    }

    /// As [`check`], for the answers of one centre.
    #[track_caller]
    fn check_answers(answers: &str, expected: &str, repairs: &[(RepairKind, u32, &str)]) {
        check(
            &format!(r#"{{"centres":[{{"id":1,"name":"A","answers":{answers}}}],"next_id":2}}"#),
            &format!(
                r#"{{"centres":[{{"answers":{expected},"id":1,"name":"A"}}],"importance":[],"next_id":2}}"#
            ),
            repairs,
        );
    }

    #[test]
    fn answers() {
        check_answers("{}", "[]", &[(RepairKind::AnswerUnreadable, 1, "")]);
        check_answers(
            r#"[7,{"answer":"yes"},{"criterion":"","answer":"yes"},{"criterion":"two words"}]"#,
            "[]",
            &[(RepairKind::AnswerUnreadable, 1, ""); 4],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"yes"},{"criterion":"a","answer":"no"}]"#,
            r#"[{"answer":"yes","criterion":"a"}]"#,
            &[(RepairKind::AnswerRepeated, 1, "a")],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"perhaps"},{"criterion":"b","answer":"Yes","note":"n"},{"criterion":"c","answer":true}]"#,
            r#"[{"answer":"not-asked","criterion":"a","note":"perhaps"},{"answer":"not-asked","criterion":"b","note":"n\nYes"}]"#,
            &[
                (RepairKind::AnswerUnknown, 1, "a"),
                (RepairKind::AnswerUnknown, 1, "b"),
                (RepairKind::AnswerUnknown, 1, "c"),
            ],
        );
        // Nothing said is nothing lost.
        check_answers(
            r#"[{"criterion":"a"},{"criterion":"b","answer":"not-asked"}]"#,
            "[]",
            &[],
        );
        check_answers(
            r#"[{"criterion":"gone-from-content","answer":"partly"}]"#,
            r#"[{"answer":"partly","criterion":"gone-from-content"}]"#,
            &[],
        );
    }

    #[test]
    fn notes() {
        check_answers(
            r#"[{"criterion":"a","answer":"no","note":["x"]},{"criterion":"b","note":"x\r\n\u202ey"}]"#,
            r#"[{"answer":"no","criterion":"a"},{"answer":"not-asked","criterion":"b","note":"x\ny"}]"#,
            &[
                (RepairKind::NoteUnreadable, 1, "a"),
                (RepairKind::NoteCleaned, 1, "b"),
            ],
        );
        let full = "ن".repeat(MAX_NOTE_CHARS);
        check_answers(
            &format!(r#"[{{"criterion":"a","note":"{full}x"}}]"#),
            &format!(r#"[{{"answer":"not-asked","criterion":"a","note":"{full}"}}]"#),
            &[(RepairKind::NoteCut, 1, "a")],
        );
        check_answers(
            &format!(r#"[{{"criterion":"a","answer":"hm","note":"{full}"}}]"#),
            &format!(r#"[{{"answer":"not-asked","criterion":"a","note":"{full}"}}]"#),
            &[
                (RepairKind::AnswerUnknown, 1, "a"),
                (RepairKind::NoteCut, 1, "a"),
            ],
        );
    }

    #[test]
    fn importance() {
        check(
            r#"{"centres":[],"importance":[{"criterion":"b","importance":"helpful"},{"criterion":"b","importance":"essential"},{"criterion":"a","importance":"very"},{"importance":"helpful"},0],"next_id":1}"#,
            r#"{"centres":[],"importance":[{"criterion":"b","importance":"helpful"}],"next_id":1}"#,
            &[
                (RepairKind::ImportanceUnreadable, 0, "b"),
                (RepairKind::ImportanceUnreadable, 0, "a"),
                (RepairKind::ImportanceUnreadable, 0, ""),
                (RepairKind::ImportanceUnreadable, 0, ""),
            ],
        );
        check(
            r#"{"centres":[],"importance":"none","next_id":1}"#,
            r#"{"centres":[],"importance":[],"next_id":1}"#,
            &[(RepairKind::ImportanceUnreadable, 0, "")],
        );
    }

    #[test]
    fn fields_of_another_time_are_named() {
        check(
            r#"{"centres":[{"id":1,"name":"A","city":"x","answers":[{"criterion":"a","answer":"no","by":"y"}]}],"importance":[{"criterion":"a","importance":"helpful","z":0}],"next_id":2,"decision":{}}"#,
            r#"{"centres":[{"answers":[{"answer":"no","criterion":"a"}],"id":1,"name":"A"}],"importance":[{"criterion":"a","importance":"helpful"}],"next_id":2}"#,
            &[
                (RepairKind::FieldUnknown, 0, ""),
                (RepairKind::FieldUnknown, 1, ""),
                (RepairKind::FieldUnknown, 1, "a"),
                (RepairKind::FieldUnknown, 0, "a"),
            ],
        );
    }

    #[test]
    fn counts_are_limited() {
        let centres = vec![r#"{"name":"A"}"#; MAX_CENTRES + 50].join(",");
        let (checklist, repairs) =
            restore(envelope(&format!(r#"{{"centres":[{centres}]}}"#)).as_bytes()).unwrap();
        assert_eq!(checklist.centres().len(), MAX_CENTRES);
        assert_eq!(repairs.len(), MAX_REPAIRS);

        let entries = |value: &str| -> String {
            let one: Vec<_> = (0..=MAX_CRITERIA)
                .map(|n| format!(r#"{{"criterion":"{n}",{value}}}"#))
                .collect();
            one.join(",")
        };
        let (checklist, repairs) = restore(
            envelope(&format!(
                r#"{{"centres":[{{"id":1,"name":"A","answers":[{}]}}],"importance":[{}],"next_id":2}}"#,
                entries(r#""answer":"no""#),
                entries(r#""importance":"helpful""#)
            ))
            .as_bytes(),
        )
        .unwrap();
        assert_eq!(
            checklist.centres().first().unwrap().entries().len(),
            MAX_CRITERIA
        );
        let kinds: Vec<_> = repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(
            kinds,
            [RepairKind::TooManyAnswers, RepairKind::TooManyImportances]
        );

        let centres: Vec<_> = (1..=MAX_CENTRES + 1)
            .map(|n| format!(r#"{{"id":{n},"name":"A"}}"#))
            .collect();
        let document = format!(r#"{{"centres":[{}],"next_id":102}}"#, centres.join(","));
        let (_, repairs) = restore(envelope(&document).as_bytes()).unwrap();
        let kinds: Vec<_> = repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(kinds, [RepairKind::TooManyCentres]);
    }
}
