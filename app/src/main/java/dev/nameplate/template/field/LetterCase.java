package dev.nameplate.template.field;

/** What becomes of a value's letter case. */
public enum LetterCase {
  /** Drawn as it came. */
  KEEP,
  /** A name wholly in capitals or wholly in small letters is given a name's usual case. */
  FIX
}
