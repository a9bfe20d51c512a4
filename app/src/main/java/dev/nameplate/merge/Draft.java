package dev.nameplate.merge;

import dev.nameplate.template.Field;
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
 */
record Draft(
    Field field,
    LegacyCharset charset,
    String raw,
    String arrived,
    String text,
    Optional<MissingReason> reason,
    Optional<String> detail) {
  static Draft of(Field field, LegacyCharset charset, String raw) {
    return new Draft(field, charset, raw, "", "", Optional.empty(), Optional.empty());
  }

  boolean isMissing() {
    return reason.isPresent();
  }

  Draft withRaw(String changed) {
    return new Draft(field, charset, changed, arrived, text, reason, detail);
  }

  Draft withText(String changed) {
    return new Draft(field, charset, raw, arrived, changed, reason, detail);
  }

  Draft arrivedAs(String decoded) {
    return new Draft(field, charset, raw, decoded, decoded, reason, detail);
  }

  Draft missing(MissingReason why) {
    return new Draft(field, charset, raw, arrived, text, Optional.of(why), Optional.empty());
  }

  Draft missing(MissingReason why, String more) {
    return new Draft(field, charset, raw, arrived, text, Optional.of(why), Optional.of(more));
  }

  @Override
  public String toString() {
    return "Draft[" + field.name() + ", " + text.length() + " chars, " + reason + "]";
  }
}
