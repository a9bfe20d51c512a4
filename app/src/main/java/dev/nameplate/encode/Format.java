package dev.nameplate.encode;

import java.util.Arrays;
import java.util.Optional;

/** The picture formats that can be written. */
public enum Format {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg");

  private final String ending;
  private final String mediaType;

  Format(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** The format of a file ending, {@code jpeg} among them; empty where it is none of ours. */
  public static Optional<Format> ofEnding(String ending) {
    String usual = ending.equals("jpeg") ? "jpg" : ending;
    return Arrays.stream(values()).filter(format -> format.ending.equals(usual)).findFirst();
  }

  /** Without a dot, as templates and addresses write it. */
  public String ending() {
    return ending;
  }

  /** The media type as registered with IANA. */
  public String mediaType() {
    return mediaType;
  }
}
