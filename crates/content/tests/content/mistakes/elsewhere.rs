//! The interface, the criteria, the sources, the terms and the owner's facts.

use super::*;

#[test]
fn words_of_the_interface() {
    for (at, locale) in [("en/ui.json", En), ("ar/ui.json", Ar), ("ckb/ui.json", Ckb)] {
        found(
            &[Drop(at, "/shell/menu")],
            (at, "shell.menu", Some(locale), "the text is missing"),
        );
        found(
            &[Set(at, "/page/other", json!("x"))],
            (at, "page.other", Some(locale), "knows no text of this name"),
        );
        found(
            &[Set(at, "/checklist/repaired-count", json!("x {count}"))],
            (
                at,
                "checklist.repaired-count",
                Some(locale),
                "give a text for each plural form",
            ),
        );
        found(
            &[Set(at, "/shell/menu", json!({ "one": "x", "other": "y" }))],
            (at, "shell.menu", Some(locale), "needs no plural forms"),
        );
        found(
            &[Drop(at, "/checklist/repaired-count/other")],
            (
                at,
                "checklist.repaired-count",
                Some(locale),
                "all plural forms are needed",
            ),
        );
        found(
            &[Set(at, "/checklist/repaired-count/some", json!("{count}"))],
            (
                at,
                "checklist.repaired-count.some",
                Some(locale),
                "this language has the plural forms",
            ),
        );
        found(
            &[Set(at, "/checklist/answered", json!({ "x": 1 }))],
            (at, "checklist.answered", Some(locale), "did not match"),
        );
    }
    found(
        &[Set(
            "ckb/ui.json",
            "/checklist/repaired-count/few",
            json!("{count}"),
        )],
        (
            "ckb/ui.json",
            "checklist.repaired-count.few",
            Some(Ckb),
            "one, other",
        ),
    );
    found(
        &[Drop("ar/ui.json", "/checklist/repaired-count/two")],
        (
            "ar/ui.json",
            "checklist.repaired-count",
            Some(Ar),
            "zero, one, two, few, many, other",
        ),
    );
    found(
        &[Set(
            "ar/ui.json",
            "/checklist/answered",
            json!("{answered}"),
        )],
        (
            "ar/ui.json",
            "checklist.answered",
            Some(Ar),
            "the text needs “{total}”",
        ),
    );
    found(
        &[Set(
            "ckb/ui.json",
            "/checklist/answered",
            json!("{answered} {total} {sum}"),
        )],
        (
            "ckb/ui.json",
            "checklist.answered",
            Some(Ckb),
            "English has no “{sum}”",
        ),
    );
    found(
        &[Set("ar/ui.json", "/shell/menu", json!(""))],
        ("ar/ui.json", "shell.menu", Some(Ar), "the text is empty"),
    );
}

#[test]
fn criteria() {
    let neutral = "criteria.json";
    found(
        &[Drop("ar/criteria.json", "/criteria/mentoring")],
        (
            "ar/criteria.json",
            "criteria",
            Some(Ar),
            "the words of “mentoring” are missing",
        ),
    );
    found(
        &[Drop("en/criteria.json", "/groups/team")],
        (
            "en/criteria.json",
            "groups",
            Some(En),
            "the words of “team” are missing",
        ),
    );
    found(
        &[Set(
            "ckb/criteria.json",
            "/groups/more",
            json!({ "title": "x", "about": "y" }),
        )],
        (
            "ckb/criteria.json",
            "groups.more",
            Some(Ckb),
            "knows nothing of this",
        ),
    );
    found(
        &[Set(neutral, "/criteria/0/sources", json!([]))],
        (
            "ckb/criteria.json",
            "criteria.specialised-centre",
            Some(Ckb),
            "make them the same",
        ),
    );
    found(
        &[Add(
            "en/criteria.json",
            "/criteria/mentoring/good",
            "<source:espso>",
        )],
        (
            "en/criteria.json",
            "criteria.mentoring",
            Some(En),
            "make them the same",
        ),
    );
    found(
        &[Set(neutral, "/criteria/0/sources", json!(["nobody"]))],
        (
            neutral,
            "criteria[0].sources",
            None,
            "there is no source “nobody”",
        ),
    );
    found(
        &[Set(neutral, "/criteria/1/group", json!("crew"))],
        (
            neutral,
            "criteria[1].group",
            None,
            "there is no group “crew”",
        ),
    );
    found(
        &[Insert(neutral, "/groups/0", json!("empty"))],
        (
            neutral,
            "groups[0]",
            None,
            "the group “empty” has no criteria",
        ),
    );
    found(
        &[Insert(neutral, "/groups/1", json!("team"))],
        (
            neutral,
            "groups[2]",
            None,
            "the group “team” is there twice",
        ),
    );
    found(
        &[Set(neutral, "/groups/0", json!("Bad id"))],
        (neutral, "groups[0]", None, "is no id"),
    );
    found(
        &[Set(neutral, "/criteria/0/id", json!("Bad id"))],
        (neutral, "criteria[0].id", None, "is no id"),
    );
    found(
        &[Set(neutral, "/criteria/1/id", json!("specialised-centre"))],
        (neutral, "criteria[1].id", None, "is there twice"),
    );
    found(
        &[Set(neutral, "/criteria/1/importance", json!("vital"))],
        (
            neutral,
            "criteria[1].importance",
            None,
            "unknown variant `vital`",
        ),
    );
    // What the words point to is said where the words stand.
    for (more, part) in [
        (" [x](page:iraq#nowhere)", "has no heading “nowhere”"),
        (" [x](term:nothing)", "there is no term “nothing”"),
        ("<source:nobody>", "there is no source “nobody”"),
        (" [x](page:nowhere)", "there is no page “nowhere”"),
    ] {
        found(
            &[Add("ar/criteria.json", "/criteria/mentoring/warning", more)],
            (
                "ar/criteria.json",
                "criteria.mentoring.warning",
                Some(Ar),
                part,
            ),
        );
    }
}

#[test]
fn sources_and_terms() {
    let bad = json!({ "title": "x", "year": null, "url": "javascript:alert(1)", "evidence": [], "figures": true });
    for (path, part) in [
        ("Bad id", "lower-case letters"),
        ("Bad id.url", "begins with https://"),
        ("Bad id.evidence", "name the entries of the evidence file"),
    ] {
        found(
            &[Set("sources.json", "/Bad id", bad.clone())],
            ("sources.json", path, None, part),
        );
    }
    found(
        &[Set("sources.json", "/espso/title", json!(""))],
        ("sources.json", "espso.title", None, "the text is empty"),
    );
    let words = json!({ "term": "x", "meaning": "y" });
    found(
        &[Set(
            "terms.json",
            "/Bad id",
            json!({ "en": words, "ar": words, "ckb": words }),
        )],
        ("terms.json", "Bad id", None, "lower-case letters"),
    );
    found(
        &[Set("terms.json", "/hipec/ar/meaning", json!(""))],
        (
            "terms.json",
            "hipec.ar.meaning",
            Some(Ar),
            "the text is empty",
        ),
    );
}

#[test]
fn the_owner() {
    let site = "site.json";
    for field in ["name", "funding", "address"] {
        let texts = json!({ "en": "x", "ar": "س", "ckb": "" });
        let (place, path): (&str, &str) = match field {
            "name" => ("/owner/name", "owner.name"),
            "funding" => ("/owner/funding", "owner.funding"),
            _ => ("/owner/address", "owner.address"),
        };
        found(
            &[Set(site, place, texts)],
            (site, path, None, "all three languages"),
        );
    }
    found(
        &[Set(
            site,
            "/owner/name",
            json!({ "en": "x", "ar": "\u{202e}س", "ckb": "س" }),
        )],
        (site, "owner.name.ar", Some(Ar), "invisible direction mark"),
    );
    found(
        &[Set(
            site,
            "/owner/name",
            json!({ "en": "<b>x</b>", "ar": "س", "ckb": "س" }),
        )],
        (
            site,
            "owner.name.en",
            Some(En),
            "would be shown as it stands",
        ),
    );
    for email in [
        "x",
        "a@b",
        "a@b@",
        "@a@b.c",
        "a b@c.iq",
        "a@b..iq",
        "a@.iq",
        "a@b.iq?subject=x",
        " ",
    ] {
        found(
            &[Set(site, "/owner/email", json!(email))],
            (site, "owner.email", None, "no e-mail address"),
        );
    }
    for phone in [
        "0770 000 0000",
        "+964",
        "+964 770 OOO 0000",
        "+٩٦٤ ٧٧٠ ٠٠٠",
        "+964-770-0000000",
    ] {
        found(
            &[Set(site, "/owner/phone", json!(phone))],
            (site, "owner.phone", None, "+964 and digits"),
        );
    }
    for origin in [
        "http://example.org",
        "https://",
        "https://example.org/",
        "example.org",
    ] {
        found(
            &[Set(site, "/origin", json!(origin))],
            (site, "origin", None, "without a slash at the end"),
        );
    }
}

#[test]
fn hours_and_navigation() {
    let site = "site.json";
    for (opens, closes, part) in [
        ("18:00", "9:00", "close after opening"),
        ("9:00", "9:00", "close after opening"),
        ("9", "18:00", "write times as"),
        ("24:00", "25:00", "write times as"),
        ("9:60", "18:00", "write times as"),
        ("+9:00", "18:00", "write times as"),
        ("9:00 am", "18:00", "write times as"),
    ] {
        found(
            &[Set(
                site,
                "/hours/0",
                json!({ "days": ["sat"], "opens": opens, "closes": closes }),
            )],
            (site, "hours[0]", None, part),
        );
    }
    found(
        &[Set(site, "/hours/0/days", json!([]))],
        (site, "hours[0]", None, "at least one day"),
    );
    found(
        &[Set(site, "/hours/0/days/0", json!("saturday"))],
        (site, "hours[0].days[0]", None, "unknown variant `saturday`"),
    );
    found(
        &[Drop(site, "/navigation/4")],
        (site, "navigation", None, "the page “iraq” is missing"),
    );
    found(
        &[Set(site, "/navigation/4", json!("iran"))],
        (site, "navigation[4]", None, "there is no page “iran”"),
    );
    found(
        &[Insert(site, "/navigation/0", json!("home"))],
        (site, "navigation[1]", None, "is there twice"),
    );
}
