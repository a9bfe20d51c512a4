package dev.nameplate.merge.clean;

import dev.nameplate.merge.decode.LegacyCharset;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/**
 * A value between two steps of {@link ValueCleaner}. It is personal data: {@code toString} gives
 * its length only.
 *
 * @param field its declaration
 * @param charset how bytes that are not UTF-8 are decoded
 * @param raw the value as received, still percent-encoded
 * @param arrived the decoded text, before any repair; an empty text before it is decoded
 * @param text the text after the steps so far
 * @param reason why the value is missing; empty while it is not
 * @param detail more about the reason, or a note about a value that is drawn; empty if there is
 *     none
 * @param hints no-break spaces and break opportunities that cleaning removed from the text
 */
public record CleaningState(
    Field field,
    LegacyCharset charset,
    String raw,
    String arrived,
    String text,
    Optional<MissingReason> reason,
    Optional<String> detail,
    LineHints hints) {
  /**
   * Returns the state before the first step: not missing, with empty texts.
   *
   * @param charset how bytes that are not UTF-8 are decoded
   * @param raw still percent-encoded
   */
  public static CleaningState of(Field field, LegacyCharset charset, String raw) {
    return new CleaningState(
        field, charset, raw, "", "", Optional.empty(), Optional.empty(), LineHints.NONE);
  }

  /** Returns whether a step found the value missing; no further step is then applied. */
  public boolean isMissing() {
    return reason.isPresent();
  }

  CleaningState withRaw(String changed) {
    return new CleaningState(field, charset, changed, arrived, text, reason, detail, hints);
  }

  CleaningState withText(String changed) {
    return new CleaningState(field, charset, raw, arrived, changed, reason, detail, hints);
  }

  CleaningState arrivedAs(String decoded) {
    return new CleaningState(field, charset, raw, decoded, decoded, reason, detail, hints);
  }

  CleaningState withHintsOf(String unclean) {
    return new CleaningState(
        field, charset, raw, arrived, text, reason, detail, LineHints.of(unclean));
  }

  /**
   * Returns a copy with a note about a value that is drawn all the same.
   *
   * @param more a few words for the template's author that do not quote the value
   */
  public CleaningState noted(String more) {
    return new CleaningState(field, charset, raw, arrived, text, reason, Optional.of(more), hints);
  }

  /** Returns a copy that is missing, without detail. */
  public CleaningState missing(MissingReason why) {
    return new CleaningState(
        field, charset, raw, arrived, text, Optional.of(why), Optional.empty(), hints);
  }

  /**
   * Returns a copy that is missing, with a detail.
   *
   * @param more a few words for the template's author that do not quote the value
   */
  public CleaningState missing(MissingReason why, String more) {
    return new CleaningState(
        field, charset, raw, arrived, text, Optional.of(why), Optional.of(more), hints);
  }

  @Override
  public String toString() {
    return "CleaningState[" + field.name() + ", " + text.length() + " chars, " + reason + "]";
  }
}
