//! Running text means here what it means to any reader of CommonMark.

use std::cell::Cell;

use hipec_content::{
    files,
    inline::{Piece, Target, Text, parse},
    question::QuestionsWords,
    source::{Block, CriteriaWords, Page},
    study::{StudiesWords, StudyWords},
};
use hipec_core::{locale::Locale, route::PageId};
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::support::content;

/// What both parsers can say.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Text(String),
    Strong(bool),
    Emphasis(bool),
    Link {
        text: String,
        target: String,
    },
    Cite(String),
    /// What our subset does not have.
    Other(String),
}

fn say_text(out: &mut Vec<Said>, more: &str) {
    match out.last_mut() {
        Some(Said::Text(text)) => text.push_str(more),
        _ => out.push(Said::Text(more.to_owned())),
    }
}

fn ours(text: &Text, out: &mut Vec<Said>) {
    for piece in text {
        match piece {
            Piece::Text(text) => say_text(out, text),
            Piece::Strong(inner) => {
                out.push(Said::Strong(true));
                ours(inner, out);
                out.push(Said::Strong(false));
            }
            Piece::Emphasis(inner) => {
                out.push(Said::Emphasis(true));
                ours(inner, out);
                out.push(Said::Emphasis(false));
            }
            Piece::Link { text, target } => out.push(Said::Link {
                text: text.clone(),
                target: match target {
                    Target::Page(page, None) => format!("page:{}", page.id()),
                    Target::Page(page, Some(anchor)) => format!("page:{}#{anchor}", page.id()),
                    Target::Term(term) => format!("term:{term}"),
                    Target::Web(url) => url.clone(),
                },
            }),
            Piece::Cite(id) => out.push(Said::Cite(id.clone())),
        }
    }
}

fn theirs(source: &str) -> Vec<Said> {
    let mut out = Vec::new();
    let mut events = Parser::new(source);
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(text) => say_text(&mut out, &text),
            Event::Start(Tag::Strong) => out.push(Said::Strong(true)),
            Event::End(TagEnd::Strong) => out.push(Said::Strong(false)),
            Event::Start(Tag::Emphasis) => out.push(Said::Emphasis(true)),
            Event::End(TagEnd::Emphasis) => out.push(Said::Emphasis(false)),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let mut text = String::new();
                for event in events.by_ref() {
                    match event {
                        Event::End(TagEnd::Link) => break,
                        Event::Text(more) => text.push_str(&more),
                        other => out.push(Said::Other(format!("{other:?} in a link"))),
                    }
                }
                out.push(match (link_type, dest_url.strip_prefix("source:")) {
                    (LinkType::Inline, _) => Said::Link {
                        text,
                        target: dest_url.to_string(),
                    },
                    (LinkType::Autolink, Some(id)) => Said::Cite(id.to_owned()),
                    _ => Said::Other(format!("{link_type:?} to {dest_url}")),
                });
            }
            other => out.push(Said::Other(format!("{other:?}"))),
        }
    }
    out
}

/// Compares both parsers; whether ours accepted the text.
fn compare(source: &str) -> Result<bool, String> {
    let Ok(text) = parse(source) else {
        return Ok(false);
    };
    let (mut said, expected) = (Vec::new(), theirs(source));
    ours(&text, &mut said);
    if said == expected {
        Ok(true)
    } else {
        Err(format!("{source:?}\nours: {said:?}\ntheirs: {expected:?}"))
    }
}

/// Every running text of a page.
fn of_page(page: &Page) -> Vec<&String> {
    let mut out = vec![&page.lead];
    for block in &page.blocks {
        match block {
            Block::KeyPoints { items, .. }
            | Block::List { items, .. }
            | Block::Do { items, .. }
            | Block::Dont { items, .. } => out.extend(items),
            Block::Paragraph { text, .. } => out.push(text),
            Block::Steps { items, .. } => out.extend(items.iter().map(|step| &step.text)),
            Block::Callout { text, .. }
            | Block::Finding { text, .. }
            | Block::Disclosure { text, .. } => out.extend(text),
            Block::Figure {
                caption, legend, ..
            } => {
                out.push(caption);
                out.extend(legend);
            }
            Block::Table { rows, .. } => out.extend(rows.iter().flatten()),
            Block::Questions { items, .. } => out.extend(items.iter().map(|item| &item.why)),
            Block::Journey { steps, .. } => {
                for step in steps {
                    out.extend([&step.happens, &step.who]);
                    out.extend(step.ask.iter().chain(&step.bring));
                }
            }
            Block::Heading { .. }
            | Block::Subheading { .. }
            | Block::Cards { .. }
            | Block::Related { .. }
            | Block::ContactDetails {}
            | Block::KeptData {}
            | Block::OwnerDetails {}
            | Block::Studies { .. }
            | Block::StudyIndex {}
            | Block::EvidenceTable {}
            | Block::Glossary {}
            | Block::SourceList {}
            | Block::QuestionPicker {}
            | Block::Sheet { .. }
            | Block::Search {} => {}
        }
    }
    out
}

#[test]
fn all_texts_of_the_site_mean_the_same_to_both() {
    let files = content();
    let mut compared = 0;
    let mut check = |file: &str, text: &str| match compare(text) {
        Ok(true) => compared += 1,
        Ok(false) => panic!("{file}: refused: {text}"),
        Err(difference) => panic!("{file}: {difference}"),
    };
    for locale in Locale::ALL {
        for page in PageId::ALL {
            let file = files::page_file(locale, page);
            let page: Page = serde_json::from_str(files.get(&file).unwrap()).unwrap();
            for text in of_page(&page) {
                check(&file, text);
            }
        }
        let file = files::criteria_file(locale);
        let words: CriteriaWords = serde_json::from_str(files.get(&file).unwrap()).unwrap();
        for criterion in words.criteria.values() {
            for text in [&criterion.why, &criterion.good, &criterion.warning] {
                check(&file, text);
            }
        }
        let file = files::studies_file(locale);
        let words: StudiesWords = serde_json::from_str(files.get(&file).unwrap()).unwrap();
        for (_, text) in words.values().flat_map(StudyWords::texts) {
            check(&file, text);
        }
        let file = files::questions_words_file(locale);
        let words: QuestionsWords = serde_json::from_str(files.get(&file).unwrap()).unwrap();
        for question in words.questions.values() {
            check(&file, &question.why);
        }
    }
    assert!(compared > 3000, "only {compared} texts compared");
}

/// Single signs, so that anything can come, and whole pieces, so that enough
/// of it is accepted.
const SIGNS: &[&str] = &[
    "a",
    "B",
    "ك",
    "ە",
    " ",
    "*",
    "**",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    ".",
    "،",
    "-",
    "+",
    "#",
    "1",
    "2.",
    ":",
    "\"",
    "'",
    "\\",
    "&",
    ";",
    "_",
    "`",
    "~",
    "|",
    "=",
    "«",
    "»",
    "—",
    "\u{200c}",
    "<source:a>",
    "](page:iraq)",
    "[a",
    "https://x.y/",
    "(https://x.y/a?b=c&d)",
    "&amp;",
    "![",
    "***",
];
const PIECES: &[&str] = &[
    "word",
    "كلمة",
    "وشە",
    "7",
    "2.5",
    "<source:a>",
    "<source:a-1>",
    "**strong**",
    "*stress*",
    "**قوي**",
    "*«وشە»*",
    "**a <source:a>**",
    "*(a)*",
    "[a](page:iraq)",
    "[كلمة](page:iraq#who)",
    "[a b](term:hipec)",
    "[d](https://doi.org/10.1016/S1470-2045(20)30599-4)",
    "**[a](term:x)**",
    "[a!](https://x.y/?a=1&b=2)",
];
const BETWEEN: &[&str] = &[
    " ", " ", " ", ". ", "، ", " (", ") ", "", "-", "!", "…", ": ", "“", "”", "/", "  ",
];

fn hold(strategy: &impl Strategy<Value = String>, at_least: u32) {
    let config = Config {
        cases: 6_000,
        failure_persistence: None,
        ..Config::default()
    };
    let accepted = Cell::new(0);
    TestRunner::new(config)
        .run(strategy, |source| {
            let both = compare(&source).map_err(TestCaseError::fail)?;
            accepted.set(accepted.get() + u32::from(both));
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    let accepted = accepted.get();
    assert!(
        accepted > at_least,
        "only {accepted} texts were accepted: this proves little"
    );
}

#[test]
fn random_signs_mean_the_same_to_both() {
    hold(
        &vec(select(SIGNS), 1..10).prop_map(|signs| signs.concat()),
        200,
    );
}

#[test]
fn random_sentences_mean_the_same_to_both() {
    let sentence = vec((select(PIECES), select(BETWEEN)), 1..8).prop_map(|pairs| {
        let text: String = pairs
            .into_iter()
            .flat_map(|(piece, between)| [piece, between])
            .collect();
        text.trim().to_owned()
    });
    hold(&sentence, 1_000);
}
