//! Writes the golden saves, and the links that they make, where the targets
//! begin.

use std::fs;
use std::path::Path;

use hipec_core::checklist::link::{self, Notes};
use hipec_core::checklist::restore;
use hipec_fuzz::{rules, unwrap};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = |target: &str| here.join("corpus").join(target);
    fs::create_dir_all(corpus("restore"))?;
    fs::create_dir_all(corpus("link"))?;
    for golden in fs::read_dir(here.join("../crates/core/tests/golden"))? {
        let golden = golden?;
        let save = fs::read(golden.path())?;
        fs::write(corpus("restore").join(golden.file_name()), &save)?;
        let Ok((checklist, _)) = restore(&save) else {
            continue;
        };
        for (notes, name) in [(Notes::Included, "notes"), (Notes::Excluded, "bare")] {
            let link = link::encode(&checklist, &rules(), notes);
            let file = corpus("link").join(golden.file_name());
            let held = unwrap(&link).ok_or("a link of our own cannot be unwrapped")?;
            fs::write(file.with_extension(name), held)?;
            fs::write(file.with_extension([name, ".txt"].concat()), link)?;
        }
    }
    Ok(())
}
