package dev.nameplate.template.layer;

import java.util.Optional;

/** The kinds of barcodes there are. */
public enum Symbology {
  /** ISO/IEC 15417: a linear code of letters and digits. */
  CODE128("code128", 10, "1 to 80 letters, digits and signs of ASCII"),
  /** ISO/IEC 15420: the linear code of goods. */
  EAN13("ean13", 11, "13 digits of which the last is the right check digit"),
  /** ISO/IEC 15420: the linear code of goods in North America. */
  UPC_A("upc-a", 10, "12 digits of which the last is the right check digit"),
  /** ISO/IEC 15438: rows of bars, as on boarding passes. */
  PDF417("pdf417", 2, "1 to 1,000 characters of Latin 1"),
  /** ISO/IEC 24778: a square around a bull's eye, which needs no quiet zone. */
  AZTEC("aztec", 1, "1 to 1,500 characters"),
  /** ISO/IEC 16022: the smallest square, as on parts and parcels. */
  DATA_MATRIX("datamatrix", 2, "1 to 1,500 characters of Latin 1");

  private static final int LONGEST_CODE128 = 80;
  private static final int LONGEST_PDF417 = 1000;
  private static final int LONGEST_SQUARE = 1500;
  private static final int EAN_DIGITS = 13;
  private static final int UPC_DIGITS = 12;

  private final String label;
  private final int quietZone;
  private final String payloads;

  Symbology(String label, int quietZone, String payloads) {
    this.label = label;
    this.quietZone = quietZone;
    this.payloads = payloads;
  }

  /** As a template writes it. */
  public String label() {
    return label;
  }

  /** The free modules that the standard asks for on each side, or a little more. */
  public int quietZone() {
    return quietZone;
  }

  /** What it can hold, in words. */
  public String payloads() {
    return payloads;
  }

  /** Whether the last digit of what it holds is reckoned from the others. */
  public boolean hasCheckDigit() {
    return this == EAN13 || this == UPC_A;
  }

  /**
   * What the code holds for a text. An {@code ean13} takes the twelve digits of a UPC-A as well,
   * and a {@code upc-a} an EAN-13 that begins with 0: both number the same article.
   *
   * @param adds whether a check digit that is not there is reckoned
   * @return empty where it cannot hold the text
   */
  public Optional<String> payload(String text, boolean adds) {
    Optional<String> payload =
        switch (this) {
          case EAN13 -> CheckDigit.complete(text, EAN_DIGITS, adds);
          case UPC_A -> CheckDigit.complete(text, UPC_DIGITS, adds);
          default -> Optional.of(text);
        };
    return payload.filter(this::holds);
  }

  private boolean holds(String payload) {
    return switch (this) {
      case CODE128 -> payload.matches("[\\x20-\\x7e]{1," + LONGEST_CODE128 + "}");
      case EAN13 -> CheckDigit.isRight(payload, EAN_DIGITS);
      case UPC_A -> CheckDigit.isRight(payload, UPC_DIGITS);
      case PDF417 -> isLatin(payload, LONGEST_PDF417);
      case AZTEC -> !payload.isEmpty() && payload.length() <= LONGEST_SQUARE;
      case DATA_MATRIX -> isLatin(payload, LONGEST_SQUARE);
    };
  }

  private static boolean isLatin(String payload, int longest) {
    return payload.matches("[\\x00-\\x7f\\xa0-\\xff]{1," + longest + "}");
  }
}
