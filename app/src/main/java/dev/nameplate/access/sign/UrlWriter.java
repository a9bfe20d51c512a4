package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.QueryWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes addresses: plain ones, or where there is a key signed and sealed ones. Equal orders give
 * equal addresses.
 */
public final class UrlWriter {
  private final KeyRing keys;

  /**
   * @param keys the first of which signs and seals; none for plain addresses
   */
  public UrlWriter(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * An address from its {@code /i/} on.
   *
   * @throws IllegalArgumentException where it is to be sealed and there is no key
   */
  public String write(UrlSpec order) {
    Optional<Key> key = keys.first();
    if (order.seal() && key.isEmpty()) {
      throw new IllegalArgumentException("without a key nothing can be sealed");
    }
    QueryWriter query = new QueryWriter();
    if (!order.seal()) {
      order.values().forEach(query::text);
    }
    key.ifPresent(signing -> controls(order, signing).forEach(query::list));
    String text = query.query().text();
    return path(order) + (text.isEmpty() ? "" : "?" + text);
  }

  private static String path(UrlSpec order) {
    String scale = order.scale().equals(Scale.ONE) ? "" : "@" + order.scale().label() + "x";
    String ending = order.format().isEmpty() ? "" : "." + order.format();
    return "/i/" + order.template() + scale + ending;
  }

  /** The control parameters that have something to say, the signature last. */
  private Map<String, String> controls(UrlSpec order, Key key) {
    List<String> locked = new ArrayList<>(order.seal() ? List.of() : order.values().keySet());
    SignedUrl url =
        new SignedUrl(
            order.template(),
            order.format().equals("jpeg") ? "jpg" : order.format(),
            order.scale(),
            Expiry.text(order.expires()),
            String.join(",", locked),
            String.join(",", order.open()),
            order.seal() ? sealed(order, key) : "",
            order.seal() ? List.of() : List.copyOf(order.values().values()));
    Map<String, String> controls = new LinkedHashMap<>();
    controls.put(ControlParameters.SEALED, url.sealed());
    controls.put(ControlParameters.LOCK, url.lock());
    controls.put(ControlParameters.OPEN, url.open());
    controls.put(ControlParameters.EXPIRES, url.expires());
    controls.put(ControlParameters.SIGNATURE, url.signature(key));
    controls.values().removeIf(String::isEmpty);
    return controls;
  }

  private static String sealed(UrlSpec order, Key key) {
    SealedValues values = new SealedValues(order.values(), order.expires());
    return SealedFields.seal(key, order.template(), values);
  }
}
