//! The JSON reader against the standard, and against `serde_json`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::json::{MAX_DEPTH, MAX_KEYS, Value, parse};
use proptest::prelude::*;

/// Whether a value says the same as that of `serde_json`, which knows more of
/// numbers.
fn equal(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => {
            ours.as_u64() == theirs.as_u64()
        }
        (Value::String(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::Array(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| equal(a, b))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .all(|(key, value)| theirs.get(key).is_some_and(|it| equal(value, it)))
        }
        _ => false,
    }
}

/// Both readers accept the same texts and read the same from them.
#[track_caller]
fn compare(text: &str) {
    match (parse(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Some(ours), Ok(theirs)) => assert!(equal(&ours, &theirs), "{text:?} is {ours:?}"),
        (None, Err(_)) => {}
        (Some(_), Err(error)) => {
            // The exception that is written down: numbers of any size.
            assert!(error.to_string().contains("out of range"), "{text:?}");
        }
        (None, Ok(_)) => panic!("{text:?} is refused"),
    }
}

#[track_caller]
fn check(text: &str, accepted: bool) {
    assert_eq!(parse(text).is_some(), accepted, "{text:?}");
    compare(text);
}

#[test]
fn what_the_standard_allows() {
    for text in [
        "null",
        "true",
        "false",
        "0",
        "\"\"",
        "[]",
        "{}",
        " \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n",
        "{ \"a\" : 1 , \"b\" : [ ] }",
        "[[],[[]],{},{\"\":{}}]",
        "-0",
        "-1",
        "10",
        "1.5",
        "0.0",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "0e0",
        "-0.0e-0",
        "1.50E+07",
        "123456789012345678901234567890",
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0000\u001F\u00e9\u20AC""#,
        r#""\ud83d\ude00 \uDBFF\uDFFF""#,
        r#""\ud7ff\ue000\uffff""#,
        "\"\u{7f}\u{80}\u{2028}\u{feff}\u{10ffff}\"",
        "\"نەخۆشخانە\u{200c}کە 👩\u{200d}⚕\u{fe0f}\"",
    ] {
        check(text, true);
    }
}

#[test]
fn what_the_standard_refuses() {
    for text in [
        "",
        " ",
        "\u{feff}1",
        "nul",
        "nulll",
        "Null",
        "true false",
        "1 2",
        "1,",
        ",1",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1 2]",
        "[1}",
        "[1:2]",
        "{",
        "}",
        "{]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\" 1}",
        "{\"a\"}",
        "{\"a\",1}",
        "{a:1}",
        "{1:1}",
        "{null:1}",
        "{'a':1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"::1}",
        "'a'",
        "+1",
        "01",
        "-01",
        "00",
        "-",
        "--1",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "1e5.5",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "-Infinity",
        "١",
        "\"",
        "\"a",
        "\"\\\"",
        r#""\a""#,
        r#""\'""#,
        r#""\U0041""#,
        r#""\x41""#,
        r#""\u""#,
        r#""\u004""#,
        r#""\u00g1""#,
        r#""\u+041""#,
        r#""\u{41}""#,
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00\ud800""#,
        r#""\ud800a""#,
        r#""\ud800\n""#,
        r#""\ud83d\ude0""#,
        "\"\n\"",
        "\"\t\"",
        "\"\0\"",
        "\"\u{1f}\"",
        "{\"\u{1}\":1}",
        "[1]//",
        "/**/1",
        "1\0",
        "\u{a0}1",
        "\u{c}1",
        "\u{b}1",
    ] {
        check(text, false);
    }
}

#[test]
fn numbers_that_have_a_value() {
    #[track_caller]
    fn check(text: &str, expected: Option<u64>) {
        assert_eq!(parse(text).unwrap().as_u64(), expected, "{text}");
    }
    check("0", Some(0));
    check("7", Some(7));
    check("18446744073709551615", Some(u64::MAX));
    check("18446744073709551616", None);
    check("-0", None);
    check("-7", None);
    check("7.0", None);
    check("7e0", None);
    check("1e999999999999", None);
    check("\"7\"", None);
}

#[test]
fn depth_has_a_limit() {
    let nested = |depth: usize, open: &str, close: &str| {
        [open.repeat(depth), "1".to_owned(), close.repeat(depth)].concat()
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[[],", "]")] {
        check(&nested(MAX_DEPTH - 1, open, close), true);
        check(&nested(MAX_DEPTH + 1, open, close), false);
    }
    check(&nested(MAX_DEPTH, "[", "]"), true);
    check(&"[".repeat(1_000_000), false);
    check(&"{\"a\":".repeat(1_000_000), false);
    // Beside each other they may be as many as there is room for.
    check(&["[", &"[],".repeat(100_000), "[]]"].concat(), true);
}

#[test]
fn of_a_repeated_key_the_last_value_counts() {
    let text = r#"{"a":1,"b":2,"\u0061":3,"b":{"b":4}}"#;
    compare(text);
    let value = parse(text).unwrap();
    let fields = value.as_object().unwrap();
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(value.get("a").unwrap().as_u64(), Some(3));
}

#[test]
fn keys_have_a_limit() {
    let object = |keys: usize| {
        let fields: Vec<_> = (0..keys).map(|key| format!("\"{key}\":0")).collect();
        format!("{{{}}}", fields.join(","))
    };
    compare(&object(MAX_KEYS));
    assert!(parse(&object(MAX_KEYS + 1)).is_none());
    // A key that is repeated is one key.
    compare(&format!("{{{}\"a\":1}}", "\"a\":0,".repeat(2 * MAX_KEYS)));
}

#[test]
fn a_tree_can_be_changed() {
    let mut value = parse(r#"{"a":[1],"b":"x","c":null,"d":true}"#).unwrap();
    let fields = value.as_object_mut().unwrap();
    assert_eq!(fields.remove("c").map(|it| it.is_null()), Some(true));
    assert!(fields.remove("c").is_none());
    assert!(fields.insert("b".to_owned(), 7.into()).is_some());
    assert!(fields.insert("e".to_owned(), 8.into()).is_none());
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["a", "b", "d", "e"]);
    assert_eq!(value.get("b").and_then(Value::as_u64), Some(7));
    assert_eq!(value.get("d").and_then(Value::as_bool), Some(true));
    let list = value.get_mut("a").map(Value::take).unwrap();
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    assert!(value.get("a").is_some_and(Value::is_null));
    assert!(list.get("a").is_none());
}

/// Texts with everything that is special in JSON or in a language.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\u{200c}".to_owned()),
        "[\\x00-\\x20]",
        "[a-c]",
        ".",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

fn document() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<u64>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        text().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::vec((text(), inner), 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A document as one of many texts that mean it: spaced out, or with every
/// character of a text as an escape.
fn written(document: &serde_json::Value, style: u8) -> String {
    match style {
        0 => serde_json::to_string(document).unwrap(),
        1 => serde_json::to_string_pretty(document).unwrap(),
        _ => escaped(document),
    }
}

fn escaped(document: &serde_json::Value) -> String {
    let quoted = |text: &str| {
        let units = text.encode_utf16().map(|unit| format!("\\u{unit:04X}"));
        format!("\"{}\"", units.collect::<String>())
    };
    match document {
        serde_json::Value::String(text) => quoted(text),
        serde_json::Value::Array(elements) => {
            let elements: Vec<_> = elements.iter().map(escaped).collect();
            format!("[\r\n{} ]", elements.join("\t,"))
        }
        serde_json::Value::Object(fields) => {
            let fields = fields.iter();
            let fields: Vec<_> = fields
                .map(|(key, value)| format!("{}\n: {}", quoted(key), escaped(value)))
                .collect();
            format!("{{ {}\n}}", fields.join(" , "))
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {
            document.to_string()
        }
    }
}

/// What a text is damaged with: mostly the characters that JSON is made of.
const SPLINTERS: &[&str] = &[
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "0", "-", "1", ".", "e",
    "+", " ", "\n", "\0", "null", "true", "a", "ن", "\u{feff}", "\"a\":1,",
];

fn damaged(text: &str, damages: &[(prop::sample::Index, usize, prop::sample::Index)]) -> String {
    let mut text = text.to_owned();
    for (place, drop, splinter) in damages {
        let mut start = place.index(text.len() + 1);
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let gone = text.get(start..).unwrap().chars().take(*drop);
        let end = start + gone.map(char::len_utf8).sum::<usize>();
        let splinter = SPLINTERS.get(splinter.index(SPLINTERS.len())).unwrap();
        text.replace_range(start..end, splinter);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn valid_documents_are_read_alike(document in document(), style in 0_u8..3) {
        let text = written(&document, style);
        let ours = parse(&text);
        prop_assert!(ours.is_some_and(|ours| equal(&ours, &document)), "{text:?}");
        compare(&text);
    }

    #[test]
    fn damaged_documents_are_read_alike(
        document in document(),
        style in 0_u8..3,
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, any::<prop::sample::Index>()), 1..4),
    ) {
        compare(&damaged(&written(&document, style), &damages));
    }

    #[test]
    fn anything_is_read_alike(text in any::<String>()) {
        compare(&text);
    }

    #[test]
    fn splinters_are_read_alike(pieces in prop::collection::vec(prop::sample::select(SPLINTERS), 0..12)) {
        compare(&pieces.concat());
    }

    #[test]
    fn random_bytes_are_read_alike(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        compare(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn numbers_are_read_alike(text in "-?[0-9]{0,22}(\\.[0-9]{0,3})?([eE][+-]?[0-9]{0,4})?") {
        compare(&text);
    }
}
