package dev.nameplate.edit;

import dev.nameplate.template.TemplateId;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A template as it is being edited.
 *
 * @param revision counts its saves; 0 for the published template, of which nothing is stored
 * @param savedAt when it was saved last; empty for revision 0
 * @param assetsOf the template whose assets it uses until it is published first; empty for its own
 * @param text what would be written to {@code template.json}
 * @param samples what would be written to {@code samples.json}; empty where it stays as it is
 */
public record Draft(
    long revision,
    Optional<Instant> savedAt,
    Optional<TemplateId> assetsOf,
    String text,
    Optional<String> samples) {
  /** The longest text of a draft, in bytes of UTF-8. */
  public static final int MAX_BYTES = 2 << 20;

  /** How many layers a draft may have, those in stacks included. */
  public static final int MAX_LAYERS = 500;

  private static final int DIGITS = 16;

  /** A draft whose samples stay as they are. */
  public Draft(
      long revision, Optional<Instant> savedAt, Optional<TemplateId> assetsOf, String text) {
    this(revision, savedAt, assetsOf, text, Optional.empty());
  }

  /** Returns the published template as a draft of which nothing is stored. */
  public static Draft unsaved(String text) {
    return new Draft(0, Optional.empty(), Optional.empty(), text);
  }

  /**
   * Returns the draft's entity tag (RFC 9110, section 8.8.3), quotes included: its revision and the
   * beginning of the SHA-256 of its text, with its samples where it has some.
   */
  public String etag() {
    return "\"" + revision + "-" + digest(text + samples.orElse("")) + "\"";
  }

  /**
   * Returns the entity tag of a published file, quotes included: the beginning of the SHA-256 of
   * its bytes.
   */
  public static String publishedTag(byte[] file) {
    return "\"" + Sha256.hex(file).substring(0, DIGITS) + "\"";
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  /** Has the length of the text only. */
  @Override
  public String toString() {
    return "Draft[" + revision + ", " + text.length() + " chars]";
  }
}
