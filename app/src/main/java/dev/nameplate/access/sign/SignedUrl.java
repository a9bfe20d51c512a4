package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a URL that its signature covers. The canonical form is a list of texts, specified to
 * the byte in {@code app/docs/signing.md}.
 *
 * @param template the id
 * @param format {@code png}; {@code jpg} for {@code jpeg} too; empty where the path has no ending
 * @param expires the text of {@code _exp}; empty for none
 * @param lock the text of {@code _lock}; empty for none
 * @param open the text of {@code _open}; empty for none
 * @param sealed the text of {@code _x}; empty for none
 * @param version the text of {@code _v}; empty for none
 * @param values the decoded text of each parameter that {@code _lock} names, in its order; empty
 *     where the parameter is absent
 */
record SignedUrl(
    String template,
    String format,
    Scale scale,
    String expires,
    String lock,
    String open,
    String sealed,
    String version,
    List<String> values) {
  /** The form of URLs of the template that authors edit. */
  private static final String UNVERSIONED_FORM = "nameplate-url-1";

  /** The form of URLs of a published version, which is one of their texts. */
  private static final String VERSIONED_FORM = "nameplate-url-2";

  SignedUrl {
    values = List.copyOf(values);
  }

  /**
   * The names in the text of {@code _lock} or {@code _open}, in its order; none for an empty text.
   * A name is an empty text where two commas are adjacent.
   */
  static List<String> names(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  SignedUrl withFormat(String other) {
    return new SignedUrl(template, other, scale, expires, lock, open, sealed, version, values);
  }

  List<String> canonical(Key key) {
    String form = version.isEmpty() ? UNVERSIONED_FORM : VERSIONED_FORM;
    List<String> items =
        new ArrayList<>(
            List.of(form, key.id(), template, format, scale.label(), expires, lock, open, sealed));
    if (!version.isEmpty()) {
      items.add(version);
    }
    items.addAll(values);
    return items;
  }

  /** The text of {@code _sig}. */
  String signature(Key key) {
    return key.id() + "." + key.sign(canonical(key));
  }

  @Override
  public String toString() {
    return "SignedUrl[" + template + ", " + values.size() + " locked]";
  }
}
