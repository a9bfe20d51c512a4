package dev.nameplate.merge;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * A clean value of a field. A recipient's data: {@code toString} gives its shape, never its
 * content.
 */
public sealed interface FieldValue {
  /** What is drawn where a wording names the field alone. */
  String shown();

  /** A name, a text, a choice, a code or an address of a QR code. */
  record Text(String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Text[" + shown.length() + " chars]";
    }
  }

  /**
   * A number or an amount of money.
   *
   * @param shown by the template's locale, with its currency where it has one
   */
  record Numeric(BigDecimal number, String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Numeric[" + shown.length() + " chars]";
    }
  }

  /**
   * A date or an instant, in the template's time zone.
   *
   * @param shown by the template's locale
   */
  record Date(ZonedDateTime date, String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Date[" + shown.length() + " chars]";
    }
  }

  /**
   * A picture of the template's own.
   *
   * @param shown its path under the template's folder
   */
  record Picture(String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Picture[" + shown.length() + " chars]";
    }
  }

  /**
   * A picture at an address on a host that the field lists.
   *
   * @param shown the address
   * @param search how far it was looked for
   */
  record Outside(String shown, Search search) implements FieldValue {
    /** An address that nobody has called yet. */
    static Outside at(String address) {
      return new Outside(address, new Search.Open());
    }

    /** The same address with what was found there. */
    public Outside with(Search outcome) {
      return new Outside(shown, outcome);
    }

    @Override
    public String toString() {
      return "Outside[" + shown.length() + " chars, " + search + "]";
    }
  }

  /** The search for a picture outside. */
  sealed interface Search {
    /** Not begun. */
    record Open() implements Search {}

    /** It was found. */
    record Found(OutsidePicture picture) implements Search {}

    /**
     * It could not be had, for now.
     *
     * @param why in words for the author
     */
    record Failed(String why) implements Search {}
  }
}
