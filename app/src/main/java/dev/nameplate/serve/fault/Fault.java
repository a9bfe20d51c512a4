package dev.nameplate.serve.fault;

import dev.nameplate.access.sign.DenialReason;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An author's mistake in a URL or a template. It never holds a recipient's data.
 *
 * @param kind a stable, lower-case identifier; also the anchor in {@code troubleshooting.md}
 * @param status of HTTP (RFC 9110, section 15), 4xx or 5xx
 * @param title a few words for people
 * @param detail what was requested, what is allowed, and where it is documented
 */
public record Fault(String kind, int status, String title, String detail) {
  private static final String DOCS = "See app/docs/troubleshooting.md#";
  private static final String UNKNOWN_VERSION = "unknown-version";
  private static final int SHOWN_FAULTS = 2;
  private static final int SHOWN_VERSIONS = 5;

  /**
   * Returns a 404: no template has this id, or it never loaded.
   *
   * @param faults those of the template's file, of which the first two are quoted; empty where
   *     there is no such file
   */
  public static Fault unknownTemplate(String id, List<TemplateFault> faults) {
    return fault(
        "unknown-template",
        404,
        "No template '" + id + "'",
        faults.isEmpty() ? "There is no templates/" + id + "/template.json." : sentence(faults));
  }

  private static String sentence(List<TemplateFault> faults) {
    String why =
        faults.stream()
            .limit(SHOWN_FAULTS)
            .map(TemplateFault::sentence)
            .collect(Collectors.joining(" · "));
    return "It has " + faults.size() + " fault" + (faults.size() == 1 ? "" : "s") + ": " + why;
  }

  /**
   * Returns a 404: the template has no published version of this number.
   *
   * @param published the numbers that there are, in ascending order; may be empty
   */
  public static Fault unknownVersion(String id, int version, List<Integer> published) {
    return fault(
        UNKNOWN_VERSION, 404, "No version " + version + " of '" + id + "'", versions(published));
  }

  /**
   * Returns a 404: the text of {@code _v}, which may be anything and is not shown, is no number.
   *
   * @param published the numbers of the template's versions, in ascending order; may be empty
   */
  public static Fault malformedVersion(String id, List<Integer> published) {
    return fault(
        UNKNOWN_VERSION,
        404,
        "No such version of '" + id + "'",
        "_v is a whole number from 1 on, without zeros before it. " + versions(published));
  }

  private static String versions(List<Integer> published) {
    if (published.isEmpty()) {
      return "It has no published version; leave out _v, or publish one: nameplate publish.";
    }
    int from = Math.max(0, published.size() - SHOWN_VERSIONS);
    String last =
        published.subList(from, published.size()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return (from == 0 ? "Published are: " : "Published were last: ") + last + ".";
  }

  /**
   * Returns a 404: the files of a published version were changed by hand, or are not complete.
   *
   * @param faults of its files, of which the first two are quoted
   */
  public static Fault faultyVersion(String id, int version, List<TemplateFault> faults) {
    return fault(
        UNKNOWN_VERSION,
        404,
        "Version " + version + " of '" + id + "' cannot be drawn",
        sentence(faults));
  }

  /** Returns a 404: no template has a variant with this name. */
  public static Fault unknownVariant(String id, String variant) {
    return fault(
        "unknown-template",
        404,
        "No template '" + id + "~" + variant + "'",
        "A name behind ~ is a variant, and no template has any. Leave out ~" + variant + ".");
  }

  /** Returns a 404: the path does not follow the grammar of picture URLs. */
  public static Fault badPath() {
    return fault(
        "bad-path",
        404,
        "Not an address of a picture",
        "An address is /i/<template>.png, with @2x before the dot for sharp screens, then ? and the"
            + " fields.");
  }

  /**
   * Returns a 400: the template is not offered at this scale.
   *
   * @param requested the scale as the path has it, without {@code @} and {@code x}
   */
  public static Fault scaleNotOffered(String requested, Template template) {
    return fault(
        "scale-not-offered",
        400,
        "No scale @" + requested + "x",
        "This template is offered at "
            + template.output().scales().stream()
                .map(Scale::label)
                .map(label -> "@" + label + "x")
                .collect(Collectors.joining(", "))
            + ".");
  }

  /**
   * Returns a 406: the template is not offered in this format, or this machine cannot encode it.
   *
   * @param requested the path's ending without the dot
   */
  public static Fault formatNotOffered(String requested, Template template) {
    return fault(
        "format-not-offered",
        406,
        "No format ." + requested,
        "This template is offered as "
            + Encoders.offered(template.output()).stream()
                .map(Format::ending)
                .collect(Collectors.joining(", "))
            + "."
            + absent(requested, template));
  }

  /**
   * A sentence about a format that the template offers and this machine cannot encode; empty for
   * other formats.
   */
  private static String absent(String requested, Template template) {
    return template.output().endings().contains(requested)
        ? " It offers "
            + requested
            + " too, but the library for that does not load on this machine."
        : "";
  }

  /** Returns a 403: the template takes only signed URLs, and this one has no valid signature. */
  public static Fault badSignature(DenialReason why) {
    boolean unsigned = why == DenialReason.UNSIGNED || why == DenialReason.NO_KEYS;
    String title = unsigned ? "Not a signed address" : "The signature does not fit";
    return fault("bad-signature", 403, title, why.sentence());
  }

  /**
   * Returns a 410: the signed URL has expired.
   *
   * @param at the instant of its expiry
   */
  public static Fault expired(Instant at) {
    return fault(
        "expired", 410, "This picture has expired", "Its address was good until " + at + ".");
  }

  /**
   * Returns a 414: the request target is longer than allowed.
   *
   * @param length of the target in characters
   * @param most the limit, {@code NAMEPLATE_MAX_TARGET}
   */
  public static Fault targetTooLong(int length, int most) {
    return fault(
        "target-too-long",
        414,
        "The address is too long",
        "It has "
            + length
            + " characters; at most "
            + most
            + " are taken. NAMEPLATE_MAX_TARGET"
            + " raises that, but mail programs cut long addresses earlier.");
  }

  /** Returns a 405: the method is neither GET, HEAD nor OPTIONS. */
  public static Fault methodNotAllowed() {
    return fault(
        "method-not-allowed", 405, "Only GET and HEAD", "A picture can be read, and no more.");
  }

  /**
   * Returns the fault of a request that Jetty could not parse.
   *
   * @param status as Jetty chose it, 4xx
   */
  public static Fault badRequest(int status) {
    return fault(
        "bad-request",
        status,
        "The request cannot be read",
        "A raw space or control character stands in the address, or it is too long. Encode values"
            + " for URLs: a space is %20.");
  }

  /**
   * Returns the fault of a request for something other than a picture that load or a rate limit
   * refuses; pictures are degraded instead.
   *
   * @param status 429 or 503
   */
  public static Fault later(int status) {
    return fault("later", status, "Too much at once", "Ask again in a second.");
  }

  /**
   * Returns this fault in words that hold nothing of the URL, so that one picture fits every fault
   * of the kind.
   */
  Fault general() {
    return fault(kind, status, "This address has no picture", "Its fault is: " + kind + ".");
  }

  private static Fault fault(String kind, int status, String title, String detail) {
    return new Fault(kind, status, title, detail + " " + DOCS + kind);
  }
}
