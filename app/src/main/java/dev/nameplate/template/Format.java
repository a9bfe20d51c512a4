package dev.nameplate.template;

import java.util.Arrays;
import java.util.Optional;

/** The picture formats that a template can offer. */
public enum Format {
  /** PNG (ISO/IEC 15948). */
  PNG("png", "image/png"),

  /** Baseline JPEG (ITU-T T.81). */
  JPEG("jpg", "image/jpeg"),

  /** GIF89a, animated for countdowns. */
  GIF("gif", "image/gif"),

  /** WebP (RFC 9649). */
  WEBP("webp", "image/webp");

  private final String ending;
  private final String mediaType;

  Format(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /**
   * The format of a file extension.
   *
   * @param ending in lower case and without a dot; {@code jpeg} counts as {@code jpg}
   * @return empty for extensions of no format, and for upper case
   */
  public static Optional<Format> ofEnding(String ending) {
    String usual = ending.equals("jpeg") ? "jpg" : ending;
    return Arrays.stream(values()).filter(format -> format.ending.equals(usual)).findFirst();
  }

  /** The file extension in templates and URLs, without a dot: {@code jpg}. */
  public String ending() {
    return ending;
  }

  /** The name for people, {@code JPEG}. */
  public String title() {
    return this == WEBP ? "WebP" : name();
  }

  /** The media type as registered with IANA, {@code image/jpeg}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Whether pixels can be partly transparent; pictures of other formats are flattened onto a matte.
   */
  public boolean holdsAlpha() {
    return this == PNG || this == WEBP;
  }

  /** Whether its pictures can be animated: true for GIF only. */
  public boolean moves() {
    return this == GIF;
  }
}
