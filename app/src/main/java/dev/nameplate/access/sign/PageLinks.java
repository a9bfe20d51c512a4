package dev.nameplate.access.sign;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Links to a template's page with values in its form. The values are encrypted as those of a
 * picture's URL are ({@link SealedFields}), but for the page alone: a recipient's URL cannot be
 * read there, and a link to the page draws no picture. Safe for many threads.
 */
public final class PageLinks {
  /** How long a link opens the page with its values. */
  public static final Duration LIFE = Duration.ofHours(24);

  /** The parameter of a page's address that holds the encrypted values. */
  public static final String PARAMETER = ControlParameters.SEALED;

  private static final String PATH = "/t/";

  private final KeyRing keys;
  private final SealedFields sealed;
  private final InstantSource clock;

  /**
   * @param keys the first seals, all open; without any there are no links
   * @param clock decides when a link ends
   */
  public PageLinks(KeyRing keys, InstantSource clock) {
    this.keys = keys;
    this.sealed = new SealedFields(keys);
    this.clock = clock;
  }

  /**
   * Returns a link from its path on, without scheme and host, good for {@link #LIFE} from now;
   * empty if there is no key.
   *
   * @param template the id
   * @param values by field
   */
  public Optional<String> write(String template, Map<String, String> values) {
    SealedValues hidden =
        new SealedValues(
            values, Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(LIFE)));
    return keys.first()
        .map(key -> SealedFields.seal(key, PATH + template, hidden))
        .map(text -> PATH + template + "?" + PARAMETER + "=" + text);
  }

  /**
   * Returns the values of a link by field; empty if the text is not that of a link to this
   * template's page, or if its time is over.
   *
   * @param template the id
   * @param text of the parameter {@code _x}, of any content
   */
  public Map<String, String> read(String template, String text) {
    return sealed
        .open(PATH + template, text)
        .filter(hidden -> hidden.expires().map(clock.instant()::isBefore).orElse(false))
        .map(SealedValues::values)
        .orElse(Map.of());
  }
}
