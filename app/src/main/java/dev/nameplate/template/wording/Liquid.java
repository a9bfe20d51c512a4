package dev.nameplate.template.wording;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.TextDirection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateParser;
import liqp.filters.Filters;

/**
 * Parses wordings and conditions in a subset of Liquid: outputs with filters, and comparisons; no
 * tags. It reads authors' texts only, never a recipient's value. Safe for many threads.
 */
public final class Liquid {
  /** A text in quotes, a name (with the colon after a filter), a pipe, or anything else. */
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*:?|\\||[^\\s'\"|A-Za-z_]+");

  /** HTML for a line break, which is a fault: it would be drawn as text. */
  private static final Pattern HTML_LINE_BREAK =
      Pattern.compile("<\\s*/?\\s*br\\b[^>]*>|&lt;\\s*br\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "contains", "true", "false", "nil", "null", "empty", "blank");

  /** A filter that is not offered: values have no line breaks, and HTML is drawn as text. */
  private static final String LINE_BREAK_FILTER = "newline_to_br";

  private static final Set<String> CLOCK_NAMES = Set.of("now", "today");

  /** Filters whose result is a number. */
  private static final Set<String> ARITHMETIC_FILTERS =
      Set.of(
          "abs",
          "at_least",
          "at_most",
          "ceil",
          "divided_by",
          "floor",
          "minus",
          "modulo",
          "plus",
          "round",
          "size",
          "times");

  private final Locale locale;
  private final ZoneId zone;
  private final Purpose purpose;
  private final TemplateParser parser;
  private final Collection<String> fields;
  private final Map<String, Field> declared;

  /** What a wording is used for. */
  public enum Purpose {
    /** Drawn as text. */
    TEXT,
    /** The alternative text of the picture. */
    ALTERNATIVE,
    /** The content of a QR code or barcode. */
    CODE,
    /** A number of a layer, such as the value of a progress bar. */
    NUMBER;

    /** Whether fields of kind {@code payload} may be used. */
    boolean takesPayloads() {
      return this == CODE || this == ALTERNATIVE;
    }

    /** Whether people read it, so that numbers and dates have the digits of the locale. */
    boolean isRead() {
      return this == TEXT || this == ALTERNATIVE;
    }
  }

  /**
   * Parses wordings that are drawn as text.
   *
   * @param locale of filters that print numbers and dates or change letter case
   * @param zone of dates that state none
   * @param fields the declared fields by name; naming another is a fault
   */
  public Liquid(Locale locale, ZoneId zone, Map<String, Field> fields) {
    this(locale, zone, Purpose.TEXT, fields.keySet(), fields);
  }

  private Liquid(
      Locale locale,
      ZoneId zone,
      Purpose purpose,
      Collection<String> fields,
      Map<String, Field> declared) {
    this.locale = locale;
    this.zone = zone;
    this.purpose = purpose;
    this.parser = LiquidParsers.of(locale, zone, purpose.isRead());
    this.fields = fields;
    this.declared = declared;
  }

  /** The direction that all given fields state; {@code AUTO} where they differ or there is none. */
  private TextDirection direction(Collection<String> names) {
    List<TextDirection> stated =
        names.stream()
            .map(declared::get)
            .map(field -> field == null ? TextDirection.AUTO : field.direction())
            .distinct()
            .toList();
    return stated.size() == 1 ? stated.get(0) : TextDirection.AUTO;
  }

  /**
   * A copy that accepts more names than those of fields, such as {@code days} of a countdown.
   *
   * @param more names that are no faults in wordings and conditions; added to those accepted so far
   */
  public Liquid with(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(fields);
    all.addAll(more);
    return new Liquid(locale, zone, purpose, all, declared);
  }

  /**
   * A copy for wordings of another purpose, which decides whether payloads may be used and whether
   * numbers and dates have the digits of the locale.
   *
   * @param other the purpose of the copy
   */
  public Liquid forPurpose(Purpose other) {
    return new Liquid(locale, zone, other, fields, declared);
  }

  /** The locale of numbers, dates and letter case. */
  public Locale locale() {
    return locale;
  }

  /** The time zone of dates that state none. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Parses a wording.
   *
   * @param source as the author wrote it
   * @param path JSON path for faults
   * @param faultCollector gets a fault for each part that is wrong
   * @return empty where a fault was added
   */
  public Optional<LiquidWording> wording(
      String source, String path, FaultCollector faultCollector) {
    int before = faultCollector.list().size();
    if (source.contains("{%")) {
      faultCollector.add(path, quoted(source), "output tags {{ … }} and filters; no {% … %} tags");
      return Optional.empty();
    }
    Matcher lineBreak = HTML_LINE_BREAK.matcher(source);
    if (lineBreak.find()) {
      faultCollector.add(
          path,
          quoted(lineBreak.group()),
          "words without HTML; \\n breaks a line where maxLines allows more than one");
    }
    List<LiquidWording.Piece> pieces = pieces(source, path, faultCollector);
    if (faultCollector.list().size() > before) {
      return Optional.empty();
    }
    return Optional.of(new LiquidWording(source, pieces));
  }

  /**
   * Parses a condition.
   *
   * @param source as the author wrote it, without braces
   * @param path JSON path for faults
   * @param faultCollector gets a fault for each part that is wrong
   * @return empty where a fault was added
   */
  public Optional<Condition> condition(String source, String path, FaultCollector faultCollector) {
    int before = faultCollector.list().size();
    Set<String> named = new LinkedHashSet<>();
    Optional<String> hint = ConditionHints.of(source);
    if (hint.isPresent()) {
      faultCollector.add(path, quoted(source), hint.get());
      return Optional.empty();
    }
    Matcher tokens = TOKEN.matcher(source);
    while (tokens.find()) {
      String token = tokens.group();
      if (isName(token) && !KEYWORDS.contains(token)) {
        named.add(token);
        checkField(token, path, faultCollector);
      }
    }
    Optional<liqp.Template> parsed =
        parse("{% if " + source + " %}1{% endif %}")
            .or(
                () -> {
                  faultCollector.add(path, quoted(source), ConditionHints.ALLOWED);
                  return Optional.empty();
                });
    return faultCollector.list().size() > before
        ? Optional.empty()
        : parsed.map(template -> new LiquidCondition(named, template));
  }

  private List<LiquidWording.Piece> pieces(
      String source, String path, FaultCollector faultCollector) {
    List<LiquidWording.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
      checkClosed(source.substring(at, open), source, path, faultCollector);
      int close = source.indexOf("}}", open);
      if (close < 0) {
        faultCollector.add(path, quoted(source), "a }} for each {{");
        return pieces;
      }
      pieces.add(new LiquidWording.Literal(source.substring(at, open)));
      output(source.substring(open + 2, close).strip(), path, faultCollector)
          .ifPresent(pieces::add);
      at = close + 2;
    }
    checkClosed(source.substring(at), source, path, faultCollector);
    pieces.add(new LiquidWording.Literal(source.substring(at)));
    return pieces;
  }

  private static void checkClosed(
      String words, String source, String path, FaultCollector faultCollector) {
    if (words.contains("}}")) {
      faultCollector.add(path, quoted(source), "a {{ for each }}");
    }
  }

  private Optional<LiquidWording.Piece> output(
      String inside, String path, FaultCollector faultCollector) {
    Set<String> named = new LinkedHashSet<>();
    boolean afterPipe = false;
    boolean defaulted = false;
    boolean isNumber = false;
    Matcher tokens = TOKEN.matcher(inside);
    while (tokens.find()) {
      String token = tokens.group();
      if (token.equals("|")) {
        afterPipe = true;
        continue;
      }
      String name = token.endsWith(":") ? token.substring(0, token.length() - 1) : token;
      if (afterPipe) {
        checkFilter(name, path, faultCollector);
        defaulted |= name.equals("default");
        isNumber = ARITHMETIC_FILTERS.contains(name);
      } else if (CLOCK_NAMES.contains(unquoted(name))) {
        faultCollector.add(
            path, quoted(inside), "fields; the clock is not one: a picture has no time");
      } else if (isName(name) && !KEYWORDS.contains(name)) {
        named.add(name);
        checkField(name, path, faultCollector);
        checkPayload(name, path, faultCollector);
      }
      afterPipe = false;
    }
    if (named.isEmpty()) {
      faultCollector.add(
          path, quoted("{{ " + inside + " }}"), FaultCollector.oneOf(inside, fields));
    }
    if (named.size() == 1 && named.contains(inside)) {
      return Optional.of(new LiquidWording.Plain(inside, direction(named)));
    }
    boolean optional = defaulted;
    LocalDigits digits = isNumber && purpose.isRead() ? LocalDigits.of(locale) : LocalDigits.LATIN;
    return parse("{{ " + inside + " }}")
        .or(
            () -> {
              faultCollector.add(
                  path,
                  quoted("{{ " + inside + " }}"),
                  "a field, then filters, each with its values after a colon: {{ name | truncate:"
                      + " 20 | default: 'friend' }}");
              return Optional.empty();
            })
        .map(
            template ->
                new LiquidWording.Filtered(named, optional, digits, direction(named), template));
  }

  /** Parses with the Liquid library; empty where it reports a syntax error. */
  private Optional<liqp.Template> parse(String text) {
    try {
      return Optional.of(parser.parse(text));
    } catch (RuntimeException wrong) {
      return Optional.empty();
    }
  }

  private void checkField(String name, String path, FaultCollector faultCollector) {
    if (!fields.contains(name)) {
      faultCollector.add(path, "the field " + quoted(name), FaultCollector.oneOf(name, fields));
    }
  }

  private void checkPayload(String name, String path, FaultCollector faultCollector) {
    Field field = declared.get(name);
    if (field != null && field.kind() == FieldKind.PAYLOAD && !purpose.takesPayloads()) {
      faultCollector.add(
          path,
          "the payload " + quoted(name),
          "a field of another kind; a payload stands in data of a qr or barcode layer only");
    }
  }

  /**
   * Renders a template of the Liquid library. The library keeps the values of a rendering in the
   * template object; the lock keeps one recipient's values out of another's picture.
   *
   * @throws RuntimeException where a filter or comparison fails on a value
   */
  static String rendered(liqp.Template template, Map<String, Object> values) {
    synchronized (template) {
      return template.renderUnguarded(values);
    }
  }

  private static void checkFilter(String name, String path, FaultCollector faultCollector) {
    Set<String> known = new TreeSet<>(Filters.DEFAULT_FILTERS.getMap().keySet());
    known.add(NumberFilter.NAME);
    known.remove(LINE_BREAK_FILTER);
    if (!known.contains(name)) {
      faultCollector.add(path, "the filter " + quoted(name), FaultCollector.oneOf(name, known));
    }
  }

  private static boolean isName(String token) {
    return token.matches("[A-Za-z_].*");
  }

  private static String unquoted(String token) {
    return token.replaceAll("^['\"]|['\"]$", "").strip();
  }

  private static String quoted(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
