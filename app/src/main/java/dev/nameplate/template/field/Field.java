package dev.nameplate.template.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declared parameter of a template.
 *
 * @param name as the template writes it; query parameters match it and its aliases ignoring case
 * @param kind decides how values are cleaned, checked and shown
 * @param fallback used where the value is missing, as the author wrote it; empty for none. An
 *     image's is a path below {@code assets}.
 * @param required where its value is missing, the template's standard design is drawn in place of
 *     the whole picture
 * @param aliases other names that it is matched by; may be empty
 * @param maxLength in code points, 1 to 2,048; a longer value is cut between grapheme clusters
 * @param letterCase how a value's letter case is changed
 * @param options the values of a choice, as they are drawn; empty for other kinds
 * @param min smallest number or amount accepted; empty for no limit
 * @param max largest number or amount accepted; empty for no limit
 * @param currency ISO 4217 code of a money field; empty for other kinds
 * @param input a date pattern (ICU) that is read besides ISO 8601 and the usual forms; empty for
 *     none
 * @param hosts the hosts that an image may be fetched from, as {@link HostList} defines them; empty
 *     means none
 * @param allow content that a text may have besides prose; empty for none
 * @param units words that may follow or precede a number and are not drawn; may be empty
 * @param epoch whether 1970-01-01T00:00:00Z is a date; otherwise it counts as missing, since
 *     programs write it for "no date"
 * @param onlyInCodes whether the field is used in {@code data} of codes only, so that spaces are
 *     kept as they are
 * @param direction writing direction of its value; {@code AUTO} takes that of the first strong
 *     letter (UAX #9, rules P2 and P3)
 */
public record Field(
    String name,
    FieldKind kind,
    Optional<String> fallback,
    boolean required,
    List<String> aliases,
    int maxLength,
    LetterCase letterCase,
    List<String> options,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<String> currency,
    Optional<String> input,
    List<String> hosts,
    Set<AllowedContent> allow,
    List<String> units,
    boolean epoch,
    boolean onlyInCodes,
    TextDirection direction) {
  public Field {
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
    hosts = List.copyOf(hosts);
    allow = Set.copyOf(allow);
    units = List.copyOf(units);
  }

  /** A copy with {@link #onlyInCodes} set. */
  public Field inCodesOnly() {
    return new Field(
        name,
        kind,
        fallback,
        required,
        aliases,
        maxLength,
        letterCase,
        options,
        min,
        max,
        currency,
        input,
        hosts,
        allow,
        units,
        epoch,
        true,
        direction);
  }

  /**
   * The direction of a field that states none: left to right for codes and URLs, {@code AUTO} for
   * all other kinds.
   */
  public static TextDirection defaultDirection(FieldKind kind) {
    return kind == FieldKind.CODE || kind == FieldKind.URL ? TextDirection.LTR : TextDirection.AUTO;
  }

  /**
   * Whether an image of this field may be fetched from a host.
   *
   * @param host a host name or an IP address, an IPv6 address with or without brackets; compared
   *     ignoring case
   * @return false also where the field lists no hosts
   * @see HostList
   */
  public boolean listsHost(String host) {
    return HostList.lists(hosts, host);
  }
}
