package dev.nameplate.serve;

/**
 * How busy drawing is at an instant.
 *
 * @param active pictures being drawn
 * @param permits how many may be at a time
 * @param queued pictures that wait for a permit
 * @param room how many may wait
 */
public record RenderLoad(int active, int permits, int queued, int room) {}
