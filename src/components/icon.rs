//! The icons: one stroke, one grid of 24, drawn for this site.

use leptos::prelude::*;

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
    Undo,
    Redo,
    Balance,
    Question,
    Lock,
    Pencil,
    Bin,
    Plus,
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
        }
    }

    /// Whether the icon points along the line and so turns with the script.
    const fn mirrors(self) -> bool {
        matches!(
            self,
            Self::Forward | Self::Undo | Self::Redo | Self::Question
        )
    }
}

/// An icon beside words that say the same; hidden from screen readers.
pub fn icon(icon: Icon) -> impl IntoView {
    let class = if icon.mirrors() {
        "icon icon-mirrors"
    } else {
        "icon"
    };
    view! {
        <svg class=class viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=icon.path()/>
        </svg>
    }
}
