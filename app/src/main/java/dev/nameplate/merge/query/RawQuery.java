package dev.nameplate.merge.query;

/**
 * A request's query as it arrived, before anything was decoded. A recipient's data: only {@code
 * merge} looks inside, and {@code toString} tells its length alone.
 *
 * @param text without or with a leading {@code ?}; empty where there was none
 */
public record RawQuery(String text) {
  public static final RawQuery NONE = new RawQuery("");

  @Override
  public String toString() {
    return "RawQuery[" + text.length() + " chars]";
  }
}
