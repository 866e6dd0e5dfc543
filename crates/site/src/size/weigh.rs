//! The weight of files, each weighed once.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{compress, files, media};

/// Bytes on disk and bytes on the way to a browser that takes brotli.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) raw: u64,
    pub(super) sent: u64,
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.sent += other.sent;
    }
}

/// Remembers what was weighed: most pages need the same files.
#[derive(Debug, Default)]
pub(super) struct Scale {
    known: BTreeMap<PathBuf, Weight>,
}

impl Scale {
    pub(super) fn weigh(&mut self, file: &Path) -> Result<Weight> {
        if let Some(weight) = self.known.get(file) {
            return Ok(*weight);
        }
        let weight = weigh(file)?;
        self.known.insert(file.to_path_buf(), weight);
        Ok(weight)
    }
}

fn weigh(file: &Path) -> Result<Weight> {
    let bytes = files::read(file)?;
    let raw = bytes.len();
    let beside = compress::beside(file);
    let sent = if beside.is_file() {
        files::read(&beside)?.len()
    } else if media::is_compressible(file) {
        // A build without brotli files: what they would weigh.
        compress::brotli(&bytes)?.len().min(raw)
    } else {
        raw
    };
    Ok(Weight {
        raw: u64::try_from(raw)?,
        sent: u64::try_from(sent)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_beside_counts_where_there_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        files::write(&at("a.html"), "word ".repeat(100).as_bytes()).unwrap();
        files::write(&at("b.html"), "word ".repeat(100).as_bytes()).unwrap();
        files::write(&at("b.html.br"), b"1234567").unwrap();
        files::write(&at("c.woff2"), &[0; 300]).unwrap();
        let mut scale = Scale::default();
        assert!(scale.weigh(&at("a.html")).unwrap().sent < 60);
        assert_eq!(
            scale.weigh(&at("b.html")).unwrap(),
            Weight { raw: 500, sent: 7 }
        );
        assert_eq!(
            scale.weigh(&at("c.woff2")).unwrap(),
            Weight {
                raw: 300,
                sent: 300
            }
        );
    }
}
