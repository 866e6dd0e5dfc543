//! File names that carry a hash of the file's final content, so that a browser
//! may keep them for ever.
//!
//! Trunk can hash names too, but it does so before wasm-bindgen and wasm-opt
//! have run: the same name could then stand for different bytes.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Serialize;

use crate::{digest, files, media};

/// What the names in the start script stand for until the hashes are known.
const GLUE_URL: &str = "__GLUE_URL__";
const WASM_URL: &str = "__WASM_URL__";
const WASM_INTEGRITY: &str = "__WASM_INTEGRITY__";

/// How much of the hash goes into a name: 48 bits are plenty for a dozen files.
const HASH_LENGTH: usize = 12;

/// A file that was given its final name, as a page refers to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asset {
    /// Its URL path.
    pub path: String,
    /// The value for its `integrity` attribute.
    pub integrity: String,
}

/// A font under its final name. Browsers check no integrity on fonts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Font {
    /// Its URL path.
    pub path: String,
}

/// Every file that was renamed; the prerenderer writes these into the pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assets {
    /// The script that starts the app.
    pub start: Asset,
    /// The script of the page about what the device keeps.
    pub recover: Asset,
    /// The JavaScript half of the app, made by wasm-bindgen.
    pub glue: Asset,
    /// The app itself.
    pub wasm: Asset,
    /// The style sheet.
    pub css: Asset,
    /// The fonts that the style sheet names, in the order of their names.
    pub fonts: Vec<Font>,
}

/// Where the files to rename lie, relative to the staging folder.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The script that starts the app.
    pub start: PathBuf,
    /// The script of the page about what the device keeps.
    pub recover: PathBuf,
    /// The JavaScript half of the app.
    pub glue: PathBuf,
    /// The app itself.
    pub wasm: PathBuf,
    /// The style sheet.
    pub css: PathBuf,
    /// The folder of the fonts.
    pub fonts: PathBuf,
}

impl Default for Sources {
    fn default() -> Self {
        Self {
            start: "start.js".into(),
            recover: "recover.js".into(),
            glue: "hipec.js".into(),
            wasm: "hipec_bg.wasm".into(),
            css: "assets/site.css".into(),
            fonts: "fonts".into(),
        }
    }
}

/// Renames the files of `staging`, those first that others refer to, and
/// removes the originals.
///
/// # Errors
/// When a file is missing, or refers to something that is not there.
pub fn fingerprint(staging: &Path, sources: &Sources) -> Result<Assets> {
    let at = |path: &Path| staging.join(path);
    // Everything is read first: a missing file must not leave half a site.
    let css = files::read_text(&at(&sources.css))?;
    let start = files::read_text(&at(&sources.start))?;
    let recover = files::read(&at(&sources.recover))?;
    let glue = files::read_text(&at(&sources.glue))?;
    let wasm = files::read(&at(&sources.wasm))?;
    let font_files = fonts_in(&at(&sources.fonts))?;

    let mut fonts = Vec::new();
    let mut css = css;
    for file in &font_files {
        let asset = place(staging, file, &files::read(file)?)?;
        css = css.replace(&files::url_path(staging, file), &asset.path);
        fonts.push(Font { path: asset.path });
    }
    check_css(&css, &sources.fonts)?;
    check_glue(&glue)?;

    let css = place(staging, &at(&sources.css), css.as_bytes())?;
    let glue = place(staging, &at(&sources.glue), glue.as_bytes())?;
    let wasm = place(staging, &at(&sources.wasm), &wasm)?;
    let start = fill_start(&start, &glue, &wasm)?;
    let start = place(staging, &at(&sources.start), start.as_bytes())?;
    let recover = place(staging, &at(&sources.recover), &recover)?;

    for path in [
        &sources.css,
        &sources.start,
        &sources.recover,
        &sources.glue,
        &sources.wasm,
    ] {
        files::remove(&at(path))?;
    }
    for file in &font_files {
        files::remove(file)?;
    }
    // Fails, as it should, where something else (a licence text) lies there too.
    let _ = std::fs::remove_dir(at(&sources.fonts));

    Ok(Assets {
        start,
        recover,
        glue,
        wasm,
        css,
        fonts,
    })
}

fn fonts_in(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut fonts = files::list(folder)?;
    fonts.retain(|file| media::extension(file) == "woff2");
    Ok(fonts)
}

/// Writes `bytes` under their hashed name, and says what that is.
fn place(staging: &Path, original: &Path, bytes: &[u8]) -> Result<Asset> {
    let stem = original
        .file_stem()
        .with_context(|| format!("{} has no name", original.display()))?
        .to_string_lossy();
    let name = format!(
        "{stem}.{}.{}",
        digest::short_hex(bytes, HASH_LENGTH),
        media::extension(original)
    );
    let file = staging.join("assets").join(name);
    files::write(&file, bytes)?;
    Ok(Asset {
        path: files::url_path(staging, &file),
        integrity: digest::integrity(bytes),
    })
}

/// A name that is still unhashed after the rewriting belongs to no file.
fn check_css(css: &str, fonts: &Path) -> Result<()> {
    let folder = format!("/{}/", fonts.display());
    if let Some((_, rest)) = css.split_once(&folder) {
        let name: String = rest
            .chars()
            .take_while(|sign| !matches!(sign, ')' | '"' | '\'' | '?' | '#'))
            .collect();
        bail!("the style sheet names {folder}{name}, and there is no such font file");
    }
    Ok(())
}

/// A relative import would point nowhere after the move to /assets.
fn check_glue(glue: &str) -> Result<()> {
    for import in [
        "from\"./",
        "from './",
        "from \"./",
        "import\"./",
        "import './",
        "import \"./",
    ] {
        if glue.contains(import) {
            bail!("the glue still imports a file beside it: bundle it before it is moved");
        }
    }
    Ok(())
}

fn fill_start(start: &str, glue: &Asset, wasm: &Asset) -> Result<String> {
    let mut filled = start.to_owned();
    for (placeholder, value) in [
        (GLUE_URL, &glue.path),
        (WASM_URL, &wasm.path),
        (WASM_INTEGRITY, &wasm.integrity),
    ] {
        if !filled.contains(placeholder) {
            bail!("the start script does not contain {placeholder}");
        }
        filled = filled.replace(placeholder, value);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str =
        r#"import("__GLUE_URL__").then(m=>fetch("__WASM_URL__",{integrity:"__WASM_INTEGRITY__"}))"#;

    fn staging(css: &str, start: &str, wasm: &[u8]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [
            ("assets/site.css", css.as_bytes()),
            ("start.js", start.as_bytes()),
            ("recover.js", b"list()".as_slice()),
            ("hipec.js", b"export default 1".as_slice()),
            ("hipec_bg.wasm", wasm),
            ("fonts/arabic.woff2", b"glyphs"),
        ] {
            files::write(&folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        files::list(folder)
            .unwrap()
            .iter()
            .map(|file| files::url_path(folder, file))
            .collect()
    }

    const CSS: &str = r#"@font-face{src:url("/fonts/arabic.woff2")format("woff2")}"#;

    #[test]
    fn names_follow_content_and_references_follow_names() {
        let folder = staging(CSS, START, b"app");
        let assets = fingerprint(folder.path(), &Sources::default()).unwrap();

        let text = |path: &str| files::read_text(&folder.path().join(&path[1..])).unwrap();
        let font = &assets.fonts[0].path;
        assert_eq!(
            *font,
            format!("/assets/arabic.{}.woff2", digest::short_hex(b"glyphs", 12))
        );
        assert!(text(&assets.css.path).contains(&format!("url(\"{font}\")")));
        let start = text(&assets.start.path);
        for part in [
            &assets.glue.path,
            &assets.wasm.path,
            &digest::integrity(b"app"),
        ] {
            assert!(start.contains(part.as_str()), "{part} in {start}");
        }
        assert_eq!(assets.start.integrity, digest::integrity(start.as_bytes()));
        assert_eq!(text(&assets.recover.path), "list()");
        assert_eq!(assets.recover.integrity, digest::integrity(b"list()"));

        let mut expected: Vec<_> = [
            &assets.start.path,
            &assets.recover.path,
            &assets.glue.path,
            &assets.wasm.path,
            &assets.css.path,
            font,
        ]
        .into_iter()
        .cloned()
        .collect();
        expected.sort();
        assert_eq!(names(folder.path()), expected);
    }

    #[test]
    fn a_changed_app_changes_the_start_script_but_not_the_style() {
        let run = |wasm: &[u8]| {
            let folder = staging(CSS, START, wasm);
            fingerprint(folder.path(), &Sources::default()).unwrap()
        };
        let (one, two) = (run(b"one"), run(b"two"));
        assert_ne!(one.wasm.path, two.wasm.path);
        assert_ne!(one.start.path, two.start.path);
        assert_eq!(one.css, two.css);
        assert_eq!(one.glue, two.glue);
    }

    #[test]
    fn what_points_nowhere_is_refused() {
        for (css, start, expected) in [
            ("a{src:url(/fonts/gone.woff2)}", START, "/fonts/gone.woff2"),
            (CSS, "import('__GLUE_URL__')", "__WASM_URL__"),
        ] {
            let folder = staging(css, start, b"app");
            let error = fingerprint(folder.path(), &Sources::default())
                .unwrap_err()
                .to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn glue_with_files_beside_it_is_refused() {
        let folder = staging(CSS, START, b"app");
        files::write(
            &folder.path().join("hipec.js"),
            b"import{x}from\"./snippets/a.js\"",
        )
        .unwrap();
        assert!(fingerprint(folder.path(), &Sources::default()).is_err());
    }

    #[test]
    fn a_licence_beside_the_fonts_stays() {
        let folder = staging(CSS, START, b"app");
        files::write(&folder.path().join("fonts/OFL.txt"), b"text").unwrap();
        fingerprint(folder.path(), &Sources::default()).unwrap();
        assert!(folder.path().join("fonts/OFL.txt").exists());
    }
}
