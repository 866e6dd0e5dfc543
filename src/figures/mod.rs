//! Drawings, as inline SVG from data.

mod circuit;
mod peritoneum;
pub mod range;

use hipec_core::content::FigureId;
use leptos::prelude::*;

/// The drawing of a figure. Its words are in the legend beside it.
pub fn drawing(figure: FigureId) -> AnyView {
    match figure {
        FigureId::Peritoneum => peritoneum::peritoneum(),
        FigureId::Circuit => circuit::circuit(),
    }
}

/// A shape: its role (a class) and its outline.
type Shape = (&'static str, &'static str);
/// A number of the legend, where it stands.
type Mark = (u8, u16, u16);

/// Draws shapes in order, then the legend's numbers on top.
fn sketch(view_box: &'static str, shapes: &[Shape], marks: &[Mark]) -> AnyView {
    let shapes: Vec<_> = shapes
        .iter()
        .map(|(class, d)| view! { <path class=*class d=*d/> })
        .collect();
    let marks: Vec<_> = marks
        .iter()
        .map(|(number, x, y)| {
            view! {
                <g class="mark">
                    <circle cx=*x cy=*y r="12"/>
                    <text x=*x y=*y dy="5" text-anchor="middle">{number.to_string()}</text>
                </g>
            }
        })
        .collect();
    view! {
        <svg class="drawing" viewBox=view_box aria-hidden="true" focusable="false">{shapes}{marks}</svg>
    }
    .into_any()
}
