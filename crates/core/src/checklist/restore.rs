//! The one entrance for data from outside: storage, a file, a link.

use super::limits::{MAX_FILE_BYTES, MAX_REPAIRS};
use super::model::{CentreId, Checklist, CriterionId};
use super::wire;
use crate::json::{self, Value};

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
    /// Who gave an answer, or what another list said, could not be read, or
    /// there was who and when, or another list, without an answer or a note:
    /// left out.
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
    let mut envelope: Value = json::parse(text).ok_or(RestoreError::NotJson)?;
    if envelope.get("format").and_then(Value::as_str) != Some(wire::FORMAT) {
        return Err(RestoreError::NotAChecklist);
    }
    let version = envelope.get("version").and_then(Value::as_u64).unwrap_or(0);
    let document = match envelope.get_mut("document").map(Value::take) {
        Some(Value::Object(document)) => Ok(document),
        _ => Err(RestoreError::Damaged),
    };
    let mut repairs = Repairs::default();
    if envelope.as_object().is_some_and(|fields| fields.len() > 3) {
        repairs.push(RepairKind::FieldUnknown, None, None);
    }
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
    use crate::checklist::limits::{
        MAX_CENTRES, MAX_COSTS, MAX_CRITERIA, MAX_LINE_CHARS, MAX_NAME_CHARS, MAX_NOTE_CHARS,
        MAX_OWN,
    };
    use crate::checklist::save;

    fn envelope(document: &str) -> String {
        format!(r#"{{"format":"hipec-checklist","version":2,"document":{document}}}"#)
    }

    #[track_caller]
    fn check_error(data: impl AsRef<[u8]>, expected: RestoreError) {
        assert_eq!(restore(data.as_ref()), Err(expected));
    }

    /// Restores the data, and compares with the document and the repairs, given
    /// as kind, number of the centre (0: none) and criterion ("": none).
    #[track_caller]
    fn check_data(data: &str, expected: &str, repairs: &[(RepairKind, u32, &str)]) {
        let (checklist, found) = restore(data.as_bytes()).unwrap();
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

    #[track_caller]
    fn check(document: &str, expected: &str, repairs: &[(RepairKind, u32, &str)]) {
        check_data(&envelope(document), expected, repairs);
    }

    /// As [`check`], for the fields of one centre called A besides its name.
    #[track_caller]
    fn check_centre(fields: &str, expected: &str, repairs: &[(RepairKind, &str)]) {
        let document = |fields: &str| {
            format!(r#"{{"centres":[{{"id":1,"name":"A",{fields}}}],"importance":[]}}"#)
        };
        let repairs: Vec<_> = repairs.iter().map(|(kind, id)| (*kind, 1, *id)).collect();
        check(&document(fields), &document(expected), &repairs);
    }

    /// As [`check`], for the answers of one centre.
    #[track_caller]
    fn check_answers(answers: &str, expected: &str, repairs: &[(RepairKind, &str)]) {
        check_centre(
            &format!(r#""answers":{answers}"#),
            &format!(r#""answers":{expected}"#),
            repairs,
        );
    }

    /// As [`check`], for what follows the centres and importance, of which
    /// there are none.
    #[track_caller]
    fn check_rest(rest: &str, expected: &str, repairs: &[(RepairKind, &str)]) {
        let repairs: Vec<_> = repairs.iter().map(|(kind, id)| (*kind, 0, *id)).collect();
        check(
            &format!(r#"{{"centres":[],"importance":[]{rest}}}"#),
            &format!(r#"{{"centres":[],"importance":[]{expected}}}"#),
            &repairs,
        );
    }

    #[track_caller]
    fn check_decision(fields: &str, expected: &str, repairs: &[RepairKind]) {
        let repairs: Vec<_> = repairs.iter().map(|kind| (*kind, 0, "")).collect();
        let document = |fields: &str| {
            let decision = format!(r#","decision":{{{fields}}}"#);
            let decision = if fields.is_empty() { "" } else { &decision };
            format!(
                r#"{{"centres":[{{"id":1,"name":"A","answers":[]}}],"importance":[]{decision}}}"#
            )
        };
        check(&document(fields), &document(expected), &repairs);
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
        for version in [1, 2] {
            check_error(
                format!(r#"{{"format":"hipec-checklist","version":{version}}}"#),
                RestoreError::Damaged,
            );
            for document in ["null", "[]", "{}", r#"{"centres":{}}"#] {
                check_error(
                    format!(
                        r#"{{"format":"hipec-checklist","version":{version},"document":{document}}}"#
                    ),
                    RestoreError::Damaged,
                );
            }
        }
    }

    #[test]
    fn a_newer_version_is_named_whatever_it_looks_like() {
        for (version, found) in [("3", 3), ("18446744073709551615", u64::MAX)] {
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
            r#"{"centres":[{"id":3,"name":"A"},{"id":3,"name":"B"},{"id":1,"name":"C"},{"name":"D"},{"id":0,"name":"E"},{"id":4294967295,"name":"F"},{"id":4294967296,"name":"G"},{"id":"1","name":"H"},{"id":6,"name":"I"},{"id":-1,"name":"J"}]}"#,
            r#"{"centres":[{"id":3,"name":"A","answers":[]},{"id":2,"name":"B","answers":[]},{"id":1,"name":"C","answers":[]},{"id":4,"name":"D","answers":[]},{"id":5,"name":"E","answers":[]},{"id":4294967295,"name":"F","answers":[]},{"id":7,"name":"G","answers":[]},{"id":8,"name":"H","answers":[]},{"id":6,"name":"I","answers":[]},{"id":9,"name":"J","answers":[]}],"importance":[]}"#,
            &[
                (RepairKind::CentreRenumbered, 2, ""),
                (RepairKind::CentreRenumbered, 4, ""),
                (RepairKind::CentreRenumbered, 5, ""),
                (RepairKind::CentreRenumbered, 7, ""),
                (RepairKind::CentreRenumbered, 8, ""),
                (RepairKind::CentreRenumbered, 9, ""),
            ],
        );
    }

    /// Ids to avoid beyond those that can be read must not cost time.
    #[test]
    fn renumbering_is_quick_whatever_the_file() {
        let mut centres = vec![r#"{"name":"A"}"#.to_owned(); MAX_CENTRES];
        centres.extend((1..60_000).map(|id| format!(r#"{{"id":{id}}}"#)));
        let data = envelope(&format!(r#"{{"centres":[{}]}}"#, centres.join(",")));
        let (checklist, _) = restore(data.as_bytes()).unwrap();
        let highest = checklist.centres().iter().map(|it| it.id().number()).max();
        assert_eq!(highest, u32::try_from(MAX_CENTRES).ok());
    }

    #[test]
    fn what_is_no_centre_is_left_out() {
        check(
            r#"{"centres":[7,null,{"id":1,"name":"A"},[]]}"#,
            r#"{"centres":[{"id":1,"name":"A","answers":[]}],"importance":[]}"#,
            &[(RepairKind::CentreUnreadable, 0, ""); 3],
        );
    }

    #[test]
    fn names() {
        let long = "ن".repeat(MAX_NAME_CHARS + 1);
        let cut = "ن".repeat(MAX_NAME_CHARS);
        let blank = format!("{}x", "\u{200c}".repeat(MAX_NAME_CHARS));
        let cases = [
            ("", "?", vec![RepairKind::CentreUnnamed]),
            (" \\n", "?", vec![RepairKind::CentreUnnamed]),
            (" A\\u202e\\u0000", "A", vec![RepairKind::NameCleaned]),
            (&long, &cut, vec![RepairKind::NameCut]),
            (
                &blank,
                "?",
                vec![RepairKind::NameCut, RepairKind::CentreUnnamed],
            ),
        ];
        for (name, expected, kinds) in cases {
            let centres: Vec<_> = kinds.iter().map(|kind| (*kind, 1, "")).collect();
            check(
                &format!(r#"{{"centres":[{{"id":1,"name":"{name}"}}]}}"#),
                &format!(
                    r#"{{"centres":[{{"id":1,"name":"{expected}","answers":[]}}],"importance":[]}}"#
                ),
                &centres,
            );
            let record = |name: &str| {
                format!(
                    r#""record":{{"on":"2026-12-05","standings":[{{"name":"{name}","answered":0,"of":1,"unmet":[],"open":[]}}]}}"#
                )
            };
            check_decision(&record(name), &record(expected), &kinds);
        }
        check(
            r#"{"centres":[{"id":1},{"id":2,"name":7}]}"#,
            r#"{"centres":[{"id":1,"name":"?","answers":[]},{"id":2,"name":"?","answers":[]}],"importance":[]}"#,
            &[
                (RepairKind::CentreUnnamed, 1, ""),
                (RepairKind::CentreUnnamed, 2, ""),
            ],
        );
    }

    #[test]
    fn answers() {
        check_answers("{}", "[]", &[(RepairKind::AnswerUnreadable, "")]);
        check_answers(
            r#"[7,{"answer":"yes"},{"criterion":"","answer":"yes"},{"criterion":"two words"}]"#,
            "[]",
            &[(RepairKind::AnswerUnreadable, ""); 4],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"yes"},{"criterion":"a","answer":"no"}]"#,
            r#"[{"criterion":"a","answer":"yes"}]"#,
            &[(RepairKind::AnswerRepeated, "a")],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"perhaps"},{"criterion":"b","answer":"Yes","note":"n"},{"criterion":"c","answer":true}]"#,
            r#"[{"criterion":"a","answer":"not-asked","note":"perhaps"},{"criterion":"b","answer":"not-asked","note":"n\nYes"}]"#,
            &[
                (RepairKind::AnswerUnknown, "a"),
                (RepairKind::AnswerUnknown, "b"),
                (RepairKind::AnswerUnknown, "c"),
            ],
        );
        // Nothing said is nothing lost.
        check_answers(
            r#"[{"criterion":"a"},{"criterion":"b","answer":"not-asked","note":""}]"#,
            "[]",
            &[],
        );
        check_answers(
            r#"[{"criterion":"gone-from-content","answer":"partly"}]"#,
            r#"[{"criterion":"gone-from-content","answer":"partly"}]"#,
            &[],
        );
    }

    #[test]
    fn who_and_when() {
        check_answers(
            r#"[{"criterion":"a","answer":"no","who":"uncle"},{"criterion":"b","answer":"no","who":7},{"criterion":"c","answer":"no","who":null}]"#,
            r#"[{"criterion":"a","answer":"no"},{"criterion":"b","answer":"no"},{"criterion":"c","answer":"no"}]"#,
            &[
                (RepairKind::ReplyUnreadable, "a"),
                (RepairKind::ReplyUnreadable, "b"),
                (RepairKind::ReplyUnreadable, "c"),
            ],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"no","on":"2026-02-30"},{"criterion":"b","answer":"no","on":20261124}]"#,
            r#"[{"criterion":"a","answer":"no"},{"criterion":"b","answer":"no"}]"#,
            &[
                (RepairKind::DateUnreadable, "a"),
                (RepairKind::DateUnreadable, "b"),
            ],
        );
        // Of no answer.
        check_answers(
            r#"[{"criterion":"a","who":"staff"},{"criterion":"b","answer":"not-asked","on":"2026-11-24"}]"#,
            "[]",
            &[
                (RepairKind::ReplyUnreadable, "a"),
                (RepairKind::ReplyUnreadable, "b"),
            ],
        );
        check_answers(
            r#"[{"criterion":"a","answer":"not-asked","note":"n","who":"staff","on":"2026-11-24"}]"#,
            r#"[{"criterion":"a","answer":"not-asked","note":"n","who":"staff","on":"2026-11-24"}]"#,
            &[],
        );
    }

    #[test]
    fn what_another_list_said() {
        check_answers(
            r#"[{"criterion":"a","answer":"no","other":"yes"},{"criterion":"b","other":null}]"#,
            r#"[{"criterion":"a","answer":"no"}]"#,
            &[
                (RepairKind::ReplyUnreadable, "a"),
                (RepairKind::ReplyUnreadable, "b"),
            ],
        );
        // Another list that said nothing disagrees with nobody.
        check_answers(
            r#"[{"criterion":"a","answer":"no","other":{}},{"criterion":"b","answer":"no","other":{"answer":"not-asked","note":" ","who":"staff"}},{"criterion":"c","who":"staff","other":{"on":"2026-11-24"}}]"#,
            r#"[{"criterion":"a","answer":"no"},{"criterion":"b","answer":"no"}]"#,
            &[
                (RepairKind::ReplyUnreadable, "a"),
                (RepairKind::NoteCleaned, "b"),
                (RepairKind::ReplyUnreadable, "b"),
                (RepairKind::ReplyUnreadable, "c"),
                (RepairKind::ReplyUnreadable, "c"),
            ],
        );
        // Only one of the two said something.
        check_answers(
            r#"[{"criterion":"a","who":"staff","on":"2026-11-24","other":{"answer":"yes"}}]"#,
            r#"[{"criterion":"a","answer":"not-asked","other":{"answer":"yes"}}]"#,
            &[(RepairKind::ReplyUnreadable, "a")],
        );
        check_answers(
            r#"[{"criterion":"a","other":{"answer":"JA","note":"x\u202e","who":"uncle","on":"x","more":1}}]"#,
            r#"[{"criterion":"a","answer":"not-asked","other":{"answer":"not-asked","note":"x\nJA"}}]"#,
            &[
                (RepairKind::FieldUnknown, "a"),
                (RepairKind::NoteCleaned, "a"),
                (RepairKind::AnswerUnknown, "a"),
                (RepairKind::ReplyUnreadable, "a"),
                (RepairKind::DateUnreadable, "a"),
            ],
        );
        let both = r#"[{"criterion":"a","answer":"yes","note":"1","who":"staff","on":"2026-11-24","other":{"answer":"no","note":"2","who":"patient","on":"2026-11-01"}}]"#;
        check_answers(both, both, &[]);
    }

    #[test]
    fn notes() {
        check_answers(
            r#"[{"criterion":"a","answer":"no","note":["x"]},{"criterion":"b","note":"x\r\n\u202ey"}]"#,
            r#"[{"criterion":"a","answer":"no"},{"criterion":"b","answer":"not-asked","note":"x\ny"}]"#,
            &[
                (RepairKind::NoteUnreadable, "a"),
                (RepairKind::NoteCleaned, "b"),
            ],
        );
        let full = "ن".repeat(MAX_NOTE_CHARS);
        check_answers(
            &format!(r#"[{{"criterion":"a","note":"{full}x"}}]"#),
            &format!(r#"[{{"criterion":"a","answer":"not-asked","note":"{full}"}}]"#),
            &[(RepairKind::NoteCut, "a")],
        );
        check_answers(
            &format!(r#"[{{"criterion":"a","answer":"hm","note":"{full}"}}]"#),
            &format!(r#"[{{"criterion":"a","answer":"not-asked","note":"{full}"}}]"#),
            &[(RepairKind::AnswerUnknown, "a"), (RepairKind::NoteCut, "a")],
        );
        // Where the cut leaves nothing visible.
        check_answers(
            &format!(
                r#"[{{"criterion":"a","note":"{}x"}}]"#,
                "\u{200c}".repeat(MAX_NOTE_CHARS)
            ),
            "[]",
            &[(RepairKind::NoteCut, "a")],
        );
    }

    #[test]
    fn facts() {
        for field in [
            "city",
            "country",
            "phone",
            "appointment_place",
            "local_care",
        ] {
            for (text, expected, kinds) in [
                ("7", "", vec![RepairKind::TextUnreadable]),
                ("null", "", vec![RepairKind::TextUnreadable]),
                (r#"" \u200f""#, "", vec![RepairKind::TextCleaned]),
                (r#""""#, "", vec![]),
                (
                    r#""Er\nbil\u202e ""#,
                    "Er bil ",
                    vec![RepairKind::TextCleaned],
                ),
                (
                    &format!("\"{}\"", "ێ".repeat(MAX_LINE_CHARS + 1)),
                    &"ێ".repeat(MAX_LINE_CHARS),
                    vec![RepairKind::TextCut],
                ),
                (
                    &format!("\"{}x\"", "\u{200d}".repeat(MAX_LINE_CHARS)),
                    "",
                    vec![RepairKind::TextCut],
                ),
                (
                    &format!("\"\\t{}\"", "x".repeat(MAX_LINE_CHARS)),
                    &format!(" {}", "x".repeat(MAX_LINE_CHARS - 1)),
                    vec![RepairKind::TextCleaned, RepairKind::TextCut],
                ),
            ] {
                let kinds: Vec<_> = kinds.into_iter().map(|kind| (kind, "")).collect();
                let expected = if expected.is_empty() {
                    r#""answers":[]"#.to_owned()
                } else {
                    format!(r#""answers":[],"{field}":"{expected}""#)
                };
                check_centre(&format!(r#""{field}":{text}"#), &expected, &kinds);
            }
        }
    }

    #[test]
    fn appointment_and_example() {
        check_centre(
            r#""appointment":"tomorrow","example":1"#,
            r#""answers":[]"#,
            &[
                (RepairKind::DateUnreadable, ""),
                (RepairKind::FieldUnknown, ""),
            ],
        );
        check_centre(r#""example":false"#, r#""answers":[]"#, &[]);
        check_centre(
            r#""example":true,"appointment":"2026-12-01""#,
            r#""answers":[],"appointment":"2026-12-01","example":true"#,
            &[],
        );
    }

    #[test]
    fn costs() {
        use RepairKind::{CostUnreadable, FieldUnknown, TextCleaned, TextUnreadable};
        for (costs, expected, kinds) in [
            (r#"{"id":7}"#, "", vec![CostUnreadable]),
            ("[]", "", vec![]),
            ("[7,[]]", "", vec![CostUnreadable, CostUnreadable]),
            (
                r#"[{"id":7,"currency":"EUR","amount":5,"what":"Bed"}]"#,
                r#"[{"id":7,"what":"Bed","currency":"IQD"}]"#,
                vec![CostUnreadable],
            ),
            (
                r#"[{"id":7,"currency":"USD","amount":-5},{"id":8,"currency":"USD","amount":1.5},{"id":9,"currency":"USD","amount":"5"},{"id":10,"currency":"USD","amount":null},{"id":11,"currency":"USD","amount":1000000000001}]"#,
                r#"[{"id":7,"currency":"USD"},{"id":8,"currency":"USD"},{"id":9,"currency":"USD"},{"id":10,"currency":"USD"},{"id":11,"currency":"USD"}]"#,
                vec![CostUnreadable; 5],
            ),
            (
                r#"[{"id":7,"currency":"USD","amount":1000000000000},{"id":8,"currency":"IQD","amount":0}]"#,
                r#"[{"id":7,"amount":1000000000000,"currency":"USD"},{"id":8,"amount":0,"currency":"IQD"}]"#,
                vec![],
            ),
            (
                r#"[{"id":7,"currency":"USD"},{"id":7,"currency":"USD"},{"currency":"USD"},{"id":0,"currency":"USD"}]"#,
                r#"[{"id":7,"currency":"USD"},{"id":1,"currency":"USD"},{"id":2,"currency":"USD"},{"id":3,"currency":"USD"}]"#,
                vec![CostUnreadable; 3],
            ),
            (
                r#"[{"id":7,"currency":"USD","what":"a\nb"},{"id":8,"currency":"USD","what":8,"paid":true}]"#,
                r#"[{"id":7,"what":"a b","currency":"USD"},{"id":8,"currency":"USD"}]"#,
                vec![TextCleaned, FieldUnknown, TextUnreadable],
            ),
        ] {
            let kinds: Vec<_> = kinds.into_iter().map(|kind| (kind, "")).collect();
            let expected = if expected.is_empty() {
                String::new()
            } else {
                format!(r#","costs":{expected}"#)
            };
            check_centre(
                &format!(r#""costs":{costs}"#),
                &format!(r#""answers":[]{expected}"#),
                &kinds,
            );
        }
    }

    #[test]
    fn the_card() {
        for card in ["7", "null", r#""icu""#, r#"{"icu":1}"#] {
            check_centre(
                &format!(r#""card":{card}"#),
                r#""answers":[]"#,
                &[(RepairKind::IdsUnreadable, "")],
            );
        }
        check_centre(r#""card":[]"#, r#""answers":[],"card":[]"#, &[]);
        check_centre(
            r#""card":["team","icu","team",7,"","two words"]"#,
            r#""answers":[],"card":["team","icu"]"#,
            &[(RepairKind::IdsUnreadable, ""); 4],
        );
    }

    #[test]
    fn importance() {
        check(
            r#"{"centres":[],"importance":[{"criterion":"b","importance":"helpful"},{"criterion":"b","importance":"essential"},{"criterion":"a","importance":"very"},{"importance":"helpful"},0]}"#,
            r#"{"centres":[],"importance":[{"criterion":"b","importance":"helpful"}]}"#,
            &[
                (RepairKind::ImportanceUnreadable, 0, "b"),
                (RepairKind::ImportanceUnreadable, 0, "a"),
                (RepairKind::ImportanceUnreadable, 0, ""),
                (RepairKind::ImportanceUnreadable, 0, ""),
            ],
        );
        check(
            r#"{"centres":[],"importance":"none"}"#,
            r#"{"centres":[],"importance":[]}"#,
            &[(RepairKind::ImportanceUnreadable, 0, "")],
        );
    }

    #[test]
    fn own_criteria() {
        use RepairKind::{FieldUnknown, OwnUnreadable, TextCleaned, TextCut};
        const ID: &str = "own-0000002a";
        check_rest(r#","own":7"#, "", &[(OwnUnreadable, "")]);
        check_rest(r#","own":[]"#, "", &[]);
        for own in [
            "7",
            "{}",
            r#"{"id":"own-0000002a","kind":"criterion"}"#,
            r#"{"id":"own-0000002a","text":"x"}"#,
            r#"{"kind":"criterion","text":"x"}"#,
            r#"{"id":"own-0000002a","kind":"wish","text":"x"}"#,
            r#"{"id":"own-0000002a","kind":"criterion","text":7}"#,
            r#"{"id":"own-0000002a","kind":"criterion","text":" \u200c"}"#,
            // The content has ids that begin alike.
            r#"{"id":"own-language","kind":"criterion","text":"x"}"#,
            r#"{"id":"own-oncologist","kind":"criterion","text":"x"}"#,
            r#"{"id":"own-2a","kind":"criterion","text":"x"}"#,
            r#"{"id":"own-0000002A","kind":"criterion","text":"x"}"#,
            r#"{"id":"own-00000002a","kind":"criterion","text":"x"}"#,
            r#"{"id":"0000002a","kind":"criterion","text":"x"}"#,
            r#"{"id":42,"kind":"criterion","text":"x"}"#,
        ] {
            check_rest(&format!(r#","own":[{own}]"#), "", &[(OwnUnreadable, "")]);
        }
        // Cutting must not leave a question without words.
        check_rest(
            &format!(
                r#","own":[{{"id":"{ID}","kind":"criterion","text":"{}x"}}]"#,
                "\u{200c}".repeat(MAX_LINE_CHARS)
            ),
            "",
            &[(OwnUnreadable, "")],
        );
        let own =
            |text: &str| format!(r#","own":[{{"id":"{ID}","kind":"question","text":"{text}"}}]"#);
        check_rest(&own(" a \\n b\\u202e"), &own("a b"), &[(TextCleaned, ID)]);
        check_rest(
            &own(&"ئ".repeat(MAX_LINE_CHARS + 1)),
            &own(&"ئ".repeat(MAX_LINE_CHARS)),
            &[(TextCut, ID)],
        );
        check_rest(
            r#","own":[{"id":"own-0000002a","kind":"question","text":"a","by":"b"},{"id":"own-0000002a","kind":"criterion","text":"c"}]"#,
            &own("a"),
            &[(FieldUnknown, ID), (OwnUnreadable, "")],
        );
    }

    #[test]
    fn the_decision() {
        use RepairKind::{
            CentreUnnamed, DecisionUnreadable, FieldUnknown, IdsUnreadable, TextCleaned, TextCut,
            TextUnreadable,
        };
        for decision in ["7", "null", "[]", r#""none""#] {
            check_rest(
                &format!(r#","decision":{decision}"#),
                "",
                &[(DecisionUnreadable, "")],
            );
        }
        check_rest(r#","decision":{}"#, "", &[]);
        for choice in ["2", "0", "-1", "1.5", r#""1""#, r#""None""#, "null", "[1]"] {
            check_decision(&format!(r#""choice":{choice}"#), "", &[DecisionUnreadable]);
        }
        for choice in ["1", r#""none""#] {
            let choice = format!(r#""choice":{choice}"#);
            check_decision(&choice, &choice, &[]);
        }
        for field in ["why", "next"] {
            check_decision(&format!(r#""{field}":7"#), "", &[TextUnreadable]);
            check_decision(
                &format!(r#""{field}":"a\r\nb\u2066 ""#),
                &format!(r#""{field}":"a\nb ""#),
                &[TextCleaned],
            );
            check_decision(
                &format!(r#""{field}":"{}""#, "ڕ".repeat(MAX_NOTE_CHARS + 1)),
                &format!(r#""{field}":"{}""#, "ڕ".repeat(MAX_NOTE_CHARS)),
                &[TextCut],
            );
        }
        check_decision(
            r#""why":"x","because":"y""#,
            r#""why":"x""#,
            &[FieldUnknown],
        );
        for record in [
            "7",
            "null",
            "[]",
            "{}",
            r#"{"on":"2026-12-05"}"#,
            r#"{"on":"2026-12-05","standings":7}"#,
            r#"{"on":"2026-13-05","standings":[]}"#,
            r#"{"standings":[]}"#,
            r#"{"on":"2026-12-05","standings":[7]}"#,
            r#"{"on":"2026-12-05","standings":[{"name":"A","of":1,"unmet":[],"open":[]}]}"#,
            r#"{"on":"2026-12-05","standings":[{"name":"A","answered":-1,"of":1}]}"#,
            r#"{"on":"2026-12-05","standings":[{"name":"A","answered":1,"of":4294967296}]}"#,
        ] {
            check_decision(&format!(r#""record":{record}"#), "", &[DecisionUnreadable]);
        }
        let standing = |fields: &str| {
            format!(
                r#""record":{{"on":"2026-12-05","standings":[{{"name":"A","answered":1,"of":4294967295{fields}}}]}}"#
            )
        };
        let none = r#","unmet":[],"open":[]"#;
        check_decision(&standing(""), &standing(none), &[]);
        for range in [
            r#""low":1"#,
            r#""high":1"#,
            r#""low":2,"high":1"#,
            r#""low":0,"high":101"#,
            r#""low":"0","high":1"#,
        ] {
            check_decision(
                &standing(&format!(",{range}{none}")),
                &standing(none),
                &[DecisionUnreadable],
            );
        }
        check_decision(
            &standing(r#","unmet":["icu","icu"],"open":"all""#),
            &standing(r#","unmet":["icu"],"open":[]"#),
            &[IdsUnreadable, IdsUnreadable],
        );
        let record =
            |centres: &str| format!(r#""record":{{"on":"2026-12-05","standings":[{centres}]}}"#);
        check_decision(
            &record(r#"{"answered":1,"of":2,"score":9}"#),
            &record(r#"{"name":"?","answered":1,"of":2,"unmet":[],"open":[]}"#),
            &[CentreUnnamed, FieldUnknown],
        );
        check_decision(
            r#""record":{"on":"2026-12-05","standings":[],"by":"me"}"#,
            &record(""),
            &[FieldUnknown],
        );
    }

    #[test]
    fn fields_of_another_time_are_named() {
        check(
            r#"{"centres":[{"id":1,"name":"A","street":"x","answers":[{"criterion":"a","answer":"no","by":"y"}]}],"importance":[{"criterion":"a","importance":"helpful","z":0}],"next_id":2}"#,
            r#"{"centres":[{"id":1,"name":"A","answers":[{"criterion":"a","answer":"no"}]}],"importance":[{"criterion":"a","importance":"helpful"}]}"#,
            &[
                (RepairKind::FieldUnknown, 0, ""),
                (RepairKind::FieldUnknown, 1, ""),
                (RepairKind::FieldUnknown, 1, "a"),
                (RepairKind::FieldUnknown, 0, "a"),
            ],
        );
        check_data(
            r#"{"format":"hipec-checklist","version":2,"document":{"centres":[]},"more":1}"#,
            r#"{"centres":[],"importance":[]}"#,
            &[(RepairKind::FieldUnknown, 0, "")],
        );
    }

    #[test]
    fn counts_are_limited() {
        use RepairKind::{
            IdsUnreadable, TooManyAnswers, TooManyCentres, TooManyCosts, TooManyImportances,
            TooManyOwn,
        };
        /// Restores the document with one part of every sort too many, and
        /// counts what is left with `left`.
        #[track_caller]
        fn check(document: &str, left: fn(&Checklist) -> usize, most: usize, kind: RepairKind) {
            let (checklist, repairs) = restore(envelope(document).as_bytes()).unwrap();
            assert_eq!(left(&checklist), most);
            let kinds: Vec<_> = repairs.iter().map(|repair| repair.kind).collect();
            assert_eq!(kinds, [kind]);
            assert_eq!(
                restore(save(&checklist).as_bytes()),
                Ok((checklist, Vec::new()))
            );
        }
        let many = |most: usize, one: &dyn Fn(usize) -> String| -> String {
            let all: Vec<_> = (1..=most + 1).map(one).collect();
            all.join(",")
        };
        let a = |fields: String| format!(r#"{{"centres":[{{"id":1,"name":"A",{fields}}}]}}"#);
        fn first(checklist: &Checklist) -> &crate::checklist::Centre {
            checklist.centres().first().unwrap()
        }
        check(
            &format!(
                r#"{{"centres":[{}]}}"#,
                many(MAX_CENTRES, &|n| format!(r#"{{"id":{n},"name":"A"}}"#))
            ),
            |it| it.centres().len(),
            MAX_CENTRES,
            TooManyCentres,
        );
        check(
            &a(format!(
                r#""answers":[{}]"#,
                many(MAX_CRITERIA, &|n| format!(
                    r#"{{"criterion":"{n}","answer":"no"}}"#
                ))
            )),
            |it| first(it).entries().len(),
            MAX_CRITERIA,
            TooManyAnswers,
        );
        check(
            &a(format!(
                r#""costs":[{}]"#,
                many(MAX_COSTS, &|n| format!(r#"{{"id":{n},"currency":"USD"}}"#))
            )),
            |it| first(it).costs().len(),
            MAX_COSTS,
            TooManyCosts,
        );
        check(
            &a(format!(
                r#""card":[{}]"#,
                many(MAX_CRITERIA, &|n| format!("\"{n}\""))
            )),
            |it| first(it).card().unwrap().len(),
            MAX_CRITERIA,
            IdsUnreadable,
        );
        check(
            &format!(
                r#"{{"centres":[],"importance":[{}]}}"#,
                many(MAX_CRITERIA, &|n| format!(
                    r#"{{"criterion":"{n}","importance":"helpful"}}"#
                ))
            ),
            |it| it.importance.as_slice().len(),
            MAX_CRITERIA,
            TooManyImportances,
        );
        check(
            &format!(
                r#"{{"centres":[],"own":[{}]}}"#,
                many(MAX_OWN, &|n| format!(
                    r#"{{"id":"own-{n:08x}","kind":"question","text":"x"}}"#
                ))
            ),
            |it| it.own().len(),
            MAX_OWN,
            TooManyOwn,
        );
        check(
            &format!(
                r#"{{"centres":[],"decision":{{"record":{{"on":"2026-12-05","standings":[{}]}}}}}}"#,
                many(MAX_CENTRES, &|n| format!(
                    r#"{{"name":"{n}","answered":0,"of":0}}"#
                ))
            ),
            |it| it.decision().record.as_ref().unwrap().standings.len(),
            MAX_CENTRES,
            TooManyCentres,
        );
    }

    #[test]
    fn repairs_are_listed_up_to_a_limit() {
        let centres = vec![r#"{"name":"A"}"#; MAX_CENTRES + 50].join(",");
        let (checklist, repairs) =
            restore(envelope(&format!(r#"{{"centres":[{centres}]}}"#)).as_bytes()).unwrap();
        assert_eq!(checklist.centres().len(), MAX_CENTRES);
        assert_eq!(repairs.len(), MAX_REPAIRS);
    }
}
