package dev.nameplate.merge.clean;

import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/**
 * A value on its way through the steps of {@link ValueCleaner}.
 *
 * @param raw still encoded
 * @param arrived decoded, before any repair
 * @param text as far as it has come
 * @param reason why it is missing; empty while it is not
 * @param detail what more there is to say of the reason
 */
public record CleaningState(
    Field field,
    String raw,
    String arrived,
    String text,
    Optional<MissingReason> reason,
    Optional<String> detail) {
  public static CleaningState of(Field field, String raw) {
    return new CleaningState(field, raw, "", "", Optional.empty(), Optional.empty());
  }

  public boolean isMissing() {
    return reason.isPresent();
  }

  CleaningState withRaw(String changed) {
    return new CleaningState(field, changed, arrived, text, reason, detail);
  }

  CleaningState withText(String changed) {
    return new CleaningState(field, raw, arrived, changed, reason, detail);
  }

  CleaningState arrivedAs(String decoded) {
    return new CleaningState(field, raw, decoded, decoded, reason, detail);
  }

  public CleaningState missing(MissingReason why) {
    return new CleaningState(field, raw, arrived, text, Optional.of(why), Optional.empty());
  }

  public CleaningState missing(MissingReason why, String more) {
    return new CleaningState(field, raw, arrived, text, Optional.of(why), Optional.of(more));
  }

  @Override
  public String toString() {
    return "Draft[" + field.name() + ", " + text.length() + " chars, " + reason + "]";
  }
}
