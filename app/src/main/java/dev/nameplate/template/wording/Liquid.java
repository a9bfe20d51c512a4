package dev.nameplate.template.wording;

import dev.nameplate.template.fault.FaultCollector;
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

  private static final Set<String> WORDS =
      Set.of("and", "or", "contains", "true", "false", "nil", "null", "empty", "blank");

  private static final Set<String> CLOCK = Set.of("now", "today");

  private final Locale locale;
  private final ZoneId zone;
  private final TemplateParser parser;
  private final Collection<String> fields;

  /**
   * @param fields the declared ones
   */
  public Liquid(Locale locale, ZoneId zone, Collection<String> fields) {
    this(
        locale,
        zone,
        new TemplateParser.Builder()
            .withLocale(locale)
            .withDefaultTimeZone(zone)
            .withFilter(new NumberFilter(locale))
            .build(),
        fields);
  }

  private Liquid(Locale locale, ZoneId zone, TemplateParser parser, Collection<String> fields) {
    this.locale = locale;
    this.zone = zone;
    this.parser = parser;
    this.fields = fields;
  }

  /** The same with more names than the fields'. */
  public Liquid with(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(fields);
    all.addAll(more);
    return new Liquid(locale, zone, parser, all);
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
    if (source.contains("%}") || source.contains("{") || source.contains("|")) {
      faultCollector.add(path, quoted(source), "a condition: tier == 'VIP' and points > 100");
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
        parse("{% if " + source + " %}1{% endif %}", source, path, faultCollector);
    return faultCollector.list().size() > before
        ? Optional.empty()
        : parsed.map(template -> new LiquidCondition(source, named, template));
  }

  private List<LiquidWording.Piece> pieces(
      String source, String path, FaultCollector faultCollector) {
    List<LiquidWording.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
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
    pieces.add(new LiquidWording.Literal(source.substring(at)));
    return pieces;
  }

  private Optional<LiquidWording.Piece> output(
      String inside, String path, FaultCollector faultCollector) {
    Set<String> named = new LinkedHashSet<>();
    boolean afterPipe = false;
    boolean defaulted = false;
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
      } else if (CLOCK.contains(unquoted(name))) {
        faultCollector.add(
            path, quoted(inside), "fields; the clock is not one: a picture has no time");
      } else if (isName(name) && !WORDS.contains(name)) {
        named.add(name);
        checkField(name, path, faultCollector);
      }
      afterPipe = false;
    }
    if (named.isEmpty()) {
      faultCollector.add(
          path, quoted("{{ " + inside + " }}"), FaultCollector.oneOf(inside, fields));
    }
    if (named.size() == 1 && named.contains(inside)) {
      return Optional.of(new LiquidWording.Plain(inside));
    }
    boolean optional = defaulted;
    return parse("{{ " + inside + " }}", inside, path, faultCollector)
        .map(template -> new LiquidWording.Filtered(named, optional, template));
  }

  private Optional<liqp.Template> parse(
      String text, String source, String path, FaultCollector faultCollector) {
    try {
      return Optional.of(parser.parse(text));
    } catch (RuntimeException wrong) {
      faultCollector.add(path, quoted(source), "Liquid that can be read");
      return Optional.empty();
    }
  }

  private void checkField(String name, String path, FaultCollector faultCollector) {
    if (!fields.contains(name)) {
      faultCollector.add(path, "the field " + quoted(name), FaultCollector.oneOf(name, fields));
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
    if (!known.contains(name)) {
      faultCollector.add(path, "the filter " + quoted(name), FaultCollector.oneOf(name, known));
    }
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  private static String unquoted(String token) {
    return token.replaceAll("^['\"]|['\"]$", "").strip();
  }

  private static String quoted(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
