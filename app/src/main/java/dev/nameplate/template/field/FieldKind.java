package dev.nameplate.template.field;

import java.util.Locale;

/** What a field's value means, and so how it is cleaned and checked. */
public enum FieldKind {
  NAME(64),
  TEXT(200),
  NUMBER(200),
  MONEY(200),
  DATE(200),
  CHOICE(200),
  CODE(200),
  URL(2048),
  IMAGE(2048),
  /** What a code holds, kept to the letter; never drawn as text. */
  PAYLOAD(2000);

  private final int defaultMaxLength;

  FieldKind(int defaultMaxLength) {
    this.defaultMaxLength = defaultMaxLength;
  }

  /** The longest value kept where the template states none, in code points. */
  public int defaultMaxLength() {
    return defaultMaxLength;
  }

  /**
   * Whether the value is for machines (codes, addresses, payloads), so that prose repairs are not
   * tried.
   */
  public boolean isRaw() {
    return this == CODE || this == URL || this == IMAGE || this == PAYLOAD;
  }

  /** As a template writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
