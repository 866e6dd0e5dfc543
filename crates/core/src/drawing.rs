//! The site's own small drawings: icons and its sign.
//!
//! Icons have one stroke and one grid of 24. The sign is the eight-pointed
//! star of Iraqi tiles and brickwork: two squares turned against each other.

use crate::markup::{Element, el};

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say what they show")]
pub enum Icon {
    Menu,
    Clock,
    Check,
    Cross,
    Info,
    Attention,
    Urgent,
    Up,
    Down,
    Forward,
    Back,
    Undo,
    Redo,
    Balance,
    Question,
    Lock,
    Pencil,
    Bin,
    Plus,
    Hospital,
    Share,
    Print,
    Copy,
    File,
    Search,
}

impl Icon {
    /// The outline, as an SVG path in a box of 24 by 24.
    const fn path(self) -> &'static str {
        match self {
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.2",
            Self::Attention => "M12 4l9 16H3zM12 10.5v4.5M12 17.6v.2",
            Self::Urgent => "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v6M12 16.6v.2",
            Self::Up => "M12 19V5.5M6 11l6-6 6 6",
            Self::Down => "M12 5v13.5M6 13l6 6 6-6",
            Self::Forward => "M5 12h13.5M13 6l6 6-6 6",
            Self::Back => "M19 12H5.5M11 6l-6 6 6 6",
            Self::Undo => "M8.5 5L4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-3",
            Self::Redo => "M15.5 5L20 9.5 15.5 14M20 9.5H10a5.5 5.5 0 0 0 0 11h3",
            Self::Balance => "M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
            Self::Question => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.3 9.5a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2 1-1.2 1.9M12 16.8v.2"
            }
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Self::Pencil => "M4 20l1-4L16 5l3 3L8 19z",
            Self::Bin => "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Hospital => "M5 20V5h14v15M3 20h18M12 8v6M9 11h6M10 20v-3h4v3",
            Self::Share => "M12 15V4M8 7.5L12 4l4 3.5M6 12H5v8h14v-8h-1",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Copy => "M9 8h11v12H9zM15 8V4H4v12h5",
            Self::File => "M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14.5l3 3 3-3",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
        }
    }

    /// Whether the icon points along the line and so turns with the script.
    const fn mirrors(self) -> bool {
        matches!(
            self,
            Self::Forward | Self::Back | Self::Undo | Self::Redo | Self::Question
        )
    }
}

/// An icon beside words that say the same; hidden from screen readers.
#[must_use]
pub fn icon(icon: Icon) -> Element {
    let class = if icon.mirrors() {
        "icon icon-mirrors"
    } else {
        "icon"
    };
    drawing(class, "0 0 24 24", "24", "24").child(el("path").attr("d", icon.path()))
}

/// An inline drawing that says nothing to screen readers.
#[must_use]
pub fn drawing(
    class: &'static str,
    view_box: &'static str,
    width: &'static str,
    height: &'static str,
) -> Element {
    el("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr("width", width)
        .attr("height", height)
        .attr("aria-hidden", "true")
}

/// Two squares of the same size, one standing on its corner.
const STAR: &str = "M12 1.5l3.1 3.1h4.3v4.3l3.1 3.1-3.1 3.1v4.3h-4.3l-3.1 3.1-3.1-3.1H4.6v-4.3L1.5 12l3.1-3.1V4.6h4.3z";
/// A small square within, on its corner.
const HEART: &str = "M12 8.3l3.7 3.7-3.7 3.7L8.3 12z";
/// One star of the row with half a line on each side.
const BAND: &str = "M0 8h8.5M23.5 8H32M16 .8l2.1 2.1h3v3L23.2 8l-2.1 2.1v3h-3L16 15.2l-2.1-2.1h-3v-3L8.8 8l2.1-2.1v-3h3zM16 5.8L18.2 8 16 10.2 13.8 8z";

/// The star, as a sign beside the site's name.
#[must_use]
pub fn star() -> Element {
    drawing("star", "0 0 24 24", "36", "36")
        .child(el("path").class("star-body").attr("d", STAR))
        .child(el("path").class("star-heart").attr("d", HEART))
}

/// A row of stars joined by lines, once below the header.
#[must_use]
pub fn band() -> Element {
    let pattern = el("pattern")
        .attr("id", "band-star")
        .attr("width", "32")
        .attr("height", "16")
        .attr("patternUnits", "userSpaceOnUse")
        .child(el("path").attr("d", BAND));
    let row = el("rect")
        .attr("width", "100%")
        .attr("height", "16")
        .attr("fill", "url(#band-star)");
    el("svg")
        .class("band")
        .attr("width", "100%")
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .child(el("defs").child(pattern))
        .child(row)
}
