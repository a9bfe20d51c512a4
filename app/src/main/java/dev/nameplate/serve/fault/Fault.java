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
 * An author's mistake: what is wrong with an address, never with a recipient's data.
 *
 * @param kind a short name that never changes
 * @param status of HTTP
 * @param title a few words
 * @param detail what was asked, what is allowed, and where it is documented
 */
public record Fault(String kind, int status, String title, String detail) {
  private static final String DOCS = "See app/docs/troubleshooting.md#";
  private static final int SHOWN_FAULTS = 2;

  /** No template has this id, or it never loaded. */
  public static Fault unknownTemplate(String id, List<TemplateFault> faults) {
    String why =
        faults.stream()
            .limit(SHOWN_FAULTS)
            .map(TemplateFault::sentence)
            .collect(Collectors.joining(" · "));
    return fault(
        "unknown-template",
        404,
        "No template '" + id + "'",
        faults.isEmpty()
            ? "There is no templates/" + id + "/template.json."
            : "It has " + faults.size() + " fault" + (faults.size() == 1 ? "" : "s") + ": " + why);
  }

  /** No template has a variant of this name. */
  public static Fault unknownVariant(String id, String variant) {
    return fault(
        "unknown-template",
        404,
        "No template '" + id + "~" + variant + "'",
        "A name behind ~ is a variant, and no template has any. Leave out ~" + variant + ".");
  }

  /** The path is none of ours. */
  public static Fault badPath() {
    return fault(
        "bad-path",
        404,
        "Not an address of a picture",
        "An address is /i/<template>.png, with @2x before the dot for sharp screens, then ? and the"
            + " fields.");
  }

  /** The template is not offered at this scale. */
  public static Fault scaleNotOffered(String asked, Template template) {
    return fault(
        "scale-not-offered",
        400,
        "No scale @" + asked + "x",
        "This template is offered at "
            + template.output().scales().stream()
                .map(Scale::label)
                .map(label -> "@" + label + "x")
                .collect(Collectors.joining(", "))
            + ".");
  }

  /** The template is not offered in this format. */
  public static Fault formatNotOffered(String asked, Template template) {
    return fault(
        "format-not-offered",
        406,
        "No format ." + asked,
        "This template is offered as "
            + Encoders.offered(template.output()).stream()
                .map(Format::ending)
                .collect(Collectors.joining(", "))
            + "."
            + absent(asked, template));
  }

  /** What is to be said of a format that the template offers and this machine cannot write. */
  private static String absent(String asked, Template template) {
    return template.output().endings().contains(asked)
        ? " It offers " + asked + " too, but the library for that does not load on this machine."
        : "";
  }

  /** The template takes signed addresses, and this one is not, or not so. */
  public static Fault badSignature(DenialReason why) {
    boolean unsigned = why == DenialReason.UNSIGNED || why == DenialReason.NO_KEYS;
    String title = unsigned ? "Not a signed address" : "The signature does not fit";
    return fault("bad-signature", 403, title, why.sentence());
  }

  /** A signed address is past its end. */
  public static Fault expired(Instant at) {
    return fault(
        "expired", 410, "This picture has expired", "Its address was good until " + at + ".");
  }

  /** The request's target is longer than the limit. */
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

  /** Only reading is possible. */
  public static Fault methodNotAllowed() {
    return fault(
        "method-not-allowed", 405, "Only GET and HEAD", "A picture can be read, and no more.");
  }

  /** The server itself could not read the request. */
  public static Fault badRequest(int status) {
    return fault(
        "bad-request",
        status,
        "The request cannot be read",
        "A raw space or control character stands in the address, or it is too long. Encode values"
            + " for URLs: a space is %20.");
  }

  /** Too much is asked for something that is no picture; pictures are never put off so. */
  public static Fault later(int status) {
    return fault("later", status, "Too much at once", "Ask again in a second.");
  }

  /** The same in words that hold nothing of the address. */
  Fault general() {
    return fault(kind, status, "This address has no picture", "Its fault is: " + kind + ".");
  }

  private static Fault fault(String kind, int status, String title, String detail) {
    return new Fault(kind, status, title, detail + " " + DOCS + kind);
  }
}
