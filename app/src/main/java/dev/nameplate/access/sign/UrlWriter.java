package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.QueryWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes picture URLs: plain ones without a key, signed ones with a key, and sealed ones on
 * request. Equal specs give equal URLs. The form is in {@code app/docs/signing.md}.
 */
public final class UrlWriter {
  private final KeyRing keys;

  /**
   * @param keys the first signs and seals; none writes plain URLs
   */
  public UrlWriter(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * Returns a URL from its path {@code /i/} on, without scheme and host. Without a key its query
   * has the version and the values only: the open fields and the expiry are left out. The version
   * comes first, since what a tool inserts later may hide what follows it.
   *
   * @throws IllegalArgumentException where the values are to be sealed and there is no key
   */
  public String write(UrlSpec spec) {
    Optional<Key> key = keys.first();
    if (spec.seal() && key.isEmpty()) {
      throw new IllegalArgumentException("without a key nothing can be sealed");
    }
    QueryWriter query = new QueryWriter();
    spec.version().ifPresent(number -> query.text(ControlParameters.VERSION, "" + number));
    if (!spec.seal()) {
      spec.values().forEach(query::text);
    }
    key.ifPresent(signing -> controls(spec, signing).forEach(query::list));
    String text = query.query().text();
    return path(spec) + (text.isEmpty() ? "" : "?" + text);
  }

  private static String path(UrlSpec spec) {
    String scale = spec.scale().equals(Scale.ONE) ? "" : "@" + spec.scale().label() + "x";
    String ending = spec.format().isEmpty() ? "" : "." + spec.format();
    return "/i/" + spec.template() + scale + ending;
  }

  /** The control parameters that are not empty, the signature last. */
  private Map<String, String> controls(UrlSpec spec, Key key) {
    List<String> locked = new ArrayList<>(spec.seal() ? List.of() : spec.values().keySet());
    SignedUrl url =
        new SignedUrl(
            spec.template(),
            spec.format().equals("jpeg") ? "jpg" : spec.format(),
            spec.scale(),
            Expiry.text(spec.expires()),
            String.join(",", locked),
            String.join(",", spec.open()),
            spec.seal() ? sealed(spec, key) : "",
            spec.version().map(String::valueOf).orElse(""),
            spec.seal() ? List.of() : List.copyOf(spec.values().values()));
    Map<String, String> controls = new LinkedHashMap<>();
    controls.put(ControlParameters.SEALED, url.sealed());
    controls.put(ControlParameters.LOCK, url.lock());
    controls.put(ControlParameters.OPEN, url.open());
    controls.put(ControlParameters.EXPIRES, url.expires());
    controls.put(ControlParameters.SIGNATURE, url.signature(key));
    controls.values().removeIf(String::isEmpty);
    return controls;
  }

  private static String sealed(UrlSpec spec, Key key) {
    SealedValues values = new SealedValues(spec.values(), spec.expires());
    return SealedFields.seal(key, spec.template(), values);
  }
}
