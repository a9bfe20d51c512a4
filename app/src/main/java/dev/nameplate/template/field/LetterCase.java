package dev.nameplate.template.field;

/** How the letter case of a value is changed. */
public enum LetterCase {
  /** The value is drawn as it arrives. */
  KEEP,
  /** A name in all capitals or all lower case is drawn in the usual case of names. */
  FIX
}
