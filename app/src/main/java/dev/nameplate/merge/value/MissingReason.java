package dev.nameplate.merge.value;

import java.util.Locale;

/** Why a field's value counts as missing. */
public enum MissingReason {
  /** No such parameter came. */
  MISSING,
  /** It came with nothing in it. */
  EMPTY,
  /** It holds a merge tag that the sending tool did not fill in. */
  UNMERGED,
  /** It holds what software writes for "no value", or nothing a name can be made of. */
  JUNK,
  /** It is not of the field's kind. */
  INVALID,
  /** No font has glyphs for it. */
  UNDRAWABLE,
  /** The field's policy refuses it. */
  REFUSED;

  /** As headers and the explanation write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
