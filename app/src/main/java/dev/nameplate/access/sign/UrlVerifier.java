package dev.nameplate.access.sign;

import dev.nameplate.merge.query.Parameters;
import dev.nameplate.merge.query.QueryWriter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.template.Access;
import dev.nameplate.template.OutputOptions;
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
 * Verifies signed URLs and decides which values of a query may be drawn. Safe for many threads.
 *
 * <p>An open template accepts any query, and the values in {@code _x} are added where it can be
 * decrypted. A template with signed access accepts, in this order of precedence: the values in
 * {@code _x}, the parameters that {@code _lock} names, those that {@code _open} names. Everything
 * else is ignored, and of a repeated parameter all but the first. The signature of a published
 * version's URL covers the number of the version that is drawn.
 */
public final class UrlVerifier {
  private final AccessSettings settings;
  private final InstantSource clock;
  private final SealedFields sealedFields;

  /** Makes a verifier on the system clock. */
  public UrlVerifier(AccessSettings settings) {
    this(settings, InstantSource.system());
  }

  /**
   * @param settings the keys, and the access of templates that do not set it
   * @param clock decides what has expired
   */
  public UrlVerifier(AccessSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.sealedFields = new SealedFields(settings.keys());
  }

  /** Returns whether a template accepts only signed URLs. */
  public boolean isSigned(Template template) {
    return template.output().access().orElse(settings.defaultAccess()) == Access.SIGNED;
  }

  /** Returns the clock that decides what has expired. */
  public InstantSource clock() {
    return clock;
  }

  /** Returns links to templates' pages, by the verifier's keys and clock. */
  public PageLinks pageLinks() {
    return new PageLinks(settings.keys(), clock);
  }

  /**
   * Verifies a request as of now, by the verifier's clock.
   *
   * @return as {@link #verify(ImageRef, RawQuery, Instant)}
   */
  public VerificationResult verify(ImageRef imageRef, RawQuery query) {
    return verify(imageRef, query, clock.instant());
  }

  /**
   * Verifies a request in time linear in its length; never throws for what a request holds.
   *
   * @param imageRef the picture that the request's path names
   * @param query the request's query, as received
   * @param now the instant that decides what has expired
   * @return the values that may be drawn, or why the request is refused; a request for a template
   *     that is open to unsigned URLs is always admitted, without the values of an {@code _x} that
   *     has expired or cannot be decrypted
   */
  public VerificationResult verify(ImageRef imageRef, RawQuery query, Instant now) {
    return isSigned(imageRef.template())
        ? signed(imageRef, Parameters.read(imageRef.template(), query), now)
        : open(imageRef.template(), query, now);
  }

  private VerificationResult open(Template template, RawQuery query, Instant now) {
    return !settings.keys().isEmpty() && mayHoldSealed(query.text())
        ? sealed(template, query)
            .filter(hidden -> hidden.expires().map(now::isBefore).orElse(true))
            .map(hidden -> admitted(hidden, query))
            .orElseGet(() -> new VerificationResult.Admitted(query, Optional.empty()))
        : new VerificationResult.Admitted(query, Optional.empty());
  }

  /** Whether a parameter could be {@code _x}, percent-encoded or not. */
  private static boolean mayHoldSealed(String query) {
    return query.contains("_x")
        || query.contains("_X")
        || query.contains("_%")
        || query.contains("%5");
  }

  private Optional<SealedValues> sealed(Template template, RawQuery query) {
    return Parameters.read(template, query)
        .text(ControlParameters.SEALED)
        .flatMap(text -> sealedFields.open(template.id(), text));
  }

  private static VerificationResult admitted(SealedValues sealed, RawQuery query) {
    QueryWriter writer = new QueryWriter();
    sealed.values().forEach(writer::text);
    return new VerificationResult.Admitted(writer.rest(query).query(), sealed.expires());
  }

  private VerificationResult signed(ImageRef imageRef, Parameters parameters, Instant now) {
    String signature = parameters.text(ControlParameters.SIGNATURE).orElse("");
    Optional<Key> key = settings.keys().find(signature.substring(0, idLength(signature)));
    if (key.isEmpty()) {
      return new VerificationResult.Denied(withoutKey(signature));
    }
    String lock = parameters.text(ControlParameters.LOCK).orElse("");
    if (namesTwice(lock, parameters)) {
      return new VerificationResult.Denied(DenialReason.LOCKED_TWICE);
    }
    SignedUrl url = url(imageRef, lock, parameters);
    boolean same =
        formats(imageRef).stream()
            .anyMatch(format -> Key.same(url.withFormat(format).signature(key.get()), signature));
    return same
        ? verified(url, parameters, now)
        : new VerificationResult.Denied(DenialReason.CHANGED);
  }

  private static int idLength(String signature) {
    return Math.max(0, signature.indexOf('.'));
  }

  private DenialReason withoutKey(String signature) {
    if (settings.keys().isEmpty()) {
      return DenialReason.NO_KEYS;
    }
    return signature.isEmpty() ? DenialReason.UNSIGNED : DenialReason.UNKNOWN_KEY;
  }

  /** Refused so that no value is read more often than it was sent. */
  private static boolean namesTwice(String lock, Parameters parameters) {
    List<String> names = SignedUrl.names(lock);
    return names.stream().map(parameters::name).distinct().count() < names.size();
  }

  private static SignedUrl url(ImageRef imageRef, String lock, Parameters parameters) {
    return new SignedUrl(
        imageRef.template().id(),
        imageRef.format().orElse(""),
        imageRef.scale(),
        parameters.text(ControlParameters.EXPIRES).orElse(""),
        lock,
        parameters.text(ControlParameters.OPEN).orElse(""),
        parameters.text(ControlParameters.SEALED).orElse(""),
        imageRef.template().version().map(String::valueOf).orElse(""),
        SignedUrl.names(lock).stream().map(name -> parameters.text(name).orElse("")).toList());
  }

  /** The result for a URL whose signature is right. */
  private VerificationResult verified(SignedUrl url, Parameters parameters, Instant now) {
    Optional<Instant> expires = Expiry.parse(url.expires());
    if (expires.isEmpty() && !url.expires().isEmpty()) {
      return new VerificationResult.Denied(DenialReason.UNREADABLE_EXPIRY);
    }
    Optional<SealedValues> sealed = sealedFields.open(url.template(), url.sealed());
    if (sealed.isEmpty() && !url.sealed().isEmpty()) {
      return new VerificationResult.Denied(DenialReason.UNOPENED);
    }
    Optional<Instant> first =
        Stream.concat(expires.stream(), sealed.flatMap(SealedValues::expires).stream())
            .min(Instant::compareTo);
    return first.isPresent() && !now.isBefore(first.get())
        ? new VerificationResult.Expired(first.get())
        : new VerificationResult.Admitted(drawn(url, parameters, sealed), first);
  }

  /**
   * The formats whose signatures are accepted: for an explanation those of every picture, since it
   * is reached by changing the ending.
   */
  private static List<String> formats(ImageRef imageRef) {
    String own = imageRef.format().orElse("");
    return own.equals(ImageRef.JSON)
        ? Stream.of(
                List.of(own, ""),
                OutputOptions.DEFAULT.endings(),
                imageRef.template().output().endings())
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
