//! Brotli files beside the originals, for hosts and servers that send them as
//! they are.

use std::ffi::OsString;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, anyhow};
use brotli::enc::BrotliEncoderParams;

use crate::{files, media};

/// Files up to this size fit into one packet either way.
const NOT_WORTH_IT: usize = 200;

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many `.br` files.
    pub files: usize,
    /// Their originals together, in bytes.
    pub raw: usize,
    /// The `.br` files together, in bytes.
    pub compressed: usize,
}

/// `bytes` at brotli's highest level (quality 11, window 22).
///
/// # Errors
/// When the encoder fails.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut input = bytes;
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut input, &mut output, &parameters).context("brotli failed")?;
    Ok(output)
}

/// The name of the compressed file beside `file`.
#[must_use]
pub fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(file.as_os_str());
    name.push(".br");
    PathBuf::from(name)
}

/// Compresses every file under `root` that is worth it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(root: &Path) -> Result<Summary> {
    let mut work: Vec<(u64, PathBuf)> = files::list(root)?
        .into_iter()
        .filter(|file| media::is_compressible(file))
        .map(|file| (std::fs::metadata(&file).map_or(0, |data| data.len()), file))
        .collect();
    // The largest first, so that no thread starts on it when the others are done.
    work.sort_by_key(|(size, _)| std::cmp::Reverse(*size));

    let next = AtomicUsize::new(0);
    let outcome = Mutex::new((Summary::default(), Vec::new()));
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((_, file)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = compress_file(file);
                    let Ok(mut outcome) = outcome.lock() else {
                        return;
                    };
                    match result {
                        Ok(Some((raw, compressed))) => {
                            outcome.0.files += 1;
                            outcome.0.raw += raw;
                            outcome.0.compressed += compressed;
                        }
                        Ok(None) => {}
                        Err(error) => outcome.1.push(error),
                    }
                }
            });
        }
    });

    let (summary, errors) = outcome
        .into_inner()
        .map_err(|_| anyhow!("a compressing thread died"))?;
    match errors.into_iter().next() {
        Some(error) => Err(error),
        None => Ok(summary),
    }
}

/// The sizes before and after, or `None` where compressing gains nothing.
fn compress_file(file: &Path) -> Result<Option<(usize, usize)>> {
    let bytes = files::read(file)?;
    if bytes.len() <= NOT_WORTH_IT {
        return Ok(None);
    }
    let compressed = brotli(&bytes)?;
    if compressed.len() >= bytes.len() {
        return Ok(None);
    }
    files::write(&beside(file), &compressed)?;
    Ok(Some((bytes.len(), compressed.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decompress(bytes: &[u8]) -> Vec<u8> {
        let mut input = bytes;
        let mut output = Vec::new();
        brotli::BrotliDecompress(&mut input, &mut output).unwrap();
        output
    }

    #[test]
    fn only_what_shrinks_gets_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let long = "word ".repeat(200);
        files::write(&path("ar/index.html"), long.as_bytes()).unwrap();
        files::write(&path("short.txt"), b"short").unwrap();
        files::write(&path("font.woff2"), long.as_bytes()).unwrap();
        files::write(&path("_headers"), long.as_bytes()).unwrap();

        let summary = compress(folder.path()).unwrap();

        assert_eq!((summary.files, summary.raw), (1, long.len()));
        assert_eq!(
            decompress(&files::read(&path("ar/index.html.br")).unwrap()),
            long.as_bytes()
        );
        for name in ["short.txt.br", "font.woff2.br", "_headers.br"] {
            assert!(!path(name).exists(), "{name}");
        }
    }

    #[test]
    fn running_twice_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        files::write(
            &folder.path().join("a.css"),
            "a{b:c}".repeat(100).as_bytes(),
        )
        .unwrap();
        let first = compress(folder.path()).unwrap();
        assert_eq!(compress(folder.path()).unwrap(), first);
        assert_eq!(files::list(folder.path()).unwrap().len(), 2);
    }
}
