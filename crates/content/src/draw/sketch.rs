//! What the drawings of the pages are made with.

use hipec_core::{
    drawing::drawing,
    markup::{Element, el},
};

/// A shape: its role (a class) and its outline.
pub(super) type Shape = (&'static str, &'static str);
/// A number of the legend, and where it stands.
pub(super) type Mark = (u8, u16, u16);

/// Draws shapes in order, then the legend's numbers on top. The words are in
/// the legend beside the drawing.
pub(super) fn sketch(view_box: &'static str, shapes: &[Shape], marks: &[Mark]) -> Element {
    let shapes = shapes
        .iter()
        .map(|(class, d)| el("path").class(*class).attr("d", *d));
    let marks = marks.iter().map(|(number, x, y)| {
        let (x, y) = (x.to_string(), y.to_string());
        let disc = el("circle")
            .attr("cx", x.clone())
            .attr("cy", y.clone())
            .attr("r", "12");
        let digits = el("text")
            .attr("x", x)
            .attr("y", y)
            .attr("dy", "5")
            .attr("text-anchor", "middle")
            .text(number.to_string());
        el("g").class("mark").child(disc).child(digits)
    });
    let mut size = view_box.split(' ').skip(2);
    let (width, height) = (
        size.next().unwrap_or_default(),
        size.next().unwrap_or_default(),
    );
    drawing("drawing", view_box, width, height)
        .children(shapes)
        .children(marks)
}
