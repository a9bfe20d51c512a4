package dev.nameplate.http.message;

import dev.nameplate.template.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A client's preferences among media types: the header {@code Accept} (RFC 9110, section 12.5.1).
 *
 * @param ranges in their order; none means that everything is accepted
 */
public record AcceptHeader(List<Range> ranges) {
  private static final int MAX_RANGES = 50;

  public AcceptHeader {
    ranges = List.copyOf(ranges);
  }

  /**
   * One media range.
   *
   * @param type {@code image/png}, {@code image/*} or {@code *}{@code /*}, in lower case
   * @param quality 0 to 1
   */
  record Range(String type, double quality) {}

  /**
   * Parses the header's value. Ranges that cannot be parsed and all after the fiftieth are ignored;
   * an empty value accepts everything.
   */
  public static AcceptHeader read(String field) {
    List<Range> ranges = new ArrayList<>();
    int start = 0;
    while (start < field.length() && ranges.size() < MAX_RANGES) {
      int comma = field.indexOf(',', start);
      int end = comma < 0 ? field.length() : comma;
      String part = field.substring(start, end);
      int semicolon = part.indexOf(';');
      String type = semicolon < 0 ? part : part.substring(0, semicolon);
      if (type.indexOf('/') > 0) {
        ranges.add(new Range(type.strip().toLowerCase(Locale.ROOT), quality(part)));
      }
      start = end + 1;
    }
    return new AcceptHeader(ranges);
  }

  /**
   * The quality of a media type by the most specific range: 0 to 1, 0 where no range matches.
   *
   * @param group {@code image} of {@code image/png}
   */
  double quality(String type, String group) {
    if (ranges.isEmpty()) {
      return 1;
    }
    for (String wanted : List.of(type, group + "/*", "*/*")) {
      for (Range range : ranges) {
        if (range.type().equals(wanted)) {
          return range.quality();
        }
      }
    }
    return 0;
  }

  /**
   * Returns the format to answer with: that of the highest quality, PNG among equals, else the
   * first offered. WebP, which not all email programs show, is preferred to PNG of the same quality
   * where the header names WebP and not PNG.
   *
   * @param offered at least one
   */
  public Format best(List<Format> offered) {
    Format best = offered.contains(Format.PNG) ? Format.PNG : offered.get(0);
    for (Format format : offered) {
      double more = quality(format) - quality(best);
      boolean named = format == Format.WEBP && names(format) && !names(best);
      if (more > 0 || (more == 0 && named)) {
        best = format;
      }
    }
    return best;
  }

  private double quality(Format format) {
    return quality(format.mediaType(), "image");
  }

  private boolean names(Format format) {
    return ranges.stream().anyMatch(range -> range.type().equals(format.mediaType()));
  }

  /**
   * Returns whether the header names {@code application/problem+json} or {@code application/json}
   * with a higher quality than any type of images it names.
   */
  public boolean prefersProblemJson() {
    return json() > named("image/");
  }

  /**
   * Returns whether the header names {@code application/problem+json} or {@code application/json}
   * with a higher quality than any type of texts it names.
   */
  public boolean prefersJson() {
    return json() > named("text/");
  }

  /**
   * Returns whether the header names a type of images with a higher quality than JSON has, by name
   * or by a wildcard. False for {@code *}{@code /*} alone and for an empty header.
   */
  public boolean prefersPicture() {
    return named("image/") > quality("application/json", "application");
  }

  /**
   * Returns whether JSON or problem details are accepted, by name or by a wildcard, with a quality
   * above 0; true for an empty header.
   */
  public boolean takesJson() {
    return quality("application/json", "application") > 0
        || quality("application/problem+json", "application") > 0;
  }

  /**
   * Returns whether a picture's format is accepted, by name or by a wildcard, with a quality above
   * 0; true for an empty header.
   */
  public boolean takes(Format format) {
    return quality(format) > 0;
  }

  private double json() {
    return Math.max(named("application/problem+json"), named("application/json"));
  }

  /** The highest quality of the ranges that start so; 0 where there is none. */
  private double named(String start) {
    return ranges.stream()
        .filter(range -> range.type().startsWith(start))
        .mapToDouble(Range::quality)
        .max()
        .orElse(0);
  }

  private static double quality(String part) {
    int at = part.replace(" ", "").toLowerCase(Locale.ROOT).indexOf(";q=");
    if (at < 0) {
      return 1;
    }
    String text = part.replace(" ", "").substring(at + 3);
    int end = text.indexOf(';');
    String number = end < 0 ? text : text.substring(0, end);
    return number.matches("[01](?:\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(number)) : 0;
  }
}
