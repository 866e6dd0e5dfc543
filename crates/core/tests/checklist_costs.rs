//! Amounts as people type them, and what they add up to.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use hipec_core::checklist::{
    AmountError, Currency, Total, format_amount, limits::MAX_AMOUNT, parse_amount, restore, totals,
};

#[test]
fn amounts_as_people_type_them() {
    #[track_caller]
    fn check(text: &str, expected: u64) {
        assert_eq!(parse_amount(text), Ok(Some(expected)), "{text:?}");
    }
    check("0", 0);
    check("007", 7);
    check(" 1500 ", 1500);
    check("1500000", 1_500_000);
    check("1,500,000", 1_500_000);
    check("1.500.000", 1_500_000);
    check("1 500 000", 1_500_000);
    check("1\u{a0}500\u{202f}000", 1_500_000);
    check("1'500'000", 1_500_000);
    check("1’500’000", 1_500_000);
    check("١٥٠٠", 1500);
    check("١٬٥٠٠٬٠٠٠", 1_500_000);
    check("١،٥٠٠،٠٠٠", 1_500_000);
    check("۱۲٬۵۰۰", 12_500);
    check("123,456", 123_456);
    // As it comes out of a message in Arabic.
    check("\u{200f}٩٠٠٠\u{200e}", 9000);
    check("1,000,000,000,000", MAX_AMOUNT);
}

#[test]
fn no_amount_is_not_known_yet() {
    for text in ["", "  ", "\u{a0}\n", "\u{200f}"] {
        assert_eq!(parse_amount(text), Ok(None), "{text:?}");
    }
}

#[test]
fn what_is_no_amount_is_refused_not_guessed() {
    #[track_caller]
    fn check(text: &str, expected: AmountError) {
        assert_eq!(parse_amount(text), Err(expected), "{text:?}");
    }
    for text in [
        "abc", "12x", "$500", "500 IQD", "-5", "+5", "1e6", ",", ". .", "½", "٪", "五",
    ] {
        check(text, AmountError::NotANumber);
    }
    for text in [
        "12.50",
        "12,5",
        "1.5",
        "١٫٥",
        "١٫٥٠٠",
        "1,50",
        "1,5000",
        "1500,000",
        "1,,000",
        ",500",
        "500,",
        "1,000.000",
        "1,000.50",
        "1,000 000",
        "1 2 3",
    ] {
        check(text, AmountError::NotWhole);
    }
    check("1000000000001", AmountError::TooLarge);
    check("99999999999999999999999999999999", AmountError::TooLarge);
}

#[test]
fn amounts_are_shown_in_groups_and_read_back() {
    for (amount, text) in [
        (0, "0"),
        (12, "12"),
        (999, "999"),
        (1000, "1,000"),
        (12_500, "12,500"),
        (123_456, "123,456"),
        (1_500_000, "1,500,000"),
        (MAX_AMOUNT, "1,000,000,000,000"),
    ] {
        assert_eq!(format_amount(amount), text);
        assert_eq!(parse_amount(text), Ok(Some(amount)));
    }
    assert_eq!(format_amount(u64::MAX), "18,446,744,073,709,551,615");
}

#[track_caller]
fn check_totals(costs: &str, expected: &[Total]) {
    let file = r#"{"format":"hipec-checklist","version":2,"document":{"centres":[{"id":1,"name":"A","answers":[],"costs":[COSTS]}],"importance":[]}}"#;
    let (checklist, repairs) = restore(file.replace("COSTS", costs).as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new());
    assert_eq!(totals(checklist.centres().first().unwrap()), expected);
}

#[test]
fn totals_by_currency() {
    let total = |currency, sum, unknown| Total {
        currency,
        sum,
        unknown,
    };
    check_totals("", &[]);
    check_totals(
        r#"{"id":1,"currency":"USD","amount":9000}"#,
        &[total(Currency::Usd, 9000, 0)],
    );
    check_totals(
        r#"{"id":1,"currency":"USD","amount":9000},{"id":2,"currency":"IQD"},{"id":3,"currency":"USD","amount":0},{"id":4,"currency":"USD"},{"id":5,"currency":"IQD"}"#,
        &[total(Currency::Iqd, 0, 2), total(Currency::Usd, 9000, 1)],
    );
}
