//! A QR code on the screen.

use hipec_core::{qr, words::ChecklistText};

use crate::{
    checklist::desk::Desk,
    element::{El, View, el, nothing},
};

/// How wide the light border is, in modules. The standard asks for four.
const BORDER: usize = 4;

/// The code of a text, dark on white in every colour scheme: cameras want it
/// so. Nothing if the text is too long.
pub(super) fn code(desk: Desk, text: &str) -> View {
    let Some(code) = qr::encode(text) else {
        return nothing();
    };
    let side = (code.size() + 2 * BORDER).to_string();
    let ground = el("path")
        .attr("fill", "#fff")
        .attr("d", ["M0 0h", &side, "v", &side, "H0z"].concat());
    let modules = el("path").attr("fill", "#000").attr("d", outline(&code));
    let drawing: El = el("svg")
        .class("qr")
        .attr("viewBox", ["0 0 ", &side, " ", &side].concat())
        .attr("width", "100%")
        .attr("role", "img")
        .attr("aria-label", desk.text(ChecklistText::KeepQr))
        // No thin lines between the modules.
        .attr("shape-rendering", "crispEdges")
        .child(ground)
        .child(modules);
    drawing.into_view()
}

/// All dark modules as one path: a bar for each run in a row.
fn outline(code: &qr::Qr) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.is_dark(x, y) && x < code.size() {
                x += 1;
            }
            if x > start {
                let parts = ["M", " ", "h", "v1H"];
                let numbers = [start + BORDER, y + BORDER, x - start, start + BORDER];
                for (part, number) in parts.into_iter().zip(numbers) {
                    path.push_str(part);
                    path.push_str(&number.to_string());
                }
                path.push('z');
            }
            x += 1;
        }
    }
    path
}
