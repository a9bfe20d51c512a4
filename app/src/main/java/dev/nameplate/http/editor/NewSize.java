package dev.nameplate.http.editor;

import dev.nameplate.geometry.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes that a new template is offered. */
enum NewSize {
  MAIL_HEADER("Mail header", 600, 320),
  BANNER("Wide banner", 1200, 400),
  SQUARE("Square", 1080, 1080),
  STORY("Story", 1080, 1920),
  TICKET("Ticket", 1000, 400),
  CARD("Card", 856, 540),
  CERTIFICATE("Certificate, A4", 1754, 1240),
  BLANK("Blank", 1200, 640);

  private final String title;
  private final int width;
  private final int height;

  NewSize(String title, int width, int height) {
    this.title = title;
    this.width = width;
    this.height = height;
  }

  /** The name in requests: {@code mail-header}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people. */
  String title() {
    return title;
  }

  /** In pixels at 1x. */
  Size size() {
    return new Size(width, height);
  }

  /** The size of a key; empty for any other text. */
  static Optional<NewSize> ofKey(String key) {
    return Arrays.stream(values()).filter(size -> size.key().equals(key)).findFirst();
  }
}
