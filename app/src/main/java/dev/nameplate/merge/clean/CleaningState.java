package dev.nameplate.merge.clean;

import dev.nameplate.merge.decode.LegacyCharset;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/**
 * A value on its way through the steps of {@link ValueCleaner}.
 *
 * @param charset what bytes that are no UTF-8 are read by
 * @param raw still encoded
 * @param arrived decoded, before any repair
 * @param text as far as it has come
 * @param reason why it is missing; empty while it is not
 * @param detail what more there is to say of the reason
 * @param hints where lines of it may break or not, which the text itself no longer says
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
  public static CleaningState of(Field field, LegacyCharset charset, String raw) {
    return new CleaningState(
        field, charset, raw, "", "", Optional.empty(), Optional.empty(), LineHints.NONE);
  }

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

  CleaningState hintedBy(String unclean) {
    return new CleaningState(
        field, charset, raw, arrived, text, reason, detail, LineHints.of(unclean));
  }

  /** This with something to say of a value that is drawn. */
  public CleaningState noted(String more) {
    return new CleaningState(field, charset, raw, arrived, text, reason, Optional.of(more), hints);
  }

  public CleaningState missing(MissingReason why) {
    return new CleaningState(
        field, charset, raw, arrived, text, Optional.of(why), Optional.empty(), hints);
  }

  public CleaningState missing(MissingReason why, String more) {
    return new CleaningState(
        field, charset, raw, arrived, text, Optional.of(why), Optional.of(more), hints);
  }

  @Override
  public String toString() {
    return "Draft[" + field.name() + ", " + text.length() + " chars, " + reason + "]";
  }
}
