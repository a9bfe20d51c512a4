package dev.nameplate.merge.value;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * A clean value of a field. A recipient's data: {@code toString} gives its shape, never its
 * content.
 */
public sealed interface FieldValue {
  /** What is drawn where a wording names the field alone. */
  String shown();

  /** All that decides how it can show, whatever a filter makes of it. */
  default String identity() {
    return shown();
  }

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
    public String identity() {
      return number + " " + shown;
    }

    @Override
    public String toString() {
      return "Numeric[" + shown.length() + " chars]";
    }
  }

  /**
   * A date or an instant, in the time zone that it stated itself, or else in the template's.
   *
   * @param shown by the template's locale
   * @param wholeDay whether it came as a day without a time; it then stands at the day's beginning
   */
  record Date(ZonedDateTime date, String shown, boolean wholeDay) implements FieldValue {
    /** A moment of a day. */
    public Date(ZonedDateTime date, String shown) {
      this(date, shown, false);
    }

    /** When it is over: a day with its last moment, an instant at once. */
    public ZonedDateTime end() {
      return wholeDay ? date.toLocalDate().plusDays(1).atStartOfDay(date.getZone()) : date;
    }

    @Override
    public String identity() {
      return date + " " + shown + " " + wholeDay;
    }

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
  record RemoteImageUrl(String shown, FetchState search) implements FieldValue {
    /** An address that nobody has called yet. */
    public static RemoteImageUrl at(String address) {
      return new RemoteImageUrl(address, new FetchState.Open());
    }

    /** The same address with what was found there. */
    public RemoteImageUrl with(FetchState outcome) {
      return new RemoteImageUrl(shown, outcome);
    }

    /** An address says nothing of what lies there today. */
    @Override
    public String identity() {
      return (search instanceof FetchState.Found found ? found.picture().digest() : "none")
          + " "
          + shown;
    }

    @Override
    public String toString() {
      return "Outside[" + shown.length() + " chars, " + search + "]";
    }
  }

  /** The search for a picture outside. */
  sealed interface FetchState {
    /** Not begun. */
    record Open() implements FetchState {}

    /** It was found. */
    record Found(RemoteImageRef picture) implements FetchState {}

    /**
     * It could not be had, for now.
     *
     * @param why in words for the author
     */
    record Failed(String why) implements FetchState {}
  }
}
