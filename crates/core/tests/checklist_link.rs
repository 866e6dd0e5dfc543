//! Links: what goes in comes out, and whatever comes from outside is survived.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod sample;

use hipec_core::checklist::link::{self, LinkError, Notes};
use hipec_core::checklist::{
    Action, Answer, CentreId, Checklist, CriterionId, Fact, RepairKind, WhoSaid, limits, restore,
    save, update,
};
use hipec_core::date::Date;
use sample::{CONTENT, Random, checklist, rules, rules_of};

/// As the codec should do it, written down a second time.
fn wrap(content: &[u8]) -> String {
    let mut sum: u32 = 0x811c_9dc5;
    for byte in content {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    let bytes: Vec<u8> = content.iter().copied().chain(sum.to_le_bytes()).collect();
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let digits: String = bits
        .as_bytes()
        .chunks(6)
        .map(|six| {
            let six = format!("{:0<6}", std::str::from_utf8(six).unwrap());
            let digit = u8::from_str_radix(&six, 2).unwrap();
            char::from(match digit {
                0..26 => b'A' + digit,
                26..52 => b'a' + digit - 26,
                52..62 => b'0' + digit - 52,
                62 => b'-',
                _ => b'_',
            })
        })
        .collect();
    format!("list-1.{digits}")
}

/// The bytes of a link without their checksum.
fn unwrap(link: &str) -> Vec<u8> {
    let bits: String = link
        .strip_prefix("list-1.")
        .unwrap()
        .bytes()
        .map(|digit| {
            let digit = match digit {
                b'A'..=b'Z' => digit - b'A',
                b'a'..=b'z' => digit - b'a' + 26,
                b'0'..=b'9' => digit - b'0' + 52,
                b'-' => 62,
                _ => 63,
            };
            format!("{digit:06b}")
        })
        .collect();
    let (bytes, _) = bits.as_bytes().as_chunks::<8>();
    let byte = |bits| u8::from_str_radix(std::str::from_utf8(bits).unwrap(), 2).unwrap();
    let bytes: Vec<u8> = bytes.iter().map(|bits| byte(bits)).collect();
    bytes[..bytes.len() - 4].to_vec()
}

/// Opens, whatever it is; what opens is a document like any other.
#[track_caller]
fn survive(link: &str) -> Option<Checklist> {
    if let Ok(decoded) = link::decode(link, &rules()) {
        assert!(decoded.json.len() <= limits::MAX_LINK_DOCUMENT_BYTES);
    }
    let (checklist, _) = link::open(link, &rules()).ok()?;
    let saved = save(&checklist);
    assert_eq!(
        restore(saved.as_bytes()),
        Ok((checklist.clone(), Vec::new()))
    );
    Some(checklist)
}

/// The document with no note anywhere, by way of its saved form.
fn stripped(checklist: &Checklist) -> Checklist {
    let mut saved: serde_json::Value = serde_json::from_str(&save(checklist)).unwrap();
    for centre in saved["document"]["centres"].as_array_mut().unwrap() {
        for answer in centre["answers"].as_array_mut().unwrap() {
            let answer = answer.as_object_mut().unwrap();
            answer.remove("note");
            // Who said it, and when, say nothing about nothing.
            if answer["answer"] == "not-asked" {
                answer.remove("who");
                answer.remove("on");
            }
            if let Some(other) = answer.get_mut("other") {
                other.as_object_mut().unwrap().remove("note");
                if other["answer"] == "not-asked" {
                    answer.remove("other");
                }
            }
        }
    }
    let (checklist, repairs) = restore(saved.to_string().as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new());
    checklist
}

#[test]
fn ten_thousand_documents_come_back() {
    let rules = rules();
    let mut offers = 0;
    for seed in 0..10_000 {
        let checklist = checklist(&mut Random::new(seed));
        for (notes, expected) in [
            (Notes::Included, checklist.clone()),
            (Notes::Excluded, stripped(&checklist)),
        ] {
            let link = link::encode(&checklist, &rules, notes);
            let offered = link::offer(&checklist, &rules, notes);
            let is_fit = link.len() <= limits::MAX_LINK_CHARS;
            assert_eq!(offered, is_fit.then(|| link.clone()), "{seed}");
            assert!(link::is_link(&link));
            let opened = link::open(&link, &rules);
            assert_eq!(opened, Ok((expected, Vec::new())), "{seed}");
            offers += u32::from(is_fit);
        }
    }
    assert!(offers > 10_000 && offers < 20_000, "{offers}");
}

/// A visit to three hospitals, as an Iraqi family would note it.
#[test]
fn three_hospitals_fit_a_small_qr_code() {
    let content: serde_json::Value =
        serde_json::from_str(include_str!("../../../public/content/criteria.json")).unwrap();
    let criteria = content["criteria"].as_array().unwrap();
    let ids: Vec<_> = criteria
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    let ids = &ids[..28];
    let mut checklist = Checklist::default();
    let mut random = Random::new(1);
    for (name, city, phone, day) in [
        (
            "مستشفى الأمل لعلاج الأورام",
            "أربيل",
            "+964 750 000 0001",
            "2026-11-24",
        ),
        (
            "مستشفى بغداد التعليمي العام",
            "بغداد",
            "+964 770 000 0002",
            "2026-11-26",
        ),
        (
            "نەخۆشخانەی ھیوای شێرپەنجە",
            "سلێمانی",
            "+964 750 000 0003",
            "2026-12-01",
        ),
    ] {
        assert!((24..=28).contains(&name.chars().count()));
        let seed = random.next();
        let on = Date::parse(day);
        let mut act = |action| update(&mut checklist, action).unwrap();
        act(Action::AddCentre {
            name: name.into(),
            seed,
        });
        let centre = CentreId::from_number(seed);
        for (fact, text) in [(Fact::City, city), (Fact::Phone, phone)] {
            let text = text.into();
            act(Action::SetFact { centre, fact, text });
        }
        for id in ids {
            let answer = random.pick(&Answer::ALL[1..]);
            let criterion = CriterionId::from(*id);
            act(Action::SetAnswer {
                centre,
                criterion: criterion.clone(),
                answer,
                on,
            });
            let who = Some(WhoSaid::Staff);
            act(Action::SetWho {
                centre,
                criterion,
                who,
            });
        }
    }
    let link = link::encode(&checklist, &rules_of(ids), Notes::Excluded);
    println!("{} characters", link.len());
    assert!(link.len() <= 400);
    assert_eq!(
        link::open(&link, &rules_of(ids)),
        Ok((checklist, Vec::new()))
    );
}

/// One document with everything, not too long.
fn full() -> Checklist {
    let all = (0..).map(|seed| checklist(&mut Random::new(seed)));
    let parts = ["other", "record", "costs", "card", "own", "note", "choice"];
    all.filter(|it| {
        parts
            .iter()
            .all(|part| save(it).contains(&format!("\"{part}\":")))
    })
    .find(|it| link::encode(it, &rules(), Notes::Included).len() < 1_500)
    .unwrap()
}

#[test]
fn links_that_are_cut_or_mistyped_are_refused() {
    let link = link::encode(&full(), &rules(), Notes::Included);
    for end in 0..link.len() {
        assert!(link::open(&link[..end], &rules()).is_err(), "{end}");
    }
    for place in 0..link.len() {
        for other in ["A", "_", ".", "=", "ا", "\u{0}"] {
            if link[place..].starts_with(other) {
                continue;
            }
            let mistyped = [&link[..place], other, &link[place + 1..]].concat();
            assert!(link::open(&mistyped, &rules()).is_err(), "{mistyped}");
        }
    }
    for place in "list-1.".len()..link.len() {
        let doubled = [&link[..place], &link[place - 1..]].concat();
        let error = link::open(&doubled, &rules());
        assert_eq!(error, Err(LinkError::Damaged), "{doubled}");
    }
}

/// With the right checksum, so that it is the reading that has to hold.
#[test]
fn bytes_that_are_made_up_are_survived() {
    let mut random = Random::new(7);
    for _ in 0..3_000 {
        let len = random.below(300);
        let mut bytes = vec![1];
        // Small numbers lead further in than large ones.
        let largest = random.pick(&[2, 8, 256]);
        bytes.extend((0..len).map(|_| u8::try_from(random.below(largest)).unwrap()));
        survive(&wrap(&bytes));
    }
    let bytes = unwrap(&link::encode(&full(), &rules(), Notes::Included));
    let mut opened = 0;
    for _ in 0..3_000 {
        let mut bytes = bytes.clone();
        for _ in 0..=random.below(3) {
            let place = 1 + random.below(bytes.len() - 1);
            bytes[place] = random.byte();
        }
        opened += u32::from(survive(&wrap(&bytes)).is_some());
    }
    assert!(opened > 100, "changes inside of texts are none of ours");
    for end in 1..bytes.len() {
        let error = link::open(&wrap(&bytes[..end]), &rules());
        assert_eq!(error, Err(LinkError::Damaged), "{end}");
        // A count or length of about 2^62 in place of what was there.
        for large in [&[0xff; 8][..], &[0xff, 0xff, 0x03]] {
            let bytes = [&bytes[..end], large, &[0x7f], &bytes[end..]].concat();
            survive(&wrap(&bytes));
        }
        let longer = [&bytes[..], &bytes[..end]].concat();
        let error = link::open(&wrap(&longer), &rules());
        assert_eq!(error, Err(LinkError::Damaged), "{end}");
    }
}

/// A document of one centre and one answer with a note, written by hand.
fn by_hand(name: &[u8], note: &[u8]) -> String {
    let mut bytes = vec![1]; // version
    bytes.extend([0, 0, 1, 1, b'x']); // ids
    bytes.push(0); // own
    bytes.extend([1, 42, 0, 0, 0]); // one centre, its id
    bytes.push(u8::try_from(name.len()).unwrap());
    bytes.extend(name);
    bytes.push(0); // parts
    bytes.extend([1 + 5, 0b10_0000]); // yes, with details: a note
    bytes.push(u8::try_from(note.len()).unwrap());
    bytes.extend(note);
    bytes.extend([0, 0]); // importance, decision
    wrap(&bytes)
}

#[test]
fn texts_by_hand() {
    #[track_caller]
    fn check(text: &[u8], expected: &str, repairs: &[RepairKind]) {
        let (checklist, found) = link::open(&by_hand(text, text), &rules()).unwrap();
        let centre = &checklist.centres()[0];
        assert_eq!(centre.id().number(), 42);
        assert_eq!(centre.name(), expected);
        assert_eq!(centre.note(&"x".into()), expected);
        assert_eq!(centre.answer(&"x".into()), Answer::Yes);
        let found: Vec<_> = found.iter().map(|repair| repair.kind).collect();
        assert_eq!(found, repairs);
        survive(&by_hand(text, text)).unwrap();
    }
    let cleaned = [RepairKind::NameCleaned, RepairKind::NoteCleaned];
    check(b"Hospital A", "Hospital A", &[]);
    // Direction controls, each after the mark of other characters.
    for control in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".chars() {
        let text = ["A\u{0}", &control.to_string(), "B"].concat().replace('\u{0}', "\x7f");
        let bytes: Vec<u8> = text
            .bytes()
            .flat_map(|b| if b >= 0xc2 { vec![0xff, b] } else { vec![b] })
            .collect();
        check(&bytes, "AB", &cleaned);
    }
    // The joiner of Sorani stays, also where it was spelt out.
    check(
        &[0xff, 0xda, 0x95, 0xff, 0xe2, 0x80, 0x8c, 0xff, 0xda, 0xa9],
        "ڕ\u{200c}ک",
        &[],
    );
    // Markup and JSON are texts like any other.
    for text in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\",\"id\":7,\"name\":\"",
        "\\\"}],\"importance\":[]",
        "\\u202e\\",
        "{{}}[[",
        "javascript:alert(1)",
    ] {
        check(text.as_bytes(), text, &[]);
    }
    // What no stored text can have.
    for bytes in [&b"\0"[..], b"\t", b"\x1b[0m", b"\r", &[0xff, 0xff], &[0xfe]] {
        let error = link::open(&by_hand(bytes, b"x"), &rules());
        assert_eq!(error, Err(LinkError::Damaged));
    }
    // A name of nothing visible.
    let (checklist, repairs) = link::open(&by_hand(b" ", b""), &rules()).unwrap();
    assert_eq!(checklist.centres()[0].name(), "?");
    assert_eq!(repairs[0].kind, RepairKind::CentreUnnamed);
}

/// Where a text stands in a saved document, and how long it may be; the first
/// is the id of a criterion.
const PLACES: [(&str, usize); 14] = [
    ("/centres/0/answers/0/criterion", 0),
    ("/own/0/text", limits::MAX_LINE_CHARS),
    ("/centres/0/name", limits::MAX_NAME_CHARS),
    ("/centres/0/city", limits::MAX_LINE_CHARS),
    ("/centres/0/country", limits::MAX_LINE_CHARS),
    ("/centres/0/phone", limits::MAX_LINE_CHARS),
    ("/centres/0/appointment_place", limits::MAX_LINE_CHARS),
    ("/centres/0/local_care", limits::MAX_LINE_CHARS),
    ("/centres/0/costs/0/what", limits::MAX_LINE_CHARS),
    ("/centres/0/answers/0/note", limits::MAX_NOTE_CHARS),
    ("/centres/0/answers/0/other/note", limits::MAX_NOTE_CHARS),
    ("/decision/why", limits::MAX_NOTE_CHARS),
    ("/decision/next", limits::MAX_NOTE_CHARS),
    ("/decision/record/standings/0/name", limits::MAX_NAME_CHARS),
];

/// A link by hand with a text in one of [`PLACES`], and "ok" in all others.
fn with_text(text: &str, at: usize) -> String {
    let put = |bytes: &mut Vec<u8>, place: usize| {
        let text = if place == at { text } else { "ok" };
        let mut spelt = Vec::new();
        for c in text.chars() {
            if !c.is_ascii() {
                spelt.push(0xff);
            }
            spelt.extend(c.to_string().bytes());
        }
        let len = spelt.len();
        bytes.push(u8::try_from(len & 0x7f).unwrap() | 0x80);
        bytes.push(u8::try_from(len >> 7).unwrap());
        bytes.extend(spelt);
    };
    let mut bytes = vec![1]; // version
    bytes.extend([0, 1, 42, 0, 0, 0, 1]); // ids: an own one, one that is spelt
    put(&mut bytes, 0);
    bytes.extend([1, 0]); // an own criterion
    put(&mut bytes, 1);
    bytes.extend([1, 42, 0, 0, 0]); // a centre
    put(&mut bytes, 2);
    bytes.push(0b101_1111); // parts: facts, costs
    (3..8).for_each(|place| put(&mut bytes, place));
    bytes.extend([1, 7, 0, 0, 0, 0]); // a line of costs
    put(&mut bytes, 8);
    bytes.extend([1 | 6 << 4, 0b110_0000]); // yes; yes with note and other
    put(&mut bytes, 9);
    bytes.extend([3, 0b10_0000]); // no, with note
    put(&mut bytes, 10);
    bytes.extend([0, 2 | 0b1_1100]); // importance; none chosen, but all else
    put(&mut bytes, 11);
    put(&mut bytes, 12);
    bytes.extend(&u32::to_le_bytes(2026 * 372)[..3]);
    bytes.extend([1, 0]); // a centre of that day
    put(&mut bytes, 13);
    bytes.extend([0, 0, 0, 0, 0]);
    wrap(&bytes)
}

/// The text in each of [`PLACES`].
fn texts(checklist: &Checklist) -> Vec<String> {
    let saved: serde_json::Value = serde_json::from_str(&save(checklist)).unwrap();
    let text = |(pointer, _): &(&str, usize)| {
        let text = saved["document"].pointer(pointer);
        text.and_then(|it| it.as_str()).unwrap_or("").to_owned()
    };
    PLACES.iter().map(text).collect()
}

#[test]
fn two_hundred_hostile_links_do_no_harm() {
    assert_eq!(texts(&survive(&with_text("ok", 0)).unwrap()), ["ok"; 14]);
    let long = "x".repeat(limits::MAX_NOTE_CHARS + 500);
    let mut kept = vec![
        "<script>alert(1)</script>".to_owned(),
        "\"><img src=x onerror=alert(1)>".to_owned(),
        "\"}],\"example\":true,\"x\":[{\"y\":\"".to_owned(),
        "\\u202e\\".to_owned(),
        "=HYPERLINK(\"https://x.example\")".to_owned(),
        "ڕ\u{200c}ک".to_owned(),
        "👩\u{200d}⚕\u{fe0f}🇮🇶".to_owned(),
        "مُسْتَشْفًى".to_owned(),
        long,
    ];
    for c in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{7f}\u{9b}".chars() {
        kept.push(["A", &c.to_string(), "ک"].concat());
    }
    let mut links = 0;
    for (at, (pointer, most)) in PLACES.into_iter().enumerate() {
        for text in &kept {
            links += 1;
            let checklist = survive(&with_text(text, at)).unwrap();
            let mut expected = vec!["ok".to_owned(); PLACES.len()];
            let harmless = |c: &char| !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{7f}'..='\u{9f}');
            expected[at] = text.chars().filter(harmless).take(most).collect();
            if at == 0 {
                // It either is an id, or what is said about it is left out.
                let is_id = CriterionId::from(text.as_str()).is_valid();
                assert_eq!(
                    checklist.centres()[0].entries().len(),
                    1 + usize::from(is_id)
                );
                expected[0].clone_from(text);
                if !is_id {
                    expected[9..11].fill(String::new());
                    expected[0] = "own-0000002a".to_owned();
                }
            }
            assert_eq!(texts(&checklist), expected, "{pointer}: {text:?}");
            assert_eq!(checklist.centres().len(), 1);
            assert!(!checklist.centres()[0].is_example());
        }
        // Nothing to be seen, and what no stored text can have.
        for text in ["\u{202e}\u{2066}", " \n", "\u{200c}"] {
            links += 1;
            let checklist = survive(&with_text(text, at)).unwrap();
            assert_eq!(checklist.centres().len(), 1);
        }
        for text in ["A\0", "A\tB", "\r", "\u{1b}[2J"] {
            links += 1;
            let error = link::open(&with_text(text, at), &rules());
            assert_eq!(error, Err(LinkError::Damaged));
        }
    }
    assert!(links >= 200, "{links}");
}

#[test]
fn markup_in_three_scripts_stays_text() {
    for text in [
        "<a href=\"javascript:x\">Hospital</a>",
        "<b>مستشفى</b> & \"الأمل\" <!--",
        "</script><svg onload='x'>نەخۆشخانە\u{200c}ی ھیوا",
    ] {
        let mut checklist = Checklist::default();
        let name = text.to_owned();
        update(&mut checklist, Action::AddCentre { name, seed: 9 }).unwrap();
        let centre = CentreId::from_number(9);
        let (criterion, note) = (CriterionId::from(CONTENT[0]), text.to_owned());
        let action = Action::SetNote {
            centre,
            criterion,
            note,
        };
        update(&mut checklist, action).unwrap();
        update(&mut checklist, Action::SetWhy(text.to_owned())).unwrap();
        let link = link::encode(&checklist, &rules(), Notes::Included);
        assert_eq!(link::open(&link, &rules()), Ok((checklist, Vec::new())));
    }
}

#[test]
fn what_is_no_link_of_ours() {
    #[track_caller]
    fn check(fragment: &str, expected: LinkError) {
        assert_eq!(link::open(fragment, &rules()), Err(expected));
        assert_eq!(link::is_link(fragment), expected != LinkError::NotALink);
    }
    let good = link::encode(&full(), &rules(), Notes::Included);
    assert!(link::open(&["#", &good].concat(), &rules()).is_ok());
    for other in [
        "",
        "#",
        "term-pci",
        "list",
        "list-",
        "list-.",
        "list-1",
        "List-1.AA",
        "list-x.AA",
        "list--1.AA",
        "list-0.AA",
        "list-01.AA",
        " list-1.AA",
        "list-١.AA",
        "##list-1.AA",
    ] {
        check(other, LinkError::NotALink);
    }
    for newer in [
        "list-2.",
        "list-2.AA",
        "list-10.whatever it is",
        "list-99999999999999999999.ا",
    ] {
        check(newer, LinkError::Newer);
    }
    check(&wrap(&[2]), LinkError::Newer);
    check(&wrap(&[255, 1, 2, 3]), LinkError::Newer);
    for damaged in [
        "list-1.",
        "list-1.A",
        "list-1.AA",
        "list-1.AAAAAA",
        "list-1.Ñ",
        "list-1.list-1.",
        &[&good, "="].concat(),
        &[&good, " "].concat(),
        &[&good, "."].concat(),
        &wrap(&[]),
        &wrap(&[0]),
        &wrap(&[1]),
    ] {
        check(damaged, LinkError::Damaged);
    }
    let mut long = "list-1.".to_owned();
    long.push_str(&"A".repeat(limits::MAX_LINK_BYTES - long.len()));
    check(&long, LinkError::Damaged);
    long.push('A');
    check(&long, LinkError::TooLong);
    check(&["list-2.", &long].concat(), LinkError::TooLong);
}

/// Few bytes that would unfold into many answers.
#[test]
fn a_link_cannot_swell() {
    let mut bytes = vec![1, 0, 0, 60];
    for n in 0..60 {
        bytes.push(64);
        bytes.extend(format!("{n:064}").bytes());
    }
    bytes.extend([0, 40]);
    for n in 1..=40 {
        bytes.extend([n, 0, 0, 0, 1, b'A', 0]);
        bytes.extend([0x11; 30]);
    }
    bytes.extend([0, 0]);
    let link = wrap(&bytes);
    assert!(link.len() <= limits::MAX_LINK_BYTES);
    assert_eq!(link::open(&link, &rules()), Err(LinkError::TooLarge));
}

/// A list that would make a link that cannot be opened is not offered as one.
#[test]
fn what_is_offered_can_be_opened() {
    let mut checklist = Checklist::default();
    let rules = rules();
    let mut refused = 0;
    for seed in 1..=100 {
        let name = "A".into();
        let answers: Vec<_> = rules
            .iter()
            .map(|rule| (rule.id.clone(), Answer::Yes))
            .collect();
        let on = Date::parse("2026-11-24");
        update(
            &mut checklist,
            Action::AddAnswered {
                name,
                seed,
                answers,
                on,
            },
        )
        .unwrap();
        match link::offer(&checklist, &rules, Notes::Excluded) {
            Some(link) => {
                assert_eq!(refused, 0);
                assert_eq!(
                    link::open(&link, &rules),
                    Ok((checklist.clone(), Vec::new()))
                );
            }
            None => refused += 1,
        }
    }
    assert!(refused > 0 && refused < 60, "{refused}");
}

#[test]
fn content_may_change_between_two_phones() {
    let mut checklist = Checklist::default();
    let centre = CentreId::from_number(5);
    update(
        &mut checklist,
        Action::AddCentre {
            name: "A".into(),
            seed: 5,
        },
    )
    .unwrap();
    for (place, id) in CONTENT.into_iter().enumerate() {
        let action = Action::SetAnswer {
            centre,
            criterion: id.into(),
            answer: Answer::ALL[1 + place % 4],
            on: None,
        };
        update(&mut checklist, action).unwrap();
    }
    let link = link::encode(&checklist, &rules(), Notes::Included);

    // A criterion more, in front: nothing changes.
    let more: Vec<_> = ["new-one"].into_iter().chain(CONTENT).collect();
    let opened = link::open(&link, &rules_of(&more)).unwrap();
    assert_eq!(opened, (checklist.clone(), Vec::new()));

    // A criterion less: its answer is kept and reported.
    for gone in CONTENT {
        let less: Vec<_> = CONTENT.into_iter().filter(|id| *id != gone).collect();
        let (opened, repairs) = link::open(&link, &rules_of(&less)).unwrap();
        assert_eq!(repairs.len(), 1);
        assert_eq!(repairs[0].kind, RepairKind::CriterionUnknown);
        let made_up = repairs[0].criterion.clone().unwrap();
        for id in &less {
            let id = CriterionId::from(*id);
            assert_eq!(opened.answer(centre, &id), checklist.answer(centre, &id));
        }
        assert_eq!(
            opened.answer(centre, &made_up),
            checklist.answer(centre, &gone.into())
        );
        assert_eq!(opened.centres()[0].entries().len(), CONTENT.len());
        // And comes right again on a phone that has the criterion.
        let onward = link::encode(&opened, &rules_of(&less), Notes::Included);
        let healed = link::open(&onward, &rules()).unwrap();
        assert_eq!(healed, (checklist.clone(), Vec::new()));
        // But not over an answer that is there under the right name.
        let action = Action::SetAnswer {
            centre,
            criterion: gone.into(),
            answer: Answer::NotAsked,
            on: None,
        };
        let mut both = opened;
        let _ = update(&mut both, action);
        let action = Action::SetNote {
            centre,
            criterion: gone.into(),
            note: "mine".into(),
        };
        update(&mut both, action).unwrap();
        let link = link::encode(&both, &rules(), Notes::Included);
        assert_eq!(link::open(&link, &rules()), Ok((both, Vec::new())));
    }
}
