package dev.nameplate.merge.value;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * A clean value of a field. It is personal data: {@code toString} gives its type and length, never
 * its content.
 */
public sealed interface FieldValue {
  /**
   * Returns the text that replaces {@code {{ field }}} in a wording: a number, amount or date as
   * formatted for the template's locale, an image's path or URL.
   */
  String shown();

  /**
   * Returns a text for cache keys: two values with the same identity are drawn the same, whatever
   * filters are applied.
   */
  default String identity() {
    return shown();
  }

  /**
   * A name, text, choice, code, payload or URL.
   *
   * @param shown the clean text
   */
  record Text(String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Text[" + shown.length() + " chars]";
    }
  }

  /**
   * A number or an amount of money.
   *
   * @param number the exact value
   * @param shown formatted for the template's locale (CLDR), with the currency if the field has one
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
   * A date or an instant, in the time zone that the value stated, or in the template's zone if it
   * stated none.
   *
   * @param date the instant; for a whole day the day's first instant
   * @param shown formatted for the template's locale (CLDR)
   * @param wholeDay whether the value was a day without a time
   */
  record Date(ZonedDateTime date, String shown, boolean wholeDay) implements FieldValue {
    /** Makes the value of an instant, not of a whole day. */
    public Date(ZonedDateTime date, String shown) {
      this(date, shown, false);
    }

    /**
     * Returns the instant from which it has passed: for a whole day the start of the next day in
     * the same zone, otherwise the instant itself.
     */
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
   * An image of the template's own assets.
   *
   * @param shown its path below the template's folder, such as {@code assets/stage.jpg}
   */
  record Picture(String shown) implements FieldValue {
    @Override
    public String toString() {
      return "Picture[" + shown.length() + " chars]";
    }
  }

  /**
   * A remote image on a host that the field lists.
   *
   * @param shown its absolute URL
   * @param fetchState whether it has been fetched
   */
  record RemoteImageUrl(String shown, FetchState fetchState) implements FieldValue {
    /**
     * Returns a value whose image has not been fetched yet.
     *
     * @param url absolute, on a host that the field lists
     */
    public static RemoteImageUrl at(String url) {
      return new RemoteImageUrl(url, new FetchState.Pending());
    }

    /** Returns a copy with the result of fetching its image. */
    public RemoteImageUrl with(FetchState outcome) {
      return new RemoteImageUrl(shown, outcome);
    }

    /** Includes the file's digest, since a URL may serve another image tomorrow. */
    @Override
    public String identity() {
      return (fetchState instanceof FetchState.Found found ? found.picture().digest() : "none")
          + " "
          + shown;
    }

    @Override
    public String toString() {
      return "RemoteImageUrl[" + shown.length() + " chars, " + fetchState + "]";
    }
  }

  /** How far fetching a remote image has come. */
  sealed interface FetchState {
    /** Not fetched yet. */
    record Pending() implements FetchState {}

    /**
     * Fetched and decoded.
     *
     * @param picture the image
     */
    record Found(RemoteImageRef picture) implements FetchState {}

    /**
     * It could not be fetched; a later request may succeed.
     *
     * @param why a sentence for the template's author, without the URL
     */
    record Failed(String why) implements FetchState {}
  }
}
