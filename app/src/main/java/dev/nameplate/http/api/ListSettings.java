package dev.nameplate.http.api;

/**
 * What lists of {@code POST /v1/urls} may take.
 *
 * @param maxBytes the longest list, in bytes; at least 1
 * @param atOnce how many are worked on at a time, at least 1; twice as many may be there, with
 *     those that come in and those that wait
 */
public record ListSettings(long maxBytes, int atOnce) {
  /** 32 MiB, four at a time. */
  public static final ListSettings DEFAULT = new ListSettings(32L << 20, 4);

  /**
   * @throws IllegalArgumentException where a limit is less than 1
   */
  public ListSettings {
    if (maxBytes < 1 || atOnce < 1) {
      throw new IllegalArgumentException(
          "NAMEPLATE_LIST_BYTES and NAMEPLATE_LISTS must be 1 or more, not "
              + maxBytes
              + " and "
              + atOnce);
    }
  }
}
