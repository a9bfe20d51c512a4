package dev.nameplate.merge;

import dev.nameplate.template.Field;
import java.util.Optional;

/**
 * A value on its way through the steps of {@link ValueCleaner}.
 *
 * @param raw still encoded
 * @param arrived decoded, before any repair
 * @param text as far as it has come
 * @param reason why it is missing; empty while it is not
 * @param detail what more there is to say of the reason
 * @param hints where lines of it may break or not, which the text itself no longer says
 */
record Draft(
    Field field,
    String raw,
    String arrived,
    String text,
    Optional<MissingReason> reason,
    Optional<String> detail,
    LineHints hints) {
  static Draft of(Field field, String raw) {
    return new Draft(field, raw, "", "", Optional.empty(), Optional.empty(), LineHints.NONE);
  }

  boolean isMissing() {
    return reason.isPresent();
  }

  Draft withRaw(String changed) {
    return new Draft(field, changed, arrived, text, reason, detail, hints);
  }

  Draft withText(String changed) {
    return new Draft(field, raw, arrived, changed, reason, detail, hints);
  }

  Draft arrivedAs(String decoded) {
    return new Draft(field, raw, decoded, decoded, reason, detail, hints);
  }

  Draft hintedBy(String unclean) {
    return new Draft(field, raw, arrived, text, reason, detail, LineHints.of(unclean));
  }

  /** This with something to say of a value that is drawn. */
  Draft noted(String more) {
    return new Draft(field, raw, arrived, text, reason, Optional.of(more), hints);
  }

  Draft missing(MissingReason why) {
    return new Draft(field, raw, arrived, text, Optional.of(why), Optional.empty(), hints);
  }

  Draft missing(MissingReason why, String more) {
    return new Draft(field, raw, arrived, text, Optional.of(why), Optional.of(more), hints);
  }

  @Override
  public String toString() {
    return "Draft[" + field.name() + ", " + text.length() + " chars, " + reason + "]";
  }
}
