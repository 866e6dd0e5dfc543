//! Handing a text over: to the clipboard, or to another program.

use hipec_core::{drawing::Icon, words::ChecklistText};

use super::{desk::Desk, fields::sign_button};
use crate::element::El;

/// A button that copies a text, and says whether it did.
pub(super) fn copy(desk: Desk, text: impl Fn() -> String + Send + 'static) -> El {
    sign_button(desk, Icon::Copy, ChecklistText::Copy)
        .on("click", move |_| hand(desk, text(), false))
}

/// A button that opens the system's sheet; where there is none, it copies.
pub(super) fn share(desk: Desk, text: impl Fn() -> String + Send + 'static) -> El {
    sign_button(desk, Icon::Share, ChecklistText::Send)
        .on("click", move |_| hand(desk, text(), true))
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn hand(desk: Desk, text: String, share: bool) {
    #[cfg(not(feature = "ssr"))]
    use crate::platform::{clipboard, share as sheet};
    // The sheet opens only while the tap counts.
    #[cfg(not(feature = "ssr"))]
    let shared = share.then(|| sheet::text("", &text));
    #[cfg(not(feature = "ssr"))]
    leptos::task::spawn_local(async move {
        let taken = match shared {
            Some(shared) => shared.await != sheet::Shared::NotPossible,
            None => false,
        };
        if taken {
            return;
        }
        let word = if clipboard::copy(&text).await {
            ChecklistText::Copied
        } else {
            ChecklistText::CopyFailed
        };
        desk.say(word, &[]);
    });
}
