package dev.nameplate.batch.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a row, the worst first: the order in which worst rows are shown. */
public enum RowFault {
  CUT("text does not fit its box and ends in an ellipsis"),
  UNDRAWABLE("no font has the letters of a value"),
  REFUSED("a value is refused by its field's policy"),
  PHOTO("a picture's address cannot be used"),
  UNMERGED("a merge tag was not filled in"),
  JUNK("a value is what software writes for \"no value\""),
  INVALID("a value is not of its field's kind"),
  SHRUNK("text is set smaller than its size to fit its box"),
  EMPTY("a cell is empty"),
  FALLBACK("a fallback or nothing is drawn for a field"),
  LONG_URL("the URL has more than 255 bytes, where Mailchimp cuts on import"),
  UNREADABLE("the row cannot be read, or its URL would be too long");

  private final String meaning;

  RowFault(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the name in lower case with hyphens, as reports and {@code --fail-on} write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a sentence for people that says what is wrong. */
  public String meaning() {
    return meaning;
  }

  /** Returns the fault with a label, matching case; empty if no fault has this label. */
  public static Optional<RowFault> ofLabel(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label().equals(label)).findFirst();
  }
}
