package dev.nameplate.template.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One declared parameter of a template.
 *
 * @param name as the template writes it; parameters match it and its aliases without case
 * @param fallback drawn where the value is missing, as the author wrote it
 * @param required where missing, the whole picture is drawn as if no data had come
 * @param maxLength in code points; a longer value is cut at a grapheme
 * @param options of a choice, as they are drawn; empty for other kinds
 * @param min smallest number or amount accepted
 * @param max largest number or amount accepted
 * @param currency ISO 4217 code of a money field
 * @param input an ICU date pattern accepted beside the standard forms
 * @param hosts the hosts an image may be fetched from; empty means none
 * @param allow what a text may hold beside prose
 * @param units words that may stand beside a number, and are not drawn
 * @param epoch whether the first second of 1970 is a date, and not what programs write for none
 * @param direction in which its value is written; {@code AUTO} goes by its first letter
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
    TextDirection direction) {
  public Field {
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
    hosts = List.copyOf(hosts);
    allow = Set.copyOf(allow);
    units = List.copyOf(units);
  }

  /** A field of a kind with every default. */
  public static Field of(String name, FieldKind kind) {
    return new Field(
        name,
        kind,
        Optional.empty(),
        false,
        List.of(),
        kind.defaultMaxLength(),
        LetterCase.KEEP,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        List.of(),
        false,
        defaultDirection(kind));
  }

  /** Codes and addresses are written from the left, whatever the words around them. */
  public static TextDirection defaultDirection(FieldKind kind) {
    return kind == FieldKind.CODE || kind == FieldKind.URL ? TextDirection.LTR : TextDirection.AUTO;
  }

  /**
   * Whether an image may come from a host: one that is listed, without case, or stands below a
   * listed {@code *.example.com}.
   *
   * @param host a name, or an address with or without brackets
   */
  public boolean listsHost(String host) {
    return HostList.lists(hosts, host);
  }
}
