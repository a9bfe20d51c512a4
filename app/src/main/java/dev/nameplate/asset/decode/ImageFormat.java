package dev.nameplate.asset.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The supported image formats, detected by the first bytes of a file only. */
enum ImageFormat {
  PNG("PNG") {
    @Override
    OpenedImage open(byte[] file) {
      return PngMetadata.open(file);
    }
  },
  JPEG("JPEG") {
    @Override
    OpenedImage open(byte[] file) {
      return JpegMetadata.open(file);
    }
  },
  GIF("GIF") {
    @Override
    OpenedImage open(byte[] file) {
      return GifMetadata.open(file);
    }
  },
  WEBP("WebP") {
    @Override
    OpenedImage open(byte[] file) {
      return WebpMetadata.open(file);
    }
  };

  private static final int FIRST_LINES = 256;

  private final String label;

  ImageFormat(String label) {
    this.label = label;
  }

  /** Its name for messages. */
  String label() {
    return label;
  }

  /**
   * Parses the metadata of a file of this format.
   *
   * @throws AssetException if it is broken
   */
  abstract OpenedImage open(byte[] file);

  /**
   * Detects the format of a file, whatever its name or response headers say.
   *
   * @throws AssetException if it is none of these; the message names its format if that is known
   */
  static ImageFormat sniff(byte[] file) {
    if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (starts(file, 0, "GIF87a") || starts(file, 0, "GIF89a")) {
      return GIF;
    }
    if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
      return WEBP;
    }
    throw new AssetException("the file is " + other(file) + "no PNG, JPEG, GIF or WebP");
  }

  /** The name of another format followed by a comma; an empty text if it is not known. */
  private static String other(byte[] file) {
    if (file.length == 0) {
      return "empty, ";
    }
    if (starts(file, 4, "ftyp")) {
      return starts(file, 8, "avif") || starts(file, 8, "avis") ? "an AVIF, " : "a HEIC or video, ";
    }
    if (starts(file, 0, "II*\0") || starts(file, 0, "MM\0*")) {
      return "a TIFF, ";
    }
    if (starts(file, 0, "%PDF")) {
      return "a PDF, ";
    }
    String head =
        new String(file, 0, Math.min(file.length, FIRST_LINES), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (head.contains("<svg")) {
      return "an SVG, ";
    }
    return head.contains("<html") ? "an HTML page, " : "";
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
