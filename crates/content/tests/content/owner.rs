//! What the owner and reviewers fill in, and what they leave empty.

use hipec_content::{ContentFiles, Site};
use hipec_core::{
    date::Date,
    locale::{Locale, Weekday},
    route::{PageId, Route},
};
use serde_json::{Value, json};

use crate::support::{attribute, change, compiled, content, elements, json, shown, words};

fn contact(site: &Site, locale: Locale) -> Vec<hipec_core::markup::Node> {
    shown(site.page(Route::Page(locale, PageId::Contact)).unwrap())
}

fn page_text(files: &ContentFiles, locale: Locale, name: &str) -> String {
    let ui = json(files, &format!("{}/ui.json", locale.tag()));
    ui["page"][name].as_str().unwrap().to_owned()
}

fn site_with(work: impl FnOnce(&mut Value)) -> Site {
    let mut files = content();
    change(&mut files, "site.json", work);
    compiled(&files)
}

#[test]
fn empty_facts_are_not_shown() {
    let files = content();
    let site = site_with(|site| {
        let nothing = json!({ "en": "", "ar": "", "ckb": "" });
        site["owner"] = json!({
            "name": nothing, "funding": nothing, "address": nothing, "email": "", "phone": ""
        });
    });
    for locale in Locale::ALL {
        assert_eq!(site.owner(locale), [None; 4]);
        let footer = &site.shell(locale).unwrap().footer;
        for nodes in [footer, &contact(&site, locale)] {
            for name in ["phone", "email", "address"] {
                let label = page_text(&files, locale, name);
                let labelled = elements(nodes)
                    .iter()
                    .any(|it| it.tag == "dt" && words(&it.children).trim() == label);
                assert!(!labelled, "{}: {name}", locale.tag());
            }
            let reached = |href: &str| href.starts_with("tel:") || href.starts_with("mailto:");
            assert!(
                !elements(nodes)
                    .iter()
                    .any(|it| attribute(it, "href").is_some_and(reached))
            );
            // Nothing stands in a list without an entry.
            for list in elements(nodes)
                .iter()
                .filter(|it| ["dl", "dd", "dt"].contains(&it.tag.as_ref()))
            {
                assert!(!list.children.is_empty());
            }
        }
        // The contact page says openly that it is missing.
        let said = words(&contact(&site, locale));
        assert!(said.contains(&page_text(&files, locale, "contact-missing")));
    }
}

#[test]
fn filled_facts_are_shown_in_the_footer_and_on_the_contact_page() {
    let site = site_with(|site| {
        site["owner"] = json!({
            "name": { "en": "Tigris Clinic", "ar": "عيادة دجلة", "ckb": "کلینیکی دیجلە" },
            "funding": { "en": "The owner pays.", "ar": "المالك يدفع.", "ckb": "خاوەنەکە پارە دەدات." },
            "address": { "en": "Street 1, Baghdad", "ar": "شارع 1، بغداد", "ckb": "شەقامی 1، بەغدا" },
            "email": "ask.us@clinic.example.iq",
            "phone": "+964 770 000 0000",
        });
    });
    for (locale, name, funding, address) in [
        (
            Locale::En,
            "Tigris Clinic",
            "The owner pays.",
            "Street 1, Baghdad",
        ),
        (Locale::Ar, "عيادة دجلة", "المالك يدفع.", "شارع 1، بغداد"),
        (
            Locale::Ckb,
            "کلینیکی دیجلە",
            "خاوەنەکە پارە دەدات.",
            "شەقامی 1، بەغدا",
        ),
    ] {
        for nodes in [&site.shell(locale).unwrap().footer, &contact(&site, locale)] {
            let said = words(nodes);
            for fact in [address, "ask.us@clinic.example.iq", "+964 770 000 0000"] {
                assert!(said.contains(fact), "{}: {fact} in {said}", locale.tag());
            }
            let links: Vec<_> = elements(nodes)
                .into_iter()
                .filter_map(|it| attribute(it, "href"))
                .collect();
            assert!(links.contains(&"tel:+9647700000000"), "{links:?}");
            assert!(
                links.contains(&"mailto:ask.us@clinic.example.iq"),
                "{links:?}"
            );
        }
        let about = words(&shown(
            site.page(Route::Page(locale, PageId::About)).unwrap(),
        ));
        assert!(about.contains(name) && about.contains(funding), "{about}");
        assert_eq!(
            site.owner(locale),
            [
                Some(name),
                Some("ask.us@clinic.example.iq"),
                Some("+964 770 000 0000"),
                Some(address)
            ]
        );
    }
}

#[test]
fn hours_name_their_days_in_the_reader_s_language() {
    let site = site_with(|site| {
        site["hours"] = json!([
            { "days": ["mon", "sat", "sun"], "opens": "9:00", "closes": "14:30" },
            { "days": ["thu"], "opens": "10:00", "closes": "12:00" },
        ]);
    });
    for (locale, first, second) in [
        (Locale::En, "Saturday, Sunday, Monday", "Thursday"),
        (Locale::Ar, "السبت، الأحد، الاثنين", "الخميس"),
        (Locale::Ckb, "شەممە، یەکشەممە، دووشەممە", "پێنجشەممە"),
    ] {
        let line = site.shell(locale).unwrap().hours.clone().unwrap();
        for said in [
            line,
            words(&contact(&site, locale)),
            words(&site.shell(locale).unwrap().footer),
        ] {
            for part in [first, second, "9:00", "14:30", "10:00", "12:00"] {
                assert!(said.contains(part), "{}: {part} in {said}", locale.tag());
            }
        }
    }
    assert_eq!(
        site.hours[0].days,
        [Weekday::Mon, Weekday::Sat, Weekday::Sun]
    );
    assert_eq!(
        (site.hours[0].opens.as_str(), site.hours[0].closes.as_str()),
        ("09:00", "14:30")
    );
}

#[test]
fn no_hours_are_not_shown() {
    let site = site_with(|site| site["hours"] = json!([]));
    for locale in Locale::ALL {
        let shell = site.shell(locale).unwrap();
        assert_eq!(shell.hours, None);
        assert!(
            !elements(&shell.footer)
                .iter()
                .any(|it| it.tag == "dl" && it.children.is_empty())
        );
    }
}

#[test]
fn reviews_are_shown_once_they_exist() {
    let mut files = content();
    for locale in Locale::ALL {
        change(
            &mut files,
            &format!("{}/procedure.json", locale.tag()),
            |page| {
                page["review"] = json!({
                    "updated": "2026-11-23",
                    "clinician": { "name": "Dr A", "date": "2026-12-01" },
                    "translator": { "name": "B, MA", "date": "2026-12-02" },
                });
            },
        );
    }
    let site = compiled(&files);
    for locale in Locale::ALL {
        let route = Route::Page(locale, PageId::Procedure);
        let review = words(&[site.page(route).unwrap().review.clone().unwrap()]);
        let date = |day: &str| locale.date(Date::parse(day).unwrap());
        assert!(
            review.contains("Dr A") && review.contains(&date("2026-12-01")),
            "{review}"
        );
        let translated = locale != Locale::En;
        assert_eq!(review.contains("B, MA"), translated, "{review}");
        assert_eq!(review.contains(&date("2026-12-02")), translated, "{review}");
        for missing in ["not-reviewed-by-clinician", "not-reviewed-by-translator"] {
            assert!(
                !review.contains(&page_text(&files, locale, missing)),
                "{review}"
            );
        }
        assert_eq!(
            site.clinician(route),
            Some(("Dr A", Date::parse("2026-12-01").unwrap()))
        );
        let other = site
            .page(Route::Page(locale, PageId::Iraq))
            .unwrap()
            .review
            .clone()
            .unwrap();
        assert!(words(&[other]).contains(&page_text(&files, locale, "not-reviewed-by-clinician")));
    }
}
