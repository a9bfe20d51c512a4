package dev.nameplate.edit;

import dev.nameplate.edit.text.JsonText;
import dev.nameplate.edit.text.TextPlace;
import java.util.Optional;

/** The result of saving a draft. */
public sealed interface SaveResult {
  /**
   * It is saved, or equals what is there already.
   *
   * @param state after the save
   */
  record Saved(DraftState state) implements SaveResult {}

  /**
   * Somebody else has saved since; nothing was changed.
   *
   * @param theirs what is stored
   * @param mine what was to be saved
   */
  record Conflict(DraftState theirs, JsonText mine) implements SaveResult {}

  /**
   * It is no JSON object.
   *
   * @param place where; empty where that is not known
   * @param problem a few words about it
   */
  record Malformed(Optional<TextPlace> place, String problem) implements SaveResult {}

  /**
   * It is too large.
   *
   * @param given what was given, {@code 501 layers}
   * @param allowed what is allowed, {@code at most 500}
   */
  record TooLarge(String given, String allowed) implements SaveResult {}

  /** There is neither a draft nor a template of this id. */
  record Unknown() implements SaveResult {}

  /** The work folder is missing, read-only or full; nothing was changed. */
  record Refused() implements SaveResult {}
}
