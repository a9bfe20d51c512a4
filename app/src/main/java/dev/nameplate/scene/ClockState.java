package dev.nameplate.scene;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The instant that a picture is drawn for, and what its countdowns show then.
 *
 * @param at empty for a picture without a clock: its countdowns show what the template provides for
 *     a countdown without an end, or are hidden
 * @param seconds whether clocks show seconds
 * @param ticks whether a clock with seconds has not ended yet
 * @param faces what each countdown shows, as part of the picture's key: states with equal faces
 *     give equal pictures
 * @param until when a countdown next shows something else; empty if none ever will
 */
public record ClockState(
    Optional<Instant> at,
    boolean seconds,
    boolean ticks,
    List<String> faces,
    Optional<Instant> until) {
  /** The state of a picture without a clock. */
  public static final ClockState NONE =
      new ClockState(Optional.empty(), false, false, List.of(), Optional.empty());

  public ClockState {
    faces = List.copyOf(faces);
  }
}
