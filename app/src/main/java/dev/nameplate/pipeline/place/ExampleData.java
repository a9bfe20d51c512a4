package dev.nameplate.pipeline.place;

import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Made-up values like those of recipients. A picture drawn with them is typical, and encoders
 * derive their codes from it.
 */
final class ExampleData {
  private ExampleData() {}

  /** A query with a value for each field. */
  static RawQuery of(Template template) {
    return new RawQuery(
        template.fields().values().stream()
            .map(field -> encoded(field.name()) + "=" + encoded(value(field)))
            .collect(Collectors.joining("&")));
  }

  private static String value(Field field) {
    return switch (field.kind()) {
      case NAME -> "Marianne Godspeed";
      case TEXT -> "Fields and Harvests";
      case NUMBER, MONEY -> field.min().or(field::max).map(Object::toString).orElse("1470");
      case DATE -> "2026-09-24";
      case CHOICE -> field.options().get(0);
      case CODE -> "Q7RK24ZD90XB";
      case URL -> "https://example.com/s/7hq2";
      case PAYLOAD -> "WIFI:T:WPA;S:Guests;P:lemon-tree-7;;";
      case IMAGE -> "";
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
