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
 * Reads wordings and conditions in the part of Liquid that a picture needs: outputs with filters,
 * and comparisons. Authors' texts only; a recipient's value is never read as Liquid.
 */
public final class Liquid {
  /** A name that is not inside quotes, or a quoted text as a whole. */
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*:?|\\||[^\\s'\"|A-Za-z_]+");

  /** What some write to break a line; it would be drawn as it stands. */
  private static final Pattern HTML_LINE_BREAK =
      Pattern.compile("<\\s*/?\\s*br\\b[^>]*>|&lt;\\s*br\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<String> WORDS =
      Set.of("and", "or", "contains", "true", "false", "nil", "null", "empty", "blank");

  /** Values have no line breaks, and HTML is drawn as it stands. */
  private static final String BREAKS_LINES = "newline_to_br";

  private static final Set<String> CLOCK = Set.of("now", "today");

  /** Filters whose answer is a number. */
  private static final Set<String> RECKONING =
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

  /** What a wording is for. */
  public enum Purpose {
    /** To be drawn as text. */
    TEXT,
    /** To stand for the picture where it is not seen. */
    ALTERNATIVE,
    /** To be read by scanners. */
    CODE,
    /** To be a number of a layer. */
    NUMBER;

    boolean takesPayloads() {
      return this == CODE || this == ALTERNATIVE;
    }

    /** Whether people read it, in their own digits. */
    boolean isRead() {
      return this == TEXT || this == ALTERNATIVE;
    }
  }

  /**
   * Reads texts that are drawn.
   *
   * @param fields the declared ones, by name
   */
  public Liquid(Locale locale, ZoneId zone, Map<String, Field> fields) {
    this(locale, zone, Purpose.TEXT, parser(locale, zone, Purpose.TEXT), fields.keySet(), fields);
  }

  private Liquid(
      Locale locale,
      ZoneId zone,
      Purpose purpose,
      TemplateParser parser,
      Collection<String> fields,
      Map<String, Field> declared) {
    this.locale = locale;
    this.zone = zone;
    this.purpose = purpose;
    this.parser = parser;
    this.fields = fields;
    this.declared = declared;
  }

  private static TemplateParser parser(Locale locale, ZoneId zone, Purpose purpose) {
    DateNames names = purpose.isRead() ? DateNames.of(locale) : DateNames.forPrograms(locale);
    TemplateParser.Builder builder =
        new TemplateParser.Builder()
            .withLocale(locale)
            .withDefaultTimeZone(zone)
            .withFilter(new NumberFilter(locale))
            .withFilter(new DateFilter(names, zone));
    TextFilters.of(locale).forEach(builder::withFilter);
    return builder.build();
  }

  /** The direction that all of some fields state; that of none goes by its first letter. */
  private TextDirection direction(Collection<String> names) {
    List<TextDirection> stated =
        names.stream()
            .map(declared::get)
            .map(field -> field == null ? TextDirection.AUTO : field.direction())
            .distinct()
            .toList();
    return stated.size() == 1 ? stated.get(0) : TextDirection.AUTO;
  }

  /** The same with more names than the fields'. */
  public Liquid with(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(fields);
    all.addAll(more);
    return new Liquid(locale, zone, purpose, parser, all, declared);
  }

  /** The same for wordings of another purpose. */
  public Liquid forPurpose(Purpose other) {
    TemplateParser suited =
        purpose.isRead() == other.isRead() ? parser : parser(locale, zone, other);
    return new Liquid(locale, zone, other, suited, fields, declared);
  }

  public Locale locale() {
    return locale;
  }

  public ZoneId zone() {
    return zone;
  }

  /** A wording; what is wrong with it is noted at a JSON path. */
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

  /** A condition; what is wrong with it is noted at a JSON path. */
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
      if (isName(token) && !WORDS.contains(token)) {
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
        : parsed.map(template -> new LiquidCondition(source, named, template));
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
    boolean reckoned = false;
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
        reckoned = RECKONING.contains(name);
      } else if (CLOCK.contains(unquoted(name))) {
        faultCollector.add(
            path, quoted(inside), "fields; the clock is not one: a picture has no time");
      } else if (isName(name) && !WORDS.contains(name)) {
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
    LocalDigits digits = reckoned && purpose.isRead() ? LocalDigits.of(locale) : LocalDigits.LATIN;
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

  /** Empty where the library cannot read it. */
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
   * A template with values in place. The library keeps the values of a rendering in the template,
   * so one goes on at a time: or they would show in another recipient's picture.
   */
  static String rendered(liqp.Template template, Map<String, Object> values) {
    synchronized (template) {
      return template.renderUnguarded(values);
    }
  }

  private static void checkFilter(String name, String path, FaultCollector faultCollector) {
    Set<String> known = new TreeSet<>(Filters.DEFAULT_FILTERS.getMap().keySet());
    known.add(NumberFilter.NAME);
    known.remove(BREAKS_LINES);
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
