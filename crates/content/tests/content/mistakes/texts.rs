//! Letters, running text and numbers.

use super::*;

#[test]
fn running_text() {
    for (more, part) in [
        (" <script>alert(1)</script>", "“<” only begins a citation"),
        (" [x](javascript:alert(1))", "is no target"),
        (" [x](data:text/html,x)", "is no target"),
        (" [x](http://example.org)", "is no target"),
        (" &lt;b&gt;", "“&” would be read as markup"),
        (" ![x](page:iraq)", "read as a picture"),
        (" `x`", "“`” would be read as markup"),
        (" a_b", "“_” would be read as markup"),
        ("\nmore", "line breaks"),
        (" **open", "never closed"),
        (" un**glued** word", "put the whole word inside"),
        (" **glued**ly", "put the whole word inside"),
        (" ***both***", "never one inside the other"),
        (" [words]", "a link is written as"),
        (" [x](page:nowhere)", "there is no page “nowhere”"),
        (
            " [x](page:iraq#nowhere)",
            "the page “iraq” has no heading “nowhere”",
        ),
        (" [x](term:nothing)", "there is no term “nothing”"),
        (
            " [x](term:hipec) and [y](term:hipec)",
            "explained before on this page",
        ),
        ("<source:nobody>", "there is no source “nobody”"),
        ("<source:Bad>", "“<” only begins a citation"),
        (" ", "nor begin or end with a space"),
    ] {
        found(
            &[Add(ABOUT[0], TEXT, more)],
            (ABOUT[0], TEXT_PATH, Some(En), part),
        );
    }
    found(
        &[Add(ABOUT[1], TEXT, " و**كلمة** أخرى")],
        (ABOUT[1], TEXT_PATH, Some(Ar), "put the whole word inside"),
    );
    found(
        &[Add(ABOUT[2], TEXT, " **وشە**کان")],
        (ABOUT[2], TEXT_PATH, Some(Ckb), "put the whole word inside"),
    );
    found(
        &[Set(ABOUT[0], TEXT, json!("- like a list"))],
        (ABOUT[0], TEXT_PATH, Some(En), "begins like a list"),
    );
    for empty in ["", "   "] {
        found(
            &[Set(ABOUT[1], TEXT, json!(empty))],
            (ABOUT[1], TEXT_PATH, Some(Ar), "the text is empty"),
        );
    }
}

#[test]
fn plain_text() {
    for text in [
        "<script>alert(1)</script>",
        "**Bold**",
        "[x](javascript:alert(1))",
        "[x](page:iraq)",
        "x<source:espso>",
        "&lt;b&gt;",
        "`x`",
    ] {
        let places = [
            (ABOUT[0], "/title", "title", En),
            (ABOUT[1], "/nav", "nav", Ar),
            (ABOUT[2], "/description", "description", Ckb),
            (
                ABOUT[0],
                "/blocks/{heading}/text",
                "blocks[{heading}].text",
                En,
            ),
            (
                WHY[0],
                "/blocks/{table}/caption",
                "blocks[{table}].caption",
                En,
            ),
            (
                WHY[0],
                "/blocks/{questions}/items/0/question",
                "blocks[{questions}].items[0].question",
                En,
            ),
            ("en/ui.json", "/shell/menu", "shell.menu", En),
            (
                "ar/criteria.json",
                "/groups/team/title",
                "groups.team.title",
                Ar,
            ),
            ("terms.json", "/hipec/ckb/meaning", "hipec.ckb.meaning", Ckb),
        ];
        let edits = places.map(|(file, place, ..)| Set(file, place, json!(text)));
        let part = "would be shown as it stands";
        let expected = places.map(|(file, _, path, locale)| (file, path, Some(locale), part));
        all_found(&edits, &expected);
    }
    found(
        &[Set(ABOUT[0], "/title", json!(""))],
        (ABOUT[0], "title", Some(En), "the text is empty"),
    );
}

#[test]
fn letters() {
    for (at, locale, more, part) in [
        (0, En, " \u{200e}x", "invisible direction mark (U+200E)"),
        (1, Ar, " \u{200f}", "invisible direction mark (U+200F)"),
        (1, Ar, "\u{202b}", "invisible direction mark (U+202B)"),
        (2, Ckb, "\u{2068}", "invisible direction mark (U+2068)"),
        (2, Ckb, "\u{61c}", "invisible direction mark (U+061C)"),
        (0, En, "\u{7}", "control character (U+0007)"),
        (1, Ar, " كلمـة", "tatweel"),
        (2, Ckb, " وشـە", "tatweel"),
        (1, Ar, " ٣", "write digits as 0 to 9"),
        (2, Ckb, " ۴", "write digits as 0 to 9"),
        (0, En, " ٣", "write digits as 0 to 9"),
        (1, Ar, " کتاب", "Kurdish or Persian letter"),
        (1, Ar, " ی", "Kurdish or Persian letter"),
        (1, Ar, " ە", "Kurdish or Persian letter"),
        (2, Ckb, " كلمە", "Arabic letter"),
        (2, Ckb, " ي", "Arabic letter"),
        (2, Ckb, " ه", "Arabic letter"),
        (2, Ckb, " ى", "Arabic letter"),
        (0, En, " Ա", "font has no “Ա” (U+0531)"),
        (1, Ar, " ٹ", "font has no “ٹ”"),
        (2, Ckb, " 😀", "font has no"),
        (0, En, "\u{200b}", "(U+200B)"),
        (0, En, "\u{feff}", "(U+FEFF)"),
    ] {
        let file = ABOUT[at];
        all_found(
            &[Add(file, TEXT, more), Add(file, "/title", more)],
            &[
                (file, TEXT_PATH, Some(locale), part),
                (file, "title", Some(locale), part),
            ],
        );
    }
    // Words of the interface, terms, criteria and sources are read as well.
    for (file, place, path, locale) in [
        ("ar/ui.json", "/shell/menu", "shell.menu", Some(Ar)),
        (
            "ckb/ui.json",
            "/checklist/repaired-count/one",
            "checklist.repaired-count",
            Some(Ckb),
        ),
        (
            "ar/criteria.json",
            "/criteria/mentoring/good",
            "criteria.mentoring.good",
            Some(Ar),
        ),
        ("terms.json", "/hipec/ar/term", "hipec.ar.term", Some(Ar)),
        ("sources.json", "/espso/title", "espso.title", None),
    ] {
        found(
            &[Add(file, place, " \u{200f}")],
            (file, path, locale, "invisible direction mark"),
        );
    }
    // The half space belongs to Sorani's spelling.
    fine(&[Add(ABOUT[2], TEXT, " ده\u{200c}".replace('ه', "ا").leak())]);
}

#[test]
fn numbers_rest_on_sources() {
    found(
        &[Add(ABOUT[0], TEXT, " It is 42.")],
        (ABOUT[0], TEXT_PATH, Some(En), "the number 42 has no source"),
    );
    found(
        &[Add(ABOUT[0], TEXT, " It is 42<source:gastripec-2024>.")],
        (
            ABOUT[0],
            TEXT_PATH,
            Some(En),
            "rests on gastripec-2024, whose figures must not be published",
        ),
    );
    for (place, path) in [
        ("/title", "title"),
        ("/description", "description"),
        ("/blocks/{heading}/text", "blocks[{heading}].text"),
        ("/blocks/{dont}/title", "blocks[{dont}].title"),
        (
            "/blocks/{key-points}/items/1",
            "blocks[{key-points}].items[1]",
        ),
        ("/lead", "lead"),
    ] {
        found(
            &[Add(ABOUT[0], place, " 42")],
            (ABOUT[0], path, Some(En), "the number 42 has no source"),
        );
    }
    found(
        &[Add(
            "ckb/criteria.json",
            "/criteria/own-oncologist/good",
            " 42",
        )],
        (
            "ckb/criteria.json",
            "criteria.own-oncologist.good",
            Some(Ckb),
            "the number 42 has no source",
        ),
    );
    // A source that allows it, beside one that does not.
    fine(&everywhere(|at| {
        Add(
            ABOUT[at],
            TEXT,
            " 42<source:gastripec-2024><source:prodige7-2021>",
        )
    }));
    // A reason why none is needed.
    let exempt = |reason: &str| {
        let mut edits = everywhere(|at| Add(ABOUT[at], TEXT, " 42"));
        edits.extend(everywhere(|at| {
            Set(ABOUT[at], "/blocks/{paragraph}/exempt", json!(reason))
        }));
        edits
    };
    fine(&exempt("an answer, not a finding"));
    for empty in ["", " "] {
        found(
            &exempt(empty),
            (ABOUT[0], TEXT_PATH, Some(En), "the number 42 has no source"),
        );
    }
}

#[test]
fn languages_agree() {
    let with = |en: &'static str, ar: &'static str, ckb: &'static str| {
        [
            Add(ABOUT[0], TEXT, en),
            Add(ABOUT[1], TEXT, ar),
            Add(ABOUT[2], TEXT, ckb),
        ]
    };
    found(
        &with(
            " 42<source:espso>",
            " 43<source:espso>",
            " 42<source:espso>",
        ),
        (
            ABOUT[1],
            TEXT_PATH,
            Some(Ar),
            "English writes the numbers 42, this text 43",
        ),
    );
    found(
        &with(
            " 1.5<source:espso>",
            " 1.5<source:espso>",
            " 15<source:espso>",
        ),
        (
            ABOUT[2],
            TEXT_PATH,
            Some(Ckb),
            "English writes the numbers 1.5, this text 15",
        ),
    );
    found(
        &with("<source:espso>", "<source:prodige7-2021>", "<source:espso>"),
        (
            ABOUT[1],
            TEXT_PATH,
            Some(Ar),
            "English cites espso, this text prodige7-2021",
        ),
    );
    found(
        &with("<source:espso>", "<source:espso>", ""),
        (
            ABOUT[2],
            TEXT_PATH,
            Some(Ckb),
            "English cites espso, this text none",
        ),
    );
    found(
        &with(" [x](page:iraq)", " [x](page:home)", " [x](page:iraq)"),
        (ABOUT[1], TEXT_PATH, Some(Ar), "page:home"),
    );
    fine(&with(
        " 42<source:espso>, 7",
        " 7 42<source:espso>",
        " 42 7<source:espso>",
    ));
}
