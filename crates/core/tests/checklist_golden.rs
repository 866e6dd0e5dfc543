//! Saves of every released version can be read for ever.
//!
//! The files in `golden/` are never changed. A new version of the format gets
//! new files beside them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::checklist::{
    Answer, Checklist, Choice, CriterionId, Currency, Fact, Importance, OwnKind, RestoreError,
    WhoSaid, restore, save,
};
use hipec_core::date::Date;
use serde_json::Value;

const ENGLISH: &str = include_str!("golden/v1-english.json");
const ARABIC: &str = include_str!("golden/v1-arabic.json");
const SORANI: &str = include_str!("golden/v1-sorani.json");
const SIGNS: &str = include_str!("golden/v1-signs.json");
const JOINERS: &str = include_str!("golden/v1-sorani-joiners.json");
const V1: [&str; 10] = [
    ENGLISH,
    ARABIC,
    SORANI,
    SIGNS,
    JOINERS,
    include_str!("golden/v1-arabic-lines.json"),
    include_str!("golden/v1-bare.json"),
    include_str!("golden/v1-importance-only.json"),
    include_str!("golden/v1-long.json"),
    include_str!("golden/v1-many-centres.json"),
];

const ANSWERS: &str = include_str!("golden/v2-answers.json");
const COSTS: &str = include_str!("golden/v2-costs.json");
const DECISION: &str = include_str!("golden/v2-decision.json");
const DISPUTED: &str = include_str!("golden/v2-disputed.json");
const EXAMPLE: &str = include_str!("golden/v2-example.json");
const FACTS: &str = include_str!("golden/v2-facts-arabic.json");
const OWN: &str = include_str!("golden/v2-own-sorani.json");
const RECORD: &str = include_str!("golden/v2-record.json");
const V2: [&str; 10] = [
    ANSWERS,
    COSTS,
    DECISION,
    DISPUTED,
    EXAMPLE,
    FACTS,
    OWN,
    RECORD,
    include_str!("golden/v2-empty.json"),
    include_str!("golden/v2-everything.json"),
];

#[track_caller]
fn read(golden: &str) -> Checklist {
    let (checklist, repairs) = restore(golden.as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new());
    checklist
}

fn day(text: &str) -> Option<Date> {
    Some(Date::parse(text).unwrap())
}

#[test]
fn version_2_is_read_and_written_alike() {
    for golden in V2 {
        assert_eq!(save(&read(golden)), golden.trim_end());
    }
}

#[test]
fn version_1_becomes_version_2_once_and_for_all() {
    for golden in V1 {
        let checklist = read(golden);
        // The same file gives the same ids, today and on another phone.
        assert_eq!(read(golden), checklist);
        let saved = save(&checklist);
        assert!(saved.starts_with(r#"{"format":"hipec-checklist","version":2,"#));
        assert_eq!(read(&saved), checklist);
        assert_eq!(save(&read(&saved)), saved);
    }
}

/// Every word of a version 1 file, in the words of the format itself.
#[test]
fn version_1_still_says_all_that_was_entered() {
    fn text<'a>(value: &'a Value, field: &str) -> &'a str {
        value.get(field).and_then(Value::as_str).unwrap_or("")
    }
    for golden in V1 {
        let checklist = read(golden);
        let file: Value = serde_json::from_str(golden).unwrap();
        let document = &file["document"];
        let written = document["centres"].as_array().unwrap();
        assert_eq!(checklist.centres().len(), written.len());
        for (centre, written) in checklist.centres().iter().zip(written) {
            assert_eq!(centre.name(), text(written, "name"));
            assert!(!centre.is_example());
            let mut entries = 0;
            for written in written["answers"].as_array().unwrap() {
                let criterion = CriterionId::from(text(written, "criterion"));
                let (answer, note) = (text(written, "answer"), text(written, "note"));
                assert_eq!(centre.answer(&criterion).code(), answer);
                assert_eq!(centre.note(&criterion), note);
                entries += usize::from(answer != "not-asked" || !note.is_empty());
            }
            assert_eq!(centre.entries().len(), entries);
        }
        for written in document["importance"].as_array().unwrap() {
            let chosen = checklist.chosen_importance(&text(written, "criterion").into());
            assert_eq!(chosen.unwrap().code(), text(written, "importance"));
        }
    }
}

#[test]
fn golden_saves_say_what_was_entered() {
    #[track_caller]
    fn check(golden: &str, place: usize, name: &str, criterion: &str, answer: Answer, note: &str) {
        let checklist = read(golden);
        let centre = &checklist.centres()[place];
        let criterion = criterion.into();
        assert_eq!(centre.name(), name);
        assert_eq!(centre.answer(&criterion), answer);
        assert_eq!(centre.note(&criterion), note);
    }
    check(
        ENGLISH,
        0,
        "Hospital B",
        "team",
        Answer::WouldNotSay,
        "\"Ask again\", 9:00\n👩\u{200d}⚕\u{fe0f} 🇮🇶 C:\\",
    );
    check(ENGLISH, 1, "Hospital A", "volume", Answer::Partly, "");
    check(
        ARABIC,
        0,
        "مستشفى أ",
        "volume",
        Answer::Yes,
        "قالوا: ٤٠ عملية في السنة (40)\nنسأل مرة ثانية؟",
    );
    check(
        SORANI,
        0,
        "نەخۆشخانە\u{200c}ی یەکەم",
        "icu",
        Answer::NotAsked,
        "دەبێت بپرسین 🙂",
    );
    check(SORANI, 1, "نەخۆشخانەی دووەم", "cost", Answer::No, "");
    check(
        SIGNS,
        0,
        "\"A\" \\ 'B' 🏥",
        "\"odd\\one\"",
        Answer::Yes,
        "C:\\Users\\\"me\"\\n is no newline\n\\\\\"\"",
    );
    check(
        JOINERS,
        0,
        "نەخۆشخانە\u{200c}کانی هەولێر",
        "volume",
        Answer::WouldNotSay,
        "\u{200c}ژمارەکەیان نەگوت\u{200c}",
    );
    check(ANSWERS, 0, "Hospital A", "plain", Answer::Yes, "");
    check(ANSWERS, 0, "Hospital A", "staff-yes", Answer::Yes, "note");
    // Two lists disagree: nobody knows, and the note of this list is shown.
    check(
        DISPUTED,
        0,
        "مستشفى أ",
        "volume",
        Answer::NotAsked,
        "٤٠ في السنة",
    );
}

#[test]
fn version_2_says_who_and_when() {
    let checklist = read(ANSWERS);
    let centre = &checklist.centres()[0];
    assert_eq!(centre.id().number(), 2_914_720_011);
    for who in WhoSaid::ALL {
        for answer in Answer::ALL {
            let id = format!("{}-{}", who.code(), answer.code());
            let reply = &centre.entry(&id.as_str().into()).unwrap().reply;
            assert_eq!((reply.answer, reply.who), (answer, Some(who)));
            assert!(reply.on.is_some());
        }
    }
    let entry = |id: &str| centre.entry(&id.into()).unwrap().reply.clone();
    assert_eq!((entry("plain").who, entry("plain").on), (None, None));
    assert_eq!(entry("dated").on, day("2024-02-29"));
    assert_eq!(entry("told").who, Some(WhoSaid::Patient));

    let checklist = read(DISPUTED);
    let entry = checklist.centres()[0].entry(&"volume".into()).unwrap();
    let other = entry.other.as_ref().unwrap();
    assert_eq!(entry.reply.answer, Answer::Yes);
    assert_eq!(other.answer, Answer::No);
    assert_eq!(&*other.note, "\"٤\" فقط\nقال مريض");
    assert_eq!(other.who, Some(WhoSaid::Patient));
    assert_eq!(other.on, day("2026-11-01"));
}

#[test]
fn version_2_says_what_is_practical() {
    let checklist = read(FACTS);
    let centre = &checklist.centres()[0];
    assert_eq!(centre.id().number(), u32::MAX);
    let facts = Fact::ALL.map(|fact| centre.fact(fact));
    assert_eq!(
        facts,
        [
            "بغداد",
            "العراق",
            "+964 770 000 0000",
            "الساعة ١٠:٣٠، الطابق الثاني",
            "د. سعاد، مستشفى البصرة ",
        ]
    );
    assert_eq!(centre.appointment(), day("2026-12-01"));

    let checklist = read(COSTS);
    let costs: Vec<_> = checklist.centres()[0]
        .costs()
        .iter()
        .map(|line| (line.id.number(), &*line.what, line.amount, line.currency))
        .collect();
    assert_eq!(
        costs,
        [
            (7, "Operation", Some(9_000), Currency::Usd),
            (3, "Bed, \"per night\"", Some(150_000), Currency::Iqd),
            (u32::MAX, "", None, Currency::Iqd),
            (1, "دەرمان", None, Currency::Usd),
            (2, "Hotel\\food ", Some(0), Currency::Iqd),
            (12, "All", Some(1_000_000_000_000), Currency::Iqd),
        ]
    );
}

#[test]
fn version_2_says_what_is_their_own() {
    let checklist = read(OWN);
    let own: Vec<_> = checklist
        .own()
        .iter()
        .map(|own| (own.id().as_str(), own.kind(), own.text()))
        .collect();
    assert_eq!(
        own,
        [
            (
                "own-fedcba98",
                OwnKind::Question,
                "دایکم دەتوانێت لەگەڵم بمێنێتەوە؟"
            ),
            (
                "own-0000002a",
                OwnKind::Criterion,
                "پزیشکێکی کوردی\u{200c}زان هەیە؟"
            ),
            ("own-00000000", OwnKind::Question, "\"؟\""),
        ]
    );
    assert_eq!(
        checklist.chosen_importance(&"own-0000002a".into()),
        Some(Importance::Essential)
    );
    let card: Vec<_> = checklist.centres()[0].card().unwrap().iter().collect();
    let card: Vec<_> = card.iter().map(|id| id.as_str()).collect();
    assert_eq!(card, ["own-fedcba98", "volume", "own-0000002a"]);
    assert_eq!(checklist.centres()[1].card(), Some(&[][..]));
    let examples: Vec<_> = read(EXAMPLE)
        .centres()
        .iter()
        .map(|centre| centre.is_example())
        .collect();
    assert_eq!(examples, [true, true, false]);
}

#[test]
fn version_2_says_what_was_decided() {
    let checklist = read(DECISION);
    let decision = checklist.decision();
    let chosen = checklist.centres()[1].id();
    assert_eq!(decision.choice, Choice::Centre(chosen));
    assert_eq!(&*decision.why, "Near home.\nThey answered everything. ");
    assert_eq!(&*decision.next, "Ring on Sunday: \"records\"");
    assert_eq!(decision.record, None);

    let checklist = read(RECORD);
    assert_eq!(checklist.decision().choice, Choice::None);
    let record = checklist.decision().record.as_ref().unwrap();
    assert_eq!(Some(record.on), day("2026-12-05"));
    let standings: Vec<_> = record
        .standings
        .iter()
        .map(|it| (&*it.name, it.answered, it.of, it.range))
        .collect();
    assert_eq!(
        standings,
        [
            ("Hospital A", 9, 16, Some((40, 70))),
            ("مستشفى ب الذي حُذف", 0, 16, Some((0, 100))),
            ("نەخۆشخانەی سێیەم", 16, 16, Some((100, 100))),
            ("D", 0, 0, None),
        ]
    );
    let ids = |ids: &[CriterionId]| -> Vec<String> {
        ids.iter().map(|id| id.as_str().to_owned()).collect()
    };
    assert_eq!(ids(&record.standings[0].unmet), ["icu"]);
    assert_eq!(ids(&record.standings[0].open), ["interpreter", "cost"]);
}

#[test]
fn a_newer_version_is_left_alone() {
    for golden in V2 {
        let newer = golden.replacen(r#""version":2"#, r#""version":3"#, 1);
        assert_eq!(
            restore(newer.as_bytes()),
            Err(RestoreError::NewerVersion { found: 3 })
        );
    }
}

#[test]
fn a_save_cut_anywhere_is_reported_not_half_read() {
    for golden in V1.iter().chain(&V2) {
        let golden = golden.trim_end().as_bytes();
        for end in 0..golden.len() {
            let error = restore(&golden[..end]).unwrap_err();
            assert!(
                matches!(error, RestoreError::NotJson | RestoreError::NotText),
                "{end}"
            );
        }
    }
}

/// One byte wrong, 1,000 times for each file: opened or refused, never a panic,
/// and what is opened is sound.
#[test]
fn a_save_with_a_wrong_byte_is_survived() {
    // A plain generator, so that every run tries the same bytes.
    let mut state: u64 = 0x5eed;
    let mut random = |below: usize| -> usize {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for golden in V1.iter().chain(&V2) {
        for _ in 0..1_000 {
            let mut bytes = golden.as_bytes().to_vec();
            let place = random(bytes.len());
            bytes[place] ^= u8::try_from(1 + random(255)).unwrap();
            if let Ok((checklist, _)) = restore(&bytes) {
                let saved = save(&checklist);
                assert_eq!(restore(saved.as_bytes()), Ok((checklist, Vec::new())));
            }
        }
    }
}
