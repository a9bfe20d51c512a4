package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import java.awt.Shape;

/**
 * One line of set text.
 *
 * @param outline the letters, placed, in pixels at 1x; shared, never changed
 * @param baseline y of the baseline, in pixels at 1x
 * @param advance width from pen start to pen end, in pixels at 1x
 * @param ink the bounds of the letters and their outline stroke, in pixels at 1x
 */
public record Line(Shape outline, double baseline, double advance, Box ink) {}
