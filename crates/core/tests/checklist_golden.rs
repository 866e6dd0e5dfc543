//! Saves of every released version can be read for ever.
//!
//! The files in `golden/` are never changed. A new version of the format gets
//! new files beside them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::checklist::{Answer, Checklist, RestoreError, restore, save};

const ENGLISH: &str = include_str!("golden/v1-english.json");
const ARABIC: &str = include_str!("golden/v1-arabic.json");
const SORANI: &str = include_str!("golden/v1-sorani.json");
const ALL: [&str; 3] = [ENGLISH, ARABIC, SORANI];

fn read(golden: &str) -> Checklist {
    let (checklist, repairs) = restore(golden.as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new());
    checklist
}

#[test]
fn golden_saves_are_read_and_written_alike() {
    for golden in ALL {
        assert_eq!(save(&read(golden)), golden.trim_end());
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
}

#[test]
fn a_save_cut_anywhere_is_reported_not_half_read() {
    for golden in ALL {
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
    for golden in ALL {
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
