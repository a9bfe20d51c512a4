package dev.nameplate.api;

import java.util.Optional;

/**
 * One thing that is wrong with a call.
 *
 * @param path where it stands in the body, {@code $.layers.nmae}; {@code $} for the call itself
 * @param code what kind of fault it is
 * @param message what is wrong and what is allowed; never a value
 * @param nearest the existing name that is most like the one in the body; empty where none is like
 *     it
 */
public record ApiFault(String path, ErrorCode code, String message, Optional<String> nearest) {
  /**
   * Returns a fault that suggests no other name.
   *
   * @param path where the fault is in the body, such as {@code $.layers.name}; {@code $} for the
   *     call itself
   * @param message what is wrong and what is allowed; never a value of the caller
   */
  public static ApiFault of(String path, ErrorCode code, String message) {
    return new ApiFault(path, code, message, Optional.empty());
  }
}
