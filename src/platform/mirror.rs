//! The second copy of what people typed, in IndexedDB. It is for the day on
//! which the first is gone or damaged; nothing waits for it to be written.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

// In a script, because the page that shows what the device keeps reads the same
// records, and has to do so without the program.
#[wasm_bindgen(module = "/src/platform/mirror.js")]
extern "C" {
    #[wasm_bindgen(js_name = put)]
    fn put_text(name: &str, text: &str) -> Promise;
    #[wasm_bindgen(js_name = remove)]
    fn remove_text(name: &str) -> Promise;
    #[wasm_bindgen(js_name = clear)]
    fn clear_all() -> Promise;
    #[wasm_bindgen(js_name = get)]
    fn get_texts(latest: &str, unsaved: &str) -> Promise;
}

/// Which record is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// The same text as in the primary storage.
    Latest,
    /// A text that the primary storage refused, and that is newer than what it
    /// holds.
    Unsaved,
}

impl Record {
    const fn name(self) -> &'static str {
        match self {
            Self::Latest => "latest",
            Self::Unsaved => "unsaved",
        }
    }
}

/// What the mirror holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mirrored {
    /// See [`Record::Latest`].
    pub latest: Option<String>,
    /// See [`Record::Unsaved`].
    pub unsaved: Option<String>,
}

/// Writes a record over the one before, without waiting. A failure changes
/// nothing: the primary copy is what counts.
pub fn put(record: Record, text: &str) {
    let _ = put_text(record.name(), text);
}

/// Removes a record, without waiting.
pub fn remove(record: Record) {
    let _ = remove_text(record.name());
}

/// Removes everything; whether it is gone for certain.
pub async fn clear() -> bool {
    let gone = JsFuture::from(clear_all()).await;
    gone.is_ok_and(|gone| gone.is_truthy())
}

/// What is there. `None` where the browser does not let us look, or does not
/// answer in time: then nothing is known, and nothing may be written over it.
pub async fn get() -> Option<Mirrored> {
    let texts = get_texts(Record::Latest.name(), Record::Unsaved.name());
    let texts: Array = JsFuture::from(texts).await.ok()?.dyn_into().ok()?;
    Some(Mirrored {
        latest: texts.get(0).as_string(),
        unsaved: texts.get(1).as_string(),
    })
}
