//! One mistake at a time in the site's own content: each is found, and said
//! with file, place, language and a telling sentence.
//!
//! `{figure}` in a place stands for the position of the first block of that
//! kind, `{heading:1}` for the second.

use hipec_content::{ContentFiles, Problem};
use hipec_core::locale::Locale::{self, Ar, Ckb, En};
use serde_json::{Value, json};

use crate::support::{change, content, json, try_compile};

mod elsewhere;
mod pages;
mod texts;

/// A change to one file.
enum Edit {
    /// Puts a value in place of another, or a new one into an object.
    Set(&'static str, &'static str, Value),
    /// Puts more behind a text.
    Add(&'static str, &'static str, &'static str),
    /// Puts a value into a list.
    Insert(&'static str, &'static str, Value),
    /// Takes a value out.
    Drop(&'static str, &'static str),
    /// Changes the file's text.
    Raw(&'static str, fn(&str) -> String),
    /// Takes the file away.
    Remove(&'static str),
    /// Puts a new file in.
    Create(&'static str),
}

use Edit::{Add, Create, Drop, Insert, Raw, Remove, Set};

/// What is to be said: file, place, language, part of the sentence.
type Expected = (&'static str, &'static str, Option<Locale>, &'static str);

/// Fails unless the mistake is found.
fn found(edits: &[Edit], expected: Expected) {
    all_found(edits, &[expected]);
}

/// Fails unless each of several mistakes, which do not touch each other, is found.
fn all_found(edits: &[Edit], expected: &[Expected]) {
    let (files, problems) = after(edits);
    for (file, path, locale, part) in expected {
        let place = placed(&files, file, path);
        assert!(
            problems.iter().any(|it| it.file == *file
                && it.path == place
                && it.locale == *locale
                && it.message.contains(part)),
            "expected {file} at {place} {locale:?}: … {part} …\nfound:\n{}",
            problems
                .iter()
                .map(|it| format!("{it}\n"))
                .collect::<String>()
        );
    }
}

/// Fails if there is any problem.
fn fine(edits: &[Edit]) {
    let (_, problems) = after(edits);
    assert_eq!(problems, []);
}

fn after(edits: &[Edit]) -> (ContentFiles, Vec<Problem>) {
    let mut files = content();
    let original = content();
    for edit in edits {
        apply(&mut files, &original, edit);
    }
    let problems = try_compile(&files).err().unwrap_or_default();
    (original, problems)
}

fn apply(files: &mut ContentFiles, original: &ContentFiles, edit: &Edit) {
    let at = |file: &str, place: &str| placed(original, file, place);
    match edit {
        Set(file, place, value) => {
            let place = at(file, place);
            let (parent, name) = place.rsplit_once('/').unwrap();
            change(files, file, |json| {
                match json.pointer_mut(parent).unwrap() {
                    Value::Object(object) => {
                        object.insert(name.to_owned(), value.clone());
                    }
                    other => other[name.parse::<usize>().unwrap()] = value.clone(),
                }
            });
        }
        Add(file, place, more) => change(files, file, |json| {
            let text = json.pointer_mut(&at(file, place)).unwrap();
            *text = Value::String(format!("{}{more}", text.as_str().unwrap()));
        }),
        Insert(file, place, value) => {
            let place = at(file, place);
            let (parent, position) = place.rsplit_once('/').unwrap();
            change(files, file, |json| {
                let list = json.pointer_mut(parent).unwrap().as_array_mut().unwrap();
                list.insert(position.parse().unwrap(), value.clone());
            });
        }
        Drop(file, place) => {
            let place = at(file, place);
            let (parent, name) = place.rsplit_once('/').unwrap();
            change(files, file, |json| {
                match json.pointer_mut(parent).unwrap() {
                    Value::Object(object) => drop(object.remove(name).unwrap()),
                    other => drop(other.as_array_mut().unwrap().remove(name.parse().unwrap())),
                }
            });
        }
        Raw(file, work) => {
            let before = files.get(file).unwrap().to_owned();
            let text = work(&before);
            assert_ne!(text, before, "{file} was not changed");
            files.insert(*file, text);
        }
        Remove(file) => drop(files.remove(file).unwrap()),
        Create(file) => files.insert(*file, "{}"),
    }
}

/// Fills `{kind}` and `{kind:n}` with the position of a block.
fn placed(files: &ContentFiles, file: &str, place: &str) -> String {
    let Some((before, rest)) = place.split_once('{') else {
        return place.to_owned();
    };
    let (name, after) = rest.split_once('}').unwrap();
    let (kind, which) = name.split_once(':').unwrap_or((name, "0"));
    let page = json(files, file);
    let (position, _) = page["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .filter(|(_, block)| block["type"] == kind)
        .nth(which.parse().unwrap())
        .unwrap_or_else(|| panic!("{file} has no {name}"));
    format!("{before}{position}{after}")
}

/// The same edit in every language.
fn everywhere(edit: impl Fn(usize) -> Edit) -> Vec<Edit> {
    (0..Locale::ALL.len()).map(edit).collect()
}

const ABOUT: [&str; 3] = ["en/about.json", "ar/about.json", "ckb/about.json"];
const WHY: [&str; 3] = [
    "en/why-hipec.json",
    "ar/why-hipec.json",
    "ckb/why-hipec.json",
];
const TEXT: &str = "/blocks/{paragraph}/text";
const TEXT_PATH: &str = "blocks[{paragraph}].text";

#[test]
fn the_table_s_ground_is_firm() {
    fine(&[]);
    // The sources that the tables rest on.
    let sources = json(&content(), "sources.json");
    assert_eq!(sources["prodige7-2021"]["figures"], json!(true));
    assert_eq!(sources["gastripec-2024"]["figures"], json!(false));
}
