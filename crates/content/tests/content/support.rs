//! The site's own files, changes to them, and walks through what is drawn.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use hipec_content::{ContentFiles, Coverage, Problem, Site, compile};
use hipec_core::{
    content::PageData,
    markup::{Element, Node},
};
use serde_json::Value;

/// A path below the root of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// The site's own content.
pub(crate) fn content() -> ContentFiles {
    static FILES: LazyLock<ContentFiles> =
        LazyLock::new(|| ContentFiles::read(&repository("public/content")).unwrap());
    FILES.clone()
}

pub(crate) fn try_compile(files: &ContentFiles) -> Result<Site, Vec<Problem>> {
    compile(files, &Coverage::of_site_font().unwrap())
}

/// Compiles what has to be right.
pub(crate) fn compiled(files: &ContentFiles) -> Site {
    try_compile(files).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

pub(crate) fn json(files: &ContentFiles, file: &str) -> Value {
    serde_json::from_str(files.get(file).unwrap()).unwrap()
}

/// Changes the JSON of a file.
pub(crate) fn change(files: &mut ContentFiles, file: &str, work: impl FnOnce(&mut Value)) {
    let mut value = json(files, file);
    work(&mut value);
    files.insert(file, value.to_string());
}

/// Every node of a list, parents before children.
pub(crate) fn walk<'a>(nodes: &'a [Node], visit: &mut impl FnMut(&'a Node)) {
    for node in nodes {
        visit(node);
        if let Node::Element(element) = node {
            walk(&element.children, visit);
        }
    }
}

/// Every element of a list.
pub(crate) fn elements(nodes: &[Node]) -> Vec<&Element> {
    let mut found = Vec::new();
    walk(nodes, &mut |node| {
        if let Node::Element(element) = node {
            found.push(element);
        }
    });
    found
}

/// All words of a list, a space after each piece.
pub(crate) fn words(nodes: &[Node]) -> String {
    let mut out = String::new();
    walk(nodes, &mut |node| {
        if let Node::Text(text) = node {
            out.push_str(text);
            out.push(' ');
        }
    });
    out
}

pub(crate) fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element
        .attributes
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_ref())
}

pub(crate) fn has_class(element: &Element, class: &str) -> bool {
    attribute(element, "class").is_some_and(|all| all.split(' ').any(|one| one == class))
}

/// What a page shows, the checklist's criteria among it.
pub(crate) fn shown(page: &PageData) -> Vec<Node> {
    let mut nodes = page.top.clone();
    if let Some(checklist) = &page.checklist {
        for group in &checklist.groups {
            nodes.push(group.title.clone().into());
            nodes.push(group.about.clone().into());
            for criterion in &group.criteria {
                nodes.push(criterion.question.clone().into());
                nodes.push(criterion.about.clone());
            }
        }
    }
    nodes.extend(page.bottom.iter().cloned());
    nodes
}
