//! Where the script of the page about what the device keeps does its work.

use hipec_core::{
    markup::{Element, el},
    words::PageText,
};

use super::Language;

/// The words that `src/recover.js` uses, by the names under which it looks for
/// them. They travel as attributes, because that script knows no language and
/// must not need the program.
const WORDS: [(&str, PageText); 23] = [
    ("data-nothing", PageText::KeptNothing),
    ("data-blocked", PageText::KeptBlocked),
    ("data-mirror-blocked", PageText::KeptMirrorBlocked),
    ("data-checklist", PageText::KeptChecklist),
    ("data-set-aside", PageText::KeptSetAside),
    ("data-before-repair", PageText::KeptBeforeRepair),
    ("data-before-merge", PageText::KeptBeforeMerge),
    ("data-backup", PageText::KeptBackup),
    ("data-questions", PageText::KeptQuestions),
    ("data-language", PageText::KeptLanguage),
    ("data-mirror", PageText::KeptMirror),
    ("data-unsaved", PageText::KeptUnsaved),
    ("data-other", PageText::KeptOther),
    ("data-size", PageText::KeptSize),
    ("data-download", PageText::KeptDownload),
    ("data-download-all", PageText::KeptDownloadAll),
    ("data-erase", PageText::KeptErase),
    ("data-erase-text", PageText::KeptEraseText),
    ("data-erased", PageText::KeptErased),
    ("data-not-erased", PageText::KeptNotErased),
    ("data-undo", PageText::KeptUndo),
    ("data-restored", PageText::KeptRestored),
    ("data-not-restored", PageText::KeptNotRestored),
];

/// An empty place for the list, and what is said while no script fills it.
pub(super) fn kept_data(language: &Language) -> Element {
    let place = WORDS
        .into_iter()
        .fold(el("div").attr("id", "kept"), |place, (name, key)| {
            place.attr(name, language.text(key))
        });
    // The script takes this away. It stays where scripts are switched off, and
    // also where the script itself did not arrive.
    let missing = el("p")
        .class("callout callout-info")
        .attr("id", "kept-missing")
        .text(language.text(PageText::KeptNeedsScript));
    // There from the beginning, so that screen readers notice when it changes.
    let said = el("p")
        .class("kept-said")
        .attr("id", "kept-said")
        .attr("role", "status");
    place.class("kept").child(missing).child(said)
}
