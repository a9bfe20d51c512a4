package dev.nameplate.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Text at random, made of what breaks readers of requests, merge tags, values and letters. */
public final class FuzzedText {
  private static final List<String> PIECES =
      List.of(
          "/i/",
          "welcome",
          "event-ticket",
          "certificate",
          "@2x",
          "@1.5x",
          "@",
          "x",
          ".png",
          ".jpg",
          ".json",
          "..",
          "%2e",
          "%2f",
          "%00",
          "//",
          ";",
          "?",
          "&",
          "=",
          "name",
          "company",
          "title",
          "date",
          "points",
          "ticket",
          "photo",
          "tier",
          "_sig",
          "_x",
          "_exp",
          "utm_source",
          "amp;",
          "*|FNAME|*",
          "{{",
          "}}",
          "%%",
          "%",
          "%25",
          "%2",
          "%E9",
          "%F0%9F%91%A9%E2%80%8D",
          "%u00e9",
          "%ED%A0%BC",
          "+",
          "#",
          "null",
          "2026-09-24",
          "1,234.5",
          "https://",
          "evil.com",
          " dot com",
          "www.",
          "e v i l . c o m",
          "$100",
          "+1 555 123 4567",
          "&#39;",
          "%26lt%3B",
          "<b>",
          "Ã©",
          "é",
          "ß",
          "Ж",
          "ع",
          "न",
          "王",
          "한",
          "\u200d",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\ud83d",
          "\ude00",
          "\u0301",
          "𝓐",
          "ｅ",
          "٣",
          "Ann",
          "O'Brien",
          "a".repeat(300),
          "%20".repeat(200),
          "{{".repeat(200),
          "x.".repeat(200),
          "1 ".repeat(200),
          "\u0301".repeat(100),
          "*|",
          "|*",
          "{",
          "}",
          "[",
          "]",
          "%C3",
          "%A9",
          "%E2%80",
          "%0A",
          "%uD83C",
          "%uDF89",
          "%ED%BE%89",
          "%C0%80",
          "%F0%9F",
          "&amp;",
          "%26%2339%3B",
          "%3Cb%3E",
          "%3C/b%3E",
          "JEAN",
          "van",
          "de",
          "la",
          "FNAME",
          "first_name",
          "12",
          "2026-05-01",
          "T10:00",
          "VIP",
          "cdn.example.com",
          "/",
          "a.png",
          "-",
          "'",
          "\u0334",
          "\u200b",
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
          "__",
          "<<",
          ">>",
          "?utm_source=x");

  private FuzzedText() {}

  /**
   * One piece: any letter at all, any byte escaped, any of ASCII, or one that is known to break.
   */
  public static String piece(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Character.toString(random.nextInt(0x110000));
      case 1 -> String.format("%%%02x", random.nextInt(256));
      case 2 -> Character.toString(random.nextInt(0x80));
      default -> PIECES.get(random.nextInt(PIECES.size()));
    };
  }

  /** Several pieces after another, fewer than so many. */
  public static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(most); pieces > 0; pieces--) {
      text.append(piece(random));
    }
    return text.toString();
  }

  /**
   * Several pieces as a request line can hold them: what is no visible ASCII is escaped, and {@code
   * #}, which would end the target.
   */
  public static String onTheWire(Random random, int most) {
    StringBuilder wire = new StringBuilder();
    for (byte octet : text(random, most).getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet > ' ' && octet < 0x7f && octet != '#';
      wire.append(plain ? Character.toString(octet) : String.format("%%%02X", octet & 0xff));
    }
    return wire.toString();
  }
}
