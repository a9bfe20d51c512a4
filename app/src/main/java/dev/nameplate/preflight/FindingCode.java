package dev.nameplate.preflight;

import java.util.Locale;

/** The kinds of findings. Their labels are stable, since continuous integration may use them. */
public enum FindingCode {
  TEMPLATE_FAULTY("the template cannot be used"),
  TEXT_CUT("text ends in an ellipsis"),
  TEXT_SMALL("letters are too small to read"),
  CONTRAST_LOW("letters hardly stand out from what is behind them"),
  QR_UNREADABLE("a code cannot be scanned"),
  FIELD_UNUSED("a field changes nothing"),
  WORDING_UNREACHED("a wording is never used"),
  FALLBACK_UNFIT("a fallback does not fit"),
  PICTURE_HEAVY("the picture is over its budget of bytes"),
  ASSET_OVERSIZED("a picture file is larger than it is ever drawn"),
  LAYER_FAILED("a layer cannot be drawn"),
  ALT_MISSING("nothing stands for the picture where it is not shown"),
  FORMAT_CHOICE("another format than PNG is better to paste");

  private final String meaning;

  FindingCode(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the name in reports, such as {@code text-cut}: lower case with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether it is a note: nothing is wrong, but the author may want to know. */
  public boolean isNote() {
    return this == FORMAT_CHOICE;
  }

  /** Returns a short text for people, in lower case and without a full stop. */
  public String meaning() {
    return meaning;
  }
}
