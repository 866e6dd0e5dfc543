//! The circuit of the heated fluid: reservoir, pump, heater, belly and back.

use hipec_core::markup::Element;

use super::sketch::{Mark, Shape, sketch};

const SHAPES: &[Shape] = &[
    // Outflow: from the belly back to the reservoir.
    ("tube tube-out", "M250 196v66H76v-70"),
    // Inflow: reservoir, pump, heater, belly.
    ("tube tube-in", "M76 112V60h70M194 60h62M304 60h26v70"),
    // The reservoir with its fluid.
    ("machine", "M48 108h56v84a8 8 0 0 1-8 8H56a8 8 0 0 1-8-8z"),
    ("fluid", "M48 140h56v52a8 8 0 0 1-8 8H56a8 8 0 0 1-8-8z"),
    // The pump: a wheel.
    ("machine", "M146 60a24 24 0 1 0 48 0 24 24 0 1 0-48 0"),
    ("detail", "M170 42v36M154 51l32 18M186 51l-32 18"),
    // The heater: plates.
    ("machine", "M256 38h48v44h-48z"),
    ("detail", "M266 46v28M276 46v28M286 46v28M294 46v28"),
    // The belly, open from above.
    (
        "body",
        "M206 168c0-28 42-44 84-44s84 16 84 44-42 44-84 44-84-16-84-44z",
    ),
    (
        "fluid",
        "M226 168c0-18 30-30 64-30s64 12 64 30-30 30-64 30-64-12-64-30z",
    ),
    // Waves of warmth.
    ("wave", "M252 168q9-8 18 0t18 0 18 0 18 0"),
    // Temperature probes.
    (
        "probe",
        "M346 128v34M346 170a5 5 0 1 0 .1 0M232 214v-22M232 184a5 5 0 1 0 .1 0",
    ),
    // Arrows along the way.
    (
        "arrow",
        "M110 54l10 6-10 6M222 54l10 6-10 6M324 100l6 10 6-10M182 256l-10 6 10 6",
    ),
];

const MARKS: &[Mark] = &[
    (1, 26, 152),
    (2, 170, 20),
    (3, 322, 32),
    (4, 352, 86),
    (5, 150, 282),
    (6, 380, 132),
];

/// The drawing.
pub(super) fn circuit() -> Element {
    sketch("8 2 392 300", SHAPES, MARKS)
}
