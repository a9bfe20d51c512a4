package dev.nameplate.template.layer;

import java.util.Optional;

/** The kinds of barcodes. */
public enum Symbology {
  /** ISO/IEC 15417: a linear code of ASCII. */
  CODE128("code128", 10, "1 to 80 letters, digits and signs of ASCII"),
  /** ISO/IEC 15420: the linear code of consumer goods. */
  EAN13("ean13", 11, "13 digits of which the last is the right check digit"),
  /** ISO/IEC 15420: the linear code of consumer goods in North America. */
  UPC_A("upc-a", 10, "12 digits of which the last is the right check digit"),
  /** ISO/IEC 15438: stacked rows of bars, as on boarding passes. */
  PDF417("pdf417", 2, "1 to 1,000 characters of Latin 1"),
  /** ISO/IEC 24778: a square around a bull's-eye, which needs no quiet zone. */
  AZTEC("aztec", 1, "1 to 1,500 characters"),
  /** ISO/IEC 16022: the smallest square, as on parts and parcels. */
  DATA_MATRIX("datamatrix", 2, "1 to 1,500 characters of Latin 1");

  private static final int MAX_CODE128 = 80;
  private static final int MAX_PDF417 = 1000;
  private static final int MAX_SQUARE = 1500;
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

  /** The name in {@code symbology} of a template, {@code upc-a}. */
  public String label() {
    return label;
  }

  /**
   * The default quiet zone in modules on each side, 1 to 11: what the standard requires or a little
   * more.
   */
  public int quietZone() {
    return quietZone;
  }

  /**
   * The payloads that it can encode, in English words for fault messages, {@code 1 to 1,500
   * characters}.
   */
  public String payloads() {
    return payloads;
  }

  /** Whether the last digit of a payload is a check digit (GS1). */
  public boolean hasCheckDigit() {
    return this == EAN13 || this == UPC_A;
  }

  /**
   * The payload that is encoded for a text. An {@code ean13} also takes the twelve digits of a
   * UPC-A, and a {@code upc-a} an EAN-13 that begins with 0: both identify the same article.
   *
   * @param text as it arrives; it is not trimmed
   * @param adds whether a missing check digit is computed and appended; other symbologies than
   *     {@code ean13} and {@code upc-a} have none
   * @return the text or the completed number; empty where the symbology cannot encode the text
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
      case CODE128 -> payload.matches("[\\x20-\\x7e]{1," + MAX_CODE128 + "}");
      case EAN13 -> CheckDigit.isValid(payload, EAN_DIGITS);
      case UPC_A -> CheckDigit.isValid(payload, UPC_DIGITS);
      case PDF417 -> isLatin(payload, MAX_PDF417);
      case AZTEC -> !payload.isEmpty() && payload.length() <= MAX_SQUARE;
      case DATA_MATRIX -> isLatin(payload, MAX_SQUARE);
    };
  }

  private static boolean isLatin(String payload, int maxLength) {
    return payload.matches("[\\x00-\\x7f\\xa0-\\xff]{1," + maxLength + "}");
  }
}
