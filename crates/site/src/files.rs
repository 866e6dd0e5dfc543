//! Listing a folder.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Every file under `root`, sorted by path, hidden folders left out.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read the folder {}", folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
            let path = entry.path();
            // Follows links, so that a linked folder is listed like any other.
            if path.is_dir() {
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The bytes of a file, with its name in the error.
///
/// # Errors
/// When the file cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The text of a file, with its name in the error.
///
/// # Errors
/// When the file cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file and the folders above it, with its name in the error.
///
/// # Errors
/// When the file or a folder cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Removes a file, with its name in the error.
///
/// # Errors
/// When the file cannot be removed.
pub fn remove(path: &Path) -> Result<()> {
    std::fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))
}

/// The URL path of `file` on a site whose top folder is `root`; an
/// `index.html` is named by its folder.
#[must_use]
pub fn url_path(root: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let segments: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let path = format!("/{}", segments.join("/"));
    match path.strip_suffix("/index.html") {
        Some(folder) => format!("{folder}/"),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_by_their_folder() {
        let root = Path::new("/x");
        assert_eq!(url_path(root, Path::new("/x/index.html")), "/");
        assert_eq!(
            url_path(root, Path::new("/x/ar/why/index.html")),
            "/ar/why/"
        );
        assert_eq!(url_path(root, Path::new("/x/404.html")), "/404.html");
    }

    #[test]
    fn lists_sorted_and_without_hidden_folders() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a/c.txt", ".stage/d.txt"] {
            write(&folder.path().join(name), b"x").unwrap();
        }
        let names: Vec<_> = list(folder.path())
            .unwrap()
            .iter()
            .map(|file| url_path(folder.path(), file))
            .collect();
        assert_eq!(names, ["/a/c.txt", "/b.txt"]);
    }
}
