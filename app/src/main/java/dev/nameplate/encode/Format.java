package dev.nameplate.encode;

import dev.nameplate.encode.webp.WebpEncoder;
import dev.nameplate.template.OutputOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The picture formats that can be written. */
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

  /** The format of a file ending, {@code jpeg} among them; empty where it is none of ours. */
  public static Optional<Format> ofEnding(String ending) {
    String usual = ending.equals("jpeg") ? "jpg" : ending;
    return Arrays.stream(values()).filter(format -> format.ending.equals(usual)).findFirst();
  }

  /** What a template offers of what can be written on this machine; PNG where that is nothing. */
  public static List<Format> offered(OutputOptions outputOptions) {
    List<Format> offered =
        outputOptions.formats().stream()
            .flatMap(ending -> ofEnding(ending).stream())
            .filter(Format::isAvailable)
            .toList();
    return offered.isEmpty() ? List.of(PNG) : offered;
  }

  /** Without a dot, as templates and addresses write it. */
  public String ending() {
    return ending;
  }

  /** The media type as registered with IANA. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether a pixel may be half clear; other formats are laid on a template's matte. */
  public boolean holdsAlpha() {
    return this == PNG || this == WEBP;
  }

  /** Whether a picture of it may move. */
  public boolean moves() {
    return this == GIF;
  }

  /** Whether pictures of it can be written on this machine. */
  public boolean isAvailable() {
    return this != WEBP || WebpEncoder.isAvailable();
  }
}
