//! The search with whatever texts and whatever is typed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use hipec_core::{
    locale::Locale,
    route::PageId,
    search::{Index, Place, Search},
};
use proptest::prelude::*;

fn locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::ALL.to_vec())
}

/// Words of all three scripts, joiners, marks, digits, signs, and anything else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 .?!\n]{0,60}",
        "[ابتجحخدرسعفقكلمنهويىةأإآئؤ ـًِّ٠١٢.؟]{0,60}",
        "[ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهھەیێيك\u{200c}۰۱۲ .؟]{0,60}",
        "\\PC{0,60}",
    ]
}

fn search(locale: Locale, texts: &[(String, String)]) -> Search {
    let places = texts.iter().enumerate().map(|(at, (heading, text))| Place {
        page: PageId::Recovery,
        anchor: format!("place-{at}"),
        heading: heading.clone(),
        text: text.clone(),
    });
    let index = Index {
        format: 0,
        titles: vec![(PageId::Recovery, "Recovery".to_owned())],
        places: places.collect(),
    };
    Search::new(locale, index)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_is_asked_the_answer_is_made_of_the_texts(
        locale in locale(),
        texts in prop::collection::vec((text(), text()), 0..6),
        query in text(),
        most in 0..9_usize,
    ) {
        let search = search(locale, &texts);
        let results = search.find(&query, most);
        prop_assert!(results.found.len() <= most);
        prop_assert!(results.found.len() <= results.total);
        prop_assert!(results.total <= texts.len());
        for found in &results.found {
            let sentence: String = found.sentence.iter().map(|(piece, _)| *piece).collect();
            prop_assert!(found.place.text.contains(&sentence));
            prop_assert!(found.sentence.iter().all(|(piece, _)| !piece.is_empty()));
        }
        // No place twice.
        let mut anchors: Vec<_> = results.found.iter().map(|found| &found.place.anchor).collect();
        anchors.sort();
        anchors.dedup();
        prop_assert_eq!(anchors.len(), results.found.len());
    }

    /// A word that stands in a text finds that text.
    #[test]
    fn what_stands_there_is_found(
        locale in locale(),
        before in "[a-z ]{0,20}",
        word in "[a-z]{5,12}",
        others in prop::collection::vec("[ابتثج ]{0,30}", 1..6),
    ) {
        let mut texts: Vec<(String, String)> =
            others.into_iter().map(|text| (String::new(), text)).collect();
        texts.push((String::new(), format!("{before} {word} end.")));
        let search = search(locale, &texts);
        let results = search.find(&word, texts.len());
        let expected = format!("place-{}", texts.len() - 1);
        prop_assert!(results.found.iter().any(|found| found.place.anchor == expected));
        // And with two letters in each other's place.
        let swapped: String = {
            let mut letters: Vec<char> = word.chars().collect();
            letters.swap(1, 2);
            letters.into_iter().collect()
        };
        let results = search.find(&swapped, texts.len());
        prop_assert!(results.found.iter().any(|found| found.place.anchor == expected));
    }
}
