//! The versions of the tools that are built from Rust source.
//!
//! Named once, here; a test holds the other files that have to name them to
//! the same numbers. The tools that come from npm are pinned by the lock file
//! in `tools/`.

/// Builds the browser half and watches files.
pub(crate) const TRUNK: &str = "0.21.14";

/// Must equal the version of the `wasm-bindgen` crate exactly.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The oldest Node.js that every npm tool here runs on.
pub(crate) const NODE_MAJOR: u32 = 20;

/// What the browser half is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn read(path: &str) -> String {
        std::fs::read_to_string(project::root().join(path)).unwrap()
    }

    #[test]
    fn other_files_name_the_same_versions() {
        let binaryen = read("tools/package.json");
        let binaryen = binaryen.split("\"binaryen\": \"").nth(1).unwrap();
        let binaryen = binaryen.split('.').next().unwrap();
        for (file, text) in [
            ("Cargo.toml", format!("\"={WASM_BINDGEN}\"")),
            (
                "Cargo.lock",
                format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\""),
            ),
            ("Trunk.toml", format!("\"{WASM_BINDGEN}\"")),
            ("Trunk.toml", format!("\"version_{binaryen}\"")),
            ("rust-toolchain.toml", format!("\"{WASM_TARGET}\"")),
        ] {
            assert!(read(file).contains(&text), "{file} does not contain {text}");
        }
    }
}
