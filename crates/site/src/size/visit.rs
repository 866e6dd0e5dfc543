//! Everything that a first visit to one page fetches.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::links::{self, Target};
use super::weigh::{Scale, Weight};
use crate::{files, media};

/// One page and what comes with it.
#[derive(Debug, Default)]
pub(super) struct Visit {
    pub(super) path: String,
    pub(super) language: String,
    pub(super) html: Weight,
    pub(super) css: Weight,
    pub(super) script: Weight,
    pub(super) wasm: Weight,
    /// Every font the style sheet names, whether this page's letters need it
    /// or not: the upper bound.
    pub(super) fonts: Weight,
    pub(super) icons: Weight,
    pub(super) other: Weight,
    /// The script files, to be looked into.
    pub(super) scripts: Vec<PathBuf>,
    /// What the page refers to in vain.
    pub(super) problems: Vec<String>,
}

impl Visit {
    /// Reads the page in `file` and follows what it loads.
    pub(super) fn of(root: &Path, file: &Path, scale: &mut Scale) -> Result<Self> {
        let path = files::url_path(root, file);
        let page = links::of_page(&files::read_text(file)?);
        let mut visit = Self {
            language: page.language,
            html: scale.weigh(file)?,
            path: path.clone(),
            ..Self::default()
        };

        let mut waiting: VecDeque<(String, String)> = page
            .files
            .into_iter()
            .map(|reference| (path.clone(), reference))
            .collect();
        let mut seen = BTreeSet::new();
        while let Some((from, reference)) = waiting.pop_front() {
            let target = match links::resolve(&from, &reference) {
                Target::Here(target) => target,
                Target::Nothing => continue,
                Target::Elsewhere => {
                    visit.problem(format!("{from} loads {reference} from another site"));
                    continue;
                }
            };
            if !seen.insert(target.clone()) {
                continue;
            }
            let file = root.join(target.trim_start_matches('/'));
            if !file.is_file() {
                visit.problem(format!("{from} loads {target}, which is not there"));
                continue;
            }
            for next in visit.take(&file, scale)? {
                waiting.push_back((target.clone(), next));
            }
        }
        Ok(visit)
    }

    /// All of it together.
    pub(super) fn total(&self) -> Weight {
        let mut total = self.html;
        for part in [
            self.css,
            self.script,
            self.wasm,
            self.fonts,
            self.icons,
            self.other,
        ] {
            total += part;
        }
        total
    }

    /// Adds a file to its group and returns what that file loads in turn.
    fn take(&mut self, file: &Path, scale: &mut Scale) -> Result<Vec<String>> {
        let weight = scale.weigh(file)?;
        let (group, next) = match media::extension(file).as_str() {
            "css" => (&mut self.css, links::of_css(&files::read_text(file)?)),
            "js" | "mjs" => {
                self.scripts.push(file.to_path_buf());
                (&mut self.script, links::of_script(&files::read_text(file)?))
            }
            "wasm" => (&mut self.wasm, Vec::new()),
            "woff2" => (&mut self.fonts, Vec::new()),
            "svg" | "png" | "ico" | "webp" => (&mut self.icons, Vec::new()),
            "webmanifest" => (&mut self.icons, heaviest_icon(file, scale)?),
            _ => (&mut self.other, Vec::new()),
        };
        *group += weight;
        Ok(next)
    }

    fn problem(&mut self, problem: String) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// A browser fetches one icon of a manifest. Which one depends on the screen,
/// so the heaviest counts; one that is missing counts first, to be noticed.
fn heaviest_icon(manifest: &Path, scale: &mut Scale) -> Result<Vec<String>> {
    let folder = manifest.parent().unwrap_or(manifest);
    let mut heaviest: Option<(u64, String)> = None;
    for icon in links::of_manifest(&files::read_text(manifest)?) {
        let file = folder.join(icon.trim_start_matches('/'));
        let bytes = if file.is_file() {
            scale.weigh(&file)?.sent
        } else {
            u64::MAX
        };
        if heaviest.as_ref().is_none_or(|(most, _)| bytes > *most) {
            heaviest = Some((bytes, icon));
        }
    }
    Ok(heaviest.into_iter().map(|(_, icon)| icon).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_style_sheets_scripts_and_one_manifest_icon() {
        let folder = tempfile::tempdir().unwrap();
        let page = r#"<html lang=en><link rel=stylesheet href=/assets/a.css>
            <link rel=preload as=font href=/assets/f.woff2>
            <link rel=manifest href=/m.webmanifest><script src=/assets/start.js></script>"#;
        for (name, text) in [
            ("en/index.html", page),
            ("assets/a.css", "@font-face{src:url(/assets/f.woff2)}"),
            ("assets/f.woff2", "12345"),
            ("assets/start.js", "import('/assets/glue.js')"),
            ("assets/glue.js", "1"),
            (
                "m.webmanifest",
                r#"{"icons":[{"src":"/small.png"},{"src":"/large.png"}]}"#,
            ),
            ("small.png", "1"),
            ("large.png", "123456789"),
        ] {
            files::write(&folder.path().join(name), text.as_bytes()).unwrap();
        }
        let page = folder.path().join("en/index.html");
        let visit = Visit::of(folder.path(), &page, &mut Scale::default()).unwrap();
        assert_eq!(visit.problems, Vec::<String>::new());
        assert_eq!(visit.fonts.sent, 5, "counted once");
        assert_eq!(visit.scripts.len(), 2);
        let manifest = files::read(&folder.path().join("m.webmanifest")).unwrap();
        let expected = u64::try_from(manifest.len() + "123456789".len()).unwrap();
        assert_eq!(visit.icons.raw, expected, "the manifest and its large icon");
    }
}
