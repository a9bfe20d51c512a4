package dev.nameplate.access;

import dev.nameplate.merge.Parameters;
import dev.nameplate.merge.QueryWriter;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.template.Access;
import dev.nameplate.template.Output;
import dev.nameplate.template.Template;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whether an address is answered, and what of its query may be drawn.
 *
 * <p>An open template takes any query; what {@code _x} seals is added where it opens. A signed one
 * takes, in this order of precedence: the values in {@code _x}, the parameters named by {@code
 * _lock}, those named by {@code _open}; nothing else, and of each the first copy alone.
 */
public final class UrlVerifier {
  private final AccessSettings settings;
  private final InstantSource clock;
  private final SealedFields sealedFields;

  /** A verifier that goes by the machine's clock. */
  public UrlVerifier(AccessSettings settings) {
    this(settings, InstantSource.system());
  }

  /**
   * @param clock tells what has expired
   */
  public UrlVerifier(AccessSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.sealedFields = new SealedFields(settings.keys());
  }

  /** Whether a template takes signed addresses only. */
  public boolean isSigned(Template template) {
    return template.output().access().orElse(settings.preset()) == Access.SIGNED;
  }

  /** The clock it goes by. */
  public InstantSource clock() {
    return clock;
  }

  /** Judges a request as of now. */
  public Verdict verify(Address address, RawQuery query) {
    return verify(address, query, clock.instant());
  }

  /** Judges a request in time linear in its length; never fails. */
  public Verdict verify(Address address, RawQuery query, Instant now) {
    return isSigned(address.template())
        ? signed(address, Parameters.read(address.template(), query), now)
        : open(address.template(), query, now);
  }

  private Verdict open(Template template, RawQuery query, Instant now) {
    return !settings.keys().isEmpty() && mayHoldSealed(query.text())
        ? sealed(template, query)
            .filter(hidden -> hidden.expires().map(now::isBefore).orElse(true))
            .map(hidden -> admitted(hidden, query))
            .orElseGet(() -> new Verdict.Admitted(query, Optional.empty()))
        : new Verdict.Admitted(query, Optional.empty());
  }

  /** Whether a key could be {@code _x}, in any way to write it. */
  private static boolean mayHoldSealed(String query) {
    return query.contains("_x")
        || query.contains("_X")
        || query.contains("_%")
        || query.contains("%5");
  }

  private Optional<SealedValues> sealed(Template template, RawQuery query) {
    return Parameters.read(template, query)
        .text(Control.SEALED)
        .flatMap(text -> sealedFields.open(template.id(), text));
  }

  private static Verdict admitted(SealedValues sealed, RawQuery query) {
    QueryWriter writer = new QueryWriter();
    sealed.values().forEach(writer::text);
    return new Verdict.Admitted(writer.rest(query).query(), sealed.expires());
  }

  private Verdict signed(Address address, Parameters parameters, Instant now) {
    String signature = parameters.text(Control.SIGNATURE).orElse("");
    Optional<Key> key = settings.keys().find(signature.substring(0, idLength(signature)));
    if (key.isEmpty()) {
      return new Verdict.Denied(withoutKey(signature));
    }
    String lock = parameters.text(Control.LOCK).orElse("");
    if (namesTwice(lock, parameters)) {
      return new Verdict.Denied(Denial.LOCKED_TWICE);
    }
    SignedUrl url = url(address, lock, parameters);
    boolean same =
        formats(address).stream()
            .anyMatch(format -> Key.same(url.withFormat(format).signature(key.get()), signature));
    return same ? judged(url, parameters, now) : new Verdict.Denied(Denial.CHANGED);
  }

  private static int idLength(String signature) {
    return Math.max(0, signature.indexOf('.'));
  }

  private Denial withoutKey(String signature) {
    if (settings.keys().isEmpty()) {
      return Denial.NO_KEYS;
    }
    return signature.isEmpty() ? Denial.UNSIGNED : Denial.UNKNOWN_KEY;
  }

  /** So that no text is read more often than it was sent. */
  private static boolean namesTwice(String lock, Parameters parameters) {
    List<String> names = SignedUrl.names(lock);
    return names.stream().map(parameters::name).distinct().count() < names.size();
  }

  private static SignedUrl url(Address address, String lock, Parameters parameters) {
    return new SignedUrl(
        address.template().id(),
        address.format().orElse(""),
        address.scale(),
        parameters.text(Control.EXPIRES).orElse(""),
        lock,
        parameters.text(Control.OPEN).orElse(""),
        parameters.text(Control.SEALED).orElse(""),
        SignedUrl.names(lock).stream().map(name -> parameters.text(name).orElse("")).toList());
  }

  /** The verdict on an address that is as it was signed. */
  private Verdict judged(SignedUrl url, Parameters parameters, Instant now) {
    Optional<Instant> expires = Expiry.parse(url.expires());
    if (expires.isEmpty() && !url.expires().isEmpty()) {
      return new Verdict.Denied(Denial.UNREADABLE_EXPIRY);
    }
    Optional<SealedValues> sealed = sealedFields.open(url.template(), url.sealed());
    if (sealed.isEmpty() && !url.sealed().isEmpty()) {
      return new Verdict.Denied(Denial.UNOPENED);
    }
    Optional<Instant> first =
        Stream.concat(expires.stream(), sealed.flatMap(SealedValues::expires).stream())
            .min(Instant::compareTo);
    return first.isPresent() && !now.isBefore(first.get())
        ? new Verdict.Expired(first.get())
        : new Verdict.Admitted(drawn(url, parameters, sealed), first);
  }

  /** The formats whose signature an address may bear: of an explanation, that of any picture. */
  private static List<String> formats(Address address) {
    String own = address.format().orElse("");
    return own.equals(Address.JSON)
        ? Stream.of(
                List.of(own, ""), Output.DEFAULT.endings(), address.template().output().endings())
            .flatMap(List::stream)
            .distinct()
            .toList()
        : List.of(own);
  }

  private static RawQuery drawn(
      SignedUrl url, Parameters parameters, Optional<SealedValues> sealed) {
    QueryWriter writer = new QueryWriter();
    Set<String> taken = new HashSet<>();
    Map<String, String> hidden = sealed.map(SealedValues::values).orElse(Map.of());
    hidden.forEach(
        (name, value) -> {
          if (taken.add(parameters.name(name))) {
            writer.text(name, value);
          }
        });
    for (String name : SignedUrl.names(url.lock())) {
      if (taken.add(parameters.name(name))) {
        parameters.text(name).ifPresent(value -> writer.text(name, value));
      }
    }
    for (String name : SignedUrl.names(url.open())) {
      if (taken.add(parameters.name(name))) {
        parameters.raw(name).ifPresent(value -> writer.raw(name, value));
      }
    }
    return writer.query();
  }
}
