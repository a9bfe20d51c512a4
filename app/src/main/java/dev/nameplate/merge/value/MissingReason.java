package dev.nameplate.merge.value;

import java.util.Locale;

/** Why a field's value counts as missing. */
public enum MissingReason {
  /** The request has no such parameter. */
  MISSING,
  /** The parameter is empty or blank. */
  EMPTY,
  /** It holds a merge tag that the email platform did not fill in. */
  UNMERGED,
  /** It holds what software writes for "no value", such as {@code null}, or cannot be a name. */
  JUNK,
  /** It is not valid for the field's kind, such as letters in a number. */
  INVALID,
  /** No font has a glyph for one of its letters or digits. */
  UNDRAWABLE,
  /** The content policy refuses it. */
  REFUSED;

  /** Returns the name in lower case, as response headers and the explanation write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
