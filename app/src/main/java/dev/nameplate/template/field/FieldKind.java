package dev.nameplate.template.field;

import java.util.Locale;

/** What a field holds; decides how its value is cleaned, checked and shown. */
public enum FieldKind {
  /** A name of a person; at most 64 code points by default. */
  NAME(64),

  /** Prose in one line. */
  TEXT(200),

  /** A number, shown as the locale writes it. */
  NUMBER(200),

  /** An amount in one currency (ISO 4217). */
  MONEY(200),

  /** A day or an instant. */
  DATE(200),

  /** One of the options that the template lists. */
  CHOICE(200),

  /** An identifier such as a coupon code, drawn as it is. */
  CODE(200),

  /** A web address, drawn as text. */
  URL(2048),

  /** The address of a picture. */
  IMAGE(2048),
  /** The content of a QR code or barcode, kept unchanged and never drawn as text. */
  PAYLOAD(2000);

  private final int defaultMaxLength;

  FieldKind(int defaultMaxLength) {
    this.defaultMaxLength = defaultMaxLength;
  }

  /**
   * The limit on a value's length where the template states none, in code points: 64 for names,
   * 2,048 for URLs and images, 2,000 for payloads, 200 for others.
   */
  public int defaultMaxLength() {
    return defaultMaxLength;
  }

  /**
   * Whether values are for machines (codes, URLs, images, payloads): fixes that suit prose, such as
   * letter case and spacing, are not applied.
   */
  public boolean isRaw() {
    return this == CODE || this == URL || this == IMAGE || this == PAYLOAD;
  }

  /** The name in {@code kind} of a template: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
