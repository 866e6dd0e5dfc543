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
        &[Set("sources.json", "/espso/evidence", json!(["99z"]))],
        ("sources.json", "espso.evidence", None, "no entry “99z”"),
    );
    found(
        &[Set("sources.json", "/gastripec-2024/figures", json!(true))],
        (
            "sources.json",
            "gastripec-2024.figures",
            None,
            "set this to false",
        ),
    );
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
        &[Drop(site, "/navigation/2/pages/0")],
        (site, "navigation", None, "the page “iraq” is missing"),
    );
    found(
        &[Set(site, "/navigation/2/pages/0", json!("iran"))],
        (
            site,
            "navigation[2].pages[0]",
            None,
            "there is no page “iran”",
        ),
    );
    found(
        &[Insert(site, "/navigation/1/pages/0", json!("home"))],
        (site, "navigation[1].pages[0]", None, "is there twice"),
    );
    found(
        &[Set(site, "/navigation/0/title/ckb", json!(""))],
        (site, "navigation[0].title.ckb", Some(Ckb), "is empty"),
    );
}

#[test]
fn studies() {
    let file = "studies.json";
    for (path, value, at, part) in [
        ("/0/id", json!("Bad id"), "[0].id", "lower-case letters"),
        ("/1/id", json!("prodige7"), "[1].id", "is there twice"),
        (
            "/0/sources",
            json!(["nobody"]),
            "[0].sources",
            "no source “nobody”",
        ),
        (
            "/0/cancer",
            json!("liver"),
            "[0].cancer",
            "unknown variant `liver`",
        ),
        (
            "/0/hazard_ratios/0/low",
            json!("1.9"),
            "[0].hazard_ratios[0]",
            "between the ends",
        ),
        (
            "/0/hazard_ratios/0/value",
            json!("100"),
            "[0].hazard_ratios[0]",
            "from 0 to 10",
        ),
        (
            "/0/medians/0/with",
            json!("about 40"),
            "[0].medians[0]",
            "write numbers as",
        ),
        (
            "/0/shares/0/with",
            json!("139.4"),
            "[0].shares[0]",
            "from 0 to 100",
        ),
        (
            "/0/shares/0/source",
            json!("chipor-2024"),
            "[0].shares[0].source",
            "not among the study",
        ),
    ] {
        found(&[Set(file, path, value)], (file, at, None, part));
    }
    // A slip in a figure is seen, because the evidence does not have it.
    found(
        &[Set(file, "/0/medians/0/with", json!("51.7"))],
        (file, "[0].medians[0]", None, "51.7 stands in no entry"),
    );
    // A source whose figures are not checked cannot carry any.
    found(
        &[Set("sources.json", "/prodige7-2021/figures", json!(false))],
        (file, "[0].shares[0]", None, "must not be published"),
    );
    for (path, value, at, part) in [
        ("/prodige7/short", json!(""), "prodige7.short", "is empty"),
        (
            "/prodige7/short",
            json!("In 265 people nothing was found."),
            "prodige7.short",
            "265 has no source",
        ),
        (
            "/prodige7/shares/more",
            json!("alive"),
            "prodige7.shares",
            "no other",
        ),
        (
            "/prodige7/who",
            json!("Somebody<source:chipor-2024>."),
            "prodige7",
            "make them the same",
        ),
    ] {
        found(
            &[Set("en/studies.json", path, value)],
            ("en/studies.json", at, Some(En), part),
        );
    }
    found(
        &[Drop("ar/studies.json", "/prodige7")],
        ("ar/studies.json", "prodige7", Some(Ar), "are missing"),
    );
}

#[test]
fn questions() {
    let file = "questions.json";
    found(
        &[Set(
            file,
            "/groups/0/questions/0",
            json!("criterion:nothing"),
        )],
        (
            file,
            "groups[0].questions[0]",
            None,
            "no criterion “nothing”",
        ),
    );
    found(
        &[Set(file, "/groups/0/id", json!("My case"))],
        (file, "groups[0].id", None, "lower-case letters"),
    );
    found(
        &[Insert(
            file,
            "/groups/0/questions/0",
            json!("never-heard-of"),
        )],
        (
            "ckb/questions-words.json",
            "questions",
            Some(Ckb),
            "the words of “never-heard-of” are missing",
        ),
    );
    found(
        &[Set(
            "ar/questions-words.json",
            "/questions/extra",
            json!({ "question": "لماذا؟", "why": "لنعرف." }),
        )],
        (
            "ar/questions-words.json",
            "questions.extra",
            Some(Ar),
            "knows nothing of this",
        ),
    );
}

/// A criterion that no group of questions has would be missed by whoever
/// prints them.
#[test]
fn every_criterion_is_a_question() {
    let files = crate::support::content();
    let questions = crate::support::json(&files, "questions.json");
    let groups = questions["groups"].as_array().unwrap();
    let (group, at) = groups
        .iter()
        .enumerate()
        .find_map(|(group, it)| {
            let questions = it["questions"].as_array()?;
            let at = questions
                .iter()
                .position(|id| id.as_str().is_some_and(|id| id.starts_with("criterion:")))?;
            Some((group, at))
        })
        .unwrap();
    let place = format!("/groups/{group}/questions/{at}");
    let place: &'static str = Box::leak(place.into_boxed_str());
    found(
        &[Drop("questions.json", place)],
        ("questions.json", "groups", None, "is in no group"),
    );
}
