package dev.nameplate.merge;

import java.util.List;
import java.util.Random;

/** Queries at random, made of the pieces that break decoders and tag grammars. */
public final class FuzzedQueries {
  private static final List<String> PIECES =
      List.of(
          "{{",
          "}}",
          "*|",
          "|*",
          "{",
          "}",
          "[",
          "]",
          "%%",
          "%",
          "%25",
          "%2",
          "%C3",
          "%A9",
          "%E2%80",
          "%00",
          "%0A",
          "%u00e9",
          "%uD83C",
          "%uDF89",
          "%ED%A0%BC",
          "%ED%BE%89",
          "%C0%80",
          "%F0%9F",
          "+",
          "&",
          "&amp;",
          "=",
          "?",
          "#",
          "&#39;",
          "%26%2339%3B",
          "%26lt%3B",
          "%3Cb%3E",
          "%3C/b%3E",
          "Ã©",
          "Ann",
          "JEAN",
          "van",
          "de",
          "la",
          "FNAME",
          "first_name",
          "name",
          "null",
          "12",
          "1,234.5",
          "2026-05-01",
          "T10:00",
          "VIP",
          "https://",
          "cdn.example.com",
          "/",
          "a.png",
          "..",
          "-",
          "'",
          "\u0301",
          "\u0334",
          "\u200d",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\ud83d",
          "\udc68",
          "\ud83c\udff4",
          "\udb40\udc67",
          "\udb40\udc7f",
          "\u0e33",
          "\u1100",
          "\u1161",
          "\u11a8",
          "\u0390",
          "\ufb01",
          "\u0149",
          "\u01c5",
          "\u3164",
          "\u0130",
          "\u00df",
          "$",
          "~",
          "@",
          "__",
          "<<",
          ">>",
          "?utm_source=x");
  private static final int MOST_PIECES = 12;

  private FuzzedQueries() {}

  public static String query(Random random, List<String> fields) {
    StringBuilder query = new StringBuilder();
    for (int parameters = random.nextInt(4); parameters >= 0; parameters--) {
      query.append(fields.get(random.nextInt(fields.size()))).append('=');
      for (int pieces = random.nextInt(MOST_PIECES); pieces > 0; pieces--) {
        query.append(piece(random));
      }
      query.append('&');
    }
    return query.toString();
  }

  private static String piece(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Character.toString(random.nextInt(0x110000));
      case 1 -> String.format("%%%02x", random.nextInt(256));
      case 2 -> Character.toString(0x20 + random.nextInt(0x5f));
      default -> PIECES.get(random.nextInt(PIECES.size()));
    };
  }
}
