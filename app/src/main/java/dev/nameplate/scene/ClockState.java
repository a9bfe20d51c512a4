package dev.nameplate.scene;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The instant that a picture is drawn for, as far as it shows.
 *
 * @param at empty for a picture without a clock: countdowns step aside
 * @param seconds whether clocks show their seconds
 * @param ticks whether any of those clocks still runs
 * @param faces what each countdown shows, for the picture's key; moments with equal faces give
 *     equal pictures
 * @param until when one of them next shows something else; empty where none ever will
 */
public record ClockState(
    Optional<Instant> at,
    boolean seconds,
    boolean ticks,
    List<String> faces,
    Optional<Instant> until) {
  /** No time at all. */
  public static final ClockState NONE =
      new ClockState(Optional.empty(), false, false, List.of(), Optional.empty());

  public ClockState {
    faces = List.copyOf(faces);
  }
}
