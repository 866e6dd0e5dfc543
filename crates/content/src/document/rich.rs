//! Running text with its few kinds of markup.

use hipec_core::route::PageId;

/// A run of text with markup.
pub type Rich = Vec<Inline>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Latin letters, digits and signs that belong together, such as `CC-0` or
    /// `PRODIGE 7`, in a text that runs right to left.
    Isolate(String),
    /// Of strong importance.
    Strong(Rich),
    /// Stressed, or a title.
    Emphasis(Rich),
    /// A link to a page of this site, in the same language.
    Page {
        /// The words of the link.
        text: String,
        /// Where it leads.
        page: PageId,
        /// The heading on that page, if not its top.
        anchor: Option<String>,
    },
    /// A medical term that is explained in place.
    Term {
        /// The words as they stand in the sentence.
        text: String,
        /// The id of the [`TermNote`](super::TermNote) of the same page.
        term: String,
    },
    /// A link to another site.
    Web {
        /// The words of the link.
        text: String,
        /// An `https://` address.
        url: String,
    },
    /// A citation: the number of a source in the page's list, from 1.
    Cite(u16),
}

/// The words of a text without markup and citations.
#[cfg(test)]
pub(crate) fn plain_text(rich: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(rich, &mut out);
    out
}

#[cfg(test)]
fn push_plain(rich: &[Inline], out: &mut String) {
    for inline in rich {
        match inline {
            Inline::Text(text)
            | Inline::Isolate(text)
            | Inline::Page { text, .. }
            | Inline::Term { text, .. }
            | Inline::Web { text, .. } => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_plain(inner, out),
            Inline::Cite(_) => {}
        }
    }
}
