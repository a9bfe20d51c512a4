package dev.nameplate.template.wording;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats dates by {@code strftime} patterns (POSIX, with the flags and directives of Ruby) in the
 * language of a locale. Text that is no directive is printed unchanged.
 *
 * <p>Month and weekday names have CLDR's stand-alone form ({@code maaliskuu 2026}), and its format
 * form where the pattern has a day of the month ({@code 5. maaliskuuta 2026}).
 */
final class Strftime {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%([-0^#_]*)(\\d{0,3})(:{0,2})[EO]?([A-Za-z%+])");
  private static final Pattern DAY = Pattern.compile("%[-0^#_]*\\d{0,3}[EO]?[de]");

  /** Directives that are short for several others. */
  private static final Map<Character, String> COMPOSED =
      Map.ofEntries(
          Map.entry('D', "%m/%d/%y"),
          Map.entry('x', "%m/%d/%y"),
          Map.entry('F', "%Y-%m-%d"),
          Map.entry('v', "%e-%^b-%Y"),
          Map.entry('R', "%H:%M"),
          Map.entry('T', "%H:%M:%S"),
          Map.entry('X', "%H:%M:%S"),
          Map.entry('r', "%I:%M:%S %p"),
          Map.entry('c', "%a %b %e %H:%M:%S %Y"),
          Map.entry('+', "%a %b %e %H:%M:%S %Z %Y"));

  private static final int MAX_WIDTH = 40;

  private Strftime() {}

  /** A date by a pattern. */
  static String format(String pattern, ZonedDateTime date, DateNames names) {
    String plain = composed(pattern);
    DateNames.Moment moment = names.at(date, DAY.matcher(plain).find());
    StringBuilder out = new StringBuilder();
    Matcher directives = DIRECTIVE.matcher(plain);
    int at = 0;
    while (directives.find()) {
      out.append(plain, at, directives.start());
      Optional<String> printed = printed(directives, moment);
      out.append(printed.orElse(directives.group()));
      at = directives.end();
    }
    return out.append(plain, at, plain.length()).toString();
  }

  private static String composed(String pattern) {
    Matcher directives = DIRECTIVE.matcher(pattern);
    return directives.replaceAll(
        found ->
            Matcher.quoteReplacement(
                COMPOSED.getOrDefault(found.group(4).charAt(0), found.group())));
  }

  private static Optional<String> printed(Matcher directive, DateNames.Moment moment) {
    Flags flags = new Flags(directive.group(1), directive.group(2));
    char letter = directive.group(4).charAt(0);
    return switch (letter) {
      case '%' -> Optional.of("%");
      case 'n' -> Optional.of("\n");
      case 't' -> Optional.of("\t");
      case 'L' -> Optional.of(moment.fraction(flags.width(3)));
      case 'N' -> Optional.of(moment.fraction(flags.width(9)));
      case 'z' -> Optional.of(moment.offset(directive.group(3)));
      case 's' -> Optional.of(moment.epochSeconds());
      default ->
          moment
              .number(letter)
              .map(number -> moment.digits().in(flags.padded(number)))
              .or(() -> moment.name(letter).map(name -> flags.cased(name, letter, moment)));
    };
  }

  /** The flags and the width between the percent sign and the letter. */
  private record Flags(String signs, String stated) {
    int width(int otherwise) {
      return stated.isEmpty() ? otherwise : Math.min(MAX_WIDTH, Integer.parseInt(stated));
    }

    String padded(DateNames.Padded number) {
      boolean bare = signs.indexOf('-') >= 0;
      boolean spaces = signs.indexOf('_') >= 0 || (number.spaces() && signs.indexOf('0') < 0);
      String digits = Long.toString(number.value());
      int lacking = bare ? 0 : width(number.width()) - digits.length();
      return (spaces ? " " : "0").repeat(Math.max(0, lacking)) + digits;
    }

    String cased(String name, char letter, DateNames.Moment moment) {
      boolean lower = letter == 'P' || (letter == 'p' && signs.indexOf('#') >= 0);
      boolean upper = signs.indexOf('^') >= 0 || (letter != 'p' && signs.indexOf('#') >= 0);
      String cased = lower ? moment.lowerCase(name) : upper ? moment.upperCase(name) : name;
      int lacking = width(0) - Graphemes.count(cased);
      return (signs.indexOf('0') >= 0 ? "0" : " ").repeat(Math.max(0, lacking)) + cased;
    }
  }
}
