package dev.nameplate.serve;

/**
 * How busy drawing is at one instant.
 *
 * @param active pictures that are being drawn
 * @param permits how many may be drawn at a time
 * @param queued pictures that wait for a permit
 * @param capacity how many may wait
 */
public record RenderLoad(int active, int permits, int queued, int capacity) {}
