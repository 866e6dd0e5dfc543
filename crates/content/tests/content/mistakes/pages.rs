//! The shape of files and pages.

use super::*;

#[test]
fn files() {
    found(
        &[Remove("ckb/iraq.json")],
        ("ckb/iraq.json", "", Some(Ckb), "the file is missing"),
    );
    found(
        &[Remove("ar/ui.json")],
        ("ar/ui.json", "", Some(Ar), "the file is missing"),
    );
    found(
        &[Remove("sources.json")],
        ("sources.json", "", None, "the file is missing"),
    );
    found(
        &[Create("en/iraqq.json")],
        (
            "en/iraqq.json",
            "",
            Some(En),
            "there is no page of this name",
        ),
    );
    found(
        &[Create("fr/home.json")],
        ("fr/home.json", "", None, "there is no page of this name"),
    );
    found(
        &[Create("other.json")],
        ("other.json", "", None, "there is no page of this name"),
    );
}

#[test]
fn json() {
    found(
        &[Raw(ABOUT[0], |text| format!("{text} {{}}"))],
        (ABOUT[0], "", Some(En), "text after the end of the file"),
    );
    found(
        &[Raw(ABOUT[1], |text| text.replacen('{', "", 1))],
        (ABOUT[1], "", Some(Ar), "line 2"),
    );
    found(
        &[Raw(ABOUT[2], |_| String::new())],
        (ABOUT[2], "", Some(Ckb), "EOF"),
    );
    found(
        &[Raw("sources.json", |text| {
            text.replacen("\"chipor-2024\"", "\"espso\"", 1)
        })],
        ("sources.json", "", None, "“espso” is there twice"),
    );
    found(
        &[Raw("en/ui.json", |text| {
            text.replacen("\"menu\"", "\"home\"", 1)
        })],
        ("en/ui.json", "shell", Some(En), "“home” is there twice"),
    );
}

#[test]
fn fields() {
    found(
        &[Set(ABOUT[0], "/titel", json!("x"))],
        (ABOUT[0], "titel", Some(En), "unknown field `titel`"),
    );
    found(
        &[Drop(ABOUT[1], "/lead")],
        (ABOUT[1], "", Some(Ar), "missing field `lead`"),
    );
    found(
        &[Set(ABOUT[2], "/title", json!(7))],
        (ABOUT[2], "title", Some(Ckb), "invalid type: integer `7`"),
    );
    found(
        &[Set(ABOUT[2], "/blocks", json!({}))],
        (ABOUT[2], "blocks", Some(Ckb), "invalid type: map"),
    );
    found(
        &[Set(ABOUT[0], "/blocks/{paragraph}/txet", json!("x"))],
        (
            ABOUT[0],
            "blocks[{paragraph}]",
            Some(En),
            "unknown field `txet`",
        ),
    );
    found(
        &[Drop(ABOUT[0], TEXT)],
        (
            ABOUT[0],
            "blocks[{paragraph}]",
            Some(En),
            "missing field `text`",
        ),
    );
    found(
        &[Set(ABOUT[0], TEXT, json!(null))],
        (
            ABOUT[0],
            "blocks[{paragraph}]",
            Some(En),
            "invalid type: null",
        ),
    );
    found(
        &[Set(ABOUT[0], "/blocks/{paragraph}/type", json!("paragraf"))],
        (
            ABOUT[0],
            "blocks[{paragraph}].type",
            Some(En),
            "unknown variant `paragraf`",
        ),
    );
    for (file, block) in [
        (ABOUT[0], "owner-details"),
        ("en/contact.json", "contact-details"),
    ] {
        let (place, path): (&str, &str) = match block {
            "owner-details" => ("/blocks/{owner-details}/text", "blocks[{owner-details}]"),
            _ => (
                "/blocks/{contact-details}/text",
                "blocks[{contact-details}]",
            ),
        };
        found(
            &[Set(file, place, json!("lost"))],
            (file, path, Some(En), "unknown field `text`"),
        );
    }
    found(
        &[Set(
            "en/contact.json",
            "/blocks/{callout}/kind",
            json!("loud"),
        )],
        (
            "en/contact.json",
            "blocks[{callout}]",
            Some(En),
            "unknown variant `loud`",
        ),
    );
    found(
        &[Set("sources.json", "/espso/figures", json!("yes"))],
        (
            "sources.json",
            "espso.figures",
            None,
            "invalid type: string",
        ),
    );
    found(
        &[Drop("terms.json", "/hipec/ckb")],
        ("terms.json", "hipec", None, "missing field `ckb`"),
    );
    found(
        &[Set("site.json", "/owner/fax", json!(""))],
        ("site.json", "owner.fax", None, "unknown field `fax`"),
    );
}

#[test]
fn blocks_in_every_language() {
    found(
        &[Drop(ABOUT[1], "/blocks/{list}")],
        (
            ABOUT[1],
            "blocks[{list}]",
            Some(Ar),
            "here English has list with 9 items",
        ),
    );
    found(
        &[Insert(
            ABOUT[2],
            "/blocks/{paragraph}",
            json!({ "type": "paragraph", "text": "وشە" }),
        )],
        (
            ABOUT[2],
            "blocks[{heading:1}]",
            Some(Ckb),
            "this file has paragraph",
        ),
    );
    found(
        &[Drop(ABOUT[1], "/blocks/{list}/items/0")],
        (
            ABOUT[1],
            "blocks[{list}]",
            Some(Ar),
            "English has list with 9 items, this file has list with 8",
        ),
    );
    found(
        &[Set(ABOUT[2], "/blocks/{heading}/id", json!("else"))],
        (ABOUT[2], "blocks[{heading}]", Some(Ckb), "heading “else”"),
    );
    found(
        &[Set(
            "ar/contact.json",
            "/blocks/{callout}/kind",
            json!("info"),
        )],
        (
            "ar/contact.json",
            "blocks[{callout}]",
            Some(Ar),
            "callout Urgent",
        ),
    );
    found(
        &[Set(ABOUT[1], "/blocks/{paragraph}/exempt", json!("why"))],
        (ABOUT[1], "blocks[{paragraph}]", Some(Ar), "exempt: why"),
    );
    found(
        &[Drop(ABOUT[1], "/blocks/{related}")],
        (
            ABOUT[1],
            "blocks[{related}]",
            Some(Ar),
            "missing: English has related pages",
        ),
    );
    found(
        &[Drop(ABOUT[0], "/blocks/{related}")],
        (
            ABOUT[1],
            "blocks[{related}]",
            Some(Ar),
            "extra: English has no related pages",
        ),
    );
}

#[test]
fn the_frame_of_a_page() {
    found(
        &everywhere(|at| Drop(ABOUT[at], "/blocks/0")),
        (
            ABOUT[0],
            "blocks[0]",
            Some(En),
            "begins with its key points",
        ),
    );
    found(
        &[Insert(
            ABOUT[0],
            "/blocks/{related}",
            json!({ "type": "related", "pages": [] }),
        )],
        (
            ABOUT[0],
            "blocks[{related}]",
            Some(En),
            "nothing stands in this block",
        ),
    );
    found(
        &everywhere(|at| Set(ABOUT[at], "/blocks/{list}/items", json!([]))),
        (
            ABOUT[2],
            "blocks[{list}]",
            Some(Ckb),
            "nothing stands in this block",
        ),
    );
    let long = "word ".repeat(35);
    found(
        &[Set(ABOUT[0], "/description", json!(long.trim()))],
        (ABOUT[0], "description", Some(En), "at most 170 characters"),
    );
    for date in ["2026-02-30", "23.11.2026", "2026-1-1", ""] {
        found(
            &[Set(ABOUT[1], "/review/updated", json!(date))],
            (ABOUT[1], "review.updated", Some(Ar), "is no date"),
        );
        found(
            &[Set(
                ABOUT[0],
                "/review/clinician",
                json!({ "name": "A", "date": date }),
            )],
            (ABOUT[0], "review.clinician.date", Some(En), "is no date"),
        );
    }
    found(
        &[Set(
            ABOUT[0],
            "/review/clinician",
            json!({ "name": "", "date": "2026-11-23" }),
        )],
        (
            ABOUT[0],
            "review.clinician.name",
            Some(En),
            "the text is empty",
        ),
    );
    found(
        &[Set(
            ABOUT[0],
            "/review/translator",
            json!({ "name": "A\u{202e}", "date": "2026-11-23" }),
        )],
        (
            ABOUT[0],
            "review.translator.name",
            Some(En),
            "invisible direction mark",
        ),
    );
}

#[test]
fn ids_of_headings() {
    for id in ["", "Big", "two words", "-a", "a--b", "وشە", "a\"b"] {
        found(
            &everywhere(|at| Set(ABOUT[at], "/blocks/{heading}/id", json!(id))),
            (ABOUT[0], "blocks[{heading}].id", Some(En), "is no id"),
        );
    }
    found(
        &everywhere(|at| Set(ABOUT[at], "/blocks/{heading:1}/id", json!("owner"))),
        (
            ABOUT[2],
            "blocks[{heading:1}].id",
            Some(Ckb),
            "the id “owner” is used twice",
        ),
    );
    for id in [
        "sources",
        "related",
        "key-points",
        "content",
        "source-espso",
        "term-hipec",
        "use-hipec",
    ] {
        found(
            &everywhere(|at| Set(ABOUT[at], "/blocks/{heading}/id", json!(id))),
            (
                ABOUT[0],
                "blocks[{heading}].id",
                Some(En),
                "the site itself uses the id",
            ),
        );
    }
}

#[test]
fn figures_tables_and_cards() {
    found(
        &everywhere(|at| Drop(WHY[at], "/blocks/{figure}/legend/0")),
        (
            WHY[0],
            "blocks[{figure}].legend",
            Some(En),
            "the drawing has 4 numbers, the legend 3 entries",
        ),
    );
    found(
        &everywhere(|at| Drop(WHY[at], "/blocks/{table}/rows/1/0")),
        (
            WHY[1],
            "blocks[{table}].rows[1]",
            Some(Ar),
            "the row has 1 cells, the head 2",
        ),
    );
    found(
        &[Drop(WHY[2], "/blocks/{table}/rows/1/0")],
        (
            WHY[2],
            "blocks[{table}].rows[1]",
            Some(Ckb),
            "English has row of 2 cells",
        ),
    );
    found(
        &everywhere(|at| Set(ABOUT[at], "/blocks/{related}/pages/0", json!("nowhere"))),
        (
            ABOUT[0],
            "blocks[{related}].pages[0]",
            Some(En),
            "there is no page “nowhere”",
        ),
    );
    found(
        &[Set(
            "en/home.json",
            "/blocks/{cards}/items/2/page",
            json!("nowhere"),
        )],
        (
            "en/home.json",
            "blocks[{cards}].items[2].page",
            Some(En),
            "there is no page “nowhere”",
        ),
    );
}
