//! From the path of a request to a file.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resolution {
    /// This file.
    File(PathBuf),
    /// The same page under its one proper path.
    Moved(String),
    /// Nothing; the nearest page that says so.
    NotFound(Option<PathBuf>),
    /// A path that no honest link contains.
    Refused,
}

/// Looks `path`, as it came in the request, up under `root`.
///
/// `root` must be canonical: links that lead out of it are told by that.
pub(super) fn resolve(root: &Path, path: &str) -> Resolution {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else {
        return Resolution::Refused;
    };
    let Some(relative) = decoded.strip_prefix('/') else {
        return Resolution::Refused;
    };
    if relative.contains(['\0', '\\']) {
        return Resolution::Refused;
    }
    let mut segments: Vec<&str> = relative.split('/').collect();
    if segments
        .iter()
        .any(|segment| matches!(*segment, "." | ".."))
    {
        return Resolution::Refused;
    }

    let name = segments.pop().unwrap_or_default();
    let missing = || Resolution::NotFound(nearest_not_found(root, &segments));
    // An empty segment in the middle would make the redirect below leave the site.
    if segments
        .iter()
        .any(|segment| segment.is_empty() || is_hidden(segment))
        || is_hidden(name)
    {
        return missing();
    }

    let folder = segments
        .iter()
        .fold(root.to_path_buf(), |at, segment| at.join(segment));
    if name.is_empty() {
        return inside(root, &folder.join("index.html")).map_or_else(missing, Resolution::File);
    }
    let target = folder.join(name);
    match inside(root, &target) {
        Some(_) if name == "index.html" => {
            let kept = path.len().saturating_sub(name.len());
            // An encoded name is longer than its text: then there is no short cut.
            match path.get(..kept).filter(|_| path.ends_with(name)) {
                Some(page) => Resolution::Moved(page.to_owned()),
                None => missing(),
            }
        }
        Some(file) => Resolution::File(file),
        None if inside(root, &target.join("index.html")).is_some() => {
            Resolution::Moved(format!("{path}/"))
        }
        None => missing(),
    }
}

/// The file itself, if it is one and lies under `root` even when links are followed.
fn inside(root: &Path, path: &Path) -> Option<PathBuf> {
    let real = path.canonicalize().ok()?;
    (real.is_file() && real.starts_with(root)).then_some(real)
}

/// What lies in the folder for the server, not for readers.
fn is_hidden(segment: &str) -> bool {
    (segment.starts_with('.') && segment != ".well-known")
        || matches!(segment, "_headers" | "_redirects")
        || Path::new(segment)
            .extension()
            .is_some_and(|text| text.eq_ignore_ascii_case("br"))
}

/// `404.html` of the folder asked for, or of the nearest one above it.
fn nearest_not_found(root: &Path, segments: &[&str]) -> Option<PathBuf> {
    (0..=segments.len()).rev().find_map(|depth| {
        let folder = segments
            .iter()
            .take(depth)
            .fold(root.to_path_buf(), |at, segment| at.join(segment));
        inside(root, &folder.join("404.html"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    struct Fixture {
        _folder: tempfile::TempDir,
        root: PathBuf,
    }

    fn site() -> Fixture {
        let folder = tempfile::tempdir().unwrap();
        let base = folder.path().canonicalize().unwrap();
        let root = base.join("dist");
        for name in [
            "dist/index.html",
            "dist/index.html.br",
            "dist/404.html",
            "dist/_headers",
            "dist/ar/index.html",
            "dist/ar/404.html",
            "dist/ar/why/index.html",
            "dist/assets/a.js",
            "dist/.stage/x.html",
            "dist/.well-known/security.txt",
            "secret.txt",
        ] {
            files::write(&base.join(name), b"x").unwrap();
        }
        Fixture {
            _folder: folder,
            root,
        }
    }

    #[test]
    fn pages_and_files_are_found() {
        let site = site();
        for (path, file) in [
            ("/", "index.html"),
            ("/ar/", "ar/index.html"),
            ("/ar/why/", "ar/why/index.html"),
            ("/%61r/", "ar/index.html"),
            ("/assets/a.js", "assets/a.js"),
            ("/.well-known/security.txt", ".well-known/security.txt"),
        ] {
            assert_eq!(
                resolve(&site.root, path),
                Resolution::File(site.root.join(file)),
                "{path}"
            );
        }
    }

    #[test]
    fn every_page_has_one_path() {
        let site = site();
        for (path, to) in [
            ("/ar", "/ar/"),
            ("/ar/why", "/ar/why/"),
            ("/index.html", "/"),
            ("/ar/why/index.html", "/ar/why/"),
        ] {
            assert_eq!(
                resolve(&site.root, path),
                Resolution::Moved(to.to_owned()),
                "{path}"
            );
        }
    }

    #[test]
    fn the_nearest_page_says_that_nothing_is_there() {
        let site = site();
        for (path, page) in [
            ("/nothing", "404.html"),
            ("/ckb/nothing/", "404.html"),
            ("/ar/nothing/", "ar/404.html"),
            ("/ar/nothing", "ar/404.html"),
            ("/ar/why/deep/er/", "ar/404.html"),
            ("/_headers", "404.html"),
            ("/index.html.br", "404.html"),
            ("/.stage/x.html", "404.html"),
            ("//ar", "404.html"),
            ("/assets/", "404.html"),
            ("/assets/a.js/", "404.html"),
        ] {
            let expected = Resolution::NotFound(Some(site.root.join(page)));
            assert_eq!(resolve(&site.root, path), expected, "{path}");
        }
    }

    #[test]
    fn nobody_climbs_out() {
        let site = site();
        for path in [
            "/../secret.txt",
            "/ar/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/ar/%2E%2E%2F%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "/%5c..%5csecret.txt",
            "/a%00.txt",
            "/%ff",
            "secret.txt",
            "*",
            "",
        ] {
            assert_eq!(resolve(&site.root, path), Resolution::Refused, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_that_leave_the_site_lead_nowhere() {
        let site = site();
        std::os::unix::fs::symlink("../secret.txt", site.root.join("out.txt")).unwrap();
        assert!(matches!(
            resolve(&site.root, "/out.txt"),
            Resolution::NotFound(_)
        ));
    }
}
