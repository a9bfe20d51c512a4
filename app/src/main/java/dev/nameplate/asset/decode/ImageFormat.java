package dev.nameplate.asset.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats that pictures from outside may have, known by their first bytes and nothing else. */
enum ImageFormat {
  PNG,
  JPEG,
  GIF,
  WEBP;

  /** The format of a file, whatever its name or its sender's headers say. */
  static Optional<ImageFormat> sniff(byte[] file) {
    if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
      return Optional.of(GIF);
    }
    return starts(file, 0, "RIFF") && starts(file, 8, "WEBP")
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  private static boolean starts(byte[] file, int at, String with) {
    byte[] magic = with.getBytes(StandardCharsets.ISO_8859_1);
    if (file.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (file[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
