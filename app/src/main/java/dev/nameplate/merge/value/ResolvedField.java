package dev.nameplate.merge.value;

import dev.nameplate.template.field.Field;
import java.util.Locale;
import java.util.Optional;

/**
 * What was made of one field, and why.
 *
 * @param value what is drawn: the given value, the fallback, or empty where the field is absent
 * @param reason why the given value was missing; empty where it was given
 * @param arrived the decoded text, at most 200 code points; empty where no parameter came
 * @param detail what more there is to say of the reason, such as the tool whose tag it was
 */
public record ResolvedField(
    Field field,
    State state,
    Optional<FieldValue> value,
    Optional<MissingReason> reason,
    Optional<String> arrived,
    Optional<String> detail) {

  /** Where the drawn value came from. */
  public enum State {
    GIVEN,
    FALLBACK,
    ABSENT;

    /** As headers and the explanation write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The value where it is a picture from outside. */
  Optional<FieldValue.RemoteImageUrl> outside() {
    return value.isPresent() && value.get() instanceof FieldValue.RemoteImageUrl remoteImageUrl
        ? Optional.of(remoteImageUrl)
        : Optional.empty();
  }

  /** The same field with another value. */
  ResolvedField with(FieldValue other) {
    return new ResolvedField(field, state, Optional.of(other), reason, arrived, detail);
  }

  @Override
  public String toString() {
    return "ResolvedField[" + field.name() + ", " + state + ", " + reason + "]";
  }
}
