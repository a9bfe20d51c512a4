package dev.nameplate.template;

import java.util.Arrays;
import java.util.Optional;

/** The formats of pictures that templates can offer. */
public enum Format {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg"),
  GIF("gif", "image/gif"),
  WEBP("webp", "image/webp");

  private final String ending;
  private final String mediaType;

  Format(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** The format of a file ending, {@code jpeg} among them; absent where it is none of ours. */
  public static Optional<Format> ofEnding(String ending) {
    String usual = ending.equals("jpeg") ? "jpg" : ending;
    return Arrays.stream(values()).filter(format -> format.ending.equals(usual)).findFirst();
  }

  /** Without a dot, as templates and URLs write it. */
  public String ending() {
    return ending;
  }

  /** The media type as registered with IANA. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether a pixel may be partly transparent; other formats are flattened onto a matte. */
  public boolean holdsAlpha() {
    return this == PNG || this == WEBP;
  }

  /** Whether a picture of it may move. */
  public boolean moves() {
    return this == GIF;
  }
}
